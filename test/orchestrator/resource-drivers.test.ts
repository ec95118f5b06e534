import { describe, expect, test } from 'vitest'
import { startOrchestrator } from '../support/orchestrator.ts'
import { aShop, as, seconds, shop } from './a-shop.ts'

const drivers = '/orgs/local-org/resources/drivers'
const update = {
  type: 's3',
  account_types: ['aws'],
  inputs_schema: { type: 'object' },
  target: 'https://drivers.example.com/s3/',
}
const request = { id: 'bucket-maker', ...update }

const withDriver = async (more: object = {}) => {
  const made = aShop()
  const answer = await made.call('POST', drivers, { ...request, ...more })
  expect(answer).toMatchObject({ status: 200 })
  return { ...made, driver: answer.body }
}

describe('built-in drivers', () => {
  test('belong to humanitec, and keep to themselves where they are', async () => {
    const { get } = aShop()
    const list = (await get(drivers, as('vera'))) as { id: string; org_id: string; target?: string }[]
    expect(list.map(({ id }) => id)).toEqual(expect.arrayContaining(['echo', 'k8s-cluster-gke', 'static', 'template']))
    expect(new Set(list.map(({ org_id }) => org_id))).toEqual(new Set(['humanitec']))
    expect(list.filter((each) => 'target' in each)).toEqual([])
    expect(await get(`${drivers}/echo`)).toMatchObject({ id: 'echo', org_id: 'humanitec' })
    expect(await get(`${drivers}/humanitec%2Fecho`)).toMatchObject({ id: 'echo', org_id: 'humanitec' })
  })

  test.each([
    ['PUT', update],
    ['DELETE', undefined],
  ])('cannot be changed: %s answers 403', async (method, body) => {
    const { call, get } = aShop()
    const before = await get(drivers)
    expect(await call(method, `${drivers}/echo`, body)).toMatchObject({ status: 403 })
    expect(await get(drivers)).toEqual(before)
  })

  test('make way for a driver of the organization with the same id', async () => {
    const { call, get } = aShop()
    expect(await call('POST', drivers, { ...request, id: 'echo' })).toMatchObject({ status: 200 })
    expect(await get(`${drivers}/echo`)).toMatchObject({ org_id: 'local-org' })
    expect(await get(`${drivers}/humanitec%2Fecho`)).toMatchObject({ org_id: 'humanitec' })
    expect(await call('DELETE', `${drivers}/echo`)).toMatchObject({ status: 204 })
    expect(await get(`${drivers}/echo`)).toMatchObject({ org_id: 'humanitec' })
  })
})

