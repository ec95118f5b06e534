import { describe, expect, it } from 'vitest'
import { createClient, hasStatus, isUnknownEffect, requireBody } from '../../src/client/index.ts'
import { ApiError, InputError } from '../../src/errors.ts'
import { aClient, createDelta, getEnvironment, rejection, requestDeployment, TOKEN } from './a-client.ts'

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
