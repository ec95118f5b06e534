import { expect, test } from 'vitest'
import { scriptedTransport } from '../support/scripted-transport.ts'
import { heldTransport, hook, notify, post, aNotifyingShop } from './a-notifying-shop.ts'
import { aShop, minutes, seconds, shop } from './a-shop.ts'

const endOf = async (yaml: string, options: Parameters<typeof aShop>[0]) => {
  const { it, run } = await aNotifyingShop(yaml, options)
  return { it, run, ...(await it.run(run)) }
}

test('an http step sends its request and gives the answer to the steps after it', async () => {
  const { send, requests } = scriptedTransport({ status: 201, body: 'made' })
  const { it, run, status } = await endOf(notify(post), { transport: send })
  expect(status).toBe('succeeded')
  expect(requests).toMatchObject([
    {
      method: 'POST',
      url: hook,
      headers: { 'x-from': 'shop', 'content-type': 'application/json' },
      body: '{"text":"hello","n":[1,true]}',
    },
  ])
  expect(await it.log(run, 'tell', 0)).toEqual([
    'Sending POST http://127.0.0.1:9000/hook',
    'POST http://127.0.0.1:9000/hook was answered with 201',
  ])
  expect(await it.log(run, 'tell', 1)).toEqual(['saw 201 made'])
})

test('text is sent as it is written', async () => {
  const { send, requests } = scriptedTransport({})
  await aNotifyingShop(notify(`method: put, url: "${hook}", data: "a=1"`), { transport: send })
  expect(requests).toMatchObject([{ method: 'PUT', body: 'a=1' }])
  expect(requests[0]?.headers).not.toHaveProperty('content-type')
})

test('an answer from 400 on fails the step, and can be looked at all the same', async () => {
  const { send } = scriptedTransport({ status: 503, body: 'busy' })
  const { it, run, status, status_message } = await endOf(notify(post), { transport: send })
  expect(status).toBe('failed')
  expect(status_message).toContain('POST http://127.0.0.1:9000/hook was answered with 503')
  expect(await it.log(run, 'tell', 1)).toEqual(['saw 503 busy'])
})

test('a redirect is an answer like any other, and is not followed', async () => {
  const { send, requests } = scriptedTransport({ status: 302, headers: { location: 'http://inside.test/' } })
  expect(await endOf(notify(post), { transport: send })).toMatchObject({ status: 'succeeded' })
  expect(requests).toHaveLength(1)
})

test('a request that finds nobody, or too much, fails with its outcome unknown', async () => {
  const nobody = scriptedTransport(new Error('connect ECONNREFUSED 127.0.0.1:9000'))
  expect((await endOf(notify(post), { transport: nobody.send })).status_message).toContain(
    'outcome unknown: connect ECONNREFUSED',
  )
  const tooMuch = scriptedTransport({ body: 'é'.repeat(600_000) })
  expect((await endOf(notify(post), { transport: tooMuch.send })).status_message).toContain(
    'outcome unknown: the answer is larger than 1048576 bytes',
  )
})

test.each([
  ['a host outside', 'method: GET, url: "https://example.test/x"', /sends nothing to example.test: .*--allow-http/],
  ['a name that begins like loopback', 'method: GET, url: "http://127.0.0.1.example.test"', /--allow-http/],
  ['a name that ends like loopback', 'method: GET, url: "http://evil-localhost"', /--allow-http/],
  ['another port of a host that is allowed', 'method: GET, url: "http://hooks.test:81/"', /--allow-http hooks.test:81/],
  ['a file', 'method: GET, url: "file:///etc/passwd"', /url must be a complete one/],
  ['a password in the URL', 'method: GET, url: "http://a:b@localhost/"', /must not hold a user or password/],
  ['a method that tunnels', `method: CONNECT, url: "${hook}"`, /method must be one of GET, /],
  ['a second line in a header', `method: GET, url: "${hook}", headers: { a: "b\\nc: d" }`, /a is not one line of text/],
  ['a header with a name that is none', `method: GET, url: "${hook}", headers: { "a b": c }`, /'a b' is not the name/],
  [
    'a length of its own',
    `method: GET, url: "${hook}", headers: { Content-Length: "9" }`,
    /Content-Length follows from the request/,
  ],
])('an http step with %s fails and sends nothing', async (_, inputs, message) => {
  const { send, requests } = scriptedTransport()
  const run = await endOf(notify(inputs), { transport: send, allowHttp: ['hooks.test:80', 'hooks.test:8080'] })
  expect(run.status_message).toMatch(message)
  expect(requests).toEqual([])
})

