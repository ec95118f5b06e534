import http from 'node:http'
import https from 'node:https'

import type { Clock } from '../clock.ts'
import type { HttpRequest, HttpResponse, Transport } from '../contract/http.ts'
import { NetworkError, TimeoutError } from '../errors.ts'

export interface HttpTransportOptions {
  clock: Clock
  /** Names the proxies. */
  env: Readonly<Record<string, string | undefined>>
  /** Of an answer's body; 32 MiB unless given. */
  maxBodyBytes?: number
}

export interface HttpTransport {
  send: Transport
  /** Ends every connection, used or not. Nothing is sent any more. */
  close(): void
}

const MAX_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

interface Connections {
  open(url: URL, options: http.RequestOptions): http.ClientRequest
  close(): void
}

/** The connections of one scheme. */
interface Pool {
  agentFor(url: URL): http.Agent
  close(): void
}

type OpenPool = (protocol: string) => Pool

const openDirectPool: OpenPool = (protocol) => {
  const { Agent } = protocol === 'https:' ? https : http
  const agent = new Agent({ keepAlive: true, maxSockets: 100 })
  return { agentFor: () => agent, close: () => agent.destroy() }
}

/** http-client knows which request goes through which proxy (`no_proxy` and the rest). */
const loadProxyPools = async (): Promise<OpenPool> => {
  const { HttpClient } = await import('@actions/http-client')
  return () => {
    const client = new HttpClient(undefined, [], { keepAlive: true })
    return { agentFor: (url) => client.getAgent(url.href), close: () => client.dispose() }
  }
}

const createConnections = (openPool: OpenPool): Connections => {
  const pools = new Map<string, Pool>()
  const unfinished = new Set<http.ClientRequest>()
  let isClosed = false
  return {
    open(url, options) {
      if (isClosed) {
        const message = `${options.method} ${url.pathname} was not sent: the step has ended`
        throw new NetworkError(message, { sent: false, retryable: false })
      }
      const pool = pools.get(url.protocol) ?? openPool(url.protocol)
      pools.set(url.protocol, pool)
      const { request } = url.protocol === 'https:' ? https : http
      const outgoing = request(url, { ...options, agent: pool.agentFor(url) })
      unfinished.add(outgoing)
      outgoing.once('close', () => unfinished.delete(outgoing))
      return outgoing
    },
    close() {
      isClosed = true
      // http-client forgets those that go through a proxy.
      const ended = new NetworkError('The step has ended', { retryable: false })
      for (const outgoing of unfinished) outgoing.destroy(ended)
      for (const pool of pools.values()) pool.close()
    },
  }
}

/** What one exchange knows about itself when it goes wrong. */
interface Progress {
  /** The connection stands, so anything that follows may have reached the server. */
  connected: boolean
  answered: boolean
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

const isCertificateError = (error: unknown) => /CERT|SELF_SIGNED|UNABLE_TO_/.test(codeOf(error) ?? '')

const toNetworkError = (request: HttpRequest, url: URL, cause: unknown, { connected, answered }: Progress) => {
  const what = `${request.method} ${url.pathname}`
  const said = cause instanceof Error ? cause.message || codeOf(cause) : String(cause)
  if (!connected && isCertificateError(cause)) {
    const advice = 'set NODE_EXTRA_CA_CERTS if it is signed by an authority of your own'
    const message = `${what} was not sent: the certificate of ${url.host} is not trusted (${said?.split(';')[0]}); ${advice}`
    return new NetworkError(message, { cause, sent: false, retryable: false })
  }
  if (!connected && codeOf(cause) === 'EPROTO') {
    const reason = said?.split(':')[5] ?? 'EPROTO'
    const message = `${what} was not sent: ${url.host} did not answer as a server of HTTPS does (${reason}). Check the API's address`
    return new NetworkError(message, { cause, sent: false })
  }
  if (!connected)
    return new NetworkError(`${what} was not sent: no connection to ${url.host} (${said})`, { cause, sent: false })
  if (answered)
    return new NetworkError(`${what}: the answer of ${url.host} ended half-way (${said})`, { cause, sent: true })
  return new NetworkError(`${what}: the connection to ${url.host} was lost before an answer came (${said})`, { cause })
}

/** A timeout knows only that time ran out, not whether the request had left. */
const withProgress = (reason: unknown, { connected }: Progress) =>
  reason instanceof TimeoutError && !connected ? new TimeoutError(reason.message, { sent: false }) : reason

const readText = async (request: HttpRequest, url: URL, message: http.IncomingMessage, maxBytes: number) => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes)
      throw new NetworkError(`${request.method} ${url.pathname}: the answer is larger than ${maxBytes} bytes`, {
        sent: true,
        retryable: false,
      })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const joined = (headers: http.IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )

