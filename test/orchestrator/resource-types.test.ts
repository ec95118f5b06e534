import { describe, expect, test } from 'vitest'
import { aShop, as } from './a-shop.ts'

const types = '/orgs/local-org/resources/types'
const pathOf = (type: string) => `${types}/${encodeURIComponent(type)}`
const mine = 'local-org/ftp-server'
const schema = { type: 'object', properties: { values: { type: 'object' } } }

/** A shop whose organization has the resource type `local-org/ftp-server`. */
const withType = async (request: object = {}) => {
  const made = aShop()
  const answer = await made.call('POST', types, { type: mine, use: 'direct', ...request })
  expect(answer).toMatchObject({ status: 200 })
  return { ...made, type: answer.body }
}

describe('built-in resource types', () => {
  test('are there for every organization, with schemas of what goes in and comes out', async () => {
    const { get } = aShop()
    const list = (await get(types, as('vera'))) as { type: string; use: string; outputs_schema: object }[]
    const names = list.map(({ type }) => type)
    expect(names).toEqual(names.toSorted())
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(
      expect.arrayContaining(['dns', 'k8s-cluster', 'postgres', 'redis', 'route', 's3', 'workload']),
    )
    const postgres = list.find(({ type }) => type === 'postgres')
    expect(postgres).toMatchObject({ use: 'direct', name: 'PostgreSQL' })
    expect(postgres?.outputs_schema).toMatchObject({
      properties: {
        values: { required: ['host', 'port', 'name'], properties: { port: { maximum: 65535 } } },
        secrets: { required: ['username', 'password'] },
      },
    })
    expect(list.find(({ type }) => type === 'k8s-cluster')).toMatchObject({ use: 'implicit' })
  })

  test.each([
    ['PUT', { use: 'direct' }],
    ['PATCH', { name: 'Mine' }],
    ['DELETE', undefined],
  ])('cannot be changed: %s answers 403', async (method, body) => {
    const { call, get } = aShop()
    const before = await get(types)
    const { status, body: refusal } = await call(method, pathOf('postgres'), body)
    expect(status).toBe(403)
    expect(refusal.message).toContain('built in')
    expect(await get(types)).toEqual(before)
  })
})