test.each([
  'https://example.test/x',
  'https://example.test:8443/x',
  'http://hooks.test:8080/',
  'http://localhost:1/',
  'http://[::1]/',
  'http://0x7f.1/',
])('an http step may reach %s where its host is allowed or loopback', async (url) => {
  const { send, requests } = scriptedTransport({})
  const options = { transport: send, allowHttp: ['example.test', 'hooks.test:8080'] }
  expect(await endOf(notify(`method: GET, url: "${url}"`), options)).toMatchObject({ status: 'succeeded' })
  expect(requests).toHaveLength(1)
})

test('an orchestrator without a transport sends nothing', async () => {
  expect((await endOf(notify(post), {})).status_message).toContain('nothing to send requests with')
})

test('an answer that does not come is waited for a minute', async () => {
  const { transport, sent, answers } = heldTransport()
  const { it, run } = await aNotifyingShop(notify(post), { transport })
  await it.after(seconds(59))
  expect(await it.job(run, 'tell')).toMatchObject({ status: 'executing' })
  await it.after(seconds(1))
  expect((await it.run(run)).status_message).toContain('outcome unknown: no answer came within 60 seconds')
  expect(sent[0]?.signal?.aborted).toBe(true)
  answers[0]?.('late')
  await it.after(0)
  expect(await it.log(run, 'tell', 1)).toEqual(['saw  '])
})

test('a step that is cancelled while its request is under way lets go of it', async () => {
  const { transport, sent, answers } = heldTransport()
  const { it, run } = await aNotifyingShop(notify(post), { transport })
  await it.cancel(run)
  expect(sent[0]?.signal?.aborted).toBe(true)
  answers[0]?.('late')
  await it.after(0)
  expect(await it.run(run)).toMatchObject({ status: 'cancelled' })
  expect(await it.log(run, 'tell', 0)).toContain('POST http://127.0.0.1:9000/hook was sent; its outcome is unknown')
})

test('a step whose own time is up before the answer comes fails', async () => {
  const { transport, sent } = heldTransport()
  const { it, run } = await aNotifyingShop(notify(post, 'timeout-minutes: 1,'), { transport })
  await it.after(minutes(1))
  expect(await it.run(run)).toMatchObject({
    status: 'failed',
    status_message: expect.stringContaining('Timed out after 1 minute'),
  })
  expect(sent[0]?.signal?.aborted).toBe(true)
})

test('the request of an application that is deleted before it was sent is not sent', async () => {
  const { transport, sent, answers } = heldTransport()
  const it = aShop({ transport })
  await it.aPipeline(notify(post))
  for (let count = 0; count < 40; count += 1) await it.callPipeline('notify')
  await it.after(0)
  // So many are under way at once.
  expect(sent).toHaveLength(32)
  expect(await it.call('DELETE', shop)).toMatchObject({ status: 204 })
  for (const answer of answers) answer('ok')
  await it.after(0)
  expect(sent).toHaveLength(32)
})

test('more requests than go at once are sent one after the other', async () => {
  const { transport, sent, answers } = heldTransport()
  const it = aShop({ transport })
  await it.aPipeline(notify(post))
  for (let count = 0; count < 40; count += 1) await it.callPipeline('notify')
  await it.after(0)
  expect(sent).toHaveLength(32)
  for (const answer of answers.slice(0, 8)) answer('ok')
  await it.after(0)
  expect(sent).toHaveLength(40)
  for (const answer of answers) answer('ok')
  await it.after(0)
  const runs = (await it.get('/orgs/local-org/pipeline-runs')) as { status: string }[]
  expect(runs.every(({ status }) => status === 'succeeded')).toBe(true)
})
