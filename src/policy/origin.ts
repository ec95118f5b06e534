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

const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/

const isOriginLine = (line: string) => /^\s*github:/i.test(line)

/** The comment with its one true origin line: what looks like another in the given text is taken out. */
export const withOrigin = (comment: string, origin: Origin | undefined): string => {
  const lines = comment.split(lineBreak).filter((line) => !isOriginLine(line))
  return [...lines, ...(origin ? [originLine(origin)] : [])].join('\n').trim()
}

const written =
  /^github: (?<repository>[\w-]{1,100}\/[\w.-]{1,100})@(?<commit>[0-9a-f]{40}|[0-9a-f]{64}) (?<actor>\w[\w-]{0,99}(?:\[bot\])?) (?<runId>\d{1,20})\/(?<runAttempt>\d{1,10})$/

/**
 * The origin that `withOrigin` wrote. Undefined for anything that it would not have written so: no such line, one that
 * is not the last, a second one, or one of another form.
 */
export const readOrigin = (comment: unknown): Origin | undefined => {
  if (typeof comment !== 'string') return undefined
  const lines = comment.split(lineBreak)
  const last = lines.pop() ?? ''
  const { repository, commit, actor, runId, runAttempt } = written.exec(last)?.groups ?? {}
  if (!repository || !commit || !actor || !runId || !runAttempt || lines.some(isOriginLine)) return undefined
  return { repository, commit, actor, runId, runAttempt }
}
