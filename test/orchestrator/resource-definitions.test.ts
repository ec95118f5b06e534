import { describe, expect, test } from 'vitest'
import { as } from './a-shop.ts'
import { anInfrastructure, definitions } from './an-infrastructure.ts'

const valid = { id: 'my-db', name: 'My database', type: 'postgres', driver_type: 'humanitec/echo' }

test('a definition is answered as it was given, with its first version', async () => {
  const { call, get } = anInfrastructure()
  const driver_inputs = { values: { host: 'db.test', port: 1 } }
  const provision = { 'aws-policy': { is_dependent: true }, 'dns#shared.dns': { params: { name: 'x' } } }
  const request = { ...valid, driver_inputs, provision, criteria: [{ app_id: 'shop' }] }
  const { status, body } = await call('POST', definitions, request)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    ...valid,
    org_id: 'local-org',
    driver_inputs,
    provision: {
      'aws-policy': { is_dependent: true, match_dependents: false },
      'dns#shared.dns': { is_dependent: false, match_dependents: false, params: { name: 'x' } },
    },
    criteria: [{ app_id: 'shop', class: 'default' }],
    is_default: false,
    is_deleted: false,
  })
  expect(await get(`${definitions}/my-db`)).toEqual(body)
  expect(await get(`${definitions}/my-db/versions`)).toMatchObject([
    { id: body.active_version_id, action: 'created', active: true, proposed: false, archived: false },
  ])
})

describe('creating is refused', () => {
  test.each([
    ['an id that is none', { id: 'A' }, 400, 'body/id'],
    ['a type that does not exist', { type: 'moon' }, 400, 'type'],
    ['a driver that does not exist', { driver_type: 'humanitec/moon' }, 400, 'driver_type'],
    ['an account that does not exist', { driver_account: 'my-account' }, 400, 'driver_account'],
    [
      'both kinds of secrets',
      { driver_inputs: { secrets: { a: 'b' }, secret_refs: { a: { value: 'b' } } } },
      400,
      'either secrets or secret_refs',
    ],
    ['a secret reference that is text', { driver_inputs: { secret_refs: { a: { b: 'x' } } } }, 400, 'secret_refs.a.b'],
    ['a reference without a store', { driver_inputs: { secret_refs: { a: { ref: 'x' } } } }, 400, 'secret_refs.a'],
    [
      'a reference without a ref',
      { driver_inputs: { secret_refs: { a: { store: 'humanitec' } } } },
      400,
      'and ref, or',
    ],
    [
      'a reference with value and store',
      { driver_inputs: { secret_refs: { a: { value: 'x', store: 'humanitec' } } } },
      400,
      'either value, or store and ref',
    ],
    [
      'a reference into the built-in store',
      { driver_inputs: { secret_refs: { a: { store: 'humanitec', ref: 'x' } } } },
      400,
      'secret_refs.a.store',
    ],
    [
      'a secret store that does not exist',
      { driver_inputs: { secret_refs: { a: { store: 'moon', ref: 'x' } } } },
      400,
      "secret store 'moon'",
    ],
    [
      'a reference with value and ref',
      { driver_inputs: { secret_refs: { a: { value: 'x', ref: 'y' } } } },
      400,
      'secret_refs.a',
    ],
    [
      'an unknown part of a reference',
      { driver_inputs: { secret_refs: { a: { value: 'x', moon: 'y' } } } },
      400,
      "'moon'",
    ],
    [
      'a number in a reference',
      { driver_inputs: { secret_refs: { a: { value: 'x', version: 1 } } } },
      400,
      'a.version',
    ],
    ['a key that names no type', { provision: { '#x': {} } }, 400, "'#x'"],
    ['a type to provision that does not exist', { provision: { 'moon#x': {} } }, 400, "'moon'"],
    ['an empty class', { criteria: [{ class: '' }] }, 400, 'class'],
    ['the same criteria twice', { criteria: [{}, { class: 'default' }] }, 409, 'same criteria'],
    ['an id that is taken', { id: 'taken' }, 409, "'taken' exists already"],
    ['the id of a built-in one', { id: 'default-dns', type: 'dns' }, 409, "'default-dns' exists already"],
  ])('for %s', async (_, part, status, words) => {
    const { call, define, get } = anInfrastructure()
    await define('taken')
    const before = await get(definitions)
    const answer = await call('POST', definitions, { ...valid, ...part })
    expect(answer).toMatchObject({ status })
    expect(answer.body.message).toContain(words)
    expect(await get(definitions)).toEqual(before)
  })

  test('when it is nested without end', async () => {
    const { call } = anInfrastructure()
    const deep = `${'{"a":'.repeat(600)}1${'}'.repeat(600)}`
    const body = JSON.stringify({ ...valid, driver_inputs: { values: {} } }).replace('"values":{}', `"values":${deep}`)
    expect(await call('POST', definitions, body)).toMatchObject({
      status: 400,
      body: { message: 'driver_inputs is nested more than 500 levels deep.' },
    })
  })
})

