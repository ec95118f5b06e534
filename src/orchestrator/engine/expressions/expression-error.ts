/** An expression that cannot be read, or that cannot be evaluated with the values it met. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError'
  /** Where, in UTF-16 units from the start of the text the expression was read from. */
  readonly offset: number
  readonly found: string
  readonly expected: string

  constructor(problem: { offset: number; found: string; expected: string; message?: string }) {
    super(problem.message ?? `expected ${problem.expected}, found ${problem.found}`)
    this.offset = problem.offset
    this.found = problem.found
    this.expected = problem.expected
  }
}
