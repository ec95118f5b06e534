import type { components } from '../../contract/schema.ts'
import type { Caller } from '../auth.ts'
import { badRequest, conflict, notFound } from '../errors.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'

type EnvironmentResponse = components['schemas']['EnvironmentResponse']
type EnvironmentDefinition = components['schemas']['EnvironmentDefinitionRequest']
type Deployment = components['schemas']['DeploymentResponse']

/** An environment as it is stored: deployments by id, since they change after it. */
export interface EnvironmentRecord extends Omit<EnvironmentResponse, 'from_deploy' | 'last_deploy'> {
  from_deploy_id?: string
  last_deploy_id?: string
}

export interface Environments extends Dependant {
  list(orgId: string, appId: string): EnvironmentResponse[]
  get(orgId: string, appId: string, id: string): EnvironmentResponse
  record(orgId: string, appId: string, id: string): EnvironmentRecord
  exists(orgId: string, appId: string, id: string): boolean
  create(orgId: string, appId: string, definition: EnvironmentDefinition, caller: Caller): EnvironmentResponse
  /** The environment that comes with an application, for which its creator needs no role (assumption). */
  createFirst(orgId: string, appId: string, definition: EnvironmentDefinition, caller: Caller): EnvironmentResponse
  rename(orgId: string, appId: string, id: string, name: string): EnvironmentResponse
  /** Sets the deployment that the next one builds on; nothing is deployed. */
  rebase(orgId: string, appId: string, id: string, deploymentId: string): void
  /** A new deployment is at once the environment's last and the next one's base, not only at its end (assumption). */
  deployed(orgId: string, appId: string, id: string, deploymentId: string): void
  delete(orgId: string, appId: string, id: string, caller: Caller): 'deleted' | 'deleting'
  ofType(orgId: string, type: string): { app_id: string; env_id: string }[]
  inOrganization(orgId: string): Generator<{ orgId: string; appId: string; envId: string }>
  /** Whether some environment builds its next deployment on this one. */
  isBase(orgId: string, appId: string, deploymentId: string): boolean
}

export interface EnvironmentNeighbours {
  typeExists(orgId: string, type: string): boolean
  /** Throws 403 unless the caller may deploy to environments of the type: it may create and delete those, too. */
  mayDeploy(caller: Caller, place: { orgId: string; appId: string; envId: string; envType: string }): void
  deployment(orgId: string, appId: string, id: string): Deployment | undefined
  hasActiveDeployment(orgId: string, appId: string, envId: string): boolean
  hasActiveResources(orgId: string, appId: string, envId: string): boolean
  forgetEnvironment(orgId: string, appId: string, envId: string): void
  /** Milliseconds that tearing resources down takes. */
  teardownMs(): number
  /** After an environment has come into being, or is gone; `by` is the id of a user. */
  happened(type: 'created' | 'deleted', orgId: string, appId: string, environment: EnvironmentRecord, by: string): void
}

interface Deletion {
  orgId: string
  appId: string
  id: string
  /** Id of a user. */
  by: string
}

interface SlowDeletion extends Deletion {
  /** When it began. */
  since: string
}

