import type { Api } from './api.ts'
import { hasStatus } from './errors.ts'

export interface PullRequest {
  readonly number: number
  readonly state: 'open' | 'closed'
  readonly merged: boolean
  /** Login of who opened it. */
  readonly author: string
  /** Name of its branch. */
  readonly headRef: string
  readonly headSha: string
  /** `owner/name`; undefined when the fork was deleted. */
  readonly headRepository: string | undefined
  readonly baseRef: string
  readonly isDraft: boolean
  /** Their names. */
  readonly labels: readonly string[]
}

export interface PullRequests {
  /** Undefined when there is none with this number, or when the token may not see it. */
  get(number: number): Promise<PullRequest | undefined>
}

export const createPullRequests = ({ request, repository, call }: Api): PullRequests => ({
  get: async (number) => {
    try {
      const found = await call('read the pull request', () =>
        request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...repository, pull_number: number }),
      )
      // GitHub's description has it always there, but a fork can be deleted.
      const headRepository = found.head.repo as { full_name: string } | null
      return {
        number: found.number,
        state: found.state,
        merged: found.merged,
        author: found.user.login,
        headRef: found.head.ref,
        headSha: found.head.sha,
        headRepository: headRepository?.full_name,
        baseRef: found.base.ref,
        isDraft: found.draft ?? false,
        labels: found.labels.map(({ name }) => name),
      }
    } catch (error) {
      if (hasStatus(error, 404)) return undefined
      throw error
    }
  },
})
