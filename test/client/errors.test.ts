import { describe, expect, it } from 'vitest'

import { excerpt, hasStatus, oneLine, toApiError } from '../../src/client/errors.ts'

const token = 'secret-token-0123456789'

const errorOf = (status: number, body: string, { method = 'POST', path = '/orgs/acme/x' } = {}) =>
  toApiError({ method, path, token }, { status, headers: {}, body })

describe('the error of an answer', () => {
  it.each<[string, string, string]>([
    ['error, message and details', '{"error":"API-001","message":"no such type","details":{"a":1}}', 'no such type'],
    ['error without message', '{"error":"registry is busy"}', 'registry is busy'],
    ['only a code', '{"error":"API-001"}', 'Bad Request'],
    ['only message', '{"message":"no such type"}', 'no such type'],
    ['an empty message', '{"error":"API-001","message":""}', 'Bad Request'],
    ['a message that is an object', '{"message":{"field":"id"}}', '{"field":"id"}'],
    ['a gateway that wraps', '{"error":{"code":400,"message":"bad gateway config"}}', 'bad gateway config'],
    ['a bare string', '"Delta with ID x is not there"', 'Delta with ID x is not there'],
    ['a number', '42', '42'],
    ['null', 'null', 'Bad Request'],
    ['an empty object', '{}', 'Bad Request'],
    ['an empty list', '[]', 'Bad Request'],
    ['nothing', '', 'Bad Request'],
    ['white space', ' \r\n', 'Bad Request'],
    [
      'a list',
      '[{"app_id":"shop","env_id":"prod"},{"app_id":"shop","env_id":"qa"}]',
      'app_id=shop env_id=prod; app_id=shop env_id=qa',
    ],
    ['a list of words', '["a","b"]', 'a; b'],
    ['a byte order mark', '\ufeff{"error":"API-001","message":"marked"}', 'marked'],
    ['JSON that was cut off', '{"error":"API-001","mess', '{"error":"API-001","mess'],
    ['plain text', 'upstream connect error', 'upstream connect error'],
    [
      'a page with a title',
      '<!DOCTYPE html><html><head><title>502 Bad\nGateway</title></head></html>',
      '502 Bad Gateway',
    ],
    ['a page without one', '<html><style>p{}</style><body><p>Out <b>of</b> order</p></body></html>', 'Out of order'],
  ])('takes its message from %s', (_, body, expected) => {
    expect(errorOf(400, body).message).toBe(`POST /orgs/acme/x failed: 400 ${expected}`)
  })

  it('carries code and details', () => {
    const error = errorOf(400, '{"error":"API-001","message":"no","details":{"a":1}}')
    expect(error).toMatchObject({
      status: 400,
      method: 'POST',
      path: '/orgs/acme/x',
      code: 'API-001',
      details: { a: 1 },
    })
    expect(errorOf(400, '{"error":"API-001"}').code).toBe('API-001')
    expect(errorOf(400, '{"error":"registry is busy"}').code).toBeUndefined()
  })

  it('keeps the whole of a list whose message shows five', () => {
    const items = Array.from({ length: 7 }, (_, index) => ({ env_id: `e${index}` }))
    const error = errorOf(409, JSON.stringify(items))
    expect(error.message).toMatch(/env_id=e4; and 2 more$/)
    expect(error.details).toEqual(items)
  })

  it('explains a status that nobody knows', () => {
    expect(errorOf(599, '').message).toBe('POST /orgs/acme/x failed: 599 without an explanation')
  })

  it('survives what is nested too deeply', () => {
    const depth = 200_000
    const error = errorOf(400, `{"message":${'['.repeat(depth)}${']'.repeat(depth)}}`)
    expect(error.message.length).toBeLessThan(700)
  })

  it('is one line without control characters, cut to a length that can be read', () => {
    const message = `a\n::error::b\u001b[31m\u202ec${'x'.repeat(100_000)}`
    const text = errorOf(400, JSON.stringify({ message })).message
    expect(text).toMatch(/^POST \/orgs\/acme\/x failed: 400 a ::error::b \[31mcx+…$/)
    expect(text.length).toBeLessThan(600)
  })

  it('never repeats the token, not even where the server quotes it', () => {
    const error = errorOf(401, JSON.stringify({ message: `token ${token} is bad`, details: { token } }))
    expect(JSON.stringify([error.message, error.details, error])).not.toContain(token)
    expect(error.message).toContain('token *** is bad')
  })
})

describe('advice', () => {
  it.each<[number, string, string, RegExp]>([
    [401, 'GET', '/orgs/acme/apps', /Unauthorized\. The token was not accepted/],
    [403, 'POST', '/orgs/acme/apps/shop/pipeline-runs', /'developer' on the application and 'deployer' on/],
    [403, 'POST', '/orgs/acme/apps/shop/pipelines/p/runs/r/jobs/j/approvals/a/approve', /'deployer' on the/],
    [403, 'POST', '/orgs/acme/artefact-versions', /'artefactContributor'/],
    [403, 'DELETE', '/orgs/acme/env-types/qa', /'administrator'/],
    [403, 'POST', '/orgs/acme/apps/shop/deltas', /'developer' on the application\. Check the organization/],
    [403, 'GET', '/orgs/acme/apps/shop/envs', /'viewer'/],
    [403, 'GET', '/orgs/acme/apps', /may not do this\. Check the organization/],
    [404, 'GET', '/orgs/acme/apps/shop', /Not Found\. Check the ids/],
    [429, 'GET', '/orgs/acme/apps', /try again later/],
    [302, 'POST', '/orgs/acme/apps', /check the API's address/],
  ])('for %d on %s %s', (status, method, path, expected) => {
    expect(errorOf(status, '', { method, path }).message).toMatch(expected)
  })

  it.each([400, 409, 412, 422, 500, 503])('none for %d, whose message says it all', (status) => {
    expect(errorOf(status, '"what it is"').message).toBe(`POST /orgs/acme/x failed: ${status} what it is`)
  })
})

describe('text from outside', () => {
  it('is not cut within a character', () => {
    expect(oneLine('😀😀😀', 4)).toBe('😀…')
  })

  it('is quoted in short where it is no JSON', () => {
    expect(excerpt('<html><head><title>Sign in</title></head>')).toBe('Sign in')
    expect(excerpt('x'.repeat(1000))).toHaveLength(200)
  })
})

describe('hasStatus', () => {
  it('tells one answer from another, and from what is no answer', () => {
    expect(hasStatus(errorOf(404, ''), 404)).toBe(true)
    expect(hasStatus(errorOf(409, ''), 404, 409)).toBe(true)
    expect(hasStatus(errorOf(500, ''), 404)).toBe(false)
    expect(hasStatus(new Error('404'), 404)).toBe(false)
  })
})
