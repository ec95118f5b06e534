import { describe, expect, test } from 'vitest'
import { startOrchestrator } from '../support/orchestrator.ts'

const shop = '/orgs/local-org/apps/shop'
const deltas = `${shop}/deltas`
const noon = '2026-01-05T12:00:00.000Z'
const later = '2026-01-05T12:01:00.000Z'

const seed = `
organizations:
  - id: local-org
    applications: [{ id: shop, environments: [{ id: development }] }]
    users:
      - { id: dora, name: Dora, token: dora, applications: { shop: developer } }
      - { id: vera, name: Vera, token: vera, applications: { shop: viewer } }
`
const as = (token: string) => ({ authorization: `Bearer ${token}` })

const web = {
  profile: 'humanitec/default-module',
  spec: { containers: { web: { image: 'ghcr.io/acme/web:1' } } },
  externals: {},
}
const empty = { modules: { add: {}, remove: [], update: {} }, shared: [] }

const withShop = () => {
  const started = startOrchestrator({ seed })
  const create = async (delta: unknown = {}) => (await started.call('POST', deltas, delta)).body.id as string
  return { ...started, create }
}

describe('creating', () => {
  test('answers 200 with the whole delta, under an id of its own', async () => {
    const { call } = withShop()
    const { status, body } = await call('POST', deltas, {
      id: 'mine',
      metadata: { env_id: 'development', name: 'Release 7', archived: true, created_by: 'somebody', shared: true },
      modules: { add: { web }, remove: ['old'] },
      shared: [{ op: 'add', path: '/dns', value: { type: 'dns' } }],
    })
    expect(status).toBe(200)
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{40}$/),
      metadata: {
        created_by: 'local-administrator',
        created_at: noon,
        last_modified_at: noon,
        archived: false,
        shared: false,
        contributers: [],
        env_id: 'development',
        name: 'Release 7',
      },
      modules: { add: { web }, remove: ['old'], update: {} },
      shared: [{ op: 'add', path: '/dns', value: { type: 'dns' } }],
    })
    expect((await call('GET', `${deltas}/${body.id}`)).body).toEqual(body)
  })

  test.each([
    ['nothing', {}],
    ['nulls', { modules: { add: null, remove: null, update: null }, shared: null }],
    ['changes that are for other changes only', { shared: [{ op: 'remove', path: '/a', value: { scope: 'delta' } }] }],
  ])('takes %s for a delta without changes', async (_, request) => {
    const { call } = withShop()
    const { status, body } = await call('POST', deltas, request)
    expect(status).toBe(200)
    expect(body).toMatchObject(empty)
  })

  test('fits the updates of a module into the module that it adds', async () => {
    const { call } = withShop()
    const path = '/spec/containers/web/image'
    const { body } = await call('POST', deltas, {
      modules: { add: { web }, updates: { web: [{ op: 'replace', path, value: 'ghcr.io/acme/web:2' }] } },
    })
    expect(body.modules.add.web.spec.containers.web.image).toBe('ghcr.io/acme/web:2')
    expect(body.modules.update).toEqual({})
  })

  test.each([
    ['an unknown place in a module that it adds', { op: 'replace', path: '/spec/x', value: 1 }],
    ['a profile that is no text', { op: 'add', path: '/profile', value: 1 }],
    ['a path that is no pointer', { op: 'add', path: 'spec', value: 1 }],
  ])('refuses %s with 400, naming it', async (_, action) => {
    const { call } = withShop()
    const { status, body } = await call('POST', deltas, { modules: { add: { web }, update: { web: [action] } } })
    expect(status).toBe(400)
    expect(body.message).toContain('web')
    expect(body.message).toContain(action.path)
    expect((await call('GET', deltas)).body).toEqual([])
  })

  test('refuses a body that is no delta with 422', async () => {
    const { call } = withShop()
    expect((await call('POST', deltas, [])).status).toBe(422)
    expect((await call('POST', deltas, { modules: { remove: 'web' } })).status).toBe(422)
    expect((await call('POST', deltas, '{"modules":')).status).toBe(422)
  })
})

