import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { errorBody, HttpError } from './errors.ts'

/** What one caller, and all together, may take of the server. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** Of one request's body. */
  bodyBytes: number
  /** Of all bodies that are being received at one time. */
  receivingBytes: number
  /** Of a request's first line and headers. */
  headerBytes: number
  /** Until the headers of a request are there. */
  headersMs: number
  /** Until a request is there, with its body. */
  requestMs: number
  /** Without a byte in either direction: who asks, and then does not read the answer. */
  idleMs: number
  /** Between two requests of one connection. */
  keepAliveMs: number
  connections: number
  /** For those who are being answered when the server is closed. */
  closeMs: number
}

export const defaultLimits: Limits = {
  bodyBytes: 16 * 1024 * 1024,
  receivingBytes: 128 * 1024 * 1024,
  headerBytes: 16 * 1024,
  headersMs: 15_000,
  requestMs: 60_000,
  idleMs: 60_000,
  keepAliveMs: 5000,
  connections: 1000,
  closeMs: 3000,
}

/** How a server of node:http keeps to the limits. */
export const serverOptions = ({ headerBytes, headersMs, requestMs, keepAliveMs }: Limits) => ({
  maxHeaderSize: headerBytes,
  headersTimeout: headersMs,
  requestTimeout: requestMs,
  keepAliveTimeout: keepAliveMs,
  connectionsCheckingInterval: Math.ceil(Math.min(headersMs, requestMs, 4000) / 4),
})

/** Reads bodies to their end, so that whoever sent too much gets to read the answer, and keeps no more than allowed. */
export const createBodyReader = ({ bodyBytes, receivingBytes }: Limits) => {
  let receiving = 0

  return async (request: IncomingMessage): Promise<Buffer> => {
    const chunks: Buffer[] = []
    let size = 0
    let kept = 0
    let problem: HttpError | undefined
    const drop = (why: HttpError) => {
      problem ??= why
      chunks.length = 0
      receiving -= kept
      kept = 0
    }
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > bodyBytes) drop(new HttpError(413, `The body is larger than ${bodyBytes} bytes.`))
        else if (receiving + chunk.length > receivingBytes) {
          const headers = { 'retry-after': '1' }
          drop(new HttpError(503, 'Too much is being received at once: ask again in a second.', { headers }))
        }
        if (problem) continue
        chunks.push(chunk)
        kept += chunk.length
        receiving += chunk.length
      }
    } finally {
      receiving -= kept
    }
    if (problem) throw problem
    return Buffer.concat(chunks)
  }
}

/** What a request line asks for, as an URL of this server. It may have an origin of its own, as for a proxy. */
export const toUrl = (origin: string, target: string): string => {
  if (target.startsWith('/')) return `${origin}${target}`
  const asked = /^https?:/i.test(target) && URL.canParse(target) ? new URL(target) : undefined
  if (!asked) throw new HttpError(400, 'The request asks for nothing that has a path.')
  return `${origin}${asked.pathname}${asked.search}`
}

const jsonOf = (error: HttpError) => JSON.stringify(errorBody(error))

export const refuse = (response: ServerResponse, error: HttpError) => {
  const body = jsonOf(error)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...error.headers }
  response.writeHead(error.status, headers).end(body)
}

const problems: Record<string, [status: string, message: string]> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The first line and the headers are too large.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ['413 Payload Too Large', 'The extensions of the chunks are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not come to its end in time.'],
}

/** Answers what is no request, or has not become one in time, and ends its connection. */
export const refuseConnection = ({ code = '' }: NodeJS.ErrnoException, socket: Duplex) => {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, message] = problems[code] ?? ['400 Bad Request', 'This is not a request of HTTP/1.1.']
  const body = jsonOf(new HttpError(Number.parseInt(status, 10), message))
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}
