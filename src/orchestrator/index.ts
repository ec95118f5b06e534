import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Clock, systemClock } from '../clock.ts'
import type { HttpRequest, HttpResponse } from '../contract/http.ts'
import { type Random, systemRandom } from '../random.ts'
import { createApp } from './app.ts'
import { createAuth } from './auth.ts'
import { type Control, createControl, type Fault } from './control.ts'
import { createModels } from './models.ts'
import type { Outgoing } from './outbox/outgoing.ts'
import { createScheduler } from './scheduler.ts'
import { bootstrap, type FirstOrganization } from './seed/bootstrap.ts'
import { openStore } from './store.ts'

/** Without a `transport` the steps `http` and `github-workflow` fail, and webhooks are told nothing. */
export interface OrchestratorOptions extends Outgoing {
  clock?: Pick<Clock, 'now'>
  random?: Random
  /** Folder of the store's file; in memory without. */
  dataDir?: string
  /** The administrator's token; made up without. */
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

const storeFile = (dataDir: string) => {
  mkdirSync(dataDir, { recursive: true })
  return join(dataDir, 'orchestrator.sqlite')
}

const answerOf = ({ status, headers = {}, body = '' }: Fault): HttpResponse => ({ status, headers, body })

/** An orchestrator of its own: several live side by side in one process. */
export const createOrchestrator = (options: OrchestratorOptions = {}): Orchestrator => {
  const { clock = systemClock, random = systemRandom, dataDir, token, seed, strict = false, onBug = () => {} } = options
  let shiftedMs = 0
  const store = openStore(dataDir === undefined ? undefined : storeFile(dataDir))
  const scheduler = createScheduler({ store, clock: { now: () => clock.now() + shiftedMs }, random, onBug })
  const auth = createAuth({ store, scheduler })
  const { routes, models, locate, audit } = createModels(
    { store, scheduler, random },
    { auth, outgoing: options, onBug },
  )
  const begin = (text: string | undefined) =>
    store.transaction(() => bootstrap({ store, scheduler, random, auth, models }, { token, seed: text }))
  let first: FirstOrganization
  try {
    first = begin(seed)
  } catch (error) {
    store.close()
    throw error
  }
  for (const outbox of models.outboxes) outbox.recover()
  const control = createControl({
    store,
    scheduler,
    cluster: models.cluster,
    shiftTime: (ms) => {
      shiftedMs += ms
    },
    begin: (text) => {
      first = begin(text)
    },
  })
  const app = createApp({ store, scheduler, auth, routes, locate, audit, strict, onBug })
  const handle = (request: HttpRequest): HttpResponse => {
    if (options.control && new URL(request.url).pathname.startsWith('/_orchestrator/')) return control.handle(request)
    const fault = control.takeFault(request)
    if (fault?.after) app(request)
    return fault ? answerOf(fault) : app(request)
  }

  const send = () => {
    for (const outbox of models.outboxes) outbox.send()
  }

  return {
    handle: (request) => {
      const response = handle(request)
      send()
      return Promise.resolve(response)
    },
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
