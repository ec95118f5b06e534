import { isTerminal } from '../contract/status.ts'
import type { EndStatus } from '../core/conclude.ts'
import type { Review } from '../core/review-run.ts'
import type { PlanReport } from './plan.ts'

/** How things stand with an environment: how a deployment can end, and what else there is to tell. */
export type Outcome =
  | EndStatus
  /** Somebody was asked, and said no. */
  | 'denied'
  | 'queued'
  | 'in-progress'
  /** It is known what would change, and nothing was deployed. */
  | 'planned'
  /** The environment is gone. */
  | 'deleted'
  | 'skipped'
  /** Nothing was deployed, because the workflow did not get that far. */
  | 'not-started'

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  succeeded: '✅ succeeded',
  failed: '❌ failed',
  denied: '🚫 denied',
  cancelled: '🚫 cancelled',
  'timed-out': '⏱️ timed out',
  'waiting-for-approval': '⏸️ waits for an approval',
  conflict: '🚧 not started: the environment is busy',
  'no-deployment': '❌ made no deployment',
  unknown: '❓ came to an unknown end',
  queued: '⏳ queued',
  'in-progress': '⏳ in progress',
  planned: '📝 planned',
  deleted: '🗑️ deleted',
  skipped: '⏭️ skipped',
  'not-started': '❌ not started',
}

/** What a workflow can say: how a step of ours ended, or in GitHub's own words how a step or the job did. */
export const givenStatuses = [
  'succeeded',
  'failed',
  'denied',
  'cancelled',
  'timed-out',
  'waiting-for-approval',
  'conflict',
  'no-deployment',
  'unknown',
  'queued',
  'in-progress',
  'planned',
  'deleted',
  'skipped',
  'success',
  'failure',
] as const
export type GivenStatus = (typeof givenStatuses)[number]

const outcomeOf = ({ result, decisions }: Review): Outcome => {
  if (result.status === 'failed' && decisions.some(({ status }) => status === 'denied')) return 'denied'
  if (result.status !== 'timed-out') return result.status
  return result.run?.status === 'queued' && !isTerminal(result.run) ? 'queued' : 'in-progress'
}

const failures = new Set<Outcome>(['failed', 'denied', 'cancelled', 'conflict', 'no-deployment', 'unknown'])

const settle = (
  given: GivenStatus | undefined,
  { read, hasPlan }: { read: Outcome | undefined; hasPlan: boolean },
): Outcome => {
  switch (given) {
    case undefined:
      return read ?? (hasPlan ? 'planned' : 'not-started')
    case 'success':
      return read ?? (hasPlan ? 'planned' : 'succeeded')
    case 'failure':
      return read && failures.has(read) ? read : 'failed'
    case 'failed':
      return read === 'denied' ? read : given
    case 'timed-out':
      return read === 'succeeded' ? read : given
    // What was true when the step said so may have come to an end since.
    case 'waiting-for-approval':
    case 'queued':
    case 'in-progress':
    case 'unknown':
      return read ?? given
    default:
      return given
  }
}

const reasons: Readonly<Partial<Record<Outcome, string>>> = {
  failed: 'The workflow failed',
  denied: 'Somebody who was asked to approve said no',
  cancelled: 'The workflow was cancelled',
  'timed-out': 'The time for it ran out; the run may go on by itself',
  'waiting-for-approval': 'Somebody has to approve it',
  conflict: 'Something else is being deployed there',
  'no-deployment': 'The run made no deployment in the environment',
  unknown: 'How it ended is not known',
  'not-started': 'The workflow ended before anything was deployed',
}

export interface Standing {
  readonly outcome: Outcome
  /** A sentence without its full stop; empty where there is nothing to add. */
  readonly reason: string
}

/**
 * How things stand, from what the workflow says and what the platform does. The workflow has the last word about how
 * its step ended; the platform knows more about why, and all of it where the workflow only says that it failed.
 */
export const standingOf = (
  given: GivenStatus | undefined,
  { review, plan }: { review: Review | undefined; plan: PlanReport | undefined },
): Standing => {
  const read = review && outcomeOf(review)
  const outcome = settle(given, { read, hasPlan: plan !== undefined })
  if (outcome === 'succeeded' && !review && plan?.plan.empty) {
    return { outcome, reason: 'Nothing had to be deployed: what runs is what was asked for' }
  }
  if (outcome === 'succeeded' || outcome === 'planned') return { outcome, reason: '' }
  if (outcome === 'in-progress' || outcome === 'queued') return { outcome, reason: '' }
  if (read === outcome || (outcome === 'timed-out' && read === 'in-progress')) {
    return { outcome, reason: review?.result.reason ?? '' }
  }
  if (outcome === 'failed' && read === 'succeeded') {
    return { outcome, reason: 'The deployment succeeded, but a step of the workflow failed' }
  }
  return { outcome, reason: reasons[outcome] ?? '' }
}
