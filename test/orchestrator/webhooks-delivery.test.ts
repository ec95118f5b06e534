import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { nodeTransport } from '../../src/orchestrator/outbox/node-transport.ts'
import {
  aListeningShop,
  all,
  aReceiver,
  bodyOf,
  idOf,
  type ListeningShop,
  type Reply,
  url,
} from './a-listening-shop.ts'
import { called, minutes, seconds, shop } from './a-shop.ts'

describe('what is told', () => {
  test('a new environment, with its event as the body when there is no other', async () => {
    const { received, transport } = aReceiver()
    const it = await aListeningShop({ transport })
    expect((await it.createEnvironment()).status).toBe(201)
    await it.after(0)
    expect(received).toMatchObject([
      {
        method: 'POST',
        url,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'humanitec-webhook',
          'humanitec-delivery-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      },
    ])
    expect(bodyOf(received[0])).toEqual({
      event: 'environment.created',
      triggered_at: '2026-01-05T12:00:00.000Z',
      triggered_by: (await it.get('/current-user')).id,
      org_id: 'local-org',
      app_id: 'shop',
      env_id: 'preview',
    })
  })

  test('an environment that is gone, with what it was', async () => {
    const { received, transport } = aReceiver()
    const payload = { text: '${event}: ${name} (${env_id}, ${type}) by ${triggered_by}' }
    const it = await aListeningShop({ transport, fields: { payload, triggers: [all[1]] } })
    await it.createEnvironment()
    await it.call('DELETE', `${shop}/envs/preview`)
    await it.after(0)
    const { id } = await it.get('/current-user')
    expect(received.map(bodyOf)).toEqual([{ text: `environment.deleted: The preview (preview, development) by ${id}` }])
  })

  test('a deployment that begins, and that ends, with its status', async () => {
    const { received, transport } = aReceiver()
    const payload = {
      text: ['${event}', { deeper: '${status} ${comment} ${status}' }, 5],
      ids: '${deploy_id}/${delta_id}/${set_id}',
    }
    const headers = { 'X-Environment': '${app_id}/${env_id}', Authorization: 'Bearer s3cret' }
    const it = await aListeningShop({ transport, fields: { payload, headers, triggers: [all[2], all[3]] } })
    const delta = await it.aDelta('web')
    await it.request({ env_id: 'staging', delta_id: delta, comment: 'First ${event} "one"' })
    await it.after(0)
    await it.after(minutes(1))
    const [deployment] = await it.get(`${shop}/envs/staging/deploys`)
    const ids = `${deployment.id}/${delta}/${deployment.set_id}`
    const comment = 'First ${event} "one"'
    expect(received.map(bodyOf)).toEqual([
      { text: ['deployment.started', { deeper: `pending ${comment} pending` }, 5], ids },
      { text: ['deployment.finished', { deeper: `succeeded ${comment} succeeded` }, 5], ids },
    ])
    expect(received[0]?.headers).toMatchObject({ 'x-environment': 'shop/staging', authorization: 'Bearer s3cret' })
    expect(idOf(received[0])).not.toBe(idOf(received[1]))
  })

  test('an address without a scheme is told by https', async () => {
    const { received, transport } = aReceiver()
    const it = await aListeningShop({ transport, fields: { url: 'hooks.test:8443/in?a=b' } })
    await it.createEnvironment()
    await it.after(0)
    expect(received[0]?.url).toBe('https://hooks.test:8443/in?a=b')
  })

  test('each webhook that waits for the event, and no other', async () => {
    const { received, transport } = aReceiver()
    const it = await aListeningShop({ transport })
    const add = (id: string, fields: object, path = shop) =>
      it.call('POST', `${path}/webhooks`, { id, url: `https://${id}.test/`, triggers: all, ...fields })
    await add('second', {})
    await add('disabled', { disabled: true })
    await add('deaf', { triggers: [] })
    await add('others', { triggers: [all[1], all[2], all[3]] })
    await add('elsewhere', {}, '/orgs/local-org/apps/other')
    await it.createEnvironment()
    await it.after(0)
    expect(received.map((request) => request.url)).toEqual([url, 'https://second.test/'])
    expect(idOf(received[0])).not.toBe(idOf(received[1]))
  })

  test('nothing of what was refused', async () => {
    const { received, transport } = aReceiver()
    const it = await aListeningShop({ transport })
    expect((await it.createEnvironment('staging')).status).toBe(409)
    await it.after(0)
    expect(received).toEqual([])
  })

  test('nothing without anything to send with', async () => {
    const it = await aListeningShop()
    expect((await it.createEnvironment()).status).toBe(201)
    await it.after(minutes(60))
    expect((await it.call('DELETE', `${shop}/webhooks/told`)).status).toBe(204)
  })
})

test('what an event brings along becomes one line of a header, and no second header', async () => {
  const { received, transport } = aReceiver()
  const fields = { headers: { 'X-Comment': '${comment}' }, payload: { comment: '${comment}' }, triggers: [all[2]] }
  const it = await aListeningShop({ transport, fields })
  const comment = 'one\r\nX-Evil: 1\u0000 日本'
  await it.request({ env_id: 'staging', delta_id: await it.aDelta('web'), comment })
  await it.after(0)
  expect(received[0]?.headers['x-comment']).toBe('one X-Evil: 1? ??')
  expect(bodyOf(received[0])).toEqual({ comment })
})

test('a long comment is cut wherever it is put', async () => {
  const { received, transport } = aReceiver()
  const it = await aListeningShop({ transport, fields: { payload: { a: '${comment}' }, triggers: [all[2]] } })
  await it.request({ env_id: 'staging', delta_id: await it.aDelta('web'), comment: 'x'.repeat(100_000) })
  await it.after(0)
  expect(bodyOf(received[0]).a).toBe('x'.repeat(1000))
})

describe('a delivery', () => {
  test.each([200, 202, 204, 299])('is done with an answer of %i', async (status) => {
    const { received, transport } = aReceiver(status)
    const it = await aListeningShop({ transport })
    await it.createEnvironment()
    await it.after(minutes(60))
    await it.after(minutes(60))
    expect(received).toHaveLength(1)
  })

  test.each([301, 302, 307, 400, 401, 404, 410, 413])(
    'is given up with an answer of %i, which is not followed',
    async (status) => {
      const { received, transport } = aReceiver(status)
      const it = await aListeningShop({ transport })
      await it.createEnvironment()
      await it.after(minutes(60))
      expect(received).toHaveLength(1)
    },
  )

  test.each([408, 429, 500, 502, 503, new Error('connect ECONNREFUSED')] as Reply[])(
    'is made again after %s, under the same id',
    async (reply) => {
      const { received, transport } = aReceiver(reply)
      const it = await aListeningShop({ transport })
      await it.createEnvironment()
      await it.after(seconds(9))
      expect(received).toHaveLength(1)
      await it.after(seconds(1))
      expect(received).toHaveLength(2)
      expect(idOf(received[1])).toBe(idOf(received[0]))
      expect(received[1]?.body).toBe(received[0]?.body)
      await it.after(minutes(60))
      expect(received).toHaveLength(2)
    },
  )

  test('is tried five times, each time later', async () => {
    const { received, transport } = aReceiver(500, 500, 500, 500, 500, 500)
    const it = await aListeningShop({ transport })
    await it.createEnvironment()
    const seen: number[] = []
    for (let second = 0; second <= 3600; second += 10) {
      await it.after(second === 0 ? 0 : seconds(10))
      if (received.length > seen.length) seen.push(second)
    }
    expect(seen).toEqual([0, 10, 70, 370, 2170])
    expect(new Set(received.map(idOf)).size).toBe(1)
  }, 60_000)

  test('waits ten seconds for an answer', async () => {
    const { received, transport } = aReceiver('never', 200)
    const it = await aListeningShop({ transport })
    await it.createEnvironment()
    await it.after(seconds(9))
    expect(received[0]?.signal?.aborted).toBe(false)
    await it.after(seconds(1))
    expect(received[0]?.signal?.aborted).toBe(true)
    await it.after(seconds(10))
    expect(received).toHaveLength(2)
    await it.after(minutes(60))
    expect(received).toHaveLength(2)
  })

  test('holds up neither what it tells of nor other deliveries nor the steps of pipelines', async () => {
    const { received, transport } = aReceiver(...Array.from({ length: 40 }, () => 'never' as const))
    const it = await aListeningShop({ transport, allowHttp: ['step.test'] })
    for (let count = 0; count < 40; count += 1) {
      expect((await it.createEnvironment(`preview-${count}`)).status).toBe(201)
    }
    await it.after(0)
    expect(received).toHaveLength(32)
    await it.aPipeline(
      called(
        'ask',
        '  a: { steps: [{ uses: actions/humanitec/http@v1, with: { method: GET, url: "https://step.test/" } }] }',
      ),
    )
    await it.callPipeline('ask')
    await it.after(0)
    expect(received.at(-1)?.url).toBe('https://step.test/')
    await it.after(seconds(10))
    expect(received.filter((request) => request.url === url)).toHaveLength(40)
  })

  test('takes the webhook as it is by then', async () => {
    const { received, transport } = aReceiver(500)
    const it = await aListeningShop({ transport })
    await it.createEnvironment()
    await it.call('PATCH', `${shop}/webhooks/told`, { url: 'https://moved.test/', payload: { env: '${env_id}' } })
    await it.after(seconds(10))
    expect(received.map((request) => request.url)).toEqual([url, 'https://moved.test/'])
    expect(bodyOf(received[1])).toEqual({ env: 'preview' })
  })

  test.each([
    ['deleted', (it: ListeningShop) => it.call('DELETE', `${shop}/webhooks/told`)],
    ['deleted with all others', (it) => it.call('DELETE', `${shop}/jobs`)],
    ['disabled', (it) => it.call('PATCH', `${shop}/webhooks/told`, { disabled: true })],
    ['deleted with its application', (it) => it.call('DELETE', shop)],
  ] as [string, (it: ListeningShop) => Promise<unknown>][])('is dropped when its webhook is %s', async (_, act) => {
    const { received, transport } = aReceiver(500)
    const it = await aListeningShop({ transport })
    await it.createEnvironment()
    await act(it)
    await it.after(minutes(60))
    expect(received).toHaveLength(1)
  })

  test('goes on when another webhook is deleted', async () => {
    const { received, transport } = aReceiver(500)
    const it = await aListeningShop({ transport })
    await it.call('POST', `${shop}/webhooks`, { id: 'other', url: 'https://other.test/', triggers: all })
    await it.createEnvironment()
    await it.call('DELETE', `${shop}/webhooks/other`)
    await it.after(seconds(10))
    expect(received.map((request) => request.url)).toEqual([url, 'https://other.test/', url])
  })

  test('is not taken over by another webhook of the same id', async () => {
    const { received, transport } = aReceiver(500)
    const it = await aListeningShop({ transport })
    await it.createEnvironment()
    await it.call('DELETE', `${shop}/webhooks/told`)
    await it.call('POST', `${shop}/webhooks`, { id: 'told', url, triggers: all })
    await it.after(minutes(60))
    expect(received).toHaveLength(1)
  })
})

test('a real receiver on this machine is really told', async () => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${String(request.headers['x-env'])} ${body}`)
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const ended = new Promise<void>((resolve) => server.once('request', (_, response) => response.on('finish', resolve)))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`
  const fields = { url: target, headers: { 'X-Env': '${env_id}' }, payload: { name: '${name}' } }
  const it = await aListeningShop({ transport: nodeTransport, fields })
  await it.createEnvironment()
  await ended
  expect(seen).toEqual(['POST /in preview {"name":"The preview"}'])
})
