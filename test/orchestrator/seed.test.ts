import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createOrchestrator } from '../../src/orchestrator/index.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { startOrchestrator } from '../support/orchestrator.ts'

const seed = `
organizations:
  - id: acme
    environment-types: [staging, { id: production, description: What customers see }]
    artefacts:
      - { name: registry.test/web, version: '1', ref: refs/heads/main, commit: 0a1b2c3d }
    applications:
      - id: shop
        name: The shop
        environments:
          - { id: staging, type: staging }
          - { id: production, name: Production, type: production, values: { HOST: live.test } }
        values:
          HOST: a.test
          TOKEN: { value: hidden, secret: true, description: A key }
        pipelines:
          - criteria: [{ env_id: production }]
            definition: |
              id: gate
              name: Gate
              on: { deployment_request: {} }
              jobs:
                only: { steps: [{ uses: actions/humanitec/log@v1, with: { message: hello } }] }
        deployed:
          - set: { modules: { web: { spec: { containers: { main: { image: 'registry.test/web:1' } } } } } }
            environments: [staging, production]
    users:
      - id: ci
        name: CI
        type: service
        token: ci-token
        role: artefactContributor
        applications: { shop: developer }
        deployer: [staging]
      - { id: guest, name: A guest, email: guest@acme.test, token: guest-token, role: orgViewer }
  - id: other-org
cluster:
  pending: 250ms
  duration: 1.5s
  ready-after: 2
  teardown: 1m
  workloads:
    web: { duration: 3s, never-ready: no node has room, fail: { env: production, message: no } }
`

const as = (token: string) => ({ authorization: `Bearer ${token}` })
const shop = '/orgs/acme/apps/shop'

test('what a seed describes is there', async () => {
  const { call, orchestrator } = startOrchestrator({ seed })
  const get = async (path: string) => (await call('GET', path)).body
  expect(orchestrator.org).toBe('acme')
  expect(await get('/orgs/acme/env-types')).toMatchObject([
    { id: 'staging' },
    { id: 'production', description: 'What customers see' },
    { id: 'development' },
  ])
  expect(await get(shop)).toMatchObject({
    name: 'The shop',
    envs: [
      { id: 'staging', name: 'staging', type: 'staging' },
      { id: 'production', name: 'Production', type: 'production' },
    ],
  })
  expect(await get(`${shop}/values`)).toMatchObject([
    { key: 'HOST', value: 'a.test', description: '', is_secret: false },
    { key: 'TOKEN', value: '', description: 'A key', is_secret: true },
  ])
  expect(await get(`${shop}/envs/production/values`)).toMatchObject([{ value: 'live.test' }, { key: 'TOKEN' }])
  expect(await get('/orgs/acme/artefact-versions')).toMatchObject([
    { name: 'registry.test/web', version: '1', ref: 'refs/heads/main', commit: '0a1b2c3d' },
  ])
  expect(await get(`${shop}/pipeline-criteria?pipeline=gate`)).toMatchObject([
    { env_id: 'production', trigger: 'deployment_request' },
  ])
  expect(await get('/orgs/other-org/env-types')).toMatchObject([{ id: 'development' }])
})

test('what a seed says is deployed has been deployed, however the cluster behaves from then on', async () => {
  const { call } = startOrchestrator({ seed })
  for (const envId of ['staging', 'production']) {
    const { body } = await call('GET', `${shop}/envs/${envId}`)
    expect(body.last_deploy).toMatchObject({ status: 'succeeded', comment: 'Seeded' })
    const { body: set } = await call('GET', `${shop}/sets/${body.last_deploy.set_id}`)
    expect(set.modules.web.spec.containers.main.image).toBe('registry.test/web:1')
  }
})

test('users have the roles that a seed gives them', async () => {
  const { call } = startOrchestrator({ seed })
  expect((await call('GET', '/current-user', undefined, as('ci-token'))).body).toMatchObject({
    id: 'ci',
    type: 'service',
    roles: {
      '/orgs/acme': 'artefactContributor',
      '/orgs/acme/apps/shop': 'developer',
      '/orgs/acme/env-types/staging': 'deployer',
    },
  })
  const ask = (env_id: string, token: string) =>
    call('POST', `${shop}/pipeline-runs`, { trigger: 'deployment_request', env_id }, as(token))
  expect(await ask('staging', 'ci-token')).toMatchObject({ status: 201 })
  expect(await ask('production', 'ci-token')).toMatchObject({ status: 403 })
  expect(await ask('staging', 'guest-token')).toMatchObject({ status: 403 })
})

test('the cluster behaves as the seed says', async () => {
  const { call, clock } = startOrchestrator({ seed })
  // As a run asks: the pipeline of production would wait for an approval.
  const pipeline = { id: 'gate', run_id: 'r', job_id: 'j', step_index: 0 }
  const ask = async (env_id: string) =>
    (await call('POST', `${shop}/envs/${env_id}/deploys`, { pipeline })).body.id as string
  const status = async (env_id: string, id: string) =>
    (await call('GET', `${shop}/envs/${env_id}/deploys/${id}`)).body.status
  const [staging, production] = [await ask('staging'), await ask('production')]
  await clock.advance(249)
  expect(await status('staging', staging)).toBe('pending')
  await clock.advance(3000)
  expect(await status('staging', staging)).toBe('in progress')
  await clock.advance(1)
  expect(await status('staging', staging)).toBe('succeeded')
  expect(await status('production', production)).toBe('failed')
})

test('a seed without organizations leaves the default one', async () => {
  const { orchestrator, call } = startOrchestrator({ seed: 'cluster: { duration: 5s }' })
  expect(orchestrator.org).toBe('local-org')
  expect((await call('GET', '/orgs/local-org/env-types')).body).toMatchObject([{ id: 'development' }])
})

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

test('a restart keeps everything, and does not seed a second time', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'seed-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const open = (text: string | undefined) =>
    createOrchestrator({ dataDir, ...(text === undefined ? {} : { seed: text }) })
  const request = (method: string, path: string, token: string) => ({
    method,
    url: `http://orchestrator.test${path}`,
    headers: as(token),
  })

  const before = open(seed)
  await before.handle(request('DELETE', `${shop}/envs/staging`, before.token))
  const { org, token } = before
  const deploys = JSON.parse((await before.handle(request('GET', `${shop}/envs/production/deploys`, token))).body)
  before.close()

  const after = open(seed)
  expect(after.org).toEqual(org)
  expect(JSON.parse((await after.handle(request('GET', `${shop}/envs/production/deploys`, after.token))).body)).toEqual(
    deploys,
  )
  expect(deploys).toHaveLength(1)
  expect((await after.handle(request('GET', '/current-user', 'ci-token'))).status).toBe(200)
  after.close()

  const again = open('organizations: [{ id: elsewhere }]')
  expect(again.org).toBe(org)
  again.close()
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
