import type { Approval } from '../contract/types.ts'
import { code, inline, link } from '../text/escape.ts'
import { sentence } from '../text/sentence.ts'
import { blocks, table } from './markdown.ts'

const words: Record<Approval['status'], string> = {
  waiting: '⏸️ still waiting',
  approved: '✅ approved',
  denied: '🚫 denied',
  cancelled: '🚫 cancelled with its run',
}

/** A decision, for the job summary. `by` is who took it, where that is known better than by the platform. */
export const approvalSummary = (
  { status, env_id, message, approved_by, run_id, pipeline_id }: Approval,
  by = approved_by,
): string =>
  blocks(
    `### Approval for ${inline(env_id)}: ${words[status]}`,
    message === '' ? '' : `> ${inline(message)}`,
    table(
      ['', ''],
      [['Pipeline', code(pipeline_id)], ['Run', code(run_id)], ...(by === undefined ? [] : [['Decided by', code(by)]])],
    ),
  )

/** A request that nobody decided about, for the job summary. */
export const refusalSummary = (approval: Approval | undefined, reason: string): string =>
  blocks(
    `### Approval${approval ? ` for ${inline(approval.env_id)}` : ''}: ⛔ refused`,
    `> ${inline(sentence(reason))}`,
    approval
      ? table(
          ['', ''],
          [
            ['Pipeline', code(approval.pipeline_id)],
            ['Run', code(approval.run_id)],
          ],
        )
      : '',
  )

const withRun = (text: string, runUrl: string | undefined): string =>
  runUrl === undefined ? text : `${text} ${link('Workflow run', runUrl)}`

/** The answer to a comment whose command was done. */
export const doneReply = (approval: Approval, { by, runUrl }: { by: string; runUrl: string | undefined }): string =>
  withRun(`**${inline(approval.env_id)}: ${words[approval.status]}** by ${inline(by)}.`, runUrl)

/** The answer to a comment whose command was not done. Without a reason it is in the log. */
export const notDoneReply = (reason: string | undefined, runUrl: string | undefined): string =>
  withRun(
    reason === undefined
      ? '**⚠️ This was not decided.** The log says why.'
      : `**⛔ Refused:** ${inline(sentence(reason))}`,
    runUrl,
  )
