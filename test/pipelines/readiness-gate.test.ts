import { expect, test } from 'vitest'
import type { ClusterBehaviour } from '../../src/orchestrator/cluster/model.ts'
import { minutes, seconds, shop } from '../orchestrator/a-shop.ts'
import { anExampleShop } from './an-example.ts'

/** A run that has deployed to staging, in a cluster that behaves like this. */
const deployed = async (behaviour: Partial<ClusterBehaviour> = {}) => {
  const it = anExampleShop()
  it.orchestrator.control.behave(behaviour)
  await it.add('readiness-gate', { env_type: 'development' })
  const { body } = await it.request({ env_id: 'staging', delta_id: await it.aDelta('web'), comment: 'Release 12' })
  await it.after(seconds(3))
  return { ...it, started: body }
}

test('a run succeeds once every workload is ready, not before', async () => {
  const it = await deployed({ readyAfterMs: minutes(4) })
  expect(await it.deploys('staging')).toMatchObject([{ status: 'succeeded', comment: 'Release 12' }])
  expect(await it.run(it.started)).toMatchObject({
    pipeline_id: 'readiness-gate',
    status: 'executing',
    waiting_for: { ready: 'application.environment.readiness(staging)' },
  })
  await it.after(minutes(4))
  expect(await it.run(it.started)).toMatchObject({ status: 'succeeded', waiting_for: {} })
  expect(await it.statuses(it.started)).toEqual({ deploy: 'succeeded', ready: 'succeeded', explain: 'skipped' })
})

test('workloads that never become ready fail the run after a quarter of an hour, with the reason and advice', async () => {
  const it = await deployed({ workloads: { web: { neverReady: 'ImagePullBackOff' } } })
  await it.after(minutes(15) - seconds(3))
  expect(await it.run(it.started)).toMatchObject({ status: 'executing' })
  await it.after(seconds(3))
  expect(await it.run(it.started)).toMatchObject({
    status: 'failed',
    status_message: expect.stringMatching(/^Job 'ready' failed: .*not ready after 15 minutes.*ImagePullBackOff/),
  })
  expect(await it.log(it.started, 'explain', 0)).toEqual([
    expect.stringContaining('staging is deployed, but not ready'),
  ])
})

test('a deployment that fails is not waited for, and explained by itself', async () => {
  const it = await deployed({ workloads: { web: { fail: { message: 'no such image' } } } })
  expect(await it.run(it.started)).toMatchObject({
    status: 'failed',
    status_message: expect.stringContaining('web: no such image'),
  })
  expect(await it.statuses(it.started)).toEqual({ deploy: 'failed', ready: 'skipped', explain: 'skipped' })
})

test('a run that is cancelled while it waits leaves the deployment as it is', async () => {
  const it = await deployed({ readyAfterMs: minutes(4) })
  await it.cancel(it.started)
  expect(await it.run(it.started)).toMatchObject({ status: 'cancelled' })
  expect(await it.statuses(it.started)).toEqual({ deploy: 'succeeded', ready: 'cancelled', explain: 'cancelled' })
  expect(await it.deploys('staging')).toMatchObject([{ status: 'succeeded' }])
})

test('the next deployment waits until the one before is ready, and reuses a set that is given', async () => {
  const it = await deployed({ readyAfterMs: minutes(4) })
  const [{ set_id } = { set_id: '' }] = await it.deploys('staging')
  const { body: next } = await it.request({ env_id: 'staging', set_id })
  await it.after(seconds(3))
  expect(await it.run(next)).toMatchObject({ status: 'queued', concurrency_group: 'deploy-staging' })
  await it.after(minutes(4))
  expect(await it.steps(next, 'deploy')).toEqual(['skipped', 'succeeded'])
  expect(await it.run(next)).toMatchObject({ status: 'executing' })
  await it.after(minutes(4))
  expect(await it.run(next)).toMatchObject({ status: 'succeeded' })
})

test('a deployment straight through the API is answered at once, and its run goes on to the gate', async () => {
  const it = anExampleShop()
  await it.add('readiness-gate', { env_type: 'development' })
  const answer = await it.call('POST', `${shop}/envs/staging/deploys`, { delta_id: await it.aDelta('web') })
  expect(answer.status).toBe(201)
  const run = { id: answer.body.pipeline.run_id as string, pipeline_id: 'readiness-gate' }
  await it.after(minutes(1))
  expect(await it.run(run)).toMatchObject({ status: 'succeeded' })
})

test('production, which its criteria do not name, is deployed by the pipeline of old', async () => {
  const it = await deployed()
  const { body } = await it.request({ env_id: 'production', delta_id: await it.aDelta('web') })
  expect(body.pipeline_id).toBe('default')
})
