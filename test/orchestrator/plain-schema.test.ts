import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mismatches, type PlainSchema } from '../../src/orchestrator/plain-schema.ts'

const key = fc.constantFrom('a', 'b', '__proto__', 'constructor')
const text = fc.constantFrom('', 'a', 'ab', '🙂', '7', 'A b')
const scalar = fc.oneof(fc.constantFrom(null, true, -1, 0, 1.5, 2, 1e300), text)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
}))

const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'object', 'array')
const size = fc.nat({ max: 2 })
const { schema } = fc.letrec<{ schema: PlainSchema }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small' },
    fc.record({ type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 2 })) }),
    fc.record(
      {
        enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 }),
        minLength: size,
        maxLength: size,
        minimum: size,
        maximum: size,
        pattern: fc.constantFrom('^[a-z]+$', '^\\S+$', '^.$'),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      {
        type,
        anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        items: tie('schema'),
        properties: fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), tie('schema'), { maxKeys: 2 }),
        required: fc.uniqueArray(key, { maxLength: 2 }),
        minProperties: size,
        propertyNames: fc.constantFrom({ pattern: '^[a-z]+$' }, { minLength: 2 }),
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
      },
      { requiredKeys: [] },
    ),
  ),
}))

test('a value fits a schema exactly when Ajv says so', () => {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, ownProperties: true })
  fc.assert(
    fc.property(schema, value, (rules, given) => {
      const check = ajv.compile(rules)
      expect(mismatches(rules, given).length === 0).toBe(check(given))
    }),
    { numRuns: 500 },
  )
})

test('any number of things may be wrong', () => {
  const rules: PlainSchema = { properties: { ports: { items: { type: 'integer' } } } }
  expect(mismatches(rules, { ports: Array.from({ length: 200_000 }, () => 'x') })).toHaveLength(200_000)
})

test('everything that is wrong is named, with its place, at once', () => {
  const rules: PlainSchema = {
    type: 'object',
    required: ['name'],
    properties: { ports: { type: 'array', items: { type: 'integer', minimum: 1 } } },
    additionalProperties: false,
  }
  const said = mismatches(rules, { ports: [0, 1, 'x'], more: 1 }).map(({ path, message }) => [path.join('.'), message])
  expect(said).toEqual([
    ['', "must have required property 'name'"],
    ['ports.0', 'must be >= 1'],
    ['ports.2', 'must be integer'],
    ['', "must not have the property 'more'"],
  ])
})

test.each<PlainSchema>([{}, { minLength: 1 }, { maxLength: 63 }])(
  'however long a text, no more of it is counted than %j asks for',
  (schema) => {
    const long = '🙂'.repeat(2 ** 23)
    // To count the whole text takes a quarter of a second each time.
    const found = Array.from({ length: 50 }, () => mismatches(schema, long).length)
    expect(new Set(found)).toEqual(new Set([schema.maxLength === undefined ? 0 : 1]))
  },
)
