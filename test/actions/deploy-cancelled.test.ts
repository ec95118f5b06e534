import { describe, expect, test } from 'vitest'
import * as deploy from '../../src/actions/deploy/main.ts'
import type { Transport } from '../../src/contract/http.ts'
import { NetworkError, TimeoutError } from '../../src/errors.ts'
import { answering, both, type Through } from '../core/an-application.ts'
import { env, postRuns, oneRun, withInputs, allRuns, keysOf, messages } from './a-deployment.ts'
import { aRelease, type Release } from './a-release.ts'

describe('a job that is cancelled', () => {
  /** Interrupts at the nth request that matches. */
  const interrupting = (pattern: RegExp, nth: number, { after = false } = {}) => {
    let count = 0
    let interrupt = () => {}
    const through =
      (send: Transport): Transport =>
      async (request) => {
        const isIt = pattern.test(`${request.method} ${new URL(request.url).pathname}`) && ++count === nth
        if (isIt && !after) interrupt()
        if (isIt && !after && request.signal?.aborted) throw request.signal.reason
        const answer = await send(request)
        if (isIt) interrupt()
        return answer
      }
    return { through, onStart: (runner: { interrupt(): void }) => void (interrupt = () => runner.interrupt()) }
  }

  test('while the run is waited for names it, and leaves it alone', async () => {
    const release = await aRelease()
    const { runner } = await release.act(deploy, { ...withInputs(release), ...interrupting(oneRun, 2) })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'cancelled', 'run-id': expect.any(String) })
    const [run] = await allRuns(release)
    expect(messages(runner.annotations)).toContain(`Run '${run?.id}' of pipeline 'default' may go on by itself`)
    expect(run?.status).toBe('executing')
  })

  test('has its run cancelled if told to, at once', async () => {
    const release = await aRelease()
    const { runner } = await release.act(deploy, {
      ...withInputs(release, { 'cancel-on-abort': 'true' }),
      ...interrupting(oneRun, 2),
    })
    const [run] = await allRuns(release)
    expect(run?.status).toBe('cancelled')
    expect(runner.logged.join('\n')).toContain(`Run '${run?.id}' of pipeline 'default' is being cancelled.`)
    expect(messages(runner.annotations)).toContain('its cancellation was asked for')
    expect(runner.outputs['status']).toBe('cancelled')
  })

  test('names its run before a server that does not answer uses up the time', async () => {
    const release = await aRelease()
    const began = () => release.clock.now()
    const { through, onStart } = interrupting(oneRun, 2)
    let interruptedAt = 0
    const silent: Through = (send) => async (request) => {
      if (!request.url.endsWith('/cancel')) return send(request)
      interruptedAt ||= began()
      await release.clock.sleep(request.timeoutMs ?? 1e9)
      throw new TimeoutError('no answer')
    }
    const { runner } = await release.act(deploy, {
      ...withInputs(release, { 'cancel-on-abort': 'true' }),
      through: both(through, silent),
      onStart,
    })
    expect(release.clock.now() - interruptedAt).toBeLessThanOrEqual(7500)
    expect(messages(runner.annotations)).toMatch(
      /may go on: whether its cancellation was taken is not known \(no answer\)/,
    )
  })

  test('before anything was asked for leaves nothing behind', async () => {
    const release = await aRelease()
    const { runner, requests } = await release.act(deploy, {
      ...withInputs(release),
      onStart: (started) => started.interrupt(),
    })
    expect(requests).toEqual([])
    expect(runner.outputs['status']).toBe('cancelled')
    expect(messages(runner.annotations)).toContain('Nothing had been started')
  })

  test('while the request is on its way learns the run with the same key, and cancels it', async () => {
    const release = await aRelease()
    const { runner, sent } = await release.act(deploy, {
      ...withInputs(release, { 'cancel-on-abort': 'true' }),
      ...interrupting(postRuns, 1, { after: true }),
    })
    expect(new Set(keysOf(sent)).size).toBe(1)
    expect(keysOf(sent)).toHaveLength(2)
    expect(await allRuns(release)).toMatchObject([{ status: 'cancelled' }])
    expect(runner.outputs['status']).toBe('cancelled')
  })

  test('while the request is on its way sends none a second time unless told to cancel', async () => {
    const release = await aRelease()
    const { runner, sent } = await release.act(deploy, { ...withInputs(release), ...interrupting(postRuns, 1) })
    expect(keysOf(sent)).toHaveLength(1)
    expect(messages(runner.annotations)).toContain("look at the runs of environment 'staging'")
  })

  test('while a busy environment is waited for starts nothing', async () => {
    const release = await aRelease()
    const busy = answering(postRuns, () => ({ status: 409, body: '{"error":"API-005","message":"busy"}' }))
    let stop = () => {}
    const clock = {
      now: release.clock.now,
      sleep: (ms: number, signal?: AbortSignal) => {
        stop()
        return release.clock.sleep(ms, signal)
      },
    }
    const { runner, requests } = await release.act(deploy, {
      ...withInputs(release, { 'cancel-on-abort': 'true' }),
      through: busy,
      clock,
      onStart: (started) => void (stop = () => started.interrupt()),
    })
    expect(requests).toHaveLength(1)
    expect(messages(runner.annotations)).toContain('Nothing had been started')
    expect(runner.state['key']).toBe('')
  })
})

