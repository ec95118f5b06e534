import type { ApplicationApi } from './application.ts'

const shortestMs = 1500
const longestMs = 25_000

/**
 * How long to wait before looking again: 1/22 of the time that has been waited, between 1.5 s and 25 s. An end is seen
 * 3 % of the wait late on average, or 1.2 s, for 80 looks in ten minutes: the best that a search over such curves found
 * (bench/waiting.ts).
 */
export const pollDelay = (waitedMs: number): number =>
  Math.min(Math.max(Math.floor(waitedMs / 22), shortestMs), longestMs)

export interface Polls {
  /** Sleeps until the next look, and never past the deadline. False, without a sleep, once that has come. */
  next(): Promise<boolean>
}

/** The rhythm of one wait. Look first, then ask for the `next` turn. */
export const createPolls = ({
  clock,
  deadline,
  signal,
}: Pick<ApplicationApi, 'clock' | 'deadline' | 'signal'>): Polls => {
  const since = clock.now()
  return {
    next: async () => {
      const now = clock.now()
      if (now >= deadline) return false
      await clock.sleep(Math.min(pollDelay(now - since), deadline - now), signal)
      return true
    },
  }
}
