import { expect, test } from 'vitest'
import { aShop, as, minutes } from './a-shop.ts'

const registries = '/orgs/local-org/registries'

const seed = `
organizations:
  - id: local-org
    users:
      - { id: mia, name: Mia, token: mia, role: member }
      - { id: ci, name: CI, token: ci, role: artefactContributor, type: service }
  - id: second-org
`

const creds = { username: 'robot', password: 'hush-password' }
const secrets = { '*': { namespace: 'dev', secret: 'regcred' } }

const basic = (id: string, more: object = {}) => ({ id, registry: `${id}.test/acme`, type: 'basic', creds, ...more })

/** An organization with the registry `mine`, of the type `basic`. */
const withRegistry = async (more: object = {}) => {
  const shop = aShop({ seed })
  const { status, body: mine } = await shop.call('POST', registries, basic('mine', more))
  if (status !== 201) throw new Error(JSON.stringify(mine))
  return {
    ...shop,
    mine,
    create: (body: object) => shop.call('POST', registries, body),
    change: (id: string, body: object) => shop.call('PATCH', `${registries}/${id}`, body),
    credsOf: (id: string, token?: string) =>
      shop.call('GET', `${registries}/${id}/creds`, undefined, token === undefined ? {} : as(token)),
  }
}

test('a registry is added, read and listed without its credentials, after the built-in one', async () => {
  const { mine, get } = await withRegistry({ secrets })
  expect(mine).toEqual({
    id: 'mine',
    registry: 'mine.test/acme',
    type: 'basic',
    enable_ci: false,
    secrets,
    created_at: '2026-01-05T12:00:00.000Z',
    created_by: 'local-administrator',
  })
  expect(await get(`${registries}/mine`)).toEqual(mine)
  const all = await get(registries)
  expect(all).toMatchObject([{ id: 'humanitec', registry: 'registry.humanitec.io', type: 'basic' }, mine])
  expect(JSON.stringify(all)).not.toContain('hush')
})

test.each([
  ['an id that is too short', { id: 'x' }, 'body/id'],
  ['a type that is none', { type: 'moon' }, 'public, basic, google_gcr, amazon_ecr, secret_ref'],
  ['an id of 51 characters', { id: 'r'.repeat(51) }, 'body/id must NOT have more than 50 characters'],
  ['no registry', { registry: undefined }, "'registry'"],
  ['an empty registry', { registry: '' }, 'registry must be a domain'],
  ['a URL', { registry: 'https://robot:hush@ghcr.io' }, "no 'https://'"],
  ['a slash at the end', { registry: 'ghcr.io/' }, 'registry must be a domain'],
  [
    'no credentials',
    { creds: undefined },
    "creds must have a username and a password that are not empty when type is 'basic'",
  ],
  ['no credentials for a cloud', { type: 'amazon_ecr', creds: undefined }, "when type is 'amazon_ecr'"],
  ['an empty password', { creds: { username: 'robot', password: '' } }, 'creds must have'],
  ['no password', { creds: { username: 'robot' } }, "body/creds must have required property 'password'"],
  [
    'no secrets',
    { type: 'secret_ref', secrets: {} },
    "secrets must name a secret for at least one cluster, or for '*'",
  ],
  ['a secret without a name', { type: 'secret_ref', secrets: { '*': { namespace: 'dev' } } }, "'secret'"],
])('adding is refused with 400 for %s, in the words of `error`', async (_, change, reason) => {
  const { create, get } = await withRegistry()
  const { status, body } = await create(basic('next', change))
  expect(status).toBe(400)
  expect(Object.keys(body)).toEqual(['error'])
  expect(body.error).toContain(reason)
  expect(body.error).not.toContain('hush')
  expect(await get(registries)).toHaveLength(2)
})

