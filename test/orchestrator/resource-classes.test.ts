import { expect, test } from 'vitest'
import { aShop, as } from './a-shop.ts'

const classes = '/orgs/local-org/resources/classes'
const ofType = (type: string) => `/orgs/local-org/resources/types/${encodeURIComponent(type)}/classes`
const small = { id: 'xs', description: 'For trying things out.' }

test('a built-in type takes classes, which have their time and their maker', async () => {
  const { call, get } = aShop()
  const made = await call('POST', ofType('postgres'), small)
  expect(made).toMatchObject({ status: 200 })
  const { id } = await get('/current-user')
  expect(made.body).toEqual({
    ...small,
    resource_type: 'postgres',
    created_by: id,
    created_at: expect.stringMatching(/^\d{4}-.*Z$/),
  })
  expect(await get(`${ofType('postgres')}/xs`, as('vera'))).toEqual(made.body)
  expect(await get(classes, as('vera'))).toEqual([made.body])
})

test('classes of different types, custom ones too, may have the same id', async () => {
  const { call, get } = aShop()
  await call('POST', '/orgs/local-org/resources/types', { type: 'local-org/ftp-server', use: 'direct' })
  for (const type of ['postgres', 'mysql', 'local-org/ftp-server']) {
    expect(await call('POST', ofType(type), small)).toMatchObject({ status: 200 })
  }
  expect((await get(classes)).map((each: { resource_type: string }) => each.resource_type)).toEqual([
    'postgres',
    'mysql',
    'local-org/ftp-server',
  ])
  expect(await call('DELETE', `${ofType('local-org/ftp-server')}/xs`)).toMatchObject({ status: 204 })
  expect(await get(classes)).toHaveLength(2)
})

test('a class is described anew, and deleted once', async () => {
  const { call, get } = aShop()
  const { body } = await call('POST', ofType('postgres'), small)
  const path = `${ofType('postgres')}/xs`
  expect((await call('PATCH', path, { description: '' })).body).toEqual({ ...body, description: '' })
  expect(await get(path)).toMatchObject({ description: '' })
  expect(await call('DELETE', path)).toMatchObject({ status: 204 })
  expect(await call('DELETE', path)).toMatchObject({ status: 404 })
  expect(await call('GET', path)).toMatchObject({ status: 404 })
  expect(await call('PATCH', path, { description: '' })).toMatchObject({ status: 404 })
})

test.each([
  ['an id of one character', { ...small, id: 'x' }, 400],
  ['an id with capitals', { ...small, id: 'Small' }, 400],
  ['an id that ends in a hyphen', { ...small, id: 'small-' }, 400],
  ['an id that is too long', { ...small, id: 'x'.repeat(64) }, 400],
  ['no description', { id: 'small' }, 400],
  ['a description that is too long', { ...small, description: 'x'.repeat(1025) }, 400],
  ['the name that every resource has without a class', { ...small, id: 'default' }, 409],
])('a class with %s is refused', async (_, request, status) => {
  const { call, get } = aShop()
  expect(await call('POST', ofType('postgres'), request)).toMatchObject({ status })
  expect(await get(classes)).toEqual([])
})

test('a class needs a type, exists once in it, and is the business of administrators', async () => {
  const { call } = aShop()
  await call('POST', ofType('postgres'), small)
  const path = `${ofType('postgres')}/xs`
  expect(await call('POST', ofType('postgres'), small)).toMatchObject({
    status: 409,
    body: { message: "Resource class 'xs' exists already in resource type 'postgres'." },
  })
  expect(await call('POST', ofType('moon-rock'), small)).toMatchObject({ status: 404 })
  expect(await call('POST', ofType('mysql'), small, as('pia'))).toMatchObject({ status: 403 })
  expect(await call('PATCH', path, { description: '' }, as('pia'))).toMatchObject({ status: 403 })
  expect(await call('PATCH', path, { description: 'x'.repeat(1025) })).toMatchObject({
    status: 400,
    body: { message: 'body/description must NOT have more than 1024 characters' },
  })
  expect(await call('DELETE', path, undefined, as('pia'))).toMatchObject({ status: 403 })
  expect(await call('GET', path, undefined, as('nobody'))).toMatchObject({ status: 401 })
})
