import type { ApplicationApi } from './application.ts'

const shortestMs = 1000
const longestMs = 10_000

/** How long to wait before looking again: a tenth of the time that nothing has changed, between 1 s and 10 s. */
export const pollDelay = (unchangedMs: number): number =>
  Math.min(Math.max(Math.floor(unchangedMs / 10), shortestMs), longestMs)

export interface Polls {
  /** Starts the curve again: something has just changed. */
  changed(): void
  /** Sleeps until the next look, and never past the deadline. False, without a sleep, once that has come. */
  next(): Promise<boolean>
}

/** The rhythm of one wait. Look first, then ask for the `next` turn. */
export const createPolls = ({
  clock,
  deadline,
  signal,
}: Pick<ApplicationApi, 'clock' | 'deadline' | 'signal'>): Polls => {
  let since = clock.now()
  return {
    changed: () => {
      since = clock.now()
    },
    next: async () => {
      const now = clock.now()
      if (now >= deadline) return false
      await clock.sleep(Math.min(pollDelay(now - since), deadline - now), signal)
      return true
    },
  }
}
