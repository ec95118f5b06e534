import { NetworkError } from '../../../src/errors.ts'
import type { HttpResponse } from '../../../src/contract/http.ts'

/** What can go wrong with the next requests of one operation. */
export type Failure =
  /** Too many requests in a short time; nothing is done. */
  | { kind: 'secondary-rate-limit'; retryAfterSeconds?: number }
  /** The hour's requests are used up; nothing is done. */
  | { kind: 'rate-limit'; resetAt: number }
  | { kind: 'missing-permission'; permission?: string }
  | { kind: 'status'; status: number; message?: string; headers?: Record<string, string> }
  /** The page of something between here and GitHub. */
  | { kind: 'page'; status: number; html: string }
  /** Nothing is sent. */
  | { kind: 'no-connection' }
  /** It happens, and nobody is told. */
  | { kind: 'lost-answer' }

const documentation_url = 'https://docs.github.com/rest'

export const problem = (status: number, message: string, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify({ message, documentation_url, status: String(status) }),
})

/** The header is not sent to tokens of the old kind, nor by old servers. */
export const notAccessible = (permission: string | undefined): HttpResponse =>
  problem(
    403,
    'Resource not accessible by integration',
    permission === undefined ? {} : { 'x-accepted-github-permissions': permission },
  )

/** The answer that stands in for the operation; undefined where it happens first. The request is named as it is on the wire. */
export const failureAnswer = (failure: Failure, request: string): HttpResponse | undefined => {
  switch (failure.kind) {
    case 'secondary-rate-limit': {
      const { retryAfterSeconds } = failure
      const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
      return problem(
        403,
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        headers,
      )
    }
    case 'rate-limit':
      return problem(403, 'API rate limit exceeded for installation.', {
        'x-ratelimit-limit': '1000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil(failure.resetAt / 1000)),
      })
    case 'missing-permission':
      return notAccessible(failure.permission)
    case 'status':
      return problem(failure.status, failure.message ?? 'It did not work', failure.headers)
    case 'page':
      return { status: failure.status, headers: { 'content-type': 'text/html' }, body: failure.html }
    case 'no-connection':
      throw new NetworkError(`${request} was not sent: no connection to api.github.test (ECONNREFUSED)`, {
        sent: false,
      })
    case 'lost-answer':
      return undefined
  }
}

export const lostAnswer = (request: string): NetworkError =>
  new NetworkError(`${request}: the connection to api.github.test was lost before an answer came`)
