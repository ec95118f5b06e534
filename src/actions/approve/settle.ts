import { hasStatus, isUnknownEffect } from '../../client/index.ts'
import type { Approval } from '../../contract/types.ts'
import type { ApplicationApi } from '../../core/application.ts'
import { decideApproval, type Decision, findApproval } from '../../core/decide-approval.ts'
import { approvalSummary } from '../../report/approval.ts'
import type { Runner } from '../../runner/runner.ts'
import { sentence } from '../../text/sentence.ts'
import { FailedStep } from '../step.ts'
import { finish, skip } from './end.ts'
import type { ApproveInputs } from './inputs.ts'

const subject = ({ query }: ApproveInputs) =>
  query.run
    ? `run '${query.run.runId}' of pipeline '${query.run.pipelineId}'`
    : `approval request '${query.approvalId}'`

const whereOf = ({ query }: ApproveInputs) => (query.envId === undefined ? '' : ` for environment '${query.envId}'`)

/** The request to decide about; without one the step has failed. */
const find = async (runner: Runner, api: ApplicationApi, inputs: ApproveInputs): Promise<Approval> => {
  const wait = inputs.waitForRequest
  if (wait) runner.info(`Waiting for ${subject(inputs)} to ask for an approval${whereOf(inputs)}.`)
  const onTrouble = (message: string) => runner.info(`${sentence(message)} Looking again.`)
  const found = await findApproval(api, inputs.query, { wait, onTrouble }).catch((error: unknown) => {
    if (!runner.signal.aborted) runner.setOutput('status', 'failed')
    throw error
  })
  if (found.kind === 'found') return found.approval
  if (found.kind === 'timed-out') {
    finish(runner, 'timed-out')
    throw new FailedStep(`No approval${whereOf(inputs)} was asked for by ${subject(inputs)} in the time given.`)
  }
  finish(runner, 'no-request')
  const advice = found.hasEnded ? 'It has ended.' : 'If it is still on its way there, set `wait-for-request: true`.'
  throw new FailedStep(
    inputs.query.run
      ? `There is no approval request of ${subject(inputs)}${whereOf(inputs)}. ${advice}`
      : `There is no ${subject(inputs)}${whereOf(inputs)} in this application.`,
  )
}

/** The request as it is after the decision; the step has failed if that could not be given. */
const decide = async (
  runner: Runner,
  api: ApplicationApi,
  { approval, decision }: { approval: Approval; decision: Decision },
): Promise<Approval> => {
  api.signal?.throwIfAborted()
  try {
    return await decideApproval(api, approval, decision)
  } catch (error) {
    const isAborted = api.signal?.aborted === true
    const isUnknown = isAborted || isUnknownEffect(error)
    finish(runner, isUnknown ? 'unknown' : 'failed', approval)
    const what = `approval request '${approval.id}' for environment '${approval.env_id}'`
    if (isUnknown && error instanceof Error) {
      const why = sentence(isAborted ? 'the job was cancelled before there was an answer' : error.message)
      throw new FailedStep(
        `Whether the decision about ${what} was taken is not known: ${why} Look at it before deciding again.`,
        { cause: error },
      )
    }
    if (!hasStatus(error, 403)) throw error
    throw new FailedStep(`This token may not decide about ${what}: ${error.message}`, { cause: error })
  }
}

/** Who decides about a request; throws for somebody who may not. `by` is a login, where it is known. */
export type Judge = (approval: Approval) => Promise<{ readonly by: string | undefined } | { readonly ignored: string }>

export interface Settled {
  readonly approval: Approval
  readonly by: string
}

/** Gives the decision. Undefined when there was nothing to do after all. */
export const settle = async (
  runner: Runner,
  api: ApplicationApi,
  { inputs, judge }: { inputs: ApproveInputs; judge: Judge },
): Promise<Settled | undefined> => {
  const { decision } = inputs
  const before = await find(runner, api, inputs)
  const judged = await judge(before)
  if ('ignored' in judged) {
    skip(runner, judged.ignored)
    return undefined
  }
  const after = await decide(runner, api, { approval: before, decision })
  // One that still waits after the answer was read back: the platform does as if nothing had been said.
  const status = after.status === 'waiting' ? 'unknown' : after.status
  const isAsAsked = status === (decision === 'approve' ? 'approved' : 'denied')
  const decidedBy = (isAsAsked && before.status === 'waiting' && judged.by) || after.approved_by
  finish(runner, status, after, decidedBy)
  if (inputs.summary) runner.summary(approvalSummary(after, decidedBy))
  const by = decidedBy ? ` by ${decidedBy}` : ''
  const said = `Approval request '${after.id}' for environment '${after.env_id}': ${after.status}${by}`
  if (!isAsAsked) throw new FailedStep(`${said}. This step was to ${decision} it.`)
  runner.info(before.status === 'waiting' ? `${said}.` : `${said}, before this step.`)
  return { approval: after, by: decidedBy ?? '' }
}
