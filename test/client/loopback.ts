import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'

import { onTestFinished, vi } from 'vitest'

import { createHttpTransport } from '../../src/client/transport.ts'
import type { HttpRequest, Transport } from '../../src/contract/http.ts'
import { fakeClock } from '../support/fake-clock.ts'

/** Listens on a free port of this machine until the test ends, and gives that port. */
export const listen = async (server: Server): Promise<number> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  )
  return (server.address() as AddressInfo).port
}

export interface Received {
  method: string | undefined
  url: string | undefined
  headers: IncomingMessage['headers']
  body: string
}

/** A server that keeps what it received; `answer` gets each request once it is read. */
export const aServer = async (answer: (response: ServerResponse, request: Received, number: number) => void) => {
  const received: Received[] = []
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url, headers } = request
      const one = { method, url, headers, body: Buffer.concat(chunks).toString() }
      received.push(one)
      answer(response, one, received.length)
    })
  }
  const server = createServer(listener)
  const connections = { count: 0 }
  server.on('connection', () => {
    connections.count += 1
  })
  const port = await listen(server)
  return { received, connections, port, url: `http://127.0.0.1:${port}` }
}

interface TransportSetting {
  maxBodyBytes?: number
  proxy?: string
  noProxy?: string
}

/** A transport that is closed when the test ends, and that knows no proxy but the one given. */
export const aTransport = ({ proxy = '', noProxy = '', ...options }: TransportSetting = {}) => {
  for (const name of ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']) vi.stubEnv(name, proxy)
  for (const name of ['no_proxy', 'NO_PROXY']) vi.stubEnv(name, noProxy)
  onTestFinished(() => void vi.unstubAllEnvs())
  const clock = fakeClock()
  const opening = createHttpTransport({ clock, env: process.env, ...options })
  const send: Transport = async (request) => (await opening).send(request)
  const close = async () => (await opening).close()
  onTestFinished(close)
  return { clock, send, close }
}

export const aGet = (url: string, changes: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: { accept: 'application/json', authorization: 'Bearer secret-token', 'user-agent': 'humanitec-actions/1' },
  ...changes,
})
