import { describe, expect, it } from 'vitest'
import { hasStatus, isUnknownEffect, type Retry } from '../../src/client/index.ts'
import { NetworkError, TimeoutError } from '../../src/errors.ts'
import { aClient, createDelta, getEnvironment, rejection, requestDeployment } from './a-client.ts'

const lost = () => new NetworkError('connection lost')
const refused = () => new NetworkError('connection refused', { sent: false })

describe('a retry', () => {
  it('reads again after failures that pass, waiting longer each time, and says so', async () => {
    const retries: Retry[] = []
    const { client, clock } = aClient(
      [{ status: 500 }, { status: 502 }, lost(), new TimeoutError('slow'), { json: { id: 'staging' } }],
      { onRetry: (retry) => retries.push(retry) },
    )
    expect((await getEnvironment(client)).body).toEqual({ id: 'staging' })
    expect(clock.slept).toEqual([250, 500, 1000, 2000])
    expect(retries.map(({ attempt, delayMs, reason }) => [attempt, delayMs, reason])).toEqual([
      [1, 250, '500'],
      [2, 500, '502'],
      [3, 1000, 'connection lost'],
      [4, 2000, 'no answer in time'],
    ])
    expect(retries[0]).toMatchObject({ method: 'GET', path: '/orgs/acme/apps/shop/envs/staging' })
  })

  it('stops after the last attempt, without waiting first', async () => {
    const { client, clock } = aClient([{ status: 503 }, { status: 503 }, { status: 503, body: '"down"' }], {
      retry: { maxAttempts: 3 },
    })
    const error = await rejection(getEnvironment(client))
    expect(error.message).toBe('GET /orgs/acme/apps/shop/envs/staging failed: 503 down')
    expect(clock.slept).toEqual([250, 500])
  })

  it('waits as long as the server asks, in seconds or until a date', async () => {
    const { client, clock } = aClient([
      { status: 429, headers: { 'retry-after': '3' } },
      { status: 503, headers: { 'retry-after': 'Mon, 05 Jan 2026 12:00:10 GMT' } },
      { json: {} },
    ])
    await getEnvironment(client)
    expect(clock.slept).toEqual([3000, 7000])
  })

  it('does not wait when the server asks for more than there is left', async () => {
    const { client, clock } = aClient([{ status: 429, headers: { 'retry-after': '61' } }])
    const deadline = clock.now() + 60_000
    const error = await rejection(getEnvironment(client, { deadline }))
    expect(hasStatus(error, 429)).toBe(true)
    expect(clock.slept).toEqual([])
  })

  it('of a write with a key carries the same key', async () => {
    const { client, requests } = aClient([lost(), { status: 500 }], {})
    const error = await rejection(requestDeployment(client, 'k1'))
    expect(hasStatus(error, 500)).toBe(true)
    expect(requests.map(({ headers }) => headers['idempotency-key'])).toEqual(['k1', 'k1'])
  })

  it('of a write without a key never follows one that may have had an effect', async () => {
    for (const failure of [lost(), new TimeoutError('slow'), { status: 500 }, { status: 502 }, { status: 503 }]) {
      const { client } = aClient([failure])
      expect(isUnknownEffect(await rejection(createDelta(client)))).toBe(true)
    }
  })

  it('of a write that changes nothing follows whatever went wrong, and leaves no doubt', async () => {
    const { client, requests } = aClient([
      { status: 502 },
      new NetworkError('reset'),
      new TimeoutError('late'),
      { status: 403, json: { error: 'API-403', message: 'No.' } },
    ])
    const trying = client.post('/orgs/{orgId}/apps/{appId}/pipelines', {
      path: { orgId: 'acme', appId: 'shop' },
      query: { dry_run: true },
      body: 'id: web',
      contentType: 'application/x-yaml',
      changesNothing: true,
    })
    expect(await rejection(trying)).toMatchObject({ name: 'ApiError', status: 403 })
    expect(requests).toHaveLength(4)
  })

  it('of a write without a key follows one that surely had none', async () => {
    const { client, requests } = aClient([
      refused(),
      { status: 429 },
      { status: 503, headers: { 'retry-after': '1' } },
      { json: 'd1' },
    ])
    expect((await createDelta(client)).body).toBe('d1')
    expect(requests.map(({ headers }) => headers['idempotency-key'])).toEqual(Array(4).fill(undefined))
  })

  it.each([
    ['a lost connection', lost()],
    ['502', { status: 502 }],
  ])('that surely had no effect does not hide that %s before it may have had one', async (_, first) => {
    const { client } = aClient([first, refused()], { retry: { maxAttempts: 2 } })
    const error = await rejection(requestDeployment(client, 'k1'))
    expect(error.message).toBe('connection refused')
    expect(isUnknownEffect(error)).toBe(true)
  })

  it('that never had an effect leaves no doubt', async () => {
    const { client } = aClient([refused(), { status: 429 }, refused()], { retry: { maxAttempts: 3 } })
    expect(isUnknownEffect(await rejection(requestDeployment(client, 'k1')))).toBe(false)
  })

  it('is not made where it could only end the same way', async () => {
    const { client } = aClient([new NetworkError('certificate is not trusted', { sent: false, retryable: false })])
    expect((await rejection(getEnvironment(client))).message).toBe('certificate is not trusted')
  })
})

