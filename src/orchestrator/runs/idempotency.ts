import { createHash } from 'node:crypto'
import type { Caller } from '../auth.ts'
import { badRequest, conflict, unprocessable } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { refOf, type RunRecord, type RunRef } from './records.ts'

/** A call that may be sent again without taking effect again. */
export interface Attempt {
  /** The header `Idempotency-Key`; nothing is remembered without one. */
  key: string | undefined
  /** Path of the call. */
  route: string
  body: unknown
  caller: Caller
}

interface Remembered {
  bodyHash: string
  run: RunRef
  /** Milliseconds since the epoch. */
  at: number
}

const keptMs = 24 * 60 * 60 * 1000
const maxKeyLength = 255

/**
 * ASSUMPTION, in this one place, since only the header is documented: for 24 hours the same key of the same caller on
 * the same route stands for the same run, and with another body it is refused.
 */
export const createIdempotency = ({ store, scheduler }: Parts) => {
  const known = store.table<Remembered & { id: string }>('idempotency-keys')

  const forgetExpired = (scope: string) => {
    const expired: string[] = []
    for (const { value } of known.scan({ scope })) {
      if (value.at + keptMs > scheduler.now()) break
      expired.push(value.id)
    }
    for (const id of expired) known.delete(scope, id)
  }

  return {
    /** The run that the key stands for, or else what `create` makes, remembered under the key. */
    once: (
      { key, route, body, caller }: Attempt,
      { find, create }: { find(ref: RunRef): RunRecord | undefined; create(): RunRecord },
    ): RunRecord => {
      if (key === undefined || key === '') return create()
      if (key.length > maxKeyLength) throw badRequest(`Idempotency-Key may have at most ${maxKeyLength} characters.`)
      const scope = caller.id
      forgetExpired(scope)
      const id = `${route} ${key}`
      const bodyHash = createHash('sha256')
        .update(JSON.stringify(body) ?? '')
        .digest('hex')
      const before = known.get(scope, id)
      if (!before) {
        const made = create()
        known.insert(scope, id, { id, bodyHash, run: refOf(made), at: scheduler.now() })
        return made
      }
      if (before.bodyHash !== bodyHash) {
        throw unprocessable(`Idempotency-Key '${key}' was used with another body; use a new key for a new request.`)
      }
      const run = find(before.run)
      if (!run)
        throw conflict(`Run '${before.run.runId}', which Idempotency-Key '${key}' stands for, has been deleted.`)
      return run
    },
  }
}
