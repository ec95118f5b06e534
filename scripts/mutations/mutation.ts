/** A guard that is taken away: some test has to notice. */
export interface Mutation {
  /** What would happen without the guard. */
  readonly name: string
  /** Paths from the root, as are `tests`. */
  readonly file: string
  /** Stands in the file exactly once. */
  readonly find: string
  readonly replace: string
  /** Tests of which at least one fails without the guard. Quick ones. */
  readonly tests: readonly string[]
}

/** The text without the guard. Throws when it is not there any more, or in several places. */
export const withoutGuard = (text: string, { name, file, find, replace }: Mutation): string => {
  const [before, after, ...more] = text.split(find)
  if (before === undefined || after === undefined || more.length > 0) {
    const times = after === undefined ? 'not at all' : `${more.length + 1} times`
    throw new Error(`"${name}": ${JSON.stringify(find)} stands in ${file} ${times}, and has to stand there once`)
  }
  return before + replace + after
}
