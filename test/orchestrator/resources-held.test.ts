import { describe, expect, test } from 'vitest'
import { seconds, shop } from './a-shop.ts'
import { anInfrastructure, definitions, type Infrastructure } from './an-infrastructure.ts'

const own = '/orgs/local-org/resources'
const databases = `${shop}/envs/development/resources/postgres/modules.web.externals.db`
const resource = `active resource 'modules.web.externals.db' of environment 'shop/development'`
const secret_refs = { password: { store: 'safe', ref: 'db' } }

/** What a definition can name, with the refusal that its deletion meets. */
const things = [
  {
    thing: 'a driver',
    path: `${own}/drivers/my-driver`,
    refusal: { status: 409, name: `Resource driver 'my-driver'` },
    named: { driver_type: 'local-org/my-driver' },
  },
  {
    thing: 'an account',
    path: `${own}/accounts/my-account`,
    refusal: { status: 400, name: `Resource account 'my-account'` },
    named: { driver_account: 'my-account' },
  },
  {
    thing: 'a secret store',
    path: '/orgs/local-org/secretstores/safe',
    refusal: { status: 409, name: `Secret store 'safe'` },
    named: { driver_inputs: { secret_refs } },
  },
]

const withThings = async () => {
  const made = anInfrastructure()
  const { call, succeed } = made
  await succeed(call('POST', '/orgs/local-org/secretstores', { id: 'safe', primary: false, vault: {} }))
  const credentials = { aws_access_key_id: 'AKIA1', aws_secret_access_key: 'x' }
  await succeed(call('POST', `${own}/accounts`, { id: 'my-account', name: 'Mine', type: 'aws', credentials }))
  const driver = { id: 'my-driver', type: 'postgres', account_types: [], inputs_schema: {} }
  await succeed(call('POST', `${own}/drivers`, { ...driver, target: 'https://driver.test' }))
  return made
}

/** Begins to deploy a database. */
const begin = async ({ call, succeed }: Infrastructure): Promise<string> => {
  const add = { web: { spec: {}, externals: { db: { type: 'postgres' } } } }
  const set_id = await succeed(call('POST', `${shop}/sets/0`, { modules: { add } }))
  return (await succeed(call('POST', `${shop}/envs/development/deploys`, { set_id }))).id
}

describe.each(things)('$thing is not deleted', ({ path, refusal: { status, name }, named }) => {
  const plain = { name: 'x', driver_type: 'humanitec/echo' }
  const refused = (use: string) => ({ status, body: { message: `${name} is in use by ${use}.` } })

  test('while a deployment under way needs it that began before its definition changed', async () => {
    const made = await withThings()
    const { call, succeed, define, after } = made
    await define('my-db', { ...named, criteria: [{}] })
    const id = await begin(made)
    const definition = `resource definition 'my-db'`
    expect(await call('DELETE', path)).toMatchObject(refused(`${definition}: change or delete that first`))
    await succeed(call('PUT', `${definitions}/my-db`, plain))
    const deployment = `deployment '${id}' of environment 'shop/development'`
    expect(await call('DELETE', path)).toMatchObject(refused(`${deployment}: wait for its end`))
    await after(seconds(3))
    expect(await call('DELETE', path)).toMatchObject(refused(`${resource}: delete or detach that first`))
    await succeed(call('DELETE', `${databases}?detach=true`))
    expect(await call('DELETE', path)).toMatchObject({ status: 204 })
  })

  test('while such a deployment makes a resource anew that is there already', async () => {
    const made = await withThings()
    const { call, succeed, define, after } = made
    await define('my-db', { criteria: [{}] })
    await begin(made)
    await after(seconds(3))
    await succeed(call('PUT', `${definitions}/my-db`, { ...plain, ...named }))
    const id = await begin(made)
    await succeed(call('PUT', `${definitions}/my-db`, plain))
    const deployment = `deployment '${id}' of environment 'shop/development'`
    expect(await call('DELETE', path)).toMatchObject(refused(`${deployment}: wait for its end`))
  })

  test('while a resource is pinned to a version that names it', async () => {
    const made = await withThings()
    const { call, succeed, define, after } = made
    await define('my-db', { criteria: [{}] })
    await begin(made)
    await after(seconds(3))
    const { active_version_id: target_def_version_id } = await succeed(
      call('PUT', `${definitions}/my-db`, { ...plain, ...named }),
    )
    await succeed(call('PUT', `${definitions}/my-db`, plain))
    await succeed(call('POST', `${databases}/actions/pin`, { target_def_version_id }))
    expect(await call('DELETE', path)).toMatchObject(refused(`${resource}, by its pin: take that away first`))
    await succeed(call('POST', `${databases}/actions/pin`, { target_def_version_id: null }))
    expect(await call('DELETE', path)).toMatchObject({ status: 204 })
  })
})

test('an account that a deployment under way needs is used', async () => {
  const made = await withThings()
  const { call, succeed, define, get } = made
  const account = `${own}/accounts/my-account`
  await define('my-db', { driver_account: 'my-account', criteria: [{}] })
  await begin(made)
  await succeed(call('PUT', `${definitions}/my-db`, { name: 'x', driver_type: 'humanitec/echo' }))
  expect(await get(account)).toMatchObject({ is_used: true })
  expect(await get(`${own}/accounts`)).toMatchObject([{ is_used: true }])
  expect(await call('DELETE', account)).toMatchObject({
    body: { details: { referencing_resources: { resource_definitions: [], active_resources: [] } } },
  })
})

test('a resource type is not deleted while there is something of it, and the refusal says what to do about that', async () => {
  const { call, define, succeed, after, get } = await withThings()
  const type = 'local-org/thing'
  const drop = async () => (await call('DELETE', `${own}/types/${encodeURIComponent(type)}`)).body?.message
  await succeed(call('POST', `${own}/types`, { type, use: 'direct' }))
  await define('my-thing', { type, criteria: [{}] })
  expect(await drop()).toBe(`Resource type '${type}' is in use by resource definition 'my-thing': delete that first.`)
  const add = { web: { spec: {}, externals: { it: { type } } } }
  const set_id = await succeed(call('POST', `${shop}/sets/0`, { modules: { add } }))
  const { id } = await succeed(call('POST', `${shop}/envs/development/deploys`, { set_id }))
  await succeed(call('DELETE', `${definitions}/my-thing?force=true`))
  const deployment = `deployment '${id}' of environment 'shop/development'`
  expect(await drop()).toBe(`Resource type '${type}' is in use by ${deployment}: wait for its end.`)
  await after(seconds(3))
  expect(await get(`${shop}/envs/development/resources`)).toMatchObject([{ type }])
  expect(await drop()).toContain(': delete or detach that first.')
})
