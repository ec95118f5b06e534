import { describe, expect, test } from 'vitest'
import { readYaml } from '../../src/orchestrator/yaml.ts'
import { startOrchestrator } from '../support/orchestrator.ts'

const inEachOther: Record<string, (levels: number) => string> = {
  lists: (levels) => `{ a: ${'['.repeat(levels)}${']'.repeat(levels)} }`,
  objects: (levels) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`,
  'lists in lines': (levels) => `a:\n  ${'- '.repeat(levels)}x`,
  keys: (levels) => `${'? '.repeat(levels)}x`,
  'lists that are keys': (levels) => `${'{['.repeat(levels)}x${']: 1}'.repeat(levels)}`,
}
const sizes = [150, 600, 5000, 200_000]
const cases = Object.keys(inEachOther).flatMap((shape) => sizes.map((levels) => [shape, levels] as const))

const aForm = (fields: Record<string, string>) => ({
  type: 'multipart/form-data; boundary=XX',
  body: `${Object.entries(fields)
    .map(([name, value]) => `--XX\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')}--XX--\r\n`,
})

describe.each(['spec', 'extensions'])('the field %s of a form', (field) => {
  // Each of them took from seconds to minutes, or more stack than there is.
  test.each(cases)(
    'with %s, %i of them one in another, is refused at once',
    { timeout: 5000 },
    async (shape, levels) => {
      const { call } = startOrchestrator()
      const fields = {
        type: 'workload',
        name: 'web',
        version: '1',
        spec: '{}',
        [field]: inEachOther[shape]?.(levels) ?? '',
      }
      const { type, body } = aForm(fields)
      const answer = await call('POST', '/orgs/local-org/artefact-versions', body, { 'content-type': type })
      expect(answer.status).toBe(400)
      expect(answer.body.message).toMatch(
        new RegExp(`^Form field '${field}' is not YAML: It (?:is nested|has more than|has a key that is no text)`),
      )
    },
  )
})

test('a number that would be kept as another one is refused in a form, as it is in JSON', async () => {
  const { call } = startOrchestrator()
  const spec = 'resources: { db: { params: { account: 9007199254740993 } } }'
  const { type, body } = aForm({ type: 'workload', name: 'web', version: '1', spec })
  expect(await call('POST', '/orgs/local-org/artefact-versions', body, { 'content-type': type })).toMatchObject({
    status: 400,
    body: {
      message:
        "Form field 'spec' is not YAML: It has the number 9007199254740993, which cannot be kept exactly: put it in quotes.",
    },
  })
})

test.each([
  ['{ a: 1, b: [x, "y"] }', { a: 1, b: ['x', 'y'] }],
  ['{"a": {"b": null}}', { a: { b: null } }],
  ['a: &x [1]\nb: *x\n', { a: [1], b: [1] }],
  ['? a\n: 1\n', { a: 1 }],
  ['[9007199254740991, 0x1F, -1.5, .5, 1e21]', [9007199254740991, 31, -1.5, 0.5, 1e21]],
  ['["9007199254740993", !!str 9007199254740993]', ['9007199254740993', '9007199254740993']],
  ['', null],
])('%j is read as what it says', (text, value) => {
  expect(readYaml(text)).toEqual(value)
})

test.each([
  ['a: 1\na: 2\n', 'Map keys must be unique'],
  ['a: [', 'Flow sequence in block collection must be'],
  ['a: 1\n---\nb: 2\n', 'more than one document'],
  ['&x a: 1\n*x : 2\n', 'a key that is no text'],
  [`a: &a [x,x]\nb: &b [${'*a,'.repeat(50)}]\nc: [${'*b,'.repeat(50)}]`, 'Excessive alias count'],
  ['a: 9007199254740993', 'It has the number 9007199254740993, which cannot be kept exactly: put it in quotes.'],
  ['- b: [9007199254740993.0]', 'the number 9007199254740993.0, which'],
  ['0x20000000000001', 'the number 0x20000000000001, which'],
  ['.inf', 'the number .inf, which'],
  ['.nan', 'the number .nan, which'],
  [`1${'0'.repeat(400)}`, `the number 1${'0'.repeat(39)}…, which`],
  [`"${'x'.repeat(3 * 2 ** 20)}"`, 'more than 2097152 characters'],
  ['x,'.repeat(60_000).replace(/^/, '[') + ']', 'more than 50000 words and marks'],
])('%.40j is refused', (text, message) => {
  expect(() => readYaml(text)).toThrow(message)
})
