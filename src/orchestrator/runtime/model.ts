import type { components } from '../../contract/schema.ts'
import { firstOf } from '../../first-of.ts'
import type { Caller } from '../auth.ts'
import { failuresIn, type Rollout, type Scaling, type Workload, workloadsAt } from '../cluster/workloads.ts'
import type { DeploymentRecord, Place } from '../deployments/model.ts'
import { badRequest } from '../errors.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'
import { type LogQuery, readLogs } from './logs.ts'
import { classOf } from './views.ts'

type EnvironmentRuntime = components['schemas']['EnvironmentRuntimeInfoResponse']
type Entry = components['schemas']['OutputEntryResponse']

export interface Runtime extends Dependant {
  /** Nothing runs before the first deployment (assumption). */
  workloads(place: Place): Workload[]
  /** In one word; an environment that does not exist says so. */
  summary(orgId: string, appId: string, envIds: readonly string[]): EnvironmentRuntime[]
  /** The numbers stay with the environment, whatever is deployed to it later. */
  scale(place: Place, replicas: Record<string, number>, caller: Caller): void
  pause(place: Place, paused: boolean, caller: Caller): void
  isPaused(place: Place): boolean
  logs(place: Place, query: LogQuery): Entry[]
  forgetEnvironment(orgId: string, appId: string, envId: string): void
}

export interface RuntimeNeighbours {
  /** Throws 404 for an environment that does not exist. */
  environment(place: Place): { type: string }
  environmentExists(orgId: string, appId: string, envId: string): boolean
  begun(place: Place): DeploymentRecord[]
  modulesOf(orgId: string, appId: string, setId: string): Record<string, unknown>
  /** Throws 403 for who may not change what runs there. */
  mayDeploy(caller: Caller, place: Place & { envType: string }): void
}

/** Assumption: what one workload may have on the simulated cluster; the API names no limit. */
const maxReplicas = 100

const untouched: Scaling = { paused: false, replicas: {} }

export const createRuntime = ({ store, scheduler }: Parts, neighbours: RuntimeNeighbours): Runtime => {
  const scalings = store.table<Scaling>('runtime')

  const scalingOf = ({ orgId, appId, envId }: Place) => scalings.get(appScope(orgId, appId), envId) ?? untouched
  const setScaling = ({ orgId, appId, envId }: Place, scaling: Scaling) => {
    scalings.delete(appScope(orgId, appId), envId)
    scalings.insert(appScope(orgId, appId), envId, scaling)
  }

  const toRollout = ({ orgId, appId }: Place, { deployment, outcome, endedAt }: DeploymentRecord): Rollout => ({
    deploymentId: deployment.id,
    outcome,
    failures: failuresIn(outcome),
    beganAt: Date.parse(deployment.created_at) + outcome.pendingMs,
    ...(endedAt === undefined ? {} : { endedAt }),
    modules: neighbours.modulesOf(orgId, appId, deployment.set_id),
  })
  const rolloutsOf = (place: Place): Rollout[] => neighbours.begun(place).map((record) => toRollout(place, record))
  const workloads = (place: Place) => workloadsAt(rolloutsOf(place), scalingOf(place), scheduler.now())

  const authorize = (place: Place, caller: Caller) =>
    neighbours.mayDeploy(caller, { ...place, envType: neighbours.environment(place).type })

  return {
    workloads,
    summary: (orgId, appId, envIds) =>
      envIds.map((envId) => {
        const place = { orgId, appId, envId }
        if (!neighbours.environmentExists(orgId, appId, envId)) {
          const error = `Environment '${envId}' does not exist in application '${orgId}/${appId}'.`
          return { id: envId, paused: false, error }
        }
        return { id: envId, paused: scalingOf(place).paused, status: classOf(workloads(place)) }
      }),
    scale: (place, replicas, caller) => {
      authorize(place, caller)
      const scaling = scalingOf(place)
      if (scaling.paused) throw badRequest(`Environment '${place.envId}' is paused: resume it before you scale it.`)
      const [last] = rolloutsOf(place)
      const modules = last?.modules ?? {}
      const names = Object.keys(modules)
      for (const [name, count] of Object.entries(replicas)) {
        if (!Object.hasOwn(modules, name)) {
          const known = names.length > 0 ? `its workloads are ${firstOf(names, 20)}` : 'nothing has been deployed to it'
          throw badRequest(`Environment '${place.envId}' has no workload '${name}': ${known}.`)
        }
        if (count > maxReplicas)
          throw badRequest(`body/${name} must be <= ${maxReplicas}: the cluster has no more room.`)
      }
      setScaling(place, { ...scaling, replicas: { ...scaling.replicas, ...replicas } })
    },
    pause: (place, paused, caller) => {
      authorize(place, caller)
      const scaling = scalingOf(place)
      if (paused === scaling.paused) return
      setScaling(place, { ...scaling, paused, ...(paused ? {} : { resumedAt: scheduler.now() }) })
    },
    isPaused: (place) => scalingOf(place).paused,
    logs: (place, query) => readLogs(rolloutsOf(place), scalingOf(place), query, scheduler.now()),
    forgetEnvironment: (orgId, appId, envId) => void scalings.delete(appScope(orgId, appId), envId),
    forgetApplication: (orgId, appId) => scalings.deleteAll(appScope(orgId, appId)),
  }
}
