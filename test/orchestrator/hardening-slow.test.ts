import { describe, expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { bodyOf, get, head, post, aListeningOrchestrator, statusOf, untilClosed } from './a-listening-orchestrator.ts'

describe('nobody holds it up', () => {
  const short = { headersMs: 150, requestMs: 300, idleMs: 400, keepAliveMs: 100, closeMs: 100 }

  test.each([
    ['says nothing', [], 408],
    ['begins a line', ['GET /orgs'], 408],
    ['begins headers', ['GET / HTTP/1.1\r\nHost: x\r\n'], 408],
    ['sends headers, and no body', [post(10)], 408],
    ['sends a part of a body', [post(10), '{"id"'], 408],
    ['sends a part of a chunk', [`POST / HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n\r\n5\r\nab`], 408],
  ])('who %s is told, and its connection ended', async (_, parts, status) => {
    const { raw, serves, answered } = await aListeningOrchestrator(short)
    const held = raw(...parts)
    expect(await serves()).toBe(true)
    const answer = await held
    expect(statusOf(answer)).toBe(status)
    expect(bodyOf(answer).message).toBe('The request did not come to its end in time.')
    expect(answered.filter((line) => !line.endsWith('200'))).toEqual([])
  })

  test('who sends a byte now and then', async () => {
    const { open, serves } = await aListeningOrchestrator(short)
    const socket = await open()
    const ended = untilClosed(socket)
    socket.write('GET / HTTP/1.1\r\n')
    let sent = 0
    const drip = async () => {
      while (!socket.destroyed && socket.writable) {
        socket.write(`A${(sent += 1)}: b\r\n`)
        await systemClock.sleep(20)
      }
    }
    await Promise.all([ended, drip()])
    expect(statusOf(await ended)).toBe(408)
    expect(sent).toBeGreaterThan(2)
    expect(await serves()).toBe(true)
  })

  test('who asks, and does not read what comes', async () => {
    const { orchestrator, open, serves, close } = await aListeningOrchestrator({ idleMs: 2000, closeMs: 600_000 })
    const post = (path: string, body: object) => {
      const headers = { authorization: 'Bearer test-token' }
      return orchestrator.handle({ method: 'POST', url: `http://x.test${path}`, headers, body: JSON.stringify(body) })
    }
    await post('/orgs/local-org/apps', { id: 'shop', name: 'Shop' })
    const large = { add: { web: { spec: { text: 'x'.repeat(1_000_000) } } } }
    const made = await post('/orgs/local-org/apps/shop/deltas', { modules: large })
    const { id } = JSON.parse(made.body) as { id: string }
    const socket = await open()
    socket.pause()
    // Far more than the buffers of two sockets hold.
    socket.write(`GET /orgs/local-org/apps/shop/deltas/${id} HTTP/1.1\r\n${head}\r\n`.repeat(40))
    expect(await serves()).toBe(true)
    // It ends only when nobody holds on to it.
    await close()
  })

  test('who goes away while being answered', async () => {
    const { open, serves } = await aListeningOrchestrator(short)
    for (let at = 0; at < 20; at += 1) {
      const socket = await open()
      socket.write(get('/orgs/local-org/apps').repeat(at % 3 === 0 ? 1 : 40))
      if (at % 2 === 0) socket.write(post(100))
      socket.resetAndDestroy()
    }
    expect(await serves()).toBe(true)
  })

  test('who holds connections: there are no more than so many, and they come free', async () => {
    const { open, serves } = await aListeningOrchestrator({ ...short, connections: 3 })
    const sockets = [await open(), await open(), await open()]
    const ends = sockets.map(untilClosed)
    expect(await untilClosed(await open())).toBe('')
    for (const end of ends) expect(statusOf(await end)).toBe(408)
    expect(await serves()).toBe(true)
  })

  test('who keeps its connection when the server is to end', async () => {
    const { open, close } = await aListeningOrchestrator({ closeMs: 50, headersMs: 60_000, requestMs: 60_000 })
    const ended = untilClosed(await open())
    await close()
    expect(await ended).toBe('')
  })
})

test('who asks hundreds of things in one breath is not answered before everybody else', async () => {
  const { open } = await aListeningOrchestrator()
  const [greedy, modest] = [await open(), await open()]
  const times = 400
  let soFar = ''
  greedy.on('data', (part: string) => {
    soFar += part
  })
  const everything = untilClosed(greedy)
  greedy.write(`GET /current-user HTTP/1.1\r\n${head}\r\n`.repeat(times - 1) + get('/current-user'))
  modest.write(get('/current-user'))
  const answers = (text: string) => text.split('HTTP/1.1 200').length - 1
  expect(statusOf(await untilClosed(modest))).toBe(200)
  expect(answers(soFar)).toBeLessThan(times)
  expect(answers(await everything)).toBe(times)
})
