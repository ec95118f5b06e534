import type { Approval, Job, Step } from '../contract/types.ts'
import type { ApplicationApi, RunReference } from './application.ts'
import { listApprovals } from './approvals.ts'
import { awaitDeployment, awaitRun, type RunResult } from './await-run.ts'
import { readOr } from './conclude.ts'
import { type LogTail, mostTails, tailLines } from './log-tails.ts'
import type { OnRunEvent } from './run-events.ts'
import { logStart, readNewLines } from './step-logs.ts'

/** How things stand with a run, or a deployment without one. */
export interface Review {
  /** `timed-out` for what goes on. */
  readonly result: RunResult
  /** All approval requests of the run, the decided ones too. */
  readonly decisions: readonly Approval[]
  readonly tails: readonly LogTail[]
}

/** Looks once and waits for nothing; a server that is away for a moment is asked again as long as the client does. */
const withoutWaiting = (api: ApplicationApi): ApplicationApi => {
  const { lastLook: _, ...rest } = api
  return { ...rest, deadline: api.clock.now() }
}

const tailOf = async (api: ApplicationApi, run: RunReference, job: Job, step: Step): Promise<LogTail> => {
  const { lines } = await readNewLines(api, run, { jobId: job.id, stepIndex: step.index }, logStart)
  const left = Math.max(0, lines.length - tailLines)
  return { jobId: job.id, step: step.name, lines: lines.slice(left), left }
}

const readTails = async (
  api: ApplicationApi,
  run: RunReference,
  { jobs, onEvent }: { jobs: readonly Job[]; onEvent: OnRunEvent },
): Promise<LogTail[]> => {
  const failed = jobs.flatMap((job) =>
    job.steps.filter(({ status }) => status === 'failed').map((step) => ({ job, step })),
  )
  const tails: LogTail[] = []
  for (const { job, step } of failed.slice(0, mostTails)) {
    const what = `The log of step '${step.name}'`
    const read = (at: ApplicationApi) => tailOf(at, run, job, step)
    const tail = await readOr<LogTail | undefined>(api, undefined, { what, read, onEvent })
    if (tail && tail.lines.length > 0) tails.push(tail)
  }
  return tails
}

/** How things stand with a run at this moment: what `awaitRun` finds out, its approvals, and the logs of what failed. */
export const reviewRun = async (
  api: ApplicationApi,
  reference: RunReference,
  { envId, onEvent }: { envId: string | undefined; onEvent: OnRunEvent },
): Promise<Review> => {
  const result = await awaitRun(withoutWaiting(api), reference, { envId, until: 'approval', logs: false, onEvent })
  const what = `The approvals of run '${reference.runId}'`
  const decisions = await readOr<Approval[]>(api, [], {
    what,
    read: (at) => listApprovals(at, { run: reference }),
    onEvent,
  })
  return { result, decisions, tails: await readTails(api, reference, { jobs: result.jobs, onEvent }) }
}

/** The same for a deployment that no run is known of. */
export const reviewDeployment = async (
  api: ApplicationApi,
  place: { envId: string; deploymentId: string },
  onEvent: OnRunEvent,
): Promise<Review> => ({
  result: await awaitDeployment(withoutWaiting(api), place, onEvent),
  decisions: [],
  tails: [],
})
