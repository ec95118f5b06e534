import { createHash } from 'node:crypto'
import type { Caller } from '../auth.ts'
import { badRequest, conflict, unprocessable } from '../errors.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'
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

interface Making {
  find(ref: RunRef): RunRecord | undefined
  create(): RunRecord
}

export interface Idempotency extends Dependant {
  /** The run that the attempt's key stands for, or else what `create` makes, remembered under the key. */
  once(app: { orgId: string; appId: string }, attempt: Attempt, making: Making): RunRecord
}

/**
 * ASSUMPTION, in this one place, since only the header is documented: for 24 hours the same key of the same caller on
 * the same route stands for the same run, and with another body it is refused. All keys go with their application.
 */
export const createIdempotency = ({ store, scheduler }: Parts): Idempotency => {
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
    once: ({ orgId, appId }, { key, route, body, caller }, { find, create }) => {
      if (key === undefined || key === '') return create()
      if (key.length > maxKeyLength) throw badRequest(`Idempotency-Key may have at most ${maxKeyLength} characters.`)
      const scope = appScope(orgId, appId)
      forgetExpired(scope)
      const id = `${caller.id} ${route} ${key}`
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
    forgetApplication: (orgId, appId) => known.deleteAll(appScope(orgId, appId)),
  }
}
