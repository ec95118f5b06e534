import { describe, expect, test } from 'vitest'
import type { GitHubRetry } from '../../src/github/fetch.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { createGitHub } from '../../src/github/client.ts'
import { scriptedTransport } from '../support/scripted-transport.ts'
import { aGitHub, listed } from './a-github.ts'

describe('a read', () => {
  test.each([500, 502, 503, 504])('is repeated after %i', async (status) => {
    const { fake, github, clock } = aGitHub()
    fake.fail('pulls/get', { kind: 'status', status }, { times: 2 })
    expect(await github.pullRequests.get(1)).toMatchObject({ number: 1 })
    expect(clock.slept).toEqual([1000, 2000])
  })

  test.each(['no-connection', 'lost-answer'] as const)('is repeated after %s', async (kind) => {
    const { fake, github, clock } = aGitHub()
    fake.fail('pulls/get', { kind }, { times: 3 })
    expect(await github.pullRequests.get(1)).toMatchObject({ number: 1 })
    expect(clock.slept).toEqual([1000, 2000, 4000])
  })

  test('is given up in the end', async () => {
    const { fake, github } = aGitHub()
    fake.fail('pulls/get', { kind: 'status', status: 502, message: 'Bad Gateway' }, { times: 99 })
    await expect(github.pullRequests.get(1)).rejects.toThrow('502 Bad Gateway')
    expect(fake.requests).toHaveLength(6)
  })

  test.each([400, 401, 404, 410, 422])('is not repeated after %i', async (status) => {
    const { fake, github } = aGitHub()
    fake.fail('issues/list-comments', { kind: 'status', status })
    await expect(listed(github.comments.list(1))).rejects.toMatchObject({ status })
    expect(fake.requests).toHaveLength(1)
  })

  test('of a later page is repeated by itself', async () => {
    const comments = Array.from({ length: 150 }, (_, index) => ({ body: `${index}`, author: null }))
    const { fake, github } = aGitHub({ comments })
    const found: string[] = []
    for await (const { body } of github.comments.list(1)) {
      if (found.push(body) === 50) fake.fail('issues/list-comments', { kind: 'status', status: 503 })
    }
    expect(found).toHaveLength(150)
    expect(fake.requests).toHaveLength(3)
  })
})

describe('a write', () => {
  test.each([500, 502, 503, 504])('is not repeated after %i, which may have been too late', async (status) => {
    const { fake, github } = aGitHub()
    fake.fail('issues/create-comment', { kind: 'status', status, message: 'Oh no' })
    await expect(github.comments.create(1, 'x')).rejects.toThrow('Whether it happened all the same is not known')
    expect(fake.requests).toHaveLength(1)
  })

  test('is not repeated when its answer got lost', async () => {
    const { fake, github } = aGitHub()
    fake.fail('issues/create-comment', { kind: 'lost-answer' })
    await expect(github.comments.create(1, 'x')).rejects.toMatchObject({ name: 'NetworkError', sent: 'unknown' })
    expect(fake.state.comments).toHaveLength(1)
    expect(fake.requests).toHaveLength(1)
  })

  test('is repeated when it surely was not sent', async () => {
    const { fake, github } = aGitHub()
    fake.fail('issues/create-comment', { kind: 'no-connection' })
    await github.comments.create(1, 'x')
    expect(fake.state.comments).toHaveLength(1)
  })

  test('that deletes is repeated, and what is gone by then is fine', async () => {
    const { fake, github } = aGitHub()
    const { id } = await github.comments.create(1, 'x')
    fake.fail('issues/delete-comment', { kind: 'lost-answer' })
    await github.comments.delete(id)
    expect(fake.state.comments).toEqual([])
  })
})

