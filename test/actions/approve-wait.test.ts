import { describe, expect, test } from 'vitest'
import * as approve from '../../src/actions/approve/main.ts'
import { answering } from '../core/an-application.ts'
import { called, type RunLike } from '../orchestrator/a-shop.ts'
import { messages } from './a-deployment.ts'
import { aRelease, type Release, startPipeline, step } from './a-release.ts'
import { anAskedApproval, inputsOf } from './an-asked-approval.ts'

describe('waiting for the request', () => {
  /** An approval that is asked for once a deployment to staging has ended. */
  const later = async (release: Release, durationMs: number) => {
    release.orchestrator.control.behave({ durationMs })
    const deployed = (await release.request({ env_id: 'staging', delta_id: release.deltaId })).body
    await release.run(deployed)
    const wait = '{ uses: actions/humanitec/wait-for-readiness@v1, with: { env_id: staging, timeout_minutes: 60 } }'
    const id = await release.aPipeline(called('later', `  go: { steps: [${wait}, ${step.approve('production')}] }`))
    return (await release.callPipeline(id)).body as RunLike
  }
  const wait = { 'wait-for-request': 'true' }

  test('goes on until there is one', async () => {
    const release = await aRelease()
    const run = await later(release, 30_000)
    const { runner } = await release.act(approve, inputsOf(run, wait))
    expect(runner.outputs['status']).toBe('approved')
    expect(await release.run(run)).toMatchObject({ status: 'succeeded' })
  })

  test('does not sleep when it is there', async () => {
    const { release, run } = await anAskedApproval()
    await release.act(approve, inputsOf(run, wait))
    expect(release.clock.slept).toEqual([])
  })

  test('ends with the run', async () => {
    const release = await aRelease()
    const run = await startPipeline(release, `  go: { steps: [${step.log('x')}] }`)
    const { runner } = await release.act(approve, inputsOf(run, wait))
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs['status']).toBe('no-request')
    expect(messages(runner.annotations)).toContain('It has ended.')
  })

  test('ends on its deadline', async () => {
    const release = await aRelease()
    const run = await later(release, 600_000)
    const { runner } = await release.act(approve, inputsOf(run, { ...wait, timeout: '25s' }))
    expect(runner.outputs['status']).toBe('timed-out')
    expect(release.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(25_000)
  })

  test('lives through a server that is away', async () => {
    const release = await aRelease()
    const run = await later(release, 90_000)
    const through = answering(/GET/, (count) => (count > 10 && count < 30 ? { status: 502 } : undefined))
    const { runner } = await release.act(approve, { ...inputsOf(run, wait), through })
    expect(runner.outputs['status']).toBe('approved')
    expect(runner.logged.join('\n')).toContain('Looking again.')
  })

  test('takes the next gate of a run whose first one was passed', async () => {
    const release = await aRelease()
    const run = await startPipeline(
      release,
      `  ask: { steps: [${step.approve('staging')}, ${step.approve('production')}] }`,
    )
    await release.run(run)
    await release.decide((await release.approvals())[0]!, 'approve')
    const { runner } = await release.act(approve, inputsOf(run, wait))
    expect(runner.outputs['status']).toBe('approved')
    expect(await release.run(run)).toMatchObject({ status: 'succeeded' })
  })

  test('ends when the job is cancelled', async () => {
    const release = await aRelease()
    const run = await later(release, 600_000)
    let interrupt = () => {}
    const { runner, requests } = await release.act(approve, {
      ...inputsOf(run, wait),
      onStart: (started) => void (interrupt = () => started.interrupt()),
      through: (send) => (request) => {
        interrupt()
        return send(request)
      },
    })
    expect(requests).toHaveLength(1)
    expect(runner.exitCode).toBe(1)
    expect(messages(runner.annotations)).toContain('interrupted')
  })
})
