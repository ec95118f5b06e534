import type { HttpRequest, HttpResponse, Transport } from '../../../src/contract/http.ts'
import { NetworkError, TimeoutError } from '../../../src/errors.ts'
import type { EventClock } from './event-clock.ts'
import { type Fault, faultAnswer, type FaultPlan, isSurelyUndelivered } from './fault.ts'

/** One request as the network saw it. */
export interface Seen {
  readonly at: number
  readonly request: HttpRequest
  readonly fault: Fault | undefined
  /** When it was answered or given up. */
  endedAt: number
}

export interface FaultyTransport {
  readonly send: Transport
  readonly seen: readonly Seen[]
}

/** Where redirects and foreign links lead. */
export const elsewhere = 'https://elsewhere.test'

const quotedOf = ({ headers }: HttpRequest) => headers['authorization'] ?? 'no credentials'

/** As the transport reports it, in its own words and classes. */
const failures = (what: string) => ({
  refused: () => new NetworkError(`${what} was not sent: no connection to the server (ECONNREFUSED)`, { sent: false }),
  tls: () =>
    new NetworkError(`${what} was not sent: the certificate of the server is not trusted`, {
      sent: false,
      retryable: false,
    }),
  lost: () => new NetworkError(`${what}: the connection was lost before an answer came (ECONNRESET)`),
  halfWay: () => new NetworkError(`${what}: the answer ended half-way (aborted)`, { sent: true }),
})

interface Wire {
  readonly deliver: Transport
  readonly clock: EventClock
}

/** No answer within the request's own time. */
const timeOut = async ({ method, url, timeoutMs = 30_000, signal }: HttpRequest, { clock }: Wire): Promise<never> => {
  await clock.sleep(timeoutMs, signal)
  throw new TimeoutError(`${method} ${new URL(url).pathname} got no whole answer within ${timeoutMs / 1000} s`)
}

const answerSlowly = async (request: HttpRequest, { afterMs }: Fault, wire: Wire): Promise<HttpResponse> => {
  const answer = await wire.deliver(request)
  if (afterMs >= (request.timeoutMs ?? 30_000)) return timeOut(request, wire)
  await wire.clock.sleep(afterMs, request.signal)
  return answer
}

/** The connection breaks, and the request arrives all the same, some time after. */
const deliverLate = (request: HttpRequest, { afterMs }: Fault, { deliver, clock }: Wire): void => {
  const { signal: _, ...rest } = request
  clock.at(clock.now() + afterMs, () => void deliver(rest))
}

/** A read is sent on, and gets what is there; a write is not, and its caller sees where to. */
const redirect = (request: HttpRequest, follow: Transport): Promise<HttpResponse> | HttpResponse => {
  const { pathname } = new URL(request.url)
  const url = `${elsewhere}${pathname}`
  if (request.method !== 'GET') return { status: 307, headers: { location: url }, body: '' }
  const { accept = '' } = request.headers
  return follow({ ...request, url, headers: { accept } })
}

const suffer = async (request: HttpRequest, fault: Fault, wire: Wire & { elsewhere: Transport }) => {
  const { pathname } = new URL(request.url)
  const failure = failures(`${request.method} ${pathname}`)
  const { kind } = fault
  const replaced = faultAnswer(fault, quotedOf(request))
  if (replaced) {
    if (fault.delivered && !isSurelyUndelivered(fault)) await wire.deliver(request)
    return replaced
  }
  switch (kind) {
    case 'refused':
    case 'tls':
      throw failure[kind]()
    case 'reset-before':
      throw failure.lost()
    case 'late':
      deliverLate(request, fault, wire)
      throw failure.lost()
    case 'slow-headers':
      if (fault.delivered) await wire.deliver(request)
      return timeOut(request, wire)
    case 'slow-body':
      return answerSlowly(request, fault, wire)
    case 'redirect':
      return redirect(request, wire.elsewhere)
  }
  const answer = await wire.deliver(request)
  // Of any other text nobody could tell that something is missing.
  const isJson = answer.headers['content-type']?.includes('json') === true && answer.body.length > 1
  switch (kind) {
    case 'reset-after':
    case 'half-headers':
      throw failure.lost()
    case 'cut-body':
    case 'wrong-length':
      throw failure.halfWay()
    case 'endless-body':
      return timeOut(request, wire)
    case 'truncated-json':
      return isJson ? { ...answer, body: answer.body.slice(0, answer.body.length / 2) } : answer
    case 'empty':
      return { ...answer, body: '' }
    case 'foreign-link':
      return { ...answer, headers: { ...answer.headers, link: `<${elsewhere}/more>; rel="next"` } }
    default:
      throw new Error(`no such fault: ${kind}`)
  }
}

/** Stands between a client and a server in this process, and has go wrong what the plan says. */
export const faultyTransport = (
  deliver: Transport,
  { clock, plan, onRequest }: { clock: EventClock; plan: FaultPlan; onRequest?: (seen: Seen, number: number) => void },
): FaultyTransport => {
  const seen: Seen[] = []
  const abroad: Transport = (request) => {
    const isList = request.url.endsWith('/more')
    seen.push({ at: clock.now(), request, fault: undefined, endedAt: clock.now() })
    return Promise.resolve({ status: 200, headers: {}, body: isList ? '[]' : '<html><title>Elsewhere</title></html>' })
  }
  const pass = (request: HttpRequest, fault: Fault | undefined) => {
    if (request.url.startsWith(elsewhere)) return abroad(request)
    return fault ? suffer(request, fault, { deliver, clock, elsewhere: abroad }) : deliver(request)
  }
  return {
    seen,
    send: async (request) => {
      const number = seen.length + 1
      const isAbroad = request.url.startsWith(elsewhere)
      const one: Seen = { at: clock.now(), request, fault: isAbroad ? undefined : plan(number, request), endedAt: 0 }
      if (!isAbroad) seen.push(one)
      onRequest?.(one, number)
      if (request.signal?.aborted) throw request.signal.reason
      try {
        return await pass(request, one.fault)
      } catch (error) {
        throw request.signal?.aborted ? request.signal.reason : error
      } finally {
        one.endedAt = clock.now()
      }
    },
  }
}
