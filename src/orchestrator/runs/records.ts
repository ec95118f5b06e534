import { isDeepStrictEqual } from 'node:util'
import type { components } from '../../contract/schema.ts'
import type { Value } from '../engine/expressions/values.ts'
import { appScope, type Parts } from '../parts.ts'
import { hasEnded } from './lifecycle.ts'

export type Run = components['schemas']['PipelineRun']
export type Job = components['schemas']['PipelineJobPartial']
export type Step = components['schemas']['PipelineStep']
export type StepLog = components['schemas']['PipelineStepLog']

export type LogLevel = 'info' | 'warning' | 'error'

/** Where a run lies. */
export interface RunRef {
  orgId: string
  appId: string
  pipelineId: string
  runId: string
}

/** What a step that waits has to know when it goes on. */
interface Wait {
  /** The step action's own; JSON. */
  state: unknown
  /** The event that lets it go on. */
  on?: string
  /** When it is looked at again at the latest, in milliseconds since the epoch: that task alone may wake it. */
  wakeAt: number
}

export interface StepRecord {
  step: Step
  outputs: Record<string, Value>
  /** Milliseconds since the epoch. */
  startedAt?: number
  wait?: Wait
}

export interface JobRecord {
  job: Job
  steps: StepRecord[]
  outputs: Record<string, Value>
  /** Milliseconds since the epoch. */
  startedAt?: number
}

export interface RunRecord {
  run: Run
  /** Why it is being cancelled, once it is. */
  cancelReason?: string
}

export type PipelineRef = Omit<RunRef, 'runId'>

export const refOf = ({ run }: RunRecord): RunRef => ({
  orgId: run.org_id,
  appId: run.app_id,
  pipelineId: run.pipeline_id,
  runId: run.id,
})

const visible = ({ job, steps }: JobRecord) => ({ job, steps: steps.map(({ step }) => step) })

const pipelineScope = ({ orgId, appId, pipelineId }: PipelineRef) => `${appScope(orgId, appId)}/${pipelineId}`
const runScope = (ref: RunRef) => `${pipelineScope(ref)}/${ref.runId}`
const stepScope = (ref: RunRef, jobId: string, index: number) => `${runScope(ref)}/${jobId}/${index}`

/** What is remembered of runs: the runs, their jobs with steps, and the lines that steps wrote. */
export const createRunRecords = ({ store, scheduler, random }: Parts) => {
  const runs = store.table<RunRecord>('runs')
  /** The ones that have not ended, to find them without looking at all the others. */
  const active = store.table<{ runId: string }>('active-runs')
  const jobs = store.table<JobRecord>('jobs')
  const logs = store.table<StepLog>('step-logs')

  const newEtag = () => ({ etag: random.hex(8) })

  const remove = (ref: RunRef) => {
    for (const { job, steps } of jobs.list(runScope(ref))) {
      for (const { step } of steps) logs.deleteAll(stepScope(ref, job.id, step.index))
    }
    jobs.deleteAll(runScope(ref))
    active.delete(pipelineScope(ref), ref.runId)
    runs.delete(pipelineScope(ref), ref.runId)
  }

  return {
    run: (ref: RunRef): RunRecord | undefined => runs.get(pipelineScope(ref), ref.runId),
    insert: (record: RunRecord, jobRecords: readonly JobRecord[]) => {
      const ref = refOf(record)
      runs.insert(pipelineScope(ref), ref.runId, record)
      active.insert(pipelineScope(ref), ref.runId, { runId: ref.runId })
      for (const each of jobRecords) jobs.insert(runScope(ref), each.job.id, each)
    },
    /** What can be seen of it has a new ETag when it is another than before. */
    saveRun: (record: RunRecord) => {
      const ref = refOf(record)
      const isSame = isDeepStrictEqual(runs.get(pipelineScope(ref), ref.runId)?.run, record.run)
      runs.update(pipelineScope(ref), ref.runId, isSame ? record : { ...record, run: { ...record.run, ...newEtag() } })
      if (hasEnded(record.run)) active.delete(pipelineScope(ref), ref.runId)
    },
    job: (ref: RunRef, jobId: string): JobRecord | undefined => jobs.get(runScope(ref), jobId),
    /** In the order of the pipeline's definition. */
    jobs: (ref: RunRef): JobRecord[] => jobs.list(runScope(ref)),
    saveJob: (ref: RunRef, record: JobRecord) => {
      const { id } = record.job
      const before = jobs.get(runScope(ref), id)
      const isSame = before !== undefined && isDeepStrictEqual(visible(before), visible(record))
      const job = isSame ? record.job : { ...record.job, ...newEtag(), updated_at: scheduler.timestamp() }
      jobs.update(runScope(ref), id, { ...record, job })
    },
    log: (ref: RunRef, jobId: string, index: number, level: LogLevel, message: string) => {
      const line: StepLog = { at: scheduler.timestamp(), level, message }
      logs.insert(stepScope(ref, jobId, index), random.uuid(), line)
    },
    hasActive: (pipeline: PipelineRef): boolean => {
      for (const _ of active.scan({ scope: pipelineScope(pipeline) })) return true
      return false
    },
    /** Newest first, of a pipeline or of the whole organization. */
    scanRuns: (orgId: string, pipeline: PipelineRef | undefined, from: number | undefined) =>
      runs.scan({
        scope: pipeline ? pipelineScope(pipeline) : orgId,
        within: pipeline === undefined,
        order: 'newest-first',
        ...(from === undefined ? {} : { from }),
      }),
    scanJobs: (ref: RunRef, from: number | undefined) =>
      jobs.scan({ scope: runScope(ref), ...(from === undefined ? {} : { from }) }),
    scanLogs: (ref: RunRef, jobId: string, index: number, from: number | undefined) =>
      logs.scan({ scope: stepScope(ref, jobId, index), ...(from === undefined ? {} : { from }) }),
    remove,
    ofApplication: (orgId: string, appId: string): RunRecord[] =>
      [...runs.scan({ scope: appScope(orgId, appId), within: true })].map(({ value }) => value),
    ofPipeline: (pipeline: PipelineRef): RunRecord[] => runs.list(pipelineScope(pipeline)),
  }
}

export type RunRecords = ReturnType<typeof createRunRecords>