describe('a driver of the organization', () => {
  test('is registered, read, replaced and deleted', async () => {
    const { call, get, driver } = await withDriver({ template: { values: '{{ .driver.values }}' } })
    expect(driver).toEqual({ ...request, org_id: 'local-org', template: { values: '{{ .driver.values }}' } })
    expect(await get(`${drivers}/bucket-maker`)).toEqual(driver)
    expect((await get(drivers)).at(-1)).toEqual(driver)
    const put = await call('PUT', `${drivers}/bucket-maker`, { ...update, target: 'http://driver.driver:8080/driver' })
    expect(put).toMatchObject({ status: 200 })
    expect(put.body).toEqual({ ...request, org_id: 'local-org', target: 'http://driver.driver:8080/driver' })
    expect(await call('DELETE', `${drivers}/bucket-maker`)).toMatchObject({ status: 204 })
    for (const method of ['GET', 'DELETE']) {
      expect(await call(method, `${drivers}/bucket-maker`)).toMatchObject({ status: 404 })
    }
    expect(await call('PUT', `${drivers}/bucket-maker`, update)).toMatchObject({ status: 404 })
  })

  test('may leave its work to another, which then has to stay', async () => {
    const { call } = await withDriver()
    const virtual = { ...request, id: 'virtual-one', target: 'driver://local-org/bucket-maker', template: '' }
    expect(await call('POST', drivers, virtual)).toMatchObject({ status: 200 })
    const refusal = await call('DELETE', `${drivers}/bucket-maker`)
    expect(refusal).toMatchObject({ status: 409 })
    expect(refusal.body.message).toContain("driver 'virtual-one'")
    await call('DELETE', `${drivers}/virtual-one`)
    expect(await call('DELETE', `${drivers}/bucket-maker`)).toMatchObject({ status: 204 })
  })

  test.each(['local-org/bucket-maker', 'bucket-maker'])('stays while a definition names it %s', async (driver_type) => {
    const { call } = await withDriver()
    const definitions = '/orgs/local-org/resources/defs'
    const definition = { id: 'my-bucket', name: 'My bucket', type: 's3', driver_type }
    expect(await call('POST', definitions, definition)).toMatchObject({ status: 200 })
    const refusal = await call('DELETE', `${drivers}/bucket-maker`)
    expect(refusal).toMatchObject({ status: 409 })
    expect(refusal.body.message).toContain("resource definition 'my-bucket'")
    await call('DELETE', `${definitions}/my-bucket`)
    expect(await call('DELETE', `${drivers}/bucket-maker`)).toMatchObject({ status: 204 })
    expect(await call('POST', definitions, definition)).toMatchObject({ status: 400 })
  })

  test('stays for what it has made, even without the definition', async () => {
    const { call, request: deploy, after } = await withDriver()
    const definitions = '/orgs/local-org/resources/defs'
    const definition = { id: 'my-bucket', name: 'My bucket', type: 's3', driver_type: 'local-org/bucket-maker' }
    await call('POST', definitions, { ...definition, criteria: [{}] })
    const module = { profile: 'humanitec/default-module', spec: {}, externals: { bucket: { type: 's3' } } }
    const { body: delta } = await call('POST', `${shop}/deltas`, { modules: { add: { web: module } } })
    await deploy({ env_id: 'development', delta_id: delta.id })
    await after(seconds(30))
    expect(await call('DELETE', `${definitions}/my-bucket?force=true`)).toMatchObject({ status: 204 })
    const refusal = await call('DELETE', `${drivers}/bucket-maker`)
    expect(refusal).toMatchObject({ status: 409 })
    expect(refusal.body.message).toContain(
      "active resource 'modules.web.externals.bucket' of environment 'shop/development'",
    )
  })

  test('never leaves its work to itself, not even through others', async () => {
    const { call } = await withDriver()
    const self = { ...update, target: 'driver://local-org/bucket-maker' }
    expect(await call('PUT', `${drivers}/bucket-maker`, self)).toMatchObject({
      status: 400,
      body: { message: "target leads back to driver 'local-org/bucket-maker': a virtual driver needs a real one." },
    })
    await call('POST', drivers, { ...self, id: 'virtual-one' })
    expect(await call('DELETE', `${drivers}/bucket-maker`)).toMatchObject({
      status: 409,
      body: {
        message:
          "Resource driver 'bucket-maker' is in use by driver 'virtual-one', whose target it is: change or delete that first.",
      },
    })
    const around = { ...update, target: 'driver://local-org/virtual-one' }
    const refusal = await call('PUT', `${drivers}/bucket-maker`, around)
    expect(refusal).toMatchObject({ status: 400 })
    expect(refusal.body.message).toContain('leads back')
  })

  test.each([
    ['a type that does not exist', { type: 'moon-rock' }, 'type'],
    ['a type of account that does not exist', { account_types: ['aws', 'moon'] }, "account_types has 'moon'"],
    ['inputs that are no schema', { inputs_schema: { properties: [] } }, 'inputs_schema/properties'],
    ['no target', { target: '' }, 'target'],
    ['a target that is no URL', { target: 'https://' }, 'target'],
    ['a target of another scheme', { target: 'file:///etc/passwd' }, 'target'],
    [
      'a virtual target that does not exist',
      { target: 'driver://humanitec/moon' },
      "target names driver 'humanitec/moon'",
    ],
    ['a virtual target without a driver', { target: 'driver://humanitec' }, 'target must be'],
  ])('is refused with %s', async (_, more, text) => {
    const { call, driver, get } = await withDriver()
    const created = await call('POST', drivers, { ...request, id: 'another-one', ...more })
    const changed = await call('PUT', `${drivers}/bucket-maker`, { ...update, ...more })
    for (const { status, body } of [created, changed]) {
      expect({ status, message: body.message }).toEqual({ status: 400, message: expect.stringContaining(text) })
    }
    expect((await get(drivers)).at(-1)).toEqual(driver)
  })

  test('is refused with a template too deep to be written again', async () => {
    const { call, get } = aShop()
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const body = JSON.stringify({ ...request, template: 0 }).replace('"template":0', `"template":${deep}`)
    expect(await call('POST', drivers, body)).toMatchObject({
      status: 400,
      body: { message: 'template is nested more than 500 levels deep.' },
    })
    expect((await get(drivers)).at(-1)).toMatchObject({ org_id: 'humanitec' })
  })

  test.each(['ab', '-abc', 'abc-', 'Abc', 'local-org/abc'])('cannot be called %s', async (id) => {
    expect(await aShop().call('POST', drivers, { ...request, id })).toMatchObject({
      status: 400,
      body: { message: 'body/id must match pattern "^[a-z0-9][a-z0-9-]+[a-z0-9]$"' },
    })
  })

  test('exists once, and is the business of administrators', async () => {
    const { call } = await withDriver()
    expect(await call('POST', drivers, request)).toMatchObject({
      status: 409,
      body: { message: "Resource driver 'bucket-maker' exists already in organization 'local-org'." },
    })
    expect(await call('POST', drivers, { ...request, id: 'another-one' }, as('pia'))).toMatchObject({ status: 403 })
    expect(await call('PUT', `${drivers}/bucket-maker`, update, as('pia'))).toMatchObject({ status: 403 })
    expect(await call('DELETE', `${drivers}/bucket-maker`, undefined, as('pia'))).toMatchObject({ status: 403 })
  })
})

