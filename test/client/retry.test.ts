import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Attempt, Outcome } from '../../src/client/retry.ts'
import { decideRetry, defaultRetry, isUnknownEffect, readRetryAfter } from '../../src/client/retry.ts'
import { ApiError, InputError, NetworkError, TimeoutError } from '../../src/errors.ts'

const now = Date.UTC(2026, 0, 5, 12)

const anAttempt = (changes: Partial<Attempt>): Attempt => ({
  method: 'GET',
  keyed: false,
  attempt: 1,
  outcome: { kind: 'status', status: 503 },
  now,
  deadline: Number.POSITIVE_INFINITY,
  fraction: 0.5,
  ...changes,
})

const status = (code: number, retryAfter?: string): Outcome => ({ kind: 'status', status: code, retryAfter })
const lost: Outcome = { kind: 'network', sent: 'unknown' }
const refused: Outcome = { kind: 'network', sent: false }
const late: Outcome = { kind: 'timeout', sent: 'unknown' }

describe('whether to ask again', () => {
  const kinds = {
    read: { method: 'GET', keyed: false },
    trial: { method: 'POST', keyed: false, changesNothing: true },
    'keyed POST': { method: 'POST', keyed: true },
    PUT: { method: 'PUT', keyed: false },
    DELETE: { method: 'DELETE', keyed: false },
    'unkeyed POST': { method: 'POST', keyed: false },
    'unkeyed PATCH': { method: 'PATCH', keyed: false },
  }
  const everything = ['read', 'trial', 'keyed POST', 'PUT', 'DELETE', 'unkeyed POST', 'unkeyed PATCH']
  const repeatable = ['read', 'trial', 'keyed POST', 'PUT', 'DELETE']

  it.each<[string, Outcome, string[]]>([
    ['400', status(400), []],
    ['401', status(401), []],
    ['403', status(403), []],
    ['404', status(404), []],
    ['409', status(409), []],
    ['412', status(412), []],
    ['422', status(422), []],
    ['501', status(501), []],
    ['408', status(408), repeatable],
    ['429', status(429), everything],
    ['500', status(500), ['read', 'trial']],
    ['502', status(502), repeatable],
    ['503', status(503), repeatable],
    ['503 with a time', status(503, '1'), everything],
    ['504', status(504), repeatable],
    ['524 of a proxy', status(524), repeatable],
    ['a lost connection', lost, repeatable],
    ['a refused connection', refused, everything],
    ['a timeout', late, repeatable],
    ['a timeout before there was a connection', { kind: 'timeout', sent: false }, everything],
  ])('after %s', (_, outcome, expected) => {
    const retried = Object.entries(kinds)
      .filter(([, kind]) => decideRetry(anAttempt({ ...kind, outcome })).retry)
      .map(([name]) => name)
    expect(retried).toEqual(expected)
  })

  it('ends with the last attempt', () => {
    expect(decideRetry(anAttempt({ attempt: 5 })).retry).toBe(true)
    expect(decideRetry(anAttempt({ attempt: 6 })).retry).toBe(false)
  })
})

