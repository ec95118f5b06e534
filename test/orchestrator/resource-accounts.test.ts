import { describe, expect, test } from 'vitest'
import { aShop, as, seconds, shop } from './a-shop.ts'

const accounts = '/orgs/local-org/resources/accounts'
const one = `${accounts}/aws-keys`
const secret = 'do-not-tell-this'
const credentials = { aws_access_key_id: 'AKIA1', aws_secret_access_key: secret }
const request = { id: 'aws-keys', name: 'AWS keys', type: 'aws', credentials }

const withAccount = async (more: object = {}) => {
  const made = aShop()
  const answer = await made.call('POST', accounts, { ...request, ...more })
  expect(answer).toMatchObject({ status: 200 })
  return { ...made, account: answer.body }
}

/** A definition of the organization that names the account. */
const definition = {
  id: 'my-bucket',
  name: 'My bucket',
  type: 's3',
  driver_type: 'humanitec/echo',
  driver_account: 'aws-keys',
}
const definitions = '/orgs/local-org/resources/defs'

test('the types of accounts say which credentials they need', async () => {
  const list = await aShop().get('/orgs/local-org/resources/account-types', as('vera'))
  expect(list.map(({ type }: { type: string }) => type)).toEqual(
    expect.arrayContaining(['aws', 'aws-role', 'azure', 'azure-identity', 'gcp', 'gcp-identity']),
  )
  expect(list[0]).toMatchObject({ type: 'aws', inputs_schema: { required: Object.keys(credentials) } })
})

describe('an account', () => {
  test('is made, read, listed and deleted, and never tells its credentials', async () => {
    const { account, get, call } = await withAccount()
    const { id: created_by } = await get('/current-user')
    expect(account).toEqual({
      id: 'aws-keys',
      name: 'AWS keys',
      type: 'aws',
      is_used: false,
      created_at: expect.stringMatching(/^\d{4}-.*Z$/),
      created_by,
    })
    expect(await get(one, as('vera'))).toEqual(account)
    expect(await get(accounts, as('vera'))).toEqual([account])
    expect(await call('DELETE', one)).toMatchObject({ status: 204 })
    for (const method of ['GET', 'DELETE']) expect(await call(method, one)).toMatchObject({ status: 404 })
    expect(await get(accounts)).toEqual([])
  })

  test('may get another name and other credentials, and keeps what is not said', async () => {
    const { account, call, get } = await withAccount()
    expect((await call('PATCH', one, { name: 'Keys' })).body).toEqual({ ...account, name: 'Keys' })
    expect((await call('PATCH', one, { credentials })).body).toEqual({ ...account, name: 'Keys' })
    expect(await get(one)).toEqual({ ...account, name: 'Keys' })
  })

  test.each([
    ['an id that definitions could not name', { id: 'AWS' }, 'id must'],
    ['an unknown type', { type: 'moon' }, 'type must be one of aws, aws-role'],
    ['a credential missing', { credentials: { aws_secret_access_key: secret } }, 'credentials.aws_access_key_id'],
    [
      'a credential that is no text',
      { credentials: { ...credentials, aws_access_key_id: [secret] } },
      'must be a text',
    ],
    ['credentials that are no object', { credentials: secret }, 'credentials'],
    ['no credentials', { credentials: undefined }, 'credentials'],
  ])('is refused with %s, in words without a secret', async (_, more, text) => {
    const { call, get } = aShop()
    const { status, body } = await call('POST', accounts, { ...request, ...more })
    expect({ status, message: body.message }).toEqual({ status: 400, message: expect.stringContaining(text) })
    expect(JSON.stringify(body)).not.toContain(secret)
    expect(await get(accounts)).toEqual([])
  })

  test('is not changed to credentials of another type', async () => {
    const { account, call, get } = await withAccount()
    const { status, body } = await call('PATCH', one, { name: 'Keys', credentials: { aws_role: secret } })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).not.toContain(secret)
    expect(await get(one)).toEqual(account)
  })

  test('exists once, and is the business of administrators', async () => {
    const { call } = await withAccount()
    expect(await call('POST', accounts, request)).toMatchObject({
      status: 409,
      body: { message: "Resource account 'aws-keys' exists already in organization 'local-org'." },
    })
    expect(await call('POST', accounts, { ...request, id: 'other-keys' }, as('pia'))).toMatchObject({ status: 403 })
    expect(await call('PATCH', one, {}, as('pia'))).toMatchObject({ status: 403 })
    expect(await call('DELETE', one, undefined, as('pia'))).toMatchObject({ status: 403 })
    expect(await call('POST', `${one}/actions/check`, undefined, as('pia'))).toMatchObject({ status: 403 })
    expect(await call('PATCH', `${accounts}/none`, {})).toMatchObject({ status: 404 })
    expect(await call('POST', `${accounts}/none/actions/check`)).toMatchObject({ status: 404 })
    expect(await call('GET', one, undefined, as('nobody'))).toMatchObject({ status: 401 })
    expect(await call('POST', accounts, request, as('nobody'))).toMatchObject({ status: 401 })
  })
})

