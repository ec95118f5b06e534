import { readdirSync, readFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { minutes } from './a-shop.ts'
import { acme, acmeShop, withPeople } from './people.ts'

const tokens = '/users/bot/tokens'
const definition = { id: 'ci', type: 'static', description: 'For CI', expires_at: '2026-01-05T14:00:00+01:00' }

describe('a token', () => {
  test('opens what its user may do; what is read of it later has no secret', async () => {
    const { by, ids } = withPeople()
    const { status, body } = await by('ada', 'POST', tokens, definition)
    expect(status).toBe(200)
    expect(body).toEqual({ token: expect.stringMatching(/^[0-9a-f]{64}$/), type: 'static' })
    expect((await by(body.token, 'GET', '/current-user')).body.id).toBe('bot')

    const info = {
      id: 'ci',
      type: 'static',
      description: 'For CI',
      created_at: '2026-01-05T12:00:00.000Z',
      created_by: 'ada',
      expires_at: '2026-01-05T13:00:00.000Z',
    }
    expect(await by('ada', 'GET', `${tokens}/ci`)).toMatchObject({ status: 200, body: info })
    const list = await by('ada', 'GET', tokens)
    expect(list.status).toBe(200)
    expect(list.body.at(-1)).toEqual(info)
    expect(ids(list.body)).toHaveLength(2)
    expect(JSON.stringify(list.body)).not.toContain(body.token)
    expect(JSON.stringify(list.body)).not.toContain('hash')
  })

  test('without an expiry has none, and lives on', async () => {
    const { by, clock } = withPeople()
    const { token } = (await by('ada', 'POST', tokens, { id: 'ci', type: 'static' })).body
    const { body } = await by('ada', 'GET', `${tokens}/ci`)
    expect(body).not.toHaveProperty('expires_at')
    expect(body.description).toBe('')
    await clock.advance(minutes(1_000_000))
    expect(await by(token, 'GET', acme)).toMatchObject({ status: 200 })
  })

  test('opens nothing from the moment at which it expires', async () => {
    const { by, clock } = withPeople()
    const { token } = (await by('ada', 'POST', tokens, definition)).body
    await clock.advance(minutes(60) - 1)
    expect(await by(token, 'GET', acme)).toMatchObject({ status: 200 })
    await clock.advance(1)
    expect(await by(token, 'GET', acme)).toMatchObject({
      status: 401,
      body: { message: expect.stringContaining('has expired at 2026-01-05T13:00:00.000Z') },
    })
  })

  test('opens nothing once it is taken back, while the others of the user do', async () => {
    const { by } = withPeople()
    const { token } = (await by('ada', 'POST', tokens, definition)).body
    expect(await by('ada', 'DELETE', `${tokens}/ci`)).toMatchObject({ status: 204, body: undefined })
    expect(await by(token, 'GET', acme)).toMatchObject({ status: 401 })
    expect(await by('bot', 'GET', acme)).toMatchObject({ status: 200 })
    expect(await by('ada', 'GET', `${tokens}/ci`)).toMatchObject({ status: 404, body: undefined })
    expect(await by('ada', 'DELETE', `${tokens}/ci`)).toMatchObject({ status: 404, body: undefined })
    expect(await by('ada', 'POST', tokens, definition)).toMatchObject({ status: 200 })
  })

  test('is written to disk as a hash only', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'tokens-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
    const { by } = withPeople({ dataDir })
    const { token } = (await by('ada', 'POST', tokens, definition)).body
    const stored = readdirSync(dataDir).map((file) => readFileSync(join(dataDir, file), 'latin1'))
    expect(stored.join('')).toContain('For CI')
    expect(stored.join('')).not.toContain(token)
  })
})

test.each([
  ['another type', { id: 'ci', type: 'session' }, 'body/type'],
  ['no id', { id: '', type: 'static' }, 'body/id'],
  ['an expiry that is no time', { ...definition, expires_at: 'tomorrow' }, 'body/expires_at'],
  [
    'an expiry that is over',
    { ...definition, expires_at: '2026-01-05T12:00:00Z' },
    "'expires_at' must be a time to come",
  ],
])('a token with %s is refused with 400', async (_, body, message) => {
  const { by } = withPeople()
  expect(await by('ada', 'POST', tokens, body)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining(message) },
  })
  expect(await by('ada', 'GET', `${tokens}/ci`)).toMatchObject({ status: 404 })
})

