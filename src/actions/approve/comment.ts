import type { GitHub } from '../../github/client.ts'
import { type Command, readCommand } from '../../policy/comment-command.ts'
import type { Runner } from '../../runner/runner.ts'

/** The comment that started the workflow, as the event has it. */
export interface AskingComment {
  readonly id: number
  /** Of the issue or pull request that it stands under. */
  readonly issue: number
  readonly isOnPullRequest: boolean
  readonly body: string
  readonly command: Exclude<Command, { kind: 'none' }>
}

/** Why nothing is to be done. Continues "Skipped: ". */
export interface Skipped {
  readonly skipped: string
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const recordAt = (holder: Readonly<Record<string, unknown>>, name: string) => {
  const value = holder[name]
  return isRecord(value) ? value : {}
}

/** The command in the comment that the event is about. */
export const readAskingComment = (event: Readonly<Record<string, unknown>>, word: string): AskingComment | Skipped => {
  const comment = recordAt(event, 'comment')
  const issue = recordAt(event, 'issue')
  const { id, body } = comment
  if (event['action'] !== 'created' || comment['created_at'] !== comment['updated_at']) {
    return { skipped: 'only a comment that is new, and was not edited, can hold a command' }
  }
  if (!Number.isInteger(id) || !Number.isInteger(issue['number']) || typeof body !== 'string') {
    return { skipped: 'the event has no comment' }
  }
  const command = readCommand(body, word)
  if (command.kind === 'none') return { skipped: `the comment holds no command ${word}` }
  return {
    id: id as number,
    issue: issue['number'] as number,
    isOnPullRequest: isRecord(issue['pull_request']),
    body,
    command,
  }
}

/** How to write the command that was not understood. Continues "Refused: ". */
export const usageOf = (kind: 'malformed' | 'several', word: string): string =>
  kind === 'several'
    ? 'the comment holds more than one command: write one comment for each'
    : `the command has to stand alone on its line, with the environment and at least seven digits of the commit: ${word} production 1a2b3c4`

/**
 * Answers the comment. Whatever goes wrong with that is a warning: the decision is not less made, or refused, for it.
 */
export const createAnswers = (
  runner: Runner,
  comments: GitHub['comments'],
  { id, issue }: Pick<AskingComment, 'id' | 'issue'>,
) => {
  const attempt = async (send: () => Promise<unknown>) => {
    try {
      await send()
    } catch (error) {
      if (runner.signal.aborted || !(error instanceof Error)) throw error
      runner.warning(`The comment was not answered: ${error.message}`)
    }
  }
  return {
    seen: () => attempt(() => comments.react(id, 'eyes')),
    answer: async (isDone: boolean, markdown: string) => {
      await attempt(() => comments.react(id, isDone ? '+1' : '-1'))
      await attempt(() => comments.create(issue, runner.redact(markdown)))
    },
  }
}
