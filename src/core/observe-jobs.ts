import { isTerminal } from '../contract/status.ts'
import type { Job, JobSummary, Step } from '../contract/types.ts'
import { hasStatus } from '../client/index.ts'
import type { ApplicationApi, RunReference } from './application.ts'
import type { OnRunEvent } from './run-events.ts'
import { type LogPosition, logStart, readNewLines } from './step-logs.ts'
import { isFailedCall, isPassing } from './trouble.ts'

interface SeenStep {
  /** Undefined once its log is given up. */
  position: LogPosition | undefined
  /** Looks in a row at which the log could not be read. */
  missed: number
  isDone: boolean
}

interface SeenJob {
  job: Job
  /** By index. */
  steps: Map<number, SeenStep>
  /** The state that was told last. */
  told: string
}

export interface JobObserver {
  /** Looks at every job once and tells what is new. */
  look(api: ApplicationApi): Promise<void>
  /** As they were last seen. */
  jobs(): Job[]
}

const jobsPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs'

/** What is worth a line; the etag alone may change with every line of a log. */
const stateOf = (job: JobSummary) => `${job.status} ${job.waiting_for ?? ''}`

const isUnchanged = (job: Job, { etag, status, completed_at }: JobSummary) =>
  Boolean(etag) && job.etag === etag && job.status === status && job.completed_at === completed_at

/** Words for what has not begun; any other is taken for work that goes on, since the API has no closed list. */
const idleStatuses = new Set(['queued', 'pending'])

const isBegun = (job: Job, step: Step) => isTerminal(step) || (!isTerminal(job) && !idleStatuses.has(step.status))

const hasEnded = (job: Job, step: Step) => isTerminal(step) || isTerminal(job)

/** How often the log of a step that has ended is asked for again before the end is told without it. */
const mostMissed = 3

/** Follows the jobs of a run. Log lines are told once; with `logs` off they are not read at all. */
export const observeJobs = (
  run: RunReference,
  { logs, onEvent }: { logs: boolean; onEvent: OnRunEvent },
): JobObserver => {
  const seen = new Map<string, SeenJob>()

  const tellNewLines = async (api: ApplicationApi, job: Job, step: Step, known: SeenStep) => {
    if (!known.position) return
    const place = { jobId: job.id, stepIndex: step.index }
    const { lines, position } = await readNewLines(api, run, place, known.position)
    known.position = position
    known.missed = 0
    for (const line of lines) onEvent({ kind: 'step-log', job, step, line })
  }

  /** A log is no reason to stop following: the next look reads on. Throws what ends, or repeats, the whole look. */
  const bearWithLog = (error: unknown, job: Job, step: Step, known: SeenStep) => {
    if (!isFailedCall(error) || hasStatus(error, 401)) throw error
    const isFinal = !isPassing(error)
    known.missed += 1
    if (!isFinal && hasEnded(job, step) && known.missed < mostMissed) throw error
    if (isFinal || hasEnded(job, step)) {
      known.position = undefined
      onEvent({ kind: 'missing', message: `The log of step '${step.name}' could not be read: ${error.message}` })
    }
  }

  const lookAtStep = async (api: ApplicationApi, job: Job, step: Step, steps: Map<number, SeenStep>) => {
    let known = steps.get(step.index)
    if (known?.isDone || !isBegun(job, step)) return
    if (!known) {
      known = { position: logStart, missed: 0, isDone: step.status === 'skipped' }
      steps.set(step.index, known)
      onEvent({ kind: known.isDone ? 'step-skipped' : 'step-started', job, step })
    }
    if (known.isDone) return
    const last = known
    if (logs) {
      await tellNewLines(api, job, step, last).catch((error: unknown) => {
        if (api.signal?.aborted) throw error
        bearWithLog(error, job, step, last)
      })
    }
    if (!hasEnded(job, step)) return
    last.isDone = true
    onEvent({ kind: 'step-ended', job, step })
  }

  const read = async ({ client, orgId, appId }: ApplicationApi, jobId: string): Promise<Job> => {
    const { pipelineId, runId } = run
    const { body } = await client.get(`${jobsPath}/{jobId}`, { path: { orgId, appId, pipelineId, runId, jobId } })
    return { ...body, steps: body.steps ?? [] }
  }

  const lookAtJob = async (api: ApplicationApi, summary: JobSummary): Promise<void> => {
    const before = seen.get(summary.id)
    const isSame = before !== undefined && isUnchanged(before.job, summary)
    if (isSame && isTerminal(before.job) && before.told === stateOf(before.job)) return
    const job = isSame ? before.job : await read(api, summary.id)
    const current: SeenJob = { steps: new Map(), told: '', ...before, job }
    seen.set(job.id, current)
    const tell = () => {
      if (current.told !== stateOf(job)) onEvent({ kind: 'job', job })
      current.told = stateOf(job)
    }
    if (!isTerminal(job)) tell()
    for (const step of job.steps) await lookAtStep(api, job, step, current.steps)
    if (isTerminal(job)) tell()
  }

  return {
    jobs: () => [...seen.values()].map(({ job }) => job),
    look: async (api) => {
      const { orgId, appId } = api
      const path = { orgId, appId, pipelineId: run.pipelineId, runId: run.runId }
      for await (const summary of api.client.pages(jobsPath, { path })) await lookAtJob(api, summary)
    },
  }
}
