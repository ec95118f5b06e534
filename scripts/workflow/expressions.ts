import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import type { FunctionDefinition } from '@actions/expressions/funcs/info'
import { asText, type Json, type Template, type TemplateMap } from './model.ts'
import { about } from './problem.ts'

/** What an expression can see. */
export interface Scope {
  readonly contexts: Readonly<Record<string, Json>>
  readonly status: { readonly success: boolean; readonly failure: boolean; readonly cancelled: boolean }
  readonly hashFiles: (patterns: readonly string[]) => string
}

export interface Expressions {
  /** The value of a template: typed if it is one whole expression, filled inside lists and maps. */
  value(template: Template): Json
  /** The template as a string, in GitHub's spelling of each type. */
  text(template: Template): string
  /** An error names the member: `with.images: …` where `what` is `with`. */
  texts(what: string, templates: TemplateMap): Record<string, string>
  /** An `if:`; without a status function in it `success()` is required as well. Absent means `success()`. */
  condition(template: Template | undefined): boolean
}

/** Contexts that are not given evaluate to null, as a member of them would. */
const CONTEXT_NAMES = [
  'github',
  'env',
  'vars',
  'secrets',
  'inputs',
  'needs',
  'steps',
  'job',
  'runner',
  'strategy',
  'matrix',
]

const STATUS_FUNCTIONS = new Set(['success', 'failure', 'cancelled', 'always'])

export const createExpressions = (scope: Scope): Expressions => {
  const contexts = new data.Dictionary(
    ...CONTEXT_NAMES.map((key) => ({ key, value: toData(scope.contexts[key] ?? {}) })),
  )
  const functions = new Map(ownFunctions(scope).map((definition) => [definition.name, definition]))

  const evaluate = (expression: string): data.ExpressionData => {
    const tree = new Parser(new Lexer(expression).lex().tokens, CONTEXT_NAMES, [...functions.values()]).parse()
    return new Evaluator(tree, contexts, functions).evaluate()
  }
  const text = (template: Template): string => {
    if (template === null) return ''
    if (typeof template !== 'string') return toData(template).coerceString()
    return splitTemplate(template)
      .map((part) => (part.kind === 'text' ? part.text : evaluate(part.expression).coerceString()))
      .join('')
  }
  const value = (template: Template): Json => {
    if (typeof template === 'string') {
      const [only, ...others] = splitTemplate(template)
      if (only?.kind === 'expression' && others.length === 0) return fromData(evaluate(only.expression))
      return text(template)
    }
    if (Array.isArray(template)) return template.map(value)
    if (typeof template === 'object' && template !== null)
      return Object.fromEntries(Object.entries(template).map(([key, item]) => [key, value(item)]))
    return template
  }
  return {
    value,
    text,
    texts: (what, templates) =>
      Object.fromEntries(
        Object.entries(templates).map(([key, item]) => [key, about(`${what}.${key}`, () => text(item))]),
      ),
    condition: (template) => {
      if (template === undefined || template === null || template === '') return scope.status.success
      const [only, ...others] = splitTemplate(asText(template).trim())
      if (others.length > 0) return scope.status.success && isTruthy(value(template))
      const expression = only === undefined ? '' : only.kind === 'text' ? only.text : only.expression
      if (!callsStatusFunction(expression) && !scope.status.success) return false
      return isTruthy(fromData(evaluate(expression)))
    },
  }
}

type Part =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'expression'; readonly expression: string }

/** Cuts a template at its `${{ }}`; a `}}` inside a quoted string does not end an expression. */
export const splitTemplate = (template: string): Part[] => {
  const parts: Part[] = []
  let rest = template
  for (;;) {
    const start = rest.indexOf('${{')
    if (start < 0) break
    const length = expressionLength(rest.slice(start + 3))
    if (length === undefined) throw new Error(`the expression is not closed: ${rest.slice(start)}`)
    if (start > 0) parts.push({ kind: 'text', text: rest.slice(0, start) })
    parts.push({ kind: 'expression', expression: rest.slice(start + 3, start + 3 + length) })
    rest = rest.slice(start + 3 + length + 2)
  }
  if (rest !== '') parts.push({ kind: 'text', text: rest })
  return parts
}

const expressionLength = (text: string): number | undefined => {
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === "'") quoted = !quoted
    else if (!quoted && text.startsWith('}}', index)) return index
  }
  return undefined
}

const callsStatusFunction = (expression: string) =>
  new Lexer(expression)
    .lex()
    .tokens.some(
      ({ lexeme }, index, tokens) => STATUS_FUNCTIONS.has(lexeme.toLowerCase()) && tokens[index + 1]?.lexeme === '(',
    )

const ownFunctions = ({ status, hashFiles }: Scope): FunctionDefinition[] => {
  const statusFunction = (name: string, value: boolean): FunctionDefinition => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  })
  return [
    statusFunction('success', status.success),
    statusFunction('failure', status.failure),
    statusFunction('cancelled', status.cancelled),
    statusFunction('always', true),
    {
      // The evaluator looks functions up by their lower-case name.
      name: 'hashfiles',
      minArgs: 1,
      maxArgs: 255,
      call: (...patterns) => new data.StringData(hashFiles(patterns.map((pattern) => pattern.coerceString()))),
    },
  ]
}

const toData = (value: Json): data.ExpressionData =>
  JSON.parse(JSON.stringify(value), data.reviver) as data.ExpressionData

const fromData = (value: data.ExpressionData): Json => JSON.parse(JSON.stringify(value, data.replacer)) as Json

const isTruthy = (value: Json) => !(value === null || value === false || value === 0 || value === '')
