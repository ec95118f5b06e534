import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import type { Inputs } from '../../src/runner/inputs.ts'
import { fakeRunner } from '../support/fake-runner.ts'

type Read = (inputs: Inputs) => unknown

const read = async (value: string, reading: Read): Promise<unknown> =>
  reading(fakeRunner({ inputs: { x: value } }).inputs)

const choices = ['wait', 'fail'] as const
const readers = {
  text: (inputs) => inputs.text('x'),
  choice: (inputs) => inputs.choice('x', choices, 'wait'),
  boolean: (inputs) => inputs.boolean('x', true),
  integer: (inputs) => inputs.integer('x', { min: 1, max: 20, default: 4 }),
  duration: (inputs) => inputs.duration('x', { min: 1000, max: 7_200_000, default: 600_000 }),
  apiUrl: (inputs) => inputs.apiUrl('x', 'https://api.humanitec.io'),
  list: (inputs) => inputs.list('x'),
  mapping: async (inputs) => Object.fromEntries(await inputs.mapping('x')),
  json: (inputs) => inputs.json('x'),
  object: (inputs) => inputs.object('x'),
} satisfies Record<string, Read>

type Kind = keyof typeof readers

describe('the value of an input', () => {
  it.each<{ kind: Kind; value: string; expected: unknown }>([
    { kind: 'text', value: '  a b\n', expected: 'a b' },
    { kind: 'text', value: ' ', expected: undefined },
    { kind: 'choice', value: 'fail', expected: 'fail' },
    { kind: 'choice', value: '', expected: 'wait' },
    { kind: 'boolean', value: 'False', expected: false },
    { kind: 'boolean', value: 'TRUE', expected: true },
    { kind: 'boolean', value: '', expected: true },
    { kind: 'integer', value: '20', expected: 20 },
    { kind: 'integer', value: '', expected: 4 },
    { kind: 'duration', value: '1h30m', expected: 5_400_000 },
    { kind: 'duration', value: '90', expected: 90_000 },
    { kind: 'duration', value: '', expected: 600_000 },
    { kind: 'apiUrl', value: 'https://api.example.com/v1//', expected: 'https://api.example.com/v1' },
    { kind: 'apiUrl', value: 'http://127.0.0.1:8080', expected: 'http://127.0.0.1:8080' },
    { kind: 'apiUrl', value: 'http://[::1]:8080/', expected: 'http://[::1]:8080' },
    { kind: 'apiUrl', value: 'http://localhost', expected: 'http://localhost' },
    { kind: 'apiUrl', value: '', expected: 'https://api.humanitec.io' },
    { kind: 'list', value: 'a\n\n  b#1 \r\n', expected: ['a', 'b#1'] },
    { kind: 'list', value: '["a", "b"]', expected: ['a', 'b'] },
    { kind: 'list', value: '- a\n- 1.10\n', expected: ['a', '1.10'] },
    { kind: 'list', value: '[a, "b"]', expected: ['a', 'b'] },
    { kind: 'list', value: '', expected: [] },
    {
      kind: 'mapping',
      value: 'web=r:5000/web:1=2\nworker/main = r/worker',
      expected: { web: 'r:5000/web:1=2', 'worker/main': 'r/worker' },
    },
    { kind: 'mapping', value: '{"web": "r/web:1"}', expected: { web: 'r/web:1' } },
    { kind: 'mapping', value: 'web: r/web:1\nversion: 1.10', expected: { web: 'r/web:1', version: '1.10' } },
    { kind: 'mapping', value: '', expected: {} },
    { kind: 'json', value: '{"a": [1, null, true]}', expected: { a: [1, null, true] } },
    { kind: 'json', value: 'a:\n  - 1.5\n  - no\n  - null\n', expected: { a: [1.5, 'no', null] } },
    { kind: 'json', value: 'a: &x [1]\nb: *x', expected: { a: [1], b: [1] } },
    { kind: 'json', value: '<<: {a: 1}\nb: 2', expected: { '<<': { a: 1 }, b: 2 } },
    { kind: 'json', value: '{"key\\": \\"not": ": \\":"}', expected: { 'key": "not': ': ":' } },
    { kind: 'json', value: '', expected: undefined },
    { kind: 'object', value: 'constructor: 1', expected: { constructor: 1 } },
  ])('read as $kind from "$value" is $expected', async ({ kind, value, expected }) => {
    expect(await read(value, readers[kind])).toEqual(expected)
  })

  it.each<{ kind: Kind; value: string; error: string }>([
    { kind: 'choice', value: 'Fail', error: 'is "Fail", which is not one of its choices: wait, fail.' },
    { kind: 'choice', value: 'no\nway', error: 'is "no way", which is not one of its choices: wait, fail.' },
    { kind: 'boolean', value: 'yes', error: 'is "yes", which is not a boolean. Write true or false.' },
    { kind: 'boolean', value: '1', error: 'is "1", which is not a boolean. Write true or false.' },
    { kind: 'integer', value: '4.0', error: 'is "4.0", which is not a whole number.' },
    { kind: 'integer', value: '0x10', error: 'is "0x10", which is not a whole number.' },
    { kind: 'integer', value: '0', error: 'is "0", which is too small. Write 1 or more.' },
    { kind: 'integer', value: '21', error: 'is "21", which is too large. Write 20 or less.' },
    {
      kind: 'duration',
      value: '1.5h',
      error: 'is "1.5h", which is not a duration. Write 30s, 10m, 1h30m or a number of seconds.',
    },
    { kind: 'duration', value: '10ms', error: 'is "10ms", which is too small. Write 1s or more.' },
    { kind: 'duration', value: '3h', error: 'is "3h", which is too large. Write 2h or less.' },
    { kind: 'apiUrl', value: 'api.humanitec.io', error: 'which is not the address of an API.' },
    { kind: 'apiUrl', value: 'ftp://api.humanitec.io', error: 'which is not the address of an API.' },
    { kind: 'apiUrl', value: 'https://a\n.example', error: 'which is not the address of an API.' },
    { kind: 'apiUrl', value: 'http://api.humanitec.io', error: 'which would send the token unencrypted.' },
    { kind: 'apiUrl', value: 'http://127.0.0.1.evil.example', error: 'which would send the token unencrypted.' },
    {
      kind: 'apiUrl',
      value: 'https://me:pw@api.humanitec.io',
      error: 'is "https://***@api.humanitec.io", which carries a user name or password.',
    },
    { kind: 'apiUrl', value: 'https://api.humanitec.io/?', error: 'which has a query or a fragment.' },
    { kind: 'apiUrl', value: 'https://api.humanitec.io#a', error: 'which has a query or a fragment.' },
    { kind: 'list', value: '["a", 1.10]', error: 'which has an item (number 2) that is a number. Write it in quotes.' },
    { kind: 'list', value: '- a: b', error: 'which has an item (number 1) that is a mapping.' },
    { kind: 'list', value: '["", "a"]', error: 'which has an item (number 1) that is empty.' },
    { kind: 'list', value: '["a"', error: 'which is neither JSON nor YAML at line 1, column' },
    { kind: 'mapping', value: 'web', error: 'which has a line that is not key=value: "web".' },
    { kind: 'mapping', value: 'a=1\na=2', error: 'which has the key "a" twice.' },
    { kind: 'mapping', value: 'a=', error: 'which has a value (of "a") that is empty.' },
    { kind: 'mapping', value: '{"a": null}', error: 'which has a value (of "a") that is empty.' },
    {
      kind: 'mapping',
      value: 'a: 1\na: 2',
      error: 'which is neither JSON nor YAML at line 2, column 1: Map keys must be unique.',
    },
    {
      kind: 'json',
      value: '{"a": 1,\n "b": {"c": 1, "c": 2}}',
      error: 'at line 2, column 16: Map keys must be unique.',
    },
    { kind: 'json', value: 'a: [1\nb: 2', error: 'which is neither JSON nor YAML at line 2, column 1:' },
    { kind: 'json', value: 'a: 1\n---\nb: 2', error: 'at line 2, column 1: Source contains multiple documents.' },
    {
      kind: 'json',
      value: 'a: !!js/function x',
      error: 'which is neither JSON nor YAML at line 1, column 4: Unresolved tag',
    },
    {
      kind: 'json',
      value: '{"a": {"__proto__": {"admin": true}}}',
      error: 'which has the key "__proto__", which is not allowed.',
    },
    { kind: 'json', value: '__proto__: {admin: true}', error: 'which has the key "__proto__", which is not allowed.' },
    { kind: 'json', value: 'a: .inf', error: 'which holds a number that JSON cannot express.' },
    { kind: 'json', value: '1e999', error: 'which holds a number that JSON cannot express.' },
    {
      kind: 'json',
      value: '{"id": 9007199254740993}',
      error: 'which holds the number 9007199254740993, which would not be kept exactly. Write it in quotes, as text.',
    },
    { kind: 'json', value: '[1, -90071992547409.93e2]', error: 'which holds the number -90071992547409.93e2' },
    { kind: 'json', value: 'id: 9007199254740993.0', error: 'which holds the number 9007199254740993.0' },
    { kind: 'json', value: '['.repeat(70) + ']'.repeat(70), error: 'which is nested more than 64 levels deep.' },
    { kind: 'json', value: 'a: &a [*a]', error: 'which is nested more than 64 levels deep.' },
    { kind: 'json', value: '? [a]\n: b', error: 'which has a key that is a list, a mapping or an alias. Write a text' },
    { kind: 'json', value: '&a a: 1\n*a : 2', error: 'which has a key that is a list, a mapping or an alias.' },
    // It would be written down as text again at each level: minutes for one line.
    { kind: 'json', value: '? '.repeat(600), error: 'which has a key that is' },
    { kind: 'json', value: '['.repeat(20_000), error: 'which is nested more than 64 levels deep' },
    { kind: 'object', value: '[]', error: 'is "[]", which is not a mapping. Write a JSON or YAML mapping.' },
    { kind: 'object', value: 'null', error: 'is "null", which is not a mapping.' },
  ])('is refused as $kind from "$value"', async ({ kind, value, error }) => {
    const refusal = read(value, readers[kind])
    await expect(refusal).rejects.toBeInstanceOf(InputError)
    await expect(refusal).rejects.toThrow(error)
    await expect(refusal).rejects.toThrow(/^Input 'x' is "/)
  })

  it('is refused when its aliases multiply', async () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const previous = level === 0 ? '"x"' : `*l${level - 1}`
      return `l${level}: &l${level} [${Array.from({ length: 9 }, () => previous).join(', ')}]`
    })
    await expect(read(levels.join('\n'), readers.json)).rejects.toThrow(
      /^Input 'x' is ".{99}…", which cannot be read as YAML: /,
    )
  })

  it('is refused when it is short for its millions of values', async () => {
    const value = `[${'0,'.repeat(1_000_000)}0]`
    await expect(read(value, readers.json)).rejects.toThrow('which holds more than 1000000 values.')
  })

  it('pollutes no prototype', async () => {
    await read('{"constructor": {"prototype": {"admin": true}}}', readers.json)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })
})

