/** An answer that is not a success; `app.ts` turns it into the contract's error body. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: number
  readonly details: Record<string, unknown> | undefined
  /** Replaces the usual error object: deltas and sets answer 404 with a bare string, deletions 409 with a list. */
  readonly body: unknown
  readonly headers: Record<string, string>

  constructor(
    status: number,
    message: string,
    more: { details?: Record<string, unknown>; body?: unknown; headers?: Record<string, string> } = {},
  ) {
    super(message)
    this.status = status
    this.details = more.details
    this.body = more.body
    this.headers = more.headers ?? {}
  }
}

/** Assumption: Humanitec publishes no catalogue of codes; only `API-000` (token not accepted) is known. */
const codes: Record<number, string> = {
  400: 'API-001',
  401: 'API-000',
  403: 'API-002',
  404: 'API-003',
  405: 'API-004',
  409: 'API-005',
  412: 'API-006',
  413: 'API-011',
  422: 'API-007',
  429: 'API-008',
  500: 'API-009',
  501: 'API-010',
  507: 'API-012',
}

export const errorBody = (error: HttpError): unknown =>
  error.body ?? {
    error: codes[error.status] ?? codes[error.status < 500 ? 400 : 500],
    message: error.message,
    ...(error.details ? { details: error.details } : {}),
  }

export const badRequest = (message: string, details?: Record<string, unknown>) =>
  new HttpError(400, message, details ? { details } : {})
export const forbidden = (message: string) => new HttpError(403, message)
export const conflict = (message: string) => new HttpError(409, message)
export const unprocessable = (message: string, details?: Record<string, unknown>) =>
  new HttpError(422, message, details ? { details } : {})
export const notFound = (kind: string, id: string, where = '') =>
  new HttpError(404, `${kind} '${id}' does not exist${where ? ` in ${where}` : ''}.`)
export const preconditionFailed = (kind: string) =>
  new HttpError(412, `The ${kind} has changed: its ETag is not the one given in If-Match. Read it again and retry.`)
