import { describe, expect, test } from 'vitest'
import * as waitForRun from '../../src/actions/wait-for-run/main.ts'
import { answering, rewriting, type Through } from '../core/an-application.ts'
import { shop } from '../orchestrator/a-shop.ts'
import { aRelease, deployed, hostile, messagesOf, ofRun, type Release, startPipeline, step } from './a-release.ts'

describe('a run', () => {
  test('is followed to its end, and its deployment found', async () => {
    const release = await aRelease()
    const run = await deployed(release)
    const { runner } = await release.act(waitForRun, ofRun(run))
    const [deployment] = await release.get(`${shop}/envs/staging/deploys`)
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs).toEqual({
      status: 'succeeded',
      'deployment-id': deployment.id,
      approvals: '[]',
      'approvals-truncated': 'false',
      errors: '[]',
      'errors-truncated': 'false',
      'duration-seconds': '3',
    })
  })

  test('prints its log as it appears: one group a step, each line once', async () => {
    const release = await aRelease()
    const run = await deployed(release)
    const { runner } = await release.act(waitForRun, ofRun(run))
    const ids = /[0-9a-f]{16}|[0-9a-f-]{36}|[\w-]{43}/g
    expect(runner.logged.map((line) => line.replace(ids, '…'))).toMatchInlineSnapshot(`
      [
        "Run …: executing",
        "Job deploy: executing, waiting for application.environment.deployment(…)",
        "▸ deploy / Create Deployment Set",
        "12:00:00  Applying delta ……9f5e2650 to set ……00000000000, which staging builds on",
        "12:00:00  Created set …",
        "◂",
        "succeeded after 0s",
        "▸ deploy / Deploy Set To Environment",
        "12:00:00  Deploying set … to staging",
        "12:00:00  Created deployment … of 1 workload",
        "12:00:00  Deployment … is in progress",
        "12:00:02  web is up (1 of 1)",
        "12:00:02  Deployment … succeeded",
        "◂",
        "succeeded after 2s",
        "Job deploy: succeeded after 2s",
        "Run …: succeeded",
        "Deployment '…' succeeded.",
      ]
    `)
  })

  test('that was not asked for a deployment need not make one', async () => {
    const release = await aRelease()
    const run = await startPipeline(release, `  go: { steps: [${step.log('hello')}] }`)
    const { runner } = await release.act(waitForRun, ofRun(run))
    expect(runner.outputs).toMatchObject({ status: 'succeeded', 'deployment-id': '' })
    expect(runner.summaryText).toContain(`### Run ${run.id}: ✅ succeeded`)
  })

  test('has to make one in the environment that is named', async () => {
    const release = await aRelease()
    const run = await startPipeline(release, `  go: { steps: [${step.log('hello')}] }`)
    const { runner } = await release.act(waitForRun, ofRun(run, { env: 'staging' }))
    expect(runner.outputs['status']).toBe('no-deployment')
    expect(runner.exitCode).toBe(1)
  })

  test('that fails without a deployment names its steps', async () => {
    const release = await aRelease()
    const run = await startPipeline(release, `  go: { steps: [${step.fail('no luck')}] }`)
    const { runner } = await release.act(waitForRun, ofRun(run))
    expect(runner.exitCode).toBe(1)
    expect(JSON.parse(runner.outputs['errors'] ?? '')).toEqual([
      { scope: 'step', object: 'go / fail', code: '', summary: 'go / fail failed', message: 'no luck' },
    ])
    expect(messagesOf(runner.annotations)).toContain('step go / fail: no luck')
  })

  test('goes on though the server is away for a minute', async () => {
    const release = await aRelease()
    const run = await deployed(release, { durationMs: 120_000 })
    const begin = release.clock.now()
    const through: Through = (send) => (request) => {
      const passed = release.clock.now() - begin
      return passed > 20_000 && passed < 80_000
        ? Promise.resolve({ status: 503, headers: {}, body: '' })
        : send(request)
    }
    const { runner } = await release.act(waitForRun, { ...ofRun(run), through })
    expect(runner.outputs['status']).toBe('succeeded')
    const lines = await release.log(run, 'deploy', 1)
    for (const line of lines) expect(runner.logged.filter((each) => each.endsWith(line))).toHaveLength(1)
  })

  test('whose server is away from its end on ends as known as it can be', async () => {
    const release = await aRelease()
    const run = await deployed(release)
    const through = answering(/GET .*\/deploys$/, () => ({ status: 500 }))
    const { runner } = await release.act(waitForRun, { ...ofRun(run, { timeout: '5m' }), through })
    expect(runner.outputs['status']).toBe('unknown')
    expect(messagesOf(runner.annotations)).toContain(
      'succeeded, but its deployment could not be read in the time given: GET',
    )
  })

  test('with lines that are hostile prints lines, and nothing else', async () => {
    const release = await aRelease()
    const run = await startPipeline(release, `  go: { steps: [${step.log(hostile)}] }`)
    const { runner } = await release.act(waitForRun, ofRun(run))
    const printed = runner.logged.filter((line) => line.includes('set-output'))
    expect(printed).toEqual(['\\::set-output name=status::succeeded'])
    expect(runner.logged.filter((line) => line.includes('##['))).toEqual([])
    expect(runner.logged.join()).not.toContain('\u001b')
  })

  test('with log lines that lack what they should have is printed all the same', async () => {
    const release = await aRelease()
    const run = await startPipeline(release, `  go: { steps: [${step.log('hello')}] }`)
    const through = rewriting(/\/logs$/, () => [
      { message: 'bare' },
      { at: '2026-01-05T12:00:00Z', level: 'warning', message: 'careful' },
    ])
    const { runner } = await release.act(waitForRun, { ...ofRun(run), through })
    expect(runner.logged).toContain('12:00:00  WARNING careful')
    expect(runner.logged.join('\n')).toContain('bare')
  })
})

