import ts from 'typescript'
import { expect, test } from 'vitest'
import { nodesOf, readSource, readSources, type Source } from './sources.ts'

/** Functions and properties that bring in the time or chance, whatever they are called on. */
const names = new Set([
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
  'randomUUID',
  'randomBytes',
  'randomInt',
  'getRandomValues',
])

const properties: ReadonlySet<string> = new Set(['Date.now', 'Math.random', 'AbortSignal.timeout', 'process.hrtime'])

const isOutside = (node: ts.Node): boolean => {
  if (ts.isPropertyAccessExpression(node)) return properties.has(node.getText().replace(/^globalThis\./, ''))
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0
  if (ts.isCallExpression(node)) return node.expression.getText() === 'Date'
  return ts.isIdentifier(node) && names.has(node.text)
}

/** Where a file takes the time or chance from somewhere else than from what it is given. */
const uses = ({ path, tree }: Source): string[] =>
  nodesOf(tree)
    .filter(isOutside)
    .map((node) => {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
      return `${path}:${line + 1} ${node.getText()}`
    })

test('time comes from a clock, and chance from a source, that everybody is handed', () => {
  const others = [...readSources('src').values()].filter(
    ({ path }) => !['src/clock.ts', 'src/random.ts'].includes(path),
  )
  expect(others.flatMap(uses)).toEqual([])
})

test.each([
  'const at = Date.now()',
  'const now = Date.now',
  'const at = globalThis.Date.now()',
  'const at = new Date()',
  'const at = new Date',
  'const at = Date()',
  'setTimeout(() => {}, 5)',
  'const at = performance.now()',
  'const dice = Math.random()',
  `import { randomUUID } from 'node:crypto'`,
  'const signal = AbortSignal.timeout(5)',
])('%s is seen', (text) => {
  expect(uses(readSource('src/core/a.ts', text))).toHaveLength(1)
})

test.each(['const at = new Date(0).toISOString()', 'const at = Date.parse(text)', 'clearTimeout(timer)'])(
  '%s is no use of time',
  (text) => {
    expect(uses(readSource('src/core/a.ts', text))).toEqual([])
  },
)
