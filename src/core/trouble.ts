import { ApiError, NetworkError, TimeoutError } from '../errors.ts'

/** A call that failed, and not a bug of ours. */
export const isFailedCall = (error: unknown): error is ApiError | NetworkError | TimeoutError =>
  error instanceof ApiError || error instanceof NetworkError || error instanceof TimeoutError

/**
 * Whether a look may simply be repeated later: the server could not be reached or was not itself. A wait goes on
 * through that until its deadline; what is wrong with the request ends it.
 */
export const isPassing = (error: unknown): error is Error => {
  if (error instanceof ApiError)
    return error.status === 408 || error.status === 429 || (error.status >= 500 && error.status !== 501)
  return error instanceof TimeoutError || (error instanceof NetworkError && error.retryable)
}
