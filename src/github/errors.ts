/** GitHub said no. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError'
  readonly status: number
  /** What was tried, as in "GitHub refused to create a comment". */
  readonly operation: string
  /** As a workflow writes it (`pull-requests: write`), where the lack of one is the reason. */
  readonly missingPermission: string | undefined

  constructor(answer: { status: number; operation: string; message: string; missingPermission?: string | undefined }) {
    super(answer.message)
    this.status = answer.status
    this.operation = answer.operation
    this.missingPermission = answer.missingPermission
  }
}

/** `hasStatus(error, 404, 410)`: GitHub answered with one of these. */
export const hasStatus = (error: unknown, ...statuses: number[]): error is GitHubError =>
  error instanceof GitHubError && statuses.includes(error.status)
