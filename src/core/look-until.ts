import { NetworkError } from '../errors.ts'
import type { ApplicationApi } from './application.ts'
import { createPolls } from './poll.ts'
import { isPassing } from './trouble.ts'

export interface Looking<T> {
  /** Looks once; undefined while there is more to wait for. */
  look(api: ApplicationApi): Promise<T | undefined>
  /** The server could not be asked, and will be asked again. Told once as long as it stays the same. */
  onTrouble(message: string): void
}

export type Looked<T> =
  | { readonly kind: 'found'; readonly found: T }
  /** `trouble` is why the last look failed; empty if it did not. */
  | { readonly kind: 'timed-out'; readonly trouble: string }

/**
 * Looks at once, and then in the rhythm of a wait until there is something to give back; for the last time at the
 * deadline. Lives through a server that cannot be reached for a while. Throws what the server refuses.
 */
export const lookUntil = async <T>(api: ApplicationApi, { look, onTrouble }: Looking<T>): Promise<Looked<T>> => {
  const { clock, deadline, signal, lastLook } = api
  const polls = createPolls(api)
  let trouble = ''
  let hasWorked = false

  const attempt = async (at: ApplicationApi): Promise<T | undefined> => {
    try {
      const found = await look(at)
      trouble = ''
      hasWorked = true
      return found
    } catch (error) {
      // What asking again would not mend ends a wait at its beginning, and is a passing whim of some proxy later on.
      const isWorthIt = isPassing(error) || (hasWorked && error instanceof NetworkError)
      if (!isWorthIt || signal?.aborted) throw error
      // At the deadline the client says no more than that the time is up.
      if (clock.now() >= deadline && at === api) return undefined
      if (error.message !== trouble && at === api) onTrouble(error.message)
      trouble = error.message
      return undefined
    }
  }

  do {
    const found = await attempt(api)
    if (found !== undefined) return { kind: 'found', found }
  } while ((await polls.next()) && clock.now() < deadline)
  const found = lastLook && (await attempt({ ...api, client: lastLook }))
  return found === undefined ? { kind: 'timed-out', trouble } : { kind: 'found', found }
}
