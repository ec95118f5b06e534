import type { components } from '../../contract/schema.ts'
import { containersOf } from '../cluster/containers.ts'
import { failureOf, podNames, replicasOf, type Rollout, type Scaling, settledAt } from '../cluster/workloads.ts'

type Entry = components['schemas']['OutputEntryResponse']

export interface LogQuery {
  workload_id?: string
  container_id?: string
  deployment_id?: string
  timestamp_from?: string
  timestamp_to?: string
  limit?: string
  asc?: boolean
  invert?: boolean
}

/** Entries of one answer, as it is and at most (assumption). */
const defaultLimit = 100
const maxLimit = 1000

interface Line extends Omit<Entry, 'timestamp'> {
  at: number
}

/** What the containers of one rollout write: a line when they start, and one when they are ready or given up. */
const linesOf = (rollout: Rollout, scaling: Scaling): Line[] =>
  Object.entries(rollout.modules).flatMap(([workload, module]) => {
    const settled = settledAt(workload, rollout)
    const failure = failureOf(workload, rollout)
    const pods = podNames(workload, rollout.deploymentId, replicasOf(scaling, workload))
    return containersOf(module).flatMap(({ name, image }) =>
      pods.flatMap((pod) => {
        const from = { workload_id: workload, container_id: name }
        const start = { ...from, at: rollout.beganAt, level: 'INFO', payload: `${pod}: starting ${image}` }
        if (settled === undefined) return [start]
        const end =
          failure === undefined
            ? { level: 'INFO', payload: `${pod}: ready` }
            : { level: 'ERROR', payload: `${pod}: ${failure}` }
        return [start, { ...from, at: settled, ...end }]
      }),
    )
  })

const toEntry = ({ at, ...line }: Line): Entry => ({ ...line, timestamp: new Date(at).toISOString() })

/** The entries that a query asks for. A rollout writes until the next one begins, since its pods are gone then. */
export const readLogs = (rollouts: readonly Rollout[], scaling: Scaling, query: LogQuery, now: number): Entry[] => {
  const { workload_id, container_id, deployment_id, timestamp_from, timestamp_to, asc = false, invert = false } = query
  const limit = Math.min(Number(query.limit ?? defaultLimit), maxLimit)
  const earliest = timestamp_from === undefined ? -Infinity : Date.parse(timestamp_from)
  const latest = Math.min(now, timestamp_to === undefined ? Infinity : Date.parse(timestamp_to))
  const isAskedFor = (line: Line, until: number) =>
    (workload_id ?? line.workload_id) === line.workload_id &&
    (container_id ?? line.container_id) === line.container_id &&
    line.at >= earliest &&
    line.at <= latest &&
    line.at < until

  const spans = rollouts.map((rollout, index) => ({ rollout, until: rollouts[index - 1]?.beganAt ?? Infinity }))
  const taken: Line[] = []
  for (const { rollout, until } of asc ? spans.toReversed() : spans) {
    if (taken.length >= limit) break
    if (deployment_id !== undefined && deployment_id !== rollout.deploymentId) continue
    const lines = linesOf(rollout, scaling).filter((line) => isAskedFor(line, until))
    lines.sort((one, other) => (asc ? one.at - other.at : other.at - one.at))
    taken.push(...lines)
  }
  const entries = taken.slice(0, limit).map(toEntry)
  return invert ? entries.toReversed() : entries
}
