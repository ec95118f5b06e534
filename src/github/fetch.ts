import type { Clock } from '../clock.ts'
import type { HttpRequest, HttpResponse, Transport } from '../contract/http.ts'
import { InputError, NetworkError, TimeoutError } from '../errors.ts'
import { isRateLimited, rateLimitDelay } from './rate-limit.ts'

/** A request is about to be sent again. */
export interface GitHubRetry {
  readonly method: string
  /** Without host and query. */
  readonly path: string
  /** One line. */
  readonly reason: string
  readonly delayMs: number
}

export interface FetchOptions {
  readonly transport: Transport
  readonly clock: Clock
  readonly signal?: AbortSignal | undefined
  /** Milliseconds since the epoch, after which nothing is sent again. Two minutes after each request began, unless given. */
  readonly deadline?: number | undefined
  readonly onRetry?: ((retry: GitHubRetry) => void) | undefined
}

/** As much of a request as Octokit fills in. */
interface Init {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string
}

/** As much of a response as Octokit looks at. */
interface Fetched {
  readonly status: number
  readonly url: string
  readonly headers: ReadonlyMap<string, string>
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
}

export type Fetch = (url: string, init: Init) => Promise<Fetched>

const maxAttempts = 6
const firstDelayMs = 1000
const requestTimeoutMs = 30_000
const patienceMs = 120_000

/** Reading, and deleting what may be gone already. GraphQL is only ever asked, and always by POST. */
const isRepeatable = (method: string, path: string): boolean =>
  ['GET', 'HEAD', 'DELETE'].includes(method) || path.endsWith('/graphql')

interface Again {
  readonly delayMs: number
  readonly reason: string
}

/** Whether and when to ask again after this answer: one that was turned away unread may always be repeated. */
const afterAnswer = (
  response: HttpResponse,
  { repeatable, attempt, now }: { repeatable: boolean; attempt: number; now: number },
): Again | undefined => {
  if (isRateLimited(response)) {
    return { delayMs: rateLimitDelay(response, { now, attempt }), reason: 'GitHub limits how often it is asked' }
  }
  if (!repeatable || ![500, 502, 503, 504].includes(response.status)) return undefined
  return { delayMs: firstDelayMs * 2 ** (attempt - 1), reason: `GitHub answered ${response.status}` }
}

const afterError = (
  error: unknown,
  { repeatable, attempt }: { repeatable: boolean; attempt: number },
): Again | undefined => {
  if (!(error instanceof NetworkError || error instanceof TimeoutError)) return undefined
  if (error instanceof NetworkError && !error.retryable) return undefined
  if (!repeatable && error.sent !== false) return undefined
  return { delayMs: firstDelayMs * 2 ** (attempt - 1), reason: error.message }
}

/** A name of two dots would lead somewhere else than its place in the address, once the address is read as one. */
const checkPath = (url: string): void => {
  const path = url.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/s, '')
  if (/\/(?:\.{1,2})?(?=\/|$)/.test(path))
    throw new InputError(`A name that is empty, '.' or '..' cannot be asked of GitHub (${path})`)
}

const toFetched = (url: string, { status, headers, body }: HttpResponse): Fetched => ({
  status,
  url,
  headers: new Map(Object.entries(headers)),
  text: () => Promise.resolve(body),
  arrayBuffer: () => Promise.resolve(new TextEncoder().encode(body).buffer),
})

/**
 * What Octokit sends its requests through. It repeats reads that failed for a moment, and waits out GitHub's limits;
 * a write is repeated only where it surely had no effect. The platform's own fetch, and its classes, would load an
 * HTTP stack of their own and know no proxy.
 */
export const createFetch = ({ transport, clock, signal, deadline, onRetry }: FetchOptions): Fetch => {
  const attemptOnce = async (request: HttpRequest): Promise<{ response: HttpResponse } | { error: unknown }> => {
    try {
      return { response: await transport(request) }
    } catch (error) {
      if (signal?.aborted) throw error
      return { error }
    }
  }

  return async (url, { method, headers, body }) => {
    checkPath(url)
    const { pathname: path } = new URL(url)
    const repeatable = isRepeatable(method, path)
    const end = deadline ?? clock.now() + patienceMs
    const request: HttpRequest = { method, url, headers, ...(body && { body }), ...(signal && { signal }) }

    for (let attempt = 1; ; attempt += 1) {
      signal?.throwIfAborted()
      if (clock.now() >= end)
        throw new TimeoutError(`${method} ${path} was not sent: the time for it had run out`, { sent: false })

      const timeoutMs = repeatable ? Math.min(requestTimeoutMs, end - clock.now()) : requestTimeoutMs
      const result = await attemptOnce({ ...request, timeoutMs })
      const now = clock.now()
      const again =
        'response' in result
          ? afterAnswer(result.response, { repeatable, attempt, now })
          : afterError(result.error, { repeatable, attempt })
      const isPossible = again && attempt < maxAttempts && now + again.delayMs < end
      if (!isPossible) {
        if ('error' in result) throw result.error
        return toFetched(url, result.response)
      }
      onRetry?.({ method, path, reason: again.reason, delayMs: again.delayMs })
      await clock.sleep(again.delayMs, signal)
    }
  }
}
