import { describe, expect, test } from 'vitest'
import {
  decideGate,
  type GateFacts,
  type GateRules,
  permissions,
  type Person,
  type PullRequest,
  refusals,
  type Review,
  type Source,
} from '../../src/policy/approval-gate.ts'

/*
 * The tables below are the policy: every cell is what has to come out, written down by hand. The tests at the end see
 * to it that no combination is left out.
 */

const head = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'
const other = 'f'.repeat(40)

const comment = (given: Partial<Extract<Source, { kind: 'comment' }>> = {}): Source => ({
  kind: 'comment',
  author: 'mona',
  authorType: 'User',
  isEdited: false,
  environment: 'production',
  commit: '1a2b3c4',
  ...given,
})
const workflow = (given: Partial<Extract<Source, { kind: 'workflow' }>> = {}): Source => ({
  kind: 'workflow',
  event: 'workflow_dispatch',
  triggeringActor: 'mona',
  reviews: [],
  ...given,
})
const review = (user: string, state = 'approved', ...environments: string[]): Review => ({
  user,
  state,
  environments: environments.length > 0 ? environments : ['production'],
})

const origin = { repository: 'octo/shop', commit: head, actor: 'starter', runId: '7', runAttempt: '1' }
const pullRequest: PullRequest = { author: 'author', headSha: head, state: 'open', merged: false }
const admin = (login: string): Person => ({ login, permission: 'admin', team: 'stranger' })

const rules: GateRules = { requirePermission: 'write', hasTeams: false, preventSelfApproval: false, requireHead: false }
const facts: GateFacts = {
  source: comment(),
  environment: 'production',
  repository: 'octo/shop',
  origin,
  people: ['mona', 'hubot', 'author', 'starter'].map(admin),
  pullRequest,
}

/** What comes out, in a word: `allow`, or the reason against it. */
const outcome = (given: Partial<GateFacts> = {}, more: Partial<GateRules> = {}): string => {
  const decided = decideGate({ ...facts, ...given }, { ...rules, ...more })
  return decided.decision === 'allow' ? 'allow' : decided.reason
}

