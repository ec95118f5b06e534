import { describe, expect, test } from 'vitest'
import { aShop, as, called, minutes, seconds, shop } from './a-shop.ts'

const step = {
  approve: '{ uses: actions/humanitec/approve@v1, with: { env_id: staging } }',
  readiness: '{ uses: actions/humanitec/wait-for-readiness@v1, with: { env_id: staging, timeout_minutes: 5 } }',
  deploy: "{ uses: actions/humanitec/deploy@v1, with: { env_id: staging, set_id: '0' } }",
}

/** Each way of waiting. */
const waits = [
  ['an approval', step.approve],
  ['readiness', step.readiness],
  ['a deployment', step.deploy],
] as const

const log = (message: string, condition = 'success()') =>
  `{ if: '${condition}', uses: actions/humanitec/log@v1, with: { message: '${message}' } }`

/** A run that has come to a step that waits. */
const waitingAt = async (wait: string, { head = '', more = '', key = '' } = {}) => {
  const made = aShop()
  made.orchestrator.control.behave({ workloads: { web: { neverReady: 'CrashLoopBackOff' } } })
  await made.request({ env_id: 'staging', delta_id: await made.aDelta('web') })
  await made.after(seconds(3))
  const id = await made.aPipeline(called('it', `  go:\n    ${key}\n    steps: [${wait}, ${log('never')}${more}]`, head))
  const { body } = await made.callPipeline(id)
  expect(await made.run(body)).toMatchObject({ status: 'executing' })
  return { ...made, body }
}

describe('cancelling', () => {
  test.each(waits)('a run that waits for %s ends it at once', async (_, wait) => {
    const { cancel, run, job, steps, log: lines, body } = await waitingAt(wait)
    expect(await cancel(body)).toMatchObject({ status: 204, body: undefined })
    expect(await run(body)).toMatchObject({
      status: 'cancelled',
      status_message: 'Cancelled by Local administrator.',
      cancellation_requested_at: '2026-01-05T12:00:03.000Z',
      completed_at: '2026-01-05T12:00:03.000Z',
      waiting_for: {},
    })
    expect(await job(body, 'go')).toMatchObject({
      status: 'cancelled',
      cancellation_requested_at: '2026-01-05T12:00:03.000Z',
    })
    expect(await job(body, 'go')).not.toHaveProperty('waiting_for')
    expect(await steps(body, 'go')).toEqual(['cancelled', 'cancelled'])
    expect(await lines(body, 'go', 0)).toContain('Cancelled by Local administrator.')
  })

  test('does not stop a deployment that is under way', async () => {
    const { cancel, body, log: lines, after, get } = await waitingAt(step.deploy)
    await cancel(body)
    await after(seconds(3))
    const [deployment] = await get(`${shop}/envs/staging/deploys`)
    expect(deployment).toMatchObject({ status: 'succeeded', pipeline: { run_id: body.id } })
    const said = await lines(body, 'go', 0)
    expect(said.slice(-2)).toEqual([
      `Deployment ${deployment.id} goes on, but nobody waits for it any more`,
      'Cancelled by Local administrator.',
    ])
  })

  test('lets steps clean up that ask for it and do not wait', async () => {
    const more = `, ${log('cleaned', 'cancelled()')}, ${log('in any case', 'always()')},
      { if: 'always()', uses: actions/humanitec/approve@v1, with: { env_id: staging } }`
    const { cancel, run, steps, body, approvals } = await waitingAt(step.approve, { more })
    await cancel(body)
    expect(await run(body)).toMatchObject({ status: 'cancelled' })
    expect(await steps(body, 'go')).toEqual(['cancelled', 'cancelled', 'succeeded', 'succeeded', 'cancelled'])
    expect(await approvals()).toHaveLength(1)
  })

  test('ends every job, those that go on and those that have not begun', async () => {
    const { aPipeline, callPipeline, cancel, statuses, run } = aShop()
    const yaml = called(
      'it',
      `  one: { steps: [${step.approve}] }\n  two: { steps: [${step.approve}] }\n  three: { needs: [one], steps: [${log('x')}] }`,
    )
    const { body } = await callPipeline(await aPipeline(yaml))
    await run(body)
    await cancel(body)
    expect(await statuses(body)).toEqual({ one: 'cancelled', two: 'cancelled', three: 'cancelled' })
  })

  test('a run that is queued behind another never begins, and lets the next one through', async () => {
    const { request, cancel, run, statuses, steps, after } = aShop()
    const [first, second, third] = [
      (await request({ env_id: 'staging' })).body,
      (await request({ env_id: 'staging' })).body,
      (await request({ env_id: 'staging' })).body,
    ]
    expect(await cancel(second)).toMatchObject({ status: 204 })
    expect(await run(second)).toMatchObject({ status: 'cancelled' })
    expect(await run(second)).not.toHaveProperty('executing_at')
    expect(await statuses(second)).toEqual({ deploy: 'cancelled' })
    expect(await steps(second, 'deploy')).toEqual(['cancelled', 'cancelled'])
    expect(await run(third)).toMatchObject({ status: 'queued' })
    await after(seconds(3))
    expect(await run(first)).toMatchObject({ status: 'succeeded' })
    expect(await run(third)).toMatchObject({ status: 'executing' })
  })

  test('again is fine, and of a run that has ended otherwise is refused with 409', async () => {
    const { cancel, body, callPipeline, aPipeline, run } = await waitingAt(step.approve)
    await cancel(body)
    expect(await cancel(body)).toMatchObject({ status: 204 })
    const done = (await callPipeline(await aPipeline(called('done', `  go: { steps: [${log('x')}] }`)))).body
    const failed = (
      await callPipeline(await aPipeline(called('failed', '  go: { steps: [{ uses: actions/humanitec/fail }] }')))
    ).body
    await run(done)
    expect(await cancel(done)).toMatchObject({
      status: 409,
      body: { message: `Run '${done.id}' has succeeded already and cannot be cancelled.` },
    })
    expect(await cancel(failed)).toMatchObject({ status: 409 })
  })

  test('needs the state that If-Match names, with quotes or without', async () => {
    const { cancel, run, body } = await waitingAt(step.approve)
    expect(await cancel(body, { 'if-match': '"0123456789abcdef"' })).toMatchObject({
      status: 412,
      body: { message: 'The run has changed: its ETag is not the one given in If-Match. Read it again and retry.' },
    })
    const { etag } = await run(body)
    expect(await cancel(body, { 'if-match': body.etag })).toMatchObject({
      status: 412,
      body: { message: 'The run has changed: its ETag is not the one given in If-Match. Read it again and retry.' },
    })
    expect(await run(body)).toMatchObject({ status: 'executing' })
    expect(await cancel(body, { 'if-match': etag })).toMatchObject({ status: 204 })
  })

  test('needs the role developer', async () => {
    const { cancel, body } = await waitingAt(step.approve)
    expect(await cancel(body, as('vera'))).toMatchObject({ status: 403 })
    expect(await cancel({ ...body, id: 'none' })).toMatchObject({ status: 404 })
  })
})

