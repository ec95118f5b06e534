import { describe, expect, test } from 'vitest'
import {
  decideGate,
  type GateFacts,
  type GateRules,
  permissions,
  type Person,
  refusals,
} from '../../src/policy/approval-gate.ts'
import {
  admin,
  authors,
  cells,
  comment,
  commits,
  events,
  named,
  origin,
  origins,
  pullRequest,
  pullRequests,
  review,
  reviews,
  selves,
  settings,
  sources,
  standing,
  workflow,
  workflowCommits,
} from './gate-tables.ts'

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

test.each(cells(standing))('a person with %s, where %s is required: %s', (row, required, expected) => {
  const [permission = '', team = ''] = row.split('/')
  const person = { login: 'mona', permission, team: team === 'no-rule' ? 'stranger' : team } as Person
  const asked: Partial<GateRules> = {
    requirePermission: required === '-' ? undefined : (required as 'read'),
    hasTeams: team !== 'no-rule',
  }
  expect(outcome({ people: [person] }, asked)).toBe(expected)
})

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

test.each(cells(authors))('a comment by %s that is %s: %s', (row, state, expected) => {
  const [author, authorType] = row.split('/').map((each) => (each === '-' ? undefined : each))
  expect(outcome({ source: comment({ author, authorType, isEdited: state === 'edited' }) })).toBe(expected)
})

test('an edited comment is as if it had not been written, and is no refusal', () => {
  expect(decideGate({ ...facts, source: comment({ isEdited: true }) }, rules).decision).toBe('ignore')
})

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

test.each(cells(workflowCommits))('a workflow with %s, for a run whose origin is %s: %s', (row, from, expected) => {
  const [setting = '', state = ''] = row.split('/')
  const given = { source: workflow(), pullRequest: pullRequests[state]!, origin: origins[from] }
  expect(outcome(given, settings[setting])).toBe(expected)
})

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

describe('nobody decides while it is not known', () => {
  test('in which repository the workflow runs', () => {
    expect(outcome({ repository: undefined })).toBe('no-origin')
  })

  test('what the person may do', () => {
    expect(outcome({ people: [] })).toBe('unknown-permission')
    expect(outcome({ people: [admin('hubot')] })).toBe('unknown-permission')
  })

  test('what one of several reviewers may do', () => {
    const source = workflow({ reviews: [review('hubot'), review('mona')] })
    expect(outcome({ source, people: [admin('hubot')] })).toBe('unknown-permission')
    expect(outcome({ source, people: [admin('hubot'), { ...admin('mona'), permission: 'read' }] })).toBe('not-allowed')
  })
})

test('without a rule about people a comment decides nothing, and whoever may start a workflow or review it does', () => {
  const none = { requirePermission: undefined }
  expect(outcome({ people: [] }, none)).toBe('not-allowed')
  expect(outcome({ source: workflow(), people: [] }, none)).toBe('allow')
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
