import { didYouMean } from '../../../contract/closest.ts'
import type { Template } from '../expressions/template.ts'
import { quote } from '../quote.ts'
import { actionNames, actionOf, isActionName, usesExpected, usesPattern } from './actions.ts'
import type { ActionInput, ActionName, InputType, Uses } from './actions.ts'
import { memberPath } from './problem.ts'
import type { Draft, Entries } from './shape.ts'

/** Reports at a path of the tree: at its key, at its value, or at the key of the nearest part that is there. */
export type ReportAt = (path: string, found: string, expected: string, where?: 'key' | 'value') => void

interface DraftStep {
  readonly uses?: string | undefined
  readonly with?: Draft<Entries<Template>> | undefined
}

/** The action that a `uses` of the right form names, unless there is no such action or version. */
export const readUses = (written: string): Uses | undefined => {
  const [, action = '', version = 'v1'] = new RegExp(usesPattern).exec(written) ?? []
  return isActionName(action) && version === 'v1' ? { action, version } : undefined
}

/** Checks that a step's action exists, that it is implemented, and that it gets what it needs. */
export const checkStep = (step: DraftStep, path: string, implemented: ReadonlySet<ActionName>, report: ReportAt) => {
  if (step.uses === undefined) return
  const uses = readUses(step.uses)
  if (!uses) return reportUses(step.uses, `${path}.uses`, report)
  if (!implemented.has(uses.action))
    report(
      `${path}.uses`,
      `${uses.action}, which this orchestrator does not support yet`,
      `one of ${[...implemented].join(', ')}`,
    )
  checkInputs(uses.action, step, `${path}.with`, report)
}

const reportUses = (written: string, path: string, report: ReportAt) => {
  const [, action = '', version] = new RegExp(usesPattern).exec(written) ?? []
  if (isActionName(action))
    report(path, `version ${quote(version ?? '')} of ${action}`, usesExpected.replace('<name>', action))
  else report(path, `the action ${quote(action)}`, `one of ${actionNames.join(', ')}${didYouMean(action, actionNames)}`)
}

const checkInputs = (name: ActionName, step: DraftStep, path: string, report: ReportAt) => {
  const action = actionOf(name)
  const names = Object.keys(action.inputs)
  const given = new Map<string, Template | undefined>()
  for (const { key, value } of (step.with ?? []).filter((entry) => entry !== undefined)) {
    if (key === undefined) continue
    const input = Object.hasOwn(action.inputs, key) ? action.inputs[key] : undefined
    if (!input) {
      const expected = `one of the inputs of ${name}: ${names.join(', ')}${didYouMean(key, names)}`
      report(memberPath(path, key), `the key ${quote(key)}`, expected, 'key')
      continue
    }
    if (value && isNothing(value)) continue
    given.set(key, value)
    if (value && !isOfType(value, input.type))
      report(memberPath(path, key), described[value.kind](value), expectedTypes[input.type], 'value')
  }
  const missing = (input: readonly [string, ActionInput]) => input[1].required && !given.has(input[0])
  for (const [key] of Object.entries(action.inputs).filter(missing))
    report(memberPath(path, key), 'nothing', `${key}, which ${name} needs`)
  if (action.oneOf && !action.oneOf.some((key) => given.has(key)))
    report(path, 'none of them', `${action.oneOf.join(' or ')}, which ${name} needs`, 'key')
}

const isNothing = (template: Template): boolean => template.kind === 'literal' && template.value === null

const isOfType = (template: Template, type: InputType): boolean => {
  if (template.kind === 'expression' || type === 'any') return true
  if (template.kind === 'list' || template.kind === 'map') return template.kind === type
  if (template.kind === 'text') return type === 'text'
  return (
    type === (typeof template.value === 'number' ? 'number' : typeof template.value === 'string' ? 'text' : undefined)
  )
}

const expectedTypes: Readonly<Record<InputType, string>> = {
  text: 'text, in quotes where it looks like something else',
  number: 'a number',
  list: 'a list',
  map: 'a map',
  any: 'a value',
}

const described: { readonly [K in Template['kind']]: (template: Template) => string } = {
  literal: (template) => {
    if (template.kind !== 'literal') return 'a value'
    return typeof template.value === 'string' ? `the text ${quote(template.value)}` : String(template.value)
  },
  expression: () => 'an expression',
  text: () => 'text',
  list: () => 'a list',
  map: () => 'a map',
}
