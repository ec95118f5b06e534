/** Where something is written; line and column count from 1. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface Problem {
  readonly at: Position
  readonly message: string
}

export const formatPosition = ({ file, line, column }: Position) => `${file}:${line}:${column}`

/** The workflow file (or an action it uses) cannot be run here. Nothing has been run when this is thrown. */
export class WorkflowError extends Error {
  override readonly name = 'WorkflowError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ at, message }) => `${formatPosition(at)}: ${message}`).join('\n'))
    this.problems = problems
  }
}

/** The request to run is wrong, not the file: an unknown option, a missing workflow input. Nothing has been run. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Runs the body; an error of it says what it was about: `with.images: …`. */
export const about = <Value>(what: string, body: () => Value): Value => {
  try {
    return body()
  } catch (error) {
    throw new Error(`${what}: ${errorMessage(error)}`, { cause: error })
  }
}

export const errorMessage = (error: unknown) => (error instanceof Error ? error.message : String(error))
