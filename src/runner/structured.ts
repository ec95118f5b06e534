import { findRounded, isRounded } from '../exact-number.ts'
import { cutCharacters } from '../text/cut.ts'
import type { Refuse } from './refuse.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

const maxDepth = 64
const maxValues = 1_000_000

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Checks that the value is nothing but data, of a size that can be worked with; answers how many keys it has. */
const countKeys = (root: unknown, refuse: Refuse): number => {
  let values = 0
  let keys = 0
  const visit = (value: unknown, depth: number): void => {
    values += 1
    if (depth > maxDepth) refuse(`is nested more than ${maxDepth} levels deep`)
    // Aliases make a short text long: what counts is how long it would be without them.
    if (values > maxValues) refuse(`holds more than ${maxValues} values`)
    if (typeof value === 'number' && !Number.isFinite(value)) refuse('holds a number that JSON cannot express')
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1)
      return
    }
    for (const [key, item] of Object.entries(value)) {
      if (key === '__proto__') refuse('has the key "__proto__", which is not allowed')
      keys += 1
      visit(item, depth + 1)
    }
  }
  visit(root, 0)
  return keys
}

/** Every string of a JSON text, with the colon that makes it a key. */
const jsonStrings = /"(?:[^"\\]|\\.)*"(\s*:)?/g

const refuseRounded = (source: string, refuse: Refuse): never =>
  refuse(`holds the number ${cutCharacters(source, 40)}, which would not be kept exactly. Write it in quotes, as text`)

const parseJson = (text: string, refuse: Refuse): { value: Json } | undefined => {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    return undefined
  }
  const keys = countKeys(value, refuse)
  const rounded = findRounded(text)
  if (rounded) refuseRounded(rounded.source, refuse)
  let written = 0
  for (const [, colon] of text.matchAll(jsonStrings)) if (colon) written += 1
  // JSON.parse keeps the last of two equal keys and says nothing. YAML's parser says where they are.
  return written === keys ? { value } : undefined
}

interface Options {
  /** Plain scalars stay the text they are written as: `1.10` is a version, not the number 1.1. */
  readonly scalars: 'typed' | 'text'
}

const parseYaml = async (text: string, refuse: Refuse, { scalars }: Options): Promise<Json> => {
  // JSON is the common case, and the parser of YAML the slowest thing to load in a step.
  const { isScalar, parseDocument, visit } = await import('yaml')
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: scalars === 'text' ? 'failsafe' : 'core',
      merge: false,
      uniqueKeys: true,
      // Not 'silent', which would let a second document pass.
      logLevel: 'error',
    })
    const [problem] = [...document.errors, ...document.warnings]
    if (problem) {
      // The parser calls itself for each list within a list.
      if (problem.code === 'RESOURCE_EXHAUSTION') refuse(`is nested more than ${maxDepth} levels deep`)
      const [place] = problem.linePos ?? []
      const [reason] = problem.message.replace(/ at line \d+, column \d+:[^]*$/, '').split(/[\n;]/)
      const where = place ? ` at line ${place.line}, column ${place.col}` : ''
      return refuse(`is neither JSON nor YAML${where}: ${reason}`)
    }
    visit(document, {
      Scalar: (_, { value, source = '' }) => {
        if (typeof value === 'number' && Number.isFinite(value) && isRounded(source)) refuseRounded(source, refuse)
      },
      Pair: (_, { key }) => {
        if (key !== null && !isScalar(key)) refuse('has a key that is a list, a mapping or an alias. Write a text')
      },
    })
    const value = document.toJS({ maxAliasCount: 100 }) as Json
    countKeys(value, refuse)
    return value
  } catch (error) {
    // Too many aliases, or nested so deep that the stack does not suffice.
    if (error instanceof RangeError || error instanceof ReferenceError) {
      return refuse(`cannot be read as YAML: ${error.message}`)
    }
    throw error
  }
}

/**
 * JSON or YAML 1.2 as JSON data. Refused: equal keys, several documents, unknown tags, merge keys' magic, numbers
 * that are not finite, `__proto__`, aliases that multiply, more than 64 levels.
 */
export const parseStructured = async (
  text: string,
  refuse: Refuse,
  options: Options = { scalars: 'typed' },
): Promise<Json> => {
  const json = parseJson(text, refuse)
  return json ? json.value : parseYaml(text, refuse, options)
}