describe('a deadline', () => {
  it('that has passed stops a request before it is sent', async () => {
    const { client, clock } = aClient([])
    const error = await rejection(getEnvironment(client, { deadline: clock.now() }))
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error.message).toBe('GET /orgs/acme/apps/shop/envs/staging was not sent: the time for it had run out')
    expect(isUnknownEffect(error)).toBe(false)
  })

  it('shortens what a read is given, but not a write, whose effect would be unknown', async () => {
    const { client, clock, requests } = aClient([{ json: {} }, { json: {} }], { requestTimeoutMs: 20_000 })
    const deadline = clock.now() + 5000
    await getEnvironment(client, { deadline })
    await client.post('/orgs/{orgId}/apps/{appId}/deltas', {
      path: { orgId: 'acme', appId: 'shop' },
      body: {},
      deadline,
    })
    expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([5000, 20_000])
  })

  it("of one call replaces the client's, so that a cancellation can still be sent", async () => {
    const { client, clock } = aClient([{ json: {} }], { deadline: 0 })
    await getEnvironment(client, { deadline: clock.now() + 1000 })
    expect(await rejection(getEnvironment(client))).toBeInstanceOf(TimeoutError)
  })
})

describe('a signal', () => {
  const stopped = new Error('stopped')

  it('that was given before stops a request before it is sent', async () => {
    const { client } = aClient([], { signal: AbortSignal.abort(stopped) })
    expect(await rejection(getEnvironment(client))).toBe(stopped)
  })

  it('ends a wait between attempts', async () => {
    const ending = new AbortController()
    const { client } = aClient([{ status: 503 }], { signal: ending.signal, onRetry: () => ending.abort(stopped) })
    expect(await rejection(getEnvironment(client))).toBe(stopped)
  })

  it('reaches the transport, and what it ends is not sent again', async () => {
    const ending = new AbortController()
    const { client, requests } = aClient(
      [
        async () => {
          ending.abort(stopped)
          throw lost()
        },
      ],
      { signal: ending.signal },
    )
    expect(await rejection(getEnvironment(client))).toBeInstanceOf(NetworkError)
    expect(requests[0]?.signal).toBe(ending.signal)
  })

  it("of one call replaces the client's", async () => {
    const { client } = aClient([{ json: {} }], { signal: AbortSignal.abort(stopped) })
    const { status } = await getEnvironment(client, { signal: new AbortController().signal })
    expect(status).toBe(200)
  })
})
