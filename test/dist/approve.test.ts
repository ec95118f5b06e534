import { expect, test } from 'vitest'
import { shop } from '../orchestrator/a-shop.ts'
import { runBundle } from '../support/run-bundle.ts'
import { aServedShop } from './a-served-shop.ts'

const approve = '{ uses: actions/humanitec/approve@v1, with: { env_id: production, message: "Ship it?" } }'

const asked = async (jobs = `  ask: { steps: [${approve}] }`) => {
  const served = await aServedShop()
  const run = await served.start(jobs)
  return { ...served, run, given: { ...served.inputs, 'run-id': run.id, 'pipeline-id': run.pipeline_id } }
}

test.each([
  ['approve', 'approved', 'succeeded'],
  ['deny', 'denied', 'failed'],
])('decides: %s', async (decision, status, end) => {
  const { given, run, statusOf, requests } = await asked()
  const step = await runBundle('approve', { inputs: { ...given, decision, 'wait-for-request': 'true' } })
  expect(step).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(step.outputs).toEqual({
    status,
    'approval-id': expect.stringMatching(/./),
    'decided-by': 'local-administrator',
  })
  expect(step.summary).toContain('### Approval for production: ')
  expect(await statusOf(run)).toBe(end)
  expect(requests.filter((request) => request.startsWith('POST'))).toEqual([
    `POST ${shop}/pipelines/it/runs/${run.id}/jobs/ask/approvals/${step.outputs['approval-id']}/${decision}`,
  ])
})

test('refuses to choose among several', async () => {
  const { given, requests, statusOf, run } = await asked(
    `  one: { steps: [${approve}] }\n  two: { steps: [${approve}] }`,
  )
  await statusOf(run)
  const step = await runBundle('approve', { inputs: given })
  expect(step.exitCode).toBe(1)
  expect(step.annotations).toEqual([expect.stringContaining('2 approval requests of the run are waiting')])
  expect(requests.filter((request) => request.startsWith('POST'))).toEqual([])
})

test('refuses a bad decision, and sends nothing', async () => {
  const { given, requests } = await asked()
  const step = await runBundle('approve', { inputs: { ...given, decision: 'maybe' } })
  expect(step.exitCode).toBe(1)
  expect(step.annotations).toEqual([expect.stringContaining('is not one of its choices: approve, deny')])
  expect(requests).toEqual([])
})

test('ends at once when the job is cancelled while it waits for a request', async () => {
  const { inputs, deployTo } = await aServedShop({ durationMs: 60_000 })
  const run = await deployTo('staging')
  let interruptedAt = 0
  const step = await runBundle('approve', {
    inputs: { ...inputs, 'run-id': run.id, 'pipeline-id': run.pipeline_id, 'wait-for-request': 'true' },
    onOutput: (text, interrupt) => {
      if (interruptedAt > 0 || !text.includes('Waiting for run')) return
      interruptedAt = performance.now()
      interrupt()
    },
  })
  expect(performance.now() - interruptedAt).toBeLessThan(7500)
  expect(step.exitCode).toBe(1)
  expect(step.annotations).toEqual([expect.stringContaining('interrupted (SIGINT)')])
})
