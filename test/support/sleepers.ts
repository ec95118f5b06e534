interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

/** Those who sleep on the clock of a test, until they are woken or their signal is aborted. */
export const createSleepers = () => {
  const slept: number[] = []
  const sleepers = new Set<Sleeper>()
  return {
    /** Every sleep that was asked for, in milliseconds. */
    slept,
    /** Whose sleep ends first; of several the one who has slept longest. */
    first: (): Sleeper | undefined =>
      [...sleepers].reduce<Sleeper | undefined>(
        (first, each) => (first && first.at <= each.at ? first : each),
        undefined,
      ),
    sleep: (now: number, ms: number, signal: AbortSignal | undefined): Promise<void> => {
      slept.push(ms)
      if (signal?.aborted) return Promise.reject(signal.reason as Error)
      return new Promise((resolve, reject) => {
        const leave = () => {
          sleepers.delete(sleeper)
          reject(signal?.reason as Error)
        }
        const wake = () => {
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', leave)
          resolve()
        }
        const sleeper: Sleeper = { at: now + ms, wake }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', leave, { once: true })
      })
    },
  }
}
