/** The first of what may be many, and how many more there are: `a, b and 3 more`, or `a; b; and 3 more`. */
export const firstOf = (items: readonly string[], most: number, separator: ', ' | '; ' = ', '): string => {
  const shown = items.slice(0, most).join(separator)
  const rest = items.length - most
  if (rest <= 0) return shown
  return `${shown}${separator === '; ' ? ';' : ''} and ${rest} more`
}
