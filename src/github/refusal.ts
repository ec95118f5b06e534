import { cutCharacters } from '../text/cut.ts'
import { plainLine } from '../text/control.ts'
import { withoutStop } from '../text/sentence.ts'
import { GitHubError } from './errors.ts'
import { type Operation, permissionAdvice, takenPermission } from './permission.ts'
import { isRateLimited } from './rate-limit.ts'

/** An answer as Octokit has read it. */
export interface Refusal {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly data: unknown
}

const longestMessage = 500

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What is wrong with one field: `{resource, field, code}`, mostly with a sentence, or the bare sentence. */
const explainField = (problem: unknown): string => {
  if (!isRecord(problem)) return textOf(problem)
  return textOf(problem['message']) || [problem['field'], problem['code']].map(textOf).filter(Boolean).join(' ')
}

const messageOf = (data: unknown): string => {
  // A page of some proxy in GitHub's place.
  if (!isRecord(data)) return textOf(data).replace(/<[^>]*>/g, ' ')
  const errors = Array.isArray(data['errors']) ? data['errors'].slice(0, 5).map(explainField).filter(Boolean) : []
  return [textOf(data['message']), errors.join('; ')].filter(Boolean).join(': ')
}

/** Refusals with this status whose reason is something else than what the token may do. */
const otherReasons =
  /\b(?:locked|archived|read-only|SAML|SSO|IP (?:address|allow list)|suspended|blocked|disabled|rate limit|abuse)\b/i

const adviseOthers = (operation: Operation, status: number): string | undefined => {
  if (status === 401) return 'The token was not accepted: it may be mistyped, expired, or of a job that has ended'
  if (status === 404) return 'It does not exist, or the token may not see it'
  if (status >= 300 && status < 400) return 'GitHub sends this to another address, which is not followed'
  if (status >= 500 && /^(?:create|edit|react|set)/.test(operation))
    return 'Whether it happened all the same is not known'
  return undefined
}

/** `redact` takes the token out of what GitHub says. */
export const toGitHubError = (
  operation: Operation,
  { status, headers, data }: Refusal,
  redact: (text: string) => string,
): GitHubError => {
  const said = cutCharacters(plainLine(redact(messageOf(data))).trim() || 'without an explanation', longestMessage)
  const isLimit = isRateLimited({ status, headers, body: said })
  const missingPermission =
    status === 403 && !isLimit && !otherReasons.test(said)
      ? takenPermission(operation, headers['x-accepted-github-permissions'])
      : undefined
  const advice = isLimit
    ? 'GitHub limits how often it is asked, and there is no time left to wait'
    : missingPermission === undefined
      ? adviseOthers(operation, status)
      : permissionAdvice(missingPermission)
  const sentence = `GitHub refused to ${operation}: ${status} ${withoutStop(said)}`
  const message = advice === undefined ? sentence : `${sentence}. ${advice}`
  return new GitHubError({ status, operation, message, missingPermission })
}
