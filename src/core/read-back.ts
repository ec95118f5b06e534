import type { OrganizationApi } from './application.ts'
import { createPolls } from './poll.ts'
import { isFailedCall } from './trouble.ts'

/** How often a write is looked for whose answer got lost: it may still be on its way. */
const mostLooks = 3
/** For finding out about one that was sent with the last of the step's time. */
const extraMs = 5000

/** Looks once, and has until the deadline it is given. */
export type LookBack<T> = (limits: { readonly deadline: number }) => Promise<T | undefined>

/**
 * What `look` finds of a write whose answer got lost, in a few tries; undefined when it finds nothing, or cannot look.
 */
export const readBack = async <T>(
  api: Pick<OrganizationApi, 'clock' | 'deadline' | 'signal'>,
  look: LookBack<T>,
): Promise<T | undefined> => {
  const deadline = Math.max(api.deadline, api.clock.now() + extraMs)
  const polls = createPolls({ ...api, deadline })
  try {
    for (let left = mostLooks; ; left -= 1) {
      const found = await look({ deadline }).catch((error: unknown) => {
        if (!isFailedCall(error)) throw error
        return undefined
      })
      if (found !== undefined || left === 1 || !(await polls.next())) return found
    }
  } catch (error) {
    if (api.signal?.aborted) return undefined
    throw error
  }
}
