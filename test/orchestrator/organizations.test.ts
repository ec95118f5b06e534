import { expect, test } from 'vitest'
import { startOrchestrator } from '../support/orchestrator.ts'
import { acme, acmeShop, withPeople } from './people.ts'

test.each([
  ['ada', ['acme']],
  ['vera', ['acme']],
  ['rob', ['rival']],
])('%s sees the organizations that it has a role in, and no other', async (user, expected) => {
  const { by, ids } = withPeople()
  const { status, body } = await by(user, 'GET', '/orgs')
  expect(status).toBe(200)
  expect(ids(body)).toEqual(expected)
})

test('who has a role in several organizations sees them all', async () => {
  const { call, ids } = withPeople()
  expect(ids((await call('GET', '/orgs')).body)).toEqual(['acme', 'rival'])
})

test('an organization has a name, a logo and no end of a trial', async () => {
  const { by } = withPeople()
  expect(await by('mia', 'GET', acme)).toMatchObject({
    status: 200,
    body: {
      id: 'acme',
      name: 'Acme Corporation',
      created_at: '2026-01-05T12:00:00.000Z',
      created_by: 'local-administrator',
      trial_expires_at: null,
      logo: {},
    },
  })
})

test('without a seed there is one organization, named by its id', async () => {
  const { call } = startOrchestrator()
  expect((await call('GET', '/orgs')).body).toMatchObject([{ id: 'local-org', name: 'local-org' }])
})

test.each([
  ['GET', ''],
  ['GET', '/users'],
  ['GET', '/users/rob'],
  ['GET', '/users/rob/groups'],
  ['GET', '/users/rob/perms'],
  ['GET', '/invitations'],
  ['GET', '/audit-logs'],
  ['GET', '/env-types/development/users'],
  ['GET', '/apps/shop/users'],
  ['GET', '/groups/g-00/users'],
  ['POST', '/users'],
  ['DELETE', '/users/rob'],
  ['GET', '/apps'],
])(
  '%s /orgs/rival%s is forbidden to whoever has no role there, an administrator elsewhere too',
  async (method, path) => {
    const { by } = withPeople()
    const body = method === 'POST' ? { name: 'Spy', role: 'administrator' } : undefined
    expect(await by('ada', method, `/orgs/rival${path}`, body)).toMatchObject({ status: 403 })
    expect(await by('ada', method, `/orgs/no-such-org${path}`, body)).toMatchObject({ status: 403 })
  },
)

test.each([
  '/orgs',
  acme,
  `${acme}/users`,
  `${acme}/users/mia/groups`,
  `${acme}/invitations`,
  `${acme}/audit-logs`,
  `${acmeShop}/users/mia`,
  '/users/bot/tokens',
])('%s needs a token', async (path) => {
  const { call } = withPeople()
  expect(await call('GET', path, undefined, { authorization: '' })).toMatchObject({ status: 401 })
})

test('who is removed from an organization loses everything in it, and can be told apart from a stranger by nothing', async () => {
  const { by, ids } = withPeople()
  expect(await by('max', 'DELETE', `${acme}/users/dev`)).toMatchObject({ status: 204 })
  for (const path of [acme, `${acme}/apps`, acmeShop, `${acme}/users`]) {
    expect(await by('dev', 'GET', path)).toMatchObject({ status: 403 })
  }
  expect(await by('dev', 'GET', '/orgs')).toMatchObject({ status: 200, body: [] })
  expect((await by('dev', 'GET', '/current-user')).body).toMatchObject({ id: 'dev', roles: {} })
  expect(ids((await by('ada', 'GET', `${acmeShop}/users`)).body)).not.toContain('dev')
  expect((await by('ada', 'GET', `${acme}/env-types/development/users`)).body).toEqual([])
})
