import type { FakeClock } from '../fake-clock.ts'
import { createSleepers } from '../sleepers.ts'

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

const earliest = (all: readonly Due[]): Due | undefined =>
  all.reduce<Due | undefined>((first, each) => (first && first.at <= each.at ? first : each), undefined)

/**
 * A clock that goes to the end of the next sleep as soon as there is nothing else to do. Whatever sleeps or is due
 * comes in the order of its time, so that the same work always takes the same course.
 */
export const eventClock = (start = Date.UTC(2026, 0, 5, 12)): EventClock => {
  let now = start
  let events: Due[] = []
  const { slept, sleep, first } = createSleepers()

  const eventBefore = (time: number): boolean => {
    const event = earliest(events)
    if (!event || event.at > time) return false
    events = events.filter((each) => each !== event)
    now = Math.max(now, event.at)
    event.act()
    return true
  }
  const turn = (): void => {
    const next = first()
    if (!next) return
    if (eventBefore(next.at)) return void setImmediate(turn)
    now = Math.max(now, next.at)
    next.wake()
  }

  return {
    slept,
    now: () => now,
    sleep: (ms, signal) => {
      const sleeping = sleep(now, ms, signal)
      if (!signal?.aborted) setImmediate(turn)
      return sleeping
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
