import type { StepLog } from '../contract/types.ts'
import type { OnRunEvent, StepPlace } from './run-events.ts'

/** The end of the log of a step that failed. */
export interface LogTail {
  readonly jobId: string
  readonly step: string
  readonly lines: readonly StepLog[]
  /** How many lines come before them. */
  readonly left: number
}

/** What of a log is shown where it is not followed. */
export const tailLines = 20
export const mostTails = 3

interface Kept {
  lines: StepLog[]
  count: number
}

/** Keeps the last lines of steps that fail, out of what is told about a run. */
export const keepTails = (tell: OnRunEvent): { onEvent: OnRunEvent; tails(): LogTail[] } => {
  const open = new Map<string, Kept>()
  const tails: LogTail[] = []
  const keyOf = ({ job, step }: StepPlace) => `${job.id}/${step.index}`

  const keep = (place: StepPlace, line: StepLog) => {
    const kept = open.get(keyOf(place)) ?? { lines: [], count: 0 }
    open.set(keyOf(place), kept)
    kept.lines.push(line)
    kept.count += 1
    if (kept.lines.length > tailLines) kept.lines.shift()
  }
  const end = (place: StepPlace) => {
    const kept = open.get(keyOf(place))
    open.delete(keyOf(place))
    const { job, step } = place
    if (!kept || step.status !== 'failed' || tails.length >= mostTails) return
    tails.push({ jobId: job.id, step: step.name, lines: kept.lines, left: kept.count - kept.lines.length })
  }
  return {
    onEvent: (event) => {
      if (event.kind === 'step-log') keep(event, event.line)
      if (event.kind === 'step-ended') end(event)
      tell(event)
    },
    tails: () => tails,
  }
}
