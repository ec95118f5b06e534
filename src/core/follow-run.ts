import { isTerminal } from '../contract/status.ts'
import type { Approval, Job, Run } from '../contract/types.ts'
import type { ApplicationApi, RunReference } from './application.ts'
import { createPolls } from './poll.ts'
import { observeJobs } from './observe-jobs.ts'
import { inStepOrder, type OnRunEvent } from './run-events.ts'
import { isPassing } from './trouble.ts'

export interface FollowOptions {
  /** Stop at the end of the run, or as soon as somebody has to approve. */
  until: 'completed' | 'approval'
  /** Read and tell the steps' logs. */
  logs: boolean
  onEvent: OnRunEvent
}

/** How the following ended; `approvals` are those that wait for somebody at that moment. */
export type RunEnd =
  | { readonly kind: 'completed'; readonly run: Run; readonly jobs: Job[] }
  | { readonly kind: 'awaiting-approval'; readonly run: Run; readonly jobs: Job[]; readonly approvals: Approval[] }
  /** `run` is undefined when it could not be read even once. */
  | { readonly kind: 'timed-out'; readonly run: Run | undefined; readonly jobs: Job[]; readonly approvals: Approval[] }

const runPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}'

export const getRun = async (
  { client, orgId, appId }: ApplicationApi,
  { pipelineId, runId }: RunReference,
): Promise<Run> => {
  const { body } = await client.get(runPath, { path: { orgId, appId, pipelineId, runId } })
  return body
}

/** The approval requests of a run that wait for a decision. */
export const pendingApprovals = async (
  { client, orgId, appId }: ApplicationApi,
  { pipelineId, runId }: RunReference,
): Promise<Approval[]> => {
  const query = { pipeline: [pipelineId], run: [runId], status: 'waiting' as const }
  const found: Approval[] = []
  for await (const approval of client.pages('/orgs/{orgId}/apps/{appId}/approvals', {
    path: { orgId, appId },
    query,
  })) {
    if (approval.run_id === runId && approval.status === 'waiting') found.push(approval)
  }
  return found
}

/** Jobs may wait for deployments, which are known by their name, or for people. */
const waitsForSomebody = (job: Job) =>
  !isTerminal(job) &&
  job.waiting_for !== undefined &&
  job.waiting_for !== '' &&
  !job.waiting_for.includes('.deployment(')

/** Reads the approvals again only when what the jobs wait for has changed. */
const observeApprovals = (api: ApplicationApi, run: RunReference, onEvent: OnRunEvent) => {
  const told = new Set<string>()
  let before = ''
  let approvals: Approval[] = []
  return {
    approvals: () => approvals,
    look: async (jobs: readonly Job[]) => {
      const waiting = jobs.filter(waitsForSomebody)
      const now = waiting.map(({ id, etag, waiting_for }) => `${id} ${etag} ${waiting_for}`).join('\n')
      if (now === before) return
      approvals = waiting.length > 0 ? await pendingApprovals(api, run) : []
      before = now
      for (const approval of approvals) {
        if (!told.has(approval.id)) onEvent({ kind: 'approval', approval })
        told.add(approval.id)
      }
    },
  }
}

/**
 * Follows a run until it has ended, telling what happens. It looks at once, sleeps only while there is something to
 * wait for, and lives through a server that cannot be reached for a while. Throws what the server refuses.
 */
export const followRun = async (
  api: ApplicationApi,
  reference: RunReference,
  { until, logs, onEvent }: FollowOptions,
): Promise<RunEnd> => {
  const tell = inStepOrder(onEvent)
  const polls = createPolls(api)
  const observer = observeJobs(api, reference, { logs, onEvent: tell })
  const approvals = observeApprovals(api, reference, tell)
  let run: Run | undefined

  const look = async () => {
    const seen = await getRun(api, reference)
    const isNews = run?.status !== seen.status
    const hasEnded = isTerminal(seen)
    run = seen
    if (isNews && !hasEnded) tell({ kind: 'run', run })
    // The jobs are read after the run: once that has ended, nothing of them can be missed.
    if ((await observer.look()) || isNews) polls.changed()
    if (isNews && hasEnded) tell({ kind: 'run', run })
    await approvals.look(observer.jobs())
    return hasEnded
  }

  do {
    try {
      const hasEnded = await look()
      const jobs = observer.jobs()
      if (run && hasEnded) return { kind: 'completed', run, jobs }
      if (run && until === 'approval' && approvals.approvals().length > 0) {
        return { kind: 'awaiting-approval', run, jobs, approvals: approvals.approvals() }
      }
    } catch (error) {
      if (!isPassing(error) || api.signal?.aborted) throw error
      tell({ kind: 'trouble', message: error.message })
    }
  } while (await polls.next())
  return { kind: 'timed-out', run, jobs: observer.jobs(), approvals: approvals.approvals() }
}
