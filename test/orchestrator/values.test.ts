import { describe, expect, test } from 'vitest'
import { as, shop } from './a-shop.ts'
import { at, aValueShop } from './value-shop.ts'

const instant = expect.stringMatching(/^\d{4}-.*Z$/)

const value = (key: string, text: string, source: 'app' | 'env', description = '') => ({
  key,
  value: text,
  description,
  is_secret: false,
  source,
  secret_store_id: null,
  secret_key: null,
  secret_version: null,
  created_at: instant,
  updated_at: instant,
})

test('a value of an application is every environment’s', async () => {
  const { call, get } = aValueShop()
  const { status, body } = await call('POST', `${shop}/values`, { key: 'HOST', value: 'a.test', description: 'Where' })
  expect(status).toBe(201)
  expect(body).toEqual(value('HOST', 'a.test', 'app', 'Where'))
  expect(await get(`${shop}/values`)).toEqual([body])
  expect(await get(`${shop}/envs/staging/values`)).toEqual([body])
})

test('an environment’s own value takes the place of the application’s, there alone', async () => {
  const { call, create, get } = aValueShop()
  await create('HOST', 'a.test')
  await create('PORT', '80')
  const { status, body } = await call('POST', `${shop}/envs/staging/values`, {
    key: 'HOST',
    value: 'staging.test',
    description: null,
  })
  expect(status).toBe(201)
  expect(body).toEqual(value('HOST', 'staging.test', 'env'))
  expect(await get(`${shop}/envs/staging/values`)).toEqual([body, value('PORT', '80', 'app')])
  expect(await get(`${shop}/envs/production/values`)).toEqual(await get(`${shop}/values`))
})

test('what the application no longer has is nowhere, whatever an environment says in its place', async () => {
  const { create, remove, values } = aValueShop()
  await create('HOST', 'a.test')
  await create('HOST', 'staging.test', 'staging')
  await remove('HOST')
  expect(await values('staging')).toEqual({})
  await create('HOST', 'b.test')
  expect(await values('staging')).toMatchObject({ HOST: { value: 'staging.test', source: 'env' } })
  await remove('HOST', 'staging')
  expect(await values('staging')).toMatchObject({ HOST: { value: 'b.test', source: 'app' } })
})

