import { seconds, type Shop, shop } from './a-shop.ts'

export const development = `${shop}/envs/development`

/** Deploys these workloads to development beside what is there, and lets the deployment come to its end. */
export const deploy = async (at: Shop, ...workloads: string[]): Promise<string> => {
  const delta_id = await at.aDelta(...workloads)
  const { body } = await at.call('POST', `${development}/deploys`, { delta_id })
  await at.after(2200)
  return body.id as string
}

/** A shop whose development has run these workloads for a while. */
export const running = async (at: Shop, ...workloads: string[]): Promise<Shop> => {
  await deploy(at, ...workloads)
  await at.after(seconds(10))
  return at
}

interface RuntimeLike {
  modules: Record<string, { status: string; controllers: Record<string, { replicas: number; message: string }> }>
}

/** Workload → what the second form of the runtime says of it. */
export const runtimeOf = async (at: Shop): Promise<Record<string, string>> => {
  const { modules } = (await at.get(`${development}/runtime`, { accept: 'application/v2+json' })) as RuntimeLike
  return Object.fromEntries(
    Object.entries(modules).map(([name, { status, controllers }]) => [
      name,
      `${status} ×${controllers[name]?.replicas}`,
    ]),
  )
}
