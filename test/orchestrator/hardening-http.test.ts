import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { createOrchestrator, type OrchestratorOptions } from '../../src/orchestrator/index.ts'
import { listen } from '../../src/orchestrator/listen.ts'
import type { Limits } from '../../src/orchestrator/wire.ts'

const start = async (limits: Partial<Limits> = {}, options: OrchestratorOptions = {}) => {
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

const untilClosed = async (socket: Socket): Promise<string> => {
  let text = ''
  socket.setEncoding('latin1').on('data', (part: string) => {
    text += part
  })
  await new Promise((resolve) => void socket.once('close', resolve))
  return text
}

const head = 'Host: x\r\nAuthorization: Bearer test-token\r\n'
const get = (target: string) => `GET ${target} HTTP/1.1\r\n${head}Connection: close\r\n\r\n`
const post = (length: number | string) =>
  `POST /orgs/local-org/apps HTTP/1.1\r\n${head}Content-Length: ${length}\r\nConnection: close\r\n\r\n`

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
const bodyOf = (answer: string) => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))

describe('what is not HTTP gets an error, and nobody else notices', () => {
  test.each([
    ['nonsense', 'what is this\r\n\r\n', 400],
    ['the beginning of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400],
    ['a method of its own', 'DEPLOY / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd', 400],
    ['a length and chunks', `POST / HTTP/1.1\r\n${head}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n`, 400],
    ['a length below zero', post('-1'), 400],
    ['chunks that are none', `POST / HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`, 400],
    ['a header in two lines', 'GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n  c\r\n: d\r\n\r\n', 400],
    ['a zero byte in a header', 'GET / HTTP/1.1\r\nHost: x\r\nA: \0\r\n\r\n', 400],
    ['headers that are too large', `GET / HTTP/1.1\r\n${head}A: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['many headers that are', `GET / HTTP/1.1\r\n${head}${'A: b\r\n'.repeat(5000)}\r\n`, 431],
    ['a path that is too long', get(`/${'x'.repeat(20_000)}`), 431],
    ['a query of thousands of parameters', get(`/orgs?${'a=b&'.repeat(5000)}`), 431],
  ])('%s', async (_, bytes, status) => {
    const { raw, serves } = await start()
    const answer = await raw(bytes)
    expect(statusOf(answer)).toBe(status)
    expect(bodyOf(answer)).toMatchObject({
      error: expect.stringMatching(/^API-/),
      message: expect.stringMatching(/\.$/),
    })
    expect(await serves()).toBe(true)
  })

  test('a tunnel is not built', async () => {
    const { raw, serves } = await start()
    expect(await raw('CONNECT example.com:443 HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('')
    expect(await serves()).toBe(true)
  })
})

describe('what a request line asks for', () => {
  test.each([
    ['/orgs/local-org/apps', 200],
    ['http://elsewhere.test/orgs/local-org/apps', 200],
    ['http://user:word@elsewhere.test:99999/orgs', 400],
    ['ftp://elsewhere.test/orgs', 400],
    ['*', 400],
    ['orgs', 400],
    ['//', 404],
    ['//elsewhere.test/orgs/local-org/apps', 404],
    ['/\\elsewhere.test/orgs', 404],
    ['/@elsewhere.test', 404],
    ['/orgs/local-org/../local-org/apps', 200],
    ['/orgs/local-org/%2e%2e/local-org/apps', 200],
    ['/../../../etc/passwd', 404],
    ['/orgs/local-org/apps/..%2f..%2fetc%2fpasswd', 404],
    ['/orgs/local-org%2fapps%2fshop/apps', 403],
    ['/orgs/local-org/apps/%00', 404],
    ['/orgs/%zz', 400],
    ['/orgs/%ff', 400],
    ['/orgs/local-org/apps?%zz=%ff&a[b]=c&__proto__=1', 200],

    ['/orgs/__proto__/apps', 403],
    ['/orgs/local-org/apps/constructor', 404],
    ['/orgs/local-org/apps/shop#fragment', 404],
  ])('%s is answered with %i', async (target, status) => {
    const { raw, serves } = await start()
    const answer = await raw(get(target))
    expect(statusOf(answer)).toBe(status)
    expect(() => bodyOf(answer)).not.toThrow()
    expect(await serves()).toBe(true)
  })
})

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
    const { raw, serves, answered } = await start(short)
    const held = raw(...parts)
    expect(await serves()).toBe(true)
    const answer = await held
    expect(statusOf(answer)).toBe(status)
    expect(bodyOf(answer).message).toBe('The request did not come to its end in time.')
    expect(answered.filter((line) => !line.endsWith('200'))).toEqual([])
  })

  test('who sends a byte now and then', async () => {
    const { open, serves } = await start(short)
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
    const { orchestrator, open, serves, close } = await start({ idleMs: 2000, closeMs: 600_000 })
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
    const { open, serves } = await start(short)
    for (let at = 0; at < 20; at += 1) {
      const socket = await open()
      socket.write(get('/orgs/local-org/apps').repeat(at % 3 === 0 ? 1 : 40))
      if (at % 2 === 0) socket.write(post(100))
      socket.resetAndDestroy()
    }
    expect(await serves()).toBe(true)
  })

  test('who holds connections: there are no more than so many, and they come free', async () => {
    const { open, serves } = await start({ ...short, connections: 3 })
    const sockets = [await open(), await open(), await open()]
    const ends = sockets.map(untilClosed)
    expect(await untilClosed(await open())).toBe('')
    for (const end of ends) expect(statusOf(await end)).toBe(408)
    expect(await serves()).toBe(true)
  })

  test('who keeps its connection when the server is to end', async () => {
    const { open, close } = await start({ closeMs: 50, headersMs: 60_000, requestMs: 60_000 })
    const ended = untilClosed(await open())
    await close()
    expect(await ended).toBe('')
  })
})

test('who asks hundreds of things in one breath is not answered before everybody else', async () => {
  const { open } = await start()
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

describe('what is too much', () => {
  test('a body by its length, and one in chunks, with nothing done', async () => {
    const { raw, serves } = await start({ bodyBytes: 100 })
    const body = JSON.stringify({ id: 'shop', name: 'x'.repeat(100) })
    const chunk = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
    const chunked = `POST /orgs/local-org/apps HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunk}`
    for (const answer of [await raw(post(body.length), body), await raw(chunked)]) {
      expect(statusOf(answer)).toBe(413)
      expect(bodyOf(answer)).toEqual({ error: 'API-011', message: 'The body is larger than 100 bytes.' })
    }
    expect(bodyOf(await raw(get('/orgs/local-org/apps')))).toEqual([])
    expect(await serves()).toBe(true)
  })

  test('bodies at once: one has to wait, and what they held comes free', async () => {
    const { open, raw } = await start({ receivingBytes: 1000, requestMs: 500, headersMs: 500 })
    const socket = await open()
    const held = untilClosed(socket)
    socket.write(post(900))
    socket.write('x'.repeat(800))
    const body = JSON.stringify({ id: 'shop', name: 'x'.repeat(300) })
    // Until what was sent first has arrived, there is room.
    let answer = await raw(post(body.length), body)
    while (statusOf(answer) !== 503) answer = await raw(post(body.length), body)
    expect(answer).toMatch(/retry-after: 1\r\n/)
    expect(bodyOf(answer).message).toBe('Too much is being received at once: ask again in a second.')
    expect(statusOf(await held)).toBe(408)
    expect(statusOf(await raw(post(14), '{"id":"other"}'))).not.toBe(503)
  })
})

test('the log of requests is one line a request, without what would move a terminal', async () => {
  const { raw, answered } = await start()
  for (const target of ['/a%0aGET%20/b', '/\x1b[2J', '/\x7f', '/a\tb', '/\u00ff']) await raw(get(target))
  expect(answered.length).toBeGreaterThan(0)
  for (const line of answered) expect(line).toMatch(/^GET \/[\x21-\x7e]* 4\d\d$/)
})

test.each([
  ['a query', '/orgs/local-org/apps?key=hunter22', 'GET /orgs/local-org/apps 200'],
  [
    'an address',
    'http://jane:hunter22@elsewhere.test/orgs/local-org/apps?key=hunter22',
    'GET /orgs/local-org/apps 200',
  ],
  ['no address of a server', 'ftp://jane:hunter22@elsewhere.test/orgs?key=hunter22', 'GET - 400'],
  ['no address at all', 'http://jane:hunter22@elsewhere.test:99999/orgs', 'GET - 400'],
  ['thousands of characters', `/${'x'.repeat(9000)}`, `GET /${'x'.repeat(499)} 404`],
])('a request line with %s brings only its path into the log', async (_, target, line) => {
  const { raw, answered } = await start()
  await raw(get(target))
  expect(answered).toEqual([line])
})

describe('the control door', () => {
  const ask = async (door: string, body: string, headers: Record<string, string> = {}) => {
    const { origin, serves } = await start({}, { control: true })
    const response = await fetch(`${origin}/_orchestrator/${door}`, { method: 'POST', body, headers })
    const answer = { status: response.status, text: await response.text() }
    expect(await serves()).toBe(true)
    return answer
  }

  test.each([
    ['fail', '{}', "body must have required property 'status'"],
    ['fail', '{"status":99}', 'body/status must be >= 200'],
    ['fail', '{"status":1000}', 'body/status must be <= 599'],
    ['fail', '{"status":500,"headers":{"a":"b\\r\\nc: d"}}', 'body/headers/a must match pattern'],
    ['fail', '{"status":500,"headers":{"a b":"c"}}', 'body/headers'],
    ['fail', '{"status":500,"times":-1}', 'body/times must be >= 1'],
    ['fail', '{"status":500,"body":{}}', 'body/body must be string'],
    ['fail', '{"status":500,"pth":"/x"}', "body must not have the property 'pth'"],
    ['advance', '{}', "body must have required property 'ms'"],
    ['advance', '{"ms":"1"}', 'body/ms must be number'],
    ['advance', '{"ms":-1}', 'body/ms must be >= 0'],
    ['advance', '{"ms":1e300}', 'body/ms must be <='],
    ['advance', 'null', 'body must be object'],
    ['advance', '[', 'JSON'],
    ['cluster', '{"pendingMs":"long"}', 'body/pendingMs must be number'],
    ['cluster', '{"workloads":{"web":{"fail":{}}}}', "body/workloads/web/fail must have required property 'message'"],
    ['reset', '{"seed":{}}', 'body/seed must be string'],
    ['reset', '{"seed":"organizations: [{ id: 7 }]"}', 'The seed file is not right'],
  ])('%s %s is refused with what is wrong', async (door, body, message) => {
    expect(await ask(door, body)).toEqual({ status: 400, text: expect.stringContaining(message) })
  })

  test.each(['__proto__', 'constructor', '', 'nope', 'fail/'])('has no %s', async (door) => {
    expect(await ask(door, '{}')).toMatchObject({ status: 404 })
  })

  test('is not open to a page in a browser', async () => {
    expect(await ask('reset', '{}', { origin: 'https://elsewhere.test' })).toMatchObject({ status: 403 })
    expect(await ask('reset', '{}', { origin: 'null' })).toMatchObject({ status: 403 })
  })
})
