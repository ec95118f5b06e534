import type { Comment, Comments } from './comments.ts'
import { NetworkError, TimeoutError } from '../errors.ts'
import { GitHubError, hasStatus } from './errors.ts'
import type { People } from './people.ts'

export interface StickyComment {
  /** Number of the issue or pull request. */
  readonly issue: number
  /** How the text begins, so that the comment is found again. */
  readonly marker: string
  readonly body: string
  /** There is nothing to say that would be worth a new comment. */
  readonly onlyIfThere: boolean
}

const isFailedCall = (error: unknown): boolean =>
  error instanceof GitHubError || error instanceof NetworkError || error instanceof TimeoutError

/** GitHub may give back other line breaks than it was given. */
const textOf = (body: string) => body.replaceAll('\r\n', '\n').trim()

const oldestFirst = (comments: readonly Comment[]): Comment[] => [...comments].sort((a, b) => a.id - b.id)

/**
 * Keeps one comment of the token's own up to date; a marker in somebody else's comment counts for nothing. Steps that
 * do this at the same time may each make a comment: every one then looks again, the oldest comment stays and takes the
 * text of the step that was later, and the others go. Undefined when there was none and none was to be made.
 */
export const keepComment = async (
  { comments, people }: { readonly comments: Comments; readonly people: Pick<People, 'self'> },
  { issue, marker, body, onlyIfThere }: StickyComment,
): Promise<Comment | undefined> => {
  const ours = async (login: string): Promise<Comment[]> => {
    const found: Comment[] = []
    for await (const comment of comments.list(issue)) {
      if (comment.author === login && comment.body.startsWith(marker)) found.push(comment)
    }
    return oldestFirst(found)
  }

  /** As far as GitHub says it now: a comment that is made is to be told, and the next report tidies up. */
  const seen = async (login: string): Promise<Comment[]> => {
    try {
      return await ours(login)
    } catch (error) {
      if (isFailedCall(error)) return []
      throw error
    }
  }

  /** An edit shows in the history, so one that changes nothing is not made. Undefined when the comment is gone. */
  const bring = async (comment: Comment): Promise<Comment | undefined> => {
    if (textOf(comment.body) === textOf(body)) return comment
    try {
      return await comments.update(comment.id, body)
    } catch (error) {
      if (hasStatus(error, 404, 410)) return undefined
      throw error
    }
  }

  const remove = async (others: readonly Comment[]) => {
    for (const { id } of others) await comments.delete(id)
  }

  const self = await people.self()
  const [first, ...more] = self === undefined ? [] : await ours(self)
  if (first) {
    const kept = await bring(first)
    await remove(more)
    if (kept) return kept
  }
  if (onlyIfThere) return undefined

  const made = await comments.create(issue, body)
  // Who the token belongs to is seen at the latest from what it has made.
  const login = self ?? made.author
  const others = login === undefined ? [] : (await seen(login)).filter(({ id }) => id !== made.id)
  const [oldest = made, ...rest] = oldestFirst([made, ...others])
  if (oldest.id === made.id) {
    await remove(rest)
    return made
  }
  const kept = await bring(oldest)
  if (!kept) return made
  await remove(rest)
  return kept
}
