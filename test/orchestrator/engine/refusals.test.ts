import { describe, expect, test } from 'vitest'
import { aShop, called, minutes, type Shop } from '../a-shop.ts'

const asking = (id: string) =>
  called(
    id,
    '  a: {steps: [{uses: actions/humanitec/approve@v1, with: {env_id: staging}}]}\n  b: {needs: [a], steps: [{uses: actions/humanitec/log@v1, with: {message: b}}]}',
    `concurrency: {group: ${id}}`,
  )

const call = async (it: Shop, id = 'ask') => (await it.callPipeline(id)).body as { id: string; pipeline_id: string }

/** How a run gets into each of its states. */
const runIn: Record<string, (it: Shop) => Promise<{ id: string; pipeline_id: string }>> = {
  queued: async (it) => {
    await call(it)
    return call(it)
  },
  executing: (it) => call(it),
  succeeded: async (it) => {
    const run = await call(it)
    await it.decide((await it.approvals())[0]!, 'approve')
    return run
  },
  failed: async (it) => {
    const run = await call(it)
    await it.decide((await it.approvals())[0]!, 'deny')
    return run
  },
  cancelled: async (it) => {
    const run = await call(it)
    await it.cancel(run)
    return run
  },
}

describe.each([
  ['queued', { cancel: 204, restart: 409, delete: 409 }, 'cancelled'],
  ['executing', { cancel: 204, restart: 409, delete: 409 }, 'cancelled'],
  ['succeeded', { cancel: 409, restart: 201, delete: 204 }, 'succeeded'],
  ['failed', { cancel: 409, restart: 201, delete: 204 }, 'failed'],
  ['cancelled', { cancel: 204, restart: 201, delete: 204 }, 'cancelled'],
] as const)('a run that is %s', (state, answers, afterCancel) => {
  const inState = async () => {
    const it = aShop()
    await it.aPipeline(asking('ask'))
    const run = await runIn[state]!(it)
    expect(await it.run(run)).toMatchObject({ status: state })
    return { it, run }
  }

  test(`answers a cancellation with ${answers.cancel}`, async () => {
    const { it, run } = await inState()
    expect(await it.cancel(run)).toMatchObject({ status: answers.cancel })
    expect(await it.run(run)).toMatchObject({ status: afterCancel })
  })

  test(`answers a restart with ${answers.restart}`, async () => {
    const { it, run } = await inState()
    const { status, body } = await it.call('POST', `${it.runPath(run)}/restart`)
    expect(status).toBe(answers.restart)
    expect(body.id).not.toBe(run.id)
    expect(await it.run(run)).toMatchObject({ status: state })
  })

  test(`answers a deletion with ${answers.delete}`, async () => {
    const { it, run } = await inState()
    expect(await it.call('DELETE', it.runPath(run))).toMatchObject({ status: answers.delete })
    expect((await it.call('GET', it.runPath(run))).status).toBe(answers.delete === 204 ? 404 : 200)
  })
})

/** How an approval gets into each of its states, and how its run, job and step do with it. */
const approvalIn: Record<string, (it: Shop, run: { id: string; pipeline_id: string }) => Promise<unknown>> = {
  waiting: async () => undefined,
  approved: async (it) => it.decide((await it.approvals())[0]!, 'approve'),
  denied: async (it) => it.decide((await it.approvals())[0]!, 'deny'),
  cancelled: (it, run) => it.cancel(run),
  'out of time': (it) => it.after(minutes(61)),
}

test.each([
  ['waiting', 'approve', 200, 'approved', 'succeeded', ['succeeded', 'succeeded'], 'succeeded'],
  ['waiting', 'deny', 200, 'denied', 'failed', ['failed', 'skipped'], 'failed'],
  ['approved', 'approve', 400, 'approved', 'succeeded', ['succeeded', 'succeeded'], 'succeeded'],
  ['approved', 'deny', 400, 'approved', 'succeeded', ['succeeded', 'succeeded'], 'succeeded'],
  ['denied', 'approve', 400, 'denied', 'failed', ['failed', 'skipped'], 'failed'],
  ['denied', 'deny', 400, 'denied', 'failed', ['failed', 'skipped'], 'failed'],
  ['cancelled', 'approve', 400, 'cancelled', 'cancelled', ['cancelled', 'cancelled'], 'cancelled'],
  ['cancelled', 'deny', 400, 'cancelled', 'cancelled', ['cancelled', 'cancelled'], 'cancelled'],
  ['out of time', 'approve', 400, 'cancelled', 'cancelled', ['cancelled', 'cancelled'], 'cancelled'],
  ['out of time', 'deny', 400, 'cancelled', 'cancelled', ['cancelled', 'cancelled'], 'cancelled'],
] as const)(
  'an approval that is %s answers %s with %i, and is %s with its run %s',
  async (state, decision, answer, approval, run, jobs, step) => {
    const it = aShop()
    await it.aPipeline(asking('ask'))
    const one = await call(it)
    const [asked] = await it.approvals()
    await approvalIn[state]!(it, one)
    expect(await it.decide(asked!, decision)).toMatchObject({ status: answer })
    expect(await it.approvals()).toMatchObject([{ status: approval }])
    expect(await it.run(one)).toMatchObject({ status: run })
    expect(Object.values(await it.statuses(one))).toEqual(jobs)
    expect(await it.steps(one, 'a')).toEqual([step])
  },
)