describe('a type of the organization', () => {
  test('has what it was given, and defaults for the rest', async () => {
    const { type, get } = await withType()
    expect(type).toEqual({ type: mine, use: 'direct', name: mine, category: '', inputs_schema: {}, outputs_schema: {} })
    expect((await get(types)).at(-1)).toEqual(type)
  })

  test('is replaced by PUT, which empties the schemas that it leaves out', async () => {
    const { call } = await withType({ name: 'FTP', category: 'files', inputs_schema: schema, outputs_schema: schema })
    const put = await call('PUT', pathOf(mine), { use: 'indirect', inputs_schema: schema })
    expect(put).toMatchObject({ status: 200 })
    expect(put.body).toEqual({
      type: mine,
      use: 'indirect',
      name: mine,
      category: '',
      inputs_schema: schema,
      outputs_schema: {},
    })
  })

  test('is changed by PATCH, which passes over null', async () => {
    const { call, type } = await withType({ name: 'FTP', inputs_schema: schema })
    const patched = await call('PATCH', pathOf(mine), { category: 'files', name: null, inputs_schema: null })
    expect(patched).toMatchObject({ status: 200 })
    expect(patched.body).toEqual({ ...type, category: 'files' })
  })

  test('goes, with its classes, unless a driver makes resources of it', async () => {
    const { call, get } = await withType()
    const drivers = '/orgs/local-org/resources/drivers'
    const driver = { id: 'ftp-maker', type: mine, account_types: [], inputs_schema: {}, target: 'https://ftp.test/' }
    await call('POST', drivers, driver)
    await call('POST', `${pathOf(mine)}/classes`, { id: 'small', description: '' })
    const other = await call('POST', `${pathOf('postgres')}/classes`, { id: 'small', description: '' })
    const refusal = await call('DELETE', pathOf(mine))
    expect(refusal).toMatchObject({ status: 400 })
    expect(refusal.body.message).toContain("driver 'ftp-maker'")
    await call('DELETE', `${drivers}/ftp-maker`)
    expect(await call('DELETE', pathOf(mine))).toMatchObject({ status: 204 })
    expect(await get('/orgs/local-org/resources/classes')).toEqual([other.body])
    expect(await call('DELETE', pathOf(mine))).toMatchObject({ status: 404 })
  })

  test('stays while a definition is of it', async () => {
    const { call } = await withType()
    const definitions = '/orgs/local-org/resources/defs'
    const definition = { id: 'my-ftp', name: 'My FTP', type: mine, driver_type: 'humanitec/echo' }
    expect(await call('POST', definitions, definition)).toMatchObject({ status: 200 })
    const refusal = await call('DELETE', pathOf(mine))
    expect(refusal).toMatchObject({ status: 400 })
    expect(refusal.body.message).toContain("resource definition 'my-ftp'")
    await call('DELETE', `${definitions}/my-ftp`)
    expect(await call('DELETE', pathOf(mine))).toMatchObject({ status: 204 })
    expect(await call('POST', definitions, definition)).toMatchObject({
      status: 400,
      body: { message: "type: resource type 'local-org/ftp-server' does not exist for organization 'local-org'." },
    })
  })

  test.each([
    ['has the name of a built-in one', { type: 'postgres', use: 'direct' }, 'local-org/'],
    ['is named after another organization', { type: 'other/ftp', use: 'direct' }, 'local-org/'],
    ['has no name of its own', { type: 'local-org/', use: 'direct' }, 'local-org/'],
    ['has a second slash', { type: 'local-org/ftp/server', use: 'direct' }, 'local-org/'],
    ['has an unknown use', { type: mine, use: 'often' }, 'use must be one of direct, indirect, implicit'],
    ['has no use', { type: mine }, 'use'],
    ['has a schema that is none', { type: mine, use: 'direct', inputs_schema: { type: 'moon' } }, 'inputs_schema/type'],
    [
      'has a pattern that is none',
      { type: mine, use: 'direct', outputs_schema: { properties: { a: { pattern: '(' } } } },
      'outputs_schema/properties/a/pattern',
    ],
  ])('is refused when it %s', async (_, request, text) => {
    const { call, get } = aShop()
    const { status, body } = await call('POST', types, request)
    expect({ status, message: body.message }).toEqual({ status: 400, message: expect.stringContaining(text) })
    expect((await get(types)).map((each: { type: string }) => each.type)).not.toContain(mine)
  })

  test.each([
    ['an older draft', { $schema: 'http://json-schema.org/draft-07/schema#', items: [{ type: 'string' }] }],
    ['a newer draft', { $schema: 'https://json-schema.org/draft/2020-12/schema', prefixItems: [{ type: 'string' }] }],
  ])('may have a schema in %s', async (_, inputs_schema) => {
    expect((await withType({ inputs_schema })).type.inputs_schema).toEqual(inputs_schema)
  })

  test.each(['not', '$schema'])('is refused a schema too deep to be written again, even in %s', async (keyword) => {
    const { call } = aShop()
    const deep = `{"${keyword}":${'{"not":'.repeat(600)}{}${'}'.repeat(600)}}`
    const { status, body } = await call('POST', types, `{"type":"${mine}","use":"direct","inputs_schema":${deep}}`)
    expect({ status, message: body.message }).toEqual({ status: 400, message: expect.stringContaining('500 levels') })
  })

  test.each([
    ['PUT', { use: 'often' }],
    ['PATCH', { use: 'often' }],
    ['PATCH', { outputs_schema: { required: 'host' } }],
  ])('is not changed into what could not be created: %s', async (method, body) => {
    const { call, get, type } = await withType()
    expect(await call(method, pathOf(mine), body)).toMatchObject({ status: 400 })
    expect((await get(types)).at(-1)).toEqual(type)
  })

  test('exists once, and is the business of administrators', async () => {
    const { call } = await withType()
    const request = { type: mine, use: 'direct' }
    expect(await call('POST', types, request)).toMatchObject({
      status: 409,
      body: { message: "Resource type 'local-org/ftp-server' exists already." },
    })
    expect(await call('POST', types, { ...request, type: 'local-org/other' }, as('pia'))).toMatchObject({ status: 403 })
    expect(await call('PUT', pathOf(mine), request, as('pia'))).toMatchObject({ status: 403 })
    expect(await call('PATCH', pathOf(mine), {}, as('pia'))).toMatchObject({ status: 403 })
    expect(await call('DELETE', pathOf(mine), undefined, as('pia'))).toMatchObject({ status: 403 })
    expect(await call('PUT', pathOf('local-org/none'), request)).toMatchObject({ status: 404 })
    expect(await call('PATCH', pathOf('local-org/none'), {})).toMatchObject({ status: 404 })
  })
})