describe('an approval', () => {
  test('ends the step well when that is what it waits for', async () => {
    const release = await aRelease()
    const run = await startPipeline(release, `  ask: { steps: [${step.approve('production')}] }`)
    const { runner } = await release.act(waitForRun, ofRun(run, { until: 'approval' }))
    const [approval] = await release.approvals()
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs['status']).toBe('waiting-for-approval')
    expect(JSON.parse(runner.outputs['approvals'] ?? '')).toMatchObject([
      { id: approval?.id, env_id: 'production', message: 'Ship to production?' },
    ])
    expect(runner.annotations).toMatchObject([{ kind: 'notice', properties: { title: 'Approval needed' } }])
  })

  test('that is never asked for lets the run come to its end', async () => {
    const release = await aRelease()
    const run = await deployed(release)
    const { runner } = await release.act(waitForRun, ofRun(run, { until: 'approval' }))
    expect(runner.outputs['status']).toBe('succeeded')
  })

  test('that is denied fails the run', async () => {
    const release = await aRelease()
    const run = await startPipeline(release, `  ask: { steps: [${step.approve('production')}] }`)
    await release.run(run)
    const [approval] = await release.approvals()
    await release.decide(approval!, 'deny')
    const { runner } = await release.act(waitForRun, ofRun(run))
    expect(runner.outputs['status']).toBe('failed')
    expect(messagesOf(runner.annotations)).toContain('Denied by Pia')
  })
})

