import { appScope, type Parts } from '../parts.ts'
import { refOf, type RunRecord, type RunRef } from './records.ts'

/**
 * Concurrency groups: the first run of a group may execute, those behind it wait in the order in which they came.
 * A group belongs to an application.
 */
export const createQueue = ({ store }: Parts) => {
  const members = store.table<RunRef>('concurrency')

  const scopeOf = ({ run }: RunRecord) => `${appScope(run.org_id, run.app_id)}/${run.concurrency_group}`
  const first = (scope: string): RunRef | undefined => {
    // Left by `return`, the loop ends the query, which a write would disturb.
    for (const { value } of members.scan({ scope })) return value
    return undefined
  }
  const hasGroup = ({ run }: RunRecord) => run.concurrency_group !== undefined

  return {
    /** The run that may execute now that this one is in its group: this one, or the first of those before it. */
    enter: (record: RunRecord): RunRef => {
      if (!hasGroup(record)) return refOf(record)
      const scope = scopeOf(record)
      members.insert(scope, record.run.id, refOf(record))
      return first(scope) ?? refOf(record)
    },
    /** The run that may begin because this one has ended, if there is one. */
    leave: (record: RunRecord): RunRef | undefined => {
      if (!hasGroup(record)) return undefined
      const scope = scopeOf(record)
      const wasFirst = first(scope)?.runId === record.run.id
      members.delete(scope, record.run.id)
      return wasFirst ? first(scope) : undefined
    },
  }
}

export type Queue = ReturnType<typeof createQueue>
