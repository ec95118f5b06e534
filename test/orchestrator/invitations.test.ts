import { describe, expect, test } from 'vitest'
import { minutes } from './a-shop.ts'
import { acme, acmeShop, withPeople } from './people.ts'

const jane = { email: 'jane@acme.test', role: 'member' }
const invitations = `${acme}/invitations`
const days = (count: number) => minutes(count * 24 * 60)

test('who is invited is in the list of users, as not having come yet', async () => {
  const { by } = withPeople()
  const { status, body } = await by('max', 'POST', invitations, jane)
  expect(status).toBe(200)
  const person = {
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    name: 'jane@acme.test',
    email: 'jane@acme.test',
    type: 'user',
    role: 'member',
    invite: 'pending',
    created_at: '2026-01-05T12:00:00.000Z',
  }
  expect(body).toEqual([person])
  const [{ id }] = body
  expect((await by('mia', 'GET', `${acme}/users`)).body).toContainEqual(person)
  expect(await by('mia', 'GET', `${acme}/users/${id}`)).toMatchObject({ status: 200, body: person })
  expect(await by('max', 'GET', invitations)).toMatchObject({
    status: 200,
    body: [
      {
        user_id: id,
        email: 'jane@acme.test',
        created_by: 'max',
        created_at: '2026-01-05T12:00:00.000Z',
        expires_at: '2026-01-12T12:00:00.000Z',
      },
    ],
  })
})

test('inviting somebody once more to the same role changes nothing, whatever the case of the address', async () => {
  const { by } = withPeople()
  const first = await by('max', 'POST', invitations, jane)
  expect(await by('ada', 'POST', invitations, { ...jane, email: 'Jane@ACME.test' })).toMatchObject(first)
  expect((await by('max', 'GET', invitations)).body).toHaveLength(1)
  expect(await by('max', 'POST', invitations, { ...jane, role: 'manager' })).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining("with the role 'member'") },
  })
})

test('who is in the organization needs no invitation', async () => {
  const { by } = withPeople()
  const answer = await by('ada', 'POST', invitations, { email: 'ada@acme.test', role: 'administrator' })
  expect(answer).toMatchObject({ status: 200, body: [{ id: 'ada', role: 'administrator' }] })
  expect((await by('ada', 'GET', invitations)).body).toEqual([])
})

test.each([
  [{ ...jane, role: 'owner' }, "'role' must be one of administrator, orgViewer, member, artefactContributor, manager"],
  [{ ...jane, role: 'artefactContributor' }, 'Only service users'],
  [{ ...jane, email: 'jane' }, "'email' must be one address"],
  [{ ...jane, email: 'jane@acme.test, joe@acme.test' }, "'email' must be one address"],
  [{ email: 'jane@acme.test' }, "required property 'role'"],
  [{}, "required property 'email'"],
])('%j invites nobody', async (body, message) => {
  const { by } = withPeople()
  expect(await by('ada', 'POST', invitations, body)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining(message) },
  })
  expect((await by('ada', 'GET', invitations)).body).toEqual([])
})

test.each([
  ['max', 'manager', 200],
  ['max', 'administrator', 403],
  ['ada', 'administrator', 200],
  ['mia', 'member', 403],
  ['olga', 'member', 403],
  ['rita', 'member', 403],
])('%s invites somebody to be %s', async (caller, role, status) => {
  const { by } = withPeople()
  expect(await by(caller, 'POST', invitations, { ...jane, role })).toMatchObject({ status })
  expect((await by('ada', 'GET', invitations)).body).toHaveLength(status === 200 ? 1 : 0)
})

test.each(['mia', 'olga', 'rita'])('%s cannot see who is invited', async (caller) => {
  const { by } = withPeople()
  expect(await by(caller, 'GET', invitations)).toMatchObject({ status: 403 })
})

test('the same address may be invited to another organization, which learns nothing of the first', async () => {
  const { by } = withPeople()
  const here = (await by('ada', 'POST', invitations, jane)).body[0]
  const there = await by('rita', 'POST', '/orgs/rival/invitations', { ...jane, role: 'manager' })
  expect(there).toMatchObject({ status: 200, body: [{ role: 'manager' }] })
  expect(there.body[0].id).not.toBe(here.id)
  expect((await by('ada', 'GET', `${acme}/users/${here.id}`)).body.role).toBe('member')
})

describe('an open invitation', () => {
  test('takes roles on applications, and another role', async () => {
    const { by } = withPeople()
    const [{ id }] = (await by('ada', 'POST', invitations, jane)).body
    expect(await by('owen', 'POST', `${acmeShop}/users`, { id, role: 'developer' })).toMatchObject({
      status: 200,
      body: { invite: 'pending', role: 'developer' },
    })
    expect(await by('max', 'PATCH', `${acme}/users/${id}`, { role: 'manager' })).toMatchObject({ status: 200 })
  })

  test('is withdrawn with its user', async () => {
    const { by } = withPeople()
    const [{ id }] = (await by('ada', 'POST', invitations, jane)).body
    await by('owen', 'POST', `${acmeShop}/users`, { id, role: 'developer' })
    expect(await by('max', 'DELETE', `${acme}/users/${id}`)).toMatchObject({ status: 204 })
    expect((await by('ada', 'GET', invitations)).body).toEqual([])
    expect(await by('ada', 'GET', `${acme}/users/${id}`)).toMatchObject({ status: 404 })
    expect(await by('ada', 'GET', `${acmeShop}/users/${id}`)).toMatchObject({ status: 404 })
  })

  test('is over after a week, and can be made again', async () => {
    const { by, clock } = withPeople()
    const [{ id }] = (await by('ada', 'POST', invitations, jane)).body
    await clock.advance(days(7) - 1)
    expect((await by('ada', 'GET', invitations)).body).toHaveLength(1)
    await clock.advance(1)
    expect((await by('ada', 'GET', invitations)).body).toEqual([])
    expect(await by('ada', 'GET', `${acme}/users/${id}`)).toMatchObject({ status: 404 })
    expect((await by('ada', 'POST', invitations, jane)).body[0].id).not.toBe(id)
  })
})
