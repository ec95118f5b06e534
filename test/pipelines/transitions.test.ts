import { describe, expect, test } from 'vitest'
import { transitions as approvalTransitions } from '../../src/orchestrator/approvals/lifecycle.ts'
import { transitions } from '../../src/orchestrator/runs/lifecycle.ts'
import { aMachine, type Event, step } from './a-machine.ts'

interface Row {
  from: string
  to: string
  /** What makes it go there. */
  by: Event
  jobs: string
  head?: string
  /** Another run of the same concurrency group goes first. */
  behind?: boolean
  /** Index of the step that is looked at. */
  index?: number
}

const go = (...steps: string[]) => `  go: { steps: [${steps.join(', ')}] }`
const second = (job: string) => `  first: { steps: [${step.approve}] }\n  go: { needs: [first], ${job} }`
const begun = `steps: [${step.approve}]`
const brokenJob = `if: "fromjson('x') == 1", steps: [${step.log}]`
const limited = (key: string) => `  go: { ${key}: 1, steps: [${step.approve}, ${step.log}] }`
const limitedStep = go(step.approve.replace('{', '{ timeout-minutes: 1,'), step.log)
const unimportant = go(step.approve.replace('{', '{ continue-on-error: true,'), step.log)

const rows: Record<'run' | 'job' | 'step' | 'approval', Row[]> = {
  run: [
    { from: 'queued', to: 'executing', by: 'cancel the one before', jobs: go(step.approve), behind: true },
    { from: 'queued', to: 'cancelled', by: 'cancel', jobs: go(step.approve), behind: true },
    { from: 'executing', to: 'succeeded', by: 'approve', jobs: go(step.approve) },
    { from: 'executing', to: 'succeeded', by: 'deny', jobs: unimportant },
    { from: 'executing', to: 'failed', by: 'deny', jobs: go(step.approve) },
    { from: 'executing', to: 'failed', by: 'a minute passes', jobs: limited('timeout-minutes') },
    { from: 'executing', to: 'cancelled', by: 'cancel', jobs: go(step.approve) },
    { from: 'executing', to: 'cancelled', by: 'a minute passes', jobs: go(step.approve), head: 'timeout-minutes: 1' },
  ],
  job: [
    { from: 'queued', to: 'executing', by: 'approve', jobs: second(begun) },
    { from: 'queued', to: 'failed', by: 'approve', jobs: second(brokenJob) },
    { from: 'queued', to: 'cancelled', by: 'cancel', jobs: second(begun) },
    { from: 'queued', to: 'skipped', by: 'deny', jobs: second(begun) },
    { from: 'queued', to: 'skipped', by: 'approve', jobs: second(`if: false, ${begun}`) },
    { from: 'executing', to: 'succeeded', by: 'approve', jobs: go(step.approve) },
    { from: 'executing', to: 'succeeded', by: 'deny', jobs: unimportant },
    { from: 'executing', to: 'failed', by: 'deny', jobs: go(step.approve) },
    { from: 'executing', to: 'failed', by: 'a minute passes', jobs: limited('timeout-minutes') },
    { from: 'executing', to: 'failed', by: 'a minute passes', jobs: limitedStep },
    { from: 'executing', to: 'cancelled', by: 'cancel', jobs: go(step.approve) },
    { from: 'executing', to: 'cancelled', by: 'a minute passes', jobs: go(step.approve), head: 'timeout-minutes: 1' },
  ],
  step: [
    { from: 'queued', to: 'executing', by: 'approve', jobs: go(step.approve, step.approve), index: 1 },
    { from: 'queued', to: 'failed', by: 'approve', jobs: go(step.approve, step.broken), index: 1 },
    { from: 'queued', to: 'cancelled', by: 'cancel', jobs: go(step.approve, step.log), index: 1 },
    { from: 'queued', to: 'skipped', by: 'deny', jobs: go(step.approve, step.log), index: 1 },
    { from: 'queued', to: 'skipped', by: 'approve', jobs: go(step.approve, step.never), index: 1 },
    { from: 'executing', to: 'succeeded', by: 'approve', jobs: go(step.approve) },
    { from: 'executing', to: 'succeeded', by: 'a minute passes', jobs: go(step.deploy, step.approve) },
    { from: 'executing', to: 'failed', by: 'deny', jobs: go(step.approve) },
    { from: 'executing', to: 'failed', by: 'a minute passes', jobs: limitedStep },
    { from: 'executing', to: 'failed', by: 'a minute passes', jobs: limited('timeout-minutes') },
    { from: 'executing', to: 'cancelled', by: 'cancel', jobs: go(step.approve) },
    { from: 'executing', to: 'cancelled', by: 'cancel', jobs: go(step.deploy) },
    { from: 'executing', to: 'cancelled', by: 'a minute passes', jobs: go(step.approve), head: 'timeout-minutes: 1' },
  ],
  approval: [
    { from: 'waiting', to: 'approved', by: 'approve', jobs: go(step.approve) },
    { from: 'waiting', to: 'denied', by: 'deny', jobs: go(step.approve) },
    { from: 'waiting', to: 'cancelled', by: 'cancel', jobs: go(step.approve) },
    { from: 'waiting', to: 'cancelled', by: 'a minute passes', jobs: limitedStep },
    { from: 'waiting', to: 'cancelled', by: 'a minute passes', jobs: limited('timeout-minutes') },
    { from: 'waiting', to: 'cancelled', by: 'a minute passes', jobs: go(step.approve), head: 'timeout-minutes: 1' },
  ],
}

