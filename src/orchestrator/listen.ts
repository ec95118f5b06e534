import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clock, systemClock } from '../clock.ts'
import type { HttpResponse } from '../contract/http.ts'
import { HttpError } from './errors.ts'
import type { Orchestrator } from './index.ts'
import { createBodyReader, defaultLimits, type Limits, refuse, refuseConnection, serverOptions, toUrl } from './wire.ts'

export interface ListenOptions {
  host: string
  /** 0 for any that is free. */
  port: number
  /** Certificate and key as PEM. */
  tls?: { cert: string; key: string }
  clock?: Clock
  /** Told of every request that was answered. */
  onAnswer?(answered: Answered): void
  /** Told of what went wrong while nobody asked for anything, or left a request without an answer. */
  onBug?(error: unknown): void
  limits?: Partial<Limits>
}

export interface Answered {
  method: string
  /** Without an origin, which may hold credentials, and without the query; `-` where there is none. */
  path: string
  status: number
  ms: number
}

export interface Listening {
  url: string
  /** Stops taking requests, lets those under way end for a while, and resolves when all connections are closed. */
  close(): Promise<void>
}

const longestPath = 500

const shownPath = (origin: string, target: string): string => {
  try {
    return new URL(toUrl(origin, target)).pathname.slice(0, longestPath)
  } catch {
    return '-'
  }
}

/** Scheduled work is looked for at least this often while nobody asks for anything. */
const longestNapMs = 1000

const answerOf = async (
  orchestrator: Orchestrator,
  request: IncomingMessage,
  url: string,
  body: Buffer,
): Promise<HttpResponse> =>
  orchestrator.handle({
    method: request.method ?? 'GET',
    url,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body,
  })

/**
 * One request of a connection after the other, as they are answered anyhow: who sends hundreds in one breath would
 * have them all worked off before anybody else is heard.
 */
const createTurns = (clock: Clock) => {
  const last = new WeakMap<object, Promise<unknown>>()
  return (connection: object, work: () => Promise<void>): Promise<void> => {
    const before = last.get(connection)
    const turn = before ? before.then(() => clock.sleep(0)).then(work) : work()
    const ended = turn.catch(() => {}).then(() => void (last.get(connection) === ended && last.delete(connection)))
    last.set(connection, ended)
    return turn
  }
}

/**
 * Works off what is due for as long as the server runs: nobody may be asking. What goes wrong, as a disk that is full,
 * is tried again, and told once.
 */
const keepWorking = async (
  orchestrator: Orchestrator,
  { clock, onBug }: { clock: Clock; onBug(error: unknown): void },
  signal: AbortSignal,
) => {
  let told = ''
  const work = (): number => {
    try {
      orchestrator.work()
      told = ''
      return Math.max(Math.min(orchestrator.idleMs() ?? longestNapMs, longestNapMs), 5)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (message !== told) onBug(error)
      told = message
      return longestNapMs
    }
  }
  while (!signal.aborted) await clock.sleep(work(), signal).catch(() => {})
}

/** Puts an orchestrator on a port. */
export const listen = async (
  orchestrator: Orchestrator,
  { host, port, tls, clock = systemClock, onAnswer = () => {}, onBug = () => {}, ...options }: ListenOptions,
): Promise<Listening> => {
  const limits = { ...defaultLimits, ...options.limits }
  const readBody = createBodyReader(limits)
  const inTurn = createTurns(clock)
  let origin = ''
  const serve = async (request: IncomingMessage, response: ServerResponse, url: string) => {
    const answer = await answerOf(orchestrator, request, url, await readBody(request))
    // HTTP has no length of what there cannot be.
    const length = answer.status === 204 ? {} : { 'content-length': Buffer.byteLength(answer.body) }
    response.writeHead(answer.status, { ...answer.headers, ...length })
    response.end(answer.body)
  }
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    const began = clock.now()
    const { method = 'GET', url = '/' } = request
    const path = shownPath(origin, url)
    response.once('finish', () => onAnswer({ method, path, status: response.statusCode, ms: clock.now() - began }))
    // Whoever asks may be gone before, or while, it is answered.
    response.on('error', () => response.destroy())
    const failed = (error: unknown) => {
      if (error instanceof HttpError && !response.headersSent) return refuse(response, error)
      if (!request.socket.destroyed) onBug(error)
      response.destroy()
    }
    inTurn(request.socket, async () => serve(request, response, toUrl(origin, url))).catch(failed)
  }
  const node = serverOptions(limits)
  const server = tls
    ? (await import('node:https')).createServer({ ...tls, ...node }, onRequest)
    : createServer(node, onRequest)
  server.maxConnections = limits.connections
  server.timeout = limits.idleMs
  server.on('clientError', refuseConnection)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  // A connection that cannot be taken, as where there are too many files open, ends none of the others.
  server.on('error', onBug)
  const { port: bound } = server.address() as AddressInfo
  origin = `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${bound}`
  const stop = new AbortController()
  const working = keepWorking(orchestrator, { clock, onBug }, stop.signal)
  return {
    url: origin,
    close: async () => {
      stop.abort()
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      server.closeIdleConnections()
      const patience = new AbortController()
      clock.sleep(limits.closeMs, patience.signal).then(
        () => server.closeAllConnections(),
        () => {},
      )
      await Promise.all([closed, working])
      patience.abort()
    },
  }
}
