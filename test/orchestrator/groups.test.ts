import { describe, expect, test } from 'vitest'
import { acme, acmeShop, withPeople } from './people.ts'

const admins = { group_id: 'Cloud Admins', idp_id: 'okta', role: 'manager' }
const groups = `${acme}/groups`

test('a group of an identity provider gets a role, and is a subject like a user from then on', async () => {
  const { by } = withPeople()
  const { status, body } = await by('ada', 'POST', groups, admins)
  expect(status).toBe(200)
  expect(body).toEqual({ id: expect.stringMatching(/^g-[0-9a-f-]{36}$/), ...admins, created_at: body.created_at })
  expect(await by('mia', 'GET', `${acme}/users/${body.id}`)).toMatchObject({
    status: 200,
    body: { id: body.id, name: 'Cloud Admins', type: 'group', idp_id: 'okta', role: 'manager' },
  })
  expect(await by('owen', 'POST', `${acmeShop}/users`, { id: body.id, role: 'viewer' })).toMatchObject({ status: 200 })
  expect(await by('mia', 'GET', `${groups}/${body.id}/users`)).toMatchObject({ status: 200, body: [] })
})

test.each([
  [{ ...admins, role: 'boss' }, 'administrator, manager, member, artefactContributor, orgViewer'],
  [{ ...admins, role: 'artefactContributor' }, 'Only service users'],
  [{ ...admins, idp_id: 'Okta!' }, 'body/idp_id'],
  [{ ...admins, group_id: '' }, 'body/group_id'],
  [{ idp_id: 'okta', role: 'member' }, "required property 'group_id'"],
])('%j makes no group', async (body, message) => {
  const { by } = withPeople()
  expect(await by('ada', 'POST', groups, body)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining(message) },
  })
})

test('a name is used once an identity provider and organization', async () => {
  const { by } = withPeople()
  await by('ada', 'POST', groups, admins)
  expect(await by('ada', 'POST', groups, { ...admins, role: 'member' })).toMatchObject({
    status: 409,
    body: { message: "Group 'Cloud Admins' of the identity provider 'okta' exists already in organization 'acme'." },
  })
  expect(await by('ada', 'POST', groups, { ...admins, idp_id: 'entra' })).toMatchObject({ status: 200 })
  expect(await by('rita', 'POST', '/orgs/rival/groups', admins)).toMatchObject({ status: 200 })
})

test.each(['max', 'mia', 'olga', 'rita'])('%s cannot make a group', async (caller) => {
  const { by } = withPeople()
  expect(await by(caller, 'POST', groups, admins)).toMatchObject({ status: 403 })
})

