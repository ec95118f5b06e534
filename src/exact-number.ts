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
