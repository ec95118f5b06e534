import type { ComparisonOperator, Expression, PathStep } from './ast.ts'
import { ExpressionError } from './expression-error.ts'
import { functions, isStatusCheck } from './functions.ts'
import type { Spend, StatusCheck } from './functions.ts'
import { asValue, isLess, isList, isTruthy, looselyEquals, toNumber, toText } from './values.ts'
import type { Value } from './values.ts'

/** What the names in an expression stand for. */
export interface Scope {
  /** Plain data by name: `inputs`, `steps`, `needs`, `pipeline`, `app`. Only own members are seen. */
  readonly contexts: Readonly<Record<string, unknown>>
  /** What has happened so far; needed where status checks may be mentioned. `always()` is always true. */
  readonly status?: Readonly<Record<Exclude<StatusCheck, 'always'>, boolean>>
}

/** Characters and items that may be looked at or produced, so that no expression runs away. */
const MAX_COST = 4 * 1024 * 1024

export const createSpend = (): Spend => {
  let left = MAX_COST
  return (cost) => {
    left -= cost
    if (left < 0)
      throw new ExpressionError({
        offset: 0,
        found: 'an expression that makes too much text',
        expected: `at most ${MAX_COST} characters and items`,
      })
  }
}

/** Throws ExpressionError. Expressions that are evaluated for one thing share its `spend`. */
export const evaluate = (expression: Expression, scope: Scope, spend: Spend = createSpend()): Value => {
  const valueOf = (part: Expression) => evaluate(part, scope, spend)
  spend(1)
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'context':
      return Object.hasOwn(scope.contexts, expression.name) ? asValue(scope.contexts[expression.name]) : null
    case 'access':
      return walk(valueOf(expression.target), expression.path, valueOf, spend)
    case 'not':
      return !isTruthy(valueOf(expression.operand))
    case 'logical':
      return firstDecisive(expression, valueOf)
    case 'comparison':
      return expression.rest.reduce(
        (left, { operator, right }) => compare(left, operator, valueOf(right), spend),
        valueOf(expression.left),
      )
    case 'call':
      return call(expression, scope, spend)
  }
}

/** Whether the job or step with this condition goes ahead. Throws ExpressionError. */
export const holds = (condition: Expression, scope: Scope): boolean => isTruthy(evaluate(condition, scope))

/** `||` gives its first truthy operand, `&&` its first falsy one, both else their last; the rest is not evaluated. */
const firstDecisive = (
  { operator, operands }: Extract<Expression, { kind: 'logical' }>,
  valueOf: (part: Expression) => Value,
): Value => {
  let value: Value = null
  for (const operand of operands) {
    value = valueOf(operand)
    if (isTruthy(value) === (operator === '||')) break
  }
  return value
}

const compare = (left: Value, operator: ComparisonOperator, right: Value, spend: Spend): boolean => {
  if (typeof left === 'string' && typeof right === 'string') spend(left.length + right.length)
  switch (operator) {
    case '==':
      return looselyEquals(left, right)
    case '!=':
      return !looselyEquals(left, right)
    case '<':
      return isLess(left, right)
    case '<=':
      return isLess(left, right) || looselyEquals(left, right)
    case '>':
      return isLess(right, left)
    case '>=':
      return isLess(right, left) || looselyEquals(left, right)
  }
}

/** After a wildcard each step applies to every item, and items without such a member drop out. */
const walk = (target: Value, path: readonly PathStep[], valueOf: (part: Expression) => Value, spend: Spend): Value => {
  let value = target
  let filtered = false
  for (const step of path) {
    const index = step.kind === 'index' ? valueOf(step.index) : null
    const reach = (from: Value): Value | undefined => {
      spend(1)
      return step.kind === 'member' ? own(from, step.name) : at(from, index)
    }
    if (step.kind === 'wildcard') value = filtered ? (value as readonly Value[]).flatMap(items) : items(value)
    else if (filtered) value = (value as readonly Value[]).map(reach).filter((item) => item !== undefined)
    else value = reach(value) ?? null
    filtered ||= step.kind === 'wildcard'
    if (filtered) spend((value as readonly Value[]).length)
  }
  return value
}

/** The value's own member, never one it inherits (`constructor`, `__proto__`). */
const own = (value: Value, name: string): Value | undefined =>
  typeof value === 'object' && value !== null && !isList(value) && Object.hasOwn(value, name)
    ? asValue(value[name])
    : undefined

const at = (value: Value, index: Value): Value | undefined => {
  if (!isList(value)) return typeof index === 'object' ? undefined : own(value, toText(index))
  const position = Math.floor(toNumber(index))
  return value[position]
}

const items = (value: Value): readonly Value[] =>
  typeof value === 'object' && value !== null ? Object.values(value).map(asValue) : []

const call = (
  { name, arguments: given, offset }: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
  spend: Spend,
): Value => {
  if (isStatusCheck(name)) {
    if (name === 'always') return true
    if (scope.status) return scope.status[name]
    throw new ExpressionError({ offset, found: `${name}()`, expected: 'status checks in an if only' })
  }
  const known = functions.get(name)
  if (!known) throw new ExpressionError({ offset, found: `the function ${name}`, expected: 'a known function' })
  const values = given.map((argument) => evaluate(argument, scope, spend))
  return known.call(values, spend, (found, expected) => {
    const message = `${name}() was given ${found}; expected ${expected}`
    return new ExpressionError({ offset, found, expected, message })
  })
}
