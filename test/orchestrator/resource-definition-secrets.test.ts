import { expect, test } from 'vitest'
import { anInfrastructure, definitions } from './an-infrastructure.ts'

const valid = { id: 'my-db', name: 'My database', type: 'postgres', driver_type: 'humanitec/echo' }

const ref = (path: string, version = '1') => ({
  store: 'humanitec',
  ref: `orgs/local-org/resources/defs/my-db/secrets/.${path}`,
  version,
})

test.each([
  ['secrets', { secrets: { login: { name: 'admin-1', word: 'pass-1' } } }],
  ['values of references', { secret_refs: { login: { name: { value: 'admin-1' }, word: { value: 'pass-1' } } } }],
])('secrets given as %s are never shown again, only where they are', async (_, driver_inputs) => {
  const { call, get } = anInfrastructure()
  const { body } = await call('POST', definitions, { ...valid, driver_inputs })
  expect(body.driver_inputs).toEqual({ secret_refs: { login: { name: ref('login.name'), word: ref('login.word') } } })
  const everything = [body, await get(definitions), await get(`${definitions}/my-db/versions`)]
  expect(JSON.stringify(everything)).not.toMatch(/admin-1|pass-1/)
})

test('secrets in a store of their own are referred to as they are', async () => {
  const { call } = anInfrastructure()
  await call('POST', '/orgs/local-org/secretstores', {
    id: 'my-vault',
    primary: false,
    vault: { url: 'https://vault.test', auth: { token: 't' } },
  })
  const secret_refs = { word: { store: 'my-vault', ref: 'path/to/it', version: '3' } }
  const { status, body } = await call('POST', definitions, { ...valid, driver_inputs: { secret_refs } })
  expect({ status, inputs: body.driver_inputs }).toEqual({ status: 200, inputs: { secret_refs } })
})

test('secrets that are written again get the next version', async () => {
  const { call, define } = anInfrastructure()
  await define('my-db', { driver_inputs: { secrets: { word: 'one', other: 'one' } } })
  const patched = await call('PATCH', `${definitions}/my-db`, { driver_inputs: { secrets: { word: 'two' } } })
  expect(patched.body.driver_inputs.secret_refs).toEqual({ word: ref('word', '2'), other: ref('other') })
  const replaced = await call('PUT', `${definitions}/my-db`, { name: 'x', driver_inputs: { secrets: { word: '3' } } })
  expect(replaced.body.driver_inputs.secret_refs).toEqual({ word: ref('word', '3') })
})

test('the first secret of that name in another store is its first version there', async () => {
  const { call, define, succeed } = anInfrastructure()
  const vault = { url: 'https://vault.test' }
  await succeed(call('POST', '/orgs/local-org/secretstores', { id: 'my-vault', primary: false, vault }))
  const secret_refs = { word: { store: 'my-vault', ref: 'path/to/it', version: '3' } }
  await define('my-db', { driver_inputs: { secret_refs } })
  const write = async (word: string) =>
    (await succeed(call('PATCH', `${definitions}/my-db`, { driver_inputs: { secrets: { word } } }))).driver_inputs
  expect(await write('one')).toEqual({ secret_refs: { word: ref('word') } })
  expect(await write('two')).toEqual({ secret_refs: { word: ref('word', '2') } })
  await succeed(call('PATCH', '/orgs/local-org/secretstores/my-vault', { primary: true }))
  expect(await write('three')).toEqual({ secret_refs: { word: { ...ref('word'), store: 'my-vault' } } })
})
