import { describe, expect, test } from 'vitest'
import { acme, acmeShop, withPeople } from './people.ts'

const onDevelopment = `${acme}/env-types/development`

describe('lists', () => {
  test('tell who has which role in an organization, groups too, in the order of their coming', async () => {
    const { by, ids } = withPeople()
    const { status, body } = await by('mia', 'GET', `${acme}/users`)
    expect(status).toBe(200)
    expect(ids(body).slice(0, 4)).toEqual(['local-administrator', 'ada', 'max', 'mia'])
    expect(body[1]).toEqual({
      id: 'ada',
      name: 'Ada',
      email: 'ada@acme.test',
      type: 'user',
      role: 'administrator',
      created_at: '2026-01-05T12:00:00.000Z',
    })
    expect(body.at(-1)).toMatchObject({ id: /^g-/, name: 'releasers', type: 'group', idp_id: 'okta', role: 'member' })
  })

  test.each([acme, acmeShop, `${acme}/env-types/production`])('%s/users is filtered by type', async (place) => {
    const { by } = withPeople()
    const types = async (query: string) => {
      const { body } = await by('ada', 'GET', `${place}/users${query}`)
      return new Set((body as { type: string }[]).map(({ type }) => type))
    }
    expect(await types('?type=group')).toEqual(new Set(['group']))
    expect((await types('?type=user')).has('group')).toBe(false)
    expect((await types('')).has('group')).toBe(true)
    expect(await by('ada', 'GET', `${place}/users?type=robot`)).toMatchObject({
      status: 400,
      body: { message: "query parameter 'type' must be equal to one of the allowed values: user, group" },
    })
  })

  test('hold only who has a role on the very thing', async () => {
    const { by, ids, groupId } = withPeople()
    expect(ids((await by('vera', 'GET', `${acmeShop}/users`)).body)).toEqual([
      'local-administrator',
      'owen',
      'dev',
      'vera',
      await groupId(),
    ])
    expect(ids((await by('vera', 'GET', `${onDevelopment}/users`)).body)).toEqual(['dev'])
  })
})

describe.each([
  {
    place: acmeShop,
    role: 'developer',
    other: 'viewer',
    giver: 'owen',
    looker: 'vera',
    roles: 'viewer, developer, owner',
  },
  { place: onDevelopment, role: 'deployer', other: 'deployer', giver: 'max', looker: 'vera', roles: 'deployer' },
])('roles on $place', ({ place, role, other, giver, looker, roles }) => {
  test('are given, read, changed and taken away', async () => {
    const { by } = withPeople()
    const given = await by(giver, 'POST', `${place}/users`, { id: 'bot', role })
    expect(given).toMatchObject({ status: 200, body: { id: 'bot', name: 'Bot', type: 'service', role } })
    expect(await by(looker, 'GET', `${place}/users/bot`)).toMatchObject({ status: 200, body: given.body })
    const changed = await by(giver, 'PATCH', `${place}/users/bot`, { role: other })
    expect(changed).toMatchObject({ status: 200, body: { id: 'bot', role: other } })
    expect((await by('bot', 'GET', '/current-user')).body.roles).toMatchObject({ [place]: other })
    expect(await by(giver, 'DELETE', `${place}/users/bot`)).toMatchObject({ status: 204, body: undefined })
    expect(await by(looker, 'GET', `${place}/users/bot`)).toMatchObject({ status: 404 })
    expect((await by('bot', 'GET', '/current-user')).body.roles).not.toHaveProperty(place)
  })

  test('that do not exist are refused, naming those that do', async () => {
    const { by } = withPeople()
    const refused = { status: 400, body: { message: expect.stringContaining(`must be one of ${roles}.`) } }
    expect(await by(giver, 'POST', `${place}/users`, { id: 'bot', role: 'manager' })).toMatchObject(refused)
    await by(giver, 'POST', `${place}/users`, { id: 'bot', role })
    expect(await by(giver, 'PATCH', `${place}/users/bot`, { role: 'constructor' })).toMatchObject(refused)
    expect((await by(giver, 'GET', `${place}/users/bot`)).body.role).toBe(role)
  })

  test.each([
    ['nobody', 'nobody'],
    ['somebody of another organization', 'rob'],
    ['a group that there is not', 'g-00000000-0000-4000-8000-000000000000'],
  ])('are not for %s', async (_, id) => {
    const { by } = withPeople()
    const message = `User '${id}' does not exist in organization 'acme'.`
    expect(await by(giver, 'POST', `${place}/users`, { id, role })).toMatchObject({ status: 404, body: { message } })
    expect(await by(giver, 'PATCH', `${place}/users/${id}`, { role })).toMatchObject({ status: 404 })
    expect(await by(giver, 'DELETE', `${place}/users/${id}`)).toMatchObject({ status: 404 })
  })

  test.each(['mia-alone', 'A b', 'a'])('an id such as %j is looked at first', async (id) => {
    const { by } = withPeople()
    const status = id === 'mia-alone' ? 404 : 400
    expect(await by('ada', 'GET', `${place}/users/${encodeURIComponent(id)}`)).toMatchObject({ status })
    expect(await by('ada', 'POST', `${place}/users`, { id, role })).toMatchObject({ status })
    expect(await by('ada', 'PATCH', `${place}/users/${encodeURIComponent(id)}`, { role })).toMatchObject({ status })
    expect(await by('ada', 'DELETE', `${place}/users/${encodeURIComponent(id)}`)).toMatchObject({ status })
  })

  test.each(['dev', 'vera', 'olga', 'bot'])('are not for %s to give', async (caller) => {
    const { by } = withPeople()
    expect(await by(caller, 'POST', `${place}/users`, { id: 'mia', role })).toMatchObject({ status: 403 })
    expect(await by(caller, 'PATCH', `${place}/users/dev`, { role })).toMatchObject({ status: 403 })
    expect(await by(caller, 'DELETE', `${place}/users/dev`)).toMatchObject({ status: 403 })
    expect(await by('rob', 'GET', `${place}/users`)).toMatchObject({ status: 403 })
    expect(await by('rob', 'GET', `${place}/users/dev`)).toMatchObject({ status: 403 })
  })

  test('that somebody has already may be given once more; another is given with PATCH', async () => {
    const { by } = withPeople()
    const { body } = await by('ada', 'GET', `${place}/users/dev`)
    expect(await by('ada', 'POST', `${place}/users`, { id: 'dev', role: body.role })).toMatchObject({
      status: 200,
      body,
    })
    if (place !== acmeShop) return
    const answer = await by('owen', 'POST', `${place}/users`, { id: 'dev', role: 'owner' })
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining('PATCH') } })
  })
})

