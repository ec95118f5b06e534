import type { ExpressionError } from './expression-error.ts'
import { foldCase, isList, isTooDeep, looselyEquals, toText } from './values.ts'
import type { Value } from './values.ts'

/** Counts what an evaluation costs (about one for a character or an item) and throws when it is too much. */
export type Spend = (cost: number) => void

/** Says why a function cannot work on what it was given. */
type Refuse = (found: string, expected: string) => ExpressionError

interface ExpressionFunction {
  readonly minArguments: number
  readonly maxArguments: number
  readonly call: (given: readonly Value[], spend: Spend, refuse: Refuse) => Value
}

const isPlain = (value: Value): boolean => typeof value !== 'object' || value === null

/** A test of one text against another, both without regard to case; false for lists and maps. */
const textTest =
  (test: (text: string, part: string) => boolean): ExpressionFunction['call'] =>
  ([text = null, part = null], spend) => {
    if (!isPlain(text) || !isPlain(part)) return false
    const [whole, piece] = [foldCase(toText(text)), foldCase(toText(part))]
    spend(whole.length + piece.length)
    return test(whole, piece)
  }

const textContains = textTest((text, part) => text.includes(part))

const contains: ExpressionFunction['call'] = (given, spend, refuse) => {
  const [search = null, item = null] = given
  if (!isList(search)) return textContains(given, spend, refuse)
  return search.some((candidate) => {
    spend(1 + toText(candidate).length + toText(item).length)
    return looselyEquals(candidate, item)
  })
}

const join: ExpressionFunction['call'] = ([list = null, separator = ','], spend) => {
  if (!isList(list)) return isPlain(list) ? toText(list) : ''
  const between = isPlain(separator) ? toText(separator) : ','
  const texts = list.map((item) => {
    const text = toText(item)
    spend(1 + text.length + between.length)
    return text
  })
  return texts.join(between)
}

/** Escaped braces, a numbered place, or a brace that is neither. */
const formatParts = /\{\{|\}\}|\{(\d+)\}|[{}]/g

const format: ExpressionFunction['call'] = ([pattern = null, ...values], spend, refuse) => {
  const text = toText(pattern)
  spend(text.length)
  return text.replaceAll(formatParts, (part: string, place: string | undefined, offset: number) => {
    if (part === '{{' || part === '}}') return part.charAt(0)
    if (place === undefined)
      throw refuse(`'${part}' at character ${offset + 1}`, `{0}, {1}, … or a doubled brace in the text`)
    if (Number(place) >= values.length) throw refuse(`${part} and ${values.length} values`, 'a value for every place')
    const value = toText(values[Number(place)]!)
    spend(value.length)
    return value
  })
}

const toJson: ExpressionFunction['call'] = ([value = null], spend, refuse) => {
  if (isTooDeep(value)) throw refuse('lists and maps nested too deeply', 'fewer levels')
  const text = JSON.stringify(value, null, 2)
  spend(text.length)
  return text
}

const fromJson: ExpressionFunction['call'] = ([value = null], spend, refuse) => {
  const text = toText(value)
  spend(text.length)
  let parsed: Value
  try {
    parsed = JSON.parse(text) as Value
  } catch {
    // The parser's own message quotes the text, which may be a secret.
    throw refuse(text.trim() === '' ? 'nothing' : 'text that is not JSON', 'JSON')
  }
  if (isTooDeep(parsed)) throw refuse('lists and maps nested too deeply', 'fewer levels')
  return parsed
}

/** By name in lower case. ASSUMPTION: only `tojson` is known; the others, and the status checks, are GitHub's. */
export const functions: ReadonlyMap<string, ExpressionFunction> = new Map([
  ['contains', { minArguments: 2, maxArguments: 2, call: contains }],
  ['startswith', { minArguments: 2, maxArguments: 2, call: textTest((text, part) => text.startsWith(part)) }],
  ['endswith', { minArguments: 2, maxArguments: 2, call: textTest((text, part) => text.endsWith(part)) }],
  ['format', { minArguments: 1, maxArguments: 255, call: format }],
  ['join', { minArguments: 1, maxArguments: 2, call: join }],
  ['tojson', { minArguments: 1, maxArguments: 1, call: toJson }],
  ['fromjson', { minArguments: 1, maxArguments: 1, call: fromJson }],
])

export const statusChecks = ['success', 'failure', 'cancelled', 'always'] as const

export type StatusCheck = (typeof statusChecks)[number]

export const isStatusCheck = (name: string): name is StatusCheck => (statusChecks as readonly string[]).includes(name)
