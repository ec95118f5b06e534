import { isObject, ownValue } from '../../sets/json.ts'
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
  /** From the beginning of the work until it is up, where the workloads are not all deployed side by side. */
  upAfterMs?: number
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

/** What a module says by `deploy.when`: who comes later waits for all who come before. */
const phases: readonly unknown[] = ['before', 'deploy', 'after']
const ordinary = phases.indexOf('deploy')

/** Seconds. Whatever a module says, nobody waits for longer. */
const longestTimeout = 86_400

/** When a workload is deployed, and until what or when it is waited for. Words that are not known say nothing. */
const conditionOf = (module: unknown): { phase: number; until?: { success: string; timeout: number } } => {
  const deploy = isObject(module) ? ownValue(module, 'deploy') : undefined
  if (!isObject(deploy)) return { phase: ordinary }
  const { when, success, timeout } = deploy
  const phase = phases.includes(when) ? phases.indexOf(when) : ordinary
  // Assumption: here, where nothing is run, a workload is complete as soon as it is available.
  if ((success !== 'available' && success !== 'complete') || typeof timeout !== 'number') return { phase }
  return { phase, until: { success, timeout: Math.min(Math.max(timeout, 0), longestTimeout) } }
}

const workloadError = (name: string, summary: string, message: string, code = 'CLD-001'): DeploymentError => ({
  code,
  error_type: 'workload',
  message,
  object_id: name,
  scope: 'workload',
  summary,
})

const failureOf = (name: string, module: unknown, envId: string, failure: WorkloadFailure | undefined) => {
  if (!failure) return []
  const { env, image, code, message, summary = `Workload '${name}' did not start` } = failure
  if (
    (env !== undefined && env !== envId) ||
    (image !== undefined && !containersOf(module).some((container) => container.image === image))
  ) {
    return []
  }
  return [workloadError(name, summary, message, code)]
}

interface Planned {
  name: string
  phase: number
  /** How long it takes, and is waited for. */
  takesMs: number
  isAwaited: boolean
  errors: DeploymentError[]
  outcome: WorkloadOutcome
}

const planWorkload = (name: string, module: unknown, envId: string, behaviour: ClusterBehaviour): Planned => {
  const own: WorkloadBehaviour = ownValue(behaviour.workloads, name) ?? {}
  const { durationMs = behaviour.durationMs, readyAfterMs = behaviour.readyAfterMs, neverReady, fail } = own
  const reason = neverReady === undefined ? {} : { neverReady }
  const errors = failureOf(name, module, envId, fail)
  const { phase, until } = conditionOf(module)
  if (!until || errors.length > 0) {
    return { name, phase, takesMs: durationMs, isAwaited: false, errors, outcome: { readyAfterMs, ...reason } }
  }
  const { success, timeout } = until
  const isMet = neverReady === undefined && readyAfterMs <= timeout * 1000
  const message = neverReady ?? `It was not ${success} within ${timeout} seconds.`
  return {
    name,
    phase,
    takesMs: durationMs + (isMet ? readyAfterMs : timeout * 1000),
    isAwaited: true,
    errors: isMet ? [] : [workloadError(name, `Workload '${name}' did not meet its condition`, message)],
    outcome: { readyAfterMs: 0, ...reason },
  }
}

/** The workloads of one phase after the other. Assumption: what comes after one that fails is not deployed at all. */
const runPhases = (planned: readonly Planned[]) => {
  const errors: DeploymentError[] = []
  const upAfterMs = new Map<string, number>()
  let endsMs = 0
  let failed: Planned | undefined
  for (const phase of phases.keys()) {
    const beginsMs = endsMs
    const before = failed
    for (const each of planned.filter((workload) => workload.phase === phase)) {
      const { name } = each
      if (before) {
        const message = `It comes after '${before.name}', which failed.`
        errors.push(workloadError(name, `Workload '${name}' was not deployed`, message))
        continue
      }
      errors.push(...each.errors)
      if (each.errors.length > 0) failed ??= each
      upAfterMs.set(name, beginsMs + each.takesMs)
      endsMs = Math.max(endsMs, beginsMs + each.takesMs)
    }
  }
  return { errors, upAfterMs, endsMs }
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
      const current = behaviour()
      const planned = Object.entries(modules).map(([name, module]) => planWorkload(name, module, envId, current))
      const { errors, upAfterMs, endsMs } = runPhases(planned)
      const isOrdered = planned.some(({ phase, isAwaited }) => phase !== ordinary || isAwaited)
      return {
        pendingMs: current.pendingMs,
        durationMs: Math.max(current.durationMs, endsMs),
        errors,
        workloads: Object.fromEntries(
          planned.map(({ name, outcome }) => {
            const upAt = isOrdered ? upAfterMs.get(name) : undefined
            return [name, upAt === undefined ? outcome : { ...outcome, upAfterMs: upAt }]
          }),
        ),
      }
    },
  }
}
