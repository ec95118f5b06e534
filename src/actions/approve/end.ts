import type { Approval } from '../../contract/types.ts'
import type { Runner } from '../../runner/runner.ts'
import { sentence } from '../../text/sentence.ts'
import { FailedStep } from '../step.ts'

/** How a decision can end. */
export type ApproveStatus =
  Exclude<Approval['status'], 'waiting'> | 'no-request' | 'timed-out' | 'failed' | 'unknown' | 'refused' | 'skipped'

export const finish = (
  runner: Runner,
  status: ApproveStatus,
  approval?: Approval,
  decidedBy = approval?.approved_by,
): void => {
  runner.setOutput('status', status)
  runner.setOutput('approval-id', approval?.id ?? '')
  runner.setOutput('decided-by', decidedBy ?? '')
}

/** There was nothing to do. `reason` is a sentence without its full stop. */
export const skip = (runner: Runner, reason: string): void => {
  finish(runner, 'skipped')
  runner.info(`Skipped: ${reason}.`)
}

/** Whoever wanted the decision may not have it. */
export class Refused extends FailedStep {
  /** For everybody to see, unlike the message. */
  readonly reason: string

  /** `trouble` says what went wrong with finding out, where something did. */
  constructor(reason: string, trouble: string) {
    super(`Refused: ${sentence(trouble === '' ? reason : `${reason}: ${trouble}`)}`)
    this.reason = reason
  }
}
