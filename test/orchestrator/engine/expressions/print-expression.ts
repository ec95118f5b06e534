import type { Expression, PathStep } from '../../../../src/orchestrator/engine/expressions/ast.ts'

const printStep = (step: PathStep): string => {
  if (step.kind === 'wildcard') return '.*'
  return step.kind === 'member' ? `.${step.name}` : `[${printExpression(step.index)}]`
}

/** The expression as text, with a pair of parentheses around every operator. */
export const printExpression = (expression: Expression): string => {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string'
        ? `'${expression.value.replaceAll("'", "''")}'`
        : String(expression.value)
    case 'context':
      return expression.name
    case 'access': {
      // Parentheses around a path end it: a wildcard in it does not reach the steps after them.
      const target = printExpression(expression.target)
      const separate = expression.target.kind === 'access' || expression.target.kind === 'not'
      return `${separate ? `(${target})` : target}${expression.path.map(printStep).join('')}`
    }
    case 'not':
      return `!${printExpression(expression.operand)}`
    case 'logical':
      return `(${expression.operands.map(printExpression).join(` ${expression.operator} `)})`
    case 'comparison': {
      const rest = expression.rest.map(({ operator, right }) => ` ${operator} ${printExpression(right)}`)
      return `(${printExpression(expression.left)}${rest.join('')})`
    }
    case 'call':
      return `${expression.name}(${expression.arguments.map(printExpression).join(', ')})`
  }
}
