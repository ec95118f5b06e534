import type { ApplicationApi } from './application.ts'

const longestMs = 25_000

/**
 * How long to wait before looking again. An end may be seen 3 % of the wait late, or 1.2 s; looks nearly twice as far
 * apart see it so on average, less what asking takes. With these figures, the best that a search found, that holds for
 * waits of every length, for 80 looks in ten minutes (bench/waiting.ts).
 */
export const pollDelay = (waitedMs: number): number => {
  const lateMs = Math.max(1200, waitedMs * 0.03)
  return Math.min(Math.round(lateMs * 1.8) - 750, longestMs)
}

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
