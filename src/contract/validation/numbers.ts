import { findRounded } from '../../exact-number.ts'

export const excerpt = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** What is wrong with the first number of a JSON text that would be kept as another one. */
export const roundedNumber = (text: string): string | undefined => {
  const found = findRounded(text)
  if (!found) return undefined
  const { key, source } = found
  const what = key === undefined ? 'body has' : `'${excerpt(key)}' is`
  return `${what} the number ${excerpt(source)}, which is too large to be kept exactly: give it as text.`
}
