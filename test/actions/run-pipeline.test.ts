import { describe, expect, test } from 'vitest'
import * as runPipeline from '../../src/actions/run-pipeline/main.ts'
import { NetworkError } from '../../src/errors.ts'
import { answering, type Through } from '../core/an-application.ts'
import { messages } from './a-deployment.ts'
import { aRelease, type Release, step } from './a-release.ts'

const callable = (jobs: string, inputs = '{}') => `
id: rotate
name: Rotate
on:
  pipeline_call: { inputs: ${inputs} }
jobs:
${jobs}
`

const typed = `{ region: { type: string, required: true }, count: { type: number, default: 3 }, force: { type: boolean, default: false } }`
const greet = `  greet: { steps: [${step.log('${{ inputs.region }} ${{ inputs.count }} ${{ inputs.force }}')}] }`
const deployJob = `  ship: { steps: [{ uses: actions/humanitec/deploy@v1, with: { env_id: staging, set_id: "0" } }] }`
const postRun = /POST .*\/pipelines\/rotate\/runs$/

const runs = (release: Release) =>
  release.get('/orgs/local-org/pipeline-runs') as Promise<{ id: string; status: string; inputs: object }[]>

const withInputs = (inputs: Record<string, string> = {}) => ({ inputs: { 'pipeline-id': 'rotate', ...inputs } })

test('starts the pipeline with its inputs, types and all, and follows it to its end', async () => {
  const release = await aRelease()
  await release.aPipeline(callable(greet, typed))
  const { runner, sent } = await release.act(
    runPipeline,
    withInputs({ inputs: 'region: "eu"\ncount: 4\nforce: true\n' }),
  )
  expect(runner.exitCode).toBe(0)
  const [run] = await runs(release)
  expect(run).toMatchObject({ status: 'succeeded', inputs: { region: 'eu', count: 4, force: true } })
  expect(runner.outputs).toMatchObject({
    status: 'succeeded',
    'run-id': run?.id,
    'pipeline-id': 'rotate',
    'deployment-id': '',
    errors: '[]',
  })
  expect(runner.logged.join('\n')).toContain('eu 4 true')
  expect(runner.summaryText).toContain('### Pipeline rotate: ✅ succeeded')
  const call = sent.find(({ method }) => method === 'POST')
  expect(call?.headers['idempotency-key']).toMatch(/./)
  expect(runner.state['ended']).toBe('true')
})

test('takes JSON, and a pipeline without inputs', async () => {
  const release = await aRelease()
  await release.aPipeline(callable(greet, typed))
  const json = await release.act(runPipeline, withInputs({ inputs: '{"region": "us", "count": 1.5}' }))
  expect(json.runner.logged.join('\n')).toContain('us 1.5 false')
  const other = await aRelease()
  await other.aPipeline(callable(`  one: { steps: [${step.log('hi')}] }`))
  expect((await other.act(runPipeline, withInputs())).runner.outputs['status']).toBe('succeeded')
})

test('ends as soon as the run is started if told not to wait', async () => {
  const release = await aRelease()
  await release.aPipeline(callable(greet, typed))
  const { runner, requests } = await release.act(runPipeline, withInputs({ inputs: 'region: eu', wait: 'false' }))
  expect(runner.exitCode).toBe(0)
  expect(requests).toHaveLength(1)
  expect(runner.outputs).toEqual({ 'run-id': expect.stringMatching(/./), 'pipeline-id': 'rotate' })
})

test('a run that fails fails the step, with what its step said', async () => {
  const release = await aRelease()
  await release.aPipeline(callable(`  one: { steps: [${step.fail('out of keys')}] }`))
  const { runner } = await release.act(runPipeline, withInputs())
  expect(runner.exitCode).toBe(1)
  expect(runner.outputs['status']).toBe('failed')
  expect(messages(runner.annotations)).toContain('out of keys')
})

test('with an environment, a run that makes no deployment there is no success', async () => {
  const release = await aRelease()
  await release.aPipeline(callable(`  one: { steps: [${step.log('hi')}] }`))
  const { runner } = await release.act(runPipeline, withInputs({ env: 'staging' }))
  expect(runner.outputs['status']).toBe('no-deployment')
  expect(runner.exitCode).toBe(1)
})

test('with an environment, names the deployment that the run made there', async () => {
  const release = await aRelease()
  await release.aPipeline(callable(deployJob))
  const { runner } = await release.act(runPipeline, withInputs({ env: 'staging' }))
  const [deployment] = await release.get('/orgs/local-org/apps/shop/envs/staging/deploys')
  expect(runner.outputs).toMatchObject({
    status: 'succeeded',
    'deployment-id': deployment.id,
    'set-id': deployment.set_id,
  })
})