describe('listing', () => {
  const names = (body: { metadata: { name: string } }[]) => body.map(({ metadata }) => metadata.name)

  test.each([
    ['the ones that are not archived', '', ['a', 'b']],
    ['the ones that are not archived, if those are asked for', '?archived=false', ['a', 'b']],
    ['the archived ones', '?archived=true', ['c', 'd']],
    ['the ones for an environment', '?env=staging', ['b']],
    ['the archived ones for an environment', '?env=staging&archived=true', ['d']],
  ])('gives %s', async (_, query, expected) => {
    const { call, create } = withShop()
    await create({ metadata: { name: 'a', env_id: 'development' } })
    await create({ metadata: { name: 'b', env_id: 'staging' } })
    const c = await create({ metadata: { name: 'c' } })
    const d = await create({ metadata: { name: 'd', env_id: 'staging' } })
    for (const id of [c, d]) await call('PUT', `${deltas}/${id}/metadata/archived`, 'true')
    expect(names((await call('GET', `${deltas}${query}`)).body)).toEqual(expected)
  })

  test.each([
    ['archived=maybe', "query parameter 'archived' must be boolean"],
    ['env=Not+An+Id', "query parameter 'env' must match pattern"],
  ])('with %s is refused with 400', async (query, message) => {
    const { status, body } = await withShop().call('GET', `${deltas}?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: 'API-001', message: expect.stringContaining(message) })
  })
})

describe('replacing', () => {
  test('puts other changes in place of all there are, and keeps id and metadata', async () => {
    const { call, clock, create } = withShop()
    const id = await create({ metadata: { name: 'Release' }, modules: { add: { web }, remove: ['old'] } })
    await clock.advance(60_000)
    const request = { id: 'x', metadata: { name: 'Other' }, modules: { add: { api: web } } }
    expect(await call('PUT', `${deltas}/${id}`, request)).toMatchObject({ status: 204, body: undefined })
    expect((await call('GET', `${deltas}/${id}`)).body).toMatchObject({
      id,
      metadata: { name: 'Release', created_at: noon, last_modified_at: later, contributers: [] },
      modules: { add: { api: web }, remove: [], update: {} },
    })
  })

  test('simplifies the changes, as creating does, and stores none that do not go together', async () => {
    const { call, create } = withShop()
    const id = await create()
    const update = (op: string) => ({ api: [{ op, path: '/spec/x', value: 1 }] })
    const request = (op: string) => ({ modules: { add: { api: { spec: {} } }, update: update(op) } })
    expect(await call('PUT', `${deltas}/${id}`, request('add'))).toMatchObject({ status: 204 })
    const { body } = await call('GET', `${deltas}/${id}`)
    expect(body.modules).toMatchObject({ add: { api: { spec: { x: 1 } } }, update: {} })
    expect(await call('PUT', `${deltas}/${id}`, request('replace'))).toMatchObject({
      status: 400,
      body: { error: 'API-001', details: { module: 'api', path: '/spec/x', op: 'replace' } },
    })
    expect((await call('GET', `${deltas}/${id}`)).body).toEqual(body)
  })
})

describe('merging', () => {
  test('folds all deltas of the body in, one after the other', async () => {
    const { call, clock, create } = withShop()
    const id = await create({ modules: { add: { web }, update: { api: [{ op: 'add', path: '/spec/x', value: 1 }] } } })
    await clock.advance(60_000)
    const { status, body } = await call('PATCH', `${deltas}/${id}`, [
      { id: 'x', metadata: { name: 'Other', env_id: 'staging' }, modules: { remove: ['web'] } },
      { modules: { update: { api: [{ op: 'remove', path: '/spec/x', value: { scope: 'delta' } }] } } },
      { modules: { add: { job: {} } }, shared: [{ op: 'add', path: '/dns', value: { type: 'dns' } }] },
    ])
    expect(status).toBe(200)
    const by = { created_by: 'local-administrator', contributers: [] }
    const metadata = { ...by, created_at: noon, last_modified_at: later, archived: false, shared: false }
    expect(body.id).toBe(id)
    expect(body.metadata).toEqual(metadata)
    expect(body.modules).toEqual({
      add: { job: { profile: 'humanitec/default-module', spec: {}, externals: {} } },
      remove: ['web'],
      update: {},
    })
    expect((await call('GET', `${deltas}/${id}`)).body).toEqual(body)
  })

  test.each([
    [['add', 'remove'], [], ['web']],
    [['remove', 'add'], ['web'], ['web']],
  ])('takes them in their order: %j', async (order, added, removed) => {
    const { call, create } = withShop()
    const kinds: Record<string, object> = { add: { add: { web } }, remove: { remove: ['web'] } }
    const id = await create()
    const { body } = await call(
      'PATCH',
      `${deltas}/${id}`,
      order.map((kind) => ({ modules: kinds[kind] })),
    )
    expect([Object.keys(body.modules.add), body.modules.remove]).toEqual([added, removed])
  })

  test('an empty list changes nothing, not even when and by whom it was changed', async () => {
    const { call, clock, create } = withShop()
    const id = await create({ modules: { add: { web } } })
    const { body: before } = await call('GET', `${deltas}/${id}`)
    await clock.advance(60_000)
    expect(await call('PATCH', `${deltas}/${id}`, [], as('dora'))).toMatchObject({ status: 200, body: before })
    expect((await call('GET', `${deltas}/${id}`)).body).toEqual(before)
    await call('PUT', `${deltas}/${id}/metadata/archived`, 'true')
    expect(await call('PATCH', `${deltas}/${id}`, [])).toMatchObject({ status: 200 })
  })

  test('takes all of the body or nothing', async () => {
    const { call, create } = withShop()
    const id = await create({ modules: { add: { web } } })
    const { body: before } = await call('GET', `${deltas}/${id}`)
    const impossible = { modules: { update: { web: [{ op: 'replace', path: '/spec/x', value: 1 }] } } }
    const { status, body } = await call('PATCH', `${deltas}/${id}`, [{ modules: { remove: ['old'] } }, impossible])
    expect(status).toBe(400)
    expect(body.details).toMatchObject({ module: 'web', path: '/spec/x', op: 'replace' })
    expect((await call('GET', `${deltas}/${id}`)).body).toEqual(before)
  })

  test('a single delta that is in no list is refused', async () => {
    const { call, create } = withShop()
    const id = await create()
    expect((await call('PATCH', `${deltas}/${id}`, {})).status).toBe(422)
  })
})

test.each([
  ['GET', ''],
  ['PUT', ''],
  ['PATCH', ''],
  ['PUT', '/metadata/archived'],
  ['PUT', '/metadata/env_id'],
  ['PUT', '/metadata/name'],
])('%s of a delta%s that does not exist is told in a plain text', async (method, below) => {
  const { call } = withShop()
  const bodies: Record<string, string> = { '/metadata/archived': 'true', '': method === 'PATCH' ? '[]' : '{}' }
  const { status, body } = await call(method, `${deltas}/nothing${below}`, bodies[below] ?? '"name"')
  expect(status).toBe(404)
  expect(body).toBe("Delta 'nothing' does not exist in application 'local-org/shop'.")
})

test('a viewer reads deltas and changes none', async () => {
  const { call, create } = withShop()
  const id = await create()
  expect((await call('GET', `${deltas}/${id}`, undefined, as('vera'))).status).toBe(200)
  expect((await call('POST', deltas, {}, as('vera'))).status).toBe(403)
  expect((await call('PATCH', `${deltas}/${id}`, [], as('vera'))).status).toBe(403)
  expect((await call('PUT', `${deltas}/${id}/metadata/archived`, 'true', as('vera'))).status).toBe(403)
})

test('an application that is made anew does not have the deltas of the one that was deleted', async () => {
  const { call, create } = withShop()
  const id = await create()
  expect((await call('DELETE', shop)).status).toBe(204)
  await call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Shop' })
  expect((await call('GET', `${deltas}/${id}`)).status).toBe(404)
})