describe('a dry run', () => {
  test('checks a new account, and stores nothing', async () => {
    const { call, get } = aShop()
    expect(await call('POST', `${accounts}?dry_run=true`, request)).toMatchObject({ status: 204, body: undefined })
    expect(await call('POST', `${accounts}?dry_run=true`, { ...request, type: 'moon' })).toMatchObject({
      status: 400,
      body: {
        message:
          "type must be one of aws, aws-role, azure, azure-identity, gcp, gcp-identity, gcp-service-account, not 'moon'.",
      },
    })
    expect(await get(accounts)).toEqual([])
    await call('POST', accounts, request)
    expect(await call('POST', `${accounts}?dry_run=true`, request)).toMatchObject({
      status: 409,
      body: { message: "Resource account 'aws-keys' exists already in organization 'local-org'." },
    })
  })

  test('checks a change, and makes none', async () => {
    const { account, call, get } = await withAccount()
    expect(await call('PATCH', `${one}?dry_run=true`, { name: 'Keys' })).toMatchObject({ status: 204 })
    expect(await call('PATCH', `${one}?dry_run=true`, { credentials: {} })).toMatchObject({
      status: 400,
      body: { message: "credentials.aws_access_key_id must be a text: an account of type 'aws' needs it." },
    })
    expect(await get(one)).toEqual(account)
  })
})

describe('credentials that do not authenticate', () => {
  const wrong = { ...credentials, aws_secret_access_key: 'invalid' }

  test('are refused where that is asked for, and taken where it is not', async () => {
    const { call } = aShop()
    const refusal = await call('POST', `${accounts}?check_credential=true`, { ...request, credentials: wrong })
    expect(refusal.status).toBe(400)
    expect(refusal.body.message).toContain("'aws_secret_access_key'")
    expect(await call('POST', `${accounts}?check_credential=true`, request)).toMatchObject({ status: 200 })
    expect(await call('PATCH', `${one}?check_credential=true`, { credentials: wrong })).toMatchObject({
      status: 400,
      body: { message: "The credentials do not authenticate: correct 'aws_secret_access_key'." },
    })
    expect(await call('PATCH', one, { credentials: wrong })).toMatchObject({ status: 200 })
    expect(await call('PATCH', `${one}?check_credential=true`, { name: 'Keys' })).toMatchObject({
      status: 400,
      body: { message: "The credentials do not authenticate: correct 'aws_secret_access_key'." },
    })
  })

  test('show when the account is checked, until they are corrected', async () => {
    const { call } = await withAccount({ credentials: { ...credentials, aws_access_key_id: '' } })
    const refusal = await call('POST', `${one}/actions/check`)
    expect(refusal.status).toBe(400)
    expect(refusal.body.message).toContain("'aws_access_key_id'")
    await call('PATCH', one, { credentials })
    const checked = await call('POST', `${one}/actions/check`)
    expect(checked.status).toBe(200)
    expect(checked.body.identity_fields).toEqual([
      { id: 'account', description: expect.any(String), value: 'aws-keys' },
      { id: 'type', description: expect.any(String), value: 'aws' },
    ])
    expect(JSON.stringify(checked.body)).not.toContain(secret)
  })
})

describe('an account that a definition names', () => {
  test('is used, and stays until the definition is gone', async () => {
    const { call, get } = await withAccount()
    expect(await call('POST', definitions, definition)).toMatchObject({ status: 200 })
    expect(await get(one)).toMatchObject({ is_used: true })
    const refusal = await call('DELETE', one)
    expect(refusal.status).toBe(400)
    expect(refusal.body.details.referencing_resources).toMatchObject({
      resource_definitions: [{ id: 'my-bucket', driver_account: 'aws-keys' }],
      active_resources: [],
    })
    expect(await call('DELETE', `${definitions}/my-bucket`)).toMatchObject({ status: 204 })
    expect(await get(one)).toMatchObject({ is_used: false })
    expect(await call('DELETE', one)).toMatchObject({ status: 204 })
  })

  test.each([{}, { driver_account: '' }, { driver_account: null }])('is let go by a PUT with %j', async (part) => {
    const { call, get } = await withAccount()
    await call('POST', definitions, definition)
    const replaced = await call('PUT', `${definitions}/my-bucket`, { name: 'My bucket', ...part })
    expect(replaced.status).toBe(200)
    expect(replaced.body).not.toHaveProperty('driver_account')
    expect(await get(one)).toMatchObject({ is_used: false })
  })

  test('is kept by a PATCH in which everything is null', async () => {
    const { call, get } = await withAccount()
    const { body: before } = await call('POST', definitions, definition)
    const nulls = { name: null, driver_account: null, in_place_driver_change: null, proposed: null }
    const patched = await call('PATCH', `${definitions}/my-bucket`, nulls)
    expect(patched).toMatchObject({ status: 200, body: { name: before.name, driver_account: 'aws-keys' } })
    expect(await get(one)).toMatchObject({ is_used: true })
  })

  test('stays for what was made by it, even without the definition', async () => {
    const { call, get, request: deploy, after } = await withAccount()
    await call('POST', definitions, { ...definition, criteria: [{}] })
    const module = {
      profile: 'humanitec/default-module',
      spec: { containers: { main: { image: 'registry.test/web:1' } } },
      externals: { bucket: { type: 's3' } },
    }
    const { body: delta } = await call('POST', `${shop}/deltas`, { modules: { add: { web: module } } })
    await deploy({ env_id: 'development', delta_id: delta.id })
    await after(seconds(30))
    expect(await call('DELETE', `${definitions}/my-bucket?force=true`)).toMatchObject({ status: 204 })
    expect(await get(one)).toMatchObject({ is_used: true })
    const refusal = await call('DELETE', one)
    expect(refusal.status).toBe(400)
    expect(refusal.body.details.referencing_resources).toMatchObject({
      resource_definitions: [],
      active_resources: [{ res_id: 'modules.web.externals.bucket', driver_account: 'aws-keys' }],
    })
  })
})
