import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { createOrchestrator, type OrchestratorOptions } from '../src/orchestrator/index.ts'

export interface CountingServer {
  readonly inputs: Readonly<Record<string, string>>
  /** `METHOD path` of what has been asked since the last call. */
  takeRequests(): string[]
  takeConnections(): number
  /** Asks it without being counted. */
  ask(method: string, path: string, body: unknown): Promise<unknown>
  close(): Promise<void>
}

/** An orchestrator in this process that counts, and answers as slowly as it is told to. */
export const openCountingServer = async ({
  delayMs = 0,
  ...options
}: OrchestratorOptions & { delayMs?: number } = {}): Promise<CountingServer> => {
  const orchestrator = createOrchestrator(options)
  let requests: string[] = []
  let connections = 0
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const { method = 'GET', url = '/' } = request
    requests.push(`${method} ${url.split('?')[0]}`)
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    if (delayMs > 0) await delay(delayMs)
    const body = Buffer.concat(chunks)
    const answered = await orchestrator.handle({ method, url: `http://127.0.0.1${url}`, headers, body })
    response.writeHead(answered.status, { ...answered.headers, 'content-length': Buffer.byteLength(answered.body) })
    response.end(answered.body)
  }
  const server = createServer((request, response) => void answer(request, response))
  server.on('connection', () => void (connections += 1))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    inputs: { token: orchestrator.token, org: orchestrator.org, app: 'shop', 'api-url': `http://127.0.0.1:${port}` },
    takeRequests: () => {
      const taken = requests
      requests = []
      return taken
    },
    takeConnections: () => {
      const taken = connections
      connections = 0
      return taken
    },
    ask: async (method, path, body) => {
      const headers = { authorization: `Bearer ${orchestrator.token}` }
      const url = `http://127.0.0.1${path}`
      const answer = await orchestrator.handle({ method, url, headers, body: JSON.stringify(body) })
      return JSON.parse(answer.body) as unknown
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close').catch(() => undefined)
      orchestrator.close()
    },
  }
}
