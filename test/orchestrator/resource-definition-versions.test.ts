import { describe, expect, test } from 'vitest'
import { as, seconds, shop } from './a-shop.ts'
import { anInfrastructure, definitions, type Infrastructure } from './an-infrastructure.ts'

const versions = `${definitions}/my-db/versions`

interface VersionLike {
  id: string
  name: string
  action: string
  active: boolean
  proposed: boolean
  archived: boolean
}

const list = (made: Infrastructure, query = '') => made.get(`${versions}${query}`) as Promise<VersionLike[]>

/** `my-db` with the versions `The my-db`, `second` (active) and `third`, which is only proposed. */
const withVersions = async () => {
  const made = anInfrastructure()
  await made.define('my-db')
  await made.succeed(made.call('PUT', `${definitions}/my-db`, { name: 'second' }))
  const proposed = await made.succeed(made.call('PATCH', `${definitions}/my-db`, { name: 'third', proposed: true }))
  const [third, second, first] = (await list(made)) as [VersionLike, VersionLike, VersionLike]
  return { ...made, proposed, first, second, third }
}

test('every change makes a version; a proposed one does not count yet', async () => {
  const { first, second, third, proposed, get } = await withVersions()
  expect(first).toMatchObject({ name: 'The my-db', action: 'created', active: false, proposed: false })
  expect(second).toMatchObject({ name: 'second', action: 'updated', active: true, proposed: false })
  expect(third).toMatchObject({ name: 'third', action: 'updated', active: false, proposed: true })
  expect(proposed).toMatchObject({ name: 'second', active_version_id: second.id })
  expect(await get(`${versions}/${third.id}`)).toEqual(third)
})

test('a version is complete, also without what a definition may lack', async () => {
  const { first } = await withVersions()
  expect(first).toMatchObject({
    org_id: 'local-org',
    def_id: 'my-db',
    type: 'postgres',
    driver_type: 'humanitec/echo',
    driver_account: '',
    driver_inputs: {},
    provision: {},
    in_place_driver_change: false,
    archived: false,
  })
})

test('criteria are no part of versions', async () => {
  const made = await withVersions()
  await made.succeed(made.call('POST', `${definitions}/my-db/criteria`, {}))
  expect(await list(made)).toHaveLength(3)
})

test('promoting makes a version count, forward and back', async () => {
  const made = await withVersions()
  const { call, get, third, first } = made
  expect(await call('POST', `${versions}/${third.id}/actions/promote`)).toMatchObject({ status: 204 })
  expect(await get(`${definitions}/my-db`)).toMatchObject({ name: 'third', active_version_id: third.id })
  expect((await list(made)).map((each) => each.proposed)).toEqual([false, false, false])
  expect(await call('POST', `${versions}/${first.id}/actions/promote`)).toMatchObject({ status: 204 })
  expect(await get(`${definitions}/my-db`)).toMatchObject({ name: 'The my-db' })
  expect((await list(made)).map((each) => each.proposed)).toEqual([true, true, false])
  const now = await get(`${definitions}/my-db`)
  await made.after(seconds(1))
  expect(await call('POST', `${versions}/${first.id}/actions/promote`)).toMatchObject({ status: 204 })
  expect(await get(`${definitions}/my-db`)).toEqual(now)
})

test('a version can be read also once its definition is marked as deleted', async () => {
  const made = anInfrastructure()
  const { active_version_id: id } = await made.define('my-db', { criteria: [{}] })
  await made.deploy({ shared: { db: { type: 'postgres' } } })
  await made.succeed(made.call('DELETE', `${definitions}/my-db?force=true`))
  expect(await made.get(`${versions}/${id}`)).toMatchObject({ id, action: 'created', active: false })
})

test('a definition that is made again has no versions of the one before', async () => {
  const made = await withVersions()
  await made.succeed(made.call('DELETE', `${definitions}/my-db`))
  const { active_version_id } = await made.define('my-db')
  expect(await list(made)).toMatchObject([{ id: active_version_id }])
})

test('a built-in definition has the one version that it is', async () => {
  const { get } = anInfrastructure()
  const { active_version_id: id } = await get(`${definitions}/default-postgres`)
  const all = await get(`${definitions}/default-postgres/versions`)
  expect(all).toMatchObject([{ id, active: true, proposed: false }])
  expect(await get(`${definitions}/default-postgres/versions/${id}`)).toEqual(all[0])
})

test('an archived version cannot be promoted until its use is allowed again', async () => {
  const { call, get, third } = await withVersions()
  const path = `${versions}/${third.id}`
  expect(await call('POST', `${path}/actions/archive`, {})).toMatchObject({ status: 204 })
  expect(await get(path)).toMatchObject({ archived: true })
  expect(await call('POST', `${path}/actions/promote`)).toMatchObject({ status: 400 })
  expect(await call('POST', `${path}/actions/archive`, { archived: false })).toMatchObject({ status: 204 })
  expect(await call('POST', `${path}/actions/promote`)).toMatchObject({ status: 204 })
})