describe('a limit of requests', () => {
  test('is waited out for as long as GitHub says, for a write too', async () => {
    const retries: GitHubRetry[] = []
    const { fake, github, clock } = aGitHub({}, { onRetry: (retry) => void retries.push(retry) })
    fake.fail('issues/create-comment', { kind: 'secondary-rate-limit', retryAfterSeconds: 17 }, { times: 2 })

    await github.comments.create(1, 'x')

    expect(clock.slept).toEqual([17_000, 17_000])
    expect(fake.state.comments).toHaveLength(1)
    expect(retries[0]).toEqual({
      method: 'POST',
      path: '/repos/octo/shop/issues/1/comments',
      reason: 'GitHub limits how often it is asked',
      delayMs: 17_000,
    })
  })

  test('is waited out for a minute where GitHub does not say', async () => {
    const { fake, github, clock } = aGitHub()
    fake.fail('pulls/get', { kind: 'secondary-rate-limit' })
    await github.pullRequests.get(1)
    expect(clock.slept).toEqual([60_000])
  })

  test('is waited out until it is lifted', async () => {
    const { fake, github, clock } = aGitHub()
    fake.fail('pulls/get', { kind: 'rate-limit', resetAt: clock.now() + 30_000 })
    await github.pullRequests.get(1)
    expect(clock.slept).toEqual([31_000])
  })

  test('with status 429 is one as well', async () => {
    const { fake, github, clock } = aGitHub()
    fake.fail('pulls/get', { kind: 'status', status: 429, headers: { 'retry-after': '3' } })
    await github.pullRequests.get(1)
    expect(clock.slept).toEqual([3000])
  })

  test('that lasts longer than there is time for is an error at once, and no missing permission', async () => {
    const { fake, github, clock } = aGitHub()
    fake.fail('issues/create-comment', { kind: 'secondary-rate-limit', retryAfterSeconds: 3600 })
    await expect(github.comments.create(1, 'x')).rejects.toMatchObject({
      status: 403,
      missingPermission: undefined,
      message: expect.stringContaining('GitHub limits how often it is asked') as string,
    })
    expect(clock.slept).toEqual([])
  })

  test('is not waited out past the deadline', async () => {
    const clock = fakeClock({ auto: true })
    const { fake, github } = aGitHub({ clock }, { deadline: clock.now() + 20_000 })
    fake.fail('pulls/get', { kind: 'secondary-rate-limit', retryAfterSeconds: 15 }, { times: 2 })
    await expect(github.pullRequests.get(1)).rejects.toMatchObject({ status: 403 })
    expect(clock.slept).toEqual([15_000])
    await clock.sleep(5000)
    await expect(github.pullRequests.get(1)).rejects.toMatchObject({ name: 'TimeoutError', sent: false })
  })
})

test('a cancelled job asks GitHub for nothing more', async () => {
  const cancelling = new AbortController()
  const { fake, github } = aGitHub({}, { signal: cancelling.signal })
  cancelling.abort(new Error('the job was cancelled'))
  await expect(github.pullRequests.get(1)).rejects.toThrow('the job was cancelled')
  expect(fake.requests).toEqual([])
})

test('a job that is cancelled while it waits does not wait on', async () => {
  const clock = fakeClock()
  const cancelling = new AbortController()
  const { fake, github } = aGitHub({ clock }, { signal: cancelling.signal })
  fake.fail('pulls/get', { kind: 'secondary-rate-limit', retryAfterSeconds: 60 })
  const ending = github.pullRequests.get(1).catch((reason: unknown) => reason)
  await clock.advance(10_000)
  cancelling.abort(new Error('the job was cancelled'))
  expect(await ending).toMatchObject({ message: 'the job was cancelled' })
  expect(fake.requests).toHaveLength(1)
})

test('what goes wrong in our own code is not taken for the network', async () => {
  const { fake } = aGitHub()
  const { send, requests } = scriptedTransport(new TypeError('a bug'))
  const github = createGitHub({ ...fake.connection, transport: send })
  await expect(github.pullRequests.get(1)).rejects.toThrow(TypeError)
  expect(requests).toHaveLength(1)
})
