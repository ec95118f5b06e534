import { expect, test } from 'vitest'
import { aPullRequest, type PullRequestState } from '../support/github/state.ts'
import { aGitHub } from './a-github.ts'

const read = (given: Partial<PullRequestState> & { headRepository: string | null }) =>
  aGitHub({ pullRequests: [aPullRequest({ number: 42, ...given })] }).github.pullRequests.get(42)

test('a pull request from a branch of the repository', async () => {
  expect(await read({ headRepository: 'octo/shop', labels: ['preview', 'size/S'] })).toEqual({
    number: 42,
    state: 'open',
    merged: false,
    author: 'octocat',
    headRef: 'feature',
    headSha: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
    headRepository: 'octo/shop',
    baseRef: 'main',
    isDraft: false,
    labels: ['preview', 'size/S'],
  })
})

test('one from a fork names it', async () => {
  expect(await read({ headRepository: 'mona/shop', author: 'mona' })).toMatchObject({
    headRepository: 'mona/shop',
    author: 'mona',
  })
})

test('one whose fork was deleted has no head repository', async () => {
  const found = await read({ headRepository: null })
  expect(found).toBeDefined()
  expect(found?.headRepository).toBeUndefined()
})

test.each([
  [{ state: 'closed', merged: false }],
  [{ state: 'closed', merged: true }],
  [{ state: 'open', isDraft: true }],
] as const)('%j is told', async (given) => {
  expect(await read({ headRepository: 'octo/shop', ...given })).toMatchObject(given)
})

test('a number that no pull request has is nothing', async () => {
  expect(await aGitHub().github.pullRequests.get(2)).toBeUndefined()
})

test('a pull request that may not be read is an error, not a missing one', async () => {
  const { github } = aGitHub({ identity: { permissions: {} } })
  await expect(github.pullRequests.get(1)).rejects.toMatchObject({
    status: 403,
    missingPermission: 'pull-requests: read',
  })
})
