import type { components } from '../../contract/schema.ts'
import type { Caller } from '../auth.ts'
import { conflict, notFound } from '../errors.ts'
import type { Dependant, Parts } from '../parts.ts'

type ApplicationResponse = components['schemas']['ApplicationResponse']
type ApplicationCreationRequest = components['schemas']['ApplicationCreationRequest']
type Environment = components['schemas']['EnvironmentBaseResponse']
type Application = Omit<ApplicationResponse, 'envs'>

export interface Applications {
  /** Those that the caller has a role on. */
  list(orgId: string, caller: Caller): ApplicationResponse[]
  /** Of every application, whoever may see it. */
  places(orgId: string): { orgId: string; appId: string }[]
  /** Throws 404 for one that does not exist. */
  require(orgId: string, id: string): void
  get(orgId: string, id: string): ApplicationResponse
  create(orgId: string, request: ApplicationCreationRequest, caller: Caller): ApplicationResponse
  rename(orgId: string, id: string, name: string): ApplicationResponse
  /** Whether the application is gone at once; with active resources it takes a while. */
  delete(orgId: string, id: string, caller: Caller): 'deleted' | 'deleting'
}

export interface ApplicationNeighbours {
  sees(caller: Caller, orgId: string, appId: string): boolean
  /** Throws 403 unless the caller may deploy to environments of the type, and so delete those, too. */
  mayDeploy(caller: Caller, place: { orgId: string; appId: string; envId: string; envType: string }): void
  environmentsOf(orgId: string, appId: string): Environment[]
  createEnvironment(orgId: string, appId: string, environment: Environment, caller: Caller): void
  createDefaultPipeline(orgId: string, appId: string, caller: Caller): void
  makeOwner(orgId: string, appId: string, caller: Caller): void
  hasActiveResources(orgId: string, appId: string): boolean
  /** Milliseconds that tearing resources down takes. */
  teardownMs(): number
  /** In the order in which they have to let go. */
  dependants: readonly Dependant[]
}

const defaultEnvironment: Environment = { id: 'development', name: 'Development', type: 'development' }

export const createApplications = ({ store, scheduler }: Parts, neighbours: ApplicationNeighbours): Applications => {
  const applications = store.table<Application>('applications')

  const find = (orgId: string, id: string) => {
    const found = applications.get(orgId, id)
    if (!found) throw notFound('Application', id, `organization '${orgId}'`)
    return found
  }
  const toResponse = (application: Application): ApplicationResponse => ({
    ...application,
    envs: neighbours
      .environmentsOf(application.org_id, application.id)
      .map(({ id, name, type }) => ({ id, name, type })),
  })
  const remove = (orgId: string, id: string) => {
    for (const dependant of neighbours.dependants) dependant.forgetApplication(orgId, id)
    applications.delete(orgId, id)
  }

  scheduler.on('application.deleted', ({ orgId, id, since }: { orgId: string; id: string; since: string }) => {
    // Without its resources it may be gone already, and another one have its id.
    const application = applications.get(orgId, id)
    if (application?.status === 'deleting' && application.status_changed_at === since) remove(orgId, id)
  })

  return {
    list: (orgId, caller) =>
      applications
        .list(orgId)
        .filter(({ id }) => neighbours.sees(caller, orgId, id))
        .map(toResponse),
    places: (orgId) => applications.list(orgId).map(({ id }) => ({ orgId, appId: id })),
    require: (orgId, id) => void find(orgId, id),
    get: (orgId, id) => toResponse(find(orgId, id)),
    create: (orgId, request, caller) => {
      const { id, name } = request
      if (applications.get(orgId, id)) throw conflict(`Application '${id}' exists already in organization '${orgId}'.`)
      const now = scheduler.timestamp()
      const application: Application = {
        id,
        name,
        org_id: orgId,
        created_at: now,
        created_by: caller.id,
        status: 'active',
        status_changed_at: now,
      }
      applications.insert(orgId, id, application)
      neighbours.makeOwner(orgId, id, caller)
      neighbours.createDefaultPipeline(orgId, id, caller)
      if (request.skip_environment_creation !== true) {
        neighbours.createEnvironment(orgId, id, request.env ?? defaultEnvironment, caller)
      }
      return toResponse(application)
    },
    rename: (orgId, id, name) => {
      const renamed = { ...find(orgId, id), name }
      applications.update(orgId, id, renamed)
      return toResponse(renamed)
    },
    delete: (orgId, id, caller) => {
      const application = find(orgId, id)
      for (const { id: envId, type: envType } of neighbours.environmentsOf(orgId, id)) {
        neighbours.mayDeploy(caller, { orgId, appId: id, envId, envType })
      }
      if (!neighbours.hasActiveResources(orgId, id)) {
        remove(orgId, id)
        return 'deleted'
      }
      if (application.status === 'active') {
        const since = scheduler.timestamp()
        applications.update(orgId, id, { ...application, status: 'deleting', status_changed_at: since })
        scheduler.schedule('application.deleted', scheduler.now() + neighbours.teardownMs(), { orgId, id, since })
      }
      return 'deleting'
    },
  }
}