describe.each([
  ['an application', undefined],
  ['an environment', 'staging'],
])('in %s', (_, envId) => {
  const source = envId === undefined ? 'app' : 'env'
  const withHost = async () => {
    const made = aValueShop()
    await made.create('HOST', 'a.test')
    if (envId !== undefined) await made.create('HOST', 'a.test', envId)
    await made.after(1000)
    return made
  }
  const host = `${at(envId)}/values/HOST`

  test('PUT replaces value and description, and nothing else', async () => {
    const { call, values } = await withHost()
    const request = { value: 'b.test', description: 'Where', is_secret: true, key: 'OTHER' }
    const { status, body } = await call('PUT', host, request)
    expect(status).toBe(200)
    expect(body).toEqual(value('HOST', 'b.test', source, 'Where'))
    expect(body.updated_at > body.created_at).toBe(true)
    expect(await values(envId)).toEqual({ HOST: body })
    expect((await call('PUT', host, { value: '', description: null })).body).toMatchObject({
      value: '',
      description: '',
    })
  })

  test('PATCH replaces value or description', async () => {
    const { call, values } = await withHost()
    expect(await call('PATCH', host, { description: 'Where' })).toMatchObject({ status: 200 })
    const { body } = await call('PATCH', host, { value: 'b.test', description: null })
    expect(body).toEqual(value('HOST', 'b.test', source, 'Where'))
    expect(await values(envId)).toEqual({ HOST: body })
  })

  test('saying again what is so changes nothing', async () => {
    const { call, versions } = await withHost()
    const before = await versions(envId)
    const { body } = await call('PUT', host, { value: 'a.test', description: null })
    expect(body.updated_at).toBe(body.created_at)
    await call('PATCH', host, { value: 'a.test' })
    expect(await versions(envId)).toEqual(before)
  })

  test('DELETE takes one value, or all of them', async () => {
    const { call, create, get, versions } = await withHost()
    await create('PORT', '80')
    if (envId !== undefined) await create('PORT', '81', envId)
    const own = async () =>
      ((await get(`${at(envId)}/values`)) as { source: string; key: string }[])
        .filter((each) => each.source === source)
        .map((each) => each.key)
    expect(await own()).toEqual(['HOST', 'PORT'])
    expect(await call('DELETE', host)).toMatchObject({ status: 204, body: undefined })
    expect(await own()).toEqual(['PORT'])
    expect(await call('DELETE', `${at(envId)}/values`)).toMatchObject({ status: 204, body: undefined })
    expect(await own()).toEqual([])
    const before = await versions(envId)
    expect(await call('DELETE', `${at(envId)}/values`)).toMatchObject({ status: 204 })
    expect(await versions(envId)).toEqual(before)
  })

  test('what exists already is refused with 409', async () => {
    const { call } = await withHost()
    const answer = await call('POST', `${at(envId)}/values`, { key: 'HOST', value: '', description: null })
    expect(answer).toMatchObject({ status: 409 })
    expect(answer.body.message).toContain("Value 'HOST' exists already")
  })

  test.each(['PUT', 'PATCH', 'DELETE'])('%s of what does not exist is refused with 404', async (method) => {
    const { call, create } = await withHost()
    if (envId !== undefined) await create('PORT', '80')
    const body = method === 'DELETE' ? undefined : { value: '', description: '' }
    const answer = await call(method, `${at(envId)}/values/PORT`, body)
    expect(answer).toMatchObject({ status: 404 })
    expect(answer.body.message).toContain("Value 'PORT' does not exist")
  })

  test.each([
    ['POST', '', { value: 'x', description: null }, 'key'],
    ['POST', '', { key: 'a/b', value: 'x', description: null }, 'key'],
    ['POST', '', { key: '', value: 'x', description: null }, 'key'],
    ['POST', '', { key: '..', value: 'x', description: null }, "key cannot be '..'"],
    ['POST', '', { key: 'K', value: 'x' }, 'description'],
    ['POST', '', { key: 'K', value: 7, description: null }, 'value'],
    ['POST', '', { key: 'HOME', description: null }, 'value is missing'],
    ['POST', '', { key: 'HOME', value: null, description: null }, 'value is missing'],
    ['POST', '', undefined, 'needs a JSON body'],
    ['PUT', '/HOST', { value: 'x' }, 'description'],
    ['PUT', '/HOST', { description: 'x' }, 'value is missing'],
    ['PUT', '/HOST', { description: 'x', value: null }, 'value is missing'],
    ['PATCH', '/HOST', {}, 'Give value or description'],
    ['PATCH', '/HOST', { value: null, description: null }, 'Give value or description'],
    ['PATCH', '/HOST', { value: ['x'] }, 'value'],
  ])('%s%s of %j is refused with 400', async (method, path, body, message) => {
    const { call, create, versions } = await withHost()
    if (envId !== undefined) await create('HOME', '/')
    const before = await versions(envId)
    const answer = await call(method, `${at(envId)}/values${path}`, body)
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.body.message).toContain(message)
    expect(await versions(envId)).toEqual(before)
  })

  test.each(['__proto__', 'constructor', 'toString', 'a.b-c_D', '...', '0'])(
    '%s is a key like any other',
    async (key) => {
      const { create, patch, values, versions, remove } = await withHost()
      await create(key, 'one')
      if (envId !== undefined) await create(key, 'one', envId)
      await patch(key, 'two', envId)
      const found = (map: object = {}) => Object.entries(map).find(([each]) => each === key)
      expect(found(await values(envId))).toMatchObject([key, { value: 'two' }])
      const [version] = await versions(envId)
      expect(found(version?.values)).toMatchObject([key, { value: 'two' }])
      await remove(key, envId)
      const [last] = await versions(envId)
      expect(last?.change).toMatchObject([{ op: envId === undefined ? 'remove' : 'replace', path: `/${key}` }])
    },
  )

  const nowhere = [at(envId).replace('shop', 'none'), ...(envId === undefined ? [] : [at('none')])]
  const operations = [
    ['GET', '/values', undefined],
    ['POST', '/values', { key: 'PORT', value: 'x', description: null }],
    ['DELETE', '/values', undefined],
    ['PUT', '/values/HOST', { value: 'x', description: null }],
    ['PATCH', '/values/HOST', { value: 'x' }],
    ['DELETE', '/values/HOST', undefined],
  ] as const

  test.each(operations)('%s %s asks for the roles and for what there is', async (method, path, body) => {
    const { call, create, versions } = await withHost()
    if (envId !== undefined) await create('PORT', '80')
    const before = await versions(envId)
    const status = async (where: string, token: string) =>
      (await call(method, `${where}${path}`, body, as(token))).status
    const isRead = method === 'GET'
    expect(await status(at(envId), 'nobody')).toBe(401)
    expect(await status(at(envId), 'otto')).toBe(403)
    expect(await status(at(envId), 'vera')).toBe(isRead ? 200 : 403)
    for (const where of nowhere) expect(await status(where, 'test-token')).toBe(404)
    expect(await versions(envId)).toEqual(before)
    expect(await status(at(envId), 'dora')).toBeLessThan(300)
  })
})

test('who may change the application may change the values of an environment without a role to deploy there', async () => {
  const { create, call } = aValueShop()
  await create('HOST', 'a.test')
  const request = { key: 'HOST', value: 'b.test', description: null }
  expect(await call('POST', `${shop}/envs/production/values`, request, as('dora'))).toMatchObject({ status: 201 })
})

test('an environment cannot have what its application lacks', async () => {
  const { call } = aValueShop()
  const answer = await call('POST', `${shop}/envs/staging/values`, { key: 'HOST', value: 'x', description: null })
  expect(answer).toMatchObject({ status: 400 })
  expect(answer.body.message).toContain("Application 'local-org/shop' has no value 'HOST' to override")
})

test('an environment forgets its values when it is deleted, and a new one has none of its own', async () => {
  const { call, create, values, versions } = aValueShop()
  await create('HOST', 'a.test')
  await create('HOST', 'staging.test', 'staging')
  await create('HOST', 'production.test', 'production')
  const before = await versions('production')
  await call('DELETE', `${shop}/envs/staging`)
  await call('POST', `${shop}/envs`, { id: 'staging', name: 'Staging', type: 'development' })
  expect(await values('staging')).toEqual(await values())
  expect(await versions('staging')).toEqual(await versions())
  expect(await versions('production')).toEqual(before)
})

test('an application forgets its values when it is deleted', async () => {
  const { call, create, get, values } = aValueShop()
  await create('HOST', 'a.test')
  await create('HOST', 'staging.test', 'staging')
  await call('POST', '/orgs/local-org/apps/other/values', { key: 'HOST', value: 'other.test', description: null })
  await call('DELETE', shop)
  await call('POST', '/orgs/local-org/apps', {
    id: 'shop',
    name: 'Shop',
    env: { id: 'staging', name: 'S', type: 'development' },
  })
  expect(await values()).toEqual({})
  await create('HOST', 'b.test')
  expect(await values('staging')).toMatchObject({ HOST: { value: 'b.test', source: 'app' } })
  expect(await get('/orgs/local-org/apps/other/values')).toMatchObject([{ value: 'other.test' }])
})
