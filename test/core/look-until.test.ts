import { describe, expect, test } from 'vitest'
import type { Client } from '../../src/client/index.ts'
import type { ApplicationApi } from '../../src/core/application.ts'
import { lookUntil } from '../../src/core/look-until.ts'
import { ApiError, NetworkError, TimeoutError } from '../../src/errors.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { fakeRandom } from '../support/fake-random.ts'

const api = (timeoutMs: number, more: Partial<ApplicationApi> = {}) => {
  const clock = fakeClock({ auto: true })
  const made: ApplicationApi = {
    client: {} as Client,
    clock,
    random: fakeRandom(),
    orgId: 'o',
    appId: 'a',
    deadline: clock.now() + timeoutMs,
    ...more,
  }
  return { api: made, clock }
}

const apiError = (status: number) => new ApiError({ method: 'GET', path: '/x', status, message: 'no' })

/** Answers each look from a list; the last one for ever. */
const script = (...answers: (string | undefined | Error)[]) => {
  const looks: Client[] = []
  return {
    looks,
    look: async ({ client }: ApplicationApi) => {
      const answer = answers[Math.min(looks.length, answers.length - 1)]
      looks.push(client)
      if (answer instanceof Error) throw answer
      return answer
    },
  }
}

test('looks at once, and does not sleep when there is nothing to wait for', async () => {
  const { api: application, clock } = api(60_000)
  const { look } = script('there')
  expect(await lookUntil(application, { look, onTrouble: () => {} })).toEqual({ kind: 'found', found: 'there' })
  expect(clock.slept).toEqual([])
})

test('looks for the last time at the deadline, to the millisecond, with the client that still may ask', async () => {
  const lastLook = { late: true } as unknown as Client
  const { api: application, clock } = api(3500, { lastLook })
  const { look, looks } = script(undefined, undefined, undefined, 'just in time')
  expect(await lookUntil(application, { look, onTrouble: () => {} })).toEqual({ kind: 'found', found: 'just in time' })
  expect(clock.slept).toEqual([1410, 1410, 680])
  expect(looks.at(-1)).toBe(lastLook)
  expect(looks.filter((client) => client === lastLook)).toHaveLength(1)
})

test('gives up at the deadline', async () => {
  const { api: application, clock } = api(3500)
  const { look, looks } = script(undefined)
  expect(await lookUntil(application, { look, onTrouble: () => {} })).toEqual({ kind: 'timed-out', trouble: '' })
  expect(clock.slept).toEqual([1410, 1410, 680])
  expect(looks).toHaveLength(3)
})

describe('lives through', () => {
  test.each([
    ['an internal error', apiError(500)],
    ['a gateway that gave up', apiError(504)],
    ['a limit', apiError(429)],
    ['a lost connection', new NetworkError('connection reset')],
    ['a server that does not answer', new TimeoutError('no answer')],
  ])('%s, and tells it once', async (_, error) => {
    const { api: application } = api(60_000)
    const { look } = script(error, error, error, undefined, 'there')
    const told: string[] = []
    const onTrouble = (message: string) => void told.push(message)
    expect(await lookUntil(application, { look, onTrouble })).toEqual({ kind: 'found', found: 'there' })
    expect(told).toEqual([error.message])
  })
})

test('tells trouble that comes again after it was gone', async () => {
  const { api: application } = api(60_000)
  const { look } = script(apiError(500), undefined, apiError(500), 'there')
  const told: string[] = []
  await lookUntil(application, { look, onTrouble: (message) => void told.push(message) })
  expect(told).toHaveLength(2)
})

test('says at the end why the server could not be asked', async () => {
  const { api: application } = api(3000)
  const { look } = script(undefined, apiError(503))
  const looked = await lookUntil(application, { look, onTrouble: () => {} })
  expect(looked).toEqual({ kind: 'timed-out', trouble: 'GET /x failed: 503 no' })
})

describe('does not wait through', () => {
  test.each([
    ['a token that is not accepted', apiError(401)],
    ['what it may not see', apiError(403)],
    ['what is not there', apiError(404)],
    ['what the server does not know how to do', apiError(501)],
    ['a certificate that is not trusted', new NetworkError('not trusted', { sent: false, retryable: false })],
    ['a bug', new TypeError('x is undefined')],
  ])('%s', async (_, error) => {
    const { api: application, clock } = api(60_000)
    const { look } = script(error)
    await expect(lookUntil(application, { look, onTrouble: () => {} })).rejects.toBe(error)
    expect(clock.slept).toEqual([])
  })
})

test('takes a page of some proxy for a passing whim only once the server has shown itself', async () => {
  const page = new NetworkError('not with JSON', { sent: true, retryable: false })
  const { api: application } = api(60_000)
  const looked = await lookUntil(application, { look: script(undefined, page, 'there').look, onTrouble: () => {} })
  expect(looked).toEqual({ kind: 'found', found: 'there' })
  await expect(lookUntil(application, { look: script(page).look, onTrouble: () => {} })).rejects.toBe(page)
})

test('ends with the cancellation of the job, whatever the look failed with', async () => {
  const controller = new AbortController()
  const { api: application, clock } = api(60_000, { signal: controller.signal })
  const look = () => {
    controller.abort(new Error('cancelled'))
    return Promise.reject(new NetworkError('aborted'))
  }
  await expect(lookUntil(application, { look, onTrouble: () => {} })).rejects.toThrow('aborted')
  expect(clock.slept).toEqual([])
})
