import { describe, expect, test } from 'vitest'
import * as deploy from '../../src/actions/deploy/main.ts'
import { answering, rewriting, type Through } from '../core/an-application.ts'
import { called, shop } from '../orchestrator/a-shop.ts'
import { env, oneRun, withInputs, deploys, allRuns, messages, runsPath } from './a-deployment.ts'
import { aRelease, hostile, type Release, step } from './a-release.ts'

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
