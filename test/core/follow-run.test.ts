import { describe, expect, test } from 'vitest'
import { followRun, type FollowOptions, type RunEnd } from '../../src/core/follow-run.ts'
import type { RunEvent } from '../../src/core/run-events.ts'
import { NetworkError } from '../../src/errors.ts'
import { called, type RunLike } from '../orchestrator/a-shop.ts'
import { type AnApplication, answering, anApplication, both, rewriting, short, type Through } from './an-application.ts'

const log = (message: string) => `{ uses: actions/humanitec/log@v1, with: { message: '${message}' } }`
const approve = (env: string) =>
  `{ uses: actions/humanitec/approve@v1, with: { env_id: ${env}, message: 'Ship to ${env}?' } }`

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

/** `onTold` is called after each event. */
const follow = async (
  application: AnApplication,
  run: RunLike,
  { onTold = () => {}, ...options }: Partial<FollowOptions> & { onTold?: (event: string) => void } = {},
) => {
  const events: string[] = []
  const onEvent = (event: RunEvent) => {
    events.push(short(event))
    onTold(short(event))
  }
  application.requests.length = 0
  const end: RunEnd = await followRun(
    application.api,
    { pipelineId: run.pipeline_id, runId: run.id },
    { until: 'completed', logs: true, onEvent, ...options },
  )
  return { end, events, slept: application.clock.slept }
}

/** A deployment to staging that takes that long. */
const deploying = async (
  durationMs: number,
  options: Parameters<typeof anApplication>[0] = {},
  workloads = ['web'],
) => {
  const application = anApplication(options)
  application.orchestrator.control.behave({ pendingMs: 0, durationMs })
  const { body } = await application.request({ env_id: 'staging', delta_id: await application.aDelta(...workloads) })
  return { application, run: body as RunLike }
}