describe('replacing', () => {
  test('takes away the account, the inputs and what is provisioned besides, and keeps the type and the driver', async () => {
    const { call, define } = anInfrastructure()
    await define('my-db', { driver_inputs: { values: { a: 1 } }, provision: { dns: {} } })
    const { status, body } = await call('PUT', `${definitions}/my-db`, {
      name: 'New',
      type: 'postgres',
      driver_type: '',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: 'New', type: 'postgres', driver_type: 'humanitec/echo' })
    expect(body).not.toHaveProperty('driver_inputs')
    expect(body).not.toHaveProperty('provision')
    expect(body.updated_by).toBe(body.created_by)
  })

  test.each([
    ['another type', { name: 'x', type: 'mysql' }, 400, 'keeps its type'],
    ['no name', {}, 400, 'name'],
    ['an unknown driver', { name: 'x', driver_type: 'moon' }, 400, 'driver_type'],
  ])('is refused for %s', async (_, body, status, words) => {
    const { call, define } = anInfrastructure()
    await define('my-db')
    const answer = await call('PUT', `${definitions}/my-db`, body)
    expect(answer).toMatchObject({ status })
    expect(answer.body.message).toContain(words)
  })
})

describe('patching', () => {
  const values = { a: 1, b: { c: 2, d: 3 } }
  const secret_refs = { s: { value: 'x' }, t: { value: 'y' } }
  const both = ['s', 't']
  test.each<[string, object, { values?: object; secrets?: string[] }]>([
    ['nothing', {}, { values, secrets: both }],
    ['nulls', { name: null, driver_inputs: null, provision: null }, { values, secrets: both }],
    [
      'a value',
      { driver_inputs: { values: { b: { c: 4 }, e: 5 } } },
      { values: { a: 1, b: { c: 4 }, e: 5 }, secrets: both },
    ],
    ['a null value', { driver_inputs: { values: { a: null } } }, { values: { b: { c: 2, d: 3 } }, secrets: both }],
    ['all values to null', { driver_inputs: { values: null } }, { secrets: both }],
    ['a null secret', { driver_inputs: { secrets: { s: null } } }, { values, secrets: ['t'] }],
    ['all secrets to null', { driver_inputs: { secret_refs: null } }, { values }],
  ])('%s', async (_, patch, expected) => {
    const { call, define } = anInfrastructure()
    await define('my-db', { driver_inputs: { values, secret_refs }, provision: { dns: {} } })
    const { status, body } = await call('PATCH', `${definitions}/my-db`, patch)
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: 'The my-db', provision: { dns: { is_dependent: false } } })
    const { secret_refs: refs, ...rest } = body.driver_inputs
    expect({ ...rest, ...(refs ? { secrets: Object.keys(refs) } : {}) }).toEqual(expected)
  })

  test('adds to and takes from what is provisioned besides', async () => {
    const { call, define } = anInfrastructure()
    await define('my-db', { provision: { dns: {}, redis: {} } })
    const { body } = await call('PATCH', `${definitions}/my-db`, {
      provision: { dns: null, s3: { is_dependent: true } },
    })
    expect(Object.keys(body.provision)).toEqual(['redis', 's3'])
  })

  test('is refused with 400 for an account that does not exist', async () => {
    const { call, define } = anInfrastructure()
    await define('my-db')
    const answer = await call('PATCH', `${definitions}/my-db`, { driver_account: 'moon' })
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining('driver_account') } })
  })
})