/** The cells of a table whose first line names the columns: `[row, column, expected]`. */
const cells = (table: string): [string, string, string][] => {
  const [columns = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return rows.flatMap(([row = '', ...values]) => {
    if (values.length !== columns.length) throw new Error(`the row ${row} has ${values.length} cells`)
    return columns.map((column, index): [string, string, string] => [row, column, values[index] ?? ''])
  })
}

/** Rows are what the person may / whether it is in a team; columns what is required, and `-` is nothing. */
const standing = `
                      -              read               triage             write              maintain           admin
  none/no-rule        not-allowed    not-allowed        not-allowed        not-allowed        not-allowed        not-allowed
  none/member         allow          allow              allow              allow              allow              allow
  none/stranger       not-allowed    not-allowed        not-allowed        not-allowed        not-allowed        not-allowed
  none/unknown        unknown-teams  unknown-teams      unknown-teams      unknown-teams      unknown-teams      unknown-teams
  read/no-rule        not-allowed    allow              not-allowed        not-allowed        not-allowed        not-allowed
  read/member         allow          allow              allow              allow              allow              allow
  read/stranger       not-allowed    allow              not-allowed        not-allowed        not-allowed        not-allowed
  read/unknown        unknown-teams  allow              unknown-teams      unknown-teams      unknown-teams      unknown-teams
  triage/no-rule      not-allowed    allow              allow              not-allowed        not-allowed        not-allowed
  triage/member       allow          allow              allow              allow              allow              allow
  triage/stranger     not-allowed    allow              allow              not-allowed        not-allowed        not-allowed
  triage/unknown      unknown-teams  allow              allow              unknown-teams      unknown-teams      unknown-teams
  write/no-rule       not-allowed    allow              allow              allow              not-allowed        not-allowed
  write/member        allow          allow              allow              allow              allow              allow
  write/stranger      not-allowed    allow              allow              allow              not-allowed        not-allowed
  write/unknown       unknown-teams  allow              allow              allow              unknown-teams      unknown-teams
  maintain/no-rule    not-allowed    allow              allow              allow              allow              not-allowed
  maintain/member     allow          allow              allow              allow              allow              allow
  maintain/stranger   not-allowed    allow              allow              allow              allow              not-allowed
  maintain/unknown    unknown-teams  allow              allow              allow              allow              unknown-teams
  admin/no-rule       not-allowed    allow              allow              allow              allow              allow
  admin/member        allow          allow              allow              allow              allow              allow
  admin/stranger      not-allowed    allow              allow              allow              allow              allow
  admin/unknown       unknown-teams  allow              allow              allow              allow              allow
  unknown/no-rule     not-allowed    unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  unknown/member      allow          unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  unknown/stranger    not-allowed    unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  unknown/unknown     unknown-teams  unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  owner/no-rule       not-allowed    unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  owner/member        allow          unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  owner/stranger      not-allowed    unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  owner/unknown       unknown-teams  unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
`

test.each(cells(standing))('a person with %s, where %s is required: %s', (row, required, expected) => {
  const [permission = '', team = ''] = row.split('/')
  const person = { login: 'mona', permission, team: team === 'no-rule' ? 'stranger' : team } as Person
  const asked: Partial<GateRules> = {
    requirePermission: required === '-' ? undefined : (required as 'read'),
    hasTeams: team !== 'no-rule',
  }
  expect(outcome({ people: [person] }, asked)).toBe(expected)
})

const reviews: Record<string, Review[]> = {
  nobody: [],
  approved: [review('hubot')],
  'other-case': [review('hubot', 'approved', 'PRODUCTION')],
  'by-bot': [review('release[bot]')],
  'by-whom': [review('hubot'), review('')],
  pending: [review('hubot', 'pending')],
  rejected: [review('hubot', 'rejected')],
  'both-ways': [review('hubot'), review('mona', 'rejected')],
  'odd-word': [review('hubot'), review('mona', 'dismissed')],
  elsewhere: [review('hubot', 'approved', 'staging')],
}

/** Rows are events, columns what GitHub lists of the reviewers of the workflow run. */
const events = `
                       nobody  approved  other-case  by-bot     by-whom  pending             rejected  both-ways  odd-word  elsewhere
  workflow_dispatch    allow   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  push                 event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  pull_request         event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  release              event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  schedule             event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  workflow_run         event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  repository_dispatch  event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  issue_comment        event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  pull_request_target  event   event     event       event      event               event     event      event     event      event
  (none)               event   event     event       event      event               event     event      event     event      event
`

test.each(cells(events))('by the event %s, with reviewers: %s: %s', (event, listed, expected) => {
  const source = workflow({ event: event === '(none)' ? undefined : event, reviews: reviews[listed]! })
  expect(outcome({ source, pullRequest: 'none' })).toBe(expected)
})

test.each([
  ['mona', 'allow'],
  ['Mona', 'allow'],
  ['mona_acme', 'unknown-permission'],
  ['release[bot]', 'no-person'],
  ['../admin', 'no-person'],
  ['', 'nobody'],
  [undefined, 'nobody'],
])('a workflow started by %j: %s', (triggeringActor, expected) => {
  expect(outcome({ source: workflow({ triggeringActor }) })).toBe(expected)
})

/** Rows are the author and what GitHub says it is; columns whether the comment was edited. */
const authors = `
                        new        edited
  mona/User             allow      edited
  MONA/User             allow      edited
  release[bot]/Bot      no-person  edited
  release[bot]/User     no-person  edited
  octo/Organization     no-person  edited
  mona/Mannequin        no-person  edited
  mona/-                no-person  edited
  -/User                nobody     edited
  -/-                   nobody     edited
`

test.each(cells(authors))('a comment by %s that is %s: %s', (row, state, expected) => {
  const [author, authorType] = row.split('/').map((each) => (each === '-' ? undefined : each))
  expect(outcome({ source: comment({ author, authorType, isEdited: state === 'edited' }) })).toBe(expected)
})

test('an edited comment is as if it had not been written, and is no refusal', () => {
  expect(decideGate({ ...facts, source: comment({ isEdited: true }) }, rules).decision).toBe('ignore')
})

const pullRequests: Record<string, GateFacts['pullRequest']> = {
  open: pullRequest,
  merged: { ...pullRequest, state: 'closed', merged: true },
  closed: { ...pullRequest, state: 'closed' },
  none: 'none',
  unknown: 'unknown',
}
const named: Record<string, string> = {
  head: '1a2b3c4',
  whole: head,
  capital: '1A2B3C4D',
  old: 'fffffff',
  short: '1a2b3c',
  nothing: '',
}
const origins: Record<string, GateFacts['origin']> = {
  same: origin,
  'other-case': { ...origin, repository: 'Octo/Shop' },
  'old-commit': { ...origin, commit: other },
  missing: undefined,
  'other-repository': { ...origin, repository: 'octo/cart' },
  'old-and-other': { ...origin, commit: other, repository: 'octo/shop-2' },
}

/** Rows are the pull request / the commit that the comment names; columns what the run's comment says of its origin. */
const commits = `
                    same                  other-case            old-commit            missing    other-repository  old-and-other
  open/head         allow                 allow                 other-commit          no-origin  other-repository  other-repository
  open/whole        allow                 allow                 other-commit          no-origin  other-repository  other-repository
  open/capital      allow                 allow                 other-commit          no-origin  other-repository  other-repository
  open/old          other-head            other-head            other-head            no-origin  other-repository  other-repository
  open/short        other-head            other-head            other-head            no-origin  other-repository  other-repository
  open/nothing      other-head            other-head            other-head            no-origin  other-repository  other-repository
  merged/head       allow                 allow                 other-commit          no-origin  other-repository  other-repository
  merged/whole      allow                 allow                 other-commit          no-origin  other-repository  other-repository
  merged/capital    allow                 allow                 other-commit          no-origin  other-repository  other-repository
  merged/old        other-head            other-head            other-head            no-origin  other-repository  other-repository
  merged/short      other-head            other-head            other-head            no-origin  other-repository  other-repository
  merged/nothing    other-head            other-head            other-head            no-origin  other-repository  other-repository
  closed/head       closed                closed                closed                no-origin  other-repository  other-repository
  closed/whole      closed                closed                closed                no-origin  other-repository  other-repository
  closed/capital    closed                closed                closed                no-origin  other-repository  other-repository
  closed/old        closed                closed                closed                no-origin  other-repository  other-repository
  closed/short      closed                closed                closed                no-origin  other-repository  other-repository
  closed/nothing    closed                closed                closed                no-origin  other-repository  other-repository
  none/head         no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  none/whole        no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  none/capital      no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  none/old          no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  none/short        no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  none/nothing      no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  unknown/head      unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  unknown/whole     unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  unknown/capital   unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  unknown/old       unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  unknown/short     unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  unknown/nothing   unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
`

test.each(cells(commits))(
  'a comment on a pull request that is %s, of a run whose origin is %s: %s',
  (row, from, expected) => {
    const [state = '', commit = ''] = row.split('/')
    const source = comment({ commit: named[commit]! })
    expect(outcome({ source, pullRequest: pullRequests[state]!, origin: origins[from] })).toBe(expected)
    // No setting makes a comment's commit matter less.
    expect(outcome({ source, pullRequest: pullRequests[state]!, origin: origins[from] }, { requireHead: true })).toBe(
      expected,
    )
  },
)

/** Rows are the settings / the pull request of the event; columns the origin. */
const workflowCommits = `
                     same                  other-case            old-commit            missing    other-repository  old-and-other
  -/open             allow                 allow                 allow                 no-origin  other-repository  other-repository
  -/merged           allow                 allow                 allow                 no-origin  other-repository  other-repository
  -/closed           allow                 allow                 allow                 no-origin  other-repository  other-repository
  -/none             allow                 allow                 allow                 no-origin  other-repository  other-repository
  -/unknown          allow                 allow                 allow                 no-origin  other-repository  other-repository
  self/open          allow                 allow                 allow                 no-origin  other-repository  other-repository
  self/merged        allow                 allow                 allow                 no-origin  other-repository  other-repository
  self/closed        allow                 allow                 allow                 no-origin  other-repository  other-repository
  self/none          allow                 allow                 allow                 no-origin  other-repository  other-repository
  self/unknown       unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  head/open          allow                 allow                 other-commit          no-origin  other-repository  other-repository
  head/merged        allow                 allow                 other-commit          no-origin  other-repository  other-repository
  head/closed        closed                closed                closed                no-origin  other-repository  other-repository
  head/none          no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  head/unknown       unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  head+self/open     allow                 allow                 other-commit          no-origin  other-repository  other-repository
  head+self/merged   allow                 allow                 other-commit          no-origin  other-repository  other-repository
  head+self/closed   closed                closed                closed                no-origin  other-repository  other-repository
  head+self/none     no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  head+self/unknown  unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
`

const settings: Record<string, Partial<GateRules>> = {
  '-': {},
  self: { preventSelfApproval: true },
  head: { requireHead: true },
  'head+self': { requireHead: true, preventSelfApproval: true },
}

test.each(cells(workflowCommits))('a workflow with %s, for a run whose origin is %s: %s', (row, from, expected) => {
  const [setting = '', state = ''] = row.split('/')
  const given = { source: workflow(), pullRequest: pullRequests[state]!, origin: origins[from] }
  expect(outcome(given, settings[setting])).toBe(expected)
})

const sources: Record<string, (who: string) => Source> = {
  comment: (who) => comment({ author: who }),
  dispatch: (who) => workflow({ triggeringActor: who }),
  reviewer: (who) => workflow({ event: 'push', triggeringActor: 'starter', reviews: [review(who)] }),
  'second-reviewer': (who) => workflow({ reviews: [review('hubot'), review(who)] }),
}

/** Rows are the way / who goes it; columns whether self-approval is prevented. */
const selves = `
                             allowed  prevented
  comment/mona               allow    allow
  comment/author             allow    wrote-it
  comment/AUTHOR             allow    wrote-it
  comment/starter            allow    started-it
  comment/Starter            allow    started-it
  dispatch/mona              allow    allow
  dispatch/author            allow    wrote-it
  dispatch/AUTHOR            allow    wrote-it
  dispatch/starter           allow    started-it
  dispatch/Starter           allow    started-it
  reviewer/mona              allow    allow
  reviewer/author            allow    wrote-it
  reviewer/AUTHOR            allow    wrote-it
  reviewer/starter           allow    started-it
  reviewer/Starter           allow    started-it
  second-reviewer/mona       allow    allow
  second-reviewer/author     allow    wrote-it
  second-reviewer/AUTHOR     allow    wrote-it
  second-reviewer/starter    allow    started-it
  second-reviewer/Starter    allow    started-it
`

test.each(cells(selves))('by %s, with self-approval %s: %s', (row, setting, expected) => {
  const [way = '', who = ''] = row.split('/')
  expect(outcome({ source: sources[way]!(who) }, { preventSelfApproval: setting === 'prevented' })).toBe(expected)
})

test.each([
  ['production', 'allow'],
  ['staging', 'other-environment'],
  ['Production', 'other-environment'],
  ['', 'other-environment'],
])('a comment that names the environment %j, for a request about production: %s', (environment, expected) => {
  expect(outcome({ source: comment({ environment }) })).toBe(expected)
})

describe('what is missing', () => {
  test('the repository of the workflow', () => {
    expect(outcome({ repository: undefined })).toBe('no-origin')
  })

  test('a person about whom nothing is known', () => {
    expect(outcome({ people: [] })).toBe('unknown-permission')
    expect(outcome({ people: [admin('hubot')] })).toBe('unknown-permission')
  })

  test('one of several reviewers', () => {
    const source = workflow({ reviews: [review('hubot'), review('mona')] })
    expect(outcome({ source, people: [admin('hubot')] })).toBe('unknown-permission')
    expect(outcome({ source, people: [admin('hubot'), { ...admin('mona'), permission: 'read' }] })).toBe('not-allowed')
  })

  test('any rule about people: a comment is nothing then, and a workflow is whoever may start it or review it', () => {
    const none = { requirePermission: undefined }
    expect(outcome({ people: [] }, none)).toBe('not-allowed')
    expect(outcome({ source: workflow(), people: [] }, none)).toBe('allow')
  })
})

test('whoever may not decide learns nothing about the request', () => {
  const people = [{ ...admin('mona'), permission: 'read' as const }]
  const source = comment({ environment: 'staging', commit: 'fffffff' })
  expect(outcome({ people, source, origin: undefined, pullRequest: 'none' })).toBe('not-allowed')
})

test('says who decides', () => {
  const source = workflow({ reviews: [review('mona'), review('hubot'), review('mona')] })
  expect(decideGate({ ...facts, source }, rules)).toEqual({ decision: 'allow', by: ['mona', 'hubot'] })
})

describe('the tables', () => {
  const rowsOf = (table: string) => new Set(cells(table).map(([row]) => row))
  const columnsOf = (table: string) => new Set(cells(table).map(([, column]) => column))
  const crossed = (...parts: (readonly string[])[]): Set<string> =>
    new Set(
      parts.reduce<string[]>(
        (found, part) => found.flatMap((one) => part.map((each) => one + (one && '/') + each)),
        [''],
      ),
    )

  test('hold each combination of what they are about', () => {
    expect(rowsOf(standing)).toEqual(
      crossed([...permissions, 'unknown', 'owner'], ['no-rule', 'member', 'stranger', 'unknown']),
    )
    expect(columnsOf(standing)).toEqual(new Set(['-', ...permissions.filter((each) => each !== 'none')]))
    expect(columnsOf(events)).toEqual(new Set(Object.keys(reviews)))
    expect(rowsOf(commits)).toEqual(crossed(Object.keys(pullRequests), Object.keys(named)))
    expect(columnsOf(commits)).toEqual(new Set(Object.keys(origins)))
    expect(rowsOf(workflowCommits)).toEqual(crossed(Object.keys(settings), Object.keys(pullRequests)))
    expect(columnsOf(workflowCommits)).toEqual(new Set(Object.keys(origins)))
    expect(rowsOf(selves)).toEqual(crossed(Object.keys(sources), ['mona', 'author', 'AUTHOR', 'starter', 'Starter']))
  })

  test('come to every reason that there is', () => {
    const all = [standing, events, authors, commits, workflowCommits, selves].flatMap(cells)
    const met = new Set([...all.map(([, , expected]) => expected), 'other-environment'])
    expect(met).toEqual(new Set([...Object.keys(refusals), 'allow', 'edited']))
  })

  test('have reasons that name no permission, no team and nobody', () => {
    for (const reason of Object.values(refusals)) expect(reason).not.toMatch(/\b(?:triage|write|maintain|admin|@)\b/)
  })
})
