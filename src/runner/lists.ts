import type { Refuse } from './refuse.ts'
import { isObject, type Json, parseStructured } from './structured.ts'

const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const kindOf = (value: Json): string => {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`
}

const itemText = (value: Json, place: string, refuse: Refuse): string => {
  if (typeof value !== 'string') return refuse(`has ${place} that is ${kindOf(value)}. Write it in quotes`)
  const text = value.trim()
  return text === '' ? refuse(`has ${place} that is empty`) : text
}

/** One item a line, or a JSON or YAML list of texts. */
export const parseList = async (text: string, refuse: Refuse): Promise<string[]> => {
  const lines = linesOf(text)
  const isStructured = text.trimStart().startsWith('[') || (lines[0] ?? '').startsWith('- ')
  if (!isStructured) return lines
  const value = await parseStructured(text, refuse, { scalars: 'text' })
  if (!Array.isArray(value)) return refuse('is not a list. Write one item a line, or a JSON or YAML list')
  return (value as readonly Json[]).map((item, index) => itemText(item, `an item (number ${index + 1})`, refuse))
}

const parsePairs = (lines: readonly string[], refuse: Refuse, pair: string): Map<string, string> => {
  const pairs = new Map<string, string>()
  for (const line of lines) {
    const equals = line.indexOf('=')
    const key = line.slice(0, Math.max(0, equals)).trim()
    if (key === '') return refuse(`has a line that is not ${pair}: ${JSON.stringify(line)}`)
    if (pairs.has(key)) return refuse(`has the key ${JSON.stringify(key)} twice`)
    pairs.set(key, itemText(line.slice(equals + 1), `a value (of ${JSON.stringify(key)})`, refuse))
  }
  return pairs
}

/**
 * Whether a text is a mapping in JSON or YAML, and not lines of `key=value`: `key: value` stands in it. A colon that no
 * space follows belongs to a value such as an image's tag.
 */
export const isStructuredMapping = (text: string): boolean =>
  /^[{]|^[^=]*:(?:\s|$)/.test(linesOf(text).find((line) => !/^(?:#|---)/.test(line)) ?? '')

/** `key=value`, one a line, or a JSON or YAML mapping of texts; in the order in which they are written. */
export const parseMapping = async (text: string, refuse: Refuse, pair = 'key=value'): Promise<Map<string, string>> => {
  if (!isStructuredMapping(text)) return parsePairs(linesOf(text), refuse, pair)
  const value = await parseStructured(text, refuse, { scalars: 'text' })
  if (!isObject(value)) return refuse(`is not a mapping. Write ${pair}, one a line, or a JSON or YAML mapping`)
  return new Map(
    Object.entries(value).map(([key, item]) => [key, itemText(item, `a value (of ${JSON.stringify(key)})`, refuse)]),
  )
}
