import { minutes, seconds } from '../a-shop.ts'
import { startOrchestrator } from '../../support/orchestrator.ts'
import { callersOfAcme, callersOfRival } from './callers.ts'
import {
  account,
  agentKeys,
  ask,
  definition,
  driver,
  image,
  log,
  operatorKeys,
  pipeline,
  profile,
  registry,
  score,
  store,
  value,
} from './samples.ts'

const acme = '/orgs/acme'
const shop = `${acme}/apps/shop`

const others = ['changed', 'leaver', 'newcomer'].map((name) => ({
  id: name,
  name,
  ...(name === 'newcomer' ? {} : { applications: { shop: 'viewer' }, deployer: ['development'] }),
}))

const web = {
  profile: 'humanitec/default-module',
  spec: { containers: { main: { image: 'registry.test/web:1' } } },
  externals: { db: { type: 'postgres' } },
}

const environments = ['dev', 'staging', 'spare', 'paused']

const seed = {
  organizations: [
    {
      id: 'acme',
      'environment-types': ['development', 'changed', 'spare'],
      users: [
        ...callersOfAcme.users,
        ...others,
        { id: 'root', name: 'Root', token: 'root', role: 'administrator' },
        { id: 'robot', name: 'Robot', type: 'service' },
        { id: 'late', name: 'Late', type: 'service', role: 'administrator' },
      ],
      groups: callersOfAcme.groups,
      applications: [
        {
          id: 'shop',
          environments: environments.map((id) => ({ id, type: 'development' })),
          deployed: [{ set: { modules: { web } }, environments }],
        },
      ],
    },
    { id: 'rival', ...callersOfRival },
  ],
}

const trigger = 'deployment_request'

/** An organization in which there is one of everything to look at, and another of what can be lost. */
export const aWorld = async () => {
  const { orchestrator, call, clock } = startOrchestrator({ seed: JSON.stringify(seed) })
  const root = { authorization: 'Bearer root' }
  const as = async (method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body, root)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const get = (path: string) => as('GET', path)
  const post = (path: string, body?: unknown) => as('POST', path, body)

  const expires_at = new Date(clock.now() + seconds(1)).toISOString()
  const { token: expired } = await post('/users/late/tokens', { id: 'brief', type: 'static', expires_at })
  for (const id of ['first', 'spare']) await post('/users/robot/tokens', { id, type: 'static' })
  const [{ id: groupId }] = await get(`${acme}/users?type=group`)

  for (const name of ['web', 'spare']) await post(`${acme}/artefact-versions`, { ...image, name })
  const versions = await get(`${acme}/artefact-versions`)
  const workload = await post(`${acme}/artefact-versions`, { type: 'workload', name: 'web', version: '1', spec: score })
  const versionOf = (name: string) => versions.find((each: { name: string }) => each.name === name)

  for (const id of ['used', 'spare']) {
    await post(`${acme}/registries`, registry(id))
    await post(`${acme}/secretstores`, { id, ...store })
    await post(`${acme}/resources/types`, { type: `acme/${id}`, use: 'direct' })
    await post(`${acme}/resources/types/postgres/classes`, { id, description: '' })
    await post(`${acme}/resources/drivers`, { id, ...driver })
    await post(`${acme}/resources/accounts`, { id, ...account })
    await post(`${acme}/resources/defs`, { id, ...definition })
    await post(`${acme}/workload-profiles`, { id, ...profile })
    await post(`${shop}/webhooks`, { id, url: 'https://hooks.test' })
    await post(`${shop}/pipelines`, pipeline(id, '{ pipeline_call: {}, deployment_request: {} }', log))
    await post(`${acme}/agents`, { id, public_key: agentKeys[id === 'used' ? 'used' : 'spare'] })
  }
  const { id: keyId } = await post(`${acme}/keys`, JSON.stringify(operatorKeys.used))
  const { id: spareKeyId } = await post(`${acme}/keys`, JSON.stringify(operatorKeys.spare))
  const [{ fingerprint }] = await get(`${acme}/agents/used/keys`)
  const criteria = await post(`${acme}/resources/defs/used/criteria`, { app_id: 'nowhere' })
  const [{ id: defVersionId }] = await get(`${acme}/resources/defs/used/versions`)

  const delta = await post(`${shop}/deltas`, { modules: {} })
  const rule = await post(`${shop}/envs/dev/rules`, { type: 'update', active: false })
  const spareRule = await post(`${shop}/envs/dev/rules`, { type: 'update', active: false, match_ref: 'x' })

  await post(`${shop}/values`, { key: 'ADDED', ...value })
  for (const at of [shop, `${shop}/envs/dev`]) {
    for (const key of ['SPARE', 'USED']) await post(`${at}/values`, { key, ...value, value: at })
    await as('PATCH', `${at}/values/USED`, { value: 'two' })
  }
  const versionBy = async (at: string, change: string): Promise<string> => {
    const all: { id: string; result_of: string }[] = await get(`${at}/value-set-versions?key_changed=USED`)
    return all.find(({ result_of }) => result_of === change)?.id ?? ''
  }

  await post(`${shop}/pipelines`, pipeline('gate', '{ pipeline_call: {} }', ask))
  await post(
    `${shop}/pipelines`,
    pipeline('listener', '{ artefact: { type: container, include: [web], batch: { wait-minutes: 60 } } }', log),
  )
  const usedCriteria = await post(`${shop}/pipelines/used/criteria`, {
    trigger,
    env_id: 'dev',
    deployment_type: 're-deploy',
  })
  const spareCriteria = await post(`${shop}/pipelines/used/criteria`, {
    trigger,
    env_id: 'spare',
    deployment_type: 're-deploy',
  })
  const run = async (id: string): Promise<string> => (await post(`${shop}/pipelines/${id}/runs`, { inputs: {} })).id
  const gates = [await run('gate'), await run('gate'), await run('gate')] as const
  const done = [await run('used'), await run('used')] as const
  const approvals: { id: string; run_id: string }[] = await get(`${shop}/approvals`)
  const approvalOf = (runId: string) => approvals.find(({ run_id }) => run_id === runId)?.id ?? ''

  await clock.advance(minutes(1))
  orchestrator.work()
  await post(`${acme}/images/web/builds`, { image: 'registry.test/web:1', branch: 'main' })
  const { last_deploy } = await get(`${shop}/envs/dev`)
  const graph = await post(`${shop}/envs/dev/resources/graphs`, [])
  const appVersion = await versionBy(shop, 'app_value_create')
  const envVersion = await versionBy(`${shop}/envs/dev`, 'env_value_create')

  return {
    call,
    expired: expired as string,
    groupId: groupId as string,
    container: versionOf('web'),
    spareContainer: versionOf('spare'),
    workload,
    keyId,
    spareKeyId,
    fingerprint,
    criteriaId: criteria.id as string,
    defVersionId: defVersionId as string,
    deltaId: delta.id as string,
    ruleId: rule.id as string,
    spareRuleId: spareRule.id as string,
    deployId: last_deploy.id as string,
    setId: last_deploy.set_id as string,
    graphId: graph.id as string,
    appVersion,
    envVersion,
    usedCriteria: usedCriteria.id as string,
    spareCriteria: spareCriteria.id as string,
    waiting: gates.map((runId) => ({ runId, approvalId: approvalOf(runId) })),
    doneRun: done[0],
    spareRun: done[1],
  }
}

export type World = Awaited<ReturnType<typeof aWorld>>