test('a version whose driver has been deleted since cannot be promoted', async () => {
  const { call, define, get, succeed } = anInfrastructure()
  const drivers = '/orgs/local-org/resources/drivers'
  const target = 'https://drivers.example.com/'
  await succeed(call('POST', drivers, { id: 'maker', type: 'postgres', account_types: [], inputs_schema: {}, target }))
  const { active_version_id: first } = await define('my-db', { driver_type: 'maker' })
  const second = await succeed(call('PUT', `${definitions}/my-db`, { name: 'second', driver_type: 'humanitec/echo' }))
  await succeed(call('DELETE', `${drivers}/maker`))
  expect(await call('POST', `${versions}/${first}/actions/promote`)).toMatchObject({
    status: 400,
    body: { message: "driver_type: resource driver 'maker' does not exist for organization 'local-org'." },
  })
  expect(await get(`${definitions}/my-db`)).toEqual(second)
})

test('the version that counts cannot be archived', async () => {
  const { call, second } = await withVersions()
  const answer = await call('POST', `${versions}/${second.id}/actions/archive`, { archived: true })
  expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining('promote another') } })
  expect(await call('POST', `${versions}/${second.id}/actions/archive`, { archived: false })).toMatchObject({
    status: 204,
  })
})

test('versions come page by page', async () => {
  const made = await withVersions()
  const first = await made.call('GET', `${versions}?per_page=2`)
  expect(first.body.map(({ name }: VersionLike) => name)).toEqual(['third', 'second'])
  const next = new URL(/<(.+)>/.exec(first.headers['link'] ?? '')?.[1] ?? '')
  const second = await made.call('GET', `${next.pathname}${next.search}`)
  expect(second.body.map(({ name }: VersionLike) => name)).toEqual(['The my-db'])
  expect(second.headers).not.toHaveProperty('link')
  expect(await made.call('GET', `${versions}?page=x`)).toMatchObject({
    status: 400,
    body: { message: "query parameter 'page' must be a token of a 'next' link" },
  })
})

test('the newest fifty are kept, and the one that a resource was made from', async () => {
  const made = anInfrastructure()
  await made.define('my-db', { criteria: [{}] })
  await made.deploy({ shared: { db: { type: 'postgres' } } })
  const [used] = await made.active()
  for (let count = 0; count < 60; count += 1) await made.call('PUT', `${definitions}/my-db`, { name: `${count}` })
  const kept = await list(made, '?per_page=100')
  expect(kept).toHaveLength(51)
  expect(kept.at(-1)).toMatchObject({ id: used?.def_version_id, action: 'created' })
})

test('the version that a resource is pinned to, and that a deployment under way needs, are kept', async () => {
  const made = anInfrastructure()
  const { active_version_id: pinned } = await made.define('my-db', { criteria: [{}] })
  const change = (name: string) => made.succeed(made.call('PUT', `${definitions}/my-db`, { name }))
  const { active_version_id: needed } = await change('needed')
  const set = { modules: { add: { web: { spec: {}, externals: { db: { type: 'postgres' } } } } } }
  await made.deploy({ shared: { db: { type: 'postgres' } } })
  await change('other')
  await made.deploy({ shared: { db: { type: 'postgres' } } })
  const pin = `${shop}/envs/development/resources/postgres/shared.db/actions/pin`
  await made.succeed(made.call('POST', pin, { target_def_version_id: pinned }))
  await made.succeed(made.call('POST', `${versions}/${needed}/actions/promote`))
  const { id: set_id } = { id: await made.succeed(made.call('POST', `${shop}/sets/0`, set)) }
  await made.succeed(made.call('POST', `${shop}/envs/staging/deploys`, { set_id }))
  for (let count = 0; count < 60; count += 1) await change(`${count}`)
  const kept = (await list(made, '?per_page=100')).map(({ id }) => id)
  expect(kept).toContain(pinned)
  expect(kept).toContain(needed)
})

test('the version that counts is kept, however many were proposed after it', async () => {
  const made = anInfrastructure()
  const { active_version_id } = await made.define('my-db')
  for (let count = 0; count < 60; count += 1) {
    await made.call('PUT', `${definitions}/my-db`, { name: `${count}`, proposed: true })
  }
  const kept = await list(made, '?per_page=100')
  expect(kept).toHaveLength(51)
  expect(kept.at(-1)).toMatchObject({ id: active_version_id, active: true })
})

describe('what does not exist is not found', () => {
  test.each([
    ['GET', '/my-db/versions/none', undefined],
    ['GET', '/none/versions', undefined],
    ['GET', '/none/versions/none', undefined],
    ['POST', '/my-db/versions/none/actions/archive', {}],
    ['POST', '/my-db/versions/none/actions/promote', undefined],
  ])('%s %s', async (method, path, body) => {
    const { call } = await withVersions()
    expect(await call(method, `${definitions}${path}`, body)).toMatchObject({ status: 404 })
  })
})

test('only administrators promote and archive, and nobody does it to a built-in definition', async () => {
  const { call, get, first } = await withVersions()
  const [builtIn] = [await get(`${definitions}/default-dns`)]
  for (const action of ['archive', 'promote']) {
    expect(await call('POST', `${versions}/${first.id}/actions/${action}`, {}, as('pia'))).toMatchObject({
      status: 403,
    })
    const path = `${definitions}/default-dns/versions/${builtIn.active_version_id}`
    expect(await get(path)).toMatchObject({ active: true, action: 'created' })
    expect(await call('POST', `${path}/actions/${action}`, {})).toMatchObject({ status: 403 })
  }
})

test('a request to archive that is none is refused', async () => {
  const { call, first } = await withVersions()
  const answer = await call('POST', `${versions}/${first.id}/actions/archive`, { archived: 'yes' })
  expect(answer).toMatchObject({ status: 400 })
})
