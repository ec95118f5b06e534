import { describe, expect, test } from 'vitest'
import * as deploy from '../../src/actions/deploy/main.ts'
import { NetworkError } from '../../src/errors.ts'
import { answering, both, type Through } from '../core/an-application.ts'
import { aBrokenRelease, before, manyDeploys } from './a-broken-release.ts'
import { allRuns, deploys, keysOf, messages, oneRun, postRuns } from './a-deployment.ts'

describe('a rollback that goes wrong says so first', () => {
  const unclear = 'is not known to have succeeded'
  const loud = (
    annotations: readonly { message: string; properties: object }[],
    release: { good: { id: string } },
    how = 'did not succeed',
  ) => {
    expect(annotations[0]).toMatchObject({
      kind: 'error',
      properties: { title: `The rollback ${how}` },
      message: expect.stringContaining(
        `The rollback to deployment '${release.good.id}' ${how}, so look at what runs in 'staging': `,
      ),
    })
    return `${annotations[0]?.message}`
  }

  test('when its deployment fails too', async () => {
    const release = await aBrokenRelease()
    const through = before(postRuns, 2, () => {
      release.orchestrator.control.behave({ workloads: { web: { fail: { message: 'web is gone as well' } } } })
    })
    const { runner } = await release.act(deploy, { inputs: release.inputs, through })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'failed', 'rolled-back-to': '', 'rollback-status': 'failed' })
    expect(loud(runner.annotations, release)).toMatch(/Run '.*' failed/)
    expect(runner.annotations.at(-1)?.message).toContain('did not succeed')
    expect(JSON.parse(runner.outputs['errors'] ?? '')).toMatchObject([{ scope: 'rollback' }, { scope: 'workload' }])
    expect(runner.logged).toContain('workload web (CLD-001): web is gone as well')
    expect(runner.summaryText).toContain(`### Rollback of staging to deployment ${release.good.id}: ❌ failed after`)
    expect(runner.summaryText).toContain('web is gone as well')
    // Nothing goes back any further.
    expect(await deploys(release)).toHaveLength(3)
  })

  test.each([
    ['true', 'cancelled'],
    ['false', 'executing'],
  ])('when its time is up: with cancel-on-timeout %s its run is %s', async (cancelOnTimeout, status) => {
    const release = await aBrokenRelease()
    const through = before(postRuns, 2, () => release.orchestrator.control.behave({ durationMs: 600_000 }))
    const inputs = { ...release.inputs, timeout: '1m', 'cancel-on-timeout': cancelOnTimeout }
    const { runner } = await release.act(deploy, { inputs, through })
    expect(runner.outputs).toMatchObject({ status: 'failed', 'rollback-status': 'timed-out', 'rolled-back-to': '' })
    expect(messages(runner.annotations)).toContain('did not end in the time given')
    expect((await allRuns(release))[0]).toMatchObject({ status })
  })

  test('when it is refused', async () => {
    const release = await aBrokenRelease()
    const no = { status: 403, body: '{"error":"API-003","message":"not you"}' }
    const through = answering(postRuns, (count) => (count === 2 ? no : undefined))
    const { runner } = await release.act(deploy, { inputs: release.inputs, through })
    expect(runner.outputs).toMatchObject({ status: 'failed', 'rollback-status': 'failed' })
    expect(loud(runner.annotations, release)).toContain('403 not you')
  })

  test('when its wait breaks off', async () => {
    const release = await aBrokenRelease()
    let isRollback = false
    const through = both(
      before(postRuns, 2, () => void (isRollback = true)),
      answering(oneRun, () => (isRollback ? { status: 401 } : undefined)),
    )
    const { runner } = await release.act(deploy, { inputs: release.inputs, through })
    expect(runner.outputs).toMatchObject({ status: 'failed', 'rollback-status': 'unknown' })
    expect(loud(runner.annotations, release, unclear)).toMatch(
      /401.* Run '.*' of pipeline 'default' may go on by itself/,
    )
  })

  test('when nobody answers, having asked with one key', async () => {
    const release = await aBrokenRelease()
    const through: Through = (send) => async (request) => {
      const answer = await send(request)
      if (String(request.body).includes('Rollback of')) throw new NetworkError('gone', { sent: true })
      return answer
    }
    const { runner, sent } = await release.act(deploy, { inputs: release.inputs, through })
    expect(runner.outputs).toMatchObject({ status: 'failed', 'rollback-status': 'unknown' })
    expect(loud(runner.annotations, release, unclear)).toContain('Whether the deployment was started is not known')
    expect(new Set(keysOf(sent)).size).toBe(2)
    expect(await allRuns(release)).toHaveLength(3)
  })

  test('when it cannot be found out what to go back to', async () => {
    const release = await aBrokenRelease()
    const through: Through = (send) => (request) =>
      request.url.endsWith('/deploys') ? Promise.resolve({ status: 403, headers: {}, body: '' }) : send(request)
    const { runner, sent } = await release.act(deploy, { inputs: release.inputs, through })
    expect(keysOf(sent)).toHaveLength(1)
    expect(runner.outputs).toMatchObject({ status: 'failed', 'rollback-status': 'failed', 'rolled-back-to': '' })
    expect(runner.annotations[0]?.message).toMatch(
      /The rollback did not succeed, so look at what runs in 'staging': .*403/,
    )
  })
})

