import { describe, expect, test } from 'vitest'
import * as deploy from '../../src/actions/deploy/main.ts'
import { NetworkError } from '../../src/errors.ts'
import { answering, both, rewriting, type Through } from '../core/an-application.ts'
import { aBrokenRelease, before, manyDeploys } from './a-broken-release.ts'
import { deploys, env, keysOf, messages, oneRun, postRuns } from './a-deployment.ts'
import { aRelease, type Release } from './a-release.ts'

const bodiesOf = (sent: readonly { method: string; url: string; body?: string | Uint8Array | undefined }[]) =>
  sent
    .filter(({ method, url }) => method === 'POST' && url.endsWith('/pipeline-runs'))
    .map(({ body }) => JSON.parse(String(body)) as Record<string, string>)

describe('a deployment that fails', () => {
  test('is rolled back to the last one that succeeded, and fails the step all the same', async () => {
    const release = await aBrokenRelease()
    const { good, inputs } = release
    const { runner, sent } = await release.act(deploy, { inputs })
    const [again, failed] = await deploys(release)
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({
      status: 'failed',
      'deployment-id': failed?.id,
      'set-id': failed?.set_id,
      'rolled-back-to': good.id,
      'rollback-status': 'succeeded',
    })
    expect(again).toMatchObject({ set_id: good.set_id, status: 'succeeded' })
    expect(bodiesOf(sent)[1]).toEqual({
      trigger: 'deployment_request',
      env_id: env,
      deployment_id: good.id,
      comment:
        `Rollback of ${failed?.id} to ${good.id}\n` +
        'github: octo-org/shop@0a1b2c3d4e5f60718293a4b5c6d7e8f901234567 mona 7000000001/1',
    })
    expect(new Set(keysOf(sent)).size).toBe(2)

    const said = `Rolled back: deployment '${good.id}' was deployed again, as deployment '${again?.id}'.`
    expect(runner.annotations.at(-1)).toMatchObject({
      kind: 'error',
      message: expect.stringMatching(/^Run '.*' failed/),
    })
    expect(runner.annotations.at(-1)?.message).toContain(said)
    expect(runner.logged).toContain(said)
    expect(runner.logged).toContain(
      `Deployment '${failed?.id}' failed, so '${good.id}', the last one that succeeded, is deployed again.`,
    )
    expect(JSON.parse(runner.outputs['errors'] ?? '')).toMatchObject([{ scope: 'workload', object: 'bad' }])
    const { summaryText } = runner
    expect(summaryText).toContain('### Deploy to staging: ❌ failed after')
    expect(summaryText).toContain(`### Rollback of staging to deployment ${good.id}: ✅ succeeded after`)
  })

  test('again and again goes back over all that failed', async () => {
    const release = await aBrokenRelease()
    const { 'rollback-on-failure': _, ...plain } = release.inputs
    await release.act(deploy, { inputs: plain })
    const { runner } = await release.act(deploy, {
      inputs: { ...release.inputs, 'delta-id': await release.aDelta('bad', 'more') },
    })
    expect(runner.outputs['rolled-back-to']).toBe(release.good.id)
  })

  test('stays as it is unless the step is told otherwise', async () => {
    const release = await aBrokenRelease()
    const { 'rollback-on-failure': _, ...inputs } = release.inputs
    const { runner, sent } = await release.act(deploy, { inputs })
    expect(keysOf(sent)).toHaveLength(1)
    expect(runner.outputs).not.toHaveProperty('rollback-status')
    expect(messages(runner.annotations)).not.toMatch(/roll/i)
  })

  test('in an environment where none has succeeded leaves nothing to go back to', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ workloads: { web: { fail: { message: 'no image' } } } })
    const inputs = { env, 'delta-id': release.deltaId, 'rollback-on-failure': 'true' }
    const { runner, sent } = await release.act(deploy, { inputs })
    expect(keysOf(sent)).toHaveLength(1)
    expect(runner.outputs).toMatchObject({ status: 'failed', 'rolled-back-to': '', 'rollback-status': 'skipped' })
    const said = `Not rolled back: no deployment of environment 'staging' succeeded before deployment '${runner.outputs['deployment-id']}'.`
    expect(runner.annotations.at(-1)?.message).toContain(said)
    expect(runner.summaryText).toContain('Not rolled back: no deployment')
  })

  test('is rolled back within a time of its own, however long the first one took', async () => {
    const release = await aBrokenRelease()
    release.orchestrator.control.behave({ durationMs: 40_000 })
    const { runner } = await release.act(deploy, { inputs: { ...release.inputs, timeout: '1m' } })
    expect(runner.outputs).toMatchObject({ status: 'failed', 'rollback-status': 'succeeded' })
  })

  test('has no summary and no logs when told so, and is rolled back all the same', async () => {
    const release = await aBrokenRelease()
    const inputs = { ...release.inputs, summary: 'false', logs: 'false' }
    const { runner, requests } = await release.act(deploy, { inputs })
    expect(runner.summaryText).toBe('')
    expect(requests.filter((request) => request.includes('/logs'))).toEqual([])
    expect(runner.outputs['rollback-status']).toBe('succeeded')
  })
})

test('a deployment that succeeds is not rolled back', async () => {
  const release = await aRelease()
  const inputs = { env, 'delta-id': release.deltaId, 'rollback-on-failure': 'true' }
  const { runner, sent } = await release.act(deploy, { inputs })
  expect(runner.exitCode).toBe(0)
  expect(keysOf(sent)).toHaveLength(1)
  expect(runner.outputs).not.toHaveProperty('rollback-status')
})

