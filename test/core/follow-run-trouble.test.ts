import { describe, expect, test } from 'vitest'
import { followRun } from '../../src/core/follow-run.ts'
import { NetworkError } from '../../src/errors.ts'
import { deploying, follow, sum } from './a-followed-run.ts'
import { answering, both, rewriting, short, type Through } from './an-application.ts'

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
