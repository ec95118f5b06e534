import { describe, expect, test } from 'vitest'

import { evaluate, holds } from '../../../../src/orchestrator/engine/expressions/evaluate.ts'
import { parseExpression } from '../../../../src/orchestrator/engine/expressions/parser.ts'
import type { Value } from '../../../../src/orchestrator/engine/expressions/values.ts'

const contexts = {
  inputs: { env_id: 'development', count: 3, list: ['a', 'B'], flag: false, nothing: null, empty: '' },
  steps: { 'create-set': { outputs: { set_id: 'x1' }, status: 'succeeded' }, other: { outputs: {}, status: 'failed' } },
  app: { values: { Key: 'upper', key: 'lower' } },
  items: [{ n: 1, tags: ['x'] }, { n: 2, tags: ['y', 'z'] }, 'text', { m: 3 }],
}
const status = { success: false, failure: true, cancelled: false }
const valueOf = (source: string): Value => evaluate(parseExpression(source), { contexts, status })

describe('values', () => {
  test.each<{ source: string; value: Value }>([
    { source: 'null', value: null },
    { source: 'true', value: true },
    { source: '0x10', value: 16 },
    { source: "'it''s'", value: "it's" },
    { source: 'inputs.env_id', value: 'development' },
    { source: 'inputs.list', value: ['a', 'B'] },
    { source: 'inputs.missing.deeper[0].still', value: null },
    { source: 'unknown', value: null },
    { source: 'steps.create-set.outputs.set_id', value: 'x1' },
    { source: "steps['create-set'].status", value: 'succeeded' },
    { source: 'inputs.list[1]', value: 'B' },
    { source: "inputs.list['1']", value: 'B' },
    { source: 'inputs.list[0.9]', value: 'a' },
    { source: 'inputs.list[2]', value: null },
    { source: 'inputs.list[-1]', value: null },
    { source: "inputs.list['x']", value: null },
    { source: 'inputs.list.length', value: null },
    { source: 'inputs.env_id[0]', value: null },
    { source: 'app.values.Key', value: 'upper' },
    { source: 'app.values.KEY', value: null },
    { source: 'items.*.n', value: [1, 2] },
    { source: 'items[*].tags.*', value: ['x', 'y', 'z'] },
    { source: 'items.*.tags[0]', value: ['x', 'y'] },
    { source: '(items.*.n)[1]', value: 2 },
    { source: 'steps.*.status', value: ['succeeded', 'failed'] },
    { source: 'inputs.env_id.*', value: [] },
  ])('$source is $value', ({ source, value }) => {
    expect(valueOf(source)).toEqual(value)
  })
})

describe('operators', () => {
  test.each<{ source: string; value: Value }>([
    { source: 'inputs.missing || steps.create-set.outputs.set_id', value: 'x1' },
    { source: "inputs.empty || inputs.flag || 'last'", value: 'last' },
    { source: "inputs.env_id && 'then'", value: 'then' },
    { source: 'inputs.nothing && inputs.env_id', value: null },
    { source: 'inputs.empty && inputs.env_id', value: '' },
    { source: '! inputs.set_id', value: true },
    { source: '!inputs.list', value: false },
    { source: "!'false'", value: false },
    { source: '!0', value: true },
    { source: '!NaN', value: true },
    { source: "inputs.env_id == 'DEVELOPMENT'", value: true },
    { source: "steps.other.status == 'failed'", value: true },
    { source: "inputs.count == '3'", value: true },
    { source: "'' == 0", value: true },
    { source: 'null == 0', value: true },
    { source: "null == ''", value: true },
    { source: 'inputs.missing == null', value: true },
    { source: "true == 'true'", value: false },
    { source: "true == '1'", value: true },
    { source: 'NaN == NaN', value: false },
    { source: 'NaN != NaN', value: true },
    { source: 'inputs.list == inputs.list', value: true },
    { source: 'inputs.list == fromjson(\'["a","B"]\')', value: false },
    { source: "inputs.list == 'Array'", value: false },
    { source: '2 < 10', value: true },
    { source: "'2' < '10'", value: false },
    { source: "2 < '10'", value: true },
    { source: "'b' > 'A'", value: true },
    { source: "'a' >= 'A'", value: true },
    { source: 'null >= null', value: true },
    { source: 'null < null', value: false },
    { source: 'inputs.list < 1', value: false },
    { source: 'inputs.count <= 3', value: true },
    { source: "'ı' == 'I'", value: false },
  ])('$source is $value', ({ source, value }) => {
    expect(valueOf(source)).toEqual(value)
  })

  test('what is not needed is not evaluated', () => {
    expect(valueOf("true || fromjson('{')")).toBe(true)
    expect(valueOf("false && fromjson('{')")).toBe(false)
  })
})