describe('what cannot be started', () => {
  test('inputs that the pipeline does not take, all of them named', async () => {
    const release = await aRelease()
    await release.aPipeline(callable(greet, typed))
    const { runner } = await release.act(runPipeline, withInputs({ inputs: 'count: "4"\nregoin: eu' }))
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs['status']).toBe('failed')
    const text = messages(runner.annotations)
    expect(text).toContain("input 'regoin' is not one of the pipeline")
    expect(text).toContain("input 'region' is missing")
    expect(text).toContain("input 'count' must be of type number, not string")
    expect(await runs(release)).toEqual([])
    expect(runner.state['key']).toBe('')
  })

  test('a pipeline that is not there', async () => {
    const release = await aRelease()
    const { runner } = await release.act(runPipeline, withInputs())
    expect(messages(runner.annotations)).toContain(
      `Input 'pipeline-id' is "rotate", which is no pipeline of application 'local-org/shop'`,
    )
  })

  test.each([
    [{ 'pipeline-id': '' }, "Input 'pipeline-id' is required"],
    [{ inputs: '- a\n- b' }, 'is not a mapping. Write a JSON or YAML mapping'],
    [{ inputs: 'a: [1' }, 'is neither JSON nor YAML'],
    [{ wait: 'maybe' }, 'Input \'wait\' is "maybe", which is not a boolean'],
  ])('%j, and nothing is sent', async (inputs, message) => {
    const release = await aRelease()
    const { runner, requests } = await release.act(runPipeline, withInputs(inputs))
    expect(messages(runner.annotations)).toContain(message)
    expect(requests).toEqual([])
  })
})

describe('answers that are lost', () => {
  test('start no second run', async () => {
    const release = await aRelease()
    await release.aPipeline(callable(`  one: { steps: [${step.log('hi')}] }`))
    let lost = 0
    const through: Through = (send) => async (request) => {
      const answer = await send(request)
      if (!postRun.test(`${request.method} ${request.url}`) || ++lost > 2) return answer
      throw new NetworkError('connection reset')
    }
    const { runner } = await release.act(runPipeline, { ...withInputs(), through })
    expect(runner.outputs['status']).toBe('succeeded')
    expect(await runs(release)).toHaveLength(1)
    expect(lost).toBe(3)
  })

  test('that never come leave the status unknown, and say where to look', async () => {
    const release = await aRelease()
    await release.aPipeline(callable(`  one: { steps: [${step.log('hi')}] }`))
    const through = answering(postRun, () => new NetworkError('connection reset'))
    const { runner } = await release.act(runPipeline, { ...withInputs(), through })
    expect(runner.outputs['status']).toBe('unknown')
    expect(messages(runner.annotations)).toContain(
      "Look at the runs of pipeline 'rotate' of application 'local-org/shop'",
    )
  })
})

describe('a run that takes long', () => {
  const waiting = callable(`  ask: { steps: [${step.approve('production')}] }`)

  test.each([
    ['true', 'cancelled', 'its cancellation was asked for'],
    ['false', 'executing', 'set `cancel-on-timeout: true`'],
  ])('when the time is up, with cancel-on-timeout: %s', async (cancel, status, message) => {
    const release = await aRelease()
    await release.aPipeline(waiting)
    const { runner } = await release.act(runPipeline, withInputs({ timeout: '1m', 'cancel-on-timeout': cancel }))
    expect(runner.outputs['status']).toBe('timed-out')
    expect(messages(runner.annotations)).toContain(message)
    expect(await runs(release)).toMatchObject([{ status }])
  })

  test('is cancelled with the job if told to', async () => {
    const release = await aRelease()
    await release.aPipeline(waiting)
    let stop = () => {}
    let looks = 0
    const through: Through = (send) => async (request) => {
      if (/\/runs\/[^/]+$/.test(request.url) && ++looks === 3) stop()
      return send(request)
    }
    const { runner } = await release.act(runPipeline, {
      ...withInputs({ 'cancel-on-abort': 'true' }),
      through,
      onStart: (started) => void (stop = () => started.interrupt()),
    })
    expect(runner.outputs['status']).toBe('cancelled')
    expect(await runs(release)).toMatchObject([{ status: 'cancelled' }])
  })

  test.each([
    ['knew its run', true],
    ['did not know its run yet', false],
  ])('is cancelled by the post step when the step was killed, which %s', async (_what, isKnown) => {
    const release = await aRelease()
    await release.aPipeline(waiting)
    const before = await release.act(runPipeline, withInputs({ wait: 'false' }))
    const { run, ...state } = before.runner.state
    const { ended: _ended, ...killed } = state
    const { runner } = await release.act(runPipeline, {
      ...withInputs({ 'cancel-on-abort': 'true' }),
      phase: 'post',
      state: isKnown ? { ...killed, run: run ?? '' } : killed,
    })
    expect(messages(runner.annotations)).toContain('its cancellation was asked for')
    const [only, ...others] = await runs(release)
    expect(only?.status).toMatch(/^cancel/)
    expect(others).toEqual([])
  })

  test('is only named by the post step unless told to cancel it', async () => {
    const release = await aRelease()
    const state = { key: 'k', body: '{}' }
    const { runner, requests } = await release.act(runPipeline, { ...withInputs(), phase: 'post', state })
    expect(messages(runner.annotations)).toContain("A run that was asked for may go on in pipeline 'rotate'")
    expect(requests).toEqual([])
  })
})
