import type { ExecutionStatus } from '../../contract/status.ts'

type Transitions = Readonly<Record<ExecutionStatus, readonly ExecutionStatus[]>>

const ended = { succeeded: [], failed: [], cancelled: [], skipped: [] } as const

/** Which state may follow which. What has no successor is an end. */
export const transitions = {
  run: { queued: ['executing', 'cancelled'], executing: ['succeeded', 'failed', 'cancelled'], ...ended },
  /** A job fails without executing when its condition cannot be evaluated. */
  job: {
    queued: ['executing', 'failed', 'cancelled', 'skipped'],
    executing: ['succeeded', 'failed', 'cancelled'],
    ...ended,
  },
  step: {
    queued: ['executing', 'failed', 'cancelled', 'skipped'],
    executing: ['succeeded', 'failed', 'cancelled'],
    ...ended,
  },
} as const satisfies Record<string, Transitions>

export type Kind = keyof typeof transitions

/** What becomes of a request to cancel a run in each state. */
export const cancellation = {
  queued: 'ends',
  /** Ends at the next point at which it can be interrupted. Asking once more is fine (assumption). */
  executing: 'asked',
  cancelled: 'done',
  succeeded: 'refused',
  failed: 'refused',
  skipped: 'refused',
} as const satisfies Record<ExecutionStatus, string>

/** The contract has no closed list of states; the orchestrator writes only these. */
export const statusOf = (one: { status: string }) => one.status as ExecutionStatus

export const hasEnded = (one: { status: string }): boolean => transitions.job[statusOf(one)].length === 0

/** Moves a run, job or step on. An end says when it came. Throws for a move that the table does not have: a bug. */
export const move = <T extends { status: string; status_message: string; completed_at?: string }>(
  kind: Kind,
  one: T,
  to: ExecutionStatus,
  { at, message = '' }: { at: string; message?: string },
): T => {
  const allowed: readonly ExecutionStatus[] = transitions[kind][statusOf(one)]
  if (!allowed.includes(to)) throw new Error(`a ${kind} cannot go from ${one.status} to ${to}`)
  return { ...one, status: to, status_message: message, ...(hasEnded({ status: to }) ? { completed_at: at } : {}) }
}
