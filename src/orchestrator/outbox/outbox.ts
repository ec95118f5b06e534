import type { HttpRequest, Transport } from '../../contract/http.ts'
import type { Parts } from '../parts.ts'

/** What became of a request. Only of an answer it is known whether the request took effect. */
export type Answer =
  | { kind: 'answered'; status: number; body: string }
  | { kind: 'unanswered'; reason: string }
  /** The orchestrator ended between the request and its answer. */
  | { kind: 'interrupted' }

export type OutgoingRequest = Pick<HttpRequest, 'method' | 'url' | 'headers'> & { body?: string }

/** Where the one is that waits for the answer. */
export interface Asker {
  orgId: string
  appId: string
}

/** A request lies in the scope of its state. */
type State = 'recorded' | 'sent'

interface Row extends Asker {
  id: string
  request: OutgoingRequest
}

export interface Outbox {
  /** Remembers a request, which is sent once the transaction is over; its id is what the answer comes back under. */
  record(asker: Asker, request: OutgoingRequest): string
  /** Nobody waits for the answer any more. True when the request had been sent by then. */
  withdraw(id: string): boolean
  /** Sends what is recorded. Not within a transaction. */
  send(): void
  /** What an earlier process has sent and saw no answer to is not sent again: whoever asked is told. */
  recover(): void
  close(): void
}

export interface OutboxNeighbours {
  /** Without one, every request comes back unanswered. */
  transport: Transport | undefined
  /** Asked when the request is about to be sent, within the transaction that marks it so: whether it still is to be. */
  isAwaited(asker: Asker, requestId: string): boolean
  answered(asker: Asker, requestId: string, answer: Answer): void
  onBug(error: unknown): void
}

/** Longer answers are not taken. */
export const answerLimit = 1024 * 1024
const mostAtOnce = 32

/**
 * Requests to the outside, of one kind. Each is a row: recorded together with what waits for it, marked as sent before
 * anything leaves, and gone with its answer. So none is lost, and none is sent twice whenever the process ends.
 */
export const createOutbox = (
  { store, scheduler, random }: Parts,
  neighbours: OutboxNeighbours,
  tableName = 'outbox',
): Outbox => {
  const rows = store.table<Row>(tableName)
  const underWay = new Map<string, AbortController>()
  const life = { isOver: false }

  const remove = (state: State, id: string) => rows.delete(state, id)

  const guarded = (work: () => void) => {
    try {
      work()
    } catch (error) {
      neighbours.onBug(error)
    }
  }

  /** Where this fails, which is a bug, whoever asked goes on when it has waited long enough. */
  const settle = ({ id, ...asker }: Row, answer: Answer) =>
    guarded(() =>
      store.transaction(() => {
        if (remove('sent', id)) neighbours.answered(asker, id, answer)
      }),
    )

  const exchange = async ({ request }: Row, signal: AbortSignal): Promise<Answer> => {
    try {
      if (!neighbours.transport) throw new Error('there is nothing to send requests with')
      const { status, body } = await neighbours.transport({ ...request, signal })
      if (Buffer.byteLength(body) <= answerLimit) return { kind: 'answered', status, body }
      return { kind: 'unanswered', reason: `the answer is larger than ${answerLimit} bytes` }
    } catch (error) {
      return { kind: 'unanswered', reason: error instanceof Error ? error.message : String(error) }
    }
  }

  const dispatch = async (row: Row) => {
    const controller = new AbortController()
    underWay.set(row.id, controller)
    const answer = await exchange(row, controller.signal)
    underWay.delete(row.id)
    if (life.isOver) return
    // What was due before the answer came was first, such as the end of the step's time.
    guarded(() => scheduler.runDue())
    settle(row, answer)
    send()
  }

  const oldest = (): Row | undefined => {
    for (const { value } of rows.scan({ scope: 'recorded' })) return value
    return undefined
  }

  /** False when it is not to be sent after all. */
  const markSent = (row: Row): boolean =>
    store.transaction(() => {
      remove('recorded', row.id)
      const isAwaited = neighbours.isAwaited(row, row.id)
      if (isAwaited) rows.insert('sent', row.id, row)
      return isAwaited
    })

  const send = () =>
    guarded(() => {
      while (!life.isOver && underWay.size < mostAtOnce) {
        const row = oldest()
        if (!row) return
        if (markSent(row)) void dispatch(row)
      }
    })

  return {
    record: ({ orgId, appId }, request) => {
      const id = random.uuid()
      rows.insert('recorded', id, { id, orgId, appId, request })
      return id
    },
    withdraw: (id) => {
      remove('recorded', id)
      underWay.get(id)?.abort(new Error('nobody waits for the answer any more'))
      underWay.delete(id)
      return remove('sent', id)
    },
    send,
    recover: () => {
      for (const row of rows.list('sent')) settle(row, { kind: 'interrupted' })
    },
    close: () => {
      life.isOver = true
      for (const controller of underWay.values()) controller.abort(new Error('the orchestrator ends'))
    },
  }
}
