import { isRounded } from '../../exact-number.ts'

/** Of a JSON text without escapes: its numbers, each with the key that it is directly under, and its texts. */
const numbersAndTexts = /(?:"([^"]*)"\s*:\s*)?(-?\d[\d.eE+-]*)|"[^"]*"/g

export const excerpt = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/**
 * What is wrong with the first number of a JSON text that would be kept as another one. Read from the text: to have
 * JSON.parse tell of each value takes a second for a megabyte, and a call for each level.
 */
export const roundedNumber = (text: string): string | undefined => {
  // Only many digits, or an exponent, can make such a number: most bodies need no second look.
  if (!/\d{16}|\d[eE]\+?\d/.test(text)) return undefined
  for (const [, key, source] of text.replace(/\\./g, '').matchAll(numbersAndTexts)) {
    if (source === undefined || !isRounded(source)) continue
    const what = key === undefined ? 'body has' : `'${excerpt(key)}' is`
    return `${what} the number ${excerpt(source)}, which is too large to be kept exactly: give it as text.`
  }
  return undefined
}
