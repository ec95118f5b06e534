import type { Api, ReceivedId } from './api.ts'
import { hasStatus } from './errors.ts'

export interface Comment {
  readonly id: number
  readonly body: string
  /** Login (`octocat`, `github-actions[bot]`); undefined when the account is gone. */
  readonly author: string | undefined
  /** `User`, `Bot`, or what else GitHub calls it. */
  readonly authorType: string | undefined
  /** Of the page that people see. */
  readonly url: string
  /** ISO 8601, as is `updatedAt`. */
  readonly createdAt: string
  /** Later than `createdAt` once the comment was edited. */
  readonly updatedAt: string
}

export type Reaction = '+1' | '-1' | 'laugh' | 'confused' | 'heart' | 'hooray' | 'rocket' | 'eyes'

/** Comments of issues, which are also those in the conversation of a pull request. */
export interface Comments {
  /** The oldest first. */
  list(issue: number): AsyncIterable<Comment>
  /** Undefined when it is gone, or when the token may not see it. */
  get(id: number): Promise<Comment | undefined>
  create(issue: number, body: string): Promise<Comment>
  update(id: number, body: string): Promise<Comment>
  /** One that is gone already is fine. */
  delete(id: number): Promise<void>
  /** The same reaction twice counts once. */
  react(id: number, reaction: Reaction): Promise<void>
}

interface Received {
  readonly id: ReceivedId
  readonly body?: string
  readonly user: { readonly login: string; readonly type: string } | null
  readonly html_url: string
  readonly created_at: string
  readonly updated_at: string
}

const toComment = ({ id, body, user, ...rest }: Received): Comment => ({
  id: Number(id),
  body: body ?? '',
  author: user?.login,
  authorType: user?.type,
  url: rest.html_url,
  createdAt: rest.created_at,
  updatedAt: rest.updated_at,
})

export const createComments = ({ request, repository, call, pages }: Api): Comments => ({
  list: async function* (issue) {
    const first = () =>
      request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...repository,
        issue_number: issue,
        per_page: 100,
      })
    for await (const comment of pages<Received>('list the comments', first)) yield toComment(comment)
  },
  get: async (id) => {
    try {
      return toComment(
        await call('read the comment', () =>
          request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...repository, comment_id: id }),
        ),
      )
    } catch (error) {
      if (hasStatus(error, 404, 410)) return undefined
      throw error
    }
  },
  create: async (issue, body) =>
    toComment(
      await call('create a comment', () =>
        request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
          ...repository,
          issue_number: issue,
          body,
        }),
      ),
    ),
  update: async (id, body) =>
    toComment(
      await call('edit the comment', () =>
        request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...repository, comment_id: id, body }),
      ),
    ),
  delete: async (id) => {
    try {
      await call('delete the comment', () =>
        request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...repository, comment_id: id }),
      )
    } catch (error) {
      if (!hasStatus(error, 404, 410)) throw error
    }
  },
  react: async (id, reaction) => {
    await call('react to the comment', () =>
      request('POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', {
        ...repository,
        comment_id: id,
        content: reaction,
      }),
    )
  },
})