describe('deleting', () => {
  const force = `${definitions}/my-db?force=true`

  test('ends a definition that made nothing', async () => {
    const { call, define } = anInfrastructure()
    await define('my-db')
    expect(await call('DELETE', `${definitions}/my-db`)).toMatchObject({ status: 204 })
    expect(await call('GET', `${definitions}/my-db?deleted=true`)).toMatchObject({ status: 404 })
    expect(await define('my-db')).toMatchObject({ is_deleted: false })
  })

  test('of one in use is refused with the list of what would change', async () => {
    const { call, define, deploy } = anInfrastructure()
    await define('my-db', { criteria: [{ app_id: 'shop' }] })
    await define('other-db', { criteria: [{}] })
    await deploy({ externals: { db: { type: 'postgres' } } })
    const change = { app_id: 'shop', env_id: 'development', res_id: 'modules.web.externals.db', from_def: 'my-db' }
    const answer = await call('DELETE', `${definitions}/my-db`)
    expect(answer).toMatchObject({ status: 409, body: [{ ...change, to_def: 'other-db' }] })
    await call('DELETE', `${definitions}/other-db`)
    expect(await call('DELETE', `${definitions}/my-db`)).toMatchObject({
      body: [{ ...change, to_def: 'default-postgres' }],
    })
  })

  test('by force marks it, hides it, and lets it go with its last resource', async () => {
    const { call, define, deploy, get, active } = anInfrastructure()
    await define('my-db', { criteria: [{}] })
    await deploy({ externals: { db: { type: 'postgres' } } })
    expect(await call('DELETE', force)).toMatchObject({ status: 204 })
    expect(await call('GET', `${definitions}/my-db`)).toMatchObject({ status: 404 })
    expect(await get(`${definitions}?res_type=postgres`)).toMatchObject([{ id: 'default-postgres' }])
    expect(await get(`${definitions}/my-db?deleted=true`)).toMatchObject({ is_deleted: true })
    expect(await get(`${definitions}?res_type=postgres&deleted=true`)).toMatchObject([{ id: 'my-db' }, {}])
    expect(await get(`${definitions}/my-db/versions?deleted=true`)).toMatchObject([{ action: 'deleted' }, {}])
    expect(await call('GET', `${definitions}/my-db/versions`)).toMatchObject({ status: 404 })
    expect(await get(`${definitions}/my-db/resources`)).toMatchObject([{ def_id: 'my-db' }])
    expect(await call('PUT', `${definitions}/my-db`, { name: 'x' })).toMatchObject({ status: 404 })
    expect(await call('DELETE', force)).toMatchObject({ status: 404 })
    expect(await call('POST', definitions, valid)).toMatchObject({
      status: 409,
      body: {
        message:
          "Resource definition 'my-db' exists already in organization 'local-org': it is marked as deleted, and goes with its last active resource.",
      },
    })
    // The next deployment makes the resource from another definition.
    await deploy({ externals: { db: { type: 'postgres' } } })
    expect(await active()).toMatchObject([{ def_id: 'default-postgres' }])
    expect(await call('GET', `${definitions}/my-db?deleted=true`)).toMatchObject({ status: 404 })
  })
})

describe('listing', () => {
  test('gives those of one type together, the best match first, built-in ones last', async () => {
    const { define, get } = anInfrastructure()
    await define('a-broad', { criteria: [{}] })
    await define('cache', { type: 'redis', criteria: [{}] })
    await define('b-narrow', { criteria: [{ env_type: 'production' }, { app_id: 'shop', res_id: 'shared.db' }] })
    await define('c-idle')
    const ids = async (query: string) => {
      const listed = (await get(`${definitions}?${query}`)) as { id: string; is_default: boolean; type: string }[]
      return listed.filter(({ type }) => type === 'postgres' || type === 'redis').map(({ id }) => id)
    }
    const all = ['b-narrow', 'a-broad', 'c-idle', 'default-postgres', 'cache', 'default-redis']
    expect(await ids('')).toEqual(all)
    expect(await ids('res_type=postgres')).toEqual(all.slice(0, 4))
    expect(await ids('res_type=postgres&app=shop')).toEqual(['b-narrow', 'a-broad', 'default-postgres'])
    expect(await ids('res_type=postgres&app=other')).toEqual(['b-narrow', 'a-broad', 'default-postgres'])
    expect(await ids('res_type=postgres&app=other&env_type=development')).toEqual(['a-broad', 'default-postgres'])
    expect(await ids('res_type=postgres&res=shared.db&env=x')).toEqual(['b-narrow', 'a-broad', 'default-postgres'])
    expect(await ids('res_type=postgres&class=large')).toEqual(['default-postgres'])
  })
})

describe('a built-in definition', () => {
  test.each([
    ['PUT', '', { name: 'x' }],
    ['PATCH', '', { name: 'x' }],
    ['DELETE', '?force=true', undefined],
    ['POST', '/criteria', {}],
    ['PUT', '/criteria', []],
    ['DELETE', '/criteria/x', undefined],
  ])('takes no %s %s', async (method, path, body) => {
    const { call, get } = anInfrastructure()
    expect(await get(`${definitions}/default-dns`)).toMatchObject({ is_default: true, type: 'dns', criteria: [] })
    expect(await call(method, `${definitions}/default-dns${path}`, body)).toMatchObject({ status: 403 })
  })
})

test('everybody in the organization may look, only administrators change', async () => {
  const { call, define } = anInfrastructure()
  await define('my-db')
  for (const path of ['', '/my-db', '/my-db/versions', '/my-db/resources']) {
    expect(await call('GET', `${definitions}${path}`, undefined, as('otto'))).toMatchObject({ status: 200 })
    expect(await call('GET', `${definitions}${path}`, undefined, as('nobody'))).toMatchObject({ status: 401 })
  }
  const changes = [
    ['POST', '', valid],
    ['PUT', '/my-db', { name: 'x' }],
    ['PATCH', '/my-db', { name: 'x' }],
    ['DELETE', '/my-db', undefined],
  ] as const
  for (const [method, path, body] of changes) {
    expect(await call(method, `${definitions}${path}`, body, as('pia'))).toMatchObject({ status: 403 })
  }
})

test('a definition that does not exist is not found', async () => {
  const { call } = anInfrastructure()
  for (const [method, body] of [['GET'], ['PUT', { name: 'x' }], ['PATCH', {}], ['DELETE']] as const) {
    expect(await call(method, `${definitions}/none`, body)).toMatchObject({ status: 404 })
  }
})
