import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { nodeTransport } from '../../../src/orchestrator/outbox/node-transport.ts'

const serve = async (answer: (request: IncomingMessage, response: ServerResponse, body: string) => void) => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${body}`)
      answer(request, response, body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, seen }
}

const get = { method: 'GET', headers: {} }

test('sends method, headers and body, and gives back what was answered', async () => {
  const { url, seen } = await serve((request, response, body) => {
    response.writeHead(201, { 'x-seen': String(request.headers['x-from']) }).end(`${body}!`)
  })
  const answer = await nodeTransport({
    method: 'POST',
    url: `${url}?a=1`,
    headers: { 'x-from': 'shop' },
    body: 'héllo',
  })
  expect(answer).toMatchObject({ status: 201, headers: { 'x-seen': 'shop' }, body: 'héllo!' })
  expect(seen).toEqual(['POST /hook?a=1 héllo'])
})

test('does not follow where an answer points to', async () => {
  const { url, seen } = await serve((_, response) => response.writeHead(302, { location: '/other' }).end())
  expect(await nodeTransport({ ...get, url })).toMatchObject({ status: 302, headers: { location: '/other' } })
  expect(seen).toHaveLength(1)
})

test('stops reading an answer that is too large', async () => {
  const { url } = await serve((_, response) => {
    const chunk = 'x'.repeat(64 * 1024)
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', more)
    more()
  })
  await expect(nodeTransport({ ...get, url })).rejects.toThrow('the answer is larger than 1048576 bytes')
})

test('rejects, and does not try again, when the connection breaks', async () => {
  const { url, seen } = await serve((_, response) => response.destroy())
  await expect(nodeTransport({ ...get, url })).rejects.toThrow('socket hang up')
  const { url: half } = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '10' })
    response.write('1234', () => response.destroy())
  })
  await expect(nodeTransport({ ...get, url: half })).rejects.toThrow('aborted')
  expect(seen).toHaveLength(1)
})

test('rejects when nobody listens, and when it is told to stop', async () => {
  await expect(nodeTransport({ ...get, url: 'http://127.0.0.1:1/' })).rejects.toThrow('ECONNREFUSED')
  const stop = new AbortController()
  const { url } = await serve(() => stop.abort())
  await expect(nodeTransport({ ...get, url, signal: stop.signal })).rejects.toThrow('aborted')
})

test('rejects when the server goes over to another protocol', async () => {
  const server = createServer()
  server.on('connection', (socket) => {
    socket.once('data', () =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n'),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  await expect(nodeTransport({ ...get, url })).rejects.toThrow('another protocol')
})
