import { expect, test } from 'vitest'
import { shop } from '../orchestrator/a-shop.ts'
import { runBundle } from '../support/run-bundle.ts'
import { aServedShop } from './a-served-shop.ts'

const approve = '{ uses: actions/humanitec/approve@v1, with: { env_id: production, message: "Ship it?" } }'
const hostile = '{ uses: actions/humanitec/log@v1, with: { message: "::error::gotcha\\n##[error]no" } }'

test('follows a run to its end', async () => {
  const { inputs, deployTo } = await aServedShop()
  const run = await deployTo('staging')
  const step = await runBundle('wait-for-run', {
    inputs: { ...inputs, 'run-id': run.id, 'pipeline-id': run.pipeline_id },
  })
  expect(step).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(step.outputs).toMatchObject({
    status: 'succeeded',
    approvals: '[]',
    errors: '[]',
    'duration-seconds': expect.stringMatching(/^\d+$/),
  })
  expect(step.stdout.match(/::group::/g)).toHaveLength(2)
  expect(step.summary).toContain('### Deploy to staging: ✅ succeeded')
})

test('follows a bare deployment to its failure', async () => {
  const { inputs, call, deltaId } = await aServedShop({ workloads: { web: { fail: { message: 'no image' } } } })
  const { id } = await call('POST', `${shop}/envs/staging/deploys`, { delta_id: deltaId })
  const step = await runBundle('wait-for-run', { inputs: { ...inputs, 'deployment-id': id, env: 'staging' } })
  expect(step.exitCode).toBe(1)
  expect(step.outputs).toMatchObject({ status: 'failed', 'deployment-id': id })
  expect(step.annotations[0]).toContain('no image')
})

test('ends where an approval is needed, and prints no command that the log holds', async () => {
  const { inputs, start } = await aServedShop()
  const run = await start(`  ask: { steps: [${hostile}, ${approve}] }`)
  const step = await runBundle('wait-for-run', {
    inputs: { ...inputs, 'run-id': run.id, 'pipeline-id': run.pipeline_id, until: 'approval' },
  })
  expect(step.exitCode).toBe(0)
  expect(step.outputs['status']).toBe('waiting-for-approval')
  expect(JSON.parse(step.outputs['approvals'] ?? '')).toMatchObject([{ env_id: 'production', message: 'Ship it?' }])
  expect(step.annotations).toEqual([expect.stringMatching(/^::notice title=Approval needed::.*Ship it\?$/)])
  expect(step.stdout).not.toMatch(/^\s*##\[/m)
})

test.each([
  [{}, "One of the inputs 'run-id', 'deployment-id' is required"],
  [{ 'run-id': 'r' }, "Input 'pipeline-id' is required"],
  [{ 'run-id': 'r', 'pipeline-id': 'p', until: 'later' }, 'is not one of its choices: completed, approval'],
])('refuses %j, and sends nothing', async (more, message) => {
  const { inputs, requests } = await aServedShop()
  const step = await runBundle('wait-for-run', { inputs: { ...inputs, ...more } })
  expect(step.exitCode).toBe(1)
  expect(step.annotations).toEqual([expect.stringContaining(message)])
  expect(requests).toEqual([])
})

test('ends at once when the job is cancelled, and has the run cancelled too', async () => {
  const { inputs, start, statusOf } = await aServedShop()
  const run = await start(`  ask: { steps: [${approve}] }`)
  let interruptedAt = 0
  const step = await runBundle('wait-for-run', {
    inputs: { ...inputs, 'run-id': run.id, 'pipeline-id': run.pipeline_id, 'cancel-on-abort': 'true' },
    onOutput: (text, interrupt) => {
      if (interruptedAt > 0 || !text.includes('Approval needed')) return
      interruptedAt = performance.now()
      interrupt()
    },
  })
  expect(performance.now() - interruptedAt).toBeLessThan(7500)
  expect(step.exitCode).toBe(1)
  expect(step.outputs['status']).toBe('cancelled')
  expect(step.annotations.at(-1)).toContain(`Run '${run.id}' of pipeline 'it': its cancellation was asked for`)
  expect(await statusOf(run)).toBe('cancelled')
})
