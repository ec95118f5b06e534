import { describe, expect, test } from 'vitest'
import { acme, withPeople } from './people.ts'

const administrators = async ({ by }: ReturnType<typeof withPeople>) => {
  const { body } = await by('mia', 'GET', `${acme}/users`)
  const all = body as { id: string; role: string }[]
  return all.filter(({ role }) => role === 'administrator').map(({ id }) => id)
}

test('a role in an organization is read, changed, and works at once', async () => {
  const { by } = withPeople()
  expect(await by('vera', 'GET', `${acme}/users/mia`)).toMatchObject({
    status: 200,
    body: { id: 'mia', role: 'member' },
  })
  expect(await by('mia', 'GET', `${acme}/invitations`)).toMatchObject({ status: 403 })
  expect(await by('max', 'PATCH', `${acme}/users/mia`, { role: 'manager' })).toMatchObject({
    status: 200,
    body: { id: 'mia', role: 'manager' },
  })
  expect(await by('mia', 'GET', `${acme}/invitations`)).toMatchObject({ status: 200 })
})

test.each([
  ['mia', 'deployer', "'role' must be one of administrator, orgViewer, member, artefactContributor, manager."],
  ['mia', '__proto__', "'__proto__' is not a role on organization 'acme'"],
  ['mia', 'artefactContributor', 'Only service users'],
])('%s cannot become %s', async (id, role, message) => {
  const { by } = withPeople()
  expect(await by('ada', 'PATCH', `${acme}/users/${id}`, { role })).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining(message) },
  })
})

test.each([
  ['nobody', 404],
  ['rob', 404],
  ['A', 400],
])('there is no user %s in acme', async (id, status) => {
  const { by } = withPeople()
  expect(await by('ada', 'GET', `${acme}/users/${id}`)).toMatchObject({ status })
  expect(await by('ada', 'PATCH', `${acme}/users/${id}`, { role: 'member' })).toMatchObject({ status })
  expect(await by('ada', 'DELETE', `${acme}/users/${id}`)).toMatchObject({ status })
})

describe('nobody rises by their own hand', () => {
  test.each([
    ['mia', 'mia', 'manager'],
    ['mia', 'vera', 'manager'],
    ['olga', 'mia', 'manager'],
    ['owen', 'owen', 'administrator'],
    ['max', 'max', 'administrator'],
    ['max', 'max', 'orgViewer'],
    ['max', 'mia', 'administrator'],
    ['max', 'ada', 'member'],
    ['rita', 'mia', 'manager'],
  ])('%s cannot make %s %s', async (caller, id, role) => {
    const made = withPeople()
    const before = await made.by('ada', 'GET', `${acme}/users/${id}`)
    expect(await made.by(caller, 'PATCH', `${acme}/users/${id}`, { role })).toMatchObject({ status: 403 })
    expect(await made.by('ada', 'GET', `${acme}/users/${id}`)).toMatchObject(before)
    expect(await administrators(made)).toEqual(['local-administrator', 'ada'])
  })

  test.each([
    ['mia', 'vera'],
    ['olga', 'vera'],
    ['max', 'ada'],
    ['rita', 'vera'],
  ])('%s cannot remove %s', async (caller, id) => {
    const { by } = withPeople()
    expect(await by(caller, 'DELETE', `${acme}/users/${id}`)).toMatchObject({ status: 403 })
    expect(await by('ada', 'GET', `${acme}/users/${id}`)).toMatchObject({ status: 200 })
  })
})

describe('somebody stays administrator', () => {
  const withLast = async () => {
    const made = withPeople()
    await made.by('ada', 'DELETE', `${acme}/users/local-administrator`)
    expect(await administrators(made)).toEqual(['ada'])
    return made
  }
  const last = { status: 400, body: { message: expect.stringContaining("'ada' is the last administrator") } }

  test('the last one is not let go for being in a group of administrators', async () => {
    const { by, groupId } = await withLast()
    const group = `${acme}/users/${await groupId()}`
    await by('ada', 'PATCH', `${acme}/users/mia`, { role: 'administrator' })
    await by('ada', 'PATCH', group, { role: 'administrator' })
    expect(await by('ada', 'DELETE', `${acme}/users/ada`)).toMatchObject({ status: 204 })
    const message = expect.stringContaining("'mia' is the last administrator")
    expect(await by('mia', 'PATCH', `${acme}/users/mia`, { role: 'member' })).toMatchObject({
      status: 400,
      body: { message },
    })
    expect(await by('mia', 'DELETE', `${acme}/users/mia`)).toMatchObject({ status: 400, body: { message } })
    expect(await by('mia', 'PATCH', group, { role: 'member' })).toMatchObject({ status: 200 })
  })

  test('the last one can neither step down nor go', async () => {
    const { by } = await withLast()
    expect(await by('ada', 'PATCH', `${acme}/users/ada`, { role: 'member' })).toMatchObject(last)
    expect(await by('ada', 'DELETE', `${acme}/users/ada`)).toMatchObject(last)
    expect(await by('ada', 'PATCH', `${acme}/users/ada`, { role: 'administrator' })).toMatchObject({ status: 200 })
  })

  test('with another one it can', async () => {
    const { by } = await withLast()
    await by('ada', 'PATCH', `${acme}/users/mia`, { role: 'administrator' })
    expect(await by('ada', 'PATCH', `${acme}/users/ada`, { role: 'member' })).toMatchObject({ status: 200 })
    expect(await by('mia', 'DELETE', `${acme}/users/ada`)).toMatchObject({ status: 204 })
  })

  test('an invitation that is open and a group of nobody are not enough', async () => {
    const { by } = await withLast()
    await by('ada', 'POST', `${acme}/invitations`, { email: 'jane@acme.test', role: 'administrator' })
    await by('ada', 'POST', `${acme}/groups`, { group_id: 'admins', idp_id: 'okta', role: 'administrator' })
    expect(await by('ada', 'DELETE', `${acme}/users/ada`)).toMatchObject(last)
  })

  test('a group with somebody else in it is', async () => {
    const { by, groupId } = await withLast()
    const group = `${acme}/users/${await groupId()}`
    await by('ada', 'PATCH', group, { role: 'administrator' })
    expect(await by('ada', 'DELETE', `${acme}/users/ada`)).toMatchObject({ status: 204 })
    expect(await by('mia', 'GET', `${acme}/audit-logs`)).toMatchObject({ status: 200 })
    expect(await by('mia', 'PATCH', group, { role: 'member' })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('is the last administrator') },
    })
  })
})
