import type { HttpRequest, HttpResponse } from '../contract/http.ts'
import type { Cluster, ClusterBehaviour } from './cluster/model.ts'
import type { Scheduler } from './scheduler.ts'
import type { Store } from './store.ts'

/** An answer to give instead of the orchestrator's own, a number of times. */
export interface Fault {
  status: number
  body?: string
  headers?: Record<string, string>
  /** How many calls; 1 unless told. */
  times?: number
  method?: string
  /** Part of the path. */
  path?: string
  /** The call takes effect, and its answer is replaced: what a lost answer looks like. */
  after?: boolean
}

/** The control door: what a test may do that no user of the API may. */
export interface Control {
  failNext(fault: Fault): void
  /** Moves the orchestrator's time on, and works off what is due by then. */
  advance(ms: number): void
  behave(change: Partial<ClusterBehaviour>): void
  /** Forgets everything and begins again, with a seed if given. */
  reset(seed?: string): void
  /** The fault to answer this request with, if one is waiting for it. */
  takeFault(request: HttpRequest): Fault | undefined
  /** Over HTTP: `POST /_orchestrator/{fail,advance,cluster,reset}`. */
  handle(request: HttpRequest): HttpResponse
}

export interface ControlParts {
  store: Store
  scheduler: Scheduler
  cluster: Cluster
  /** Adds milliseconds to what the orchestrator takes for the time. */
  shiftTime(ms: number): void
  begin(seed: string | undefined): void
}

const json = (status: number, body: unknown): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** In process a body is text, from a socket it is bytes. */
const textOf = (body: HttpRequest['body']) => (typeof body === 'string' ? body : new TextDecoder().decode(body))

const matches = (fault: Fault, { method, url }: HttpRequest) =>
  (fault.method === undefined || fault.method === method) &&
  (fault.path === undefined || new URL(url).pathname.includes(fault.path))

export const createControl = ({ store, scheduler, cluster, shiftTime, begin }: ControlParts): Control => {
  const faults: (Fault & { left: number })[] = []

  const control: Control = {
    failNext: (fault) => void faults.push({ ...fault, left: fault.times ?? 1 }),
    advance: (ms) => {
      shiftTime(ms)
      scheduler.runDue()
    },
    behave: (change) => cluster.behave(change),
    reset: (seed) => {
      faults.length = 0
      store.transaction(() => {
        store.clear()
        begin(seed)
      })
    },
    takeFault: (request) => {
      const fault = faults.find((each) => each.left > 0 && matches(each, request))
      if (fault) fault.left -= 1
      return fault
    },
    handle: ({ url, body, method }) => {
      const door = new URL(url).pathname.slice('/_orchestrator/'.length)
      const doors: Record<string, (value: never) => void> = {
        fail: control.failNext,
        advance: ({ ms }: { ms: number }) => control.advance(ms),
        cluster: control.behave,
        reset: ({ seed }: { seed?: string }) => control.reset(seed),
      }
      const open = Object.hasOwn(doors, door) ? doors[door] : undefined
      if (!open || method !== 'POST') {
        return json(404, { error: `POST /_orchestrator/… has these doors: ${Object.keys(doors).join(', ')}` })
      }
      try {
        open(JSON.parse(textOf(body) || '{}') as never)
        return json(200, {})
      } catch (error) {
        return json(400, { error: (error as Error).message })
      }
    },
  }
  return control
}
