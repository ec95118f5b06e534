import { ApiError, NetworkError, TimeoutError } from '../errors.ts'

/** How one attempt went wrong. */
export type Outcome =
  | { kind: 'status'; status: number; retryAfter?: string | undefined }
  | { kind: 'network' | 'timeout'; sent: boolean | 'unknown' }

export interface RetryLimits {
  /** The first one included. */
  maxAttempts: number
  /** Upper limit of the first wait where the server names no time; doubles with every attempt. */
  baseDelayMs: number
  maxDelayMs: number
}

export const defaultRetry: RetryLimits = { maxAttempts: 6, baseDelayMs: 500, maxDelayMs: 20_000 }

export interface Attempt {
  method: string
  /** Sent with an `Idempotency-Key`, the same on every attempt. */
  keyed: boolean
  /** Whatever the method says. */
  changesNothing?: boolean | undefined
  /** 1 for the first. */
  attempt: number
  outcome: Outcome
  /** Milliseconds since the epoch, as is `deadline`. */
  now: number
  deadline: number
  /** At least 0, below 1. */
  fraction: number
}

export type Decision = { retry: true; delayMs: number } | { retry: false }

type Kind = Pick<Attempt, 'method' | 'keyed' | 'changesNothing'>

export const isRead = ({ method, changesNothing = false }: Pick<Attempt, 'method' | 'changesNothing'>): boolean =>
  method === 'GET' || method === 'HEAD' || changesNothing

/**
 * A second request changes nothing that the first has not: a read; a write with a key; PUT, which sets a value; and
 * DELETE, where the second may answer 404, which its caller takes for gone.
 */
const isRepeatable = (kind: Kind) => isRead(kind) || kind.method === 'PUT' || kind.method === 'DELETE' || kind.keyed

/** The server says, or the network shows, that nothing was done. */
const isSurelyWithoutEffect = (outcome: Outcome) => {
  if (outcome.kind !== 'status') return outcome.sent === false
  return outcome.status === 429 || (outcome.status === 503 && outcome.retryAfter !== undefined)
}

const isPassing = (kind: Kind, outcome: Outcome) => {
  if (outcome.kind !== 'status') return true
  if (outcome.status === 500) return isRead(kind)
  // Proxies have numbers of their own, above those of HTTP.
  return outcome.status === 408 || outcome.status === 429 || outcome.status > 501
}

/** `Retry-After` in milliseconds from `now`: seconds, or one of HTTP's dates. Undefined for anything else. */
export const readRetryAfter = (value: string | undefined, now: number): number | undefined => {
  const text = value?.trim() ?? ''
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000)
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return undefined
  // asctime dates carry no zone, and are UTC all the same.
  const at = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

/** Whether to send a request again, and after how long. Never says to wait until or past the deadline. */
export const decideRetry = (
  { attempt, outcome, now, deadline, fraction, ...kind }: Attempt,
  limits: RetryLimits = defaultRetry,
): Decision => {
  if (attempt >= limits.maxAttempts) return { retry: false }
  if (!isPassing(kind, outcome)) return { retry: false }
  if (!isRepeatable(kind) && !isSurelyWithoutEffect(outcome)) return { retry: false }

  const asked = outcome.kind === 'status' ? readRetryAfter(outcome.retryAfter, now) : undefined
  const ceiling = Math.min(limits.maxDelayMs, limits.baseDelayMs * 2 ** (attempt - 1))
  // A time that has come already, by whose clock ever, is none: the attempts would be gone at once.
  const delayMs = asked || Math.floor(fraction * ceiling)
  if (now + delayMs >= deadline) return { retry: false }
  return { retry: true, delayMs }
}

/**
 * Whether a write that failed like this may have taken effect all the same, so that its caller has to read back before
 * it says or does anything else.
 */
export const isUnknownEffect = (error: unknown): boolean => {
  if (error instanceof NetworkError || error instanceof TimeoutError) return error.sent !== false
  if (!(error instanceof ApiError)) return false
  // What stands in the way may be the work of an earlier attempt; or it is gone by the time that one arrives.
  if (error.afterUnanswered && [409, 412].includes(error.status)) return true
  return error.status === 408 || (error.status >= 500 && error.status !== 501)
}
