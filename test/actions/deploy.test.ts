import { describe, expect, test } from 'vitest'
import * as deploy from '../../src/actions/deploy/main.ts'
import { answering, rewriting } from '../core/an-application.ts'
import { allRuns, deploys, env, messages, runsPath, withInputs } from './a-deployment.ts'
import { aRelease, type Release } from './a-release.ts'

describe('a deployment', () => {
  test('of a delta is waited for, and told with everything that belongs to it', async () => {
    const release = await aRelease()
    const { runner, requests } = await release.act(deploy, withInputs(release))
    expect(runner.annotations).toEqual([])
    expect(runner.exitCode).toBe(0)
    const [made] = await deploys(release)
    const [run] = await allRuns(release)
    expect(runner.outputs).toEqual({
      status: 'succeeded',
      'run-id': run?.id,
      'pipeline-id': 'default',
      'deployment-id': made?.id,
      'set-id': made?.set_id,
      current: 'true',
      hosts: '{}',
      url: '',
      errors: '[]',
      'errors-truncated': 'false',
    })
    expect(requests[0]).toBe(`POST ${runsPath}`)
    expect(runner.logged).toContain('▸ deploy / Deploy Set To Environment')
  })

  test('that nobody waits for takes one request', async () => {
    const release = await aRelease()
    const { runner, requests } = await release.act(deploy, withInputs(release, { wait: 'false' }))
    expect(requests).toEqual([`POST ${runsPath}`])
    expect(Object.keys(runner.outputs).sort()).toEqual(['pipeline-id', 'run-id', 'url'])
    expect(runner.summaryText).toBe('')
  })

  test('of a set, of an earlier deployment, and of what the environment builds on, are possible too', async () => {
    const release = await aRelease()
    await release.act(deploy, withInputs(release))
    const [first] = await deploys(release)
    const sent: object[] = []
    for (const inputs of [{ 'set-id': first!.set_id }, { 'deployment-id': first!.id }, {}] as Record<
      string,
      string
    >[]) {
      const { runner, sent: requests } = await release.act(deploy, { inputs: { env, ...inputs } })
      expect(runner.outputs['status']).toBe('succeeded')
      sent.push(JSON.parse(requests.find(({ method }) => method === 'POST')?.body as string) as object)
    }
    expect(sent).toMatchObject([{ set_id: first!.set_id }, { deployment_id: first!.id }, { set_id: first!.set_id }])
  })

  test('that fails in the cluster fails the step, with the errors where people look', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ workloads: { web: { fail: { message: 'Back-off pulling image' } } } })
    const { runner } = await release.act(deploy, withInputs(release))
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({
      status: 'failed',
      current: '',
      'deployment-id': (await deploys(release))[0]?.id,
    })
    expect(JSON.parse(runner.outputs['errors'] ?? '')).toEqual([
      {
        scope: 'workload',
        object: 'web',
        code: 'CLD-001',
        summary: "Workload 'web' did not start",
        message: 'Back-off pulling image',
      },
    ])
    expect(runner.annotations).toMatchObject([
      {
        kind: 'error',
        message: 'workload web (CLD-001): Back-off pulling image',
        properties: { title: "Workload 'web' did not start" },
      },
      { kind: 'error', message: expect.stringMatching(/^Run '.*' failed: Job 'deploy' failed: .*image\.$/) },
    ])
    expect(runner.summaryText.indexOf('What went wrong')).toBeLessThan(runner.summaryText.indexOf('How long it took'))
  })

  test('with more errors than GitHub shows annotates nine and the end, and logs the others', async () => {
    const release = await aRelease()
    const names = Array.from({ length: 14 }, (_, index) => `w${index + 10}`)
    release.orchestrator.control.behave({
      workloads: Object.fromEntries(names.map((name) => [name, { fail: { message: `${name} broke` } }])),
    })
    const { runner } = await release.act(deploy, withInputs(release, { 'delta-id': await release.aDelta(...names) }))
    expect(runner.annotations).toHaveLength(10)
    const told = `${messages(runner.annotations)}\n${runner.logged.join('\n')}`
    for (const name of names) expect(told).toContain(`workload ${name} (CLD-001): ${name} broke`)
    expect(JSON.parse(runner.outputs['errors'] ?? '')).toHaveLength(14)
  })

  test('whose errors cannot be read has failed all the same', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ workloads: { web: { fail: { message: 'no image' } } } })
    const { runner } = await release.act(deploy, {
      ...withInputs(release),
      through: answering(/\/errors$/, () => ({ status: 403 })),
    })
    expect(runner.outputs['status']).toBe('failed')
    expect(JSON.parse(runner.outputs['errors'] ?? '')).toMatchObject([{ scope: 'step' }])
    expect(runner.logged.join('\n')).toContain('could not be read')
  })

  test('that is not the last any more is said to be superseded', async () => {
    const release = await aRelease()
    const through = rewriting(/GET .*\/envs\/staging$/, (body: object) => ({ ...body, last_deploy: { id: 'another' } }))
    const { runner } = await release.act(deploy, { ...withInputs(release), through })
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs).toMatchObject({ status: 'succeeded', current: 'false' })
    expect(runner.annotations).toMatchObject([
      { kind: 'warning', message: expect.stringContaining('another has come after it') },
    ])
    expect(runner.summaryText).toContain('| Current | no: another deployment has come after this one |')
  })

  test('counts as a success though nothing can be read about its environment', async () => {
    const release = await aRelease()
    const { runner } = await release.act(deploy, {
      ...withInputs(release),
      through: answering(/GET .*\/envs\/staging(\/resources)?$/, () => ({ status: 403 })),
    })
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs).toMatchObject({ status: 'succeeded', current: '', hosts: '{}' })
    expect(runner.logged.join('\n')).not.toContain('Looking again')
  })
})