const tables: Record<keyof typeof rows, Readonly<Record<string, readonly string[]>>> = {
  ...transitions,
  approval: approvalTransitions,
}
const kinds = Object.keys(rows) as (keyof typeof rows)[]

describe.each(kinds)('a %s', (kind) => {
  test.each(rows[kind])(
    'goes from $from to $to: $by',
    async ({ from, to, by, jobs, head = '', behind = false, index }) => {
      const it = await aMachine(jobs, { head, behind })
      expect((await it.look(index))[kind]).toBe(from)
      await it.events[by]()
      await it.settle()
      expect((await it.look(index))[kind]).toBe(to)
    },
  )

  test('goes every way of its table, and the rows above show all of them', () => {
    const ofTable = Object.entries(tables[kind]).flatMap(([from, next]) => next.map((to) => `${from} ${to}`))
    const shown = new Set(rows[kind].map(({ from, to }) => `${from} ${to}`))
    expect([...shown].toSorted()).toEqual(ofTable.toSorted())
  })
})

/** A run with a job that is skipped in any case, and one that is skipped unless all goes well. */
const jobs = `${go(step.approve, step.never)}
  never: { if: false, steps: [${step.log}] }
  after: { needs: [go], steps: [${step.log}] }`

const ends: { end: string; by: Event; states: Record<string, string>; steps: string[] }[] = [
  {
    end: 'succeeded',
    by: 'approve',
    states: { go: 'succeeded', never: 'skipped', after: 'succeeded' },
    steps: ['succeeded', 'skipped'],
  },
  {
    end: 'failed',
    by: 'deny',
    states: { go: 'failed', never: 'skipped', after: 'skipped' },
    steps: ['failed', 'skipped'],
  },
  {
    end: 'cancelled',
    by: 'cancel',
    states: { go: 'cancelled', never: 'skipped', after: 'cancelled' },
    steps: ['cancelled', 'cancelled'],
  },
]

/** What comes too late, and how it is answered. */
const late: { event: Event; answers: Record<string, number | undefined> }[] = [
  { event: 'approve', answers: { succeeded: 400, failed: 400, cancelled: 400 } },
  { event: 'deny', answers: { succeeded: 400, failed: 400, cancelled: 400 } },
  { event: 'cancel', answers: { succeeded: 409, failed: 409, cancelled: 204 } },
  { event: 'restart', answers: { succeeded: 201, failed: 201, cancelled: 201 } },
  { event: 'two hours pass', answers: {} },
]

describe.each(ends)('a run that has $end, its jobs, steps and approval', ({ end, by, states, steps }) => {
  test.each(late)('stay as they are: $event', async ({ event, answers }) => {
    const it = await aMachine(jobs)
    await it.events[by]()
    await it.settle()
    const before = [await it.run(it.started), await it.job(it.started, 'go'), await it.approvals()]
    expect(before[0]).toMatchObject({ status: end })
    expect(await it.statuses(it.started)).toEqual(states)
    expect(await it.steps(it.started, 'go')).toEqual(steps)

    expect(await it.events[event]()).toBe(answers[end])
    await it.settle()
    const approvals = (await it.approvals()).filter(({ run_id }) => run_id === it.started.id)
    expect([await it.run(it.started), await it.job(it.started, 'go'), approvals]).toEqual(before)
  })
})

test('the end of a deployment that nobody waits for any more changes nothing', async () => {
  const it = await aMachine(go(step.deploy, step.approve))
  await it.events.cancel()
  const before = await it.job(it.started, 'go')
  await it.events['a minute passes']()
  expect(await it.deploys('staging')).toMatchObject([{ status: 'succeeded' }])
  expect(await it.job(it.started, 'go')).toEqual(before)
})
