import { expect, test } from 'vitest'
import { shop } from './a-shop.ts'
import { at, aValueShop } from './value-shop.ts'

const vault = { id: 'vault', primary: false, vault: { url: 'https://vault.test', auth: { token: 'secret-token' } } }
const google = { id: 'google', primary: true, gcpsm: { project_id: 'p', auth: { secret_access_key: 'k' } } }

/** Creates a secret as the request says, and gives the answer. */
const aSecret = async (request: object, { envId, stores = [] }: { envId?: string; stores?: object[] } = {}) => {
  const made = aValueShop()
  for (const store of stores) await made.ok(made.call('POST', '/orgs/local-org/secretstores', store))
  if (envId !== undefined) await made.create('KEY', 'base')
  const answer = await made.call('POST', `${at(envId)}/values`, {
    key: 'KEY',
    description: null,
    is_secret: true,
    ...request,
  })
  return { ...made, answer }
}

const path = 'orgs/local-org/apps/shop/secret_values/KEY/.value'

test.each([
  ['a value', { value: 's3cret' }],
  ['a secret_ref with a value', { secret_ref: { value: 's3cret' } }],
  ['a secret_ref with a value, and no word on whether it is one', { is_secret: undefined, secret_ref: { value: 's' } }],
])('a secret comes as %s, and is never seen again', async (_, request) => {
  const { answer, get } = await aSecret(request)
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({
    value: '',
    is_secret: true,
    secret_store_id: 'humanitec',
    secret_key: path,
    secret_version: '1',
  })
  expect(await get(`${shop}/values`)).toEqual([answer.body])
})

test('a secret of an environment lies at a place of its own', async () => {
  const { answer } = await aSecret({ value: 's3cret' }, { envId: 'staging' })
  expect(answer.body).toMatchObject({ value: '', secret_key: path.replace('/secret', '/envs/staging/secret') })
})

test('secrets lie in the organization’s primary secret store, named as it names them', async () => {
  const { answer } = await aSecret({ value: 's3cret' }, { stores: [google] })
  expect(answer.body).toMatchObject({
    secret_store_id: 'google',
    secret_key: 'orgs--local-org--apps--shop--secret_values--KEY',
  })
})

test('a secret can lie in another store already', async () => {
  const { answer, call, versions } = await aSecret(
    { secret_ref: { store: 'vault', ref: 'path/to/it', version: '7' } },
    { stores: [vault] },
  )
  expect(answer.status).toBe(201)
  const kept = { secret_store_id: 'vault', secret_key: 'path/to/it', secret_version: '7', value: '' }
  expect(answer.body).toMatchObject(kept)
  const { body } = await call('PATCH', `${shop}/values/KEY`, { secret_ref: { store: 'vault', ref: 'other' } })
  expect(body).toMatchObject({ ...kept, secret_key: 'other', secret_version: null })
  const [last] = await versions()
  expect(last?.values['KEY']).toEqual(body)
})

test('every writing of a secret is a new version of it, whatever is written, and describing it is none', async () => {
  const { call } = await aSecret({ value: 's3cret' })
  const write = async (method: string, body: object) => (await call(method, `${shop}/values/KEY`, body)).body
  expect(await write('PATCH', { value: 's3cret' })).toMatchObject({ secret_version: '2' })
  expect(await write('PATCH', { description: 'Mine' })).toMatchObject({ secret_version: '2', description: 'Mine' })
  expect(await write('PUT', { value: 'another', description: null })).toMatchObject({ secret_version: '3' })
  expect(await write('PUT', { description: null, secret_ref: { value: 'x' } })).toMatchObject({ secret_version: '4' })
  expect(await write('PATCH', { value: '' })).toMatchObject({ secret_version: '5' })
  await call('DELETE', `${shop}/values/KEY`)
  const again = { key: 'KEY', value: 'new', description: null, is_secret: true }
  expect((await call('POST', `${shop}/values`, again)).body).toMatchObject({ secret_version: '6' })
})

test('the versions of a secret are counted for each environment, and anew when one is made again', async () => {
  const { call } = await aSecret({ value: 's3cret' })
  await call('PATCH', `${shop}/values/KEY`, { value: 'another' })
  const own = { key: 'KEY', value: 'own', description: null }
  const override = async () => (await call('POST', `${at('staging')}/values`, own)).body
  expect(await override()).toMatchObject({ secret_version: '1' })
  const { body } = await call('PATCH', `${at('staging')}/values/KEY`, { value: 'other' })
  expect(body).toMatchObject({ secret_version: '2' })
  await call('DELETE', at('staging'))
  await call('POST', `${shop}/envs`, { id: 'staging', name: 'Staging', type: 'development' })
  expect(await override()).toMatchObject({ secret_version: '1' })
})

