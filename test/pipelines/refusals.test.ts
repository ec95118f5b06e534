import { describe, expect, test } from 'vitest'
import { as, shop } from '../orchestrator/a-shop.ts'
import { aMachine, type Event, type Machine, step } from './a-machine.ts'

const jobs = `  go: { steps: [${step.approve}] }`

/** How a run gets into each of its states. */
const reach: Record<string, { behind?: boolean; by?: Event }> = {
  queued: { behind: true },
  executing: {},
  succeeded: { by: 'approve' },
  failed: { by: 'deny' },
  cancelled: { by: 'cancel' },
}

const inState = async (state: string) => {
  const { behind = false, by } = reach[state] ?? {}
  const it = await aMachine(jobs, { behind })
  if (by) await it.events[by]()
  await it.settle()
  expect(await it.look()).toMatchObject({ run: state })
  return it
}

const stateOf = async (it: Machine) => {
  const { status, body } = await it.call('GET', it.runPath(it.started))
  return status === 404 ? 'gone' : (body.status as string)
}

/** What is asked of a run in each of its states: the code of the answer, and the state afterwards. */
const table: { verb: Event; state: string; code: number; after: string }[] = [
  { verb: 'cancel', state: 'queued', code: 204, after: 'cancelled' },
  { verb: 'cancel', state: 'executing', code: 204, after: 'cancelled' },
  { verb: 'cancel', state: 'succeeded', code: 409, after: 'succeeded' },
  { verb: 'cancel', state: 'failed', code: 409, after: 'failed' },
  { verb: 'cancel', state: 'cancelled', code: 204, after: 'cancelled' },
  { verb: 'delete', state: 'queued', code: 409, after: 'queued' },
  { verb: 'delete', state: 'executing', code: 409, after: 'executing' },
  { verb: 'delete', state: 'succeeded', code: 204, after: 'gone' },
  { verb: 'delete', state: 'failed', code: 204, after: 'gone' },
  { verb: 'delete', state: 'cancelled', code: 204, after: 'gone' },
  { verb: 'restart', state: 'queued', code: 409, after: 'queued' },
  { verb: 'restart', state: 'executing', code: 409, after: 'executing' },
  { verb: 'restart', state: 'succeeded', code: 201, after: 'succeeded' },
  { verb: 'restart', state: 'failed', code: 201, after: 'failed' },
  { verb: 'restart', state: 'cancelled', code: 201, after: 'cancelled' },
]

describe('a run', () => {
  test.each(table)('that is $state answers $verb with $code, and is $after', async ({ verb, state, code, after }) => {
    const it = await inState(state)
    expect(await it.events[verb]()).toBe(code)
    await it.settle()
    expect(await stateOf(it)).toBe(after)
  })

  test.each(Object.keys(reach))('that is %s is refused to whom it is not for, and stays', async (state) => {
    const it = await inState(state)
    const path = it.runPath(it.started)
    const calls = [
      ['POST', `${path}/cancel`],
      ['POST', `${path}/restart`],
      ['DELETE', path],
    ] as const
    for (const [method, where] of calls) {
      expect((await it.call(method, where, undefined, as('vera'))).status).toBe(403)
      expect((await it.call(method, where, undefined, as('otto'))).status).toBe(403)
      expect((await it.call(method, where, undefined, as('nobody'))).status).toBe(401)
      expect((await it.call(method, where.replace(it.started.id, 'none'))).status).toBe(404)
    }
    expect(await stateOf(it)).toBe(state)
  })

  test.each(Object.keys(reach))(
    'that is %s, and changed since it was read, is neither cancelled nor deleted',
    async (state) => {
      const it = await inState(state)
      const stale = { 'if-match': '"0000000000000000"' }
      expect((await it.cancel(it.started, stale)).status).toBe(412)
      expect((await it.call('DELETE', it.runPath(it.started), undefined, stale)).status).toBe(412)
      expect(await stateOf(it)).toBe(state)
    },
  )

  test('that is gone is gone for everything, and so are its jobs, logs and approvals', async () => {
    const it = await inState('failed')
    const path = it.runPath(it.started)
    const [approval] = await it.approvals()
    await it.events.delete()
    for (const each of [path, `${path}/jobs`, `${path}/jobs/go`, `${path}/jobs/go/steps/0/logs`]) {
      expect((await it.call('GET', each)).status).toBe(404)
    }
    expect([await it.events.cancel(), await it.events.restart(), await it.events.delete()]).toEqual([404, 404, 404])
    expect((await it.decide(approval!, 'approve')).status).toBe(404)
    expect(await it.approvals()).toEqual([])
  })

  test('that is restarted leaves the old one as it is, and is another with the same inputs', async () => {
    const it = await inState('failed')
    const { body } = await it.call('POST', `${it.runPath(it.started)}/restart`)
    expect(body).toMatchObject({ status: 'queued', inputs: {}, pipeline_id: 'it' })
    expect(body.id).not.toBe(it.started.id)
    expect(await it.get(`${shop}/pipelines/it/runs`)).toMatchObject([{ status: 'executing' }, { status: 'failed' }])
  })
})

/** How an approval gets into each of its states, and what is answered to a decision then. */
const decisions: { state: string; by?: Event; verb: 'approve' | 'deny'; code: number; after: string }[] = [
  { state: 'waiting', verb: 'approve', code: 200, after: 'approved' },
  { state: 'waiting', verb: 'deny', code: 200, after: 'denied' },
  { state: 'approved', by: 'approve', verb: 'approve', code: 400, after: 'approved' },
  { state: 'approved', by: 'approve', verb: 'deny', code: 400, after: 'approved' },
  { state: 'denied', by: 'deny', verb: 'approve', code: 400, after: 'denied' },
  { state: 'denied', by: 'deny', verb: 'deny', code: 400, after: 'denied' },
  { state: 'cancelled', by: 'cancel', verb: 'approve', code: 400, after: 'cancelled' },
  { state: 'cancelled', by: 'cancel', verb: 'deny', code: 400, after: 'cancelled' },
]

describe('an approval', () => {
  const asked = async (state: string, by: Event | undefined) => {
    const it = await aMachine(jobs)
    if (by) await it.events[by]()
    const [approval] = await it.approvals()
    expect(approval).toMatchObject({ status: state })
    return { ...it, approval: approval! }
  }

  test.each(decisions)(
    'that is $state answers $verb with $code, and is $after',
    async ({ state, by, verb, code, after }) => {
      const it = await asked(state, by)
      expect(await it.events[verb]()).toBe(code)
      expect(await it.look()).toMatchObject({ approval: after })
    },
  )

  test.each(decisions)(
    'that is $state refuses $verb of whom it is not for with 403, and by another path with 404',
    async ({ state, by, verb }) => {
      const it = await asked(state, by)
      for (const token of ['vera', 'otto']) expect((await it.decide(it.approval, verb, token)).status).toBe(403)
      expect((await it.decide(it.approval, verb, 'nobody')).status).toBe(401)
      for (const part of ['run_id', 'job_id', 'pipeline_id', 'id'] as const) {
        expect((await it.decide({ ...it.approval, [part]: 'none' }, verb)).status).toBe(404)
      }
      expect(await it.look()).toMatchObject({ approval: state })
    },
  )
})
