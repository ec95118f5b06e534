import type { Clock } from '../../src/clock.ts'

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
  const slept: number[] = []
  let sleepers: { at: number; wake: () => void }[] = []

  return {
    slept,
    now: () => now,
    sleep: (ms, signal) => {
      slept.push(ms)
      if (signal?.aborted) return Promise.reject(signal.reason as Error)
      if (auto) {
        now += ms
        return new Promise((resolve, reject) => {
          setImmediate(() => (signal?.aborted ? reject(signal.reason as Error) : resolve()))
        })
      }
      return new Promise((resolve, reject) => {
        const sleeper = { at: now + ms, wake: resolve }
        sleepers.push(sleeper)
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((other) => other !== sleeper)
          reject(signal.reason as Error)
        })
      })
    },
    advance: async (ms) => {
      const end = now + ms
      await settle()
      for (;;) {
        const next = sleepers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        sleepers = sleepers.filter((other) => other !== next)
        now = Math.max(now, next.at)
        next.wake()
        await settle()
      }
      now = end
    },
  }
}
