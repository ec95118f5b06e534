import { type Clock, systemClock } from '../clock.ts'
import type { HttpRequest, HttpResponse } from '../contract/http.ts'
import { once } from '../contract/validation/once.ts'
import { type Random, systemRandom } from '../random.ts'
import { createAuth } from './auth.ts'
import { type Control, createControl } from './control.ts'
import { dataFile, type FileOptions } from './data-file.ts'
import type { Fault } from './doors.ts'
import type { CheckJsonSchema } from './json-schema.ts'
import { createLate } from './late.ts'
import { createModels } from './wiring/world.ts'
import type { Outgoing } from './outbox/outgoing.ts'
import { createScheduler } from './scheduler.ts'
import { bootstrap } from './seed/bootstrap.ts'
import { openStore, type Store } from './store.ts'

/** Without a `transport` the steps `http` and `github-workflow` fail, and webhooks are told nothing. */
export interface OrchestratorOptions extends Outgoing, FileOptions {
  clock?: Pick<Clock, 'now'>
  random?: Random
  /** Folder of the store's file; in memory without. */
  dataDir?: string
  /** The administrator's token, until a start with another one; made up for each start without. */
  token?: string
  /** A seed file's text (YAML); applied to an empty store only. */
  seed?: string
  /** Opens the control door `/_orchestrator/…`. */
  control?: boolean
  /** Checks every answer against the contract, and fails loudly on a difference: for tests. */
  strict?: boolean
  /** Told what is a bug of the orchestrator; the request is answered with 500 as well. */
  onBug?(error: unknown): void
}

export interface Orchestrator {
  /** The server as one function; fits the client's transport as it is. */
  handle(request: HttpRequest): Promise<HttpResponse>
  /** Loads what the first request would load otherwise. */
  warmUp(): Promise<void>
  /** The organization that was seeded first, `local-org` without a seed. */
  readonly org: string
  /** May do everything in it. */
  readonly token: string
  readonly control: Control
  /** Works off what is due and sends what is to go outside; a server calls it when nobody asks for anything. */
  work(): void
  /** Milliseconds until something happens by itself; undefined when nothing is due at all. */
  idleMs(): number | undefined
  close(): void
}

const requests = createLate(async () => (await import('./requests.ts')).requests)

const answerOf = ({ status, headers = {}, body = '' }: Fault): HttpResponse => ({ status, headers, body })

/** Only a request brings a schema. */
const checkJsonSchema: CheckJsonSchema = (name, schema) => requests.get().checkJsonSchema(name, schema)

/** Everything that stands on the store, and what there is in it at the beginning: all of it, or a store as before. */
const build = (store: Store, options: OrchestratorOptions, clock: Pick<Clock, 'now'>) => {
  const { random = systemRandom, token, seed, onBug = () => {} } = options
  return store.transaction(() => {
    const scheduler = createScheduler({ store, clock, random, onBug })
    const auth = createAuth({ store, scheduler })
    const world = createModels({ store, scheduler, random }, { auth, checkJsonSchema, outgoing: options, onBug })
    const begin = (given: string | undefined, text: string | undefined) =>
      bootstrap({ store, scheduler, random, auth, models: world.models }, { token: given, seed: text })
    return { scheduler, auth, ...world, begin, begun: begin(token, seed) }
  })
}

const openAndBuild = (options: OrchestratorOptions, clock: Pick<Clock, 'now'>) => {
  const { dataDir } = options
  const store = openStore(dataDir === undefined ? undefined : dataFile(dataDir), options)
  try {
    return { store, ...build(store, options, clock) }
  } catch (error) {
    store.close()
    throw error
  }
}

/** An orchestrator of its own: several live side by side in one process. */
export const createOrchestrator = (options: OrchestratorOptions = {}): Orchestrator => {
  const { clock = systemClock, strict = false, onBug = () => {} } = options
  let shiftedMs = 0
  const { store, scheduler, auth, routes, models, locate, audit, begin, begun } = openAndBuild(options, {
    now: () => clock.now() + shiftedMs,
  })
  let first = begun
  for (const outbox of models.outboxes) outbox.recover()
  const control = createControl({
    store,
    scheduler,
    cluster: models.cluster,
    shiftTime: (ms) => {
      shiftedMs += ms
    },
    begin: (text) => {
      // Whoever asks for it has no other token than the one that it began with.
      first = begin(first.token, text)
    },
  })
  const app = once(() => requests.get().createApp({ store, scheduler, auth, routes, locate, audit, strict, onBug }))
  const handle = (request: HttpRequest): HttpResponse => {
    if (options.control && new URL(request.url).pathname.startsWith('/_orchestrator/')) return control.handle(request)
    const fault = control.takeFault(request)
    if (fault?.after) app()(request)
    return fault ? answerOf(fault) : app()(request)
  }

  const send = () => {
    for (const outbox of models.outboxes) outbox.send()
  }

  return {
    handle: (request) => {
      const answer = () => {
        const response = handle(request)
        send()
        return response
      }
      return requests.isLoaded() ? Promise.resolve(answer()) : requests.load().then(answer)
    },
    warmUp: async () => void (await requests.load()),
    get org() {
      return first.org
    },
    get token() {
      return first.token
    },
    control,
    work: () => {
      scheduler.runDue()
      send()
    },
    idleMs: () => {
      const next = scheduler.nextDue()
      return next === undefined ? undefined : Math.max(0, next - clock.now() - shiftedMs)
    },
    close: () => {
      for (const outbox of models.outboxes) outbox.close()
      store.close()
    },
  }
}
