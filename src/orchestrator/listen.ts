import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type Clock, systemClock } from '../clock.ts'
import type { Orchestrator } from './index.ts'

export interface ListenOptions {
  host: string
  /** 0 for any that is free. */
  port: number
  /** Certificate and key as PEM. */
  tls?: { cert: string; key: string }
  clock?: Clock
  /** Told of every request that was answered. */
  onAnswer?(answered: Answered): void
}

export interface Answered {
  method: string
  /** Without the query. */
  path: string
  status: number
  ms: number
}

export interface Listening {
  url: string
  /** Stops taking requests, lets those under way end, and resolves when all connections are closed. */
  close(): Promise<void>
}

const bodyLimit = 16 * 1024 * 1024
/** Scheduled work is looked for at least this often while nobody asks for anything. */
const longestNapMs = 1000

const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= bodyLimit) chunks.push(chunk)
  }
  return size <= bodyLimit ? Buffer.concat(chunks) : undefined
}

const serve = async (
  orchestrator: Orchestrator,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
) => {
  const body = await readBody(request)
  if (!body) {
    response.writeHead(413, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: 'API-001', message: `The body is larger than ${bodyLimit} bytes.` }))
    return
  }
  const answer = await orchestrator.handle({
    method: request.method ?? 'GET',
    url: `${origin}${request.url ?? '/'}`,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body,
  })
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) })
  response.end(answer.body)
}

/** Works off what is due for as long as the server runs: nobody may be asking. */
const keepWorking = async (orchestrator: Orchestrator, clock: Clock, signal: AbortSignal) => {
  while (!signal.aborted) {
    orchestrator.work()
    const nap = Math.min(orchestrator.idleMs() ?? longestNapMs, longestNapMs)
    await clock.sleep(Math.max(nap, 5), signal).catch(() => {})
  }
}

/** Puts an orchestrator on a port. */
export const listen = async (
  orchestrator: Orchestrator,
  { host, port, tls, clock = systemClock, onAnswer = () => {} }: ListenOptions,
): Promise<Listening> => {
  let origin = ''
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    const began = clock.now()
    const { method = 'GET', url = '/' } = request
    const path = url.split('?', 1)[0] ?? '/'
    response.once('finish', () => onAnswer({ method, path, status: response.statusCode, ms: clock.now() - began }))
    serve(orchestrator, origin, request, response).catch(() => response.destroy())
  }
  const server = tls ? createHttpsServer(tls, onRequest) : createHttpServer(onRequest)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { port: bound } = server.address() as AddressInfo
  origin = `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${bound}`
  const stop = new AbortController()
  const working = keepWorking(orchestrator, clock, stop.signal)
  return {
    url: origin,
    close: async () => {
      stop.abort()
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      server.closeIdleConnections()
      await Promise.all([closed, working])
    },
  }
}
