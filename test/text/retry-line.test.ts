import { expect, test } from 'vitest'
import { retryLine } from '../../src/text/retry-line.ts'

const request = { method: 'POST', path: '/graphql', delayMs: 2000 }

test('whoever tries again says what, why and when', () => {
  expect(retryLine({ ...request, reason: '503' })).toBe('POST /graphql: 503; trying again in 2s')
})

test('a reason that names the request is not told twice', () => {
  expect(retryLine({ ...request, reason: 'POST /graphql was not sent: no connection' })).toBe(
    'POST /graphql was not sent: no connection; trying again in 2s',
  )
})
