import type { components } from '../../contract/schema.ts'
import { isActiveDeployment } from '../../contract/status.ts'
import type { Caller } from '../auth.ts'
import type { DeploymentError, Outcome } from '../cluster/model.ts'
import { badRequest, conflict, notFound } from '../errors.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'
import { emptySetId } from '../../sets/hash.ts'

export type Deployment = components['schemas']['DeploymentResponse']
export type DeploymentRequest = components['schemas']['DeploymentRequest']

/** A deployment as it is stored, with what will become of it. */
export interface DeploymentRecord {
  deployment: Deployment
  outcome: Outcome
  /** Its profiles, shared values or resources could not be told: the cluster never begins with it. */
  unresolved?: true
  /** When its end was reached, in milliseconds since the epoch. */
  endedAt?: number
}

export interface Readiness {
  /** Milliseconds since the epoch; absent when the workloads will never be ready. */
  readyAt?: number
  problem?: string
}

export interface Place {
  orgId: string
  appId: string
  envId: string
}

export interface Deployments extends Dependant {
  /** Newest first. A `pipelineRunId` is `<pipeline>,<run>`. */
  list(place: Place, filter: { pipelineRunId?: string }): Deployment[]
  get(place: Place, id: string): Deployment
  errors(place: Place, id: string): DeploymentError[]
  /** By id alone, in whatever environment of the application it is. */
  find(orgId: string, appId: string, id: string): Deployment | undefined
  create(place: Place, request: DeploymentRequest, caller: Caller): Deployment
  /** The id of the set that `create` would deploy; throws what it would throw. */
  check(place: Place, request: DeploymentRequest, caller: Caller): string
  active(place: Place): Deployment | undefined
  /** Those that the cluster has begun to work on, the newest first. */
  begun(place: Place): DeploymentRecord[]
  /** When the workloads of the environment's last deployment are ready; undefined before that deployment's end. */
  readiness(place: Place): Readiness | undefined
  forgetEnvironment(orgId: string, appId: string, envId: string): void
}

export interface DeploymentNeighbours {
  environment(place: Place): { type: string; status: string; from_deploy_id?: string; last_deploy_id?: string }
  /** The set that a delta makes of another; throws 400 when it does not fit. */
  applyDelta(orgId: string, appId: string, setId: string, deltaId: string): string
  /** Throws 400 for a set that the application does not have. */
  requireSet(orgId: string, appId: string, setId: string): void
  modulesOf(orgId: string, appId: string, setId: string): Record<string, unknown>
  deltaDeployed(orgId: string, appId: string, deltaId: string): void
  outcomeOf(envId: string, modules: Record<string, unknown>): Outcome
  /** The newest version of the shared values that the environment sees. */
  newestValues(place: Place): string | undefined
  hasValues(place: Place, versionId: string): boolean
  /** Why these workloads cannot be deployed: what they are is not known. */
  profileErrors(place: Place, modules: Record<string, unknown>): DeploymentError[]
  /** Why a set cannot be deployed with a version of the shared values. */
  valueErrors(place: Place, versionId: string | undefined, setId: string): DeploymentError[]
  /** How what a set needs will be provisioned: the graph of that, or why it cannot. */
  planResources(place: Place, setId: string): { graphId?: string; errors: DeploymentError[] }
  mayDeploy(caller: Caller, place: Place & { envType: string }): void
  isPaused(place: Place): boolean
  started(place: Place, deployment: Deployment): void
  isBase(orgId: string, appId: string, deploymentId: string): boolean
  /** After its end: resources come into being here, and pipelines go on. */
  ended(place: Place, deployment: Deployment): void
}

/** Where the deployments of an environment are found, or of a run, by what `pipelineRunId` says. */
const listScope = (orgId: string, appId: string, of: string) => `${appScope(orgId, appId)}/${of}`
const runOf = ({ pipeline }: Deployment) => pipeline && `${pipeline.id},${pipeline.run_id}`

