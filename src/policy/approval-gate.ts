import type { Origin } from './origin.ts'

/*
 * Who may decide about an approval request from GitHub. Nothing here asks anybody: these are functions of what is
 * known, and what is not known refuses.
 */

export const permissions = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const
export type Permission = (typeof permissions)[number]

export interface GateRules {
  /** The least that the person must be allowed in the repository, unless it is in one of the teams. */
  readonly requirePermission: Permission | undefined
  /** Whether members of certain teams may decide. */
  readonly hasTeams: boolean
  readonly preventSelfApproval: boolean
  readonly requireHead: boolean
}

/** What a reviewer said about the environments of a workflow run. */
export interface Review {
  readonly user: string
  readonly state: string
  readonly environments: readonly string[]
}

/** Where the decision comes from. */
export type Source =
  | {
      readonly kind: 'comment'
      /** Undefined when the account is gone. */
      readonly author: string | undefined
      /** As GitHub calls it: people are a `User`. */
      readonly authorType: string | undefined
      readonly isEdited: boolean
      /** What the command names. */
      readonly environment: string
      readonly commit: string
    }
  | {
      readonly kind: 'workflow'
      /** Name of the event that started it. */
      readonly event: string | undefined
      /** Who caused this attempt. */
      readonly triggeringActor: string | undefined
      /** All that GitHub lists for the workflow run. */
      readonly reviews: readonly Review[]
    }

export interface Person {
  readonly login: string
  /** `unknown` as well when GitHub has a word that we do not know. */
  readonly permission: Permission | 'unknown'
  /** Whether it is in one of the teams that may decide. */
  readonly team: 'member' | 'stranger' | 'unknown'
}

export interface PullRequest {
  readonly author: string
  readonly headSha: string
  readonly state: string
  readonly merged: boolean
}

export interface GateFacts {
  readonly source: Source
  /** Environment that the request is for. */
  readonly environment: string
  /** `owner/name` of the repository that the workflow runs in. */
  readonly repository: string | undefined
  /** Who asked for the run, and for which commit. */
  readonly origin: Origin | undefined
  /** What is known of those who decide. */
  readonly people: readonly Person[]
  /** That of the event; `none` if it has none, `unknown` if it could not be read. */
  readonly pullRequest: PullRequest | 'none' | 'unknown'
}

export type Refusal =
  | 'event'
  | 'nobody'
  | 'no-person'
  | 'rejected'
  | 'reviewed-elsewhere'
  | 'unknown-permission'
  | 'unknown-teams'
  | 'not-allowed'
  | 'other-environment'
  | 'no-origin'
  | 'other-repository'
  | 'no-pull-request'
  | 'unknown-pull-request'
  | 'closed'
  | 'other-head'
  | 'other-commit'
  | 'started-it'
  | 'wrote-it'

export type GateDecision =
  | { readonly decision: 'allow'; readonly by: readonly string[] }
  | { readonly decision: 'refuse'; readonly reason: Refusal }
  /** As if nothing had been said. */
  | { readonly decision: 'ignore'; readonly reason: 'edited' }

export type Deciders =
  { readonly logins: readonly string[] } | { readonly refusal: Refusal } | { readonly ignored: 'edited' }

/** GitHub takes logins, repositories and environments as the same in upper and lower case. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** No `name[bot]`, and nothing that no account can be called. */
const isPersonsLogin = (login: string): boolean => /^[a-z0-9][\w-]*$/i.test(login)

const asPeople = (...logins: (string | undefined)[]): Deciders => {
  const known = logins.filter((login) => login !== undefined && login !== '') as string[]
  if (known.length === 0 || known.length < logins.length) return { refusal: 'nobody' }
  return known.every(isPersonsLogin) ? { logins: known } : { refusal: 'no-person' }
}

/**
 * Who decides: the author of the comment; the reviewers of the environment of the same name; or, where nobody reviews,
 * whoever started the workflow by hand. All other events happen without anybody deciding something.
 */
export const decidersOf = (source: Source, environment: string): Deciders => {
  if (source.kind === 'comment') {
    if (source.isEdited) return { ignored: 'edited' }
    if (source.author === undefined) return { refusal: 'nobody' }
    return source.authorType === 'User' ? asPeople(source.author) : { refusal: 'no-person' }
  }
  const { event, triggeringActor, reviews } = source
  // It runs for a fork's code with this repository's secrets.
  if (event === undefined || event === 'pull_request_target') return { refusal: 'event' }
  const here = reviews.filter(({ environments }) => environments.some((name) => isSame(name, environment)))
  if (here.some(({ state }) => state !== 'approved' && state !== 'pending')) return { refusal: 'rejected' }
  const approving = here.filter(({ state }) => state === 'approved')
  // Of several attempts: each of them must be somebody who may.
  if (approving.length > 0) return asPeople(...new Set(approving.map(({ user }) => user)))
  if (reviews.length > 0) return { refusal: 'reviewed-elsewhere' }
  return event === 'workflow_dispatch' ? asPeople(triggeringActor) : { refusal: 'event' }
}

