import { describe, expect, test } from 'vitest'
import { called, type RunLike } from '../orchestrator/a-shop.ts'
import { deploying, follow, sum } from './a-followed-run.ts'
import { type AnApplication, anApplication, answering, rewriting } from './an-application.ts'

const log = (message: string) => `{ uses: actions/humanitec/log@v1, with: { message: '${message}' } }`
const approve = (env: string) =>
  `{ uses: actions/humanitec/approve@v1, with: { env_id: ${env}, message: 'Ship to ${env}?' } }`

const running = async (jobs: string, options: Parameters<typeof anApplication>[0] = {}) => {
  const application = anApplication(options)
  const { body } = await application.callPipeline(await application.aPipeline(called('it', jobs)))
  return { application, run: body as RunLike }
}

const decideAll = async (application: AnApplication) => {
  for (const approval of await application.approvals('?status=waiting')) await application.decide(approval, 'approve')
}

describe('the rhythm', () => {
  test('of a run that has ended is one look and no sleep', async () => {
    const { application, run } = await running(`  go: { steps: [${log('hello')}] }`)
    await application.run(run)
    const { end, slept } = await follow(application, run)
    expect(end).toMatchObject({ kind: 'completed', run: { status: 'succeeded' } })
    expect(slept).toEqual([])
  })

  test('is a look every second and a half, then farther apart as the wait grows, and no sleep after the end', async () => {
    const { application, run } = await deploying(60_000)
    const { end, slept } = await follow(application, run, { logs: false })
    expect(end).toMatchObject({ kind: 'completed', run: { status: 'succeeded' } })
    const curve: number[] = []
    for (let at = 0; at < 60_000; at += curve.at(-1) ?? 0) curve.push(Math.max(1410, Math.round(at * 0.054) - 750))
    expect(slept).toEqual(curve)
  })

  test('never goes past the deadline, and ends on it to the millisecond', async () => {
    const { application, run } = await deploying(100_000, { timeoutMs: 33_333 })
    const { end, slept } = await follow(application, run)
    expect(end).toMatchObject({ kind: 'timed-out', run: { status: 'executing' }, trouble: '' })
    expect(sum(slept)).toBe(33_333)
  })

  test('sees an end that comes exactly at the deadline', async () => {
    const { application, run } = await deploying(30_000, { timeoutMs: 30_000 })
    const { end, slept } = await follow(application, run)
    expect(end).toMatchObject({ kind: 'completed', run: { status: 'succeeded' } })
    expect(sum(slept)).toBe(30_000)
  })
})