export const createDeployments = (parts: Parts, neighbours: DeploymentNeighbours): Deployments => {
  const { store, scheduler, random } = parts
  const records = store.table<DeploymentRecord>('deployments')
  /** So that nobody who asks for an environment's, or a run's, looks through all the deployments of others. */
  const listed = store.table<string>('deployment-lists')
  const listsOf = (deployment: Deployment) => [deployment.env_id, runOf(deployment) ?? []].flat()

  const find = (orgId: string, appId: string, id: string) => records.get(appScope(orgId, appId), id)
  const listOf = ({ orgId, appId, envId }: Place, of = envId) =>
    listed.list(listScope(orgId, appId, of), 'newest-first').flatMap((id) => find(orgId, appId, id) ?? [])
  const require = ({ orgId, appId, envId }: Place, id: string) => {
    // Not by the environment that it names: there may be another one of that id now.
    const found = listed.get(listScope(orgId, appId, envId), id) && find(orgId, appId, id)
    if (!found) throw notFound('Deployment', id, `environment '${envId}'`)
    return found
  }
  const active = (place: Place) => {
    const { last_deploy_id } = neighbours.environment(place)
    const last = last_deploy_id === undefined ? undefined : find(place.orgId, place.appId, last_deploy_id)?.deployment
    return last && isActiveDeployment(last) ? last : undefined
  }

  /** The set to deploy: a delta on what the environment builds on, else a set as it is, else that base again. */
  const chooseSet = (
    { orgId, appId }: Place,
    base: Deployment | undefined,
    { delta_id, set_id }: DeploymentRequest,
  ) => {
    const baseSet = base?.set_id ?? emptySetId
    if (delta_id) return neighbours.applyDelta(orgId, appId, baseSet, delta_id)
    if (!set_id) return baseSet
    neighbours.requireSet(orgId, appId, set_id)
    return set_id
  }

  /** The version of the shared values that is asked for, else the newest one. */
  const chooseValues = (place: Place, { value_set_version_id: id }: DeploymentRequest) => {
    if (!id) return neighbours.newestValues(place)
    if (neighbours.hasValues(place, id)) return id
    throw badRequest(`value_set_version_id '${id}' is not a version that environment '${place.envId}' has.`)
  }

  const check = (place: Place, request: DeploymentRequest, caller: Caller) => {
    const { orgId, appId, envId } = place
    const { type, status, from_deploy_id } = neighbours.environment(place)
    neighbours.mayDeploy(caller, { ...place, envType: type })
    // Assumption: that this and what is paused is refused, and with which codes, is not documented.
    if (status === 'deleting') throw conflict(`Environment '${envId}' is being deleted.`)
    if (neighbours.isPaused(place)) throw badRequest(`Environment '${envId}' is paused: resume it first.`)
    const busy = active(place)
    if (busy) throw conflict(`Environment '${envId}' has an active deployment, '${busy.id}'.`)
    const base = from_deploy_id ? find(orgId, appId, from_deploy_id)?.deployment : undefined
    return { base, set_id: chooseSet(place, base, request), values: chooseValues(place, request) }
  }

  const plan = (place: Place, setId: string, values: string | undefined) => {
    const modules = neighbours.modulesOf(place.orgId, place.appId, setId)
    const outcome = neighbours.outcomeOf(place.envId, modules)
    const resources = neighbours.planResources(place, setId)
    const errors = [
      ...neighbours.profileErrors(place, modules),
      ...neighbours.valueErrors(place, values, setId),
      ...resources.errors,
    ]
    if (errors.length > 0)
      return { record: { outcome: { ...outcome, durationMs: 0, errors }, unresolved: true as const } }
    return { record: { outcome }, graphId: resources.graphId }
  }

  const move = (place: Place, id: string, status: Deployment['status']) => {
    const record = find(place.orgId, place.appId, id)
    if (!record || !isActiveDeployment(record.deployment)) return undefined
    const deployment = { ...record.deployment, status, status_changed_at: scheduler.timestamp() }
    const ended = isActiveDeployment(deployment) ? {} : { endedAt: scheduler.now() }
    records.update(appScope(place.orgId, place.appId), id, { ...record, deployment, ...ended })
    return deployment
  }
  scheduler.on('deployment.begins', ({ place, id }: { place: Place; id: string }) => {
    move(place, id, 'in progress')
  })
  scheduler.on('deployment.ends', ({ place, id }: { place: Place; id: string }) => {
    const errors = find(place.orgId, place.appId, id)?.outcome.errors ?? []
    const deployment = move(place, id, errors.length > 0 ? 'failed' : 'succeeded')
    if (deployment) neighbours.ended(place, deployment)
  })

  const unlist = (orgId: string, appId: string, deployment: Deployment) => {
    for (const list of listsOf(deployment)) listed.delete(listScope(orgId, appId, list), deployment.id)
  }

  return {
    list: (place, { pipelineRunId }) => {
      if (pipelineRunId !== undefined && !/^[^,]+,[^,]+$/.test(pipelineRunId)) {
        throw badRequest("query parameter 'pipelineRunId' must be the ids of pipeline and run, with a comma between.")
      }
      return listOf(place, pipelineRunId)
        .map(({ deployment }) => deployment)
        .filter(({ env_id }) => env_id === place.envId)
    },
    get: (place, id) => require(place, id).deployment,
    errors: (place, id) => {
      const { deployment, outcome } = require(place, id)
      return deployment.status === 'failed' ? outcome.errors : []
    },
    find: (orgId, appId, id) => find(orgId, appId, id)?.deployment,
    active,
    begun: (place) =>
      listOf(place).filter(({ deployment: { status }, unresolved }) => status !== 'pending' && !unresolved),
    check: (place, request, caller) => check(place, request, caller).set_id,
    create: (place, request, caller) => {
      const { orgId, appId, envId } = place
      const { base, set_id, values } = check(place, request, caller)
      const { record, graphId } = plan(place, set_id, values)
      const now = scheduler.timestamp()
      const { comment = '', delta_id, mode, pipeline } = request
      // Assumption: an id has 16 digits, and what builds on nothing says so with an empty text.
      const deployment: Deployment = {
        id: random.hex(8),
        env_id: envId,
        from_id: base?.id ?? '',
        set_id,
        comment,
        created_at: now,
        created_by: caller.id,
        status: 'pending',
        status_changed_at: now,
        export_file: '',
        export_status: '',
        ...(delta_id ? { delta_id } : {}),
        ...(values ? { value_set_version_id: values } : {}),
        ...(mode ? { mode } : {}),
        ...(graphId ? { dependency_graph_id: graphId } : {}),
        ...(pipeline ? { pipeline: readReference(pipeline) } : {}),
      }
      records.insert(appScope(orgId, appId), deployment.id, { deployment, ...record })
      for (const list of listsOf(deployment)) {
        listed.insert(listScope(orgId, appId, list), deployment.id, deployment.id)
      }
      neighbours.started(place, deployment)
      if (delta_id) neighbours.deltaDeployed(orgId, appId, delta_id)
      const begins = scheduler.now() + record.outcome.pendingMs
      scheduler.schedule('deployment.begins', begins, { place, id: deployment.id })
      scheduler.schedule('deployment.ends', begins + record.outcome.durationMs, { place, id: deployment.id })
      return deployment
    },
    readiness: (place) => {
      const { last_deploy_id } = neighbours.environment(place)
      const last = last_deploy_id === undefined ? undefined : find(place.orgId, place.appId, last_deploy_id)
      if (!last) return { problem: `Environment '${place.envId}' has never been deployed.` }
      if (last.endedAt === undefined) return undefined
      if (last.deployment.status === 'failed') return { problem: `Deployment '${last.deployment.id}' failed.` }
      const workloads = Object.entries(last.outcome.workloads)
      for (const [name, { neverReady }] of workloads) {
        if (neverReady !== undefined) return { problem: `${name}: ${neverReady}` }
      }
      const longest = workloads.reduce((most, [, { readyAfterMs }]) => Math.max(most, readyAfterMs), 0)
      return { readyAt: last.endedAt + longest }
    },
    forgetEnvironment: (orgId, appId, envId) => {
      for (const { deployment } of listOf({ orgId, appId, envId })) {
        unlist(orgId, appId, deployment)
        // What another environment still builds on stays (assumption): its next deployment needs the set.
        if (!neighbours.isBase(orgId, appId, deployment.id)) records.delete(appScope(orgId, appId), deployment.id)
      }
    },
    forgetApplication: (orgId, appId) => {
      for (const { deployment } of records.list(appScope(orgId, appId))) unlist(orgId, appId, deployment)
      records.deleteAll(appScope(orgId, appId))
    },
  }
}

const readReference = ({ id, run_id, job_id, step_index }: NonNullable<DeploymentRequest['pipeline']>) => {
  if (id === undefined || run_id === undefined || job_id === undefined || step_index === undefined) {
    throw badRequest('pipeline needs id, run_id, job_id and step_index.')
  }
  return { id, run_id, job_id, step_index }
}
