import { describe, expect, test } from 'vitest'
import * as deploy from '../../src/actions/deploy/main.ts'
import { rewriting, type Through } from '../core/an-application.ts'
import { called, shop } from '../orchestrator/a-shop.ts'
import { allRuns, deploys, env, messages, oneRun, withInputs } from './a-deployment.ts'
import { aRelease, hostile, type Release, step } from './a-release.ts'

describe('the end of a run', () => {
  const ended = (change: object): Through =>
    rewriting(oneRun, (body: { completed_at?: string }) => (body.completed_at ? { ...body, ...change } : body))

  test.each(['succeeded', 'successful', 'success'])('is a success when it says %s', async (status) => {
    const release = await aRelease()
    const { runner } = await release.act(deploy, { ...withInputs(release), through: ended({ status }) })
    expect(runner.outputs['status']).toBe('succeeded')
  })

  test.each(['completed', 'weird ::error::', 'skipped', ''])(
    'with a word that nobody knows (%s) is a failure that prints it',
    async (status) => {
      const release = await aRelease()
      const { runner } = await release.act(deploy, { ...withInputs(release), through: ended({ status }) })
      expect(runner.exitCode).toBe(1)
      expect(runner.outputs['status']).toBe('unknown')
      expect(messages(runner.annotations)).toContain(`ended with the status '${status}', which is not known`)
    },
  )

  test('is no success without a deployment in the environment', async () => {
    const release = await aRelease()
    const { runner } = await release.act(deploy, {
      ...withInputs(release),
      through: rewriting(/GET .*\/deploys$/, () => []),
    })
    expect(runner.outputs).toMatchObject({ status: 'no-deployment', 'deployment-id': '' })
    expect(messages(runner.annotations)).toContain("succeeded, but made no deployment in environment 'staging'")
    expect(runner.summaryText).toContain('❌ made no deployment')
  })

  test('is no success when its deployment failed', async () => {
    const release = await aRelease()
    const through = rewriting(/GET .*\/deploys$/, (body: object[]) =>
      body.map((each) => ({ ...each, status: 'failed' })),
    )
    const { runner } = await release.act(deploy, { ...withInputs(release), through })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs['status']).toBe('failed')
  })

  test('comes before that of its deployment at times, which is waited for', async () => {
    const release = await aRelease()
    let looks = 0
    const through = rewriting(/GET .*\/deploys$/, (body: object[]) => {
      looks += 1
      return looks < 4 ? body.map((each) => ({ ...each, status: 'in progress' })) : body
    })
    const { runner } = await release.act(deploy, { ...withInputs(release), through })
    expect(runner.outputs['status']).toBe('succeeded')
    expect(looks).toBe(4)
  })

  test('without a time is none: the step waits, and says so when its own time is up', async () => {
    const release = await aRelease()
    const through = rewriting(oneRun, (body: object) => ({ ...body, completed_at: undefined }))
    const { runner } = await release.act(deploy, { ...withInputs(release, { timeout: '30s' }), through })
    expect(runner.outputs).toMatchObject({ status: 'timed-out', 'deployment-id': (await deploys(release))[0]?.id })
    expect(messages(runner.annotations)).toContain('it is succeeded, waiting for its end')
  })

  test('that somebody else brought about is told as cancelled', async () => {
    const release = await aRelease()
    let looks = 0
    const through: Through = (send) => async (request) => {
      if (oneRun.test(`${request.method} ${request.url}`) && ++looks === 2) {
        const [run] = await allRuns(release)
        await release.cancel(run!)
      }
      return send(request)
    }
    const { runner } = await release.act(deploy, { ...withInputs(release), through })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs['status']).toBe('cancelled')
    expect(messages(runner.annotations)).toMatch(/ended as cancelled: Cancelled by Local administrator\.$/)
  })
})

describe('a pipeline of its own', () => {
  const own = (jobs: string, head = '') =>
    called('own', jobs, head).replace('pipeline_call: {}', 'deployment_request: {}')
  const use = async (release: Release, jobs: string, head = '') => {
    const id = await release.aPipeline(own(jobs, head))
    await release.call('POST', `${shop}/pipelines/${id}/criteria`, { trigger: 'deployment_request', env_id: env })
  }

  test('that fails on purpose fails the step with what it says', async () => {
    const release = await aRelease()
    await use(release, `  stop: { steps: [${step.fail('Only through staging, please')}] }`)
    const { runner } = await release.act(deploy, withInputs(release))
    expect(runner.outputs).toMatchObject({ status: 'failed', 'pipeline-id': 'own', 'deployment-id': '' })
    expect(messages(runner.annotations)).toContain('Only through staging, please')
  })

  test('that only says something has made no deployment', async () => {
    const release = await aRelease()
    await use(release, `  talk: { steps: [${step.log('hello')}] }`)
    const { runner } = await release.act(deploy, withInputs(release))
    expect(runner.outputs['status']).toBe('no-deployment')
    expect(runner.logged.join('\n')).toContain('hello')
  })

  test('that asks for an approval names it in a notice, with who may give it, once', async () => {
    const release = await aRelease()
    await use(release, `  ask: { steps: [${step.approve('production', 'Really?')}] }`)
    const { runner } = await release.act(deploy, withInputs(release, { timeout: '2m' }))
    expect(runner.outputs['status']).toBe('timed-out')
    const notices = runner.annotations.filter(({ kind }) => kind === 'notice')
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatchObject({
      message: expect.stringContaining(
        "waits for an approval by whoever may deploy to environment 'production' (role deployer on its type): Really?",
      ),
      properties: { title: 'Approval needed' },
    })
    expect(messages(runner.annotations)).toContain(
      "it is executing, waiting for an approval for environment 'production'",
    )
    expect(runner.summaryText).toContain('#### Waiting for')
  })

  test('whose texts are hostile brings about no command and no structure', async () => {
    const release = await aRelease()
    await use(
      release,
      `  ask: { name: ${JSON.stringify('<b>job</b>')}, steps: [${step.log(hostile)}, ${step.approve('production', hostile)}, ${step.fail(hostile)}] }`,
    )
    const through = rewriting(/GET .*\/jobs\/ask$/, (body: { steps: object[] }) => ({
      ...body,
      steps: body.steps.map((each) => ({ ...each, name: hostile, status_message: hostile })),
    }))
    const { runner } = await release.act(deploy, { ...withInputs(release, { timeout: '1m' }), through })
    expect(runner.logged.join('\n')).toContain('gotcha')
    for (const line of runner.logged.filter((each) => !each.startsWith('▸'))) {
      expect(line.trimStart()).not.toMatch(/^::/)
      expect(line).not.toContain('##[')
      expect(line).not.toContain('\u001b')
    }
    expect(runner.logged.filter((line) => line.startsWith('▸')).join()).not.toContain('\n')
    expect(runner.summaryText).not.toMatch(/<img|<b>|\]\(https:\/\/evil|@octocat/)
    expect(runner.summaryText).not.toContain('\u001b')
    expect(runner.summaryText.split('\n').filter((line) => line.startsWith('::'))).toEqual([])
  })
})