describe('a required input', () => {
  it('falls back to the variable that humctl reads', () => {
    const { inputs } = fakeRunner({
      inputs: { app: 'shop', org: ' ' },
      env: { HUMANITEC_ORG: 'acme', HUMANITEC_APP: 'x' },
    })
    expect([inputs.required('org'), inputs.required('app')]).toEqual(['acme', 'shop'])
  })

  it('says what to write when it is missing', () => {
    const { inputs } = fakeRunner({ inputs: { org: '' } })
    expect(() => inputs.required('org')).toThrow(
      "Input 'org' is required and missing or empty. Give it in the step's `with:`, or set the environment variable HUMANITEC_ORG.",
    )
    expect(() => inputs.required('delta-id')).toThrow(
      "Input 'delta-id' is required and missing or empty. Give it in the step's `with:`.",
    )
  })

  it('names the variable where the variable is wrong', () => {
    const { inputs } = fakeRunner({ env: { HUMANITEC_API_URL: 'http://api.humanitec.io' } })
    expect(() => inputs.apiUrl('api-url')).toThrow(
      'Environment variable HUMANITEC_API_URL (read because input \'api-url\' is empty) is "http://api.humanitec.io", which would send',
    )
  })
})

describe('inputs that belong together', () => {
  const { inputs } = { inputs: { 'delta-id': 'd', 'set-id': 's' } }

  it('exclude each other', () => {
    expect(() => fakeRunner({ inputs }).inputs.atMostOne('delta-id', 'set-id', 'deployment-id')).toThrow(
      "Inputs 'delta-id', 'set-id' exclude each other. Give only one of them.",
    )
  })

  it('give the one that is there', () => {
    const one = fakeRunner({ inputs: { 'set-id': 's' } }).inputs
    expect(one.atMostOne('delta-id', 'set-id')).toBe('set-id')
    expect(one.atMostOne('delta-id')).toBeUndefined()
    expect(() => one.exactlyOne('run-id', 'approval-id')).toThrow(
      "One of the inputs 'run-id', 'approval-id' is required.",
    )
  })

  it('say what an old name is called now', () => {
    const old = fakeRunner({ inputs: { environment: 'dev' } }).inputs
    expect(() => old.renamed('environment', 'env')).toThrow(
      "Input 'environment' is called 'env' now. Write `env:` instead of `environment:` in the step's `with:`.",
    )
    expect(() => old.renamed('application', 'app')).not.toThrow()
  })

  it('can be refused by rules of the action', () => {
    expect(() => fakeRunner({ inputs }).inputs.refuse('set-id', 'is not the id of a set')).toThrow(
      'Input \'set-id\' is "s", which is not the id of a set.',
    )
  })
})
