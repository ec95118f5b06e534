import { expect, test } from 'vitest'
import * as deploy from '../../src/actions/deploy/main.ts'
import type { Transport } from '../../src/contract/http.ts'
import { NetworkError } from '../../src/errors.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { startOrchestrator, type Started } from '../support/orchestrator.ts'
import { runAction } from '../support/run-action.ts'

const shop = '/orgs/local-org/apps/shop'

const web = { profile: 'humanitec/default-module', spec: { containers: { web: { image: 'web:1' } } }, externals: {} }
const withHost = { ...web, externals: { dns: { type: 'dns', class: 'default' } } }

/** An application `shop` with a delta that adds the workload `web`. */
const withDelta = async (module: object = web): Promise<Started & { deltaId: string }> => {
  const started = startOrchestrator({ clock: fakeClock({ auto: true }) })
  await started.call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Shop' })
  const { body } = await started.call('POST', `${shop}/deltas`, {
    metadata: { env_id: 'development', name: 'first' },
    modules: { add: { web: module } },
  })
  return { ...started, deltaId: body.id }
}

const env = 'development'

test('deploys a delta and waits for its end', async () => {
  const started = await withDelta(withHost)
  const { runner, requests } = await runAction(deploy, started, { inputs: { env, 'delta-id': started.deltaId } })
  expect(runner.annotations).toEqual([])
  expect(runner.exitCode).toBe(0)
  expect(runner.outputs).toMatchObject({
    status: 'succeeded',
    'pipeline-id': 'default',
    current: 'true',
    hosts: '{"web":"web-externals-dns.development.shop.local-org.test"}',
    errors: '[]',
  })
  const { body } = await started.call('GET', `${shop}/envs/development`)
  expect(body.last_deploy).toMatchObject({ id: runner.outputs['deployment-id'], status: 'succeeded' })
  expect(requests[0]).toBe(`POST ${shop}/pipeline-runs`)
  expect(runner.summaryText).toContain('### Deploy to development: ✅ succeeded after')
})

test('asks once, and waits for nothing, when told not to wait', async () => {
  const started = await withDelta()
  const { runner, requests } = await runAction(deploy, started, {
    inputs: { env, 'delta-id': started.deltaId, wait: 'false' },
  })
  expect(requests).toEqual([`POST ${shop}/pipeline-runs`])
  expect(runner.outputs).toMatchObject({ 'pipeline-id': 'default' })
  expect(runner.outputs).not.toHaveProperty('status')
})

test('a deployment that fails in the cluster fails the step, with the errors where people look', async () => {
  const started = await withDelta()
  started.orchestrator.control.behave({ workloads: { web: { fail: { message: 'Back-off pulling image "web:1"' } } } })
  const { runner } = await runAction(deploy, started, { inputs: { env, 'delta-id': started.deltaId } })
  expect(runner.exitCode).toBe(1)
  expect(runner.outputs['status']).toBe('failed')
  expect(JSON.parse(runner.outputs['errors'] ?? '')).toMatchObject([
    { scope: 'workload', object: 'web', code: 'CLD-001' },
  ])
  expect(runner.annotations[0]).toMatchObject({ kind: 'error', message: expect.stringContaining('Back-off pulling') })
  expect(runner.summaryText).toContain('Back-off pulling image')
  expect(runner.summaryText.indexOf('What went wrong')).toBeLessThan(runner.summaryText.indexOf('How long it took'))
})

test('a lost answer does not deploy twice', async () => {
  const started = await withDelta()
  let lost = 0
  const through =
    (send: Transport): Transport =>
    async (request) => {
      const answer = await send(request)
      if (request.method === 'POST' && lost++ === 0) throw new NetworkError('connection reset')
      return answer
    }
  const { runner, sent } = await runAction(deploy, started, { inputs: { env, 'delta-id': started.deltaId }, through })
  expect(runner.outputs['status']).toBe('succeeded')
  const keys = sent.filter(({ method }) => method === 'POST').map(({ headers }) => headers['idempotency-key'])
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  const { body } = await started.call('GET', `${shop}/envs/development/deploys`)
  expect(body).toHaveLength(1)
})

test('waits for its turn while the environment is busy', async () => {
  const started = await withDelta()
  await started.call('POST', `${shop}/envs/development/deploys`, {})
  const { runner } = await runAction(deploy, started, { inputs: { env, 'delta-id': started.deltaId } })
  expect(runner.outputs['status']).toMatch(/^(succeeded|failed)$/)
})

test('deploys what the environment builds on once more when nothing else is named', async () => {
  const started = await withDelta()
  await runAction(deploy, started, { inputs: { env, 'delta-id': started.deltaId } })
  const before = await started.call('GET', `${shop}/envs/development`)
  const { runner } = await runAction(deploy, started, { inputs: { env } })
  expect(runner.outputs['status']).toBe('succeeded')
  const after = await started.call('GET', `${shop}/envs/development`)
  expect(after.body.last_deploy.id).not.toBe(before.body.last_deploy.id)
  expect(after.body.last_deploy.set_id).toBe(before.body.last_deploy.set_id)
})

test('says what to do when an environment that was never deployed is to be deployed once more', async () => {
  const started = await withDelta()
  const { runner } = await runAction(deploy, started, { inputs: { env } })
  expect(runner.exitCode).toBe(1)
  expect(runner.annotations[0]?.message).toContain('has never been deployed')
})
