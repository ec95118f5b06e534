import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import { createOrchestrator, type OrchestratorOptions } from '../../src/orchestrator/index.ts'
import { listen } from '../../src/orchestrator/listen.ts'
import type { Limits } from '../../src/orchestrator/wire.ts'

/** An orchestrator at a port of its own, and connections to it on which a test may send any bytes. */
export const aListeningOrchestrator = async (limits: Partial<Limits> = {}, options: OrchestratorOptions = {}) => {
  const bugs: unknown[] = []
  const answered: string[] = []
  const orchestrator = createOrchestrator({ token: 'test-token', onBug: (bug) => void bugs.push(bug), ...options })
  const { url, close } = await listen(orchestrator, {
    host: '127.0.0.1',
    port: 0,
    limits,
    onAnswer: ({ method, path, status }) => void answered.push(`${method} ${path} ${status}`),
    onBug: (bug) => void bugs.push(bug),
  })
  onTestFinished(async () => {
    await close()
    orchestrator.close()
    expect(bugs).toEqual([])
  })
  const { port, origin } = new URL(url)
  const open = async (): Promise<Socket> => {
    const socket = connect(Number(port), '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {})
    await once(socket, 'connect')
    return socket
  }
  return {
    orchestrator,
    answered,
    origin,
    close,
    open,
    /** Sends bytes, and gives all that comes back until the server ends the connection. */
    raw: async (...parts: string[]): Promise<string> => {
      const socket = await open()
      const received = untilClosed(socket)
      for (const part of parts) socket.write(part)
      return received
    },
    /** It still serves whoever behaves. */
    serves: async () => {
      const response = await fetch(`${url}/current-user`, { headers: { authorization: 'Bearer test-token' } })
      await response.text()
      return response.status === 200
    },
  }
}

/** All that comes on a connection until it is closed. */
export const untilClosed = async (socket: Socket): Promise<string> => {
  let text = ''
  socket.setEncoding('latin1').on('data', (part: string) => {
    text += part
  })
  await new Promise((resolve) => void socket.once('close', resolve))
  return text
}

export const head = 'Host: x\r\nAuthorization: Bearer test-token\r\n'
export const get = (target: string) => `GET ${target} HTTP/1.1\r\n${head}Connection: close\r\n\r\n`
/** The beginning of a request whose body of this length is to follow. */
export const post = (length: number | string) =>
  `POST /orgs/local-org/apps HTTP/1.1\r\n${head}Content-Length: ${length}\r\nConnection: close\r\n\r\n`

export const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
export const bodyOf = (answer: string) => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))
