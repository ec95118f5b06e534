/** The workflow has to be changed: a bad input, or a combination of inputs that cannot work. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/** The server said no. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly method: string
  /** Without host and query. */
  readonly path: string
  readonly status: number
  /** The `error` code of the answer, where it had one (`API-000`). */
  readonly code: string | undefined
  readonly details: unknown
  /** As it came, without the token. */
  readonly body: string
  /** An earlier attempt of the same call got no answer, and may yet arrive. */
  readonly afterUnanswered: boolean

  constructor(answer: {
    method: string
    path: string
    status: number
    message: string
    code?: string | undefined
    details?: unknown
    body?: string
    afterUnanswered?: boolean
  }) {
    super(`${answer.method} ${answer.path} failed: ${answer.status} ${answer.message}`)
    this.method = answer.method
    this.path = answer.path
    this.status = answer.status
    this.code = answer.code
    this.details = answer.details
    this.body = answer.body ?? ''
    this.afterUnanswered = answer.afterUnanswered ?? false
  }
}

/** What is known about a request without a usable answer. */
interface Undelivered {
  cause?: unknown
  /** `false`: surely never reached the server. `true`: the server answered, unusably. Anything else may have happened. */
  sent?: boolean | 'unknown'
  /** `false` where asking again would end the same way, as with a certificate that is not trusted. */
  retryable?: boolean
}

/** There was no complete answer: unless `sent` is false, whether the request took effect is unknown. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
  readonly sent: boolean | 'unknown'
  readonly retryable: boolean

  constructor(message: string, { cause, sent = 'unknown', retryable = true }: Undelivered = {}) {
    super(message, cause === undefined ? undefined : { cause })
    this.sent = sent
    this.retryable = retryable
  }
}

/** One request took longer than it was given; unless `sent` is false, whether it took effect is unknown. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError'
  readonly sent: boolean | 'unknown'

  constructor(message: string, { cause, sent = 'unknown' }: Pick<Undelivered, 'cause' | 'sent'> = {}) {
    super(message, cause === undefined ? undefined : { cause })
    this.sent = sent
  }
}