describe('how long to wait', () => {
  it.each([
    [1, 0.5, 250],
    [2, 0.5, 500],
    [3, 0.5, 1000],
    [3, 0, 0],
    [5, 0.5, 4000],
  ])('attempt %d with chance %d waits %d ms', (attempt, fraction, delayMs) => {
    expect(decideRetry(anAttempt({ attempt, fraction }))).toEqual({ retry: true, delayMs })
  })

  it('is never more than the cap', () => {
    const limits = { ...defaultRetry, maxAttempts: 100 }
    expect(decideRetry(anAttempt({ attempt: 60, fraction: 0.5 }), limits)).toEqual({ retry: true, delayMs: 10_000 })
  })

  it('is what the server asked for, without jitter', () => {
    expect(decideRetry(anAttempt({ outcome: status(429, '7') }))).toEqual({ retry: true, delayMs: 7000 })
    expect(decideRetry(anAttempt({ outcome: status(503, 'Mon, 05 Jan 2026 12:01:30 GMT') }))).toEqual({
      retry: true,
      delayMs: 90_000,
    })
  })

  it.each(['0', 'Mon, 05 Jan 2026 11:59:58 GMT'])('is as without a time where that has come already: %s', (text) => {
    expect(decideRetry(anAttempt({ attempt: 3, outcome: status(503, text) }))).toEqual({ retry: true, delayMs: 1000 })
  })

  it('is not waited out when it would end at the deadline or after it', () => {
    const asked = { outcome: status(429, '7') }
    expect(decideRetry(anAttempt({ ...asked, deadline: now + 7001 }))).toEqual({ retry: true, delayMs: 7000 })
    expect(decideRetry(anAttempt({ ...asked, deadline: now + 7000 }))).toEqual({ retry: false })
    expect(decideRetry(anAttempt({ deadline: now + 250 }))).toEqual({ retry: false })
  })

  it('never reaches the deadline, whatever happened', () => {
    fc.assert(
      fc.property(
        fc.record({
          method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
          keyed: fc.boolean(),
          attempt: fc.integer({ min: 1, max: 8 }),
          outcome: fc.oneof(
            fc.constantFrom(lost, refused, late),
            fc
              .tuple(
                fc.integer({ min: 300, max: 599 }),
                fc.option(fc.nat({ max: 100 }).map(String), { nil: undefined }),
              )
              .map(([code, retryAfter]) => status(code, retryAfter)),
          ),
          now: fc.constant(now),
          deadline: fc.integer({ min: now - 1000, max: now + 100_000 }),
          fraction: fc.double({ min: 0, max: 0.999, noNaN: true }),
        }),
        (attempt) => {
          const decision = decideRetry(attempt)
          const wakesAt = decision.retry ? now + decision.delayMs : now
          expect(wakesAt).toBeGreaterThanOrEqual(now)
          expect(decision.retry && wakesAt >= attempt.deadline).toBe(false)
        },
      ),
    )
  })
})

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    [' 120 ', 120_000],
    ['1.5', 1500],
    ['Mon, 05 Jan 2026 12:00:10 GMT', 10_000],
    ['Monday, 05-Jan-26 12:00:10 GMT', 10_000],
    ['Mon Jan  5 12:00:10 2026', 10_000],
    ['Mon, 05 Jan 2026 11:59:00 GMT', 0],
  ])('%j is %d ms', (text, expected) => {
    expect(readRetryAfter(text, now)).toBe(expected)
  })

  it.each([undefined, '', 'soon', '-1', '1e3', '5 minutes', '2026-01-05', 'Mon, nonsense GMT'])(
    '%j is no time',
    (text) => {
      expect(readRetryAfter(text, now)).toBeUndefined()
    },
  )
})

describe('an unknown effect', () => {
  const anApiError = (code: number) => new ApiError({ method: 'POST', path: '/x', status: code, message: 'no' })

  it.each<[string, unknown, boolean]>([
    ['a lost connection', new NetworkError('lost'), true],
    ['an answer that could not be used', new NetworkError('half', { sent: true }), true],
    ['a refused connection', new NetworkError('refused', { sent: false }), false],
    ['a timeout', new TimeoutError('late'), true],
    ['a timeout before anything was sent', new TimeoutError('late', { sent: false }), false],
    ['500', anApiError(500), true],
    ['502', anApiError(502), true],
    ['504', anApiError(504), true],
    ['520 of a proxy', anApiError(520), true],
    ['501', anApiError(501), false],
    ['400', anApiError(400), false],
    ['409', anApiError(409), false],
    ['429', anApiError(429), false],
    ['a wrong input', new InputError('wrong'), false],
    ['anything else', 'text', false],
  ])('of %s', (_, error, expected) => {
    expect(isUnknownEffect(error)).toBe(expected)
  })
})
