import { InputError } from '../../errors.ts'
import { decidePreview } from '../../policy/preview.ts'
import type { Step } from '../step.ts'

/** Decides whether the pull request of the workflow gets a preview environment. Sends nothing. */
export const main = async ({ runner }: Step): Promise<void> => {
  const { context } = runner
  const number = runner.inputs.integer('pull-request', { min: 1 })
  const decision = decidePreview({ context, event: runner.readEvent() }, number)
  runner.setOutput('decision', decision.kind)
  if ('reason' in decision) {
    const { kind, reason } = decision
    runner.setOutput('reason', reason)
    if (kind === 'refuse') {
      runner.setOutput('status', 'refused')
      throw new InputError(reason)
    }
    runner.setOutput('status', 'skipped')
    return runner.notice(reason, { title: 'No preview environment' })
  }
  runner.setOutput('pull-request', decision.number)
  const what = decision.kind === 'deploy' ? 'gets its preview environment' : 'was closed: its preview environment goes'
  runner.info(`Pull request #${decision.number} ${what}.`)
}
