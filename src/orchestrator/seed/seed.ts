import { appPath, type Caller, envTypePath, orgPath } from '../auth.ts'
import { conflict, HttpError } from '../errors.ts'
import { toBehaviour } from './cluster.ts'
import type { SeedParts } from './parts.ts'
import { readSeed, seedError, type SeedFile, type SeedPath } from './read.ts'
import type { SeedApplication, SeedOrganization, SeedUser } from './schema.ts'

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

const addUser = (seeding: Seeding, orgId: string, user: SeedUser) => {
  const { auth, models, scheduler } = seeding
  if (auth.user(user.id)) throw conflict(`User '${user.id}' exists already.`)
  const roles: Record<string, string> = { [orgPath(orgId)]: user.role ?? 'member' }
  for (const [appId, role] of Object.entries(user.applications ?? {})) {
    models.applications.get(orgId, appId)
    roles[appPath(orgId, appId)] = role
  }
  for (const type of user.deployer ?? []) {
    models.environmentTypes.get(orgId, type)
    roles[envTypePath(orgId, type)] = 'deployer'
  }
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
  for (const [index, { id, name, type }] of (seed.environments ?? []).entries()) {
    const environment = { id, name: name ?? id, ...(type === undefined ? {} : { type }) }
    at('environments', index, () => void models.environments.create(orgId, appId, environment, administrator()))
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
