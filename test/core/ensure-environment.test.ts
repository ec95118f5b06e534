import { expect, test } from 'vitest'
import { ensureEnvironment, type WantedEnvironment } from '../../src/core/ensure-environment.ts'
import { answering, anApplication } from './an-application.ts'

const wanted: WantedEnvironment = { id: 'test', name: undefined, type: undefined, base: undefined }

const ensuring = (options: Parameters<typeof anApplication>[0] = {}) => {
  const application = anApplication(options)
  const told: string[] = []
  const warned: string[] = []
  return {
    ...application,
    told,
    warned,
    ensure: (more: Partial<WantedEnvironment> = {}) =>
      ensureEnvironment(
        application.api,
        { ...wanted, ...more },
        { onProgress: (message) => told.push(message), onWarning: (message) => warned.push(message) },
      ),
  }
}

const posts = (requests: readonly string[]) => requests.filter((each) => each === 'POST /orgs/local-org/apps/shop/envs')

test('a conflict over something that cannot be seen is asked about again, and the base is read once', async () => {
  const through = answering(/^POST .*\/envs$/, (count) =>
    count < 3 ? { status: 409, body: '{"message":"busy"}' } : undefined,
  )
  const { ensure, warned, told, requests, clock, orchestrator, request, aDelta } = ensuring({ through })
  orchestrator.control.behave({ workloads: { web: { fail: { message: 'no such image' } } } })
  await request({ env_id: 'staging', delta_id: await aDelta('web') })
  orchestrator.control.advance(60_000)
  orchestrator.work()
  const ensured = await ensure({ base: { kind: 'environment', envId: 'staging' } })
  expect(ensured).toMatchObject({ kind: 'created', environment: { from_deploy: { status: 'failed' } } })
  expect(posts(requests)).toHaveLength(3)
  expect(warned).toHaveLength(1)
  expect(told).toHaveLength(1)
  expect(clock.slept).toEqual([1410, 1410])
})

test('a conflict that never ends is told at the deadline', async () => {
  const through = answering(/^POST .*\/envs$/, () => ({ status: 409, body: '{"message":"reserved"}' }))
  const { ensure } = ensuring({ through, timeoutMs: 30_000 })
  expect(await ensure()).toMatchObject({
    kind: 'timed-out',
    message: expect.stringMatching(/^Environment 'test' is not there in the time given\. At last: .*reserved/),
  })
})

test('an answer without the environment in it is as good as none: it is looked for', async () => {
  const { ensure, requests } = ensuring({
    through: (send) => async (request) => {
      const answer = await send(request)
      return request.method === 'POST' ? { ...answer, body: '' } : answer
    },
  })
  expect(await ensure()).toMatchObject({ kind: 'created', environment: { id: 'test', name: 'test' } })
  expect(posts(requests)).toHaveLength(1)
})

test('one that was found after a lost answer still has to be the one that is meant', async () => {
  const lost = answering(/^POST .*\/envs$/, () => ({ status: 504 }))
  const { ensure, call } = ensuring({
    through: (send) => {
      const answer = lost(send)
      return async (request) => {
        if (request.method === 'POST') {
          await call('POST', '/orgs/local-org/apps/shop/envs', { id: 'test', name: 'of somebody else' })
        }
        return answer(request)
      }
    },
  })
  expect(await ensure({ name: 'octo-org/shop#7' })).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining("is called 'of somebody else' and not 'octo-org/shop#7'"),
  })
})