const isEnough = (permission: Permission, required: Permission): boolean =>
  permissions.indexOf(permission) >= permissions.indexOf(required)

const personProblem = (person: Person | undefined, rules: GateRules, isComment: boolean): Refusal | undefined => {
  const { requirePermission, hasTeams } = rules
  // Anybody can comment: without a rule about people a comment decides nothing.
  if (requirePermission === undefined && !hasTeams) return isComment ? 'not-allowed' : undefined
  if (!person) return 'unknown-permission'
  if (requirePermission !== undefined) {
    const { permission } = person
    if (!permissions.some((known) => known === permission) || permission === 'unknown') return 'unknown-permission'
    // Nobody at all is a choice that the input does not have.
    if (requirePermission !== 'none' && isEnough(permission, requirePermission)) return undefined
  }
  if (!hasTeams) return 'not-allowed'
  if (person.team === 'member') return undefined
  return person.team === 'stranger' ? 'not-allowed' : 'unknown-teams'
}

const originProblem = ({ origin, repository }: GateFacts): Refusal | undefined => {
  if (!origin || !repository) return 'no-origin'
  return isSame(origin.repository, repository) ? undefined : 'other-repository'
}

/** A comment's pull request is always looked at; that of a workflow only where a rule needs it. */
const commitProblem = ({ source, pullRequest, origin }: GateFacts, rules: GateRules): Refusal | undefined => {
  const needsHead = source.kind === 'comment' || rules.requireHead
  if (pullRequest === 'none') return needsHead ? 'no-pull-request' : undefined
  if (pullRequest === 'unknown') return needsHead || rules.preventSelfApproval ? 'unknown-pull-request' : undefined
  if (!needsHead) return undefined
  const { state, merged, headSha } = pullRequest
  if (state !== 'open' && !merged) return 'closed'
  if (source.kind === 'comment') {
    const commit = source.commit.toLowerCase()
    if (commit.length < 7 || !headSha.startsWith(commit)) return 'other-head'
  }
  return headSha === origin?.commit ? undefined : 'other-commit'
}

const selfProblem = (login: string, { origin, pullRequest }: GateFacts): Refusal | undefined => {
  if (!origin || isSame(login, origin.actor)) return 'started-it'
  return typeof pullRequest === 'object' && isSame(login, pullRequest.author) ? 'wrote-it' : undefined
}

/** Whether those who decide may do so. What a person may do comes first: nobody else learns about the rest. */
export const decideGate = (facts: GateFacts, rules: GateRules): GateDecision => {
  const { source, environment, people } = facts
  const deciders = decidersOf(source, environment)
  if ('ignored' in deciders) return { decision: 'ignore', reason: deciders.ignored }
  if ('refusal' in deciders) return { decision: 'refuse', reason: deciders.refusal }
  const { logins } = deciders
  const ofPerson = (login: string) =>
    personProblem(
      people.find((person) => isSame(person.login, login)),
      rules,
      source.kind === 'comment',
    )
  const isElsewhere = source.kind === 'comment' && source.environment !== environment
  const reason =
    logins.map(ofPerson).find((problem) => problem !== undefined) ??
    (isElsewhere ? 'other-environment' : undefined) ??
    originProblem(facts) ??
    commitProblem(facts, rules) ??
    (rules.preventSelfApproval
      ? logins.map((login) => selfProblem(login, facts)).find((problem) => problem !== undefined)
      : undefined)
  return reason === undefined ? { decision: 'allow', by: logins } : { decision: 'refuse', reason }
}

/** What people are told: why, and never who could instead. Sentences without the full stop. */
export const refusals: Readonly<Record<Refusal, string>> = {
  event:
    'nobody has decided anything by the event that started this workflow: it takes `workflow_dispatch`, a reviewer of an environment, or a comment',
  nobody: 'it is not known who decides',
  'no-person': 'only a person can decide',
  rejected: 'a reviewer has rejected this environment in this workflow run',
  'reviewed-elsewhere':
    'the reviewers of this workflow run were asked about another environment; the one on GitHub has to be called like the one of the request',
  'unknown-permission': 'it could not be found out what this person may do in the repository',
  'unknown-teams': 'the token of this workflow may not see who is in a team',
  'not-allowed': 'this person may not decide about it',
  'other-environment': 'the request of the run is for another environment than the one named',
  'no-origin': 'it is not known who asked for this run, and for which commit: the action `deploy` writes it down',
  'other-repository': 'the run belongs to another repository',
  'no-pull-request': 'there is no pull request to compare the commit with',
  'unknown-pull-request': 'the pull request could not be read',
  closed: 'the pull request was closed without being merged',
  'other-head': 'the commit named is not the head of the pull request',
  'other-commit': 'the run is for another commit than the head of the pull request',
  'started-it': 'whoever started the run does not decide about it',
  'wrote-it': 'the author of the change does not decide about it',
}
