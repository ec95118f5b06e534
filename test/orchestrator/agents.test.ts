import { expect, test } from 'vitest'
import { aShop, as, seconds } from './a-shop.ts'
import { anRsaKey, badKeys } from './public-keys.ts'

const agents = '/orgs/local-org/agents'

const seed = `
organizations:
  - id: local-org
    users:
      - { id: mia, name: Mia, token: mia, role: manager }
  - id: second-org
`

/** An organization with the agent `first`, whose key is `a`. */
const withAgent = async () => {
  const shop = aShop({ seed })
  const { body: agent } = await shop.call('POST', agents, { id: 'first', public_key: anRsaKey('a') })
  const [key] = await shop.get(`${agents}/first/keys`)
  return {
    ...shop,
    agent,
    key,
    create: (id: string, letter: string) => shop.call('POST', agents, { id, public_key: anRsaKey(letter) }),
    addKey: (id: string, letter: string) => shop.call('POST', `${agents}/${id}/keys`, { public_key: anRsaKey(letter) }),
    ids: async (query = '') => ((await shop.get(`${agents}${query}`)) as { id: string }[]).map(({ id }) => id),
  }
}

test('an agent is registered with its first key', async () => {
  const { agent, key, get, call } = await withAgent()
  const made = { created_at: '2026-01-05T12:00:00.000Z', created_by: 'local-administrator' }
  expect(agent).toEqual({ id: 'first', description: '', ...made })
  expect(key).toEqual({
    fingerprint: key.fingerprint,
    public_key: anRsaKey('a'),
    ...made,
    expired_at: '2028-01-05T12:00:00.000Z',
    is_authorized: true,
  })
  const described = { id: 'second', public_key: anRsaKey('b'), description: 'In the cellar' }
  expect(await call('POST', agents, described)).toMatchObject({ status: 200, body: { description: 'In the cellar' } })
  expect(await get(agents)).toMatchObject([agent, { id: 'second' }])
})

test.each([
  ['no id', { public_key: anRsaKey('b') }, "'id'"],
  ['an id that no URL would have', { id: 'Agent 1', public_key: anRsaKey('b') }, 'body/id'],
  ['no key', { id: 'second' }, "'public_key'"],
  ['a description that is no text', { id: 'second', public_key: anRsaKey('b'), description: 1 }, 'body/description'],
])('registering is refused with 400 for %s', async (_, body, reason) => {
  const { call, ids } = await withAgent()
  const answer = await call('POST', agents, body)
  expect(answer.status).toBe(400)
  expect(answer.body.message).toContain(reason)
  expect(await ids()).toEqual(['first'])
})

test.each(badKeys)('%s is no key for an agent', async (_, public_key, reason) => {
  const { call, ids, get } = await withAgent()
  const first = await call('POST', agents, { id: 'second', public_key })
  expect(first.status).toBe(400)
  expect(first.body.message).toMatch(/^public_key (must|has|holds)/)
  expect(first.body.message).toContain(reason)
  expect(await call('POST', `${agents}/first/keys`, { public_key })).toMatchObject({ status: 400 })
  expect(await ids()).toEqual(['first'])
  expect(await get(`${agents}/first/keys`)).toHaveLength(1)
})

test('an id is taken once, and a key is that of one agent', async () => {
  const { create, addKey, ids, call } = await withAgent()
  expect((await create('first', 'b')).body.message).toContain("Agent 'first' exists already")
  const stolen = await create('second', 'a')
  expect(stolen.status).toBe(409)
  expect(stolen.body.message).toContain("is a key of agent 'first' already")
  expect(await ids()).toEqual(['first'])
  await create('second', 'b')
  expect(await addKey('second', 'a')).toMatchObject({
    status: 409,
    body: { message: "public_key is a key of agent 'first' already: every agent has its own." },
  })
  expect(await addKey('first', 'a')).toMatchObject({
    status: 409,
    body: { message: "public_key is a key of agent 'first' already: every agent has its own." },
  })
  const elsewhere = { id: 'first', public_key: anRsaKey('a') }
  expect(await call('POST', '/orgs/second-org/agents', elsewhere)).toMatchObject({ status: 200 })
})