describe('functions', () => {
  test.each<{ source: string; value: Value }>([
    { source: "contains('Hello', 'ELL')", value: true },
    { source: 'contains(123, 2)', value: true },
    { source: "contains(inputs.list, 'b')", value: true },
    { source: "contains(inputs.list, 'c')", value: false },
    { source: "contains(inputs, 'a')", value: false },
    { source: "contains('a', inputs.list)", value: false },
    { source: "contains(fromjson('[1]'), '1')", value: true },
    { source: "StartsWith(inputs.env_id, 'DEV')", value: true },
    { source: "endsWith(inputs.env_id, 'ment')", value: true },
    { source: "startswith(inputs.list, '')", value: false },
    { source: "format('{{{0}}} {1} {0}', 'a', 2)", value: '{a} 2 a' },
    { source: "format('$& {0}', '$&')", value: '$& $&' },
    { source: "format('{0}', inputs.list)", value: 'Array' },
    { source: "format('[{0}]', null)", value: '[]' },
    { source: 'join(inputs.list)', value: 'a,B' },
    { source: "join(inputs.list, ' / ')", value: 'a / B' },
    { source: "join('a', 'b')", value: 'a' },
    { source: 'join(inputs)', value: '' },
    { source: "tojson('a')", value: '"a"' },
    { source: 'tojson(inputs.list)', value: '[\n  "a",\n  "B"\n]' },
    { source: 'tojson(null)', value: 'null' },
    { source: 'fromjson(\'{"a":[1]}\').a[0]', value: 1 },
    { source: "fromjson('{\"__proto__\":1}')['__proto__']", value: 1 },
    { source: 'success()', value: false },
    { source: 'failure()', value: true },
    { source: 'cancelled()', value: false },
    { source: 'always()', value: true },
  ])('$source is $value', ({ source, value }) => {
    expect(valueOf(source)).toEqual(value)
  })

  test.each([
    { source: "  fromjson('{')", offset: 2, message: 'fromjson() was given text that is not JSON; expected JSON' },
    { source: 'fromjson(null)', offset: 0, message: 'fromjson() was given nothing; expected JSON' },
    {
      source: `fromjson('${'['.repeat(200)}${']'.repeat(200)}')`,
      offset: 0,
      message: 'fromjson() was given lists and maps nested too deeply; expected fewer levels',
    },
    {
      source: "format('{1}', 1)",
      offset: 0,
      message: 'format() was given {1} and 1 values; expected a value for every place',
    },
    {
      source: "format('a{', 1)",
      offset: 0,
      message: "format() was given '{' at character 2; expected {0}, {1}, … or a doubled brace in the text",
    },
  ])('$source cannot be evaluated', ({ source, offset, message }) => {
    expect(() => valueOf(source)).toThrow(expect.objectContaining({ name: 'ExpressionError', offset, message }))
  })

  test('a status check needs to be told the status', () => {
    expect(() => evaluate(parseExpression('failure()'), { contexts })).toThrow('expected status checks in an if only')
  })
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  '%s is no member of anything, unless it is data',
  (name) => {
    for (const source of [name, `inputs.${name}`, `inputs['${name}']`, `inputs.list.${name}`, `items.*.${name}`])
      expect(valueOf(source) ?? []).toEqual([])
    expect(
      evaluate(parseExpression(`inputs['${name}']`), { contexts: { inputs: Object.fromEntries([[name, 'own']]) } }),
    ).toBe('own')
  },
)

test('what is not data in a context is missing', () => {
  const odd = { run: () => 'called', none: undefined }
  expect(evaluate(parseExpression('odd.run'), { contexts: { odd } })).toBeNull()
  expect(evaluate(parseExpression('odd.none'), { contexts: { odd } })).toBeNull()
})

test('an expression that would make gigabytes of text is stopped', () => {
  const doubled = (levels: number): string =>
    levels === 0 ? "'0123456789'" : `format('{0}{0}', ${doubled(levels - 1)})`
  expect(() => valueOf(doubled(40))).toThrow('found an expression that makes too much text')
  const list = Array.from({ length: 100_000 }, () => 'x'.repeat(10))
  const search = parseExpression(Array.from({ length: 500 }, () => "contains(list, 'y')").join('||'))
  expect(() => evaluate(search, { contexts: { list } })).toThrow('found an expression that makes too much text')
})

test('a condition holds by the truth of its value', () => {
  expect(holds(parseExpression('inputs.list'), { contexts })).toBe(true)
  expect(holds(parseExpression('inputs.empty'), { contexts })).toBe(false)
})
