import { Ajv2020 } from 'ajv/dist/2020.js'
import { parseDocument } from 'yaml'
import { appPath, type Caller, envTypePath, orgPath } from '../auth.ts'
import type { ClusterBehaviour, WorkloadBehaviour } from '../cluster/model.ts'
import type { SeedParts } from './bootstrap.ts'
import {
  type Seed,
  type SeedApplication,
  type SeedCluster,
  type SeedOrganization,
  type SeedUser,
  seedSchema,
} from './schema.ts'

const unitMs: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

const toMs = (duration: string | number): number => {
  if (typeof duration === 'number') return duration * 1000
  const [, amount, unit] = /^([\d.]+)(ms|s|m|h)$/.exec(duration) ?? []
  return Math.round(Number(amount) * (unitMs[unit ?? ''] ?? Number.NaN))
}

/** The seed that a YAML text describes. Throws one sentence that lists everything that is wrong with it. */
const readSeed = (yaml: string): Seed => {
  const document = parseDocument(yaml)
  const [problem] = document.errors
  if (problem) throw new Error(`The seed file is not YAML: ${problem.message}`)
  const seed: unknown = document.toJS({ maxAliasCount: 100 }) ?? {}
  const check = new Ajv2020({ allErrors: true, strict: false }).compile<Seed>(seedSchema)
  if (check(seed)) return seed
  const problems = (check.errors ?? []).map(({ instancePath, message, params }) => {
    const unknown = 'additionalProperty' in params ? ` '${String(params['additionalProperty'])}'` : ''
    return `${instancePath || '/'} ${message}${unknown}`
  })
  throw new Error(`The seed file is not right: ${problems.join('; ')}`)
}

const present = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>

const toBehaviour = (cluster: SeedCluster): Partial<ClusterBehaviour> => {
  const ms = (duration: string | number | undefined) => (duration === undefined ? undefined : toMs(duration))
  const workloads = Object.entries(cluster.workloads ?? {}).map(([name, workload]): [string, WorkloadBehaviour] => [
    name,
    present({
      durationMs: ms(workload.duration),
      readyAfterMs: ms(workload['ready-after']),
      neverReady: workload['never-ready'],
      fail: workload.fail,
    }) as WorkloadBehaviour,
  ])
  return present({
    pendingMs: ms(cluster.pending),
    durationMs: ms(cluster.duration),
    readyAfterMs: ms(cluster['ready-after']),
    teardownMs: ms(cluster.teardown),
    workloads: Object.fromEntries(workloads),
  }) as Partial<ClusterBehaviour>
}

const addUser = ({ auth, scheduler }: SeedParts, orgId: string, user: SeedUser) => {
  const roles: Record<string, string> = { [orgPath(orgId)]: user.role ?? 'member' }
  for (const [appId, role] of Object.entries(user.applications ?? {})) roles[appPath(orgId, appId)] = role
  for (const type of user.deployer ?? []) roles[envTypePath(orgId, type)] = 'deployer'
  auth.addUser({
    id: user.id,
    name: user.name,
    ...(user.email === undefined ? {} : { email: user.email }),
    type: user.type ?? 'user',
    created_at: scheduler.timestamp(),
    properties: {},
    roles,
  })
  if (user.token !== undefined) auth.addToken(user.token, user.id)
}

const addApplication = ({ models, scheduler }: SeedParts, orgId: string, seed: SeedApplication, caller: Caller) => {
  const { id: appId } = seed
  const request = { id: appId, name: seed.name ?? appId, skip_environment_creation: true }
  models.applications.create(orgId, request, caller)
  for (const { id, name, type } of seed.environments ?? []) {
    models.environments.create(orgId, appId, { id, name: name ?? id, ...(type === undefined ? {} : { type }) }, caller)
  }
  for (const { definition, criteria } of seed.pipelines ?? []) {
    const pipeline = models.pipelines.create({ orgId, appId }, definition, caller)
    for (const each of criteria ?? []) {
      models.criteria.create({ orgId, appId, pipelineId: pipeline.id }, { trigger: 'deployment_request', ...each })
    }
  }
  for (const { set, environments } of seed.deployed ?? []) {
    const set_id = models.sets.store(orgId, appId, set)
    for (const envId of environments) {
      models.deployments.create({ orgId, appId, envId }, { set_id, comment: 'Seeded' }, caller)
    }
  }
  scheduler.runDue()
}

const addOrganization = (parts: SeedParts, seed: SeedOrganization, administratorId: string) => {
  const { auth, models } = parts
  auth.grant(administratorId, orgPath(seed.id), 'administrator')
  const types = (seed['environment-types'] ?? []).map((type) => (typeof type === 'string' ? { id: type } : type))
  if (!types.some(({ id }) => id === 'development')) types.unshift({ id: 'development' })
  for (const type of types) models.environmentTypes.create(seed.id, type)
  const administrator = auth.user(administratorId) as Caller
  for (const artefact of seed.artefacts ?? []) {
    models.artefacts.register(seed.id, { type: 'container', ...artefact }, { vcs: 'git' }, administrator)
  }
  for (const application of seed.applications ?? []) addApplication(parts, seed.id, application, administrator)
  for (const user of seed.users ?? []) addUser(parts, seed.id, user)
}

/**
 * Makes what a seed file describes, through the same code as the API; what it says is deployed has been deployed when
 * it returns. Gives the ids of its organizations.
 */
export const applySeed = (parts: SeedParts, yaml: string, administratorId: string): string[] => {
  const seed = readSeed(yaml)
  const { cluster } = parts.models
  cluster.behave({ pendingMs: 0, durationMs: 0, readyAfterMs: 0 })
  for (const organization of seed.organizations ?? []) addOrganization(parts, organization, administratorId)
  cluster.behaveByDefault()
  cluster.behave(toBehaviour(seed.cluster ?? {}))
  return (seed.organizations ?? []).map(({ id }) => id)
}