describe('the comment', () => {
  const commentOf = async (release: Release, options: Parameters<Release['act']>[1]) => {
    const { sent } = await release.act(deploy, {
      ...options,
      inputs: { env, 'delta-id': release.deltaId, wait: 'false', ...options?.inputs },
    })
    return (JSON.parse(sent[0]?.body as string) as { comment: string }).comment
  }

  test('ends with who asked for the deployment', async () => {
    const release = await aRelease()
    expect(await commentOf(release, { inputs: { comment: 'Spring sale' } })).toBe(
      'Spring sale\ngithub: octo-org/shop@0a1b2c3d4e5f60718293a4b5c6d7e8f901234567 mona 7000000001/1',
    )
  })

  test('names the head commit of a pull request, and who caused this attempt', async () => {
    const release = await aRelease()
    const event = { pull_request: { head: { sha: 'b'.repeat(40), ref: 'feature' } } }
    const env = { GITHUB_TRIGGERING_ACTOR: 'rerunner', GITHUB_RUN_ATTEMPT: '3' }
    expect(await commentOf(release, { event, env })).toBe(
      `github: octo-org/shop@${'b'.repeat(40)} rerunner 7000000001/3`,
    )
  })

  test('loses what looks like such a line', async () => {
    const release = await aRelease()
    const comment = 'github: acme/shop@1 boss 1/1\nfine\r\n  GitHub: x\u2028github: y'
    expect(await commentOf(release, { inputs: { comment } })).toBe(
      'fine\ngithub: octo-org/shop@0a1b2c3d4e5f60718293a4b5c6d7e8f901234567 mona 7000000001/1',
    )
  })
})

describe('an input that cannot be used is named, with its value and what is allowed, and nothing is sent', () => {
  test.each([
    [{ env: '' }, "Input 'env' is required"],
    [{ token: '' }, "Input 'token' is required"],
    [{ org: '' }, "Input 'org' is required"],
    [{ app: '' }, "Input 'app' is required"],
    [{ token: 'a b' }, 'is not a token'],
    [{ 'set-id': 'x' }, "Inputs 'delta-id', 'set-id' exclude each other"],
    [
      { 'delta-id': '', 'deployment-id': 'd', 'value-set-version-id': 'v' },
      'Input \'value-set-version-id\' is "v", which cannot go with `deployment-id`',
    ],
    [{ 'on-conflict': 'retry' }, 'Input \'on-conflict\' is "retry", which is not one of its choices: wait, fail.'],
    [{ wait: 'yes' }, 'Input \'wait\' is "yes", which is not a boolean'],
    [{ logs: '1' }, 'Input \'logs\' is "1"'],
    [{ summary: 'no' }, 'Input \'summary\' is "no"'],
    [{ 'cancel-on-abort': 'on' }, 'Input \'cancel-on-abort\' is "on"'],
    [{ 'cancel-on-timeout': 'off' }, 'Input \'cancel-on-timeout\' is "off"'],
    [{ timeout: 'soon' }, 'Input \'timeout\' is "soon", which is not a duration. Write 30s, 10m, 1h30m'],
    [{ timeout: '0' }, 'Input \'timeout\' is "0", which is too small'],
    [{ timeout: '6d' }, 'Input \'timeout\' is "6d", which is too large'],
    [{ 'api-url': 'http://api.test' }, 'Input \'api-url\' is "http://api.test"'],
  ])('%j', async (inputs, message) => {
    const release = await aRelease()
    const { runner, requests } = await release.act(deploy, withInputs(release, inputs))
    expect(requests).toEqual([])
    expect(runner.exitCode).toBe(1)
    expect(runner.annotations).toMatchObject([{ kind: 'error', message: expect.stringContaining(message) }])
  })
})

test('writes no summary, and reads no logs, when told so', async () => {
  const release = await aRelease()
  const { runner, requests } = await release.act(deploy, withInputs(release, { summary: 'false', logs: 'false' }))
  expect(runner.outputs['status']).toBe('succeeded')
  expect(runner.summaryText).toBe('')
  expect(requests.filter((request) => request.includes('/logs'))).toEqual([])
})

test('the page of the deployment is given for the public API, whatever the ids hold', async () => {
  const release = await aRelease()
  const { runner } = await release.act(deploy, withInputs(release, { 'api-url': 'https://api.humanitec.io' }))
  expect(runner.outputs['url']).toBe(
    `https://app.humanitec.io/orgs/local-org/apps/shop/envs/staging/deploys/${runner.outputs['deployment-id']}`,
  )
})