describe('logs', () => {
  test('are told once each, in order, as they appear, step by step', async () => {
    const { application, run } = await deploying(9000, {}, ['api', 'web', 'worker'])
    const { events } = await follow(application, run)
    const expected = [...(await application.log(run, 'deploy', 0)), ...(await application.log(run, 'deploy', 1))]
    expect(expected.length).toBeGreaterThan(5)
    expect(
      events.filter((event) => event.startsWith('deploy/')).map((event) => event.replace(/^deploy\/\d: /, '')),
    ).toEqual(expected)
    expect(events.filter((event) => event.startsWith('step-'))).toEqual([
      'step-started deploy/0',
      'step-ended deploy/0',
      'step-started deploy/1',
      'step-ended deploy/1',
    ])
  })

  test('of jobs side by side are not mixed', async () => {
    const jobs = `  one: { steps: [${approve('staging')}, ${log('one')}] }\n  two: { steps: [${log('two')}, ${approve('staging')}] }`
    const { application, run } = await running(jobs)
    const { events } = await follow(application, run, {
      onTold: (event) => {
        if (event === 'approval staging') void decideAll(application)
      },
    })
    const places = events.flatMap((event) => /(?:one|two)\/\d/.exec(event)?.[0] ?? [])
    const order = places.filter((place, index) => place !== places[index - 1])
    expect(order).toHaveLength(4)
    expect(new Set(order).size).toBe(4)
  })

  test('are not read when nobody wants them', async () => {
    const { application, run } = await deploying(3000)
    const { events } = await follow(application, run, { logs: false })
    expect(application.requests.filter((request) => request.endsWith('/logs'))).toEqual([])
    expect(events).toContain('step-ended deploy/1')
  })

  test('are read only of steps that have begun, and no more after their end', async () => {
    const { application, run } = await running(
      `  go: { steps: [${log('a')}, ${approve('staging')}, ${log('never')}, ${log('never')}] }`,
      {
        timeoutMs: 10_000,
      },
    )
    const { events } = await follow(application, run)
    const reads = application.requests
      .filter((request) => request.endsWith('/logs'))
      .map((request) => /steps\/(\d)/.exec(request)?.[1])
    expect(new Set(reads)).toEqual(new Set(['0', '1']))
    expect(reads.filter((index) => index === '0')).toHaveLength(1)
    expect(events.at(-1)).toBe('step-left go/1')
  })

  test('of a step that was skipped are not asked for', async () => {
    const fail = '{ uses: actions/humanitec/fail@v1, with: { message: oh } }'
    const { application, run } = await running(`  go: { steps: [${fail}, ${log('never')}] }`)
    await application.run(run)
    const { events } = await follow(application, run)
    expect(application.requests.filter((request) => request.endsWith('/logs'))).toHaveLength(1)
    expect(events).toContain('step-skipped go/1')
  })

  test('that cannot be read for a while are read later, none is lost', async () => {
    const through = answering(/\/logs$/, (count) => (count > 2 && count < 20 ? { status: 500 } : undefined))
    const { application, run } = await deploying(60_000, { through }, ['api', 'web'])
    const { events } = await follow(application, run)
    expect(events.filter((event) => event.startsWith('deploy/1')).map((event) => event.slice(10))).toEqual(
      await application.log(run, 'deploy', 1),
    )
  })

  test('that cannot be read at all do not stop the following, and are said to be missing', async () => {
    const { application, run } = await deploying(3000, { through: answering(/\/logs$/, () => ({ status: 500 })) })
    const { end, events } = await follow(application, run)
    expect(end).toMatchObject({ kind: 'completed', run: { status: 'succeeded' } })
    expect(events.filter((event) => event.startsWith('missing'))).toHaveLength(2)
    expect(events).toContainEqual(
      expect.stringMatching(/^missing: The log of step 'Deploy Set To Environment' could not be read/),
    )
    expect(events.at(-1)).toBe('run succeeded')
  })

  test('that may not be read are given up at once', async () => {
    const { application, run } = await deploying(30_000, { through: answering(/\/logs$/, () => ({ status: 403 })) })
    const { end } = await follow(application, run)
    expect(end.kind).toBe('completed')
    expect(application.requests.filter((request) => request.endsWith('/logs'))).toHaveLength(2)
  })
})

describe('approvals', () => {
  test('are told once, however long they wait', async () => {
    const { application, run } = await running(`  ask: { steps: [${approve('production')}] }`, { timeoutMs: 120_000 })
    const { end, events } = await follow(application, run)
    expect(events.filter((event) => event.startsWith('approval'))).toEqual(['approval production'])
    expect(end).toMatchObject({ kind: 'timed-out', approvals: [{ env_id: 'production' }] })
    expect(application.requests.filter((request) => request.endsWith('/approvals'))).toHaveLength(1)
  })

  test('end the following when that is what was waited for, with all of them', async () => {
    const jobs = `  one: { steps: [${approve('staging')}] }\n  two: { steps: [${approve('production')}] }`
    const { application, run } = await running(jobs)
    const { end, slept, events } = await follow(application, run, { until: 'approval' })
    expect(end).toMatchObject({ kind: 'awaiting-approval' })
    expect(end.kind === 'awaiting-approval' && end.approvals.map(({ env_id }) => env_id).sort()).toEqual([
      'production',
      'staging',
    ])
    expect(sum(slept)).toBeLessThanOrEqual(1000)
    expect(events.filter((event) => event.startsWith('step-left'))).toHaveLength(2)
  })

  test('are looked for again when the job waits before the request can be seen', async () => {
    let lists = 0
    const through = rewriting(/\/approvals$/, (body) => (++lists <= 2 ? [] : body))
    const { application, run } = await running(`  ask: { steps: [${approve('production')}] }`, { through })
    const { end } = await follow(application, run, { until: 'approval' })
    expect(end).toMatchObject({ kind: 'awaiting-approval', approvals: [{ env_id: 'production' }] })
  })

  test('are not looked for while a job waits for a deployment', async () => {
    const { application, run } = await deploying(20_000)
    await follow(application, run)
    expect(application.requests.filter((request) => request.endsWith('/approvals'))).toEqual([])
  })
})
