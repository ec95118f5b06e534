import { minutes, seconds } from '../a-shop.ts'
import { type Called, startOrchestrator } from '../../support/orchestrator.ts'
import { callersOfAcme, callersOfRival } from './callers.ts'
import {
  account,
  agentKeys,
  definition,
  driver,
  image,
  operatorKeys,
  pipeline,
  profile,
  registry,
  score,
  steps,
  store,
  triggers,
  value,
} from './samples.ts'

const acme = '/orgs/acme'
const shop = `${acme}/apps/shop`

const others = ['changed', 'leaver', 'newcomer'].map((name) => ({
  id: name,
  name,
  applications: name === 'newcomer' ? undefined : { shop: 'viewer' },
  deployer: name === 'newcomer' ? undefined : ['development'],
}))

const web = {
  profile: 'humanitec/default-module',
  spec: { containers: { main: { image: 'registry.test/web:1' } } },
  externals: { db: { type: 'postgres' } },
}

interface Version {
  id: string
  result_of: string
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

type Ask = (method: string, path: string, body?: unknown) => Promise<Called['body']>

/** Two of everything that the platform of the organization consists of. */
const buildPlatform = async (ask: Ask) => {
  const post = (path: string, body: unknown) => ask('POST', `${acme}${path}`, body)
  for (const id of ['used', 'spare'] as const) {
    await post('/registries', registry(id))
    await post('/secretstores', { id, ...store })
    await post('/resources/types', { type: `acme/${id}`, use: 'direct' })
    await post('/resources/types/postgres/classes', { id, description: '' })
    await post('/resources/drivers', { id, ...driver })
    await post('/resources/accounts', { id, ...account })
    await post('/resources/defs', { id, ...definition })
    await post('/workload-profiles', { id, ...profile })
    await post('/agents', { id, public_key: agentKeys[id] })
  }
  const key = await post('/keys', JSON.stringify(operatorKeys.used))
  const spareKey = await post('/keys', JSON.stringify(operatorKeys.spare))
  const criteria = await post('/resources/defs/used/criteria', { app_id: 'nowhere' })
  const [defVersion] = await ask('GET', `${acme}/resources/defs/used/versions`)
  const [agentKey] = await ask('GET', `${acme}/agents/used/keys`)
  const [group] = await ask('GET', `${acme}/users?type=group`)

  return {
    keyId: key.id as string,
    spareKeyId: spareKey.id as string,
    definitionCriteria: criteria.id as string,
    defVersionId: defVersion.id as string,
    fingerprint: agentKey.fingerprint as string,
    groupId: group.id as string,
  }
}

/** What is built elsewhere and deployed here. */
const buildArtefacts = async (ask: Ask) => {
  const register = (body: object): Promise<{ id: string; artefact_id: string }> =>
    ask('POST', `${acme}/artefact-versions`, body)
  return {
    container: await register({ ...image, name: 'web' }),
    spareContainer: await register({ ...image, name: 'spare' }),
    workload: await register({ type: 'workload', name: 'web', version: '1', spec: score }),
  }
}

/** What the application is configured with, each value with a past. */
const configure = async (ask: Ask) => {
  const post = (path: string, body: unknown) => ask('POST', `${shop}${path}`, body)
  for (const id of ['used', 'spare']) await post('/webhooks', { id, url: 'https://hooks.test' })
  await post('/values', { key: 'BASE', ...value })
  for (const level of ['', '/envs/dev']) {
    for (const key of ['SPARE', 'USED']) await post(`${level}/values`, { key, ...value, value: `of shop${level}` })
    await ask('PATCH', `${shop}${level}/values/USED`, { value: 'two' })
  }
  const versionBy = async (level: string, change: string): Promise<string> => {
    const all: Version[] = await ask('GET', `${shop}${level}/value-set-versions?key_changed=USED`)
    return all.find(({ result_of }) => result_of === change)?.id ?? ''
  }
  const [delta, rule, spareRule] = [
    await post('/deltas', {}),
    await post('/envs/dev/rules', { type: 'update', active: false }),
    await post('/envs/dev/rules', { type: 'update', active: false, match_ref: 'spare' }),
  ]
  return {
    appVersion: await versionBy('', 'app_value_create'),
    envVersion: await versionBy('/envs/dev', 'env_value_create'),
    deltaId: delta.id as string,
    ruleId: rule.id as string,
    spareRuleId: spareRule.id as string,
  }
}

/** Pipelines with runs that are over, and runs that wait for an approval. */
const runPipelines = async (ask: Ask) => {
  const post = (path: string, body: unknown) => ask('POST', `${shop}${path}`, body)
  for (const id of ['used', 'spare']) await post('/pipelines', pipeline(id, triggers.both, steps.log))
  await post('/pipelines', pipeline('gate', triggers.call, steps.approve))
  await post('/pipelines', pipeline('listener', triggers.artefact, steps.log))

  const match = async (env_id: string): Promise<string> => {
    const criteria = { trigger: 'deployment_request', env_id, deployment_type: 're-deploy' }
    return (await post('/pipelines/used/criteria', criteria)).id
  }
  const run = async (id: string): Promise<string> => (await post(`/pipelines/${id}/runs`, { inputs: {} })).id
  const gate = async () => {
    const runId = await run('gate')
    const [approval] = await ask('GET', `${shop}/approvals?run=${runId}`)
    return { pipelineId: 'gate', runId, approvalId: approval.id as string }
  }
  return {
    usedCriteria: await match('dev'),
    spareCriteria: await match('spare'),
    doneRun: await run('used'),
    spareRun: await run('used'),
    gates: { toApprove: await gate(), toDeny: await gate(), toCancel: await gate() },
  }
}

/** An organization in which there is one of everything to look at, and another of what can be lost. */
export const aWorld = async () => {
  const { orchestrator, call, clock } = startOrchestrator({ seed: JSON.stringify(seed) })
  const ask: Ask = async (method, path, body) => {
    const answer = await call(method, path, body, { authorization: 'Bearer root' })
    if (answer.status < 300) return answer.body
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }
  for (const id of ['first', 'spare']) await ask('POST', '/users/robot/tokens', { id, type: 'static' })
  const expires_at = new Date(clock.now() + seconds(1)).toISOString()
  const brief = await ask('POST', '/users/late/tokens', { id: 'brief', type: 'static', expires_at })

  const made = {
    ...(await buildPlatform(ask)),
    ...(await buildArtefacts(ask)),
    ...(await configure(ask)),
    ...(await runPipelines(ask)),
  }
  await clock.advance(minutes(1))
  orchestrator.work()
  await ask('POST', `${acme}/images/web/builds`, { image: 'registry.test/web:1', branch: 'main' })
  const { last_deploy } = await ask('GET', `${shop}/envs/dev`)
  const graph = await ask('POST', `${shop}/envs/dev/resources/graphs`, [])

  return {
    ...made,
    call,
    expired: brief.token as string,
    deployId: last_deploy.id as string,
    setId: last_deploy.set_id as string,
    graphId: graph.id as string,
  }
}

export type World = Awaited<ReturnType<typeof aWorld>>
