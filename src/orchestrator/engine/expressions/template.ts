import type { Expression } from './ast.ts'
import { someNode } from './ast.ts'
import { createSpend, evaluate } from './evaluate.ts'
import type { Scope } from './evaluate.ts'
import { ExpressionError } from './expression-error.ts'
import { isStatusCheck } from './functions.ts'
import type { Spend } from './functions.ts'
import { parseExpression } from './parser.ts'
import type { Vocabulary } from './parser.ts'
import { toText } from './values.ts'
import type { Value } from './values.ts'

/** A value with expressions in it, at any depth. */
export type Template =
  | { readonly kind: 'literal'; readonly value: Exclude<Value, object> }
  /** Text that is one expression and nothing else: its value keeps its type (assumption). */
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'text'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'list'; readonly items: readonly Template[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [key: string, value: Template])[] }

const OPEN = '${{'
const CLOSE = '}}'
/** What an expression holds: anything up to its `}}`, which may stand within quotes too. */
const inside = /(?:[^'}]+|'[^']*'|\}(?!\}))*/y

/** Reads text with any number of `${{ }}` in it. Throws ExpressionError with an offset into `text`. */
export const parseTemplate = (text: string, vocabulary?: Vocabulary): Template => {
  const parts: (string | Expression)[] = []
  let position = 0
  for (let open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, position)) {
    if (open > position) parts.push(text.slice(position, open))
    const start = open + OPEN.length
    inside.lastIndex = start
    const source = inside.exec(text)![0]
    const end = start + source.length
    if (!text.startsWith(CLOSE, end)) throw unclosed(text, start, vocabulary)
    parts.push(parseExpression(source, vocabulary, start))
    position = end + CLOSE.length
  }
  if (parts.length === 0) return { kind: 'literal', value: text }
  if (position < text.length) parts.push(text.slice(position))
  const [only] = parts
  return parts.length === 1 && typeof only === 'object'
    ? { kind: 'expression', expression: only }
    : { kind: 'text', parts }
}

/** What is wrong inside is the better message: a quote that never ends hides the `}}`. */
const unclosed = (text: string, start: number, vocabulary: Vocabulary | undefined): ExpressionError => {
  try {
    parseExpression(text.slice(start), vocabulary, start)
  } catch (error) {
    if (error instanceof ExpressionError && error.expected.includes("' that ends")) return error
  }
  return new ExpressionError({ offset: start - OPEN.length, found: OPEN, expected: `${CLOSE} after the expression` })
}

/** The condition of a job or step that has none. */
export const successCondition: Expression = { kind: 'call', name: 'success', arguments: [], offset: 0 }

const onSuccess = (condition: Expression): Expression => ({
  kind: 'logical',
  operator: '&&',
  operands: [successCondition, condition],
  offset: condition.offset,
})

/** The condition that was written as a plain true or false. */
export const plainCondition = (value: boolean): Expression => onSuccess({ kind: 'literal', value, offset: 0 })

/**
 * Reads an `if`, with or without `${{ }}` around it. Where it mentions no status check, it holds only as long as
 * nothing has failed. Throws ExpressionError with an offset into `text`.
 */
export const parseCondition = (text: string, vocabulary?: Vocabulary): Expression => {
  const condition = parseBareCondition(text, vocabulary)
  const mentionsStatus = someNode(condition, (node) => node.kind === 'call' && isStatusCheck(node.name))
  return mentionsStatus ? condition : onSuccess(condition)
}

const parseBareCondition = (text: string, vocabulary: Vocabulary | undefined): Expression => {
  const trimmed = text.trim()
  const base = text.length - text.trimStart().length
  if (!trimmed.startsWith(OPEN)) return parseExpression(trimmed, vocabulary, base)
  const template = parseTemplate(text.trimEnd(), vocabulary)
  const parts = template.kind === 'text' ? template.parts.filter((part) => part !== text.slice(0, base)) : []
  if (template.kind === 'expression') return template.expression
  if (parts.length === 1 && typeof parts[0] === 'object') return parts[0]
  // As text it would always be true, whatever the expressions in it say.
  throw new ExpressionError({
    offset: base,
    found: 'text around ${{ }}',
    expected: 'one expression that is the whole if',
  })
}

/** Fills in the expressions of a template. Throws ExpressionError. */
export const fillTemplate = (template: Template, scope: Scope, spend: Spend = createSpend()): Value => {
  switch (template.kind) {
    case 'literal':
      return template.value
    case 'expression':
      return evaluate(template.expression, scope, spend)
    case 'text':
      return template.parts.map((part) => fillPart(part, scope, spend)).join('')
    case 'list':
      return template.items.map((item) => fillTemplate(item, scope, spend))
    case 'map':
      // fromEntries makes own members of whatever the keys are, `__proto__` included.
      return Object.fromEntries(template.entries.map(([key, value]) => [key, fillTemplate(value, scope, spend)]))
  }
}

const fillPart = (part: string | Expression, scope: Scope, spend: Spend): string => {
  const text = typeof part === 'string' ? part : toText(evaluate(part, scope, spend))
  spend(text.length)
  return text
}
