import { expect, test } from 'vitest'

import { ExpressionError } from '../../../../src/orchestrator/engine/expressions/expression-error.ts'
import { readTokens } from '../../../../src/orchestrator/engine/expressions/lexer.ts'

const shown = (source: string) =>
  readTokens(source).map((token) => {
    if (token.kind === 'end') return 'end'
    return 'value' in token ? `${token.kind} ${token.value}` : `${token.kind} ${token.text}`
  })

test.each([
  { source: '', tokens: ['end'] },
  { source: ' \t\r\n ', tokens: ['end'] },
  { source: '0', tokens: ['number 0', 'end'] },
  { source: '-1.5', tokens: ['number -1.5', 'end'] },
  { source: '+2', tokens: ['number 2', 'end'] },
  { source: '.5', tokens: ['number 0.5', 'end'] },
  { source: '-.5e1', tokens: ['number -5', 'end'] },
  { source: '1e3', tokens: ['number 1000', 'end'] },
  { source: '1E-2', tokens: ['number 0.01', 'end'] },
  { source: '0xfF', tokens: ['number 255', 'end'] },
  { source: '0o17', tokens: ['number 15', 'end'] },
  { source: "''", tokens: ['string ', 'end'] },
  { source: "'it''s'''", tokens: ["string it's'", 'end'] },
  { source: "'}} \n'", tokens: ['string }} \n', 'end'] },
  { source: 'a-b_9', tokens: ['name a-b_9', 'end'] },
  { source: '_x', tokens: ['name _x', 'end'] },
  { source: 'a.b', tokens: ['name a', 'symbol .', 'name b', 'end'] },
  { source: 'a[0].*', tokens: ['name a', 'symbol [', 'number 0', 'symbol ]', 'symbol .', 'symbol *', 'end'] },
  { source: 'a>=.5', tokens: ['name a', 'symbol >=', 'number 0.5', 'end'] },
  { source: '!a!=b', tokens: ['symbol !', 'name a', 'symbol !=', 'name b', 'end'] },
  { source: 'f(a,b)', tokens: ['name f', 'symbol (', 'name a', 'symbol ,', 'name b', 'symbol )', 'end'] },
  {
    source: '<a<=b>c==d',
    tokens: ['symbol <', 'name a', 'symbol <=', 'name b', 'symbol >', 'name c', 'symbol ==', 'name d', 'end'],
  },
])('reads the tokens of $source', ({ source, tokens }) => {
  expect(shown(source)).toEqual(tokens)
})

test.each([
  { source: 'a = b', offset: 2, found: "'='", expected: '==' },
  { source: 'a & b', offset: 2, found: "'&'", expected: '&&' },
  { source: 'a | b', offset: 2, found: "'|'", expected: '||' },
  { source: ' "a"', offset: 1, found: `'"a"'`, expected: "text in single quotes ('…')" },
  { source: "a == 'b", offset: 5, found: "'''", expected: "the ' that ends the text" },
  { source: '1.2.3', offset: 0, found: "'1.2.3'", expected: 'a value, a name or an operator' },
  { source: '12abc', offset: 0, found: "'12abc'", expected: 'a value, a name or an operator' },
  { source: '-0x1', offset: 0, found: "'-0x1'", expected: 'a value, a name or an operator' },
  { source: '-', offset: 0, found: "'-'", expected: 'a value, a name or an operator' },
  { source: 'a + b', offset: 2, found: "'+'", expected: 'a value, a name or an operator' },
  { source: 'ä', offset: 0, found: "'ä'", expected: 'a value, a name or an operator' },
  {
    source: '${{ a }}',
    offset: 0,
    found: "'${{'",
    expected: 'one expression, with ${{ }} around the whole of it only',
  },
])('says where $source goes wrong', ({ source, offset, found, expected }) => {
  expect(() => readTokens(source)).toThrow(expect.objectContaining({ offset, found, expected }))
})

test('refuses an expression that is too long, before reading it', () => {
  expect(() => readTokens('1'.repeat(21_001), 7)).toThrow(
    new ExpressionError({
      offset: 7,
      found: '21001 characters',
      expected: 'an expression of at most 21000 characters',
    }),
  )
})

test('counts offsets from where the expression stands in its text', () => {
  expect(readTokens(' a', 10).map(({ offset }) => offset)).toEqual([11, 12])
})