test.each([`${acme}/apps/none/users`, `${acme}/env-types/none/users`])('%s is 404', async (path) => {
  const { by } = withPeople()
  expect(await by('ada', 'GET', path)).toMatchObject({ status: 404 })
  expect(await by('ada', 'POST', path, { id: 'mia', role: 'deployer' })).toMatchObject({ status: 404 })
})

test('a role works at once, and is gone at once', async () => {
  const { by } = withPeople()
  const deploy = () => by('vera', 'POST', `${acmeShop}/envs/dev/deploys`, {})
  expect(await deploy()).toMatchObject({ status: 403 })
  await by('owen', 'PATCH', `${acmeShop}/users/vera`, { role: 'developer' })
  expect(await deploy()).toMatchObject({ status: 403 })
  await by('max', 'POST', `${onDevelopment}/users`, { id: 'vera', role: 'deployer' })
  expect(await deploy()).toMatchObject({ status: 201 })
  await by('max', 'DELETE', `${onDevelopment}/users/vera`)
  expect(await deploy()).toMatchObject({ status: 403 })
})

test('a manager cannot make itself a deployer', async () => {
  const { by } = withPeople()
  const wanted = { id: 'max', role: 'deployer' }
  expect(await by('max', 'POST', `${onDevelopment}/users`, wanted)).toMatchObject({ status: 403 })
  expect(await by('ada', 'POST', `${onDevelopment}/users`, wanted)).toMatchObject({ status: 200 })
})

test('an application or environment type of the same name, made anew, has nobody of before', async () => {
  const { by, call, ids } = withPeople()
  await by('ada', 'DELETE', `${acme}/apps/other`)
  await call('POST', `${acme}/apps`, { id: 'other', name: 'Other', skip_environment_creation: true })
  await by('ada', 'POST', `${acme}/apps/other/users`, { id: 'vera', role: 'owner' })
  expect(await by('vera', 'DELETE', `${acme}/apps/other`)).toMatchObject({ status: 204 })
  await by('max', 'POST', `${acme}/apps`, { id: 'other', name: 'Other' })
  expect(ids((await by('max', 'GET', `${acme}/apps/other/users`)).body)).toEqual(['max'])
  expect(await by('vera', 'GET', `${acme}/apps/other`)).toMatchObject({ status: 403 })

  await by('ada', 'POST', `${acme}/env-types`, { id: 'qa' })
  await by('ada', 'POST', `${acme}/env-types/qa/users`, { id: 'vera', role: 'deployer' })
  await by('ada', 'DELETE', `${acme}/env-types/qa`)
  await by('ada', 'POST', `${acme}/env-types`, { id: 'qa' })
  expect((await by('ada', 'GET', `${acme}/env-types/qa/users`)).body).toEqual([])
})

describe('permissions', () => {
  test('are those of the roles and of what they include', async () => {
    const { by } = withPeople()
    expect(await by('dev', 'GET', `${acme}/users/dev/perms`)).toMatchObject({
      status: 200,
      body: {
        objects: {
          [acme]: { permissions: ['member'] },
          [acmeShop]: { permissions: ['viewer', 'developer'] },
          [onDevelopment]: { permissions: ['deployer'] },
        },
      },
    })
    const { body } = await by('max', 'GET', `${acme}/users/ada/perms`)
    const everything = ['member', 'artefactContributor', 'manager', 'administrator']
    expect(body).toEqual({ objects: { [acme]: { permissions: everything } } })
  })

  test('are shown to oneself and to managers, and never those on another organization', async () => {
    const { by, call } = withPeople()
    expect(await by('dev', 'GET', `${acme}/users/ada/perms`)).toMatchObject({ status: 403 })
    expect(await by('max', 'GET', `${acme}/users/rob/perms`)).toMatchObject({ status: 404 })
    expect(await by('max', 'GET', `${acme}/users/A/perms`)).toMatchObject({
      status: 400,
      body: { message: 'path parameter \'userId\' must match pattern "^[a-z0-9](?:-?[a-z0-9]+)+$"' },
    })
    const { body } = await call('GET', `${acme}/users/local-administrator/perms`)
    expect(Object.keys(body.objects).every((path) => path.startsWith(acme))).toBe(true)
  })
})
