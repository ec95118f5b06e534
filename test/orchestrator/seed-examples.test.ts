import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startOrchestrator } from '../support/orchestrator.ts'

const root = join(import.meta.dirname, '../..')
const textOf = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')

const shown = [...textOf('actions/orchestrator/README.md').matchAll(/```yaml\n(organizations:\n.*?)```/gs)].map(
  ([, yaml = '']) => yaml,
)
const files = readdirSync(join(root, 'examples/seeds')).map((file) => textOf('examples/seeds', file))

test('there are seeds to copy', () => {
  expect(shown).toHaveLength(2)
  expect(files.length).toBeGreaterThan(0)
})

test.each([...shown, ...files])('a seed that people copy is taken: %#', async (seed) => {
  const { call, orchestrator } = startOrchestrator({ seed })
  const { body } = await call('GET', `/orgs/${orchestrator.org}/apps`)
  expect(body).toHaveLength(1)
})

test('the long one of the README has what its text says of it', async () => {
  const { call } = startOrchestrator({ seed: shown[1] ?? '' })
  const get = async (path: string) => (await call('GET', path)).body
  expect(await get('/orgs/acme')).toMatchObject({ name: 'ACME Corporation' })
  expect(await get('/orgs/acme/apps/shop/envs/production/values')).toMatchObject([
    { key: 'CURRENCY', value: 'USD' },
    { key: 'STRIPE_KEY', value: '', is_secret: true },
  ])
  expect(await get('/orgs/acme/apps/shop/envs/production')).toMatchObject({ last_deploy: { status: 'succeeded' } })

  const image = { op: 'replace', path: '/spec/containers/web/image', value: 'ghcr.io/acme/web:1.3.0' }
  const { body: delta } = await call('POST', '/orgs/acme/apps/shop/deltas', { modules: { update: { web: [image] } } })
  const ask = (env_id: string, token: string) =>
    call(
      'POST',
      '/orgs/acme/apps/shop/pipeline-runs',
      { trigger: 'deployment_request', env_id, delta_id: delta.id },
      { authorization: `Bearer ${token}` },
    )
  expect(await ask('production', 'token-of-ci')).toMatchObject({ status: 403 })
  expect(await ask('production', 'token-of-robin')).toMatchObject({ status: 201, body: { pipeline_id: 'production' } })
  expect(await get('/orgs/acme/apps/shop/approvals')).toMatchObject([{ message: 'Deploy to production?' }])
  expect(await ask('staging', 'token-of-ci')).toMatchObject({ status: 201, body: { pipeline_id: 'default' } })
})

test('the pipeline of the long one deploys a set as well as a delta', async () => {
  const { call, clock, orchestrator } = startOrchestrator({ seed: shown[1] ?? '' })
  const { body: staging } = await call('GET', '/orgs/acme/apps/shop/envs/staging')
  const request = { trigger: 'deployment_request', env_id: 'production', set_id: staging.last_deploy.set_id }
  const { body: run } = await call('POST', '/orgs/acme/apps/shop/pipeline-runs', request)
  await clock.advance(1000)
  orchestrator.work()
  const { body: now } = await call('GET', `/orgs/acme/apps/shop/pipelines/production/runs/${run.id}`)
  expect(now).toMatchObject({ status: 'executing' })
  expect((await call('GET', '/orgs/acme/apps/shop/approvals')).body).toHaveLength(1)
})

test('in the long one a workload fails where the cluster is told so', async () => {
  const { call, clock, orchestrator } = startOrchestrator({ seed: shown[1] ?? '' })
  const staging = '/orgs/acme/apps/shop/envs/staging'
  const image = { op: 'replace', path: '/spec/containers/web/image', value: 'ghcr.io/acme/web:1.3.0' }
  const { body: delta } = await call('POST', '/orgs/acme/apps/shop/deltas', { modules: { update: { web: [image] } } })
  const { body: deployment } = await call('POST', `${staging}/deploys`, { delta_id: delta.id })
  await clock.advance(4000)
  orchestrator.work()
  expect((await call('GET', `${staging}/deploys/${deployment.id}`)).body).toMatchObject({ status: 'failed' })
  expect((await call('GET', `${staging}/deploys/${deployment.id}/errors`)).body).toMatchObject([
    { code: 'WKLD-005', message: 'no such image' },
  ])
})