describe('of the drivers of another organization', () => {
  const seed = `
organizations:
  - id: local-org
  - { id: other-org, users: [{ id: ada, name: Ada, token: ada, role: administrator }] }
`
  const theirs = '/orgs/other-org/resources/drivers'

  test('only the public ones are seen, without their target', async () => {
    const { call } = startOrchestrator({ seed })
    await call('POST', theirs, { ...request, id: 'open-one', is_public: true }, as('ada'))
    await call('POST', theirs, { ...request, id: 'closed-one' }, as('ada'))
    const seen = await call('GET', `${drivers}/open-one`)
    expect(seen.status).toBe(200)
    expect(seen.body).toMatchObject({ org_id: 'other-org', type: 's3' })
    expect(seen.body).not.toHaveProperty('target')
    expect((await call('GET', `${theirs}/open-one`, undefined, as('ada'))).body.target).toBe(request.target)
    expect((await call('GET', drivers)).body.at(-1)).toEqual(seen.body)
    expect(await call('GET', `${drivers}/closed-one`)).toMatchObject({ status: 404 })
    expect(await call('GET', `${drivers}/other-org%2Fclosed-one`)).toMatchObject({ status: 404 })
  })

  test('a public one can be the target of a virtual driver, and not be changed', async () => {
    const { call } = startOrchestrator({ seed })
    await call('POST', theirs, { ...request, id: 'open-one', is_public: true }, as('ada'))
    await call('POST', theirs, { ...request, id: 'closed-one' }, as('ada'))
    const virtual = (id: string) => ({ ...request, id: `my-${id}`, target: `driver://other-org/${id}` })
    expect(await call('POST', drivers, virtual('open-one'))).toMatchObject({ status: 200 })
    expect(await call('POST', drivers, virtual('closed-one'))).toMatchObject({
      status: 400,
      body: { message: "target names driver 'other-org/closed-one', which does not exist or is not public." },
    })
    expect(await call('PUT', `${drivers}/open-one`, update)).toMatchObject({ status: 403 })
    expect(await call('DELETE', `${drivers}/open-one`)).toMatchObject({ status: 403 })
  })
})
