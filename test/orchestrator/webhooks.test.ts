import { describe, expect, test } from 'vitest'
import { as, aShop, shop } from './a-shop.ts'

const webhooks = `${shop}/webhooks`
const url = 'https://hooks.test/in'

const start = () => {
  const it = aShop()
  return {
    ...it,
    add: (fields: object = {}, headers?: Record<string, string>) =>
      it.call('POST', webhooks, { url, ...fields }, headers),
    change: (id: string, fields: object) => it.call('PATCH', `${webhooks}/${id}`, fields),
  }
}

describe('a webhook', () => {
  test('is made with what is given, and with little by default', async () => {
    const { add, get } = start()
    const { status, body } = await add({ id: 'told' })
    expect(status).toBe(201)
    expect(body).toEqual({
      id: 'told',
      url,
      headers: {},
      payload: {},
      triggers: [],
      disabled: false,
      created_at: '2026-01-05T12:00:00.000Z',
      created_by: expect.any(String),
    })
    expect(await get(`${webhooks}/told`)).toEqual(body)
    expect(await get(webhooks)).toEqual([body])
  })

  test('has an id made up for it, where none is given', async () => {
    const { add, get } = start()
    const { id } = (await add()).body
    expect(id).toMatch(/^[0-9a-f]{16}$/)
    expect(await get(`${webhooks}/${id}`)).toMatchObject({ id })
  })

  test('keeps headers, payload and triggers as they were written', async () => {
    const fields = {
      headers: { Authorization: 'Bearer s3cret', 'X-Env': '${env_id}' },
      payload: { text: '${event} of ${env_id}: ${status} $ {x} $5', more: [{ id: '${deploy_id}' }, 7, null, true] },
      triggers: [
        { scope: 'deployment', type: 'started' },
        { scope: 'deployment', type: 'finished' },
      ],
      disabled: true,
    }
    expect((await start().add(fields)).body).toMatchObject(fields)
  })

  test.each([
    'https://hooks.test:8443/a?b=c',
    'hooks.test/in',
    'hooks.test',
    'HTTPS://hooks.test',
    'http://localhost:9000/in',
    'http://127.0.0.1/',
    'http://[::1]:9000/',
  ])('may send to %s', async (target) => {
    expect(await start().add({ url: target })).toMatchObject({ status: 201, body: { url: target } })
  })

  test('is changed in what is given, and answers without its id', async () => {
    const { add, change, get } = start()
    const triggers = [{ scope: 'environment', type: 'created' }]
    const { body } = await add({ id: 'told', headers: { a: 'b' }, payload: { text: '${name}' }, triggers })
    expect(await change('told', { disabled: true, url: null })).toEqual({
      status: 200,
      headers: expect.anything(),
      body: { url, headers: { a: 'b' }, payload: { text: '${name}' }, triggers, disabled: true },
    })
    expect((await change('told', { id: 'told', payload: {}, disabled: null })).body).toMatchObject({ disabled: true })
    expect(await get(`${webhooks}/told`)).toEqual({ ...body, payload: {}, disabled: true })
  })

  test('that is deleted is gone', async () => {
    const { add, call, get } = start()
    await add({ id: 'told' })
    expect(await call('DELETE', `${webhooks}/told`)).toMatchObject({ status: 204, body: undefined })
    expect(await get(webhooks)).toEqual([])
    expect((await call('DELETE', `${webhooks}/told`)).status).toBe(404)
    expect((await add({ id: 'told' })).status).toBe(201)
  })

  test('goes with all others of its application, and leaves those of another alone', async () => {
    const { add, call, get } = start()
    const other = '/orgs/local-org/apps/other/webhooks'
    await add({ id: 'one' })
    await add({ id: 'two' })
    await call('POST', other, { id: 'three', url })
    expect(await call('DELETE', `${shop}/jobs`)).toMatchObject({ status: 204, body: undefined })
    expect(await get(webhooks)).toEqual([])
    expect(await get(other)).toMatchObject([{ id: 'three' }])
    expect((await call('DELETE', `${shop}/jobs`)).status).toBe(204)
  })

  test('goes with its application', async () => {
    const { add, call, get } = start()
    await add({ id: 'told' })
    await call('DELETE', shop)
    await call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Shop' })
    expect(await get(webhooks)).toEqual([])
    expect((await add({ id: 'told' })).status).toBe(201)
  })

  test('has an id that no other in the organization has', async () => {
    const { add, call } = start()
    await add({ id: 'told' })
    const again = await add({ id: 'told' })
    expect(again).toMatchObject({ status: 409, body: { message: expect.stringContaining("'told' exists already") } })
    expect((await call('POST', '/orgs/local-org/apps/other/webhooks', { id: 'told', url })).status).toBe(409)
  })
})

