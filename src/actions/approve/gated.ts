import type { GitHub } from '../../github/client.ts'
import { doneReply, notDoneReply, refusalSummary } from '../../report/approval.ts'
import type { Runner } from '../../runner/runner.ts'
import { connect } from '../connection.ts'
import type { Step } from '../step.ts'
import { type AskingComment, createAnswers, readAskingComment, usageOf } from './comment.ts'
import { finish, Refused, skip } from './end.ts'
import { findByCommand } from './find-by-command.ts'
import { type Asked, checkGate, connectToGitHub } from './gate.ts'
import type { Gate } from './gate-inputs.ts'
import type { ApproveInputs } from './inputs.ts'
import { type Judge, settle } from './settle.ts'

const refuse = (
  { runner }: Step,
  inputs: ApproveInputs,
  { reason, trouble = '', approval }: { reason: string; trouble?: string; approval?: Parameters<Judge>[0] },
): never => {
  finish(runner, 'refused', approval, '')
  if (inputs.summary) runner.summary(refusalSummary(approval, reason))
  throw new Refused(reason, trouble)
}

const createJudge =
  (asked: Asked, inputs: ApproveInputs): Judge =>
  async (approval) => {
    const checked = await checkGate(asked, approval)
    switch (checked.decision) {
      case 'allow':
        return { by: checked.by.join(', ') }
      case 'ignore':
        return { ignored: 'the comment was edited or deleted' }
      case 'refuse':
        return refuse(asked.step, inputs, { ...checked, approval })
    }
  }

/** The comment that holds the command, if comments are listened to and this is about one. */
const readComment = ({ context, readEvent }: Runner, { command }: Gate) =>
  command !== undefined && context.eventName === 'issue_comment' ? readAskingComment(readEvent(), command) : undefined

const decide = async (asked: Asked, inputs: ApproveInputs) => {
  const { step, api, comment, gate } = asked
  const { runner } = step
  const judge = createJudge(asked, inputs)
  if (!comment) return settle(runner, api, { inputs, judge })
  const { command } = comment
  if (command.kind !== 'command') {
    return refuse(step, inputs, { reason: usageOf(command.kind, gate.command ?? '') })
  }
  const { query } = inputs
  if (query.run || query.approvalId !== undefined) return settle(runner, api, { inputs, judge })
  const approvalId = await findByCommand(runner, api, command)
  return settle(runner, api, { inputs: { ...inputs, query: { ...query, approvalId } }, judge })
}

/** Decides, and tells whoever wrote the comment what became of it. */
const decideByComment = async (asked: Asked & { comment: AskingComment }, inputs: ApproveInputs): Promise<void> => {
  const { step, github, comment } = asked
  const { runner } = step
  const { runUrl } = runner.context
  const answers = createAnswers(runner, github.comments, comment)
  await answers.seen()
  try {
    const settled = await decide(asked, inputs)
    if (settled) await answers.answer(true, doneReply(settled.approval, { by: settled.by, runUrl }))
  } catch (error) {
    // A job that is cancelled has no time to answer.
    if (runner.signal.aborted) throw error
    await answers.answer(false, notDoneReply(error instanceof Refused ? error.reason : undefined, runUrl))
    throw error
  }
}

/** Gives the decision if whoever wants it may. */
export const decideGated = async (step: Step, inputs: ApproveInputs, gate: Gate): Promise<void> => {
  const { runner } = step
  const comment = readComment(runner, gate)
  if (comment && 'skipped' in comment) return skip(runner, comment.skipped)
  if (!comment) runner.inputs.exactlyOne('run-id', 'approval-id')
  const api = connect(step, inputs.connection)
  const github: GitHub = await connectToGitHub(step, gate, api.deadline).catch((error: unknown) => {
    finish(runner, 'refused')
    throw error
  })
  const asked = { step, api, github, gate }
  if (comment) return decideByComment({ ...asked, comment }, inputs)
  await decide({ ...asked, comment: undefined }, inputs)
}
