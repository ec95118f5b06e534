import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createOrchestrator } from '../../src/orchestrator/index.ts'
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
