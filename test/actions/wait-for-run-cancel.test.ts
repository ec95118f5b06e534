import { describe, expect, test } from 'vitest'
import * as waitForRun from '../../src/actions/wait-for-run/main.ts'
import type { Through } from '../core/an-application.ts'
import { aRelease, deployed, messagesOf, ofRun } from './a-release.ts'

const oneRun = /GET .*\/runs\/[^/]+$/

describe('a job that is cancelled', () => {
  test.each([
    ['false', 'may go on by itself', 'executing'],
    ['true', 'its cancellation was asked for', 'cancelled'],
  ])('with cancel-on-abort %s names its run', async (cancelOnAbort, message, status) => {
    const release = await aRelease()
    const run = await deployed(release)
    let interrupt = () => {}
    const { runner } = await release.act(waitForRun, {
      ...ofRun(run, { 'cancel-on-abort': cancelOnAbort }),
      onStart: (started) => void (interrupt = () => started.interrupt()),
      through: (send) => (request) => {
        if (oneRun.test(`${request.method} ${request.url}`)) interrupt()
        return send(request)
      },
    })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs['status']).toBe('cancelled')
    expect(messagesOf(runner.annotations)).toContain(`Run '${run.id}' of pipeline 'default'`)
    expect(messagesOf(runner.annotations)).toContain(message)
    expect(await release.run(run)).toMatchObject({ status })
  })
})

test('cancels the run when its time is up, if told to', async () => {
  const release = await aRelease()
  const run = await deployed(release, { durationMs: 600_000 })
  const { runner } = await release.act(waitForRun, ofRun(run, { timeout: '10s', 'cancel-on-timeout': 'true' }))
  expect(runner.outputs['status']).toBe('timed-out')
  expect(await release.run(run)).toMatchObject({ status: 'cancelled' })
})

test('the cancellation of a run that has just ended is no failure of its own', async () => {
  const release = await aRelease()
  const run = await deployed(release, { durationMs: 9900 })
  const through: Through = (send) => (request) => {
    if (request.url.endsWith('/cancel')) release.orchestrator.control.advance(60_000)
    return send(request)
  }
  const { runner } = await release.act(waitForRun, {
    ...ofRun(run, { timeout: '10s', 'cancel-on-timeout': 'true' }),
    through,
  })
  expect(messagesOf(runner.annotations)).toContain('had ended already')
})
