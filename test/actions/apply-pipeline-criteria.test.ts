import { describe, expect, test } from 'vitest'
import { answering } from '../core/an-application.ts'
import { messages } from './a-deployment.ts'
import { anyEnv, apply, pipelineCall, criteria, pipeline, pull, release1, writes } from './a-pipeline-file.ts'
import { aRelease } from './a-release.ts'

describe('criteria', () => {
  const files = {
    'pipelines/a.yaml': release1,
    'pipelines/b.yaml': pipeline('block'),
    'pipelines/c.yaml': pipeline('called', { on: pipelineCall }),
  }
  const given = (text: string) => ({ criteria: text })

  test('become what the workflow says, and those of other pipelines stay', async () => {
    const release = await aRelease()
    await apply(
      release,
      files,
      {},
      given('release: [{ env_id: staging }, { env_type: production, deployment_type: redeploy }]'),
    )
    expect(await criteria(release)).toEqual([
      anyEnv,
      ['release', 'staging', '', ''],
      ['release', '', 'production', 're-deploy'],
    ])
    const { runner } = await apply(
      release,
      files,
      {},
      given('{ release: [{ env_type: production }], block: [{ env_id: staging }] }'),
    )
    expect(await criteria(release)).toEqual([anyEnv, ['release', '', 'production', ''], ['block', 'staging', '', '']])
    expect(JSON.parse(runner.outputs['result'] ?? '')[0].criteria).toEqual({ added: 1, removed: 2 })
  })

  test('go before the trigger that they need, and come after it', async () => {
    const release = await aRelease()
    await apply(release, files, {}, given('release: [{ env_id: staging }]'))
    const swapped = {
      ...files,
      'pipelines/a.yaml': pipeline('release', { on: pipelineCall }),
      'pipelines/c.yaml': pipeline('called'),
    }
    const wanted = given('{ release: [], called: [{ env_id: staging }] }')
    const checked = await apply(release, swapped, pull, wanted)
    expect(checked.runner.outputs['status']).toBe('planned')
    const { runner } = await apply(release, swapped, {}, wanted)
    expect(runner.outputs['status']).toBe('applied')
    expect(await criteria(release)).toEqual([anyEnv, ['called', 'staging', '', '']])
  })

  test.each([
    ['release: [{}]', "Pipeline 'default' has the criteria for every environment already"],
    ['called: [{ env_id: staging }]', "Criteria for 'called' need its trigger `deployment_request`"],
  ])('that cannot be are refused before anything is changed: %s', async (text, message) => {
    const release = await aRelease()
    const { runner, requests } = await apply(release, files, {}, given(text))
    expect(runner.outputs['status']).toBe('refused')
    expect(messages(runner.annotations)).toContain(message)
    expect(writes(requests).filter((request) => !request.includes('dry_run'))).toEqual([])
  })

  test('of a pipeline that no file is about are refused', async () => {
    const release = await aRelease()
    const { runner } = await apply(release, files, {}, given('relaese: [{ env_id: staging }]'))
    expect(messages(runner.annotations)).toContain("Input 'criteria' names pipeline 'relaese', which none of the files")
    expect(runner.outputs['status']).toBe('failed')
  })

  test('that the server refuses say what has been done', async () => {
    const release = await aRelease()
    const through = answering(/POST .*\/criteria$/, () => ({ status: 403, body: '{"error":"API-002","message":"no"}' }))
    const { runner } = await apply(release, files, { through }, given('release: [{ env_id: staging }]'))
    expect(runner.outputs).toMatchObject({ status: 'failed', changed: 'true' })
    expect(messages(runner.annotations)).toContain("The criteria of pipeline 'release' could not be changed")
  })
})
