import type { Store } from '../store.ts'
import { containersOf } from './containers.ts'

/** How one workload behaves when it is deployed. Durations in milliseconds. */
export interface WorkloadBehaviour {
  /** How long it takes to come up; the cluster's default otherwise. */
  durationMs?: number
  /** From the end of the deployment until its pods are ready; the cluster's default otherwise. */
  readyAfterMs?: number
  /** Its pods never become ready, for this reason. */
  neverReady?: string
  fail?: WorkloadFailure
}

export interface WorkloadFailure {
  /** Fails in this environment only. */
  env?: string
  /** Fails only when one of its containers has exactly this image. */
  image?: string
  code?: string
  summary?: string
  message: string
}

/** What the simulated cluster does with a deployment: it runs no containers. */
export interface ClusterBehaviour {
  /** From the request until work begins. */
  pendingMs: number
  /** From the beginning of the work to its end. */
  durationMs: number
  readyAfterMs: number
  /** For the removal of an environment's resources. */
  teardownMs: number
  workloads: Record<string, WorkloadBehaviour>
}

export interface DeploymentError {
  code: string
  error_type: string
  message: string
  object_id: string
  scope: string
  summary: string
}

/** What will become of a deployment. */
export interface Outcome {
  pendingMs: number
  durationMs: number
  errors: DeploymentError[]
  workloads: Record<string, WorkloadOutcome>
}

/** What will become of one of the workloads of a deployment, after that deployment's end. */
export interface WorkloadOutcome {
  readyAfterMs: number
  /** Why it will never be ready. */
  neverReady?: string
}

type Modules = Record<string, unknown>

const defaults: ClusterBehaviour = {
  pendingMs: 200,
  durationMs: 2000,
  readyAfterMs: 1000,
  teardownMs: 1000,
  workloads: {},
}

export interface Cluster {
  behaviour(): ClusterBehaviour
  behave(change: Partial<ClusterBehaviour>): void
  behaveByDefault(): void
  /** Decides how a deployment of these modules to that environment will go. */
  outcomeOf(envId: string, modules: Modules): Outcome
}

const failureOf = (name: string, module: unknown, envId: string, failure: WorkloadFailure | undefined) => {
  if (!failure) return []
  const { env, image, code = 'CLD-001', message, summary = `Workload '${name}' did not start` } = failure
  if (
    (env !== undefined && env !== envId) ||
    (image !== undefined && !containersOf(module).some((container) => container.image === image))
  ) {
    return []
  }
  return [{ code, error_type: 'workload', message, object_id: name, scope: 'workload', summary }]
}

export const createCluster = ({ store }: { store: Store }): Cluster => {
  const settings = store.table<ClusterBehaviour>('cluster')
  const behaviour = () => settings.get('', 'behaviour') ?? defaults

  return {
    behaviour,
    behave: (change) => {
      const changed = { ...behaviour(), ...change }
      settings.delete('', 'behaviour')
      settings.insert('', 'behaviour', changed)
    },
    behaveByDefault: () => void settings.delete('', 'behaviour'),
    outcomeOf: (envId, modules) => {
      const { pendingMs, durationMs, readyAfterMs, workloads } = behaviour()
      const planned = Object.entries(modules).map(([name, module]) =>
        Object.assign({ name, module }, Object.hasOwn(workloads, name) ? workloads[name] : undefined),
      )
      return {
        pendingMs,
        durationMs: Math.max(durationMs, ...planned.map((workload) => workload.durationMs ?? 0)),
        errors: planned.flatMap(({ name, module, fail }) => failureOf(name, module, envId, fail)),
        workloads: Object.fromEntries(
          planned.map(({ name, neverReady, readyAfterMs: ownMs = readyAfterMs }) => [
            name,
            { readyAfterMs: ownMs, ...(neverReady === undefined ? {} : { neverReady }) },
          ]),
        ),
      }
    },
  }
}
