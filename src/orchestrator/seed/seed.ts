import { appPath, type Caller, envTypePath, orgPath } from '../auth.ts'
import { conflict, HttpError, notFound } from '../errors.ts'
import type { Level } from '../values/level.ts'
import { toBehaviour } from './cluster.ts'
import type { SeedParts } from './parts.ts'
import { readSeed, seedError, type SeedFile, type SeedPath } from './read.ts'
import type { SeedApplication, SeedGroup, SeedOrganization, SeedRoles, SeedUser, SeedValue } from './schema.ts'

interface Seeding extends SeedParts {
  place: SeedFile['place']
  administratorId: string
}

/** What the API's own code refuses becomes a problem of the part of the file that asked for it. */
const located = <T>({ place }: Seeding, path: SeedPath, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    const inDefinition = (error.details?.['problems'] as { line: number; message: string }[] | undefined) ?? []
    const problems = inDefinition.map(({ line, message }) => `${place([...path, 'definition'], line)}: ${message}`)
    throw seedError(problems.length > 0 ? problems : [`${place(path)}: ${error.message}`], error)
  }
}

const isKnownToken = ({ auth }: Seeding, token: string): boolean => {
  try {
    auth.authenticate({ authorization: `Bearer ${token}` })
    return true
  } catch (error) {
    if (error instanceof HttpError) return false
    throw error
  }
}

const readRoles = ({ models }: Seeding, orgId: string, { role = 'member', applications, deployer }: SeedRoles) => {
  const roles: Record<string, string> = { [orgPath(orgId)]: role }
  for (const [appId, role] of Object.entries(applications ?? {})) {
    models.applications.get(orgId, appId)
    roles[appPath(orgId, appId)] = role
  }
  for (const type of deployer ?? []) {
    models.environmentTypes.get(orgId, type)
    roles[envTypePath(orgId, type)] = 'deployer'
  }
  return roles
}

const addGroup = (seeding: Seeding, orgId: string, group: SeedGroup) => {
  const { auth, models } = seeding
  const { name, idp = 'local', role = 'member', members = [] } = group
  const { id } = models.groups.create(orgId, { group_id: name, idp_id: idp, role })
  for (const [path, role] of Object.entries(readRoles(seeding, orgId, group))) auth.grant(id, path, role)
  for (const userId of members) {
    if (!auth.user(userId)) throw notFound('User', userId)
    models.subjects.join(id, userId)
  }
}

const addUser = (seeding: Seeding, orgId: string, user: SeedUser) => {
  const { auth, scheduler } = seeding
  if (auth.user(user.id)) throw conflict(`User '${user.id}' exists already.`)
  const roles = readRoles(seeding, orgId, user)
  auth.addUser({
    id: user.id,
    name: user.name,
    ...(user.email === undefined ? {} : { email: user.email }),
    type: user.type ?? 'user',
    created_at: scheduler.timestamp(),
    properties: {},
    roles,
  })
  if (user.token === undefined) return
  if (isKnownToken(seeding, user.token)) throw conflict(`The token of user '${user.id}' is somebody's already.`)
  auth.addToken(user.token, user.id)
}

const addValues = (
  seeding: Seeding,
  level: Level,
  { path, values = {} }: { path: SeedPath; values: Record<string, SeedValue> | undefined },
) => {
  for (const [key, said] of Object.entries(values)) {
    const { value, secret, description = null } = typeof said === 'string' ? { value: said } : said
    const request = { key, value, description, ...(secret === undefined ? {} : { is_secret: secret }) }
    located(seeding, [...path, 'values', key], () =>
      seeding.models.values.create(level, request, { id: seeding.administratorId }),
    )
  }
}

