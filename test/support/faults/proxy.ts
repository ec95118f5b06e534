import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { text } from 'node:stream/consumers'
import { systemClock } from '../../../src/clock.ts'
import type { HttpResponse, Transport } from '../../../src/contract/http.ts'
import { afterwards } from '../afterwards.ts'
import { aCertificate } from '../certificate.ts'
import { type Fault, faultAnswer, type FaultPlan, isSurelyUndelivered } from './fault.ts'

export interface FaultyProxy {
  readonly url: string
  /** `METHOD path → fault`, in order. */
  readonly trace: readonly string[]
  /** What came to the other host that redirects and links lead to: each request with its headers, as text. */
  readonly abroad: readonly string[]
  /** Once everything that came in has been dealt with, what is delivered late included. */
  settled(): Promise<void>
}

const listen = async (server: Server & { closeAllConnections(): void }): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterwards(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

const reset = ({ socket }: IncomingMessage) => void socket.resetAndDestroy()

/** Sends a byte now and then, until the other side has had enough. */
const drip = async (response: ServerResponse): Promise<void> => {
  while (!response.destroyed) {
    response.write(' ')
    await systemClock.sleep(50)
  }
}

interface Exchange {
  readonly message: IncomingMessage
  readonly response: ServerResponse
  readonly fault: Fault
  /** Hands the request on, and gives the true answer. */
  deliver(): Promise<HttpResponse>
  readonly elsewhere: string
}

const respond = (response: ServerResponse, { status, headers, body }: HttpResponse) =>
  response.writeHead(status, headers).end(body)

/** As `Content-Length` has it, there is more to come than does. */
const cutShort = (response: ServerResponse, { status, headers, body }: HttpResponse, length: number) => {
  response.writeHead(status, { ...headers, 'content-length': length })
  response.write(body.slice(0, body.length / 2), () => response.destroy())
}

/** Faults that come without an answer, or in the place of the answer. */
const sufferBefore = async ({ message, response, fault, deliver, elsewhere }: Exchange): Promise<boolean> => {
  const replaced = faultAnswer(fault, message.headers.authorization ?? '')
  if (replaced) {
    if (fault.delivered && !isSurelyUndelivered(fault)) await deliver()
    respond(response, replaced)
    return true
  }
  switch (fault.kind) {
    case 'reset-before':
      reset(message)
      return true
    case 'late':
      reset(message)
      await systemClock.sleep(fault.afterMs)
      await deliver()
      return true
    case 'redirect':
      respond(response, { status: 307, headers: { location: `${elsewhere}${message.url}` }, body: '' })
      return true
    default:
      return false
  }
}

const suffer = async (exchange: Exchange): Promise<void> => {
  const { message, response, fault, deliver, elsewhere } = exchange
  if (await sufferBefore(exchange)) return
  const answer = await deliver()
  switch (fault.kind) {
    case 'reset-after':
      return reset(message)
    case 'half-headers':
      message.socket.write('HTTP/1.1 200 OK\r\nContent-Ty', () => message.socket.destroy())
      return
    case 'cut-body':
      return cutShort(response, answer, Buffer.byteLength(answer.body))
    case 'wrong-length':
      return cutShort(response, answer, Buffer.byteLength(answer.body) + 1000)
    case 'slow-headers':
      await systemClock.sleep(fault.afterMs)
      return void respond(response, answer)
    case 'slow-body':
      response.writeHead(answer.status, answer.headers).write(answer.body.slice(0, 1))
      await systemClock.sleep(fault.afterMs)
      return void response.end(answer.body.slice(1))
    case 'endless-body':
      response.writeHead(answer.status, answer.headers)
      return drip(response)
    case 'truncated-json':
      return void respond(response, { ...answer, body: answer.body.slice(0, answer.body.length / 2) })
    case 'empty':
      return void respond(response, { ...answer, body: '' })
    case 'foreign-link':
      return void respond(response, {
        ...answer,
        headers: { ...answer.headers, link: `<${elsewhere}/more>; rel="next"` },
      })
    default:
      throw new Error(`no such fault behind a port: ${fault.kind}`)
  }
}

const startElsewhere = async (abroad: string[]): Promise<string> => {
  const server = createServer((message, response) => {
    abroad.push(`${message.method} ${message.url} ${JSON.stringify(message.rawHeaders)}`)
    response.end(message.url === '/more' ? '[]' : '<html><title>Elsewhere</title></html>')
  })
  return `http://127.0.0.1:${await listen(server)}`
}

/** Real sockets between a process and a server in this one, on which goes wrong what the plan says. */
export const startProxy = async (send: Transport, plan: FaultPlan): Promise<FaultyProxy> => {
  const trace: string[] = []
  const abroad: string[] = []
  const elsewhere = await startElsewhere(abroad)
  const take = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url: path = '/' } = message
    const body = await text(message)
    const url = `http://orchestrator.test${path}`
    const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]))
    const deliver = () => send({ method, url, headers, ...(body === '' ? {} : { body }) })
    const fault = plan(trace.length + 1, { method, url })
    trace.push(`${method} ${path.split('?')[0]} → ${fault?.kind ?? 'answered'}`)
    if (fault) await suffer({ message, response, fault, deliver, elsewhere })
    else respond(response, await deliver())
  }
  const taken: Promise<void>[] = []
  const server = createServer((message, response) => void taken.push(take(message, response)))
  const settled = async () => void (await Promise.all(taken))
  return { url: `http://127.0.0.1:${await listen(server)}`, trace, abroad, settled }
}

/** An address at which nobody listens. */
export const aClosedPort = async (): Promise<string> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

/** An https address whose certificate nobody has signed but itself. */
export const anUntrustedServer = async (): Promise<string> => {
  const server = createSecureServer({ ...aCertificate() }, (_, response) => {
    response.end('[]')
  })
  return `https://127.0.0.1:${await listen(server)}`
}
