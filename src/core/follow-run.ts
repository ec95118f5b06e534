import { isTerminal } from '../contract/status.ts'
import type { Approval, Job, Run } from '../contract/types.ts'
import type { ApplicationApi, RunReference } from './application.ts'
import { listApprovals } from './approvals.ts'
import { getRun } from './get-run.ts'
import { lookUntil } from './look-until.ts'
import { observeJobs } from './observe-jobs.ts'
import { inStepOrder, type OnRunEvent } from './run-events.ts'

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
  | TimedOutRun

export interface TimedOutRun {
  readonly kind: 'timed-out'
  /** Undefined when it could not be read even once. */
  readonly run: Run | undefined
  readonly jobs: Job[]
  readonly approvals: Approval[]
  /** Why the last look failed; empty if it did not. */
  readonly trouble: string
}

/** Jobs may wait for people, or for the environment: a deployment, or workloads that are to become ready. */
const waitsForSomebody = (job: Job) =>
  !isTerminal(job) && Boolean(job.waiting_for) && !job.waiting_for?.startsWith('application.environment.')

/** Reads the approvals again only when what the jobs wait for has changed, or when none has turned up for it yet. */
const observeApprovals = (run: RunReference, onEvent: OnRunEvent) => {
  const told = new Set<string>()
  let before = ''
  let approvals: Approval[] = []
  return {
    approvals: () => approvals,
    look: async (api: ApplicationApi, jobs: readonly Job[]) => {
      const waiting = jobs.filter(waitsForSomebody)
      const now = waiting.map(({ id, etag, waiting_for }) => `${id} ${etag} ${waiting_for}`).join('\n')
      if (now === before && (now === '' || approvals.length > 0)) return
      approvals = waiting.length > 0 ? await listApprovals(api, { run, waiting: true }) : []
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
  const { tell, leave } = inStepOrder(onEvent)
  const observer = observeJobs(reference, { logs, onEvent: tell })
  const approvals = observeApprovals(reference, tell)
  let run: Run | undefined
  let told: string | undefined

  const tellRun = (seen: Run) => {
    if (told === seen.status) return
    told = seen.status
    tell({ kind: 'run', run: seen })
  }
  const look = async (at: ApplicationApi): Promise<RunEnd | undefined> => {
    const seen = await getRun(at, reference)
    run = seen
    if (!isTerminal(seen)) tellRun(seen)
    // The jobs are read after the run: once that has ended, nothing of them can be missed.
    await observer.look(at)
    const jobs = observer.jobs()
    if (isTerminal(seen)) {
      tellRun(seen)
      return { kind: 'completed', run: seen, jobs }
    }
    await approvals.look(at, jobs)
    const waiting = approvals.approvals()
    if (until === 'completed' || waiting.length === 0) return undefined
    return { kind: 'awaiting-approval', run: seen, jobs, approvals: waiting }
  }

  try {
    const looked = await lookUntil(api, { look, onTrouble: (message) => tell({ kind: 'trouble', message }) })
    if (looked.kind === 'found') return looked.found
    return { ...looked, run, jobs: observer.jobs(), approvals: approvals.approvals() }
  } finally {
    leave()
  }
}