describe('a bare deployment', () => {
  const aDeployment = async (release: Release, behaviour: object = {}) => {
    release.orchestrator.control.behave(behaviour)
    const { body } = await release.call('POST', `${shop}/envs/staging/deploys`, { delta_id: release.deltaId })
    return { inputs: { 'deployment-id': body.id as string, env: 'staging' } }
  }

  test('is followed to its end', async () => {
    const release = await aRelease()
    const { runner } = await release.act(waitForRun, await aDeployment(release))
    expect(runner.outputs).toMatchObject({ status: 'succeeded', 'duration-seconds': '3' })
    expect(runner.logged.filter((line) => line.startsWith('Deployment '))).toHaveLength(4)
  })

  test('that fails names its errors', async () => {
    const release = await aRelease()
    const options = await aDeployment(release, { workloads: { web: { fail: { message: 'no image' } } } })
    const { runner } = await release.act(waitForRun, options)
    expect(runner.outputs['status']).toBe('failed')
    expect(messagesOf(runner.annotations)).toContain('no image')
  })

  test('that takes too long is timed out', async () => {
    const release = await aRelease()
    const { inputs } = await aDeployment(release, { durationMs: 600_000 })
    const { runner } = await release.act(waitForRun, { inputs: { ...inputs, timeout: '10s' } })
    expect(runner.outputs).toMatchObject({ status: 'timed-out', 'deployment-id': inputs['deployment-id'] })
    expect(messagesOf(runner.annotations)).toContain("it is still 'in progress'")
  })

  test('that can never be read is timed out', async () => {
    const release = await aRelease()
    const { inputs } = await aDeployment(release)
    const through = answering(/GET/, () => ({ status: 503 }))
    const { runner } = await release.act(waitForRun, { inputs: { ...inputs, timeout: '1m' }, through })
    expect(runner.outputs['status']).toBe('timed-out')
    expect(messagesOf(runner.annotations)).toContain('could not be read in the time given: GET')
  })
})

describe('what is not there', () => {
  test.each([
    ['a run', { 'run-id': 'nobody', 'pipeline-id': 'default' }],
    ['a pipeline', { 'run-id': 'nobody', 'pipeline-id': 'nothing' }],
    ['a deployment', { 'deployment-id': 'nobody', env: 'staging' }],
  ])('is an error, and nobody says that it goes on: %s', async (_, inputs) => {
    const release = await aRelease()
    const { runner } = await release.act(waitForRun, { inputs })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toEqual({ status: 'unknown' })
    expect(runner.annotations).toMatchObject([
      { kind: 'error', message: expect.stringMatching(/ 404 .*does not exist.* ids in this path\.$/) },
    ])
  })
})

describe('an input that cannot be used is named, and nothing is sent', () => {
  const run = { 'run-id': 'r', 'pipeline-id': 'p' }
  const deployment = { 'deployment-id': 'd', env: 'staging' }
  test.each([
    [{}, "One of the inputs 'run-id', 'deployment-id' is required"],
    [{ ...run, 'deployment-id': 'd' }, "Inputs 'run-id', 'deployment-id' exclude each other"],
    [{ 'run-id': 'r' }, "Input 'pipeline-id' is required"],
    [{ 'deployment-id': 'd' }, "Input 'env' is required"],
    [{ ...deployment, 'pipeline-id': 'p' }, 'Input \'pipeline-id\' is "p", which goes with `run-id` only'],
    [{ ...deployment, until: 'approval' }, 'Input \'until\' is "approval", which goes with `run-id` only'],
    [{ ...deployment, 'cancel-on-timeout': 'true' }, 'a bare deployment cannot be cancelled'],
    [{ ...deployment, 'cancel-on-abort': 'true' }, 'a bare deployment cannot be cancelled'],
    [{ ...run, until: 'done' }, 'Input \'until\' is "done", which is not one of its choices: completed, approval.'],
    [{ ...run, logs: 'some' }, 'Input \'logs\' is "some"'],
    [{ ...run, summary: 'x' }, 'Input \'summary\' is "x"'],
    [{ ...run, timeout: '1 week' }, 'Input \'timeout\' is "1 week"'],
    [{ ...run, 'cancel-on-abort': 'x' }, 'Input \'cancel-on-abort\' is "x"'],
    [{ ...run, 'cancel-on-timeout': 'x' }, 'Input \'cancel-on-timeout\' is "x"'],
    [{ ...run, app: '' }, "Input 'app' is required"],
  ])('%j', async (inputs, message) => {
    const release = await aRelease()
    const { runner, requests } = await release.act(waitForRun, { inputs: inputs })
    expect(requests).toEqual([])
    expect(runner.annotations).toMatchObject([{ kind: 'error', message: expect.stringContaining(message) }])
  })
})

test('ids are never more than a part of the path', async () => {
  const release = await aRelease()
  const { requests } = await release.act(waitForRun, ofRun({ id: '../../x?y#z', pipeline_id: 'a/b' }))
  expect(requests).toEqual([`GET ${shop}/pipelines/a%2Fb/runs/..%2F..%2Fx%3Fy%23z`])
})