test.each([
  ['an id', basic('mine', { registry: 'other.test' }), "Registry 'mine' exists already in organization 'local-org'."],
  [
    'the id of the built-in one',
    basic('humanitec'),
    "Registry 'humanitec' exists already in organization 'local-org'.",
  ],
  ['a name', basic('next', { registry: 'Mine.test/acme' }), "Registry 'mine' stands for 'Mine.test/acme' already."],
  [
    'the name of the built-in one',
    basic('next', { registry: 'registry.humanitec.io' }),
    "Registry 'humanitec' stands for 'registry.humanitec.io' already.",
  ],
])('%s that is taken is refused with 409', async (_, body, error) => {
  const { create } = await withRegistry()
  expect(await create(body)).toMatchObject({ status: 409, body: { error } })
})

test('a part of a registry is another registry, and so is the same one elsewhere', async () => {
  const { create, call } = await withRegistry()
  expect(await create(basic('whole', { registry: 'mine.test' }))).toMatchObject({ status: 201 })
  expect(await create(basic('port', { registry: 'mine.test:5000/acme' }))).toMatchObject({ status: 201 })
  expect(await call('POST', '/orgs/second-org/registries', basic('mine'))).toMatchObject({ status: 201 })
})

test('a change leaves what is optional and not given', async () => {
  const { change, credsOf, get, mine } = await withRegistry({ secrets })
  const { status, body } = await change('mine', { id: 'mine', registry: 'new.test', type: 'basic', enable_ci: true })
  expect(status).toBe(200)
  expect(body).toEqual({ ...mine, registry: 'new.test', enable_ci: true })
  expect(await get(`${registries}/mine`)).toEqual(body)
  expect((await credsOf('mine')).body).toEqual({ registry: 'new.test', ...creds, secrets })
  await change('mine', basic('mine', { creds: { username: 'robot', password: 'other' }, secrets: {} }))
  expect((await credsOf('mine')).body).toMatchObject({ password: 'other', secrets: {} })
})

test('another way to log in needs other credentials', async () => {
  const { change, credsOf } = await withRegistry()
  const cloud = { id: 'mine', registry: 'mine.test', type: 'google_gcr' }
  expect(await change('mine', cloud)).toMatchObject({
    status: 400,
    body: { error: "creds must have a username and a password that are not empty when type is 'google_gcr'." },
  })
  expect(await change('mine', { ...cloud, type: 'public' })).toMatchObject({ status: 200 })
  expect((await credsOf('mine')).body).toEqual({ registry: 'mine.test' })
  expect(await change('mine', { ...cloud, type: 'basic' })).toMatchObject({
    status: 400,
    body: { error: "creds must have a username and a password that are not empty when type is 'basic'." },
  })
})

test.each([
  ['another id', basic('next'), 400, "id must be 'mine', as in the path: the id of a registry stays."],
  ['the name of another', basic('mine', { registry: 'next.test/acme' }), 409, "Registry 'next' stands for"],
  ['a URL', basic('mine', { registry: 'https://mine.test' }), 400, 'registry must be a domain'],
  ['no type', { id: 'mine', registry: 'mine.test' }, 400, "'type'"],
])('a change to %s is refused', async (_, body, status, reason) => {
  const { create, change, get, mine } = await withRegistry()
  await create(basic('next'))
  const answer = await change('mine', body)
  expect(answer.status).toBe(status)
  expect(answer.body.error).toContain(reason)
  expect(await get(`${registries}/mine`)).toEqual(mine)
})

test('a registry that is deleted is gone with its credentials', async () => {
  const { call, credsOf, create } = await withRegistry()
  expect(await call('DELETE', `${registries}/mine`)).toMatchObject({ status: 204 })
  expect(await credsOf('mine')).toMatchObject({ status: 404 })
  expect(await create(basic('mine'))).toMatchObject({ status: 201 })
})

test('the built-in registry cannot be changed or deleted', async () => {
  const { change, call } = await withRegistry()
  expect(await change('humanitec', basic('humanitec'))).toMatchObject({
    status: 403,
    body: { error: "Registry 'humanitec' is built in and cannot be changed." },
  })
  expect(await call('DELETE', `${registries}/humanitec`)).toMatchObject({
    status: 403,
    body: { error: "Registry 'humanitec' is built in and cannot be deleted." },
  })
})

