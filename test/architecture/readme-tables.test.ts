import { expect, test } from 'vitest'
import { fill, inputTable, outputTable } from '../../scripts/readme-tables.ts'

const rows = (table: string) => table.split('\n').slice(3, -1)

test('the default of an input is a column of its own', () => {
  const inputs = {
    wait: { description: 'Whether to wait. Not for ever. Default: `true`' },
    note: { description: 'What to say' },
  }
  expect(rows(inputTable({ inputs }))).toEqual([
    '| `wait` | Whether to wait. Not for ever | `true` |',
    '| `note` | What to say |  |',
  ])
})

test('a description stays in its cell', () => {
  const outputs = { result: { description: 'One of `a|b`,\nor nothing\n' } }
  expect(rows(outputTable({ outputs }))).toEqual([String.raw`| ${'`result`'} | One of ${'`a\\|b`'}, or nothing |`])
})

test('a table replaces the one before it, and nothing else', () => {
  const text = 'Above\n<!-- inputs -->\nold\n<!-- /inputs -->\nBelow\n'
  const once = fill(text, 'inputs', 'new')
  expect(once).toBe('Above\n<!-- inputs -->\n\nnew\n\n<!-- /inputs -->\nBelow\n')
  expect(fill(once, 'inputs', 'new')).toBe(once)
})

test.each([
  ['neither mark', 'text'],
  ['no end', '<!-- inputs -->'],
  ['no beginning', '<!-- /inputs -->'],
  ['the end first', '<!-- /inputs --> <!-- inputs -->'],
  ['two tables', '<!-- inputs --><!-- /inputs --><!-- inputs --><!-- /inputs -->'],
])('a README with %s is refused', (_, text) => {
  expect(() => fill(text, 'inputs', 'new')).toThrow('expected <!-- inputs --> and <!-- /inputs -->')
})
