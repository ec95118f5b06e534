import { aShop, minutes, shop } from './a-shop.ts'

export const web = 'registry.test/web'

/** A shop for web and api, each an image of its name. */
export const aShopWithRules = async (options: Parameters<typeof aShop>[0] = {}) => {
  const it = aShop(options)
  const images = async (envId = 'staging'): Promise<Record<string, string>> => {
    const { from_deploy } = await it.get(`${shop}/envs/${envId}`)
    const { modules } = await it.get(`${shop}/sets/${from_deploy.set_id}`)
    return Object.fromEntries(
      Object.entries(modules as Record<string, { spec: { containers: { main: { image: string } } } }>).map(
        ([id, { spec }]) => [id, spec.containers.main.image],
      ),
    )
  }
  const deploy = async (envId: string) => {
    await it.request({ env_id: envId, delta_id: await it.aDelta('web', 'api') })
    await it.after(minutes(1))
  }
  return {
    ...it,
    images,
    deploy,
    rule: async (fields: object = {}, envId = 'staging') =>
      (await it.call('POST', `${shop}/envs/${envId}/rules`, { type: 'update', ...fields })).body,
    register: (fields: object = {}, headers?: Record<string, string>) =>
      it.call(
        'POST',
        '/orgs/local-org/artefact-versions',
        { type: 'container', name: web, version: '2', ref: 'refs/heads/main', ...fields },
        headers,
      ),
    deploys: async (envId = 'staging') => (await it.get(`${shop}/envs/${envId}/deploys`)) as { comment: string }[],
  }
}

/** The same after its first deployment. */
export const aRunningShop = async (options?: Parameters<typeof aShop>[0]) => {
  const it = await aShopWithRules(options)
  await it.deploy('staging')
  return it
}
