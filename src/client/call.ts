import type { Clock } from '../clock.ts'
import type { HttpRequest, HttpResponse, Transport } from '../contract/http.ts'
import { ApiError, NetworkError, TimeoutError } from '../errors.ts'
import type { Random } from '../random.ts'
import { excerpt, isPage, oneLine, parseJson, toApiError, withoutToken } from './errors.ts'
import type { Answer, CallLimits } from './operation.ts'
import type { Outcome, RetryLimits } from './retry.ts'
import { decideRetry, isRead, isUnknownEffect } from './retry.ts'

/** One attempt failed and another will follow. */
export interface Retry {
  method: string
  /** Without host and query. */
  path: string
  /** The attempt that failed, 1 for the first. */
  attempt: number
  delayMs: number
  /** One line, such as `503` or `connection refused`. */
  reason: string
}

export interface CallerOptions {
  token: string
  transport: Transport
  clock: Clock
  random: Random
  /** `name/version`. */
  userAgent: string
  requestTimeoutMs: number
  retry: RetryLimits
  /** Milliseconds since the epoch after which nothing is sent or repeated. */
  deadline: number
  signal?: AbortSignal | undefined
  onRetry?: ((retry: Retry) => void) | undefined
}

export interface Call extends CallLimits {
  method: string
  url: URL
  /** Extra ones. */
  headers?: Readonly<Record<string, string | undefined>> | undefined
  body?: string | Uint8Array | undefined
  contentType?: string | undefined
  idempotencyKey?: string | undefined
  /** For an address that the server named, and that is not the API's own. */
  withoutToken?: boolean
}

export type Caller = (call: Call) => Promise<Answer<unknown>>

const toHeaders = (call: Call, { token, userAgent }: CallerOptions): Record<string, string> => {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'user-agent': userAgent,
    'humanitec-user-agent': `app ${userAgent}; sdk ${userAgent}`,
  }
  for (const [name, value] of Object.entries(call.headers ?? {}))
    if (value !== undefined) headers[name.toLowerCase()] = value
  if (call.body !== undefined) headers['content-type'] = call.contentType ?? 'application/json'
  if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey
  if (!call.withoutToken) headers['authorization'] = `Bearer ${token}`
  return headers
}

interface Place {
  readonly path: string
  readonly token: string
  readonly afterUnanswered: boolean
}

/** A body that was asked for as JSON, or the text itself where it was asked for as something else. */
const readBody = (request: HttpRequest, { path, token }: Place, { status, body }: HttpResponse): unknown => {
  const what = `${request.method} ${path} was answered ${status}`
  if (body.trim() === '') {
    if (request.method !== 'GET') return undefined
    throw new NetworkError(`${what}, but with nothing in the answer`, { sent: true, retryable: false })
  }
  const isJson = /json/i.test(request.headers['accept'] ?? '')
  if (!isJson && !isPage(body)) return body
  try {
    return parseJson(body)
  } catch (cause) {
    const advice = isPage(body) ? ". Check the API's address" : ''
    const wanted = isJson ? 'JSON' : 'what was asked for'
    const text = `${what}, but not with ${wanted}: ${excerpt(withoutToken(body, token))}${advice}`
    throw new NetworkError(text, { cause, sent: true, retryable: false })
  }
}

const toAnswer = (request: HttpRequest, place: Place, response: HttpResponse): Answer<unknown> => {
  const { status, headers } = response
  const etag = headers['etag']
  const body = readBody(request, place, response)
  return { method: request.method, path: place.path, status, headers, ...(etag === undefined ? {} : { etag }), body }
}

const isSuccess = (status: number) => status >= 200 && status < 300

interface Failure {
  error: unknown
  outcome: Outcome
  reason: string
}

const toFailure = (error: unknown): Failure | undefined => {
  if (error instanceof TimeoutError)
    return { error, outcome: { kind: 'timeout', sent: error.sent }, reason: 'no answer in time' }
  if (error instanceof NetworkError && error.retryable)
    return { error, outcome: { kind: 'network', sent: error.sent }, reason: oneLine(error.message, 200) }
  return undefined
}