test('an id is used once a user: the second time is 409, without a body', async () => {
  const { by } = withPeople()
  const first = (await by('ada', 'POST', tokens, definition)).body
  expect(await by('ada', 'POST', tokens, { id: 'ci', type: 'static' })).toMatchObject({ status: 409, body: undefined })
  expect(await by(first.token, 'GET', acme)).toMatchObject({ status: 200 })
})

test('people get no tokens here', async () => {
  const { by } = withPeople()
  expect(await by('ada', 'POST', '/users/mia/tokens', definition)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining("'mia' is not a service user") },
  })
})

test.each(['mia', 'owen', 'olga', 'rita'])(
  '%s has no say over the tokens of a service user of acme',
  async (caller) => {
    const { by } = withPeople()
    await by('ada', 'POST', tokens, definition)
    const forbidden = { status: 403, body: undefined }
    expect(await by(caller, 'GET', tokens)).toMatchObject(forbidden)
    expect(await by(caller, 'GET', `${tokens}/ci`)).toMatchObject(forbidden)
    expect(await by(caller, 'POST', tokens, { ...definition, id: 'mine' })).toMatchObject(forbidden)
    expect(await by(caller, 'DELETE', `${tokens}/ci`)).toMatchObject(forbidden)
  },
)

test('a user looks after its own tokens, and issues none', async () => {
  const { by, ids } = withPeople()
  expect(ids((await by('mia', 'GET', '/users/mia/tokens')).body)).toHaveLength(1)
  const [id] = ids((await by('bot', 'GET', tokens)).body)
  expect(await by('bot', 'GET', `${tokens}/${id}`)).toMatchObject({ status: 200 })
  expect(await by('bot', 'POST', tokens, definition)).toMatchObject({ status: 403 })
  expect(await by('bot', 'DELETE', `${tokens}/${id}`)).toMatchObject({ status: 204 })
  expect(await by('bot', 'GET', tokens)).toMatchObject({ status: 401 })
})

test.each(['nobody', 'g-00000000-0000-4000-8000-000000000000'])('there are no tokens of %s', async (id) => {
  const { by } = withPeople()
  const unknown = { status: 404, body: undefined }
  expect(await by('ada', 'GET', `/users/${id}/tokens`)).toMatchObject(unknown)
  expect(await by('ada', 'POST', `/users/${id}/tokens`, definition)).toMatchObject(unknown)
  expect(await by('ada', 'GET', `/users/${id}/tokens/ci`)).toMatchObject(unknown)
  expect(await by('ada', 'DELETE', `/users/${id}/tokens/ci`)).toMatchObject(unknown)
})

describe('a manager', () => {
  test('issues tokens for service users', async () => {
    const { by } = withPeople()
    expect(await by('max', 'POST', tokens, definition)).toMatchObject({ status: 200 })
  })

  test.each([
    ['is an administrator', `${acme}/users/bot`, { role: 'administrator' }, 'PATCH'],
    ['develops what the manager may not see', `${acmeShop}/users`, { id: 'bot', role: 'developer' }, 'POST'],
    [
      'deploys where the manager may not',
      `${acme}/env-types/production/users`,
      { id: 'bot', role: 'deployer' },
      'POST',
    ],
  ])('cannot get at the rights of one that %s', async (_, path, role, method) => {
    const { by } = withPeople()
    expect(await by('ada', method, path, role)).toMatchObject({ status: 200 })
    expect(await by('max', 'POST', tokens, definition)).toMatchObject({ status: 403 })
    expect(await by('ada', 'POST', tokens, definition)).toMatchObject({ status: 200 })
  })

  test('issues tokens for those whose rights it has itself, or more', async () => {
    const { by } = withPeople()
    const give = (id: string, place: string, role: string) => by('ada', 'POST', `${place}/users`, { id, role })
    await give('bot', acmeShop, 'developer')
    await give('bot', `${acme}/env-types/production`, 'deployer')
    await give('max', acmeShop, 'owner')
    expect(await by('max', 'POST', tokens, definition)).toMatchObject({ status: 403 })
    await give('max', `${acme}/env-types/production`, 'deployer')
    expect(await by('max', 'POST', tokens, definition)).toMatchObject({ status: 200 })
  })

  test('cannot get at a service user that is in another organization as well', async () => {
    const { by, call } = withPeople()
    expect(await by('ada', 'POST', '/users/local-administrator/tokens', definition)).toMatchObject({ status: 403 })
    expect(await call('POST', '/users/local-administrator/tokens', definition)).toMatchObject({ status: 200 })
  })
})
