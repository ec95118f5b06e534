import { createHash } from 'node:crypto'
import { type Container, containersOf } from './containers.ts'
import type { Outcome } from './model.ts'

/** A deployment that the cluster has begun to work on. Times in milliseconds since the epoch. */
export interface Rollout {
  deploymentId: string
  outcome: Outcome
  beganAt: number
  /** Absent while it is worked on. */
  endedAt?: number
  modules: Record<string, unknown>
  /** By workload, why it has failed. */
  failures: ReadonlyMap<string, string>
}

export type WorkloadStatus = 'Starting' | 'Running' | 'Failed' | 'Stopped'

/** A workload as the cluster has it at one moment. */
export interface Workload {
  name: string
  status: WorkloadStatus
  /** Why it is not running; empty when it is, or is about to be. */
  message: string
  /** When its pods became ready, if they are. */
  readyAt?: number
  /** How many times it has been deployed. */
  revision: number
  pods: string[]
  containers: Container[]
}

/** What somebody has asked for beside the deployments. */
export interface Scaling {
  paused: boolean
  /** When it was last resumed: its pods have been made anew. */
  resumedAt?: number
  replicas: Record<string, number>
}

export const replicasOf = ({ replicas }: Scaling, workload: string): number =>
  (Object.hasOwn(replicas, workload) ? replicas[workload] : undefined) ?? 1

/** Named as Kubernetes names the pods of a Deployment: the same ones for the same rollout, whenever they are asked for. */
export const podNames = (workload: string, deploymentId: string, count: number): string[] => {
  const hash = (text: string, length: number) => createHash('sha256').update(text).digest('hex').slice(0, length)
  const template = hash(`${deploymentId} ${workload}`, 10)
  return Array.from({ length: count }, (_, index) => `${workload}-${template}-${hash(`${template} ${index}`, 5)}`)
}

/** The first reason of each workload that fails. */
export const failuresIn = ({ errors }: Outcome): ReadonlyMap<string, string> =>
  new Map(errors.toReversed().map(({ object_id, message }) => [object_id, message]))

/** When the pods of a workload are ready, or are given up; undefined while it is being deployed. */
export const settledAt = (
  name: string,
  { outcome, failures, endedAt }: Rollout,
  resumedAt = -Infinity,
): number | undefined => {
  if (endedAt === undefined) return undefined
  const waitMs = failures.has(name) ? 0 : (outcome.workloads[name]?.readyAfterMs ?? 0)
  return Math.max(endedAt, resumedAt) + waitMs
}

/** Why a workload does not come up at all. */
export const failureOf = (name: string, { outcome, failures }: Rollout): string | undefined =>
  failures.get(name) ?? outcome.workloads[name]?.neverReady

const stateOf = (name: string, rollout: Rollout, scaling: Scaling, now: number) => {
  if (scaling.paused) return { status: 'Stopped', message: 'The environment is paused.' } as const
  if (replicasOf(scaling, name) === 0) return { status: 'Stopped', message: 'It is scaled to 0 replicas.' } as const
  const readyAt = settledAt(name, rollout, scaling.resumedAt)
  if (readyAt === undefined || now < readyAt) return { status: 'Starting', message: '' } as const
  const message = failureOf(name, rollout)
  if (message !== undefined) return { status: 'Failed', message } as const
  return { status: 'Running', message: '', readyAt } as const
}

const workloadOf = (
  [name, module]: [string, unknown],
  rollout: Rollout,
  { scaling, now, revision }: { scaling: Scaling; now: number; revision: number },
): Workload => ({
  name,
  ...stateOf(name, rollout, scaling, now),
  revision,
  pods: podNames(name, rollout.deploymentId, scaling.paused ? 0 : replicasOf(scaling, name)),
  containers: containersOf(module),
})

/**
 * What runs, from the rollouts of an environment, the newest first. Assumption: the cluster runs what the last one
 * says, also when it has failed; what ran before is gone as soon as that has begun.
 */
export const workloadsAt = (rollouts: readonly Rollout[], scaling: Scaling, now: number): Workload[] => {
  const [last] = rollouts
  if (!last) return []
  return Object.entries(last.modules).map((entry) => {
    const revision = rollouts.filter(({ modules }) => Object.hasOwn(modules, entry[0])).length
    return workloadOf(entry, last, { scaling, now, revision })
  })
}
