import { expect, test } from 'vitest'

import { actionNames } from '../../../../src/orchestrator/engine/definition/actions.ts'
import { parsePipeline } from '../../../../src/orchestrator/engine/definition/parse-pipeline.ts'

const messagesOf = (yaml: string) => {
  const result = parsePipeline(yaml, new Set(actionNames))
  return result.ok ? [] : result.problems.map(({ message }) => message)
}
const head = 'name: P\non: {deployment_request: {}}\n'
const withData = (lines: string) =>
  `${head}jobs:\n  a:\n    steps:\n    - uses: actions/humanitec/http\n      with:\n        url: u\n        method: m\n        data:\n${lines}\n`

const withIf = (source: string) =>
  `${head}jobs:\n  a:\n    steps:\n    - uses: actions/humanitec/fail\n      if: ${JSON.stringify(source)}\n`

const SIZE = 250_000
const tooDeep = 'expected at most 100 levels, found lists and maps within each other too deeply'
const tooMany = 'expected a file of at most 50000 of them, found too many words and marks'

const tooLarge = (size: number) => `expected a file of at most 262144 bytes, found ${size} bytes`

test.each([
  { name: 'open lists', yaml: '['.repeat(10_000), message: tooDeep },
  { name: 'open maps', yaml: '{a: '.repeat(5000), message: tooDeep },
  { name: 'lists on one line', yaml: '- '.repeat(10_000), message: tooDeep },
  { name: 'brackets closed in comments', yaml: '[ # ]\n'.repeat(5000), message: tooDeep },
  {
    name: 'maps by indentation',
    yaml: Array.from({ length: 500 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
    message: tooDeep,
  },
  { name: 'commas', yaml: `[${','.repeat(SIZE)}]`, message: tooMany },
  { name: 'tags', yaml: '!a '.repeat(SIZE / 3), message: tooMany },
  { name: 'documents', yaml: '---\n'.repeat(SIZE / 4), message: tooMany },
  { name: 'lists over the size of any file', yaml: '['.repeat(1_000_000), message: tooLarge(1_000_000) },
  { name: 'bytes', yaml: `${head}${'# no end\n'.repeat(125_000)}`, message: tooLarge(head.length + 1_125_000) },
])('$name without end are refused', ({ yaml, message }) => {
  expect(messagesOf(yaml)).toEqual([message])
})

const tooLong = 'of at most 21000 characters, found 100000 characters'
const tooNested = 'expected an expression nested at most 50 deep'

test.each([
  { name: 'parentheses in an if', yaml: withIf('('.repeat(100_000)), message: tooLong },
  { name: 'parentheses in a short if', yaml: withIf('('.repeat(20_000)), message: tooNested },
  { name: 'negations', yaml: withIf('!'.repeat(20_000)), message: tooNested },
  { name: 'indexes', yaml: withIf('inputs['.repeat(2500)), message: tooNested },
  { name: 'calls', yaml: withIf('format('.repeat(2500)), message: tooNested },
  { name: 'comparisons', yaml: withIf('1 == '.repeat(4000)), message: 'found the end of the expression' },
  { name: 'open expressions', yaml: withIf('${{ '.repeat(25_000)), message: 'steps[0].if' },
  { name: 'open quotes', yaml: withIf("'".repeat(20_001)), message: "expected the ' that ends the text" },
  { name: 'lists', yaml: withIf('['.repeat(20_000)), message: "found '['" },
])('$name without end in an expression are refused, at their place', ({ yaml, message }) => {
  const [found, ...others] = messagesOf(yaml)
  expect(found).toContain('jobs.a.steps[0].if: ')
  expect(found).toContain(message)
  expect(others).toEqual([])
})

test('thousands of expressions in one file are read', () => {
  const lines = Array.from({ length: 6000 }, (_, index) => `          k${index}: x\${{ inputs.a }}`)
  expect(messagesOf(withData(lines.join('\n')))).toEqual([])
})

test('a file of nothing but problems has five hundred of them at most', () => {
  expect(messagesOf('a:\n'.repeat(10_000)).length).toBe(500)
})

test('aliases that stand for millions of values are cut off', () => {
  const levels = Array.from('bcdefgh').map(
    (name, index) => `          ${name}: &${name} [${`*${'abcdefg'[index]} , `.repeat(10)}]`,
  )
  const yaml = withData(['          a: &a [x, x, x, x, x, x, x, x, x, x]', ...levels].join('\n'))
  const [message, ...others] = messagesOf(yaml)
  expect(message).toContain('expected at most 10000 values through aliases, found aliases that stand for too much')
  expect(others).toEqual([])
})

test('an anchor that holds itself is cut off', () => {
  const [message, ...others] = messagesOf(withData('          a: &a [*a ]'))
  expect(message).toContain('expected at most 30 levels, found more levels')
  expect(others).toEqual([])
})

test('a long chain of jobs is followed to its end', () => {
  const line = (id: number) => `  j${id}: {needs: [j${(id + 1) % 1500}], steps: [{uses: actions/humanitec/fail}]}\n`
  const jobs = Array.from({ length: 1500 }, (_, id) => line(id))
  expect(messagesOf(`${head}jobs:\n${jobs.join('')}`)).toEqual([
    'jobs.j1499.needs[0]: expected jobs that do not wait for each other, found the circle j0 → j1 → j2 → j3 → j4 → … → j0',
  ])
})

test('numbers that would lose digits have to be quoted', () => {
  expect(messagesOf(withData('          [12345678901234567890, .inf, 1.5]'))).toEqual([
    'jobs.a.steps[0].with.data[0]: expected a number that keeps all its digits, or quotes around it, found the number 12345678901234567890',
    'jobs.a.steps[0].with.data[1]: expected a number that keeps all its digits, or quotes around it, found the number .inf',
  ])
})

test('keys that objects have by themselves are keys like others', () => {
  const yaml = withData('          {__proto__: {x: 1}, constructor: 1, toString: 2}')
  const result = parsePipeline(
    yaml.replace('jobs:', 'metadata: {__proto__: a, constructor: b}\njobs:'),
    new Set(actionNames),
  )
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  expect(Object.entries(result.definition.metadata)).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ])
  expect(Object.getPrototypeOf(result.definition.metadata)).toBe(Object.prototype)
})

test('text from the file is cut and cleaned before it stands in a message', () => {
  const [message] = messagesOf(`${head}jobs:\n  a: "${'x'.repeat(1000)}"\n`)
  expect(message).toBe(`jobs.a: expected a map, found the text '${'x'.repeat(60)}…'`)
  expect(messagesOf(`${head}jobs:\n  a: "\\e[31m\\n::error::\\u202e"\n`)).toEqual([
    "jobs.a: expected a map, found the text ' [31m ::error:: '",
  ])
})
