import type { Clock } from '../clock.ts'
import type { Random } from '../random.ts'
import { StorageError } from './data-file.ts'
import type { Store } from './store.ts'

/** Something that happens later: a row with a due time, so that a restart carries on with it. */
interface DueTask {
  id: string
  /** Milliseconds since the epoch. */
  at: number
  kind: string
  payload: unknown
}

export interface Scheduler {
  /** The time that counts: the clock's, or, while a task runs, the moment it was due. */
  now(): number
  /** `now()` as the API writes it: UTC, ISO 8601, milliseconds. */
  timestamp(): string
  /** Whoever schedules a kind of work gives it the payload that this takes. */
  on(kind: string, work: (payload: never) => void): void
  /** Asks for `kind`'s work at `at`; belongs to the transaction in which it is asked for. */
  schedule(kind: string, at: number, payload: unknown): void
  /**
   * Runs all that is due, in order of time, each in a transaction of its own with its removal: exactly once. Throws a
   * StorageError, with what is left still due, when nothing can be written.
   */
  runDue(): void
  /** Milliseconds since the epoch of the next task. */
  nextDue(): number | undefined
}

const scope = 'due'

export const createScheduler = ({
  store,
  clock,
  random,
  onBug,
}: {
  store: Store
  clock: Pick<Clock, 'now'>
  random: Random
  onBug(error: unknown): void
}): Scheduler => {
  const tasks = store.table<DueTask>('due')
  const kinds = new Map<string, (payload: never) => void>()
  let moment: number | undefined
  // Goes on where an earlier process ended, so that tasks of one moment keep their order.
  let made = tasks.list(scope).reduce((most, { id }) => Math.max(most, Number(id.split(' ')[1])), 0)

  const next = (): DueTask | undefined => tasks.first(scope)

  /** Ids sort by time, and within one moment in the order in which the tasks were asked for. */
  const idOf = (at: number) => {
    made += 1
    return `${String(Math.ceil(at)).padStart(16, '0')} ${String(made).padStart(12, '0')} ${random.hex(4)}`
  }

  const now = () => moment ?? clock.now()

  return {
    now,
    timestamp: () => new Date(now()).toISOString(),
    on: (kind, work) => void kinds.set(kind, work),
    schedule: (kind, at, payload) => {
      const id = idOf(at)
      tasks.insert(scope, id, { id, at, kind, payload })
    },
    runDue: () => {
      const end = clock.now()
      for (let task = next(); task && task.at <= end; task = next()) {
        const { id, at, kind, payload } = task
        const work = kinds.get(kind)
        if (!work) throw new Error(`nothing is registered for scheduled work of kind '${kind}'`)
        moment = at
        try {
          store.transaction(() => {
            tasks.delete(scope, id)
            work(payload as never)
          })
        } catch (error) {
          // Nothing of it is kept, its removal included: it is done when there is room.
          if (error instanceof StorageError) throw error
          // A bug. Without its task the work of everybody else goes on.
          onBug(error)
          tasks.delete(scope, id)
        } finally {
          moment = undefined
        }
      }
    },
    nextDue: () => next()?.at,
  }
}
