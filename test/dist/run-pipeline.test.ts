import { expect, test } from 'vitest'
import { called, shop } from '../orchestrator/a-shop.ts'
import { runBundle } from '../support/run-bundle.ts'
import { aServedShop } from './a-served-shop.ts'

const log = '{ uses: actions/humanitec/log@v1, with: { message: "hello ${{ inputs.name }}" } }'
const fail = '{ uses: actions/humanitec/fail@v1, with: { message: "no luck" } }'
const approve = '{ uses: actions/humanitec/approve@v1, with: { env_id: production, message: "Ship it?" } }'

const greeter = `
id: it
name: it
on: { pipeline_call: { inputs: { name: { type: string, required: true } } } }
jobs:
  one: { steps: [${log}] }
`

const served = async (yaml: string) => {
  const all = await aServedShop()
  await all.call('POST', `${shop}/pipelines`, yaml)
  return { ...all, given: { ...all.inputs, 'pipeline-id': 'it' } }
}

test('starts a pipeline and follows it to its end', async () => {
  const { given, requests, runs } = await served(greeter)
  const step = await runBundle('run-pipeline', { inputs: { ...given, inputs: 'name: Jane' } })
  expect(step).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  const [run] = await runs()
  expect(step.outputs).toMatchObject({ status: 'succeeded', 'run-id': run?.id, 'pipeline-id': 'it', errors: '[]' })
  expect(step.stdout).toContain('hello Jane')
  expect(step.summary).toContain('### Pipeline it: ✅ succeeded')
  expect(requests.filter((request) => request.startsWith('POST'))).toEqual([`POST ${shop}/pipelines/it/runs`])
})

test('a run that fails fails the step', async () => {
  const { given } = await served(called('it', `  one: { steps: [${fail}] }`))
  const step = await runBundle('run-pipeline', { inputs: given })
  expect(step.exitCode).toBe(1)
  expect(step.outputs['status']).toBe('failed')
  expect(step.annotations.join('\n')).toContain('no luck')
})

test('refuses inputs that are no mapping, and sends nothing', async () => {
  const { given, requests } = await served(greeter)
  const step = await runBundle('run-pipeline', { inputs: { ...given, inputs: 'name' } })
  expect(step.exitCode).toBe(1)
  expect(step.annotations).toEqual([expect.stringContaining('is not a mapping')])
  expect(requests).toEqual([])
})

test('ends at once when the job is cancelled, and has the run cancelled too', async () => {
  const { given, runs } = await served(called('it', `  one: { steps: [${approve}] }`))
  let isInterrupted = false
  const step = await runBundle('run-pipeline', {
    inputs: { ...given, 'cancel-on-abort': 'true' },
    onOutput: (text, interrupt) => {
      if (isInterrupted || !text.includes('Approval needed')) return
      isInterrupted = true
      interrupt()
    },
  })
  expect(step.exitCode).toBe(1)
  expect(step.outputs['status']).toBe('cancelled')
  expect(await runs()).toMatchObject([{ status: 'cancelled' }])
})

test('the post step cancels the run of a step that was killed', async () => {
  const { given, runs } = await served(called('it', `  one: { steps: [${approve}] }`))
  const killed = await runBundle('run-pipeline', {
    inputs: given,
    onOutput: (text, interrupt) => {
      if (text.includes('Approval needed')) interrupt('SIGKILL')
    },
  })
  expect(killed.exitCode).toBeNull()
  const step = await runBundle('run-pipeline', {
    inputs: { ...given, 'cancel-on-abort': 'true' },
    phase: 'post',
    state: killed.state,
  })
  expect(step.annotations.join('\n')).toContain('its cancellation was asked for')
  expect(await runs()).toMatchObject([{ status: expect.stringMatching(/^cancel/) }])
})
