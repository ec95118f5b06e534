import { StatementSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { aShop, called, minutes, seconds, type Shop, shop } from '../a-shop.ts'

/** Counts what the store is asked for: statements that are run, and rows that are read. */
const countStore = () => {
  const counts = { statements: 0, rows: 0 }
  const { run, get, all, iterate } = StatementSync.prototype
  const counted = (rows: number) => {
    counts.statements += 1
    counts.rows += rows
  }
  Object.assign(StatementSync.prototype, {
    run(this: StatementSync, ...values: unknown[]) {
      counted(0)
      return Reflect.apply(run, this, values) as unknown
    },
    get(this: StatementSync, ...values: unknown[]) {
      counted(1)
      return Reflect.apply(get, this, values) as unknown
    },
    all(this: StatementSync, ...values: unknown[]) {
      const found = Reflect.apply(all, this, values) as unknown[]
      counted(found.length)
      return found
    },
    *iterate(this: StatementSync, ...values: unknown[]) {
      counted(0)
      for (const row of Reflect.apply(iterate, this, values) as Iterable<unknown>) {
        counts.rows += 1
        yield row
      }
    },
  })
  onTestFinished(() => void Object.assign(StatementSync.prototype, { run, get, all, iterate }))
  return counts
}

const finished = 500

/** Waits a minute, in the group that it is given. */
const waiting = called(
  'waiting',
  '  a: {steps: [{uses: actions/humanitec/approve@v1, with: {env_id: staging}, timeout-minutes: 1, continue-on-error: true}]}',
  'concurrency: {group: "${{ inputs.group }}"}',
).replace('pipeline_call: {}', 'pipeline_call: {inputs: {group: {type: string, required: true}}}')

test.each([
  {
    what: 'a deployment',
    lasts: seconds(4),
    one: async (it: Shop) => (await it.request({ env_id: 'staging' }, { 'idempotency-key': `${it.clock.now()}` })).body,
  },
  {
    what: 'a direct deployment',
    lasts: seconds(4),
    one: async (it: Shop) => {
      const { body } = await it.call('POST', `${shop}/envs/staging/deploys`, {})
      return { id: body.pipeline.run_id as string, pipeline_id: 'default' }
    },
  },
  {
    what: 'a call with an approval in a concurrency group',
    lasts: minutes(1),
    one: async (it: Shop) => (await it.callPipeline('waiting', { group: 'g' })).body,
  },
])(`$what costs the store the same after ${finished} others as after none`, async ({ lasts, one }) => {
  const it = aShop()
  await it.aPipeline(waiting)
  const counts = countStore()
  const costOfOne = async () => {
    const before = { ...counts }
    const run = await one(it)
    await it.after(lasts)
    expect(await it.run(run)).toMatchObject({ status: 'succeeded' })
    await it.get(`${shop}/envs/staging/deploys?pipelineRunId=${run.pipeline_id},${run.id}`)
    return { statements: counts.statements - before.statements, rows: counts.rows - before.rows }
  }
  // The first one has nothing to build on, and reads what is not read again for a while.
  await costOfOne()
  const early = await costOfOne()
  for (let count = 0; count < finished; count += 1) {
    await one(it)
    await it.after(lasts)
  }
  await costOfOne()
  expect(await costOfOne()).toEqual(early)
})

const timesOf = async (it: Shop, runs: { id: string; pipeline_id: string }[]) => {
  const read = await Promise.all(runs.map((run) => it.run(run)))
  return read.map(({ executing_at, completed_at, created_at }) => ({
    created: Date.parse(created_at as string),
    begun: Date.parse(executing_at as string),
    ended: Date.parse(completed_at as string),
  }))
}
const start = async (it: Shop, groupOf: (index: number) => string) => {
  await it.aPipeline(waiting)
  const runs: { id: string; pipeline_id: string }[] = []
  for (let index = 0; index < 500; index += 1) {
    runs.push((await it.callPipeline('waiting', { group: groupOf(index) })).body)
    await it.clock.advance(100)
  }
  return runs
}

test('500 runs of one concurrency group are carried out one after the other, in the order of their creation', async () => {
  const it = aShop()
  const runs = await start(it, () => 'one')
  await it.after(minutes(501))
  const times = await timesOf(it, runs)
  const first = times[0]!.begun
  expect(times.map(({ begun, ended }) => [begun, ended])).toEqual(
    times.map((_, index) => [first + minutes(index), first + minutes(index + 1)]),
  )
})

test('500 runs of groups of their own are carried out beside each other, each at once', async () => {
  const it = aShop()
  const runs = await start(it, (index) => `group-${index}`)
  await it.after(minutes(1))
  const times = await timesOf(it, runs)
  expect(times.map(({ begun, ended }) => [begun, ended])).toEqual(
    times.map(({ created }) => [created, created + minutes(1)]),
  )
})
