import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createOrchestrator } from '../../src/orchestrator/index.ts'
import { fakeClock } from '../support/fake-clock.ts'

const problemOf = (text: string): string => {
  try {
    createOrchestrator({ seed: text, clock: fakeClock() }).close()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('the seed was taken')
}

const inApplication = (...lines: string[]) =>
  [
    'organizations:',
    '  - id: acme',
    '    applications:',
    '      - id: shop',
    ...lines.map((line) => `        ${line}`),
  ].join('\n')
const withUser = (user: string) => `organizations:\n  - id: acme\n    users:\n      - ${user}\n`

test.each([
  ['no YAML', 'a: [', 'line 1: it is not YAML: '],
  ['a list', '- id: acme', 'line 1: must be object'],
  ['an unknown key', 'organisations: []', "line 1: 'organisations' is not known here, only organizations, cluster"],
  ['a missing key', 'organizations:\n  - users: []', "line 2, organizations[0]: 'id' is missing"],
  [
    'an id that is none',
    'organizations:\n  - id: Acme Inc',
    'line 2, organizations[0].id: must be an id of 2 to 50 small letters and digits, with single - between them, not "Acme Inc"',
  ],
  [
    'a duration without its unit',
    'cluster:\n  pending: "2"',
    'line 2, cluster.pending: must be a duration, as 500ms, 2s, 1m or a number of seconds, not "2"',
  ],
  ['a negative duration', 'cluster:\n  duration: -1', 'line 2, cluster.duration: must be a duration'],
  [
    'a type that is neither id nor object',
    'organizations:\n  - id: acme\n    environment-types:\n      - 7',
    'line 4, organizations[0].environment-types[0]: must be the id of an environment type',
  ],
  [
    'an unknown role',
    withUser('{ id: u1, name: U, role: boss }'),
    'line 4, organizations[0].users[0].role: must be one of administrator, ',
  ],
  [
    'an unknown role on an application',
    withUser('{ id: u1, name: U, applications: { shop: boss } }'),
    'users[0].applications.shop: must be one of viewer, developer, owner, not "boss"',
  ],
  [
    'an application that is not there',
    withUser('{ id: u1, name: U, applications: { shop: owner } }'),
    "line 4, organizations[0].users[0]: Application 'shop' does not exist",
  ],
  [
    'a type that is not there',
    withUser('{ id: u1, name: U, deployer: [moon] }'),
    "users[0]: Environment type 'moon' does not exist",
  ],
  [
    'a token with a blank',
    withUser('{ id: u1, name: U, token: "a b" }'),
    'users[0].token: must be text without blanks',
  ],
  [
    'a user twice',
    withUser('{ id: u1, name: U }\n      - { id: u1, name: V }'),
    "line 5, organizations[0].users[1]: User 'u1' exists already",
  ],
  [
    'an organization twice',
    'organizations:\n  - id: acme\n  - id: acme',
    "line 3, organizations[1]: Organization 'acme' exists already",
  ],
  [
    'a group of somebody unknown',
    'organizations:\n  - id: acme\n    groups:\n      - { name: admins, members: [nobody] }',
    "line 4, organizations[0].groups[0]: User 'nobody' does not exist",
  ],
  [
    'a group twice',
    'organizations:\n  - id: acme\n    groups:\n      - { name: admins }\n      - { name: admins }',
    "line 5, organizations[0].groups[1]: Group 'admins'",
  ],
  [
    'a token twice',
    withUser('{ id: u1, name: U, token: same }\n      - { id: u2, name: V, token: same }'),
    "line 5, organizations[0].users[1]: The token of user 'u2' is somebody's already",
  ],
  [
    'a type of environment twice',
    'organizations:\n  - id: acme\n    environment-types: [staging, staging]',
    'line 3, organizations[0].environment-types[1]: ',
  ],
  [
    'an artefact whose ref is none',
    'organizations:\n  - id: acme\n    artefacts:\n      - { name: web, ref: main }',
    "line 4, organizations[0].artefacts[0]: ref must start with 'refs/'",
  ],
  [
    'an environment of an unknown type',
    inApplication('environments:', '  - { id: moon, type: lunar }'),
    "line 6, organizations[0].applications[0].environments[0]: Environment type 'lunar'",
  ],
  [
    'a deployment to nowhere',
    inApplication('deployed:', '  - { set: { modules: {} }, environments: [moon] }'),
    "line 6, organizations[0].applications[0].deployed[0]: Environment 'moon' does not exist",
  ],
  [
    'a set that is malformed',
    inApplication(
      'environments: [{ id: development }]',
      'deployed:',
      '  - { set: { modules: { web: { spec: 1 } } }, environments: [development] }',
    ),
    "line 7, organizations[0].applications[0].deployed[0]: Module 'web' is malformed",
  ],
  [
    'a pipeline with a mistake',
    inApplication(
      'pipelines:',
      '  - definition: |',
      '      name: Gate',
      '      on: { deployment_request: {} }',
      '      jobs: { only: { steps: [{ uses: actions/humanitec/lgo@v1 }] } }',
    ),
    'line 9, organizations[0].applications[0].pipelines[0].definition: jobs.only.steps[0].uses: ',
  ],
  [
    'a value that is not text',
    inApplication('values:', '  PORT: 80'),
    'line 6, organizations[0].applications[0].values.PORT: must be text, or a value with secret and description',
  ],
  [
    'a value whose key is none',
    inApplication('values:', '  A KEY: x'),
    "line 6, organizations[0].applications[0].values.A KEY: key 'A KEY' must consist of letters",
  ],
  [
    'a value of an environment that its application lacks',
    inApplication('environments:', '  - { id: development, values: { PORT: x } }'),
    "line 6, organizations[0].applications[0].environments[0].values.PORT: Application 'acme/shop' has no value 'PORT'",
  ],
  [
    'criteria with an unknown key',
    inApplication('pipelines:', '  - definition: x', '    criteria: [{ env: production }]'),
    "line 7, organizations[0].applications[0].pipelines[0].criteria[0]: 'env' is not known here, only env_id, env_type, deployment_type",
  ],
])('a seed with %s is refused, naming the place', (_, text, expected) => {
  expect(problemOf(text)).toContain(expected)
})

test('all that is wrong with the form of a seed is told at once, from top to bottom', () => {
  const problem = problemOf('cluster:\n  duration: soon\norganizations:\n  - id: x\n  - title: acme\n')
  expect(problem.split('\n').map((line) => /line \d+/.exec(line)?.[0])).toEqual([
    undefined,
    'line 2',
    'line 4',
    'line 5',
    'line 5',
  ])
})

test('a place behind an alias is named by where the alias leads', () => {
  const text =
    'organizations:\n  - id: acme\n    users:\n      - &u { id: u1, name: U, role: boss }\n  - id: other\n    users: [*u]\n'
  expect(problemOf(text)).toMatch(
    /line 4, organizations\[0\]\.users\[0\]\.role.*\n.*line 4, organizations\[1\]\.users\[0\]\.role/,
  )
})

test('a file that blows up when its aliases are followed is refused', () => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const previous = level === 0 ? 'lol' : `*a${level - 1}`
    return `a${level}: &a${level} [${Array(9).fill(previous).join(', ')}]`
  })
  expect(problemOf(levels.join('\n'))).toMatch(/It cannot be read: .*alias/)
})

test('a seed that is refused leaves nothing behind', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'seed-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const bad = 'organizations:\n  - id: acme\n  - id: other\n    environment-types: [staging, staging]\n'
  expect(() => createOrchestrator({ dataDir, seed: bad })).toThrow(/line 4/)
  const orchestrator = createOrchestrator({ dataDir, seed: 'organizations: [{ id: good-one }]' })
  expect(orchestrator.org).toBe('good-one')
  orchestrator.close()
})