describe('what a webhook cannot be', () => {
  test.each([
    [{ url: undefined }, 'url is missing'],
    [{ url: null }, 'url is missing'],
    [{ url: '' }, 'url must be an https URL'],
    [{ url: 'https://' }, 'url must be an https URL'],
    [{ url: 'ftp://hooks.test' }, 'url must be an https URL'],
    [{ url: 'file:///etc/passwd' }, 'url must be an https URL'],
    [{ url: 'http://hooks.test/in' }, 'url must begin with https://'],
    [{ url: 'http://10.0.0.1/' }, 'url must begin with https://'],
    [{ url: 'http://169.254.169.254/latest' }, 'url must begin with https://'],
    [{ url: 'http://localhost.hooks.test/' }, 'url must begin with https://'],
    [{ url: 'https://me:word@hooks.test/' }, 'url must not hold a user or password'],
    [{ url: `https://hooks.test/${'a'.repeat(2000)}` }, 'url must have at most 2000 characters'],
    [{ headers: { 'X Y': 'a' } }, "headers: 'X Y' is not the name of a header"],
    [{ headers: { a: 'b\r\nc: d' } }, 'headers: a is not one line of text'],
    [{ headers: { a: 7 } }, 'headers: a is not one line of text'],
    [{ headers: { Host: 'inside' } }, 'headers: Host follows from the request'],
    [{ headers: { 'Transfer-Encoding': 'chunked' } }, 'headers: Transfer-Encoding follows from the request'],
    [{ headers: { A: '1', a: '2' } }, 'headers: a is there twice'],
    [{ headers: { 'Humanitec-Delivery-Id': '1' } }, 'is set by the orchestrator'],
    [{ headers: { a: 'x'.repeat(20_000) } }, 'headers must have at most 16384 characters'],
    [{ payload: { a: 'x'.repeat(20_000) } }, 'payload must have at most 16384 characters'],
    [{ payload: { a: ['${envid}'] } }, 'payload: ${envid} is no property of its triggers, which have event, '],
    [{ payload: { a: '${ env_id }' } }, 'payload: ${ env_id } is no property'],
    [{ headers: { a: '${}' } }, 'headers: ${} is no property'],
    [
      { payload: { a: '${deploy_id}' }, triggers: [{ scope: 'environment', type: 'created' }] },
      'payload: ${deploy_id} is no property',
    ],
    [{ triggers: [{ scope: 'deployment', type: 'ended' }] }, 'triggers[0] is none of the events environment/created, '],
    [{ triggers: [{ scope: 'deployment', type: 'started' }, {}] }, 'triggers[1] is none'],
    [{ id: '' }, 'id must have 1 to 100 characters'],
    [{ id: 'x'.repeat(101) }, 'id must have 1 to 100 characters'],
    [{ disabled: 'no' }, 'body/disabled'],
    [{ headers: [] }, 'body/headers must be object'],
    [{ payload: 'text' }, 'body/payload must be object'],
  ])('%j is refused', async (fields, message) => {
    const { add, get } = start()
    const { status, body } = await add(fields)
    expect(status).toBe(400)
    expect(body.message).toContain(message)
    expect(await get(webhooks)).toEqual([])
  })

  test.each([
    [{ url: 'http://hooks.test/' }, 'url must begin with https://'],
    [{ headers: { a: '\n' } }, 'headers: a is not one line of text'],
    [{ payload: { a: '${name}' } }, '${name} is no property of its triggers'],
    [{ triggers: [{ scope: 'environment', type: 'created' }] }, '${status} is no property of its triggers'],
    [{ id: 'other' }, "id is 'told' and cannot be changed"],
  ])('a change to %j is refused, and changes nothing', async (fields, message) => {
    const { add, change, get } = start()
    const triggers = [{ scope: 'deployment', type: 'finished' }]
    const { body: before } = await add({ id: 'told', triggers, headers: { s: '${status}' } })
    const { status, body } = await change('told', fields)
    expect(status).toBe(400)
    expect(body.message).toContain(message)
    expect(await get(`${webhooks}/told`)).toEqual(before)
  })
})

test('webhooks and applications that do not exist are not found', async () => {
  const { call, change } = start()
  expect((await call('GET', `${webhooks}/none`)).status).toBe(404)
  expect((await change('none', {})).status).toBe(404)
  for (const [method, path] of [
    ['GET', 'webhooks'],
    ['POST', 'webhooks'],
    ['DELETE', 'jobs'],
  ] as const) {
    const body = method === 'POST' ? { url } : undefined
    expect((await call(method, `/orgs/local-org/apps/none/${path}`, body)).status).toBe(404)
  }
})

test('only owners of the application and administrators see and change webhooks', async () => {
  const { add, call } = start()
  await add({ id: 'told', headers: { Authorization: 's3cret' } })
  const one = `${webhooks}/told`
  for (const token of ['pia', 'vera', 'otto']) {
    const answers = [
      await call('GET', webhooks, undefined, as(token)),
      await call('POST', webhooks, { url }, as(token)),
      await call('GET', one, undefined, as(token)),
      await call('PATCH', one, {}, as(token)),
      await call('DELETE', one, undefined, as(token)),
      await call('DELETE', `${shop}/jobs`, undefined, as(token)),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403])
    expect(JSON.stringify(answers)).not.toContain('s3cret')
  }
  expect((await call('GET', webhooks, undefined, { authorization: '' })).status).toBe(401)
})

test('the list of events says what each has', async () => {
  const { call, get } = start()
  const common = ['event', 'org_id', 'app_id', 'env_id', 'triggered_at', 'triggered_by']
  const environment = [...common, 'name', 'type']
  const deployment = [...common, 'deploy_id', 'delta_id', 'set_id', 'comment', 'status']
  expect(await get('/orgs/local-org/events')).toEqual([
    { scope: 'environment', type: 'created', properties: environment },
    { scope: 'environment', type: 'deleted', properties: environment },
    { scope: 'deployment', type: 'started', properties: deployment },
    { scope: 'deployment', type: 'finished', properties: deployment },
  ])
  expect((await call('GET', '/orgs/local-org/events', undefined, as('otto'))).status).toBe(200)
  expect((await call('GET', '/orgs/other-org/events')).status).toBe(403)
})
