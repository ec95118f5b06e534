import { isTerminal } from '../contract/status.ts'
import type { Job, JobSummary, Step } from '../contract/types.ts'
import type { ApplicationApi, RunReference } from './application.ts'
import type { OnRunEvent } from './run-events.ts'
import { type LogPosition, logStart, readNewLines } from './step-logs.ts'
import { isPassing } from './trouble.ts'

interface SeenStep {
  position: LogPosition
  isDone: boolean
}

interface SeenJob {
  job: Job
  /** By index. */
  steps: Map<number, SeenStep>
}

export interface JobObserver {
  /** Looks at every job once and tells what is new. True when some job has changed its state. */
  look(): Promise<boolean>
  /** As they were last seen. */
  jobs(): Job[]
}

const jobsPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs'

/** What makes a job's state: its steps' progress counts too, its etag alone may change with every log line. */
const stateOf = (job: JobSummary) => `${job.status} ${job.waiting_for ?? ''}`

/** Follows the jobs of a run. Log lines are told once; with `logs` off they are not read at all. */
export const observeJobs = (
  api: ApplicationApi,
  run: RunReference,
  { logs, onEvent }: { logs: boolean; onEvent: OnRunEvent },
): JobObserver => {
  const seen = new Map<string, SeenJob>()
  const path = { orgId: api.orgId, appId: api.appId, pipelineId: run.pipelineId, runId: run.runId }

  const tellNewLines = async (job: Job, step: Step, known: SeenStep) => {
    const place = { jobId: job.id, stepIndex: step.index }
    const { lines, position } = await readNewLines(api, run, place, known.position)
    known.position = position
    for (const line of lines) onEvent({ kind: 'step-log', job, step, line })
  }

  const lookAtStep = async (job: Job, step: Step, steps: Map<number, SeenStep>) => {
    let known = steps.get(step.index)
    if (!known) {
      known = { position: logStart, isDone: false }
      steps.set(step.index, known)
      onEvent({ kind: 'step-started', job, step })
    }
    if (known.isDone) return
    if (logs) {
      // Lines that cannot be read now are read at the next look; those of a step that has ended get no other.
      await tellNewLines(job, step, known).catch((error: unknown) => {
        if (!isPassing(error)) throw error
        onEvent({ kind: 'trouble', message: `The log of step '${step.name}' could not be read: ${error.message}` })
      })
    }
    if (!isTerminal(step) && !isTerminal(job)) return
    known.isDone = true
    onEvent({ kind: 'step-ended', job, step })
  }

  const lookAtJob = async (summary: JobSummary): Promise<boolean> => {
    const before = seen.get(summary.id)
    const isSame = before !== undefined && before.job.etag === summary.etag && summary.etag !== ''
    if (isSame && isTerminal(before.job)) return false
    const job = isSame
      ? before.job
      : (await api.client.get(`${jobsPath}/{jobId}`, { path: { ...path, jobId: summary.id } })).body
    const current: SeenJob = { job, steps: before?.steps ?? new Map<number, SeenStep>() }
    seen.set(job.id, current)
    const hasChanged = before === undefined || stateOf(before.job) !== stateOf(job)
    const hasEnded = isTerminal(job)
    if (hasChanged && !hasEnded) onEvent({ kind: 'job', job })
    for (const step of job.steps) await lookAtStep(job, step, current.steps)
    if (hasChanged && hasEnded) onEvent({ kind: 'job', job })
    return hasChanged || before.job.steps.length !== job.steps.length
  }

  return {
    jobs: () => [...seen.values()].map(({ job }) => job),
    look: async () => {
      let hasChanged = false
      for await (const summary of api.client.pages(jobsPath, { path })) {
        hasChanged = (await lookAtJob(summary)) || hasChanged
      }
      return hasChanged
    },
  }
}