/** Refusals that say nothing of an earlier attempt: a gateway may give them, whatever has become of that one. */
const isSilentAboutOthers = ({ status }: ApiError) => status < 400 || [401, 403, 407, 429].includes(status)

/** An attempt that surely did nothing does not make good for an earlier one that may have done something. */
const withEarlierDoubt = (error: unknown) => {
  if (error instanceof ApiError && isSilentAboutOthers(error))
    return new NetworkError(`${error.message}. An earlier attempt got no answer`, { cause: error, retryable: false })
  if (error instanceof NetworkError && error.sent === false)
    return new NetworkError(error.message, { cause: error, sent: 'unknown', retryable: error.retryable })
  if (error instanceof TimeoutError && error.sent === false)
    return new TimeoutError(error.message, { cause: error, sent: 'unknown' })
  return error
}

/**
 * How long one request may take. A read ends with the deadline. A write that was sent keeps its whole time, since one
 * that is given up leaves behind the question whether it took effect.
 */
const timeFor = (changesAnything: boolean, now: number, deadline: number, requestTimeoutMs: number) =>
  changesAnything ? requestTimeoutMs : Math.min(requestTimeoutMs, deadline - now)

const toRequest = (call: Call, options: CallerOptions, signal: AbortSignal | undefined): HttpRequest => ({
  method: call.method,
  url: call.url.href,
  headers: toHeaders(call, options),
  ...(call.body === undefined ? {} : { body: call.body }),
  ...(signal === undefined ? {} : { signal }),
})

/** An answer that is a success, or the failure that decides about another attempt; throws what is final. */
const attemptOnce = async (
  request: HttpRequest,
  place: Place,
  transport: Transport,
): Promise<{ answer: Answer<unknown> } | Failure> => {
  let response: HttpResponse
  try {
    response = await transport(request)
  } catch (error) {
    const failure = request.signal?.aborted ? undefined : toFailure(error)
    if (failure === undefined) throw error
    return failure
  }
  const { status } = response
  if (isSuccess(status)) return { answer: toAnswer(request, place, response) }
  const outcome: Outcome = { kind: 'status', status, retryAfter: response.headers['retry-after'] }
  return { error: toApiError({ method: request.method, ...place }, response), outcome, reason: String(status) }
}

/** Sends one call, as often as its kind allows, and gives its answer or throws the last error. */
export const createCaller =
  (options: CallerOptions): Caller =>
  async (call) => {
    const { clock, random } = options
    const { method, changesNothing } = call
    const changesAnything = !isRead(call)
    const path = call.url.pathname
    const signal = call.signal ?? options.signal
    const deadline = call.deadline ?? options.deadline
    const requestTimeoutMs = call.requestTimeoutMs ?? options.requestTimeoutMs
    const request = toRequest(call, options, signal)
    const keyed = call.idempotencyKey !== undefined

    let inDoubt = false
    for (let attempt = 1; ; attempt += 1) {
      signal?.throwIfAborted()
      if (clock.now() >= deadline) {
        const sent = inDoubt ? 'unknown' : false
        throw new TimeoutError(`${method} ${path} was not sent: the time for it had run out`, { sent })
      }

      const timeoutMs = timeFor(changesAnything, clock.now(), deadline, requestTimeoutMs)
      const place: Place = { path, token: options.token, afterUnanswered: inDoubt }
      const result = await attemptOnce({ ...request, timeoutMs }, place, options.transport).catch((error: unknown) => {
        throw inDoubt ? withEarlierDoubt(error) : error
      })
      if ('answer' in result) return result.answer

      const { error, outcome, reason } = result
      const decision = decideRetry(
        { method, keyed, changesNothing, attempt, outcome, now: clock.now(), deadline, fraction: random.fraction() },
        options.retry,
      )
      if (!decision.retry) throw inDoubt ? withEarlierDoubt(error) : error
      inDoubt ||= changesAnything && isUnknownEffect(error)
      options.onRetry?.({ method, path, attempt, delayMs: decision.delayMs, reason })
      await clock.sleep(decision.delayMs, signal)
    }
  }
