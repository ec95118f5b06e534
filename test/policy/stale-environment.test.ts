import { expect, test } from 'vitest'
import { isExpired, judgeByPullRequest } from '../../src/policy/stale-environment.ts'

const hour = 60 * 60 * 1000
const now = Date.UTC(2026, 0, 5, 12)

test.each([
  { name: 'a second too old', createdAt: '2026-01-05T10:59:59Z', ttlMs: hour, expected: true },
  { name: 'as old as it may get', createdAt: '2026-01-05T11:00:00Z', ttlMs: hour, expected: false },
  { name: 'made tomorrow', createdAt: '2026-01-06T00:00:00Z', ttlMs: hour, expected: false },
  { name: 'of an age that nobody can read', createdAt: 'long ago', ttlMs: hour, expected: false },
  { name: 'very old, where no age is too old', createdAt: '2001-01-01T00:00:00Z', ttlMs: undefined, expected: false },
])('$name', ({ createdAt, ttlMs, expected }) => {
  expect(isExpired(createdAt, { ttlMs, now })).toBe(expected)
})

test.each([
  { pullRequest: { state: 'open', merged: false }, expected: { kind: 'needed', reason: 'pull request #7 is open' } },
  { pullRequest: { state: 'closed', merged: false }, expected: { kind: 'stale', reason: 'pull request #7 is closed' } },
  { pullRequest: { state: 'closed', merged: true }, expected: { kind: 'stale', reason: 'pull request #7 is merged' } },
] as const)('$expected.reason: $expected.kind', ({ pullRequest, expected }) => {
  expect(judgeByPullRequest(7, pullRequest)).toEqual(expected)
})

test('a pull request that GitHub does not show proves nothing', () => {
  expect(judgeByPullRequest(7, undefined)).toEqual({
    kind: 'unclear',
    reason: 'GitHub shows no pull request #7: the token may lack the permission `pull-requests: read`',
  })
})