describe('another deployment that came in between is left alone', () => {
  const other = (release: Release) => release.request({ env_id: env, delta_id: release.deltaId })
  const rollBackThrough = async (release: Release & { inputs: Record<string, string> }, through: Through) => {
    const { runner } = await release.act(deploy, { inputs: release.inputs, through })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'failed', 'rolled-back-to': '', 'rollback-status': 'conflict' })
    await release.after(60_000)
    return runner.annotations.at(-1)?.message
  }

  test('when it has begun by the time of the failure', async () => {
    const release = await aBrokenRelease()
    const through = before(manyDeploys, 1, async () => {
      await other(release)
      await release.after(3000)
    })
    const said = await rollBackThrough(release, through)
    const [newest, failed, ...earlier] = await deploys(release)
    expect(said).toContain(`Not rolled back: deployment '${newest?.id}' has come after deployment '${failed?.id}'.`)
    expect(newest).toMatchObject({ delta_id: release.deltaId })
    expect(earlier).toHaveLength(1)
  })

  test('when the environment is busy with it as the rollback is asked for', async () => {
    const release = await aBrokenRelease()
    const busy = { status: 409, body: '{"error":"API-005","message":"busy"}' }
    const said = await rollBackThrough(
      release,
      answering(postRuns, (count) => (count === 2 ? busy : undefined)),
    )
    expect(said).toContain(`Not rolled back to deployment '${release.good.id}'`)
    expect(said).toContain('409 busy')
    expect(await deploys(release)).toHaveLength(2)
  })

  test('when the rollback would have to wait behind it', async () => {
    const release = await aBrokenRelease()
    const said = await rollBackThrough(
      release,
      before(postRuns, 2, () => other(release)),
    )
    expect(said).toMatch(/Not rolled back to deployment '.*': Run '.*' stood behind run '.*', so it was cancelled/)
    expect((await deploys(release))[0]).toMatchObject({ delta_id: release.deltaId })
    expect(await deploys(release)).toHaveLength(3)
  })
})

describe('what is not known to be a failed deployment is not rolled back', () => {
  const ended = (change: object): Through =>
    rewriting(oneRun, (body: { completed_at?: string }) => (body.completed_at ? { ...body, ...change } : body))
  const made = (change: object): Through =>
    rewriting(manyDeploys, (body: object[]) => body.map((each) => ({ ...each, ...change })))
  const busy = answering(postRuns, () => ({ status: 409, body: '{"error":"API-005","message":"busy"}' }))
  const lost = answering(postRuns, () => new NetworkError('gone', { sent: true }))

  test.each<
    [
      string,
      { status: string; reason: string; through?: Through; inputs?: Record<string, string>; durationMs?: number },
    ]
  >([
    [
      'a deployment that was not started',
      { status: 'conflict', reason: 'nothing was deployed', through: busy, inputs: { 'on-conflict': 'fail' } },
    ],
    [
      'a run that made none',
      {
        status: 'no-deployment',
        reason: 'nothing was deployed',
        through: both(
          ended({ status: 'succeeded' }),
          rewriting(manyDeploys, () => []),
        ),
      },
    ],
    [
      'a run that somebody cancelled',
      { status: 'cancelled', reason: 'the run was cancelled', through: ended({ status: 'cancelled' }) },
    ],
    [
      'one that takes too long',
      {
        status: 'timed-out',
        reason: 'the deployment is not known to have failed',
        inputs: { timeout: '30s' },
        durationMs: 600_000,
      },
    ],
    [
      'an end that nobody knows',
      { status: 'unknown', reason: 'how the deployment ended is not known', through: ended({ status: 'weird' }) },
    ],
    [
      'a request that was never answered',
      { status: 'unknown', reason: 'how the deployment ended is not known', through: lost },
    ],
    [
      'a run that failed before it deployed',
      {
        status: 'failed',
        reason: "the run is not known to have deployed anything to environment 'staging'",
        through: rewriting(manyDeploys, () => []),
      },
    ],
    [
      'a run that failed after its deployment had succeeded',
      {
        status: 'failed',
        reason: 'itself succeeded, and what failed came after it',
        through: made({ status: 'succeeded' }),
      },
    ],
    [
      'a deployment that goes on though its run has failed',
      { status: 'failed', reason: "has not failed: it is 'in progress'", through: made({ status: 'in progress' }) },
    ],
  ])('%s', async (_, { status, reason, through, inputs = {}, durationMs = 2000 }) => {
    const release = await aBrokenRelease()
    release.orchestrator.control.behave({ durationMs })
    const { runner, requests } = await release.act(deploy, {
      inputs: { ...release.inputs, ...inputs },
      ...(through ? { through } : {}),
    })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status, 'rolled-back-to': '', 'rollback-status': 'skipped' })
    expect(runner.annotations.at(-1)?.message).toMatch(/Not rolled back: /)
    expect(runner.annotations.at(-1)?.message).toContain(reason)
    expect(requests.filter((request) => request.endsWith('/deploys'))).toEqual([])
  })
})

describe('the input', () => {
  test.each([
    [
      { 'rollback-on-failure': 'true', wait: 'false' },
      'Input \'rollback-on-failure\' is "true", which cannot go with `wait: false`',
    ],
    [{ 'rollback-on-failure': 'yes' }, 'Input \'rollback-on-failure\' is "yes", which is not a boolean'],
  ])('%j is refused, and nothing is sent', async (inputs, message) => {
    const release = await aRelease()
    const { runner, requests } = await release.act(deploy, { inputs: { env, 'delta-id': release.deltaId, ...inputs } })
    expect(requests).toEqual([])
    expect(runner.annotations).toMatchObject([{ kind: 'error', message: expect.stringContaining(message) }])
  })
})
