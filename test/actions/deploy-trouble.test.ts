import { describe, expect, test } from 'vitest'
import * as deploy from '../../src/actions/deploy/main.ts'
import { NetworkError } from '../../src/errors.ts'
import { answering, both, type Through } from '../core/an-application.ts'
import { allRuns, deploys, env, keysOf, messages, oneRun, postRuns, withInputs } from './a-deployment.ts'
import { aRelease } from './a-release.ts'

/** The request takes effect, and its answer is lost. */
const losing =
  (pattern: RegExp, times = 1): Through =>
  (send) => {
    let lost = 0
    return async (request) => {
      const answer = await send(request)
      if (!pattern.test(`${request.method} ${new URL(request.url).pathname}`) || lost >= times) return answer
      lost += 1
      throw new NetworkError('the connection was lost before an answer came')
    }
  }

describe('a request whose answer is lost', () => {
  test('is repeated with the same key, and deploys once', async () => {
    const release = await aRelease()
    const { runner, sent } = await release.act(deploy, { ...withInputs(release), through: losing(postRuns, 2) })
    expect(runner.outputs['status']).toBe('succeeded')
    expect(keysOf(sent)).toHaveLength(3)
    expect(new Set(keysOf(sent)).size).toBe(1)
    expect(await deploys(release)).toHaveLength(1)
  })

  test('time after time ends as unknown, and says where to look', async () => {
    const release = await aRelease()
    const { runner, sent } = await release.act(deploy, { ...withInputs(release), through: losing(postRuns, 100) })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs['status']).toBe('unknown')
    expect(new Set(keysOf(sent)).size).toBe(1)
    expect(messages(runner.annotations)).toContain(
      "Look at the runs of application 'local-org/shop' in environment 'staging' before asking again",
    )
    expect(await allRuns(release)).toHaveLength(1)
  })

  test('and refused afterwards is still unknown', async () => {
    const release = await aRelease()
    const through = both(
      losing(postRuns, 1),
      answering(postRuns, (count) => (count > 1 ? new NetworkError('refused', { sent: false }) : undefined)),
    )
    const { runner } = await release.act(deploy, { ...withInputs(release), through })
    expect(runner.outputs['status']).toBe('unknown')
  })

  test('with an empty answer is unknown', async () => {
    const release = await aRelease()
    const { runner } = await release.act(deploy, {
      ...withInputs(release),
      through: answering(postRuns, () => ({ status: 201 })),
    })
    expect(runner.outputs['status']).toBe('unknown')
  })
})

describe('a request that is refused', () => {
  test.each([
    [400, 'failed'],
    [401, 'failed'],
    [403, 'failed'],
    [422, 'failed'],
  ])('with %i is a failure: nothing was started', async (status, expected) => {
    const release = await aRelease()
    const through = answering(postRuns, () => ({ status, body: '{"error":"API-001","message":"no such thing"}' }))
    const { runner, requests } = await release.act(deploy, { ...withInputs(release), through })
    expect(requests).toHaveLength(1)
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs['status']).toBe(expected)
    expect(messages(runner.annotations)).toContain(`${status} no such thing`)
  })

  test('because nobody can be reached is a failure: nothing was sent', async () => {
    const release = await aRelease()
    const { runner } = await release.act(deploy, {
      ...withInputs(release),
      through: () => () => Promise.reject(new NetworkError('no connection', { sent: false })),
    })
    expect(runner.outputs['status']).toBe('failed')
  })

  test('for lack of the role names it', async () => {
    const release = await aRelease()
    const { runner } = await release.act(deploy, withInputs(release, { env: 'production', token: 'dora' }))
    expect(runner.outputs['status']).toBe('failed')
    expect(messages(runner.annotations)).toContain("'deployer' on the environment's type")
  })

  test.each([
    ['a delta that does not exist', { 'delta-id': 'f'.repeat(40) }, "Delta 'ffff"],
    ['an environment that does not exist', { env: 'moon' }, "Environment 'moon' does not exist"],
  ])('for %s says which', async (_, inputs, message) => {
    const release = await aRelease()
    const { runner } = await release.act(deploy, withInputs(release, inputs))
    expect(runner.outputs['status']).toBe('failed')
    expect(messages(runner.annotations)).toContain(message)
  })

  test('because the deployment belongs to another environment says so, and asks for nothing', async () => {
    const release = await aRelease()
    await release.act(deploy, withInputs(release, { env: 'development' }))
    const [other] = await deploys(release, 'development')
    const { runner, requests } = await release.act(deploy, { inputs: { env, 'deployment-id': other!.id } })
    expect(messages(runner.annotations)).toContain(
      `Input 'deployment-id' is "${other!.id}", which is no deployment of environment 'staging'`,
    )
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([])
  })

  test('because the environment was never deployed says what to give', async () => {
    const release = await aRelease()
    const { runner } = await release.act(deploy, { inputs: { env } })
    expect(messages(runner.annotations)).toContain("Environment 'staging' has never been deployed")
  })
})

describe('time that is up', () => {
  test('says so, on the millisecond, and leaves the run alone', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ durationMs: 600_000 })
    const { runner } = await release.act(deploy, withInputs(release, { timeout: '1m30s' }))
    expect(release.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(90_000)
    expect(runner.outputs).toMatchObject({ status: 'timed-out', 'deployment-id': (await deploys(release))[0]?.id })
    expect(messages(runner.annotations)).toMatch(
      /it is executing, waiting for job 'deploy' \(application\.environment\.deployment/,
    )
    expect(runner.annotations).toMatchObject([
      { kind: 'warning', message: expect.stringContaining('cancel-on-timeout') },
      { kind: 'error' },
    ])
    expect((await allRuns(release))[0]).toMatchObject({ status: 'executing' })
    expect(runner.logged.at(-1)).not.toMatch(/^▸/)
  })

  test('has the run cancelled if told to', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ durationMs: 600_000 })
    const { runner } = await release.act(deploy, withInputs(release, { timeout: '30', 'cancel-on-timeout': 'true' }))
    expect(runner.outputs['status']).toBe('timed-out')
    expect((await allRuns(release))[0]).toMatchObject({ status: 'cancelled' })
    expect(messages(runner.annotations)).toContain('its cancellation was asked for')
  })

  test('while the server is away ends the same way', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ durationMs: 600_000 })
    const { runner } = await release.act(deploy, {
      ...withInputs(release, { timeout: '1m' }),
      through: answering(/GET/, (count) => (count > 10 ? { status: 502 } : undefined)),
    })
    expect(runner.outputs['status']).toBe('timed-out')
    expect(messages(runner.annotations)).toContain('It could not be read at last: GET')
  })

  test('after a lost last answer never hides that a run may go on', async () => {
    const release = await aRelease()
    const { runner } = await release.act(deploy, {
      ...withInputs(release),
      through: answering(oneRun, (count) => (count > 1 ? { status: 401 } : undefined)),
    })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'unknown', 'run-id': expect.any(String) })
    expect(messages(runner.annotations)).toContain('may go on by itself')
    expect(messages(runner.annotations)).toContain('401')
  })
})

test('a run that ends exactly when the time is up is told as it ended', async () => {
  const release = await aRelease()
  release.orchestrator.control.behave({ pendingMs: 0, durationMs: 20_000 })
  const { runner } = await release.act(deploy, withInputs(release, { timeout: '20s' }))
  expect(runner.annotations).toEqual([])
  expect(runner.outputs).toMatchObject({ status: 'succeeded', current: 'true' })
})
