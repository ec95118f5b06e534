import type { Approval } from '../contract/types.ts'
import { code, inline } from '../text/escape.ts'
import { blocks, table } from './markdown.ts'

const words: Record<Approval['status'], string> = {
  waiting: '⏸️ still waiting',
  approved: '✅ approved',
  denied: '🚫 denied',
  cancelled: '🚫 cancelled with its run',
}

/** A decision, for the job summary. */
export const approvalSummary = ({ status, env_id, message, approved_by, run_id, pipeline_id }: Approval): string =>
  blocks(
    `### Approval for ${inline(env_id)}: ${words[status]}`,
    message === '' ? '' : `> ${inline(message)}`,
    table(
      ['', ''],
      [
        ['Pipeline', code(pipeline_id)],
        ['Run', code(run_id)],
        ...(approved_by === undefined ? [] : [['Decided by', code(approved_by)]]),
      ],
    ),
  )
