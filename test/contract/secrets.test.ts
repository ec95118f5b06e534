import { expect, test } from 'vitest'
import { secretsIn } from '../../src/contract/secrets.ts'

test.each([
  ['a token', { token: 'tok-1', type: 'static' }, ['tok-1']],
  ['credentials of a registry', { registry: 'r.test', username: 'bot', password: 'hunter22' }, ['hunter22']],
  ['a secret value', { key: 'PIN', value: 'hunter22', is_secret: true }, ['hunter22']],
  ['a value that is none', { key: 'PORT', value: '8080', is_secret: false }, []],
  [
    'everything below credentials',
    [{ credentials: { a: 'secret-a', b: { c: ['secret-c'] } } }],
    ['secret-a', 'secret-c'],
  ],
  ['the auth of a secret store', { vault: { url: 'https://v.test', auth: { token: 'vault-1' } } }, ['vault-1']],
  [
    'the secrets of a driver',
    { driver_inputs: { secrets: { dsn: 'postgres://u:p@h' }, values: { a: 'bbbb' } } },
    ['postgres://u:p@h'],
  ],
  ['a reference, which is none', { secret_refs: { dsn: { store: 'vault', ref: 'path/to' } } }, []],
  [
    'a value on its way into a store',
    { secret_refs: { dsn: { store: 'vault', ref: 'x', value: 'hunter22' } } },
    ['hunter22'],
  ],
  ['a value that is put into a store', { key: 'PIN', secret_ref: { value: 'hunter22' } }, ['hunter22']],
  ['the name of a secret of a cluster', { secrets: { '*': { namespace: 'default', secret: 'regcred' } } }, []],
  ['a schema', { inputs_schema: { properties: { secrets: { type: 'object', password: 'string' } } } }, []],
  ['a whole schema', { $schema: 'https://json-schema.org', token: 'string' }, []],
  ['what is too short to be hidden', { token: 'abc' }, []],
  ['text', 'token: abcdef', []],
  ['nothing', undefined, []],
])('finds the secrets in %s', (_, value, secrets) => {
  expect(secretsIn(value)).toEqual(secrets)
})
