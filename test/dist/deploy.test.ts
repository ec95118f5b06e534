import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { shop } from '../orchestrator/a-shop.ts'
import { runBundle } from '../support/run-bundle.ts'
import { aServedShop } from './a-served-shop.ts'

const runs = `POST ${shop}/pipeline-runs`

test('deploys, waits, and tells outputs, log and summary', async () => {
  const { inputs, deltaId, requests } = await aServedShop()
  const run = await runBundle('deploy', { inputs: { ...inputs, env: 'staging', 'delta-id': deltaId } })
  expect(run).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(run.outputs).toMatchObject({
    status: 'succeeded',
    'pipeline-id': 'default',
    current: 'true',
    hosts: '{}',
    errors: '[]',
  })
  expect(run.summary).toContain('### Deploy to staging: ✅ succeeded after')
  expect(run.stdout).toContain('::group::deploy / Deploy Set To Environment\n')
  expect(run.stdout.match(/web is up/g)).toHaveLength(1)
  expect(run.state).toMatchObject({ ended: 'true', key: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(run.stdout).not.toContain(`\n${inputs.token}`)
  expect(requests[0]).toBe(runs)
  expect(requests.filter((request) => request.startsWith('POST'))).toEqual([runs])
})

test('sends one request when nobody waits', async () => {
  const { inputs, deltaId, requests } = await aServedShop()
  const run = await runBundle('deploy', { inputs: { ...inputs, env: 'staging', 'delta-id': deltaId, wait: 'false' } })
  expect(run.exitCode).toBe(0)
  expect(requests).toEqual([runs])
  expect(run.outputs).not.toHaveProperty('status')
})

test('fails with the errors of the deployment as annotations', async () => {
  const behaviour = { workloads: { web: { fail: { message: 'no image\n::warning::gotcha' } } } }
  const { inputs, deltaId } = await aServedShop(behaviour)
  const run = await runBundle('deploy', { inputs: { ...inputs, env: 'staging', 'delta-id': deltaId } })
  expect(run.exitCode).toBe(1)
  expect(run.outputs).toMatchObject({ status: 'failed', 'deployment-id': expect.stringMatching(/./) })
  expect(run.annotations).toHaveLength(2)
  expect(run.annotations[0]).toContain(
    "::error title=Workload 'web' did not start::workload web (CLD-001): no image%0A::warning::gotcha",
  )
  expect(run.summary).toContain('#### What went wrong')
})

test.each([
  [{ env: 'moon' }, "Environment 'moon' does not exist", 1],
  [{ token: 'wrong' }, '401', 1],
  [{ 'on-conflict': 'perhaps' }, 'is not one of its choices: wait, fail', 0],
  [{ timeout: 'soon' }, 'is not a duration', 0],
])('refuses %j with a reason', async (more, message, sent) => {
  const { inputs, deltaId, requests } = await aServedShop()
  const run = await runBundle('deploy', { inputs: { ...inputs, env: 'staging', 'delta-id': deltaId, ...more } })
  expect(run.exitCode).toBe(1)
  expect(run.annotations).toEqual([expect.stringContaining(message)])
  expect(requests).toHaveLength(sent)
})

test('cancels a run that is queued behind another when told to fail', async () => {
  const { inputs, deltaId, deployTo, runs } = await aServedShop({ durationMs: 60_000 })
  await deployTo('staging')
  const run = await runBundle('deploy', {
    inputs: { ...inputs, env: 'staging', 'delta-id': deltaId, 'on-conflict': 'fail' },
  })
  expect(run.exitCode).toBe(1)
  expect(run.outputs['status']).toBe('conflict')
  expect((await runs()).find(({ id }) => id === run.outputs['run-id'])).toMatchObject({ status: 'cancelled' })
})

test('says what it waited for when its time is up', async () => {
  const { inputs, deltaId } = await aServedShop({ durationMs: 60_000 })
  const run = await runBundle('deploy', { inputs: { ...inputs, env: 'staging', 'delta-id': deltaId, timeout: '1' } })
  expect(run.exitCode).toBe(1)
  expect(run.outputs).toMatchObject({ status: 'timed-out', 'deployment-id': expect.stringMatching(/./) })
  expect(run.annotations.at(-1)).toContain("waiting for job 'deploy'")
})

test.each([
  ['SIGINT', 'true', 'cancelled'],
  ['SIGTERM', 'true', 'cancelled'],
  ['SIGINT', 'false', 'executing'],
] as const)(
  'ends at once at %s, and with cancel-on-abort %s leaves its run %s',
  async (signal, cancelOnAbort, status) => {
    const { inputs, deltaId, runs } = await aServedShop({ durationMs: 60_000 })
    let interruptedAt = 0
    const run = await runBundle('deploy', {
      inputs: { ...inputs, env: 'staging', 'delta-id': deltaId, 'cancel-on-abort': cancelOnAbort },
      onOutput: (text, interrupt) => {
        if (interruptedAt > 0 || !text.includes('is in progress')) return
        interruptedAt = performance.now()
        interrupt(signal)
      },
    })
    // GitHub kills the process 10 s after it has cancelled the job.
    expect(performance.now() - interruptedAt).toBeLessThan(7500)
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({ status: 'cancelled', 'run-id': expect.stringMatching(/./) })
    expect(run.annotations).toEqual([expect.stringContaining(`Run '${run.outputs['run-id']}' of pipeline 'default'`)])
    expect(await runs()).toMatchObject([{ status }])
    expect(run.state['ended']).toBe('true')
  },
)

test('a run that the step was killed over is cancelled by the post step', async () => {
  const { inputs, deltaId, runs } = await aServedShop({ durationMs: 60_000 })
  const options = { inputs: { ...inputs, env: 'staging', 'delta-id': deltaId, 'cancel-on-abort': 'true' } }
  const killed = await runBundle('deploy', {
    ...options,
    onOutput: (text, interrupt) => {
      if (text.includes('is in progress')) interrupt('SIGKILL')
    },
  })
  expect(killed.exitCode).toBeNull()
  const post = await runBundle('deploy', { ...options, phase: 'post', state: killed.state })
  expect(post.exitCode).toBe(0)
  expect(post.annotations).toEqual([expect.stringContaining('its cancellation was asked for')])
  expect(await runs()).toMatchObject([{ status: 'cancelled' }])
})

test('a run whose id never came back is learned, and cancelled, by the post step', async () => {
  const { inputs, deltaId, runs, url } = await aServedShop({ durationMs: 60_000 })
  // Passes the request on, and keeps the answer for itself.
  let arrived = () => {}
  const hasArrived = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const silent = createServer((request) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const headers = request.headers as Record<string, string>
      void fetch(`${url}${request.url}`, {
        method: 'POST',
        headers: { authorization: headers['authorization']!, 'idempotency-key': headers['idempotency-key']! },
        body: Buffer.concat(chunks),
      }).then(arrived)
    })
  })
  await new Promise<void>((resolve) => {
    silent.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    silent.closeAllConnections()
    silent.close()
  })
  const address = silent.address() as { port: number }
  const given = { ...inputs, env: 'staging', 'delta-id': deltaId, 'cancel-on-abort': 'true' }
  const killed = await runBundle('deploy', {
    inputs: { ...given, 'api-url': `http://127.0.0.1:${address.port}` },
    onStart: (interrupt) => void hasArrived.then(() => interrupt('SIGKILL')),
  })
  expect(killed.state).not.toHaveProperty('run')
  const post = await runBundle('deploy', { inputs: given, phase: 'post', state: killed.state })
  expect(post.annotations).toEqual([expect.stringContaining('its cancellation was asked for')])
  expect(await runs()).toMatchObject([{ status: 'cancelled' }])
})