test('a job that is cancelled while a queued run is looked at names that run', async () => {
  const release = await aRelease()
  await release.request({ env_id: env, delta_id: release.deltaId })
  let interrupt = () => {}
  const { runner } = await release.act(deploy, {
    ...withInputs(release, { 'on-conflict': 'fail', 'cancel-on-abort': 'true' }),
    onStart: (started) => void (interrupt = () => started.interrupt()),
    through: (send) => (request) => {
      if (request.method === 'GET') interrupt()
      return send(request)
    },
  })
  const [run] = await allRuns(release)
  expect(runner.outputs).toMatchObject({ status: 'cancelled', 'run-id': run?.id })
  expect(run?.status).toBe('cancelled')
})

describe('the post step', () => {
  const killed = async (release: Release, pattern: RegExp) => {
    // A process that is killed never comes back from the request that it was in.
    let state: Record<string, string> = {}
    const dead: Through = (send) => async (request) => {
      const answer = await send(request)
      if (!pattern.test(`${request.method} ${new URL(request.url).pathname}`)) return answer
      state = { ...states() }
      throw new TypeError('killed')
    }
    let states = (): Readonly<Record<string, string>> => ({})
    const inputs = withInputs(release, { 'cancel-on-abort': 'true' })
    await release.act(deploy, { ...inputs, through: dead, onStart: (runner) => void (states = () => runner.state) })
    return state
  }

  test('cancels the run that the step was killed over', async () => {
    const release = await aRelease()
    const state = await killed(release, oneRun)
    const { runner, requests } = await release.act(deploy, {
      ...withInputs(release, { 'cancel-on-abort': 'true' }),
      phase: 'post',
      state,
    })
    expect(requests).toHaveLength(1)
    expect(await allRuns(release)).toMatchObject([{ status: 'cancelled' }])
    expect(runner.annotations).toMatchObject([
      { kind: 'warning', message: expect.stringContaining('The step was interrupted. Run ') },
    ])
    expect(runner.exitCode).toBe(0)
  })

  test('learns the run with the same key if its id had not come back, and starts no other', async () => {
    const release = await aRelease()
    const state = await killed(release, postRuns)
    expect(state).not.toHaveProperty('run')
    const { sent } = await release.act(deploy, {
      ...withInputs(release, { 'cancel-on-abort': 'true' }),
      phase: 'post',
      state,
    })
    expect(keysOf(sent)).toEqual([state['key']])
    expect(await allRuns(release)).toMatchObject([{ status: 'cancelled' }])
  })

  test('only warns unless told to cancel', async () => {
    const release = await aRelease()
    const state = await killed(release, oneRun)
    const { runner, requests } = await release.act(deploy, { ...withInputs(release), phase: 'post', state })
    expect(requests).toEqual([])
    expect(runner.annotations).toMatchObject([{ kind: 'warning', message: expect.stringContaining('may go on in') }])
  })

  test('does nothing after a step that came to its end, whatever that was, or that never asked', async () => {
    const release = await aRelease()
    const ended = await release.act(deploy, withInputs(release))
    for (const state of [ended.runner.state, {}]) {
      const { requests, runner } = await release.act(deploy, {
        ...withInputs(release, { 'cancel-on-abort': 'true' }),
        phase: 'post',
        state,
      })
      expect(requests).toEqual([])
      expect(runner.annotations).toEqual([])
    }
  })

  test('says what to look at when the run cannot be learned', async () => {
    const release = await aRelease()
    const state = await killed(release, postRuns)
    const { runner } = await release.act(deploy, {
      ...withInputs(release, { 'cancel-on-abort': 'true' }),
      phase: 'post',
      state,
      through: () => () => Promise.reject(new NetworkError('away')),
    })
    expect(runner.annotations).toMatchObject([
      { kind: 'warning', message: expect.stringContaining("look at the runs of environment 'staging'") },
    ])
    expect(runner.exitCode).toBe(0)
  })
})
