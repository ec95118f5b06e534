import { describe, expect, test } from 'vitest'
import * as deploy from '../../src/actions/deploy/main.ts'
import { NetworkError } from '../../src/errors.ts'
import { answering, type Through } from '../core/an-application.ts'
import { shop } from '../orchestrator/a-shop.ts'
import { allRuns, deploys, env, keysOf, messages, postRuns, withInputs } from './a-deployment.ts'
import { aRelease } from './a-release.ts'

describe('a busy environment', () => {
  const busy = (times: number): Through =>
    answering(postRuns, (count) =>
      count <= times ? { status: 409, body: '{"error":"API-005","message":"Environment is busy"}' } : undefined,
    )

  test('that refuses the request is asked again, each time with a new key', async () => {
    const release = await aRelease()
    const { runner, sent } = await release.act(deploy, { ...withInputs(release), through: busy(3) })
    expect(runner.outputs['status']).toBe('succeeded')
    expect(new Set(keysOf(sent)).size).toBe(4)
    expect(await deploys(release)).toHaveLength(1)
    expect(runner.logged.filter((line) => line.includes('is busy, waiting'))).toHaveLength(1)
  })

  test('that refuses the request ends the step when told to fail', async () => {
    const release = await aRelease()
    const { runner, requests } = await release.act(deploy, {
      ...withInputs(release, { 'on-conflict': 'fail' }),
      through: busy(1),
    })
    expect(requests).toHaveLength(1)
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'conflict', 'deployment-id': '' })
    expect(runner.outputs).not.toHaveProperty('run-id')
  })

  test('that refuses the request for ever ends the step on its deadline, and begins nothing on it', async () => {
    const release = await aRelease()
    const { runner } = await release.act(deploy, {
      ...withInputs(release, { timeout: '45s' }),
      through: busy(Infinity),
    })
    expect(runner.outputs['status']).toBe('timed-out')
    expect(messages(runner.annotations)).toContain('Environment is busy')
    expect(release.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(45_000)
    expect(await allRuns(release)).toEqual([])
  })

  test('that queues the run is waited for', async () => {
    const release = await aRelease()
    await release.request({ env_id: env, delta_id: await release.aDelta('api') })
    const { runner } = await release.act(deploy, withInputs(release))
    expect(runner.outputs).toMatchObject({ status: 'succeeded', current: 'true' })
    expect(runner.logged.join('\n')).toMatch(/Run \S+: queued/)
  })

  test('that queues the run for longer than there is time is named at the end', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ durationMs: 600_000 })
    await release.request({ env_id: env, delta_id: await release.aDelta('api') })
    const { runner } = await release.act(deploy, withInputs(release, { timeout: '1m' }))
    expect(runner.outputs['status']).toBe('timed-out')
    expect(messages(runner.annotations)).toContain(
      "it is queued, waiting for its turn in concurrency group 'default-deploy-staging'",
    )
  })

  test('that queues the run has it cancelled when told to fail', async () => {
    const release = await aRelease()
    const first = (await release.request({ env_id: env, delta_id: await release.aDelta('api') })).body
    await release.run(first)
    const { runner } = await release.act(deploy, withInputs(release, { 'on-conflict': 'fail' }))
    expect(runner.outputs['status']).toBe('conflict')
    const [second] = await allRuns(release)
    expect(second).toMatchObject({ id: runner.outputs['run-id'], status: 'cancelled' })
    expect(messages(runner.annotations)).toContain(
      `stood behind run '${first.id}' in 'default-deploy-staging', so it was cancelled`,
    )
  })

  test('that is free by the time the run would be cancelled lets it go on', async () => {
    const release = await aRelease()
    const first = (await release.request({ env_id: env, delta_id: await release.aDelta('api') })).body
    await release.run(first)
    const through: Through = (send) => async (request) => {
      // The first ends between the last look and the cancellation.
      if (request.url.endsWith('/cancel')) release.orchestrator.control.advance(60_000)
      const answer = await send(request)
      return answer
    }
    const { runner, requests } = await release.act(deploy, {
      ...withInputs(release, { 'on-conflict': 'fail' }),
      through,
    })
    expect(requests.filter((request) => request.endsWith('/cancel'))).toHaveLength(1)
    expect(runner.outputs['status']).toBe('succeeded')
  })

  test('fails nobody when told to fail and it is free', async () => {
    const release = await aRelease()
    const { runner, requests } = await release.act(deploy, withInputs(release, { 'on-conflict': 'fail' }))
    expect(runner.outputs['status']).toBe('succeeded')
    expect(requests.filter((request) => request.startsWith('POST'))).toHaveLength(1)
  })

  test('that fails the run at its deploy step is a failure, and is not asked again', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ durationMs: 60_000 })
    // Of a run that is in another concurrency group.
    const pipeline = { id: 'elsewhere', run_id: 'r', job_id: 'j', step_index: 0 }
    await release.call('POST', `${shop}/envs/${env}/deploys`, { pipeline })
    const { runner, requests } = await release.act(deploy, withInputs(release))
    expect(runner.outputs['status']).toBe('failed')
    expect(messages(runner.annotations)).toContain('has an active deployment')
    expect(requests.filter((request) => request.startsWith('POST'))).toHaveLength(1)
  })
})

describe('a request that is still on its way when a busy environment refuses its repetition', () => {
  const late =
    (refusals: number): Through =>
    (send) => {
      let count = 0
      let arrive = async () => {}
      return async (request) => {
        if (request.method !== 'POST') return send(request)
        count += 1
        if (count === 1) {
          arrive = async () => void (await send(request))
          throw new NetworkError('the connection was lost before an answer came')
        }
        if (count <= 1 + refusals) return { status: 409, headers: {}, body: '{"error":"API-005","message":"busy"}' }
        await arrive()
        return send(request)
      }
    }

  test('and arrives after all, deploys once', async () => {
    const release = await aRelease()
    const { runner, sent } = await release.act(deploy, { ...withInputs(release), through: late(2) })
    expect(runner.outputs['status']).toBe('succeeded')
    expect(new Set(keysOf(sent)).size).toBe(1)
    expect(await allRuns(release)).toMatchObject([{ id: runner.outputs['run-id'] }])
  })

  test.each([{ 'on-conflict': 'fail' }, { timeout: '45s' }])(
    'leaves it open, with %j, what will be',
    async (inputs) => {
      const release = await aRelease()
      const { runner, sent } = await release.act(deploy, { ...withInputs(release, inputs), through: late(Infinity) })
      expect(runner.exitCode).toBe(1)
      expect(runner.outputs['status']).toBe('unknown')
      expect(new Set(keysOf(sent)).size).toBe(1)
      expect(messages(runner.annotations)).toMatch(/Whether the deployment was started is not known: .* 409 busy/)
    },
  )
})