test('an agent is found by any of its keys', async () => {
  const { create, addKey, key, ids } = await withAgent()
  await create('second', 'b')
  const { status, body } = await addKey('second', 'c')
  expect(status).toBe(200)
  expect(await ids(`?fingerprint=${body.fingerprint}`)).toEqual(['second'])
  expect(await ids(`?fingerprint=${key.fingerprint}`)).toEqual(['first'])
  expect(await ids('?fingerprint=moon')).toEqual([])
  expect(await ids()).toEqual(['first', 'second'])
})

test('the description of an agent can be changed, also to none', async () => {
  const { call, get, agent, after } = await withAgent()
  await after(seconds(1))
  const changed = await call('PATCH', `${agents}/first`, { description: 'In the attic' })
  expect(changed).toMatchObject({ status: 200, body: { ...agent, description: 'In the attic' } })
  expect(await get(agents)).toEqual([changed.body])
  expect((await call('PATCH', `${agents}/first`, { description: '' })).body).toEqual(agent)
  expect(await call('PATCH', `${agents}/first`, {})).toMatchObject({
    status: 400,
    body: { message: "body must have required property 'description'" },
  })
  expect(await get(agents)).toEqual([agent])
})

test('the keys of an agent can be replaced one by one', async () => {
  const { addKey, call, key, get, create } = await withAgent()
  await create('second', 'c')
  const { body: next } = await addKey('first', 'b')
  expect(await call('DELETE', `${agents}/second/keys/${key.fingerprint}`)).toMatchObject({ status: 404 })
  expect(await call('DELETE', `${agents}/first/keys/${key.fingerprint}`)).toMatchObject({ status: 204 })
  expect(await get(`${agents}/first/keys`)).toEqual([next])
  expect(await addKey('second', 'a')).toMatchObject({ status: 200 })
})

test('an agent is deleted with its keys, and with nobody else’s', async () => {
  const { create, addKey, call, ids, get } = await withAgent()
  await create('second', 'b')
  await addKey('first', 'c')
  expect(await call('DELETE', `${agents}/first`)).toMatchObject({ status: 204 })
  expect(await ids()).toEqual(['second'])
  expect(await get(`${agents}/second/keys`)).toHaveLength(1)
  await create('first', 'a')
  expect(await get(`${agents}/first/keys`)).toHaveLength(1)
})

const body = { description: 'x', public_key: anRsaKey('b') }
const changes: [method: string, path: string, body: object | undefined][] = [
  ['PATCH', '/first', body],
  ['DELETE', '/first', undefined],
  ['POST', '/first/keys', body],
  ['DELETE', '/first/keys/moon', undefined],
]

test.each([...changes, ['GET', '/first/keys', undefined] as const])(
  '%s %s of an agent that there is not is 404',
  async (method, path, sent) => {
    const { call } = await withAgent()
    const answer = await call(method, `${agents}${path.replace('first', 'moon')}`, sent)
    expect(answer.status).toBe(404)
    expect(answer.body.message).toBe("Agent 'moon' does not exist in organization 'local-org'.")
  },
)

test.each([...changes, ['POST', '', { id: 'second', ...body }] as const])(
  '%s %s is for administrators',
  async (method, path, sent) => {
    const { call, ids } = await withAgent()
    expect(await call(method, `${agents}${path}`, sent, as('mia'))).toMatchObject({ status: 403 })
    expect(await call(method, `${agents}${path}`, sent, { authorization: '' })).toMatchObject({ status: 401 })
    expect(await ids()).toEqual(['first'])
  },
)

test.each(['', '/first/keys'])('members look at agents%s', async (path) => {
  const { call } = await withAgent()
  expect(await call('GET', `${agents}${path}`, undefined, as('mia'))).toMatchObject({ status: 200 })
})
