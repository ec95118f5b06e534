/**
 * How values are compared, tested and written.
 *
 * ASSUMPTION, in this one place: Humanitec documents no coercion rules, so these are GitHub's, whose notation its
 * expressions follow. Text is compared without regard to case; values of different types are compared as numbers;
 * lists and maps are equal only to themselves, and as text they are the words `Array` and `Object`.
 * One deviation: names of members are matched exactly, because keys of Humanitec values may differ in case alone.
 */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value }

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

export const isTruthy = (value: Value): boolean => value !== '' && Boolean(value)

export const toText = (value: Value): string => {
  if (value === null) return ''
  if (typeof value === 'object') return isList(value) ? 'Array' : 'Object'
  // Negative zero is written without its sign.
  return value === 0 ? '0' : String(value)
}

/** NaN where the value is not like a number. */
export const toNumber = (value: Value): number => (typeof value === 'object' && value !== null ? NaN : Number(value))

/** Text as it is compared. The dotless ı stays what it is; upper case would make it an I. */
export const foldCase = (text: string): string =>
  text
    .split('ı')
    .map((part) => part.toUpperCase())
    .join('ı')

export const looselyEquals = (left: Value, right: Value): boolean => {
  if (typeof left === 'string' && typeof right === 'string') return foldCase(left) === foldCase(right)
  if (left === null && right === null) return true
  if (typeof left === 'object' && left !== null && typeof right === 'object' && right !== null) return left === right
  return toNumber(left) === toNumber(right)
}

/** False where the two have no order, as with lists, maps and text that is not a number. */
export const isLess = (left: Value, right: Value): boolean => {
  if (typeof left === 'string' && typeof right === 'string') return foldCase(left) < foldCase(right)
  if (left === null && right === null) return false
  return toNumber(left) < toNumber(right)
}

/** What a context gave us, as a value: whatever is not data (a function, undefined) is missing. */
export const asValue = (given: unknown): Value => {
  switch (typeof given) {
    case 'boolean':
    case 'number':
    case 'string':
      return given
    case 'object':
      return given as Value
    default:
      return null
  }
}

/** Lists and maps nested in each other, at most. Deeper ones could exhaust the stack when they are written. */
const MAX_NESTING = 100

export const isTooDeep = (value: Value, allowed = MAX_NESTING): boolean => {
  if (typeof value !== 'object' || value === null) return false
  return allowed === 0 || Object.values(value).some((item) => isTooDeep(asValue(item), allowed - 1))
}
