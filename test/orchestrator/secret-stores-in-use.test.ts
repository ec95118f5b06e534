import { describe, expect, test } from 'vitest'
import { shop } from './a-shop.ts'
import { anInfrastructure, definitions } from './an-infrastructure.ts'

const stores = '/orgs/local-org/secretstores'
const safe = `${stores}/safe`
const values = `${shop}/values`
const secret = { description: 'A password', is_secret: true, secret_ref: { store: 'safe', ref: 'passwords/db' } }

/** The shop with a secret store beside the built-in one. */
const aShopWithASafe = async (primary = false) => {
  const made = anInfrastructure()
  await made.succeed(made.call('POST', stores, { id: 'safe', primary, vault: { url: 'https://vault.test' } }))
  return { ...made, drop: () => made.call('DELETE', safe) }
}

const inUse = (what: string, remedy = 'change or delete that first') => ({
  status: 409,
  body: { error: 'API-005', message: `Secret store 'safe' is in use by ${what}: ${remedy}.` },
})

describe('a secret store is not deleted', () => {
  test('while a value of an application refers to it', async () => {
    const { call, succeed, drop } = await aShopWithASafe()
    await succeed(call('POST', values, { key: 'PASSWORD', ...secret }))
    expect(await drop()).toMatchObject(inUse(`value 'PASSWORD' of application 'local-org/shop'`))
    await succeed(call('DELETE', `${values}/PASSWORD`))
    expect(await drop()).toMatchObject({ status: 204 })
  })

  test('while a value of an environment refers to it', async () => {
    const { call, succeed, drop } = await aShopWithASafe()
    await succeed(call('POST', values, { key: 'PASSWORD', value: 'x', description: '', is_secret: true }))
    await succeed(call('POST', `${shop}/envs/staging/values`, { key: 'PASSWORD', ...secret }))
    expect(await drop()).toMatchObject(inUse(`value 'PASSWORD' of environment 'staging'`))
    await succeed(call('DELETE', `${shop}/envs/staging/values`))
    expect(await drop()).toMatchObject({ status: 204 })
  })

  test('while it holds a secret from the time when it was the primary', async () => {
    const { call, succeed, drop } = await aShopWithASafe(true)
    await succeed(call('POST', values, { key: 'PASSWORD', value: 'x', description: '', is_secret: true }))
    await succeed(call('PATCH', `${stores}/humanitec`, { primary: true }))
    expect(await drop()).toMatchObject(inUse(`value 'PASSWORD' of application 'local-org/shop'`))
    await succeed(call('PUT', `${values}/PASSWORD`, { value: 'y', description: '' }))
    expect(await drop()).toMatchObject({ status: 204 })
  })

  test('while a resource definition refers to it, however deep', async () => {
    const { define, call, succeed, drop } = await aShopWithASafe()
    const secret_refs = { account: { password: { store: 'safe', ref: 'db' } } }
    await define('my-db', { driver_inputs: { secret_refs } })
    expect(await drop()).toMatchObject(inUse(`resource definition 'my-db'`))
    await succeed(call('PUT', `${definitions}/my-db`, { name: 'x', driver_type: 'humanitec/echo' }))
    expect(await drop()).toMatchObject({ status: 204 })
  })

  test('while it holds a secret of an active resource', async () => {
    const { deploy, call, succeed, active, drop } = await aShopWithASafe(true)
    await deploy({ externals: { db: { type: 'postgres' } } })
    await succeed(call('PATCH', `${stores}/humanitec`, { primary: true }))
    const use = `active resource 'modules.web.externals.db' of environment 'shop/development'`
    expect(await drop()).toMatchObject(inUse(use, 'delete or detach that first'))
    const [resource] = await active()
    await succeed(call('DELETE', `${shop}/envs/development/resources/postgres/${resource?.res_id}?detach=true`))
    expect(await drop()).toMatchObject({ status: 204 })
  })

  test('while a deployment under way makes a resource whose secret lies in it', async () => {
    const { define, call, succeed, after, active, drop } = await aShopWithASafe()
    const secret_refs = { password: { store: 'safe', ref: 'db' } }
    await define('my-db', { driver_inputs: { secret_refs }, criteria: [{}] })
    const add = { web: { spec: {}, externals: { db: { type: 'postgres' } } } }
    const set_id = await succeed(call('POST', `${shop}/sets/0`, { modules: { add } }))
    const { id } = await succeed(call('POST', `${shop}/envs/development/deploys`, { set_id }))
    await succeed(call('PUT', `${definitions}/my-db`, { name: 'x', driver_type: 'humanitec/echo' }))
    const use = `deployment '${id}' of environment 'shop/development'`
    expect(await drop()).toMatchObject(inUse(use, 'wait for its end'))
    await after(3000)
    expect(await active()).toMatchObject([{ def_id: 'my-db', secret_refs }])
    expect(await drop()).toMatchObject({ status: 409 })
  })
})

describe('once a secret store is gone', () => {
  const aLostSecret = async () => {
    const made = await aShopWithASafe()
    const { call, succeed, get, drop } = made
    await succeed(call('POST', values, { key: 'PASSWORD', ...secret }))
    const [{ id: version }] = await get(`${shop}/value-set-versions`)
    await succeed(call('PUT', `${values}/PASSWORD`, { value: 'x', description: 'Here' }))
    await succeed(drop())
    return { ...made, version: version as string }
  }

  test.each(['', '/PASSWORD'])('a value that lay in it is not restored (/restore%s)', async (key) => {
    const { call, get, version } = await aLostSecret()
    const before = await get(values)
    expect(await call('POST', `${shop}/value-set-versions/${version}/restore${key}`, {})).toMatchObject({
      status: 400,
      body: {
        message: `Value 'PASSWORD' of value set version '${version}' lies in secret store 'safe', which does not exist any more.`,
      },
    })
    expect(await get(values)).toEqual(before)
  })

  test('what needs such a value is not deployed, and anything else is', async () => {
    const { call, succeed, get, after, errors, version } = await aLostSecret()
    const deploy = async (variables: object) => {
      const add = { web: { spec: { containers: { main: { image: 'a:1', variables } } } } }
      const set_id = await succeed(call('POST', `${shop}/sets/0`, { modules: { add } }))
      const request = { set_id, value_set_version_id: version }
      const { id } = await succeed(call('POST', `${shop}/envs/development/deploys`, request))
      await after(3000)
      return get(`${shop}/envs/development/deploys/${id}`)
    }
    expect(await deploy({ MODE: 'quiet' })).toMatchObject({ status: 'succeeded' })
    const failed = await deploy({ PASSWORD: '${values.PASSWORD}' })
    expect(failed).toMatchObject({ status: 'failed' })
    expect(await errors(failed)).toMatchObject([
      {
        object_id: 'web',
        message:
          "${values.PASSWORD} in workload 'web' names a shared value that lies in secret store 'safe', which does not exist any more.",
      },
    ])
  })
})
