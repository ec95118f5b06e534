const MAX_LENGTH = 60

/** Text that came from outside, for one line of a message: in quotes, cut, without control characters. */
export const quote = (text: string): string => {
  const line = text.slice(0, MAX_LENGTH).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
  return text.length > MAX_LENGTH ? `'${line}…'` : `'${line}'`
}
