import type { Job, Run, Step } from './types.ts'
import { isTerminal } from './status.ts'

interface Timed {
  created_at: string
  completed_at?: string | null | undefined
}

/** Milliseconds since the epoch; undefined for what is no time. */
const timeOf = (text: string | null | undefined): number | undefined => {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? undefined : time
}

const lastedMs = (from: number | undefined, part: Timed, now: number): number => {
  const end = isTerminal(part) ? timeOf(part.completed_at) : now
  return from === undefined || end === undefined ? 0 : Math.max(0, end - from)
}

/**
 * When a part began. A job carries the time at which its run was created, and may have waited for others since: it
 * begins with its first step, and one without steps has not begun.
 */
const beginningOf = (part: Run | Job): number | undefined => {
  if (!('steps' in part)) return timeOf(part.created_at)
  const times = part.steps.map(({ created_at }) => timeOf(created_at)).filter((time) => time !== undefined)
  return times.length === 0 ? undefined : Math.min(...times)
}

/** How long a run or a job has lasted, or lasts at `now` (milliseconds since the epoch). */
export const durationMs = (part: Run | Job, now: number): number => lastedMs(beginningOf(part), part, now)

/** When a step began and ended, or `now` where it goes on: milliseconds since the epoch. */
export const stepSpan = (job: Job, step: Step, now: number): { from: number; to: number } => {
  const to = (isTerminal(step) ? timeOf(step.completed_at) : undefined) ?? now
  return { from: to - stepDurationMs(job, step, now), to }
}

/**
 * How long a step has lasted. All steps are created with their job, and nothing says when one began; but they go one
 * after the other, so it did at the end of the one before it.
 */
export const stepDurationMs = (job: Job, step: Step, now: number): number => {
  const ends = job.steps.filter(({ index }) => index < step.index).map(({ completed_at }) => timeOf(completed_at))
  const began = Math.max(...[...ends, timeOf(step.created_at), timeOf(job.created_at)].map((time) => time ?? 0))
  return lastedMs(began === 0 ? undefined : began, step, now)
}
