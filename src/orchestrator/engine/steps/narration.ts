import { ownValue } from '../../../sets/json.ts'
import type { Cluster } from '../../cluster/model.ts'

/** A line of a log, to be written when its time has come. */
export interface Line {
  /** Milliseconds since the epoch. */
  at: number
  message: string
}

/** Lines about workloads. Each is a moment at which the run moves on, and is stored with all that are still to come. */
const mostRises = 500

/**
 * What there will be to read about a deployment while it goes on: its begin, and each workload as it comes up.
 * Workloads that have no duration of their own in the simulated cluster come up one after the other.
 * Of very many not each is told, but how many there are by then.
 */
export const narrate = (
  { id, envId, modules, now }: { id: string; envId: string; modules: Record<string, unknown>; now: number },
  cluster: Pick<Cluster, 'behaviour' | 'outcomeOf'>,
): Line[] => {
  const { durationMs, workloads } = cluster.behaviour()
  const { pendingMs, errors, workloads: outcomes } = cluster.outcomeOf(envId, modules)
  const begins = now + pendingMs
  const failing = new Set(errors.map((error) => error.object_id))
  const names = Object.keys(modules).toSorted()
  const ownDuration = (name: string) => ownValue(outcomes, name)?.upAfterMs ?? ownValue(workloads, name)?.durationMs
  const rises = names
    .map((name, index) => ({
      name,
      at: begins + (ownDuration(name) ?? Math.round((durationMs * (index + 1)) / names.length)),
    }))
    .filter(({ name }) => !failing.has(name))
    .toSorted((one, other) => one.at - other.at)
  const every = Math.ceil(rises.length / mostRises)
  return [
    { at: begins, message: `Deployment ${id} is in progress` },
    ...rises
      .map(({ name, at }, index) => ({ at, message: `${name} is up (${index + 1} of ${names.length})` }))
      .filter((_, index) => (index + 1) % every === 0 || index + 1 === rises.length),
  ]
}
