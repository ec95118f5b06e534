import { expect, test } from 'vitest'
import { aShop, as, seconds } from './a-shop.ts'

const stores = '/orgs/local-org/secretstores'

const vault = { url: 'https://vault.test', path: 'kv', agent_id: 'my-agent', auth: { role: 'ci', token: 'hush-token' } }

const aStore = (id: string, more: object = {}) => ({ id, primary: false, vault, ...more })

/** The id of the one store that is the primary. */
const primaryOf = async (get: (path: string) => Promise<{ id: string; primary: boolean }[]>) =>
  (await get(stores)).filter(({ primary }) => primary).map(({ id }) => id)

test('every organization has the built-in store, which is its primary', async () => {
  const { get } = aShop()
  expect(await get(stores)).toEqual([await get(`${stores}/humanitec`)])
  expect(await get(`${stores}/humanitec`)).toMatchObject({ id: 'humanitec', primary: true, humanitec: {} })
})

test('a store is created, read and listed without its credentials', async () => {
  const { call, get } = aShop()
  const { status, body } = await call('POST', stores, aStore('safe'))
  expect(status).toBe(201)
  expect(body).toEqual({
    id: 'safe',
    primary: false,
    vault: { url: 'https://vault.test', path: 'kv', agent_id: 'my-agent' },
    created_at: '2026-01-05T12:00:00.000Z',
    created_by: 'local-administrator',
    updated_at: '2026-01-05T12:00:00.000Z',
    updated_by: 'local-administrator',
  })
  expect(await get(`${stores}/safe`)).toEqual(body)
  expect((await get(stores))[1]).toEqual(body)
})

test.each([
  ['awssm', { region: 'eu-west-1', endpoint: 'https://aws.test' }],
  ['azurekv', { url: 'https://azure.test', tenant_id: 't1' }],
  ['gcpsm', { project_id: 'p1' }],
  ['vault', { url: 'https://vault.test' }],
])('%s says where it is, and keeps every other field to itself', async (kind, shown) => {
  const { call, get } = aShop()
  const secrets = { auth: { token: 'hush' }, token: 'hush', secret_access_key: 'hush' }
  await call('POST', stores, { id: 'safe', primary: true, [kind]: { ...shown, ...secrets } })
  await call('PATCH', `${stores}/safe`, { [kind]: secrets })
  const store = await get(`${stores}/safe`)
  expect(store[kind]).toEqual(shown)
  expect(JSON.stringify(store)).not.toContain('hush')
})

test.each([
  ['none', { id: 'safe', primary: false }, 'has none'],
  ['two', aStore('safe', { awssm: { region: 'x' } }), 'has awssm and vault'],
  ['the built-in one', { id: 'safe', primary: false, humanitec: {} }, 'has none'],
  ['another type', { id: 'safe', primary: false, vault: 'https://vault.test' }, 'body/vault must be object'],
  ['no id', { primary: false, vault }, "'id'"],
  ['an id that is none', aStore('Not Safe'), 'body/id'],
  ['nothing said of the primary', { id: 'safe', vault }, "'primary'"],
])('creating is refused with 400 for %s', async (_, body, reason) => {
  const { call, get } = aShop()
  const answer = await call('POST', stores, body)
  expect(answer.status).toBe(400)
  expect(answer.body.message).toContain(reason)
  expect(await get(stores)).toHaveLength(1)
})

test.each(['safe', 'humanitec'])('an id that is taken, as %s, is refused with 409', async (id) => {
  const { call, get } = aShop()
  await call('POST', stores, aStore('safe'))
  expect(await call('POST', stores, aStore(id, { primary: true }))).toMatchObject({ status: 409 })
  expect(await primaryOf(get)).toEqual(['humanitec'])
})