const running = async (jobs: string, options: Parameters<typeof anApplication>[0] = {}) => {
  const application = anApplication(options)
  const { body } = await application.callPipeline(await application.aPipeline(called('it', jobs)))
  return { application, run: body as RunLike }
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
  const decideAll = async (application: AnApplication) => {
    for (const approval of await application.approvals('?status=waiting')) await application.decide(approval, 'approve')
  }

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

describe('a server that is away', () => {
  const awayFor =
    (fromMs: number, toMs: number, failure: () => Error | { status: number }): Through =>
    (send) => {
      let start: number | undefined
      return async (request) => {
        start ??= now()
        const passed = now() - start
        if (passed < fromMs || passed >= toMs) return send(request)
        const failed = failure()
        if (failed instanceof Error) throw failed
        return { headers: {}, body: '', ...failed }
      }
    }
  let now = () => 0

  test.each([
    ['answers 500', () => ({ status: 500 })],
    ['answers 502', () => ({ status: 502 })],
    ['cannot be reached', () => new NetworkError('connection refused', { sent: false })],
    ['hangs up', () => new NetworkError('socket hang up')],
  ] as const)('for a minute (%s) is waited for, and no line is lost', async (_, failure) => {
    const { application, run } = await deploying(120_000, { through: awayFor(20_000, 80_000, failure) }, ['api', 'web'])
    now = application.clock.now
    const { end, events } = await follow(application, run)
    expect(end).toMatchObject({ kind: 'completed', run: { status: 'succeeded' } })
    expect(events.filter((event) => event.startsWith('trouble')).length).toBeGreaterThan(0)
    expect(events.filter((event) => event.startsWith('deploy/1')).map((event) => event.slice(10))).toEqual(
      await application.log(run, 'deploy', 1),
    )
  })

  test('until the deadline ends with what was known last, and why', async () => {
    const { application, run } = await deploying(300_000, {
      timeoutMs: 90_000,
      through: awayFor(10_000, Infinity, () => ({ status: 503 })),
    })
    now = application.clock.now
    const { end, slept } = await follow(application, run)
    expect(end).toMatchObject({
      kind: 'timed-out',
      run: { status: 'executing' },
      trouble: expect.stringContaining('503'),
    })
    expect(sum(slept)).toBe(90_000)
  })

  test('from the beginning ends without a run', async () => {
    const { application, run } = await deploying(1000, {
      timeoutMs: 30_000,
      through: awayFor(0, Infinity, () => new NetworkError('refused')),
    })
    now = application.clock.now
    const { end } = await follow(application, run)
    expect(end).toMatchObject({ kind: 'timed-out', run: undefined, jobs: [] })
  })

  test('tells the end of a run once, even if its jobs could not be read at first', async () => {
    const through = answering(/GET .*\/runs\/[^/]+\/jobs$/, (count) =>
      count > 2 && count < 12 ? { status: 500 } : undefined,
    )
    const { application, run } = await deploying(2000, { through })
    const { events } = await follow(application, run)
    expect(events.filter((event) => event === 'run succeeded')).toHaveLength(1)
    expect(events.filter((event) => event === 'job deploy succeeded')).toHaveLength(1)
  })
})

describe('ends at once', () => {
  test.each([401, 403, 404])('when the server refuses with %i', async (status) => {
    const through = answering(/GET .*\/runs\/[^/]+$/, (count) =>
      count > 3 ? { status, body: '{"error":"API-000","message":"no"}' } : undefined,
    )
    const { application, run } = await deploying(60_000, { through })
    const reference = { pipelineId: run.pipeline_id, runId: run.id }
    const following = followRun(application.api, reference, { until: 'completed', logs: true, onEvent: () => {} })
    await expect(following).rejects.toMatchObject({ name: 'ApiError', status })
    expect(application.clock.slept.length).toBeLessThan(6)
  })

  test('when the job is cancelled, and leaves the steps in order', async () => {
    const controller = new AbortController()
    const { application, run } = await deploying(60_000, { signal: controller.signal })
    const events: string[] = []
    const following = followRun(
      application.api,
      { pipelineId: run.pipeline_id, runId: run.id },
      {
        until: 'completed',
        logs: true,
        onEvent: (event) => {
          events.push(short(event))
          if (event.kind === 'step-log' && event.step.index === 1) controller.abort(new Error('cancelled'))
        },
      },
    )
    await expect(following).rejects.toThrow('cancelled')
    expect(events.at(-1)).toBe('step-left deploy/1')
  })
})

describe('answers that another server may give', () => {
  test('jobs without etags are read at every look', async () => {
    const through = rewriting(/GET .*\/jobs(\/deploy)?$/, (body: object | object[]) =>
      Array.isArray(body) ? body.map((each: object) => ({ ...each, etag: undefined })) : { ...body, etag: undefined },
    )
    const { application, run } = await deploying(3000, { through })
    const { end, events } = await follow(application, run)
    expect(end).toMatchObject({ kind: 'completed', jobs: [{ status: 'succeeded' }] })
    expect(events).toContain('job deploy succeeded')
  })

  test('an etag that does not change hides no end', async () => {
    const through = rewriting(/GET .*\/jobs(\/deploy)?$/, (body: object | object[]) =>
      Array.isArray(body) ? body.map((each: object) => ({ ...each, etag: 'same' })) : { ...body, etag: 'same' },
    )
    const { application, run } = await deploying(3000, { through })
    const { events } = await follow(application, run)
    expect(events.filter((event) => event.startsWith('job'))).toEqual(['job deploy executing', 'job deploy succeeded'])
    expect(events).toContain('step-ended deploy/1')
  })

  test('a job without steps, and words that nobody knows, are told as they are', async () => {
    const through = both(
      rewriting(/GET .*\/jobs\/deploy$/, (body: object) => ({ ...body, steps: null, status: 'blooming' })),
      rewriting(/GET .*\/jobs$/, (body: object[]) => body.map((each) => ({ ...each, status: 'blooming' }))),
    )
    const { application, run } = await deploying(1000, { through })
    const { end, events } = await follow(application, run)
    expect(end.kind).toBe('completed')
    expect(events).toContain('job deploy blooming')
  })
})