const requests = [
  ['GET', '', undefined],
  ['PATCH', '', basic('moon')],
  ['DELETE', '', undefined],
  ['GET', '/creds', undefined],
] as const

test.each(requests)('%s %s of a registry that there is not is 404, and of no id is 400', async (method, path, body) => {
  const { call } = await withRegistry()
  expect(await call(method, `${registries}/moon${path}`, body)).toEqual({
    status: 404,
    headers: expect.anything(),
    body: { error: "Registry 'moon' does not exist in organization 'local-org'." },
  })
  const wrong = await call(method, `${registries}/-${path}`, body)
  expect(wrong.status).toBe(400)
  expect(wrong.body.error).toContain("path parameter 'regId'")
})

test('what it takes to log in is told as the registry was given it', async () => {
  const { create, credsOf } = await withRegistry({ creds: { ...creds, expires: '2027-01-01T00:00:00Z' } })
  expect((await credsOf('mine')).body).toEqual({
    registry: 'mine.test/acme',
    ...creds,
    expires: '2027-01-01T00:00:00Z',
  })
  await create({ id: 'open', registry: 'open.test', type: 'public' })
  expect((await credsOf('open')).body).toEqual({ registry: 'open.test' })
  await create({ id: 'ref', registry: 'ref.test', type: 'secret_ref', secrets })
  expect((await credsOf('ref')).body).toEqual({ registry: 'ref.test', secrets })
})

test.each([
  ['amazon_ecr', 'AWS', '2026-01-06T00:00:00.000Z'],
  ['google_gcr', 'oauth2accesstoken', '2026-01-05T13:00:00.000Z'],
])('%s is logged in to with something short-lived, never with what was stored', async (type, username, expires) => {
  const { create, credsOf, after } = await withRegistry()
  await create(basic('cloud', { type }))
  const first = (await credsOf('cloud')).body
  expect(first).toEqual({ registry: 'cloud.test/acme', username, password: expect.stringMatching(/^\w{64}$/), expires })
  expect((await credsOf('cloud')).body).toEqual(first)
  await after(minutes(1))
  expect((await credsOf('cloud')).body.password).not.toBe(first.password)
})

test('builds may log in to the built-in registry, and where enable_ci says so', async () => {
  const { change, credsOf } = await withRegistry()
  const builtIn = await credsOf('humanitec', 'ci')
  expect(builtIn).toMatchObject({ status: 200, body: { registry: 'registry.humanitec.io', username: 'humanitec' } })
  expect(builtIn.body.password).not.toBe('')
  const refused = await credsOf('mine', 'ci')
  expect(refused.status).toBe(403)
  expect(refused.body.error).toContain('setting enable_ci')
  expect(await credsOf('mine')).toMatchObject({ status: 200 })
  await change('mine', basic('mine', { enable_ci: true }))
  expect((await credsOf('mine', 'ci')).body).toMatchObject(creds)
  expect(await credsOf('mine', 'mia')).toMatchObject({ status: 403 })
})

test('members look at registries, administrators change them', async () => {
  const { call } = await withRegistry()
  expect(await call('GET', registries, undefined, as('mia'))).toMatchObject({ status: 200 })
  expect(await call('GET', `${registries}/mine`, undefined, as('mia'))).toMatchObject({ status: 200 })
  const refused = await call('POST', registries, basic('next'), as('ci'))
  expect(refused.status).toBe(403)
  expect(refused.body).toEqual({
    error: "CI needs at least the role 'administrator' on organization 'local-org'.",
  })
  expect(await call('PATCH', `${registries}/mine`, basic('mine'), as('ci'))).toMatchObject({ status: 403 })
  expect(await call('DELETE', `${registries}/mine`, undefined, as('ci'))).toMatchObject({ status: 403 })
  const unknown = await call('GET', registries, undefined, { authorization: '' })
  expect(unknown.status).toBe(401)
  expect(Object.keys(unknown.body)).toEqual(['error'])
})
