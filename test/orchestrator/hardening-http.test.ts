import { describe, expect, test } from 'vitest'
import { bodyOf, get, head, post, aListeningOrchestrator, statusOf, untilClosed } from './a-listening-orchestrator.ts'

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
    const { raw, serves } = await aListeningOrchestrator()
    const answer = await raw(bytes)
    expect(statusOf(answer)).toBe(status)
    expect(bodyOf(answer)).toMatchObject({
      error: expect.stringMatching(/^API-/),
      message: expect.stringMatching(/\.$/),
    })
    expect(await serves()).toBe(true)
  })

  test('a tunnel is not built', async () => {
    const { raw, serves } = await aListeningOrchestrator()
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
    const { raw, serves } = await aListeningOrchestrator()
    const answer = await raw(get(target))
    expect(statusOf(answer)).toBe(status)
    expect(() => bodyOf(answer)).not.toThrow()
    expect(await serves()).toBe(true)
  })
})

describe('what is too much', () => {
  test('a body by its length, and one in chunks, with nothing done', async () => {
    const { raw, serves } = await aListeningOrchestrator({ bodyBytes: 100 })
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
    const { open, raw } = await aListeningOrchestrator({ receivingBytes: 1000, requestMs: 500, headersMs: 500 })
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
  const { raw, answered } = await aListeningOrchestrator()
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
  const { raw, answered } = await aListeningOrchestrator()
  await raw(get(target))
  expect(answered).toEqual([line])
})
