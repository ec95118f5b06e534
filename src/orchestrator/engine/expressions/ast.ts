import type { Value } from './values.ts'

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>='

/** One step from a value into it. `wildcard` (`.*`) takes every member, and later steps then apply to each of them. */
export type PathStep =
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'index'; readonly index: Expression }
  | { readonly kind: 'wildcard' }

/**
 * Chains are one node (`a && b && c`, `a.b.c`), so that a tree is never deeper than its text is nested.
 * `offset` is where it begins in the text it was read from.
 */
export type Expression = { readonly offset: number } & (
  | { readonly kind: 'literal'; readonly value: Exclude<Value, object> }
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'access'; readonly target: Expression; readonly path: readonly PathStep[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'logical'; readonly operator: '&&' | '||'; readonly operands: readonly Expression[] }
  | {
      readonly kind: 'comparison'
      readonly left: Expression
      readonly rest: readonly { readonly operator: ComparisonOperator; readonly right: Expression }[]
    }
  /** The name in lower case. */
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
)

/** Whether `matches` holds for the expression or for any part of it. */
export const someNode = (expression: Expression, matches: (node: Expression) => boolean): boolean =>
  matches(expression) || children(expression).some((child) => someNode(child, matches))

const children = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'literal':
    case 'context':
      return []
    case 'access':
      return [expression.target, ...expression.path.flatMap((step) => (step.kind === 'index' ? [step.index] : []))]
    case 'not':
      return [expression.operand]
    case 'logical':
      return expression.operands
    case 'comparison':
      return [expression.left, ...expression.rest.map(({ right }) => right)]
    case 'call':
      return expression.arguments
  }
}