export const createEnvironments = ({ store, scheduler }: Parts, neighbours: EnvironmentNeighbours): Environments => {
  const environments = store.table<EnvironmentRecord>('environments')

  const record = (orgId: string, appId: string, id: string) => {
    const found = environments.get(appScope(orgId, appId), id)
    if (!found) throw notFound('Environment', id, `application '${orgId}/${appId}'`)
    return found
  }
  const change = (orgId: string, appId: string, id: string, part: Partial<EnvironmentRecord>) =>
    environments.update(appScope(orgId, appId), id, { ...record(orgId, appId, id), ...part })

  const toResponse = (orgId: string, appId: string, { from_deploy_id, last_deploy_id, ...rest }: EnvironmentRecord) => {
    const from = from_deploy_id && neighbours.deployment(orgId, appId, from_deploy_id)
    const last = last_deploy_id && neighbours.deployment(orgId, appId, last_deploy_id)
    return { ...rest, ...(from ? { from_deploy: from } : {}), ...(last ? { last_deploy: last } : {}) }
  }

  /** The type of the source deployment's environment, else `development` (assumption). */
  const typeOf = (orgId: string, appId: string, { type }: EnvironmentDefinition, source: Deployment | undefined) =>
    type ?? (source && environments.get(appScope(orgId, appId), source.env_id)?.type) ?? 'development'

  /** What a new environment is, checked (the code 400 for what it names and is not there is an assumption). */
  const prepare = (orgId: string, appId: string, definition: EnvironmentDefinition, caller: Caller) => {
    const { id, name, from_deploy_id } = definition
    if (environments.get(appScope(orgId, appId), id)) {
      throw conflict(`Environment '${id}' exists already in application '${orgId}/${appId}'.`)
    }
    const source = from_deploy_id ? neighbours.deployment(orgId, appId, from_deploy_id) : undefined
    if (from_deploy_id && !source) {
      throw badRequest(`from_deploy_id '${from_deploy_id}' is not a deployment of application '${orgId}/${appId}'.`)
    }
    const type = typeOf(orgId, appId, definition, source)
    if (!neighbours.typeExists(orgId, type)) {
      throw badRequest(`Environment type '${type}' does not exist in organization '${orgId}'.`)
    }
    const now = scheduler.timestamp()
    const environment: EnvironmentRecord = {
      id,
      name,
      type,
      created_at: now,
      created_by: caller.id,
      status: 'active',
      status_changed_at: now,
      ...(source ? { from_deploy_id: source.id } : {}),
    }
    return environment
  }
  const insert = (orgId: string, appId: string, environment: EnvironmentRecord) => {
    environments.insert(appScope(orgId, appId), environment.id, environment)
    neighbours.happened('created', orgId, appId, environment, environment.created_by)
    return toResponse(orgId, appId, environment)
  }

  function* inOrganization(orgId: string) {
    for (const { id: appId } of store.table<{ id: string }>('applications').list(orgId)) {
      for (const { id: envId } of environments.list(appScope(orgId, appId))) yield { orgId, appId, envId }
    }
  }

  const remove = ({ orgId, appId, id, by }: Deletion) => {
    const environment = record(orgId, appId, id)
    environments.delete(appScope(orgId, appId), id)
    neighbours.forgetEnvironment(orgId, appId, id)
    neighbours.happened('deleted', orgId, appId, environment, by)
  }
  scheduler.on('environment.deleted', ({ since, ...deletion }: SlowDeletion) => {
    // It may be gone with its application, and another one have its id.
    const environment = environments.get(appScope(deletion.orgId, deletion.appId), deletion.id)
    if (environment?.status === 'deleting' && environment.status_changed_at === since) remove(deletion)
  })

  return {
    record,
    list: (orgId, appId) => environments.list(appScope(orgId, appId)).map((each) => toResponse(orgId, appId, each)),
    get: (orgId, appId, id) => toResponse(orgId, appId, record(orgId, appId, id)),
    exists: (orgId, appId, id) => environments.get(appScope(orgId, appId), id) !== undefined,
    create: (orgId, appId, definition, caller) => {
      const environment = prepare(orgId, appId, definition, caller)
      neighbours.mayDeploy(caller, { orgId, appId, envId: environment.id, envType: environment.type })
      return insert(orgId, appId, environment)
    },
    createFirst: (orgId, appId, definition, caller) => insert(orgId, appId, prepare(orgId, appId, definition, caller)),
    rename: (orgId, appId, id, name) => {
      change(orgId, appId, id, { name })
      return toResponse(orgId, appId, record(orgId, appId, id))
    },
    rebase: (orgId, appId, id, deploymentId) => {
      if (!neighbours.deployment(orgId, appId, deploymentId)) {
        throw badRequest(`'${deploymentId}' is not a deployment of application '${orgId}/${appId}'.`)
      }
      change(orgId, appId, id, { from_deploy_id: deploymentId })
    },
    deployed: (orgId, appId, id, deploymentId) =>
      change(orgId, appId, id, { from_deploy_id: deploymentId, last_deploy_id: deploymentId }),
    delete: (orgId, appId, id, caller) => {
      const { status, type } = record(orgId, appId, id)
      neighbours.mayDeploy(caller, { orgId, appId, envId: id, envType: type })
      const by = caller.id
      if (status === 'deleting') return 'deleting'
      if (environments.list(appScope(orgId, appId)).filter((each) => each.status === 'active').length === 1) {
        throw badRequest(`'${id}' is the last environment of application '${orgId}/${appId}' and cannot be deleted.`)
      }
      // Assumption: nothing is documented for the deletion of an environment that is being deployed.
      if (neighbours.hasActiveDeployment(orgId, appId, id)) {
        throw conflict(`Environment '${id}' has an active deployment; wait for its end.`)
      }
      if (!neighbours.hasActiveResources(orgId, appId, id)) {
        remove({ orgId, appId, id, by })
        return 'deleted'
      }
      const since = scheduler.timestamp()
      change(orgId, appId, id, { status: 'deleting', status_changed_at: since })
      const deletion: SlowDeletion = { orgId, appId, id, by, since }
      scheduler.schedule('environment.deleted', scheduler.now() + neighbours.teardownMs(), deletion)
      return 'deleting'
    },
    ofType: (orgId, type) =>
      [...inOrganization(orgId)]
        .filter(({ appId, envId }) => record(orgId, appId, envId).type === type)
        .map(({ appId, envId }) => ({ app_id: appId, env_id: envId })),
    inOrganization,
    isBase: (orgId, appId, deploymentId) =>
      environments.list(appScope(orgId, appId)).some((each) => each.from_deploy_id === deploymentId),
    forgetApplication: (orgId, appId) => environments.deleteAll(appScope(orgId, appId)),
  }
}