test('one store is the primary: the last that was made so', async () => {
  const { call, get } = aShop()
  await call('POST', stores, aStore('first', { primary: true }))
  expect(await primaryOf(get)).toEqual(['first'])
  await call('POST', stores, aStore('second'))
  expect(await primaryOf(get)).toEqual(['first'])
  expect((await call('PATCH', `${stores}/second`, { primary: true })).body).toMatchObject({ primary: true })
  expect(await primaryOf(get)).toEqual(['second'])
  expect(await call('PATCH', `${stores}/second`, { vault: { path: 'other' } })).toMatchObject({ status: 200 })
  expect(await primaryOf(get)).toEqual(['second'])
  expect((await call('PATCH', `${stores}/humanitec`, { primary: true })).body).toMatchObject({ primary: true })
  expect(await primaryOf(get)).toEqual(['humanitec'])
})

test('a change leaves what it does not name', async () => {
  const { call, get, after } = aShop()
  await call('POST', stores, aStore('safe'))
  await after(seconds(5))
  const { status, body } = await call('PATCH', `${stores}/safe`, { primary: null, vault: { path: 'other' } })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    primary: false,
    vault: { url: 'https://vault.test', path: 'other', agent_id: 'my-agent' },
    created_at: '2026-01-05T12:00:00.000Z',
    updated_at: '2026-01-05T12:00:05.000Z',
  })
  expect(await get(`${stores}/safe`)).toEqual(body)
  expect(await call('PATCH', `${stores}/safe`, { primary: false })).toMatchObject({
    status: 200,
    body: { primary: false },
  })
})

test.each([
  ['safe', { awssm: { region: 'x' } }, "awssm does not fit: what kind of store 'safe' is"],
  ['humanitec', { vault }, 'vault does not fit'],
  ['humanitec', { primary: false }, 'make another secret store the primary'],
  ['safe', { primary: 'yes' }, 'body/primary'],
])('a change of %s to %j is refused with 400', async (id, change, reason) => {
  const { call, get } = aShop()
  await call('POST', stores, aStore('safe'))
  const before = await get(stores)
  const answer = await call('PATCH', `${stores}/${id}`, change)
  expect(answer.status).toBe(400)
  expect(answer.body.message).toContain(reason)
  expect(await get(stores)).toEqual(before)
})

test('a store can be deleted, but neither the built-in one nor the primary', async () => {
  const { call, get } = aShop()
  await call('POST', stores, aStore('safe', { primary: true }))
  expect(await call('DELETE', `${stores}/humanitec`)).toMatchObject({ status: 403 })
  const refused = await call('DELETE', `${stores}/safe`)
  expect(refused.status).toBe(403)
  expect(refused.body.message).toContain('make another one the primary')
  await call('PATCH', `${stores}/humanitec`, { primary: true })
  expect(await call('DELETE', `${stores}/safe`)).toMatchObject({ status: 204 })
  expect(await get(stores)).toHaveLength(1)
})

test.each(['GET', 'PATCH', 'DELETE'])('%s of a store that there is not is 404', async (method) => {
  const { call } = aShop()
  const body = method === 'PATCH' ? {} : undefined
  const answer = await call(method, `${stores}/moon`, body)
  expect(answer.status).toBe(404)
  expect(answer.body.message).toBe("Secret store 'moon' does not exist in organization 'local-org'.")
})

const seed = `
organizations:
  - id: local-org
    users:
      - { id: mia, name: Mia, token: mia, role: manager }
`

test('members look, administrators change, nobody else does either', async () => {
  const { call } = aShop({ seed })
  expect(await call('GET', stores, undefined, as('mia'))).toMatchObject({ status: 200 })
  expect(await call('GET', `${stores}/humanitec`, undefined, as('mia'))).toMatchObject({ status: 200 })
  expect(await call('POST', stores, aStore('safe'), as('mia'))).toMatchObject({ status: 403 })
  expect(await call('PATCH', `${stores}/humanitec`, {}, as('mia'))).toMatchObject({ status: 403 })
  expect(await call('DELETE', `${stores}/humanitec`, undefined, as('mia'))).toMatchObject({ status: 403 })
  expect(await call('GET', stores, undefined, { authorization: '' })).toMatchObject({ status: 401 })
  expect(await call('GET', '/orgs/another-org/secretstores')).toMatchObject({ status: 403 })
})
