import type { FakeClock } from '../fake-clock.ts'

export interface EventClock extends FakeClock {
  /** Has something happen by itself once the time has come; no sleep ends before what is due earlier. */
  at(time: number, act: () => void): void
  /** Forgets what has not happened yet. */
  forget(): void
}

interface Due {
  readonly at: number
  readonly act: () => void
}

const earliest = <T extends Due>(all: readonly T[]): T | undefined =>
  all.reduce<T | undefined>((first, each) => (first === undefined || each.at < first.at ? each : first), undefined)

/**
 * A clock that goes to the end of the next sleep as soon as there is nothing else to do. Whatever sleeps or is due
 * comes in the order of its time, so that the same work always takes the same course.
 */
export const eventClock = (start = Date.UTC(2026, 0, 5, 12)): EventClock => {
  let now = start
  let sleepers: Due[] = []
  let events: Due[] = []
  const slept: number[] = []

  const happen = ({ at, act }: Due) => {
    now = Math.max(now, at)
    act()
  }
  const eventBefore = (time: number): boolean => {
    const event = earliest(events)
    if (!event || event.at > time) return false
    events = events.filter((each) => each !== event)
    happen(event)
    return true
  }
  const turn = (): void => {
    const next = earliest(sleepers)
    if (!next) return
    if (eventBefore(next.at)) return void setImmediate(turn)
    sleepers = sleepers.filter((each) => each !== next)
    happen(next)
  }

  return {
    slept,
    now: () => now,
    sleep: (ms, signal) => {
      slept.push(ms)
      if (signal?.aborted) return Promise.reject(signal.reason as Error)
      return new Promise((resolve, reject) => {
        const sleeper: Due = { at: now + ms, act: resolve }
        sleepers.push(sleeper)
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((each) => each !== sleeper)
          reject(signal.reason as Error)
        })
        setImmediate(turn)
      })
    },
    advance: (ms) => {
      const end = now + ms
      while (eventBefore(end));
      now = end
      return Promise.resolve()
    },
    at: (time, act) => void events.push({ at: time, act }),
    forget: () => {
      events = []
    },
  }
}
