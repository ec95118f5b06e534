import { describe, expect, test } from 'vitest'
import { NetworkError } from '../../src/errors.ts'
import { shop } from '../orchestrator/a-shop.ts'
import { answering, type Through } from '../core/an-application.ts'
import { messages } from './a-deployment.ts'
import {
  anyEnv,
  apply,
  pipelineCall,
  criteria,
  pipeline,
  release1,
  release2,
  stored,
  writes,
} from './a-pipeline-file.ts'
import { aRelease, type Release } from './a-release.ts'

describe('somebody else who changes a pipeline meanwhile', () => {
  const meanwhile =
    (release: Release, text: string): Through =>
    (send) => {
      let isDone = false
      return async (request) => {
        if (request.method === 'PATCH' && !request.url.includes('dry_run') && !isDone) {
          isDone = true
          await release.call('PATCH', `${shop}/pipelines/release`, text, { authorization: 'Bearer dora' })
        }
        return send(request)
      }
    }

  test('is named, and the change is left as it is', async () => {
    const release = await aRelease()
    await release.aPipeline(release1)
    const theirs = pipeline('release', { message: 'theirs' })
    const through = meanwhile(release, theirs)
    const files = { 'pipelines/a.yaml': release2, 'pipelines/b.yaml': pipeline('fresh') }
    const { runner } = await apply(release, files, { through })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'conflict', changed: 'false' })
    expect(await stored(release, 'release')).toBe(theirs)
    expect(messages(runner.annotations)).toMatch(
      /Pipeline 'release' was changed by 'dora' at \d{4}-.* after it was read/,
    )
    const outcomes = JSON.parse(runner.outputs['result'] ?? '').map(({ outcome }: { outcome: string }) => outcome)
    expect(outcomes).toEqual(['conflict', 'skipped'])
  })

  test('to the same text, or back to what it was, does no harm', async () => {
    for (const theirs of [release2, release1]) {
      const release = await aRelease()
      await release.aPipeline(release1)
      const through = meanwhile(release, theirs)
      const { runner } = await apply(release, { 'pipelines/a.yaml': release2 }, { through })
      expect(runner.outputs['status']).toBe('applied')
      expect(await stored(release, 'release')).toBe(release2)
    }
  })
})

describe('answers that are lost', () => {
  const losing = (pattern: RegExp, { delivered }: { delivered: boolean }): Through => {
    let count = 0
    return (send) => async (request) => {
      if (!pattern.test(`${request.method} ${request.url}`) || ++count > 1) return send(request)
      if (delivered) await send(request)
      throw new NetworkError('connection reset')
    }
  }

  test.each([
    ['a new pipeline', /POST .*\/pipelines$/, true],
    ['a new pipeline that was never made', /POST .*\/pipelines$/, false],
    ['an update', /PATCH .*\/pipelines\/release$/, true],
    ['an update that was never made', /PATCH .*\/pipelines\/release$/, false],
    ['a criterion', /POST .*\/criteria$/, true],
    ['a criterion that was never made', /POST .*\/criteria$/, false],
    ['the removal of a criterion', /DELETE /, true],
    ['a trial of a new pipeline', /POST .*dry_run/, true],
    ['a trial of an update', /PATCH .*dry_run/, false],
  ])('for %s are found out about, and nothing is done twice', async (_what, pattern, delivered) => {
    const release = await aRelease()
    await release.aPipeline(release1)
    await release.call('POST', `${shop}/pipelines/release/criteria`, {
      trigger: 'deployment_request',
      env_id: 'staging',
    })
    const { runner } = await apply(
      release,
      { 'pipelines/a.yaml': release2, 'pipelines/b.yaml': pipeline('fresh', { on: pipelineCall }) },
      { through: losing(pattern, { delivered }) },
      { criteria: 'release: [{ env_type: production }]' },
    )
    expect(runner.outputs['status']).toBe('applied')
    expect(await stored(release, 'release')).toBe(release2)
    expect(await stored(release, 'fresh')).toContain('id: fresh')
    expect(await criteria(release)).toEqual([anyEnv, ['release', '', 'production', '']])
    const versions = await release.get(`${shop}/pipelines/release/versions`)
    expect(versions).toHaveLength(2)
  })

  test('for good leave the status unknown', async () => {
    const release = await aRelease()
    const through = answering(/POST .*\/pipelines$/, (count) => (count > 1 ? new NetworkError('reset') : undefined))
    const { runner } = await apply(release, { 'pipelines/a.yaml': release1 }, { through })
    expect(runner.outputs['status']).toBe('unknown')
    expect(messages(runner.annotations)).toContain("Pipeline 'release' may have been changed or not")
  })
})

test('a job that is cancelled says what may have happened, and starts nothing more', async () => {
  const release = await aRelease()
  let stop = () => {}
  const through: Through = (send) => async (request) => {
    const answer = await send(request)
    if (request.method === 'POST' && !request.url.includes('dry_run')) stop()
    return answer
  }
  const { runner, requests } = await apply(
    release,
    { 'pipelines/a.yaml': release1, 'pipelines/b.yaml': pipeline('fresh') },
    { through, onStart: (started: { interrupt(): void }) => void (stop = () => started.interrupt()) },
  )
  expect(runner.outputs['status']).toBe('cancelled')
  expect(messages(runner.annotations)).toContain(
    "Pipeline 'release' may have been changed or not: the job was cancelled",
  )
  expect(writes(requests).filter((request) => !request.includes('dry_run'))).toHaveLength(1)
})
