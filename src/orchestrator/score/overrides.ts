import { isObject, ownValue, setKey } from '../../sets/json.ts'
import { isIndex } from '../../sets/pointer.ts'
import type { Json, JsonObject } from '../../sets/types.ts'
import type { ScoreProblem } from './types.ts'

/** A copy of `base` with `over` on it: objects key by key, all else as a whole. Null takes a key out (assumption). */
export const mergeOver = (base: JsonObject, over: Readonly<JsonObject>): JsonObject => {
  const merged: JsonObject = { ...base }
  for (const [key, value] of Object.entries(over)) {
    const before = ownValue(merged, key)
    if (value === null) delete merged[key]
    else setKey(merged, key, isObject(value) ? mergeOver(isObject(before) ? before : {}, value) : value)
  }
  return merged
}

/** A path is walked step by step, and each takes its part of the stack. */
const maxKeys = 100

/** The keys of a dotted path; a dot within a key is written `\.`. */
const splitPath = (path: string): string[] => path.split(/(?<!\\)\./).map((key) => key.replaceAll('\\.', '.'))

const setInList = (list: readonly Json[], [key = '', ...rest]: readonly string[], value: Json): Json[] | string => {
  const index = key === '-1' ? list.length : isIndex(key) ? Number(key) : undefined
  if (index === undefined || index > list.length) return `has no place '${key}' in a list of ${list.length}`
  if (rest.length === 0 && value === null) return list.toSpliced(index, 1)
  if (index === list.length && value === null) return [...list]
  const set = rest.length === 0 ? value : setAt(list[index] ?? {}, rest, value)
  return typeof set === 'string' && rest.length > 0 ? set : list.toSpliced(index, 1, set)
}

/** The value with one part of it replaced; a text says why that cannot be. */
const setAt = (at: Json, path: readonly string[], value: Json): JsonObject | Json[] | string => {
  if (Array.isArray(at)) return setInList(at, path, value)
  if (!isObject(at)) return 'leads through what is neither an object nor a list'
  const [key = '', ...rest] = path
  const copy: JsonObject = { ...at }
  if (rest.length === 0) {
    if (value === null) delete copy[key]
    else setKey(copy, key, value)
    return copy
  }
  const before = ownValue(at, key)
  // There is nothing to take out of what is not there.
  if (before === undefined && value === null) return at
  const set = setAt(before ?? {}, rest, value)
  if (typeof set === 'string') return set
  setKey(copy, key, set)
  return copy
}

/** Sets single values by dotted paths such as `containers.web.variables.DEBUG`; null takes one out. */
export const setProperties = (
  base: JsonObject,
  properties: Readonly<JsonObject>,
): { spec: JsonObject; problems: ScoreProblem[] } => {
  let spec = base
  const problems: ScoreProblem[] = []
  for (const [path, value] of Object.entries(properties)) {
    const keys = splitPath(path)
    const wrong = keys.includes('') ? 'has an empty key' : keys.length > maxKeys ? `has more than ${maxKeys} keys` : ''
    const set = wrong || setAt(spec, keys, value)
    if (typeof set === 'string') problems.push({ path: '', message: `the property override '${path}' ${set}` })
    else spec = set as JsonObject
  }
  return { spec, problems }
}
