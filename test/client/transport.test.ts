import { createServer } from 'node:net'

import { describe, expect, it } from 'vitest'

import { isUnknownEffect } from '../../src/client/index.ts'
import { createHttpTransport } from '../../src/client/transport.ts'
import { NetworkError, TimeoutError } from '../../src/errors.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { rejection } from './a-client.ts'
import { aGet, aServer, aTransport, listen } from './loopback.ts'

describe('a request', () => {
  it('arrives as it was given, and its answer comes back whole', async () => {
    const server = await aServer((response) => {
      response.writeHead(201, { 'content-type': 'application/json', link: ['<a>; rel="prev"', '<b>; rel="next"'] })
      response.end('{"text":"ä"}')
    })
    const { send } = aTransport()
    const response = await send({
      method: 'POST',
      url: `${server.url}/orgs/a%2Fb?x=1&y=%20`,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k1' },
      body: '{"a":"ö"}',
    })
    expect(response).toMatchObject({ status: 201, body: '{"text":"ä"}' })
    expect(response.headers).toMatchObject({ link: '<a>; rel="prev", <b>; rel="next"' })
    expect(server.received).toEqual([
      expect.objectContaining({ method: 'POST', url: '/orgs/a%2Fb?x=1&y=%20', body: '{"a":"ö"}' }),
    ])
    expect(server.received[0]?.headers).toMatchObject({ 'content-length': '10', 'idempotency-key': 'k1' })
  })

  it('carries bytes, or nothing', async () => {
    const server = await aServer((response) => response.writeHead(204).end())
    const { send } = aTransport()
    await send({ method: 'POST', url: server.url, headers: {}, body: new Uint8Array([104, 105]) })
    expect(await send({ method: 'POST', url: server.url, headers: {} })).toMatchObject({ status: 204, body: '' })
    expect(server.received.map(({ body }) => body)).toEqual(['hi', ''])
  })

  it('that cannot be written is no matter of the network', async () => {
    const { send } = aTransport()
    const error = await rejection(send(aGet('http://127.0.0.1:1', { headers: { 'if-match': 'a\nb' } })))
    expect(error).toBeInstanceOf(TypeError)
  })

  it('shares a connection with the one before', async () => {
    const server = await aServer((response) => response.end('{}'))
    const { send } = aTransport()
    for (let count = 0; count < 3; count += 1) await send(aGet(server.url))
    expect(server.connections.count).toBe(1)
  })
})

describe('a connection', () => {
  it('that is refused shows that nothing was sent', async () => {
    const { send } = aTransport()
    const error = await rejection(send(aGet('http://127.0.0.1:1/orgs?secret=1')))
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ sent: false, retryable: true })
    expect(error.message).toBe(
      'GET /orgs was not sent: no connection to 127.0.0.1:1 (connect ECONNREFUSED 127.0.0.1:1)',
    )
    expect(isUnknownEffect(error)).toBe(false)
  })

  it('to a name that does not exist shows that nothing was sent', async () => {
    const { send } = aTransport()
    const error = await rejection(send(aGet('http://nowhere.invalid/orgs')))
    expect(error).toMatchObject({ name: 'NetworkError', sent: false })
    expect(error.message).toMatch(/^GET \/orgs was not sent: no connection to nowhere\.invalid/)
  })

  it('that breaks before the answer leaves the effect unknown', async () => {
    const server = await aServer((response) => response.destroy())
    const { send } = aTransport()
    const error = await rejection(send({ ...aGet(`${server.url}/orgs`), method: 'POST', body: '{}' }))
    expect(server.received).toHaveLength(1)
    expect(error).toMatchObject({ name: 'NetworkError', sent: 'unknown' })
    expect(error.message).toMatch(/^POST \/orgs: the connection to 127\.0\.0\.1:\d+ was lost before an answer came/)
    expect(isUnknownEffect(error)).toBe(true)
  })

  it('that breaks before the request was read leaves the effect unknown too', async () => {
    const port = await listen(createServer((socket) => socket.destroy()))
    const { send } = aTransport()
    const error = await rejection(send({ ...aGet(`http://127.0.0.1:${port}/orgs`), method: 'POST', body: '{}' }))
    expect(error).toMatchObject({ name: 'NetworkError', sent: 'unknown' })
  })

  it('kept from an earlier request that breaks leaves the effect unknown', async () => {
    const server = await aServer((response, _, number) => (number === 1 ? response.end('{}') : response.destroy()))
    const { send } = aTransport()
    await send(aGet(server.url))
    const error = await rejection(send({ ...aGet(server.url), method: 'POST' }))
    expect(server.connections.count).toBe(1)
    expect(error).toMatchObject({ name: 'NetworkError', sent: 'unknown' })
  })

  it('that the server turns into one of another protocol is lost, and not waited for', async () => {
    const answer = 'HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n'
    const port = await listen(createServer((socket) => void socket.once('data', () => socket.write(answer))))
    const { send } = aTransport()
    const error = await rejection(send({ ...aGet(`http://127.0.0.1:${port}/orgs`), method: 'POST', body: '{}' }))
    expect(error).toMatchObject({ name: 'NetworkError', sent: 'unknown' })
    expect(error.message).toMatch(/was lost before an answer came \(the server goes over to another protocol\)$/)
  })

  it('to something that is no web server is an error', async () => {
    const port = await listen(createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')))
    const { send } = aTransport()
    expect(await rejection(send(aGet(`http://127.0.0.1:${port}/orgs`)))).toMatchObject({ name: 'NetworkError' })
  })
})

