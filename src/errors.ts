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

  constructor(answer: {
    method: string
    path: string
    status: number
    message: string
    code?: string | undefined
    details?: unknown
  }) {
    super(`${answer.method} ${answer.path} failed: ${answer.status} ${answer.message}`)
    this.method = answer.method
    this.path = answer.path
    this.status = answer.status
    this.code = answer.code
    this.details = answer.details
  }
}

/** There was no complete answer: whether the request took effect is unknown. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
}

/** One request took longer than it was given. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError'
}