test('what overrides a secret is one, unless the request denies it', async () => {
  const { call } = await aSecret({ value: 's3cret' })
  const override = (envId: string, more: object) =>
    call('POST', `${shop}/envs/${envId}/values`, { key: 'KEY', value: 'own', description: null, ...more })
  expect((await override('staging', {})).body).toMatchObject({ is_secret: true, value: '' })
  expect((await override('production', { is_secret: false })).body).toMatchObject({ is_secret: false, value: 'own' })
})

test.each([
  ['nothing', {}, 'value is missing: give it, or a secret_ref'],
  ['an empty reference', { secret_ref: {} }, 'secret_ref needs a value, or both store and ref'],
  ['nothing but null', { value: null, secret_ref: null }, 'value is missing'],
  ['a value twice', { value: 'x', secret_ref: { value: 'x' } }, 'value and secret_ref exclude each other'],
  ['a value and a store', { secret_ref: { value: 'x', store: 'vault' } }, 'secret_ref has either a value, or store'],
  ['a value and a reference', { secret_ref: { value: 'x', ref: 'r' } }, 'secret_ref has either a value, or store'],
  ['a value of a version', { secret_ref: { value: 'x', version: '1' } }, 'secret_ref has either a value, or store'],
  ['a reference into nothing', { secret_ref: { ref: 'r' } }, 'both store and ref'],
  ['a store alone', { secret_ref: { store: 'vault' } }, 'both store and ref'],
  ['a version alone', { secret_ref: { version: '1' } }, 'both store and ref'],
  ['the built-in store', { secret_ref: { store: 'humanitec', ref: 'r' } }, "store cannot be 'humanitec'"],
  ['an unknown store', { secret_ref: { store: 'none', ref: 'r' } }, "secret_ref.store 'none' does not exist"],
  ['a denial', { is_secret: false, secret_ref: { value: 'x' } }, 'secret_ref is for secrets only'],
  ['a number', { secret_ref: { value: 7 } }, 'secret_ref'],
])('a secret of %s is refused with 400', async (_, request, message) => {
  const { answer, get } = await aSecret(request, { stores: [vault] })
  expect(answer.status).toBe(400)
  expect(answer.body.message).toContain(message)
  expect(await get(`${shop}/value-set-versions`)).toEqual([])
})

test('what is no secret cannot become one', async () => {
  const { call, create } = aValueShop()
  await create('KEY', 'open')
  const answer = await call('PATCH', `${shop}/values/KEY`, { secret_ref: { value: 'x' } })
  expect(answer).toMatchObject({ status: 400 })
  expect(answer.body.message).toContain('secret_ref is for secrets only')
})

test('no answer ever has a secret in it', async () => {
  const { call, create, act, versions, values, get, after } = aValueShop()
  await create('PORT', '80')
  const secret = (envId: string | undefined, value: string) =>
    call('POST', `${at(envId)}/values`, { key: 'KEY', value, description: null, is_secret: true })
  await secret(undefined, 'HIDDEN-1')
  await secret('staging', 'HIDDEN-2')
  await call('PATCH', `${shop}/values/KEY`, { secret_ref: { value: 'HIDDEN-3' } })
  await call('PUT', `${shop}/envs/staging/values/KEY`, { value: 'HIDDEN-4', description: null })
  const [, second] = await versions()
  await act('restore', second?.id ?? '')
  await act('restore/KEY', second?.id ?? '', 'staging')
  const answers = [
    await secret(undefined, 'HIDDEN-5'),
    await call('POST', `${shop}/values`, { key: 'X', value: 'HIDDEN-6', description: 7, is_secret: true }),
    await call('POST', `${shop}/values`, {
      key: 'X',
      is_secret: true,
      description: '',
      value: 'HIDDEN-7',
      secret_ref: { value: 'HIDDEN-8' },
    }),
    await call('POST', `${shop}/envs/staging/deploys`, {}),
    await values(),
    await values('staging'),
    await versions(),
    await versions('staging'),
  ]
  await after(5000)
  answers.push(await get(`${shop}/envs/staging/deploys`))
  expect(JSON.stringify(answers)).not.toContain('HIDDEN')
  expect(answers.slice(0, 4)).toMatchObject([{ status: 409 }, { status: 400 }, { status: 400 }, { status: 201 }])
})
