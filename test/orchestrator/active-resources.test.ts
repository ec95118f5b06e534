import { describe, expect, test } from 'vitest'
import { as, seconds, shop } from './a-shop.ts'
import { anInfrastructure, definitions } from './an-infrastructure.ts'

const resources = `${shop}/envs/development/resources`
const db = `${resources}/postgres/shared.db`
const need = { shared: { db: { type: 'postgres' } } }

const neighbours = `
organizations:
  - { id: local-org, applications: [{ id: shop, environments: [{ id: development }] }] }
  - { id: other-org }
`

/** A development with a database that the last deployment no longer needs. */
const withLeftover = async (need: object = { type: 'postgres' }) => {
  const made = anInfrastructure()
  await made.deploy({ shared: { db: need } })
  await made.deploy({})
  return made
}

describe('deleting', () => {
  test('takes the time of a teardown, and can be seen until then', async () => {
    const { call, get, after, active } = await withLeftover()
    expect(await get(`${resources}?scheduled_deletion=true`)).toEqual([])
    expect(await call('DELETE', db)).toMatchObject({ status: 202, body: undefined })
    expect(await active()).toMatchObject([{ status: 'deleting', scheduled_deletion: true }])
    expect(await get(`${resources}?scheduled_deletion=true`)).toHaveLength(1)
    expect(await get(`${resources}?scheduled_deletion=false`)).toEqual([])
    await after(seconds(0.6))
    expect(await call('DELETE', db)).toMatchObject({ status: 202 })
    await after(seconds(0.4))
    expect(await active()).toEqual([])
    expect(await call('DELETE', db)).toMatchObject({ status: 404 })
  })

  test('is refused with 409 for what is in use, also by a definition of another resource', async () => {
    const { call, define, deploy, active } = anInfrastructure()
    await define('my-db', { criteria: [{}], provision: { 'redis#brought': {} } })
    await deploy(need)
    for (const path of [db, `${resources}/redis/brought`]) {
      const answer = await call('DELETE', path)
      expect(answer).toMatchObject({ status: 409, body: { message: expect.stringContaining('in use') } })
    }
    expect(await active()).toHaveLength(2)
  })

  test('is refused with 409 while the environment is being deployed', async () => {
    const { call } = await withLeftover()
    await call('POST', `${shop}/envs/development/deploys`, {})
    expect(await call('DELETE', db)).toMatchObject({
      status: 409,
      body: { message: "Environment 'development' has an active deployment; wait for its end." },
    })
  })

  test('does not happen to what is needed again in the meantime', async () => {
    const { call, orchestrator, deploy, active, after } = await withLeftover()
    orchestrator.control.behave({ teardownMs: seconds(10) })
    await call('DELETE', db)
    await deploy(need)
    expect(await active()).toMatchObject([{ status: 'active', scheduled_deletion: false }])
    // Deleted again, it has its full time again.
    await deploy({})
    await call('DELETE', db)
    await after(seconds(5))
    expect(await active()).toMatchObject([{ status: 'deleting' }])
    await after(seconds(5))
    expect(await active()).toEqual([])
  })

  test('lets go of a definition that is marked as deleted', async () => {
    const { call, define, deploy, after } = anInfrastructure()
    await define('my-db', { criteria: [{}] })
    await deploy(need)
    await deploy({})
    const marked = () => call('GET', `${definitions}/my-db?deleted=true`)
    expect(await call('DELETE', `${definitions}/my-db?force=true`)).toMatchObject({ status: 204 })
    expect(await call('DELETE', db)).toMatchObject({ status: 202 })
    expect(await marked()).toMatchObject({ status: 200 })
    await after(seconds(1))
    expect(await marked()).toMatchObject({ status: 404 })
  })

  test('takes the class with the type', async () => {
    const { call, after, active } = await withLeftover({ type: 'postgres', class: 'large' })
    expect(await call('DELETE', db)).toMatchObject({ status: 404 })
    expect(await call('DELETE', `${resources}/postgres.large/shared.db`)).toMatchObject({ status: 202 })
    await after(seconds(1))
    expect(await active()).toEqual([])
  })

  test('is refused with 400 when another organization no longer shares the driver; detaching is still possible', async () => {
    const { call, define, deploy, succeed, active } = anInfrastructure({ seed: neighbours })
    const drivers = '/orgs/other-org/resources/drivers'
    const driver = { type: 'postgres', account_types: [], inputs_schema: {}, target: 'driver://humanitec/echo' }
    await succeed(call('POST', drivers, { ...driver, id: 'lent', is_public: true }))
    await define('my-db', { driver_type: 'other-org/lent', criteria: [{}] })
    await deploy(need)
    await deploy({})
    await succeed(call('PUT', `${drivers}/lent`, { ...driver, is_public: false }))
    const answer = await call('DELETE', db)
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining('other-org/lent') } })
    expect(await call('DELETE', `${db}?detach=true`)).toMatchObject({ status: 204 })
    expect(await active()).toEqual([])
  })
})

test('detaching forgets a resource that is in use; the next deployment makes another', async () => {
  const { call, deploy, active } = anInfrastructure()
  await deploy(need)
  expect(await call('DELETE', `${db}?detach=true`)).toMatchObject({ status: 204 })
  expect(await active()).toEqual([])
  expect(await call('DELETE', `${db}?detach=true`)).toMatchObject({ status: 404 })
  await deploy(need)
  expect(await active()).toMatchObject([{ type: 'postgres', status: 'active' }])
})