describe('a job that is cancelled during the rollback', () => {
  /** Interrupts at the first request that is meant, before or after it reaches the server. */
  const cancelledAt = async (
    isIt: (request: string, hasAsked: boolean) => boolean,
    { cancelOnAbort = 'true', after = false } = {},
  ) => {
    const release = await aBrokenRelease()
    let interrupt = () => {}
    let hasAsked = false
    const { runner, sent } = await release.act(deploy, {
      inputs: { ...release.inputs, 'cancel-on-abort': cancelOnAbort },
      onStart: (started) => void (interrupt = () => started.interrupt()),
      through: (send) => async (request) => {
        const { pathname, search } = new URL(request.url)
        hasAsked ||= String(request.body).includes('Rollback of')
        const isNow = isIt(`${request.method} ${pathname}${search}`, hasAsked)
        if (isNow && !after) interrupt()
        if (request.signal?.aborted) throw request.signal.reason
        const answer = await send(request)
        if (isNow) interrupt()
        return answer
      },
    })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'failed', 'rollback-status': 'cancelled', 'rolled-back-to': '' })
    expect(runner.state['ended']).toBe('true')
    const [run] = await allRuns(release)
    return { keys: keysOf(sent), run, said: messages(runner.annotations) }
  }

  test.each([
    ['true', 'cancelled', 'its cancellation was asked for'],
    ['false', 'executing', 'may go on by itself; set `cancel-on-abort: true`'],
  ])('with cancel-on-abort %s leaves its run %s, and says so', async (cancelOnAbort, status, words) => {
    let looks = 0
    const { run, said } = await cancelledAt((request, hasAsked) => hasAsked && oneRun.test(request) && ++looks === 2, {
      cancelOnAbort,
    })
    expect(run).toMatchObject({ status })
    expect(said).toContain(`The job was cancelled. Run '${run?.id}' of pipeline 'default'`)
    expect(said).toContain(words)
  })

  test('while it is being asked for learns its run with the same key, and cancels it', async () => {
    const { keys, run } = await cancelledAt((request, hasAsked) => hasAsked && postRuns.test(request), { after: true })
    expect(keys).toHaveLength(3)
    expect(keys[2]).toBe(keys[1])
    expect(run).toMatchObject({ status: 'cancelled' })
  })

  test('before it is asked for starts nothing', async () => {
    const { keys, said } = await cancelledAt((request) => manyDeploys.test(request))
    expect(keys).toHaveLength(1)
    expect(said).toContain('The job was cancelled. Nothing had been started')
  })
})

describe('the post step after a step that was killed', () => {
  const killedAt = async (isIt: (request: string) => boolean) => {
    const release = await aBrokenRelease()
    const inputs = { ...release.inputs, 'cancel-on-abort': 'true' }
    let state: Record<string, string> = {}
    let states = (): Readonly<Record<string, string>> => ({})
    let isRollback = false
    await release.act(deploy, {
      inputs,
      onStart: (runner) => void (states = () => runner.state),
      through: (send) => async (request) => {
        const answer = await send(request)
        isRollback ||= String(request.body).includes('Rollback of')
        if (!isRollback || !isIt(`${request.method} ${new URL(request.url).pathname}`)) return answer
        state = { ...states() }
        // A process that is killed never comes back from the request that it was in.
        throw new TypeError('killed')
      },
    })
    const [rollback] = await allRuns(release)
    return { release, state, rollback, post: () => release.act(deploy, { inputs, phase: 'post', state }) }
  }

  test('in the rollback cancels its run', async () => {
    const { release, rollback, post } = await killedAt((request) => oneRun.test(request))
    const { runner, requests } = await post()
    expect(requests).toHaveLength(1)
    expect(messages(runner.annotations)).toContain(`Run '${rollback?.id}' of pipeline 'default': its cancellation`)
    expect((await allRuns(release))[0]).toMatchObject({ id: rollback?.id, status: 'cancelled' })
  })

  test('as the rollback was asked for learns its run with the same key, and starts no other', async () => {
    const { release, state, post } = await killedAt((request) => postRuns.test(request))
    expect(state['run']).toBe('')
    const { sent } = await post()
    expect(keysOf(sent)).toEqual([state['key']])
    expect(await allRuns(release)).toHaveLength(3)
    expect((await allRuns(release))[0]).toMatchObject({ status: 'cancelled' })
  })
})