describe('an answer', () => {
  it.each<[string, Record<string, string>]>([
    ['with a length', { 'content-length': '100' }],
    ['in chunks', {}],
  ])('%s that ends half-way is no answer', async (_, headers) => {
    const server = await aServer((response) => {
      response.writeHead(200, headers)
      response.write('{"id":', () => response.destroy())
    })
    const { send } = aTransport()
    const error = await rejection(send(aGet(`${server.url}/orgs`)))
    expect(error).toMatchObject({ name: 'NetworkError', sent: true, retryable: true })
    expect(error.message).toMatch(/^GET \/orgs: the answer of 127\.0\.0\.1:\d+ ended half-way/)
  })

  it('that does not end is cut off at the limit', async () => {
    const server = await aServer((response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) continue
      }
      response.on('drain', more)
      more()
    })
    const { send } = aTransport({ maxBodyBytes: 1_000_000 })
    const error = await rejection(send(aGet(`${server.url}/orgs`)))
    expect(error.message).toBe('GET /orgs: the answer is larger than 1000000 bytes')
    expect(error).toMatchObject({ name: 'NetworkError', sent: true, retryable: false })
  })

  it('of exactly the limit is fine', async () => {
    const server = await aServer((response) => response.end('x'.repeat(1000)))
    const { send } = aTransport({ maxBodyBytes: 1000 })
    expect((await send(aGet(server.url))).body).toHaveLength(1000)
  })
})

describe('a timeout', () => {
  it('ends a request that nobody answers', async () => {
    const { clock, send } = aTransport()
    const server = await aServer(() => void clock.advance(5000))
    const error = await rejection(send(aGet(`${server.url}/orgs?secret=1`, { timeoutMs: 5000 })))
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error.message).toBe('GET /orgs got no whole answer within 5 s')
    expect(isUnknownEffect(error)).toBe(true)
  })

  it('covers the body of the answer', async () => {
    const { clock, send } = aTransport()
    const server = await aServer((response) => {
      response.writeHead(200)
      response.write('{"id":', () => void clock.advance(5000))
    })
    expect(await rejection(send(aGet(server.url, { timeoutMs: 5000 })))).toBeInstanceOf(TimeoutError)
  })

  it('covers redirects as a whole', async () => {
    const { clock, send } = aTransport()
    const server = await aServer((response, _, number) => {
      const later = clock.advance(3000)
      if (number === 1) void later.then(() => response.writeHead(307, { location: '/next' }).end())
    })
    expect(await rejection(send(aGet(server.url, { timeoutMs: 5000 })))).toBeInstanceOf(TimeoutError)
    expect(server.received.map(({ url }) => url)).toEqual(['/', '/next'])
  })

  it('leaves no timer behind when the answer was faster', async () => {
    const server = await aServer((response) => response.end('{}'))
    const timers: (AbortSignal | undefined)[] = []
    const clock = fakeClock()
    const sleep = (ms: number, signal?: AbortSignal) => {
      timers.push(signal)
      return clock.sleep(ms, signal)
    }
    const transport = await createHttpTransport({ clock: { ...clock, sleep }, env: {} })
    await transport.send(aGet(server.url, { timeoutMs: 5000 }))
    transport.close()
    expect(timers.map((signal) => signal?.aborted)).toEqual([true])
  })
})

describe('a signal', () => {
  const stopped = new Error('stopped')

  it('ends a request at once, with its reason', async () => {
    const ending = new AbortController()
    const server = await aServer(() => ending.abort(stopped))
    const { send } = aTransport()
    expect(await rejection(send(aGet(server.url, { signal: ending.signal })))).toBe(stopped)
  })

  it('ends the reading of an answer', async () => {
    const ending = new AbortController()
    const server = await aServer((response) => {
      response.writeHead(200)
      response.write('{"id":', () => setImmediate(() => ending.abort(stopped)))
    })
    const { send } = aTransport()
    expect(await rejection(send(aGet(server.url, { signal: ending.signal })))).toBe(stopped)
  })

  it('given before means that nothing is sent', async () => {
    const server = await aServer((response) => response.end('{}'))
    const { send } = aTransport()
    expect(await rejection(send(aGet(server.url, { signal: AbortSignal.abort(stopped) })))).toBe(stopped)
    expect(server.connections.count).toBe(0)
  })
})

describe('closing', () => {
  it('ends what is under way, which nobody is to try again', async () => {
    const { send, close } = aTransport()
    const server = await aServer(() => void close())
    expect(await rejection(send(aGet(server.url)))).toMatchObject({ name: 'NetworkError', retryable: false })
  })

  it('refuses what comes after', async () => {
    const { send, close } = aTransport()
    const server = await aServer((response) => response.end('{}'))
    await close()
    expect(await rejection(send(aGet(server.url)))).toMatchObject({
      message: 'GET / was not sent: the step has ended',
      sent: false,
      retryable: false,
    })
    expect(server.connections.count).toBe(0)
  })
})
