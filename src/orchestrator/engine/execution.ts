import type { JobRecord, RunRecord, RunRef } from '../runs/records.ts'
import type { DisclosedValue } from '../values/model.ts'
import type { JobDefinition, PipelineDefinition } from './definition/definition.ts'
import type { Redact } from './secrets.ts'

/** A run while it is being moved on, within one transaction. */
export interface Execution {
  ref: RunRef
  record: RunRecord
  jobs: Map<string, JobRecord>
  definition: PipelineDefinition
  /** The shared values of the application as they are now. */
  appValues(): readonly DisclosedValue[]
  /** Hides the secrets of the application. */
  redact: Redact
  /** Jobs that have to be saved. */
  changed: Set<string>
}

/** Every job after those that it needs, otherwise in the order of the definition. */
export const inOrder = (jobs: readonly JobDefinition[]): JobDefinition[] => {
  const byId = new Map(jobs.map((job) => [job.id, job]))
  const ordered = new Set<JobDefinition>()
  for (const start of jobs) {
    const open = [start]
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const missing = top.needs.flatMap((id) => byId.get(id) ?? []).find((job) => !ordered.has(job))
      if (missing) open.push(missing)
      else {
        ordered.add(top)
        open.pop()
      }
    }
  }
  return [...ordered]
}

export interface Deadline {
  /** Milliseconds since the epoch. */
  at: number
  of: 'run' | 'job' | 'step'
  seconds: number
}

/** When somebody's time is up. Of those who end at the same moment the outer one counts. */
export const deadlineOf = ({ record: { run } }: Execution, job: JobRecord, index: number): Deadline => {
  const step = job.steps[index]
  const started = { run: Date.parse(run.executing_at ?? run.created_at), job: job.startedAt, step: step?.startedAt }
  const seconds = { run: run.timeout_seconds, job: job.job.timeout_seconds, step: step?.step.timeout_seconds }
  let first: Deadline = { of: 'run', at: started.run + seconds.run * 1000, seconds: seconds.run }
  for (const part of ['job', 'step'] as const) {
    const limit = seconds[part]
    const from = started[part]
    if (limit === undefined || from === undefined) continue
    if (from + limit * 1000 < first.at) first = { of: part, at: from + limit * 1000, seconds: limit }
  }
  return first
}

export const minutesOf = ({ seconds }: Pick<Deadline, 'seconds'>): string => {
  const minutes = Math.round(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