describe('time that is up', () => {
  test.each(waits.slice(0, 2))('of a run cancels it while it waits for %s', async (_, wait) => {
    const { run, steps, body, after } = await waitingAt(wait, { head: 'timeout-minutes: 3' })
    await after(minutes(3) - 1)
    expect(await run(body)).toMatchObject({ status: 'executing', timeout_seconds: 180 })
    await after(1)
    expect(await run(body)).toMatchObject({ status: 'cancelled', status_message: 'Timed out after 3 minutes.' })
    expect(await steps(body, 'go')).toEqual(['cancelled', 'cancelled'])
  })

  test('of a run counts from its begin, not from its creation', async () => {
    const { aPipeline, callPipeline, run, after } = aShop()
    const id = await aPipeline(
      called('it', `  go: { steps: [${step.approve}] }`, 'timeout-minutes: 3\nconcurrency: { group: one }'),
    )
    const [first, second] = [(await callPipeline(id)).body, (await callPipeline(id)).body]
    await after(minutes(3))
    expect(await run(first)).toMatchObject({ status: 'cancelled' })
    expect(await run(second)).toMatchObject({ status: 'executing', executing_at: '2026-01-05T12:03:00.000Z' })
    await after(minutes(3) - 1)
    expect(await run(second)).toMatchObject({ status: 'executing' })
    await after(1)
    expect(await run(second)).toMatchObject({ status: 'cancelled' })
  })

  test('of a job fails it, and nothing more of it is begun', async () => {
    const { run, job, steps, body, after, approvals } = await waitingAt(step.approve, {
      key: 'timeout-minutes: 2',
      more: `, ${log('never', 'always()')}`,
    })
    const [approval] = await approvals()
    await after(minutes(2))
    const message = `Timed out after 2 minutes while waiting for application.pipeline.approval(${approval?.id})`
    expect(await job(body, 'go')).toMatchObject({
      status: 'failed',
      status_message: `${message}.`,
      timeout_seconds: 120,
    })
    expect(await run(body)).toMatchObject({ status: 'failed', status_message: `Job 'go' failed: ${message}.` })
    expect(await steps(body, 'go')).toEqual(['failed', 'skipped', 'skipped'])
    expect(await approvals()).toMatchObject([{ status: 'cancelled' }])
  })

  test('of a step fails it, and the job goes on as after any failure', async () => {
    const wait = step.approve.replace('{ uses', '{ timeout-minutes: 1, continue-on-error: true, uses')
    const { run, steps, log: lines, body, after } = await waitingAt(wait)
    await after(minutes(1))
    expect(await run(body)).toMatchObject({ status: 'succeeded' })
    expect(await steps(body, 'go')).toEqual(['failed', 'succeeded'])
    expect((await lines(body, 'go', 0)).at(-1)).toMatch(
      /^Timed out after 1 minute while waiting for application\.pipeline/,
    )
  })

  test('does nothing to what has ended before', async () => {
    const { run, decide, body, after, approvals } = await waitingAt(step.approve)
    const [approval] = await approvals()
    await decide(approval!, 'approve')
    const ended = await run(body)
    await after(minutes(120))
    expect(await run(body)).toEqual(ended)
  })
})
