import { describe, expect, it } from 'vitest'

import type { Retry } from '../../src/client/index.ts'
import { createClient, hasStatus, isUnknownEffect, requireBody } from '../../src/client/index.ts'
import { ApiError, InputError, NetworkError, TimeoutError } from '../../src/errors.ts'
import { aClient, createDelta, getEnvironment, rejection, requestDeployment, TOKEN } from './a-client.ts'

const lost = () => new NetworkError('connection lost')
const refused = () => new NetworkError('connection refused', { sent: false })

describe('a request', () => {
  it('names the caller, and asks for JSON', async () => {
    const { client, requests } = aClient([{ json: { id: 'staging' } }])
    await getEnvironment(client)
    expect(requests).toEqual([
      {
        method: 'GET',
        url: 'https://api.example.test/orgs/acme/apps/shop/envs/staging',
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${TOKEN}`,
          'user-agent': 'humanitec-actions/1.2.3',
          'humanitec-user-agent': 'app humanitec-actions/1.2.3; sdk humanitec-actions/1.2.3',
        },
        timeoutMs: 30_000,
      },
    ])
  })

  it('carries path, query and headers, below a path of the address', async () => {
    const { client, requests } = aClient([{ json: [] }, {}], { baseUrl: 'https://proxy.example.test/humanitec/' })
    await client.get('/orgs/{orgId}/apps/{appId}/pipeline-criteria', {
      path: { orgId: 'acme', appId: 'a/b' },
      query: { per_page: 5, match: { env_id: 'qa' }, page: undefined },
    })
    await client.delete('/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}', {
      path: { orgId: 'acme', appId: 'shop', pipelineId: 'p' },
      headers: { 'If-Match': '"e1"' },
    })
    expect(requests.map(({ url }) => url)).toEqual([
      'https://proxy.example.test/humanitec/orgs/acme/apps/a%2Fb/pipeline-criteria?per_page=5&match%5Benv_id%5D=qa',
      'https://proxy.example.test/humanitec/orgs/acme/apps/shop/pipelines/p',
    ])
    expect(requests[1]?.headers).toMatchObject({ 'if-match': '"e1"' })
  })

  it('carries a JSON body, a bare string among them, and says so', async () => {
    const { client, requests } = aClient([{ status: 204 }])
    await client.put('/orgs/{orgId}/apps/{appId}/envs/{envId}/from_deploy_id', {
      path: { orgId: 'acme', appId: 'shop', envId: 'qa' },
      body: 'd1',
    })
    expect(requests[0]).toMatchObject({ method: 'PUT', body: '"d1"', headers: { 'content-type': 'application/json' } })
  })

  it('carries a body that is not JSON as it is', async () => {
    const { client, requests } = aClient([{ status: 204 }])
    await client.post('/orgs/{orgId}/apps/{appId}/pipelines', {
      path: { orgId: 'acme', appId: 'shop' },
      query: { dry_run: true },
      body: 'id: p\n',
      contentType: 'application/x-yaml',
    })
    expect(requests[0]).toMatchObject({ body: 'id: p\n', headers: { 'content-type': 'application/x-yaml' } })
  })

  it('has no body and no type for one where the operation has none', async () => {
    const { client, requests } = aClient([{ status: 204 }])
    await client.post('/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/cancel', {
      path: { orgId: 'acme', appId: 'shop', pipelineId: 'p', runId: 'r' },
    })
    expect(requests[0]).not.toHaveProperty('body')
    expect(requests[0]?.headers).not.toHaveProperty('content-type')
  })

  it('is not sent with an id that would lead elsewhere', async () => {
    const { client, requests } = aClient([])
    const error = await rejection(client.get('/orgs/{orgId}/apps', { path: { orgId: '..' } }))
    expect(error).toBeInstanceOf(InputError)
    expect(requests).toEqual([])
  })
})

describe('a client', () => {
  const { clock, random, transport } = { clock: {}, random: {}, transport: {} } as never

  it.each(['', 'a b', 'token\n', 'tokén'])('refuses the token %j without repeating it', (token) => {
    const create = () => createClient({ baseUrl: 'https://x.test', token, clock, random, transport, userAgent: 'a/1' })
    expect(create).toThrow(InputError)
    expect(create).toThrow(/^The token is empty or holds characters that no token has, such as spaces or line ends$/)
  })

  it('refuses to send the token unencrypted', () => {
    const create = () =>
      createClient({ baseUrl: 'http://x.test', token: 't', clock, random, transport, userAgent: 'a/1' })
    expect(create).toThrow(/unencrypted/)
  })
})

describe('an answer', () => {
  it('carries status, headers, etag and body', async () => {
    const { client } = aClient([{ headers: { etag: '"abc"', 'x-other': '1' }, json: { id: 'staging' } }])
    expect(await getEnvironment(client)).toEqual({
      method: 'GET',
      path: '/orgs/acme/apps/shop/envs/staging',
      status: 200,
      headers: { etag: '"abc"', 'x-other': '1' },
      etag: '"abc"',
      body: { id: 'staging' },
    })
  })

  it('is text where something else than JSON was asked for', async () => {
    const { client } = aClient([{ body: 'apiVersion: score.dev/v1b1\n' }])
    const { body } = await client.get('/orgs/{orgId}/artefact-versions/{artefactVersionId}/workload-spec', {
      path: { orgId: 'acme', artefactVersionId: 'v' },
      headers: { Accept: 'application/x-yaml' },
    })
    expect(body).toBe('apiVersion: score.dev/v1b1\n')
  })
})

describe('a failure', () => {
  it.each([401, 403, 404, 409, 412, 422])('%d is not asked about twice', async (status) => {
    const { client } = aClient([{ status, json: { error: 'API-1', message: 'no' } }])
    const error = await rejection(requestDeployment(client, 'k1'))
    expect(error).toBeInstanceOf(ApiError)
    expect(hasStatus(error, status)).toBe(true)
    expect(isUnknownEffect(error)).toBe(false)
  })

  it('never names the query, which may hold a secret', async () => {
    const { client } = aClient([{ status: 400, body: '' }])
    const error = await rejection(
      client.get('/orgs/{orgId}/artefact-versions', { path: { orgId: 'acme' }, query: { reference: 'hidden' } }),
    )
    expect(error.message).toBe('GET /orgs/acme/artefact-versions failed: 400 Bad Request')
  })

  it('that nobody foresaw is passed on as it is', async () => {
    const { client } = aClient([new TypeError('a bug')])
    expect(await rejection(getEnvironment(client))).toBeInstanceOf(TypeError)
  })
})

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

describe('requireBody', () => {
  it('gives the body, or an error of unknown effect where there is none', async () => {
    const { client } = aClient([{ json: 'd1' }, { status: 201 }])
    expect(requireBody(await createDelta(client))).toBe('d1')
    const empty = await createDelta(client)
    expect(() => requireBody(empty)).toThrow(
      'POST /orgs/acme/apps/shop/deltas was answered 201, but with nothing in the answer',
    )
    expect(isUnknownEffect(await rejection(Promise.resolve().then(() => requireBody(empty))))).toBe(true)
  })
})
