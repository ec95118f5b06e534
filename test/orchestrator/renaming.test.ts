import { expect, test } from 'vitest'
import { aShop, as, shop } from './a-shop.ts'

const development = `${shop}/envs/development`
const type = '/orgs/local-org/env-types/development'

test('an application has the name it was given last, and keeps its id', async () => {
  const { call, get } = aShop()
  const { status, body } = await call('PATCH', shop, { name: 'Corner Shop' })
  expect(status).toBe(200)
  expect(body).toMatchObject({ id: 'shop', name: 'Corner Shop', envs: [{}, {}, {}] })
  expect(await get(shop)).toEqual(body)
  expect(await get('/orgs/local-org/apps')).toContainEqual(body)
})

test('an environment has the name it was given last, in its application too', async () => {
  const { call, get } = aShop()
  const { status, body } = await call('PATCH', development, { name: 'Playground' })
  expect(status).toBe(200)
  expect(body).toMatchObject({ id: 'development', name: 'Playground', type: 'development' })
  expect(await get(development)).toEqual(body)
  expect((await get(shop)).envs).toContainEqual({ id: 'development', name: 'Playground', type: 'development' })
})

test('an environment without a new name keeps the one it has', async () => {
  const { call, get } = aShop()
  const before = await get(development)
  expect(await call('PATCH', development, {})).toMatchObject({ status: 200, body: before })
})

test('an environment type is described, left alone, and no longer described', async () => {
  const { call, get } = aShop()
  expect(await call('PATCH', type, { description: 'For trying things' })).toMatchObject({
    status: 200,
    body: { id: 'development', description: 'For trying things' },
  })
  expect(await call('PATCH', type, {})).toMatchObject({ body: { description: 'For trying things' } })
  expect(await call('PATCH', type, { description: null })).toMatchObject({ status: 200, body: { description: '' } })
  expect(await get(type)).toEqual({ id: 'development', description: '' })
})

test.each([
  [shop, {}, "body must have required property 'name'"],
  [shop, { name: 7 }, 'body/name must be string'],
  [shop, { name: 'Shop', id: 'other' }, "must NOT have additional properties 'id'"],
  [shop, '', 'The request needs a JSON body'],
  [development, { name: 7 }, 'body/name must be string'],
  [type, { description: 7 }, 'body/description must be'],
  [type, '[', 'The body is not JSON'],
])('PATCH %s with %j is refused', async (path, body, message) => {
  const answer = await aShop().call('PATCH', path, body)
  expect(answer.status).toBe(400)
  expect(answer.body.message).toContain(message)
})

test.each([
  [401, shop, 'nobody'],
  [403, shop, 'vera'],
  [404, '/orgs/local-org/apps/nope', 'test-token'],
  [401, development, 'nobody'],
  [403, development, 'vera'],
  [404, `${shop}/envs/nowhere`, 'dora'],
  [401, type, 'nobody'],
  [403, type, 'dora'],
  [404, '/orgs/local-org/env-types/nope', 'test-token'],
])('answers %i to PATCH %s as %s', async (status, path, token) => {
  expect((await aShop().call('PATCH', path, { name: 'New' }, as(token))).status).toBe(status)
})
