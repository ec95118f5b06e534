import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { ComparisonOperator, Expression, PathStep } from '../../../../src/orchestrator/engine/expressions/ast.ts'
import { evaluate } from '../../../../src/orchestrator/engine/expressions/evaluate.ts'
import { ExpressionError } from '../../../../src/orchestrator/engine/expressions/expression-error.ts'
import { parseExpression } from '../../../../src/orchestrator/engine/expressions/parser.ts'
import {
  fillTemplate,
  parseCondition,
  parseTemplate,
} from '../../../../src/orchestrator/engine/expressions/template.ts'
import type { Value } from '../../../../src/orchestrator/engine/expressions/values.ts'
import { printExpression } from './print-expression.ts'

const contexts = {
  inputs: { env_id: 'Dev', n: 2, list: ['a', 1, null, { x: 'y' }], map: { a: { x: 1 }, b: { x: 2 } }, no: false },
  steps: { one: { outputs: { id: '7', 'with-dash': 'd' }, status: 'failed' } },
}
const status = { success: true, failure: false, cancelled: false }

const names = ['inputs', 'steps', 'env_id', 'list', 'map', 'one', 'outputs', 'with-dash', 'x', '__proto__', 'missing']
const offset = 0

const literal = fc
  .oneof(
    fc.constantFrom(null, true, false),
    fc.integer({ min: -1000, max: 1000 }),
    fc.constantFrom('', 'a', 'DEV', '2', "it's", '{0}', '}}', 'true'),
  )
  .map((value): Expression => ({ kind: 'literal', value, offset }))
const context = fc
  .constantFrom('inputs', 'steps', 'missing')
  .map((name): Expression => ({ kind: 'context', name, offset }))

const { expression } = fc.letrec<{ expression: Expression; step: PathStep }>((tie) => ({
  step: fc.oneof(
    fc.constantFrom(...names).map((name): PathStep => ({ kind: 'member', name })),
    tie('expression').map((index): PathStep => ({ kind: 'index', index })),
    fc.constant<PathStep>({ kind: 'wildcard' }),
  ),
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    literal,
    context,
    fc
      .record({ target: context, path: fc.array(tie('step'), { minLength: 1, maxLength: 3 }) })
      .map(({ target, path }): Expression => ({ kind: 'access', target, path, offset })),
    tie('expression').map((operand): Expression => ({ kind: 'not', operand, offset })),
    fc
      .record({
        operator: fc.constantFrom('&&' as const, '||' as const),
        operands: fc.array(tie('expression'), { minLength: 2, maxLength: 3 }),
      })
      .map(({ operator, operands }): Expression => ({ kind: 'logical', operator, operands, offset })),
    fc
      .record({
        left: tie('expression'),
        operator: fc.constantFrom<ComparisonOperator>('==', '!=', '<', '<=', '>', '>='),
        right: tie('expression'),
      })
      .map(({ left, operator, right }): Expression => ({
        kind: 'comparison',
        left,
        rest: [{ operator, right }],
        offset,
      })),
    fc
      .record({
        name: fc.constantFrom('contains', 'startswith', 'endswith', 'format', 'join'),
        given: fc.array(tie('expression'), { minLength: 2, maxLength: 2 }),
      })
      .map(({ name, given }): Expression => ({ kind: 'call', name, arguments: given, offset })),
    tie('expression').map((given): Expression => ({ kind: 'call', name: 'tojson', arguments: [given], offset })),
  ),
}))

type Outcome = { readonly value: Value } | { readonly failed: true }

const outcomeOf = (node: Expression): Outcome => {
  try {
    return { value: evaluate(node, { contexts, status }) }
  } catch (error) {
    if (error instanceof ExpressionError) return { failed: true }
    throw error
  }
}

test('an expression that is printed and read again means the same', () => {
  fc.assert(
    fc.property(expression, (node) => {
      const printed = printExpression(node)
      const again = parseExpression(printed)
      expect(printExpression(again)).toBe(printed)
      expect(outcomeOf(again)).toEqual(outcomeOf(node))
    }),
    { numRuns: 1000 },
  )
})

const toData = (value: Value): data.ExpressionData => {
  if (value === null) return new data.Null()
  if (typeof value === 'boolean') return new data.BooleanData(value)
  if (typeof value === 'number') return new data.NumberData(value)
  if (typeof value === 'string') return new data.StringData(value)
  if (Array.isArray(value)) return new data.Array(...value.map((item: Value) => toData(item)))
  return new data.Dictionary(...Object.entries(value).map(([key, item]) => ({ key, value: toData(item) })))
}

const githubOutcomeOf = (source: string): Outcome => {
  try {
    const parser = new Parser(new Lexer(source).lex().tokens, ['inputs', 'steps', 'missing'], [])
    const root = new data.Dictionary(
      ...Object.entries({ ...contexts, missing: null }).map(([key, value]) => ({ key, value: toData(value) })),
    )
    const result = new Evaluator(parser.parse(), root).evaluate()
    return { value: JSON.parse(JSON.stringify(result, data.replacer)) as Value }
  } catch {
    return { failed: true }
  }
}

test("operators, paths and functions behave as in GitHub's own engine", () => {
  fc.assert(
    fc.property(expression, (node) => {
      expect(outcomeOf(node)).toEqual(githubOutcomeOf(printExpression(node)))
    }),
    { numRuns: 2000 },
  )
})

const fragments = [
  '${{',
  '}}',
  "'",
  "''",
  '(',
  ')',
  '[',
  ']',
  '.',
  ',',
  '*',
  '!',
  '==',
  '<',
  '>=',
  '&&',
  '||',
  ' ',
  '\n',
  '-',
  '1',
  '0x',
  '1e',
  'a',
  'inputs',
  'steps',
  'format',
  'contains(',
  'fromjson(',
  'tojson(',
  'always()',
  'null',
  '__proto__',
  '{0}',
  '"',
  '$',
  'ı',
  '😀',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((parts) => parts.join('')),
)

/** What it throws, where that is no error of expressions or stands outside the text. */
const faultOf = (act: (text: string) => unknown, text: string): unknown => {
  try {
    act(text)
    return undefined
  } catch (error) {
    const isFine = error instanceof ExpressionError && error.offset >= 0 && error.offset <= text.length
    return isFine ? undefined : error
  }
}

test('no text makes the engine fail in any way but its own, with a place in the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect([
        faultOf((source) => evaluate(parseExpression(source), { contexts, status }), text),
        faultOf((source) => fillTemplate(parseTemplate(source), { contexts, status }), text),
        faultOf((source) => evaluate(parseCondition(source), { contexts, status }), text),
      ]).toEqual([undefined, undefined, undefined])
    }),
    { numRuns: 3000 },
  )
})
