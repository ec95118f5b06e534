import { type ActionName, actionOf, type InputType } from './definition/actions.ts'
import type { StepDefinition } from './definition/definition.ts'
import { createSpend, type Scope } from './expressions/evaluate.ts'
import { ExpressionError } from './expressions/expression-error.ts'
import { fillTemplate } from './expressions/template.ts'
import { isList, type Value } from './expressions/values.ts'
import type { StepInputs } from './steps/action.ts'

const isEmpty = (value: Value | undefined) => value === undefined || value === null || value === ''

const fits = (value: Value, type: InputType): boolean => {
  const isMap = typeof value === 'object' && value !== null && !isList(value)
  switch (type) {
    case 'text':
      return typeof value !== 'object'
    case 'number':
      return (typeof value === 'number' || typeof value === 'string') && Number.isFinite(Number(value))
    case 'list':
      return isList(value)
    case 'map':
      return isMap
    case 'any':
      return true
  }
}

const described: Record<InputType, string> = {
  text: 'text',
  number: 'a number',
  list: 'a list',
  map: 'a map',
  any: 'a value',
}

const problemsOf = (name: ActionName, values: Readonly<Record<string, Value>>): string[] => {
  const { inputs, oneOf } = actionOf(name)
  const problems = Object.entries(inputs).flatMap(([key, { type, required }]) => {
    const value = values[key]
    if (value === undefined || isEmpty(value)) return required ? [`${key} is empty`] : []
    return fits(value, type) ? [] : [`${key} is not ${described[type]}`]
  })
  if (oneOf && oneOf.every((key) => isEmpty(values[key]))) problems.push(`${oneOf.join(' and ')} are empty`)
  return problems
}

/** Fills in the inputs of a step and drops the empty ones, or says what is wrong with them. */
export const readStepInputs = (
  { uses, with: templates }: StepDefinition,
  scope: Scope,
): { inputs: StepInputs } | { problem: string } => {
  const spend = createSpend()
  const filled: Record<string, Value> = {}
  for (const [key, template] of Object.entries(templates)) {
    try {
      filled[key] = fillTemplate(template, scope, spend)
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      return { problem: `with.${key}: ${error.message}` }
    }
  }
  const problems = problemsOf(uses.action, filled)
  if (problems.length > 0) return { problem: `${uses.action}: ${problems.join('; ')}` }
  return { inputs: Object.fromEntries(Object.entries(filled).filter(([, value]) => !isEmpty(value))) }
}
