/** The digits that a number is told by, without zeros at either end: what is left says nothing of its size. */
const digitsOf = (source: string) => /[1-9](?:\d*[1-9])?/.exec(source.replace(/[eE].*/, '').replace('.', ''))?.[0]

/**
 * Whether a number, as JSON or YAML writes it, would come back as another one: it is kept in 64 bits, and told again by
 * the fewest digits that lead to the same bits. Below 2^53 only fractions are rounded, as everybody's are.
 */
export const isRounded = (source: string): boolean => {
  const value = Number(source)
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return false
  return !Number.isFinite(value) || digitsOf(source) !== digitsOf(String(value))
}

/** Of a JSON text without escapes: its numbers, each with the key that it is directly under, and its texts. */
const numbersAndTexts = /(?:"([^"]*)"\s*:\s*)?(-?\d[\d.eE+-]*)|"[^"]*"/g

/**
 * The first number of a JSON text that would be rounded, and its key if it has one. Read from the text: to have
 * JSON.parse tell of each value takes a second for a megabyte, and a call for each level.
 */
export const findRounded = (json: string): { key: string | undefined; source: string } | undefined => {
  // Only many digits, or an exponent, can make such a number: most texts need no second look.
  if (!/\d{16}|\d[eE]\+?\d/.test(json)) return undefined
  for (const [, key, source] of json.replace(/\\./g, '').matchAll(numbersAndTexts)) {
    if (source !== undefined && isRounded(source)) return { key, source }
  }
  return undefined
}
