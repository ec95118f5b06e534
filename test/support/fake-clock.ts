import type { Clock } from '../../src/clock.ts'
import { createSleepers } from './sleepers.ts'

export interface FakeClock extends Clock {
  /** Every sleep that was asked for, in milliseconds. */
  readonly slept: number[]
  /** Moves the time on, waking whoever sleeps, in order. */
  advance(ms: number): Promise<void>
}

/** Lets everything that is ready to run do so: sleeps are the only thing a test may be waiting on. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/**
 * A clock that stands still. With `auto`, a sleep moves it on by itself at once, so that a loop that waits runs
 * through as fast as it can while `slept` shows what it asked for.
 */
export const fakeClock = ({ start = Date.UTC(2026, 0, 5, 12), auto = false } = {}): FakeClock => {
  let now = start
  const { slept, sleep, first } = createSleepers()

  return {
    slept,
    now: () => now,
    sleep: (ms, signal) => {
      const sleeping = sleep(now, ms, signal)
      if (auto && !signal?.aborted) {
        now += ms
        setImmediate(() => first()?.wake())
      }
      return sleeping
    },
    advance: async (ms) => {
      const end = now + ms
      await settle()
      for (;;) {
        const next = first()
        if (!next || next.at > end) break
        now = Math.max(now, next.at)
        next.wake()
        await settle()
      }
      now = end
    },
  }
}
