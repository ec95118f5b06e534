import { expect, test } from 'vitest'
import { minutes, seconds } from '../orchestrator/a-shop.ts'
import { anExampleShop } from './an-example.ts'

const name = 'promote-after-approval'

/** A run that asks whether what staging has may go to production. */
const asking = async (options: Parameters<typeof anExampleShop>[0] = {}) => {
  const it = anExampleShop(options)
  await it.deploy('staging', 'web')
  await it.add(name)
  const run = await it.start(name, { reason: 'Release 12' })
  return { ...it, started: run, approval: await it.question(run) }
}

test('what runs in staging goes to production once it is approved', async () => {
  const it = await asking()
  const [source] = await it.deploys('staging')
  expect(await it.get(it.runPath(it.started))).toMatchObject({ status: 'executing', env_ids: ['production'] })
  expect(it.approval).toMatchObject({ env_id: 'production', message: 'Promote staging to production? Release 12' })
  expect(await it.decide(it.approval, 'approve')).toMatchObject({ status: 200, body: { approved_by: 'pia' } })
  await it.after(seconds(3))
  expect(await it.run(it.started)).toMatchObject({ status: 'succeeded' })
  expect(await it.deploys('production')).toMatchObject([
    { status: 'succeeded', set_id: source?.set_id, comment: 'Promoted from staging. Release 12' },
  ])
})

test('what is deployed to staging after the question is not part of the answer', async () => {
  const it = await asking()
  const [asked] = await it.deploys('staging')
  await it.deploy('staging', 'late')
  await it.decide(it.approval, 'approve')
  await it.after(seconds(3))
  expect(await it.deploys('production')).toMatchObject([{ set_id: asked?.set_id }])
})

test('who may not deploy to production may not approve, and the question stays', async () => {
  const it = await asking()
  for (const token of ['dora', 'vera', 'otto']) {
    expect((await it.decide(it.approval, 'approve', token)).status).toBe(403)
    expect((await it.decide(it.approval, 'deny', token)).status).toBe(403)
  }
  expect(await it.question(it.started)).toEqual(it.approval)
})

test('a denial ends the run, and production stays as it is', async () => {
  const it = await asking()
  await it.decide(it.approval, 'deny')
  await it.after(seconds(3))
  expect(await it.run(it.started)).toMatchObject({
    status: 'failed',
    status_message: "Job 'approval' failed: Step 'approve' failed: Denied by Pia",
  })
  expect(await it.statuses(it.started)).toEqual({ take: 'succeeded', approval: 'failed', deploy: 'skipped' })
  expect(await it.deploys('production')).toEqual([])
})

test('a question that nobody answers within a day is taken back', async () => {
  const it = await asking()
  await it.after(minutes(1440) - 1)
  expect(await it.run(it.started)).toMatchObject({ status: 'executing' })
  await it.after(1)
  expect(await it.run(it.started)).toMatchObject({
    status: 'failed',
    status_message: expect.stringContaining('Timed out after 1440 minutes while waiting for application.pipeline'),
  })
  expect(await it.approvals()).toMatchObject([{ status: 'cancelled' }])
  expect((await it.decide(it.approval, 'approve')).status).toBe(400)
})

test('cancelling the run takes the question back', async () => {
  const it = await asking()
  await it.cancel(it.started)
  expect(await it.run(it.started)).toMatchObject({ status: 'cancelled' })
  expect(await it.approvals()).toMatchObject([{ status: 'cancelled' }])
  expect((await it.decide(it.approval, 'approve')).status).toBe(400)
  expect(await it.deploys('production')).toEqual([])
})

test('a second promotion waits until the first is decided', async () => {
  const it = await asking()
  const second = await it.start(name, { reason: 'Release 13' })
  expect(await it.run(second)).toMatchObject({ status: 'queued', concurrency_group: 'promote-to-production' })
  await it.decide(it.approval, 'deny')
  await it.after(0)
  expect(await it.question(second)).toMatchObject({ message: 'Promote staging to production? Release 13' })
})

test('a deployment that fails in production fails the run', async () => {
  const it = await asking()
  it.orchestrator.control.behave({ workloads: { web: { fail: { env: 'production', message: 'no quota left' } } } })
  await it.decide(it.approval, 'approve')
  await it.after(seconds(3))
  expect(await it.run(it.started)).toMatchObject({
    status: 'failed',
    status_message: expect.stringContaining('web: no quota left'),
  })
})

test('where nothing was deployed there is nothing to promote', async () => {
  const it = anExampleShop()
  await it.add(name)
  const run = await it.start(name, { reason: 'x' })
  expect(await it.run(run)).toMatchObject({
    status: 'failed',
    status_message: expect.stringContaining("Nothing was ever deployed to 'staging'"),
  })
  expect(await it.approvals()).toEqual([])
})

test('a call without a reason is refused', async () => {
  const it = anExampleShop()
  await it.add(name)
  expect(await it.callPipeline(name)).toMatchObject({
    status: 422,
    body: { message: expect.stringContaining("input 'reason' is missing") },
  })
})