describe('pinning', () => {
  /** A database made from the first version of `my-db`, which has a second one since. */
  const withVersions = async () => {
    const made = anInfrastructure()
    const first = (await made.define('my-db', { criteria: [{}] })).active_version_id as string
    await made.deploy(need)
    const second = (await made.succeed(made.call('PATCH', `${definitions}/my-db`, { name: 'x' }))).active_version_id
    const pin = (target_def_version_id: string | null) =>
      made.call('POST', `${db}/actions/pin`, { target_def_version_id })
    return { ...made, first, second: second as string, pin }
  }

  test('keeps a resource on a version, until it is let go', async () => {
    const { pin, first, second, deploy, active } = await withVersions()
    expect(await pin(first)).toMatchObject({ status: 200, body: { target_def_version_id: first } })
    await deploy(need)
    expect(await active()).toMatchObject([{ def_version_id: first, target_def_version_id: first }])
    const { status, body } = await pin(null)
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('target_def_version_id')
    await deploy(need)
    expect(await active()).toMatchObject([{ def_version_id: second }])
  })

  test('tries a proposed version on one resource', async () => {
    const { pin, call, succeed, get, deploy, active } = await withVersions()
    await succeed(call('PATCH', `${definitions}/my-db`, { driver_inputs: { values: { host: 'new' } }, proposed: true }))
    const [{ id }] = await get(`${definitions}/my-db/versions`)
    await pin(id)
    await deploy({ shared: { ...need.shared, other: { type: 'postgres' } } })
    expect((await active()).map(({ resource }) => resource['host'] === 'new')).toEqual([true, false])
  })

  test('ends when another definition is used', async () => {
    const { pin, first, define, deploy, active } = await withVersions()
    await pin(first)
    await define('other-db', { criteria: [{ app_id: 'shop' }] })
    await deploy(need)
    const [resource] = await active()
    expect(resource).toMatchObject({ def_id: 'other-db' })
    expect(resource).not.toHaveProperty('target_def_version_id')
  })

  test('is refused for what is no version of the definition, or is archived', async () => {
    const { pin, first, call, succeed } = await withVersions()
    await succeed(call('POST', `${definitions}/my-db/versions/${first}/actions/archive`, {}))
    expect(await pin('none')).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('not a version') },
    })
    expect(await pin(first)).toMatchObject({ status: 400, body: { message: expect.stringContaining('archived') } })
    expect(await call('POST', `${db}/actions/pin`, {})).toMatchObject({
      status: 400,
      body: { message: "body must have required property 'target_def_version_id'" },
    })
    const other = `${resources}/redis/shared.db/actions/pin`
    expect(await call('POST', other, { target_def_version_id: null })).toMatchObject({ status: 404 })
  })
})

test('resources are listed by the definition that they were made from, for those who see their application', async () => {
  const { call, define, deploy, get, active } = anInfrastructure()
  await define('my-db', { criteria: [{}] })
  await deploy({ shared: { ...need.shared, cache: { type: 'redis' } } })
  await deploy(need, 'staging')
  const path = `${definitions}/my-db/resources`
  const [inStaging] = await active('staging')
  expect(await get(path)).toMatchObject([{ type: 'postgres', env_id: 'development' }, inStaging])
  expect(await get(`${definitions}/default-redis/resources`)).toMatchObject([{ type: 'redis' }])
  expect(await get(path, as('vera'))).toHaveLength(2)
  expect(await get(path, as('otto'))).toEqual([])
  expect(await call('GET', `${definitions}/none/resources`)).toMatchObject({ status: 404 })
})

test('resources go with their environment, and let go of what is marked as deleted', async () => {
  const { call, define, deploy, after } = anInfrastructure()
  await define('my-db', { criteria: [{}] })
  await deploy(need)
  await call('DELETE', `${definitions}/my-db?force=true`)
  expect(await call('DELETE', `${shop}/envs/development`)).toMatchObject({ status: 202 })
  await after(seconds(1))
  expect(await call('GET', `${definitions}/my-db?deleted=true`)).toMatchObject({ status: 404 })
})

test('resources go with their application, and another of its name has none of them', async () => {
  const { call, get, deploy, after, define } = anInfrastructure()
  await define('my-db', { criteria: [{}] })
  await deploy({ shared: { db: { type: 'postgres' } } })
  expect(await call('DELETE', shop)).toMatchObject({ status: 202 })
  await call('DELETE', `${definitions}/my-db?force=true`)
  expect(await call('GET', `${definitions}/my-db?deleted=true`)).toMatchObject({ status: 200 })
  await after(seconds(1))
  expect(await call('GET', shop)).toMatchObject({ status: 404 })
  expect(await call('GET', `${definitions}/my-db?deleted=true`)).toMatchObject({ status: 404 })
  expect(await call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Again' })).toMatchObject({ status: 201 })
  expect(await get(`${shop}/envs/development/resources`)).toEqual([])
  expect(await call('DELETE', shop)).toMatchObject({ status: 204 })
})

test('viewers list, developers delete and pin', async () => {
  const { call } = await withLeftover()
  const expected = [
    ['GET', resources, undefined, 'vera', 200],
    ['GET', resources, undefined, 'otto', 403],
    ['GET', resources, undefined, 'nobody', 401],
    ['DELETE', db, undefined, 'vera', 403],
    ['DELETE', db, undefined, 'nobody', 401],
    ['POST', `${db}/actions/pin`, { target_def_version_id: null }, 'vera', 403],
    ['POST', `${db}/actions/pin`, { target_def_version_id: null }, 'dora', 200],
    ['DELETE', db, undefined, 'dora', 202],
    ['GET', `${resources}?scheduled_deletion=maybe`, undefined, 'vera', 400],
    ['GET', `${shop}/envs/none/resources`, undefined, 'vera', 404],
  ] as const
  for (const [method, path, body, token, status] of expected) {
    expect(await call(method, path, body, as(token))).toMatchObject({ status })
  }
})
