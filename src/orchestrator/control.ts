import type { HttpRequest, HttpResponse } from '../contract/http.ts'
import type { Cluster, ClusterBehaviour } from './cluster/model.ts'
import { doorNames, type Doors, type Fault, isDoor, readDoor } from './doors.ts'
import type { Scheduler } from './scheduler.ts'
import type { Store } from './store.ts'

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
    behave: (change) => store.transaction(() => cluster.behave(change)),
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
    handle: ({ url, body, method, headers }) => {
      // A page in somebody's browser can send this here too, and browsers then say where it comes from.
      if (headers['origin'] !== undefined) return json(403, { error: 'The control door is not open to web pages.' })
      const door = new URL(url).pathname.slice('/_orchestrator/'.length)
      if (!isDoor(door) || method !== 'POST') {
        return json(404, { error: `POST /_orchestrator/… has these doors: ${doorNames.join(', ')}` })
      }
      try {
        doors[door](textOf(body) || '{}')
        return json(200, {})
      } catch (error) {
        return json(400, { error: (error as Error).message })
      }
    },
  }

  const doors: Record<keyof Doors, (body: string) => void> = {
    fail: (body) => control.failNext(readDoor('fail', body)),
    advance: (body) => control.advance(readDoor('advance', body).ms),
    cluster: (body) => control.behave(readDoor('cluster', body)),
    reset: (body) => control.reset(readDoor('reset', body).seed),
  }

  return control
}
