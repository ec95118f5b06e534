/**
 * Who asked for a deployment, as the last line of its comment: `github: owner/repo@commit actor run/attempt`. Whoever
 * decides about the deployment later reads it there. Anybody who may write to Humanitec can write such a line.
 */
export interface Origin {
  readonly repository: string
  readonly commit: string
  readonly actor: string
  readonly runId: string
  readonly runAttempt: string
}

const originLine = ({ repository, commit, actor, runId, runAttempt }: Origin) =>
  `github: ${repository}@${commit} ${actor} ${runId}/${runAttempt}`

const isOriginLine = (line: string) => /^\s*github:/i.test(line)

/** The comment with its one true origin line: what looks like another in the given text is taken out. */
export const withOrigin = (comment: string, origin: Origin | undefined): string => {
  const lines = comment.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/).filter((line) => !isOriginLine(line))
  return [...lines, ...(origin ? [originLine(origin)] : [])].join('\n').trim()
}
