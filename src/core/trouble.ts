import { ApiError, NetworkError, TimeoutError } from '../errors.ts'

/**
 * Whether a look may simply be repeated later: the server could not be reached or was not itself. A wait goes on
 * through that until its deadline; what is wrong with the request ends it.
 */
export const isPassing = (error: unknown): error is Error => {
  if (error instanceof ApiError) return error.status === 429 || error.status >= 500
  return error instanceof NetworkError || error instanceof TimeoutError
}