/** One request on the wire, one answer read to its end. */
const exchange = async (
  request: HttpRequest,
  url: URL,
  connections: Connections,
  maxBytes: number,
  signal: AbortSignal,
) => {
  const progress: Progress = { connected: false, answered: false }
  const outgoing = connections.open(url, { method: request.method, headers: request.headers, signal })
  return new Promise<HttpResponse>((resolve, reject) => {
    const secure = url.protocol === 'https:'
    const onConnected = () => {
      progress.connected = true
    }
    outgoing.on('socket', (socket) => {
      // A socket from the pool, or through a proxy without TLS, is connected already.
      const shakesHands = 'secureConnecting' in socket && socket.secureConnecting === true
      if (socket.connecting || shakesHands) socket.once(secure ? 'secureConnect' : 'connect', onConnected)
      else onConnected()
    })
    outgoing.on('error', reject)
    // Where nobody listens for it, Node ends the connection and says nothing.
    outgoing.on('upgrade', (_, socket) => {
      socket.destroy()
      reject(new Error('the server goes over to another protocol'))
    })
    outgoing.on('response', (message) => {
      progress.connected = true
      progress.answered = true
      readText(request, url, message, maxBytes).then(
        (body) => resolve({ status: message.statusCode ?? 0, headers: joined(message.headers), body }),
        reject,
      )
    })
    // Given whole, so that Node sends its length.
    outgoing.end(request.body)
  }).catch((error: unknown) => {
    if (signal.aborted) throw withProgress(signal.reason, progress)
    // A header that cannot be written, for one: a mistake on this side, and no matter of the network.
    if (error instanceof NetworkError || error instanceof TypeError) throw error
    throw toNetworkError(request, url, error, progress)
  })
}

/** The request that a redirect asks for. Nothing that names the caller goes to another origin. */
const redirected = (request: HttpRequest, from: URL, location: string): { request: HttpRequest; url: URL } => {
  const refuse = (why: string) =>
    new NetworkError(`${request.method} ${from.pathname} was sent on ${why}`, { sent: true, retryable: false })

  if (!URL.canParse(location, from.href)) throw refuse('to no usable address')
  const url = new URL(location, from)
  if (!/^https?:$/.test(url.protocol)) throw refuse('to no usable address')
  if (url.protocol !== 'https:' && url.protocol !== from.protocol) throw refuse('from https to an address without it')
  if (url.origin === from.origin) return { request, url }
  const { accept, 'user-agent': userAgent } = request.headers
  const headers = { ...(accept && { accept }), ...(userAgent && { 'user-agent': userAgent }) }
  return { request: { ...request, headers }, url }
}

const sendFollowing = async (request: HttpRequest, send: (request: HttpRequest, url: URL) => Promise<HttpResponse>) => {
  let step = { request, url: new URL(request.url) }
  for (let redirects = 0; ; redirects += 1) {
    const response = await send(step.request, step.url)
    const { location } = response.headers
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (!isRead || !REDIRECTS.has(response.status) || location === undefined) return response
    if (redirects === MAX_REDIRECTS)
      throw new NetworkError(`${request.method} ${step.url.pathname} was sent on more than ${MAX_REDIRECTS} times`, {
        sent: true,
        retryable: false,
      })
    step = redirected(step.request, step.url, location)
  }
}

/** Runs `work` under one signal that ends with the caller's, or after `timeoutMs` on the clock. */
const withTimeout = async <T>(
  { method, url, timeoutMs, signal }: HttpRequest,
  clock: Clock,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  signal?.throwIfAborted()
  const ending = new AbortController()
  const timer = new AbortController()
  const onAbort = () => ending.abort(signal?.reason)
  signal?.addEventListener('abort', onAbort, { once: true })
  if (timeoutMs !== undefined) {
    const message = `${method} ${new URL(url).pathname} got no whole answer within ${timeoutMs / 1000} s`
    clock.sleep(timeoutMs, timer.signal).then(
      () => ending.abort(new TimeoutError(message)),
      () => undefined, // the answer was faster
    )
  }
  try {
    return await work(ending.signal)
  } finally {
    timer.abort()
    signal?.removeEventListener('abort', onAbort)
  }
}

const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']

/**
 * HTTP as it is on the wire: one request, its redirects, one answer. Retries are the client's. What knows about proxies
 * is loaded only where one is named: a step without is spared 4 ms.
 */
export const createHttpTransport = async ({
  clock,
  env,
  maxBodyBytes = 32 * 2 ** 20,
}: HttpTransportOptions): Promise<HttpTransport> => {
  const hasProxy = proxyVariables.some((name) => env[name])
  const connections = createConnections(hasProxy ? await loadProxyPools() : openDirectPool)
  return {
    send: (request) =>
      withTimeout(request, clock, (signal) =>
        sendFollowing(request, (step, url) => exchange(step, url, connections, maxBodyBytes, signal)),
      ),
    close: connections.close,
  }
}
