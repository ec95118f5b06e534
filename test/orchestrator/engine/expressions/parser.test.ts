import { expect, test } from 'vitest'

import { parseExpression } from '../../../../src/orchestrator/engine/expressions/parser.ts'
import { printExpression } from './print-expression.ts'

test.each([
  { source: 'a || b && c', tree: '(a || (b && c))' },
  { source: 'a && b || c', tree: '((a && b) || c)' },
  { source: 'a || b || c', tree: '(a || b || c)' },
  { source: 'a == b && c != d', tree: '((a == b) && (c != d))' },
  { source: 'a == b < c', tree: '(a == (b < c))' },
  { source: 'a < b <= c', tree: '(a < b <= c)' },
  { source: '!a == b', tree: '(!a == b)' },
  { source: '! a.b', tree: '!a.b' },
  { source: '!!a', tree: '!!a' },
  { source: '(a || b) && c', tree: '((a || b) && c)' },
  { source: "a.b-c[0]['d'].*.e[*]", tree: "a.b-c[0]['d'].*.e.*" },
  { source: 'a[b[0].c || 1]', tree: 'a[(b[0].c || 1)]' },
  { source: 'ToJSON( a )', tree: 'tojson(a)' },
  { source: "format('{0}{1}', a, b).c", tree: "format('{0}{1}', a, b).c" },
  { source: 'null == NaN', tree: '(null == NaN)' },
  { source: 'a.true.null', tree: 'a.true.null' },
  { source: 'Success() || always()', tree: '(success() || always())' },
])('groups $source as $tree', ({ source, tree }) => {
  expect(printExpression(parseExpression(source))).toBe(tree)
})

test.each([
  { source: '', offset: 0, found: 'the end of the expression', expected: 'a value' },
  { source: 'a ||', offset: 4, found: 'the end of the expression', expected: 'a value' },
  { source: 'a b', offset: 2, found: "'b'", expected: 'an operator or the end of the expression' },
  { source: '(a', offset: 2, found: 'the end of the expression', expected: "')'" },
  { source: 'a)', offset: 1, found: "')'", expected: 'an operator or the end of the expression' },
  { source: 'a[0', offset: 3, found: 'the end of the expression', expected: "']'" },
  { source: 'a.', offset: 2, found: 'the end of the expression', expected: "the name of a member or '*'" },
  { source: "a.'b'", offset: 2, found: "the text 'b'", expected: "the name of a member or '*'" },
  { source: 'a.5', offset: 2, found: 'the number 5', expected: "the name of a member or '*'" },
  { source: 'a && && b', offset: 5, found: "'&&'", expected: 'a value' },
  { source: 'contains(a b)', offset: 11, found: "'b'", expected: "')'" },
  { source: 'a == contains(b)', offset: 5, found: '1 arguments for contains()', expected: '2' },
  { source: 'join()', offset: 0, found: '0 arguments for join()', expected: '1 to 2' },
  { source: 'always(a)', offset: 0, found: '1 arguments for always()', expected: '0' },
  {
    source: 'toJsn(a)',
    offset: 0,
    found: "the function 'toJsn'",
    expected:
      "one of contains, startswith, endswith, format, join, tojson, fromjson, success, failure, cancelled, always (did you mean 'tojson'?)",
  },
  { source: `${'('.repeat(51)}a`, offset: 51, found: "'a'", expected: 'an expression nested at most 50 deep' },
  { source: `${'!'.repeat(51)}a`, offset: 51, found: "'a'", expected: 'an expression nested at most 50 deep' },
])('says where $source goes wrong', ({ source, offset, found, expected }) => {
  expect(() => parseExpression(source)).toThrow(
    expect.objectContaining({ offset, found, expected, message: `expected ${expected}, found ${found}` }),
  )
})

const vocabulary = { contexts: ['inputs', 'steps'], statusChecks: false }

test.each([
  {
    source: '!input.x',
    offset: 1,
    found: "the name 'input'",
    expected: "one of inputs, steps (did you mean 'inputs'?)",
  },
  { source: 'constructor', offset: 0, found: "the name 'constructor'", expected: 'one of inputs, steps' },
  { source: 'inputs[github.x]', offset: 7, found: "the name 'github'", expected: 'one of inputs, steps' },
  { source: 'inputs.a || Failure()', offset: 12, found: 'Failure()', expected: 'status checks in an if only' },
])('refuses $source where its names mean nothing', ({ source, offset, found, expected }) => {
  expect(() => parseExpression(source, vocabulary)).toThrow(expect.objectContaining({ offset, found, expected }))
})

test('a chain may be as long as an expression, since it is not nested', () => {
  const operands = Array.from({ length: 4000 }, () => 'a').join('||')
  expect(parseExpression(operands)).toMatchObject({ kind: 'logical', operator: '||' })
})
