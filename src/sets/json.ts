import type { Json, JsonObject } from './types.ts'

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Undefined where the object itself has no such key: `constructor` and `__proto__` are keys like any other. */
export const ownValue = <Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined

/** Assigning to `__proto__` would change the prototype instead of adding a key. */
export const setKey = (object: JsonObject, key: string, value: Json) => {
  if (key !== '__proto__') object[key] = value
  else Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true })
}

/** By content: key order, and the sign of zero, do not count. Keeps its own stack, so that depth is no limit. */
export const jsonEqual = (left: Json, right: Json): boolean => {
  const pairs: [Json, Json][] = [[left, right]]
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [a, b] = pair
    if (a === b) continue
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) return false
      for (const [index, item] of a.entries()) pairs.push([item, b[index] as Json])
    } else if (isObject(a) && isObject(b)) {
      const keys = Object.keys(a)
      if (keys.length !== Object.keys(b).length) return false
      for (const key of keys) {
        const other = ownValue(b, key)
        if (other === undefined) return false
        pairs.push([a[key] as Json, other])
      }
    } else return false
  }
  return true
}

// Surrogates stand for code points above all others, but come before U+E000 among UTF-16 units.
const rank = (unit: number) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)

/** Order of code points, which is the order of UTF-8 bytes: the same in every language. */
export const compareKeys = (a: string, b: string) => {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index))
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Sorted by `compareKeys`; the engine's own order is the same, and much faster, below the surrogates. */
export const sortedKeys = (object: Readonly<Record<string, unknown>>) => {
  const keys = Object.keys(object)
  return keys.some((key) => /[\ud800-\uffff]/.test(key)) ? keys.sort(compareKeys) : keys.sort()
}
