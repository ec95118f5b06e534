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

/** How long a run or a job has lasted, or lasts at `now` (milliseconds since the epoch). */
export const durationMs = (part: Run | Job, now: number): number => lastedMs(timeOf(part.created_at), part, now)

/**
 * How long a step has lasted. All steps are created with their job, and nothing says when one began; but they go one
 * after the other, so it did at the end of the one before it.
 */
export const stepDurationMs = (job: Job, step: Step, now: number): number => {
  const ends = job.steps.filter(({ index }) => index < step.index).map(({ completed_at }) => timeOf(completed_at))
  const began = Math.max(...[...ends, timeOf(step.created_at), timeOf(job.created_at)].map((time) => time ?? 0))
  return lastedMs(began === 0 ? undefined : began, step, now)
}
