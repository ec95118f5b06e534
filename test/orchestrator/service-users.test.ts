import { expect, test } from 'vitest'
import { acme, acmeShop, withPeople } from './people.ts'

test('a service user has a role in its organization, and shows whose it is', async () => {
  const { by } = withPeople()
  const request = { name: 'CI robot', role: 'artefactContributor', email: 'ci@acme.test' }
  const { status, body } = await by('ada', 'POST', `${acme}/users`, request)
  expect(status).toBe(200)
  expect(body).toEqual({
    id: expect.stringMatching(/^s-[0-9a-f-]{36}$/),
    name: 'CI robot',
    email: 'ci@acme.test',
    type: 'service',
    created_at: '2026-01-05T12:00:00.000Z',
  })
  expect((await by('mia', 'GET', `${acme}/users/${body.id}`)).body).toEqual({ ...body, role: 'artefactContributor' })
})

test.each([
  [{ name: 'Robot', role: 'boss' }, "'role' must be one of administrator, orgViewer, member"],
  [{ name: 'Robot', role: 'toString' }, "'toString' is not a role on organization 'acme'"],
  [{ name: '', role: 'member' }, 'body/name'],
  [{ role: 'member' }, "required property 'name'"],
  [{ name: 'Robot' }, "required property 'role'"],
  [{ name: 'Robot', role: 'member', email: 'nowhere' }, "'email' must be one address"],
  [{ name: 'Robot', role: 'member', email: `${'a'.repeat(300)}@acme.test` }, "'email' must be one address"],
])('%j makes no service user', async (request, message) => {
  const { by } = withPeople()
  expect(await by('ada', 'POST', `${acme}/users`, request)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining(message) },
  })
})

test.each([
  ['max', 'member', 200],
  ['max', 'manager', 200],
  ['max', 'administrator', 403],
  ['ada', 'administrator', 200],
  ['mia', 'member', 403],
  ['olga', 'member', 403],
  ['rita', 'member', 403],
])('%s asks for a service user with the role %s', async (caller, role, status) => {
  const { by, ids } = withPeople()
  const before = ids((await by('ada', 'GET', `${acme}/users`)).body).length
  const answer = await by(caller, 'POST', `${acme}/users`, { name: 'Robot', role })
  expect(answer).toMatchObject(status === 403 ? { status, body: undefined } : { status })
  expect(ids((await by('ada', 'GET', `${acme}/users`)).body)).toHaveLength(before + (status === 200 ? 1 : 0))
})

test('a service user deploys from CI with a token and the roles that it needs, until it is removed', async () => {
  const { by } = withPeople()
  const { id } = (await by('ada', 'POST', `${acme}/users`, { name: 'CI', role: 'member' })).body
  const { token } = (await by('ada', 'POST', `/users/${id}/tokens`, { id: 'ci', type: 'static' })).body
  expect(await by(token, 'GET', '/current-user')).toMatchObject({ status: 200, body: { id, type: 'service' } })
  expect(await by(token, 'GET', acmeShop)).toMatchObject({ status: 403 })
  await by('owen', 'POST', `${acmeShop}/users`, { id, role: 'developer' })
  await by('ada', 'POST', `${acme}/env-types/development/users`, { id, role: 'deployer' })
  expect(await by(token, 'POST', `${acmeShop}/envs/dev/deploys`, {})).toMatchObject({ status: 201 })
  expect(await by('max', 'DELETE', `${acme}/users/${id}`)).toMatchObject({ status: 204 })
  expect(await by(token, 'GET', acmeShop)).toMatchObject({ status: 403 })
  expect(await by(token, 'GET', acme)).toMatchObject({ status: 403 })
  expect(await by('ada', 'GET', `/users/${id}/tokens`)).toMatchObject({ status: 403 })
})

test('nobody takes an address that is none', async () => {
  const { by } = withPeople()
  expect(await by('bot', 'PATCH', '/current-user', { email: 'nowhere' })).toMatchObject({
    status: 400,
    body: { message: "'email' must be one address, as jane@example.com, of up to 254 characters." },
  })
  expect((await by('bot', 'GET', '/current-user')).body).not.toHaveProperty('email')
  expect(await by('bot', 'PATCH', '/current-user', { email: 'ci@acme.test' })).toMatchObject({ status: 200 })
  expect((await by('ada', 'GET', `${acme}/users/bot`)).body.email).toBe('ci@acme.test')
})
