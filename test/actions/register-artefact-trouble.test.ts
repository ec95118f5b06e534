import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Transport } from '../../src/contract/http.ts'
import { NetworkError } from '../../src/errors.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import { digest, failureOf, resultOf, anOrganization, web } from './a-registration.ts'

describe('a request without an answer', () => {
  const losing =
    (isDelivered: boolean) =>
    (send: Transport): Transport =>
    async (request) => {
      if (request.method !== 'POST') return send(request)
      if (isDelivered) await send(request)
      throw new NetworkError('the connection was closed')
    }

  test('is not repeated: the version that it made is read back', async () => {
    const { run, registered } = anOrganization()
    const { runner, requests } = await run({ image: `${web}:1@${digest}` }, { through: losing(true) })
    expect(requests.map((request) => request.split(' ')[0])).toEqual(['GET', 'POST', 'GET'])
    expect(await registered()).toHaveLength(1)
    expect(runner.outputs['created']).toBe('true')
    expect(runner.outputs['artefact-version-id']).toBe((await registered())[0].id)
    expect(runner.exitCode).toBe(0)
  })

  test('may take effect a little later', async () => {
    const { run, register, clock } = anOrganization()
    const through =
      (send: Transport): Transport =>
      async (request) => {
        if (request.method === 'POST') throw new NetworkError('the connection was closed')
        if (clock.slept.length === 1) await register({ digest })
        return send(request)
      }
    const { runner } = await run({ image: `${web}:1@${digest}` }, { through })
    expect(runner.outputs['created']).toBe('true')
    expect(runner.exitCode).toBe(0)
  })

  test('that made nothing fails, and says what to look for', async () => {
    const { run, clock } = anOrganization()
    const { runner } = await run({ image: `${web}:1@${digest}` }, { through: losing(false) })
    expect(clock.slept).toEqual([1410, 1410])
    expect(runner.exitCode).toBe(1)
    expect(failureOf(runner)?.message).toMatch(/closed\. Whether it was registered is not known: look for '.*web:1@/)
    expect(runner.outputs['created']).toBe('false')
    expect(runner.summaryText).toContain('❓ not known')
  })

  test('is read back as well where the answer is empty', async () => {
    const { run } = anOrganization()
    const through =
      (send: Transport): Transport =>
      async (request) => {
        const answer = await send(request)
        return request.method === 'POST' ? { ...answer, body: '' } : answer
      }
    expect((await run({ image: `${web}:1` }, { through })).runner.outputs['created']).toBe('true')
  })

  test('is read back with a little time beyond the timeout', async () => {
    const { run, clock } = anOrganization()
    const through =
      (send: Transport): Transport =>
      async (request) => {
        if (request.method !== 'POST') return send(request)
        await send(request)
        await clock.sleep(30_000)
        throw new NetworkError('the connection was closed')
      }
    const { runner } = await run({ image: `${web}:1`, timeout: '10s' }, { through })
    expect(runner.outputs['created']).toBe('true')
  })
})

test('a token without the role is told which one it takes', async () => {
  const { run } = anOrganization()
  const { runner } = await run({ image: `${web}:1`, token: 'mona-token' })
  expect(runner.exitCode).toBe(1)
  expect(failureOf(runner)?.message).toMatch(/403 .*artefactContributor/)
  expect(runner.outputs).toMatchObject({ created: 'false', 'artefact-version-id': '' })
})

test('a token that is not accepted is not tried with each of hundreds of images', async () => {
  const { run } = anOrganization()
  const images = Array.from({ length: 200 }, (_, index) => `web:${index}`).join('\n')
  const { runner, requests } = await run({ images, token: 'revoked-token', concurrency: '4' })
  expect(requests).toHaveLength(4)
  const items = JSON.parse(readFileSync(runner.outputs['result-file'] ?? '', 'utf8')) as { error: string }[]
  const errors = items.map(({ error }) => error)
  expect(errors).toHaveLength(200)
  expect(errors.slice(0, 4).every((error) => /^GET \S+ failed: 401 /.test(error))).toBe(true)
  expect(errors.slice(4).every((error) => /^It was not tried: GET \S+ failed: 401 /.test(error))).toBe(true)
  expect(runner.exitCode).toBe(1)
})

test('an artefact contributor may register', async () => {
  const { run } = anOrganization()
  expect((await run({ image: `${web}:1`, token: 'ci-token' })).runner.exitCode).toBe(0)
})

test('a token without access to the organization is told which role it takes', async () => {
  const { run } = anOrganization()
  const { runner } = await run({ image: `${web}:1`, org: 'other-org' })
  expect(failureOf(runner)?.message).toMatch(/GET .* failed: 403 .*artefactContributor/)
})

test('a job that is cancelled says what is not known and what was not begun', async () => {
  const { run, registered } = anOrganization()
  const interrupt: { runner?: FakeRunner } = {}
  const through =
    (send: Transport): Transport =>
    async (request) => {
      if (request.method === 'POST') interrupt.runner?.interrupt()
      return send(request)
    }
  const { runner } = await run(
    { images: 'web:1\nworker:1\nadmin:1', concurrency: '1' },
    { through, onStart: (started) => Object.assign(interrupt, { runner: started }) },
  )
  expect(await registered()).toHaveLength(1)
  expect(runner.exitCode).toBe(1)
  expect(resultOf(runner).map(({ error }: { error: string }) => error)).toEqual([
    expect.stringContaining("The job was cancelled. Whether it was registered is not known: look for 'web:1'"),
    'The job was cancelled before it was registered',
    'The job was cancelled before it was registered',
  ])
})
