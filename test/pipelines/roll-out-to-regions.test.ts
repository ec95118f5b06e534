import { expect, test } from 'vitest'
import type { ClusterBehaviour } from '../../src/orchestrator/cluster/model.ts'
import { minutes, seconds, shop } from '../orchestrator/a-shop.ts'
import { anExampleShop } from './an-example.ts'

const regions = ['production-eu', 'production-us', 'production-ap']

/** A roll-out of what staging runs, in a cluster that behaves like this. */
const rollingOut = async (behaviour: Partial<ClusterBehaviour> = {}, { without }: { without?: string } = {}) => {
  const it = anExampleShop()
  for (const id of regions.filter((region) => region !== without)) await it.environment(id, 'production')
  const source = await it.deploy('staging', 'web')
  it.orchestrator.control.behave({ pendingMs: 0, durationMs: seconds(10), readyAfterMs: seconds(20), ...behaviour })
  await it.add('roll-out-to-regions')
  const run = await it.start('roll-out-to-regions')
  return { ...it, source, started: run, states: () => it.statuses(run) }
}

const failsIn = (env: string): Partial<ClusterBehaviour> => ({
  workloads: { web: { fail: { env, message: 'no nodes left' } } },
})

test('Europe goes first, the others follow at the same time once it is ready', async () => {
  const it = await rollingOut()
  await it.after(seconds(29))
  expect(await it.states()).toEqual({ europe: 'executing', america: 'queued', asia: 'queued', summary: 'queued' })
  await it.after(seconds(1))
  expect(await it.states()).toEqual({ europe: 'succeeded', america: 'executing', asia: 'executing', summary: 'queued' })
  const { waiting_for, env_ids } = await it.run(it.started)
  expect(Object.keys(waiting_for)).toEqual(['america', 'asia'])
  expect(env_ids).toEqual(regions)
  await it.after(seconds(10))
  expect(await it.run(it.started)).toMatchObject({ status: 'succeeded' })
  for (const region of regions) {
    expect(await it.deploys(region)).toMatchObject([{ set_id: it.source.set_id, status: 'succeeded' }])
  }
})

test.each<[string, string, Record<string, string>, string]>([
  [
    'production-eu',
    'europe',
    { europe: 'failed', america: 'skipped', asia: 'skipped' },
    'Europe failed, America skipped, Asia skipped',
  ],
  [
    'production-us',
    'america',
    { europe: 'succeeded', america: 'failed', asia: 'succeeded' },
    'Europe succeeded, America failed, Asia succeeded',
  ],
  [
    'production-ap',
    'asia',
    { europe: 'succeeded', america: 'succeeded', asia: 'failed' },
    'Europe succeeded, America succeeded, Asia failed',
  ],
])('a failure in %s fails the run, and stops only what comes after it', async (env, culprit, states, summary) => {
  const it = await rollingOut(failsIn(env))
  await it.after(minutes(2))
  expect(await it.states()).toEqual({ ...states, summary: 'succeeded' })
  expect(await it.log(it.started, 'summary', 0)).toEqual([summary])
  expect(await it.run(it.started)).toMatchObject({
    status: 'failed',
    status_message: expect.stringMatching(new RegExp(`^Job '${culprit}' failed: .*no nodes left`)),
  })
})

test('Europe that does not become ready keeps the others as they are', async () => {
  const it = await rollingOut({ workloads: { web: { neverReady: 'OOMKilled' } } })
  await it.after(minutes(11))
  expect(await it.states()).toMatchObject({ europe: 'failed', america: 'skipped', asia: 'skipped' })
  expect(await it.deploys('production-us')).toEqual([])
})

test('a region that takes too long times out, while its deployment and the other region go on', async () => {
  const it = await rollingOut()
  await it.after(seconds(30) - 1)
  it.orchestrator.control.behave({ durationMs: minutes(40) })
  await it.after(minutes(30) + 1)
  expect(await it.states()).toMatchObject({ europe: 'succeeded', america: 'failed', asia: 'failed' })
  expect((await it.run(it.started)).status_message).toContain('Timed out after 30 minutes')
  expect(await it.deploys('production-us')).toMatchObject([{ status: 'in progress' }])
})

test('a roll-out that is cancelled midway reaches no more regions', async () => {
  const it = await rollingOut()
  await it.after(seconds(15))
  await it.cancel(it.started)
  await it.after(minutes(2))
  expect(await it.run(it.started)).toMatchObject({ status: 'cancelled' })
  expect(await it.states()).toMatchObject({ europe: 'cancelled', america: 'cancelled', asia: 'cancelled' })
  expect(await it.deploys('production-us')).toEqual([])
})

test('a region that does not exist fails by its name, and the others are rolled out', async () => {
  const it = await rollingOut({}, { without: 'production-ap' })
  await it.after(minutes(2))
  expect(await it.states()).toMatchObject({ europe: 'succeeded', america: 'succeeded', asia: 'failed' })
  expect((await it.run(it.started)).status_message).toContain('production-ap')
})

test('a region where somebody else deploys refuses a second deployment', async () => {
  const it = await rollingOut()
  await it.after(seconds(25))
  await it.made(`${shop}/envs/production-us/deploys`, { delta_id: await it.aDelta('api') })
  await it.after(minutes(1))
  expect(await it.states()).toMatchObject({ america: 'failed', asia: 'succeeded' })
  expect((await it.run(it.started)).status_message).toMatch(/Job 'america' failed: .*production-us/)
})

test('two roll-outs do not overlap', async () => {
  const it = await rollingOut()
  const second = await it.start('roll-out-to-regions')
  await it.after(seconds(30))
  expect(await it.run(second)).toMatchObject({ status: 'queued' })
  await it.after(seconds(10))
  expect(await it.run(second)).toMatchObject({ status: 'executing' })
})