describe('members of a group', () => {
  test('have its roles, beside their own', async () => {
    const { by } = withPeople()
    expect(await by('mia', 'GET', acmeShop)).toMatchObject({ status: 200 })
    expect(await by('mia', 'POST', `${acmeShop}/envs/prod/deploys`, {})).toMatchObject({ status: 201 })
    expect(await by('mia', 'POST', `${acmeShop}/envs/dev/deploys`, {})).toMatchObject({ status: 403 })
    expect(await by('mia', 'GET', `${acme}/apps/other`)).toMatchObject({ status: 403 })
    expect((await by('mia', 'GET', '/current-user')).body.roles).toEqual({
      [acme]: 'member',
      [acmeShop]: 'owner',
      [`${acme}/env-types/production`]: 'deployer',
    })
    expect((await by('mia', 'GET', `${acme}/users/mia/perms`)).body.objects).toMatchObject({
      [acmeShop]: { permissions: ['viewer', 'developer', 'owner'] },
    })
    // Of its own it has none there.
    expect(await by('mia', 'GET', `${acmeShop}/users/mia`)).toMatchObject({ status: 404 })
  })

  test('gain and lose with it', async () => {
    const { by, groupId } = withPeople()
    const id = await groupId()
    expect(await by('mia', 'GET', `${acme}/invitations`)).toMatchObject({ status: 403 })
    await by('ada', 'PATCH', `${acme}/users/${id}`, { role: 'manager' })
    expect(await by('mia', 'GET', `${acme}/invitations`)).toMatchObject({ status: 200 })
    await by('owen', 'DELETE', `${acmeShop}/users/${id}`)
    expect(await by('mia', 'GET', acmeShop)).toMatchObject({ status: 403 })
  })

  test('cannot choose its role', async () => {
    const { by, groupId } = withPeople()
    const id = await groupId()
    await by('ada', 'PATCH', `${acme}/users/mia`, { role: 'manager' })
    expect(await by('mia', 'PATCH', `${acme}/users/${id}`, { role: 'orgViewer' })).toMatchObject({ status: 403 })
    const wanted = { id, role: 'deployer' }
    expect(await by('mia', 'POST', `${acme}/env-types/development/users`, wanted)).toMatchObject({ status: 403 })
  })

  test('keep a change of their profile to themselves', async () => {
    const { by, groupId } = withPeople()
    const { roles } = (await by('mia', 'GET', '/current-user')).body
    const renamed = await by('mia', 'PATCH', '/current-user', { name: 'Amelia' })
    expect(renamed.body).toMatchObject({ name: 'Amelia', roles })
    await by('owen', 'DELETE', `${acmeShop}/users/${await groupId()}`)
    expect((await by('mia', 'GET', '/current-user')).body).toMatchObject({ name: 'Amelia' })
    expect(await by('mia', 'GET', acmeShop)).toMatchObject({ status: 403 })
  })

  test('are listed, and find their groups, of this organization only', async () => {
    const { by, groupId } = withPeople()
    const id = await groupId()
    const members = await by('vera', 'GET', `${groups}/${id}/users`)
    expect(members).toMatchObject({ status: 200, body: [{ id: 'mia', name: 'Mia', type: 'user' }] })
    const mine = await by('vera', 'GET', `${acme}/users/mia/groups`)
    expect(mine).toMatchObject({ status: 200, body: [{ id, group_id: 'releasers', idp_id: 'okta' }] })
    expect(await by('vera', 'GET', `${acme}/users/dev/groups`)).toMatchObject({ status: 200, body: [] })
    expect(await by('rita', 'GET', `/orgs/rival/groups/${id}/users`)).toMatchObject({ status: 404 })
  })

  test('leave it when they are removed from the organization', async () => {
    const { by, groupId } = withPeople()
    const id = await groupId()
    await by('max', 'DELETE', `${acme}/users/mia`)
    expect(await by('mia', 'GET', acmeShop)).toMatchObject({ status: 403 })
    expect(await by('mia', 'GET', '/orgs')).toMatchObject({ status: 200, body: [] })
    expect((await by('ada', 'GET', `${groups}/${id}/users`)).body).toEqual([])
  })

  test('have the strongest of the roles on the same thing, their own or its', async () => {
    const { by, groupId } = withPeople()
    const id = await groupId()
    await by('owen', 'PATCH', `${acmeShop}/users/${id}`, { role: 'viewer' })
    await by('owen', 'POST', `${acmeShop}/users`, { id: 'mia', role: 'developer' })
    const roleOfMia = async () => (await by('mia', 'GET', '/current-user')).body.roles[acmeShop] as string
    expect(await roleOfMia()).toBe('developer')
    await by('owen', 'PATCH', `${acmeShop}/users/${id}`, { role: 'owner' })
    expect(await roleOfMia()).toBe('owner')
  })

  test('lose what it gave when the group is removed, which can then be made anew', async () => {
    const { by, groupId } = withPeople()
    const id = await groupId()
    expect(await by('max', 'DELETE', `${acme}/users/${id}`)).toMatchObject({ status: 204 })
    expect(await by('mia', 'GET', acmeShop)).toMatchObject({ status: 403 })
    expect(await by('mia', 'GET', acme)).toMatchObject({ status: 200 })
    expect((await by('mia', 'GET', `${acme}/users/mia/groups`)).body).toEqual([])
    expect(await by('ada', 'GET', `${groups}/${id}/users`)).toMatchObject({ status: 404 })
    expect((await by('ada', 'GET', `${acmeShop}/users?type=group`)).body).toEqual([])
    const again = { group_id: 'releasers', idp_id: 'okta', role: 'member' }
    expect(await by('ada', 'POST', groups, again)).toMatchObject({ status: 200 })
    expect(await by('mia', 'GET', acmeShop)).toMatchObject({ status: 403 })
  })
})

test.each([
  [`${groups}/mia/users`, 400],
  [`${groups}/g-${'a'.repeat(60)}!/users`, 400],
  [`${groups}/g-00/users`, 404],
  [`${acme}/users/rob/groups`, 404],
  [`${acme}/users/A/groups`, 400],
])('GET %s is refused', async (path, status) => {
  const { by } = withPeople()
  expect(await by('ada', 'GET', path)).toMatchObject({ status })
})
