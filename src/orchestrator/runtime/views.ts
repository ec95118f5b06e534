import type { components } from '../../contract/schema.ts'
import type { Workload, WorkloadStatus } from '../cluster/workloads.ts'
import type { Place } from '../deployments/model.ts'

type Schemas = components['schemas']
type Class = Schemas['RuntimeInfoStatusClass']

/** Assumption: which class a status belongs to; the API lists both, and not what belongs together. */
const classes: Record<WorkloadStatus, Class> = {
  Running: 'Success',
  Starting: 'Warning',
  Failed: 'Failure',
  Stopped: 'Stopped',
}

const worstFirst: readonly Class[] = ['Failure', 'Warning', 'Success', 'Stopped']

/** The worst of the workloads; nothing is known of an environment without any. */
export const classOf = (workloads: readonly Workload[]): Class =>
  worstFirst.find((each) => workloads.some(({ status }) => classes[status] === each)) ?? 'Unknown'

const podStates = {
  Running: { phase: 'Running', status: 'Success' },
  Starting: { phase: 'Pending', status: 'Pending' },
  Failed: { phase: 'Running', status: 'Failure' },
  Stopped: { phase: 'Pending', status: 'Pending' },
} as const

const containerState = ({ status, message, readyAt }: Workload): Schemas['RuntimeInfoContainerState'] => {
  if (readyAt !== undefined) return { running: { started_at: new Date(readyAt).toISOString() } }
  return { waiting: { reason: status === 'Failed' ? 'CrashLoopBackOff' : 'ContainerCreating', message } }
}

const controllerOf = (workload: Workload) => {
  const { name, status, message, revision, pods, containers } = workload
  const state = podStates[status]
  const containerStatuses = containers.map((container) => ({
    name: container.name,
    ready: status === 'Running',
    restart_count: 0,
    restartCount: 0,
    status: state.status,
    state: containerState(workload),
  }))
  const states = pods.map((podName) => ({ podName, revision, ...state, containerStatuses }))
  return [name, { kind: 'Deployment', replicas: pods.length, status, message, revision, pods: states }] as const
}

/** Assumption: one namespace for each environment, named after it. */
const namespaceOf = ({ appId, envId }: Place) => `${appId}-${envId}`

export const toV1 = (place: Place, workloads: readonly Workload[]): Schemas['RuntimeInfoResponseV1'] => ({
  namespace: namespaceOf(place),
  modules: Object.fromEntries(
    workloads.map((workload) => [workload.name, Object.fromEntries([controllerOf(workload)])]),
  ),
})

export const toV2 = (place: Place, workloads: readonly Workload[]): Schemas['RuntimeInfoResponseV2'] => ({
  namespace: namespaceOf(place),
  modules: Object.fromEntries(
    workloads.map((workload) => [
      workload.name,
      {
        status: workload.status,
        status_class: classes[workload.status],
        controllers: Object.fromEntries([controllerOf(workload)]),
      },
    ]),
  ),
})
