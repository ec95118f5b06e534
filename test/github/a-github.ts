import { createGitHub, type GitHub, type GitHubOptions } from '../../src/github/client.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'
import { type GitHubFake, type GitHubFakeOptions, startGitHub } from '../support/github/fake.ts'
import { aPullRequest } from '../support/github/state.ts'

export interface Met {
  readonly fake: GitHubFake
  readonly github: GitHub
  /** Moves on by itself whenever somebody sleeps. */
  readonly clock: FakeClock
}

/** GitHub with one open pull request, and our client for it. */
export const aGitHub = (state: GitHubFakeOptions = {}, options: Partial<GitHubOptions> = {}): Met => {
  const clock = fakeClock({ auto: true })
  const fake = startGitHub({ clock, pullRequests: [aPullRequest({ headRepository: 'octo/shop' })], ...state })
  return { fake, github: createGitHub({ ...fake.connection, ...options }), clock }
}

/** Everything of a list, whatever its pages. */
export const listed = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}