const addApplication = (
  seeding: Seeding,
  { orgId, path }: { orgId: string; path: SeedPath },
  seed: SeedApplication,
) => {
  const { auth, models, scheduler, administratorId } = seeding
  const { id: appId } = seed
  // Read again each time: with every application the administrator gains a role.
  const administrator = () => auth.user(administratorId) as Caller
  const at = (key: string, index: number, work: () => void) => located(seeding, [...path, key, index], work)

  located(seeding, path, () =>
    models.applications.create(
      orgId,
      { id: appId, name: seed.name ?? appId, skip_environment_creation: true },
      administrator(),
    ),
  )
  addValues(seeding, { orgId, appId }, { path, values: seed.values })
  for (const [index, { id, name, type, values }] of (seed.environments ?? []).entries()) {
    const environment = { id, name: name ?? id, ...(type === undefined ? {} : { type }) }
    at('environments', index, () => void models.environments.create(orgId, appId, environment, administrator()))
    addValues(seeding, { orgId, appId, envId: id }, { path: [...path, 'environments', index], values })
  }
  for (const [index, { definition, criteria }] of (seed.pipelines ?? []).entries()) {
    at('pipelines', index, () => {
      const { id: pipelineId } = models.pipelines.create({ orgId, appId }, definition, administrator())
      for (const each of criteria ?? []) {
        models.criteria.create({ orgId, appId, pipelineId }, { trigger: 'deployment_request', ...each })
      }
    })
  }
  for (const [index, { set, environments }] of (seed.deployed ?? []).entries()) {
    at('deployed', index, () => {
      const set_id = models.sets.store(orgId, appId, set)
      for (const envId of environments) {
        models.deployments.create({ orgId, appId, envId }, { set_id, comment: 'Seeded' }, administrator())
        scheduler.runDue()
      }
    })
  }
}

const addOrganization = (seeding: Seeding, path: SeedPath, seed: SeedOrganization) => {
  const { auth, models, administratorId } = seeding
  const { id: orgId } = seed
  located(seeding, path, () =>
    models.organizations.create({ id: orgId, name: seed.name ?? orgId, created_by: administratorId }),
  )
  auth.grant(administratorId, orgPath(orgId), 'administrator')
  const at = (key: string, index: number, work: () => void) => located(seeding, [...path, key, index], work)

  const types = (seed['environment-types'] ?? []).map((type) => (typeof type === 'string' ? { id: type } : type))
  for (const [index, type] of types.entries()) {
    at('environment-types', index, () => void models.environmentTypes.create(orgId, type))
  }
  if (!models.environmentTypes.exists(orgId, 'development'))
    models.environmentTypes.create(orgId, { id: 'development' })
  for (const [index, artefact] of (seed.artefacts ?? []).entries()) {
    const administrator = auth.user(administratorId) as Caller
    const request = { type: 'container' as const, ...artefact }
    at('artefacts', index, () => void models.artefacts.register(orgId, request, { vcs: 'git' }, administrator))
  }
  for (const [index, application] of (seed.applications ?? []).entries()) {
    addApplication(seeding, { orgId, path: [...path, 'applications', index] }, application)
  }
  for (const [index, user] of (seed.users ?? []).entries()) at('users', index, () => addUser(seeding, orgId, user))
  for (const [index, group] of (seed.groups ?? []).entries()) at('groups', index, () => addGroup(seeding, orgId, group))
}

/**
 * Makes what a seed file describes, through the same code as the API; what it says is deployed has been deployed when
 * it returns. Gives the ids of its organizations.
 */
export const applySeed = (parts: SeedParts, yaml: string, administratorId: string): string[] => {
  const { seed, place } = readSeed(yaml)
  const { cluster } = parts.models
  const seeding = { ...parts, place, administratorId }
  // The past needs no time to pass.
  cluster.behave({ pendingMs: 0, durationMs: 0, readyAfterMs: 0 })
  for (const [index, organization] of (seed.organizations ?? []).entries()) {
    addOrganization(seeding, ['organizations', index], organization)
  }
  cluster.behaveByDefault()
  cluster.behave(toBehaviour(seed.cluster ?? {}))
  return (seed.organizations ?? []).map(({ id }) => id)
}
