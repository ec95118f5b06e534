import { describe, expect, test } from 'vitest'
import * as deploy from '../../src/actions/deploy/main.ts'
import type { Transport } from '../../src/contract/http.ts'
import { NetworkError, TimeoutError } from '../../src/errors.ts'
import { answering, both, rewriting, type Through } from '../core/an-application.ts'
import { called, shop } from '../orchestrator/a-shop.ts'
import { aRelease, hostile, type Release, step } from './a-release.ts'

const env = 'staging'
const runsPath = `${shop}/pipeline-runs`
const postRuns = /POST .*\/pipeline-runs$/
const oneRun = /GET .*\/runs\/[^/]+$/
const withInputs = (release: Release, inputs: Record<string, string> = {}) => ({
  inputs: { env, 'delta-id': release.deltaId, ...inputs },
})
const deploys = (release: Release, envId = env) =>
  release.get(`${shop}/envs/${envId}/deploys`) as Promise<{ id: string; set_id: string }[]>
const allRuns = (release: Release) =>
  release.get('/orgs/local-org/pipeline-runs') as Promise<{ id: string; pipeline_id: string; status: string }[]>
const keysOf = (sent: { method: string; url: string; headers: Record<string, string> }[]) =>
  sent
    .filter(({ method, url }) => method === 'POST' && url.endsWith('/pipeline-runs'))
    .map(({ headers }) => headers['idempotency-key'])
const messages = (annotations: readonly { message: string }[]) => annotations.map(({ message }) => message).join('\n')

/** The request takes effect, and its answer is lost. */
const losing =
  (pattern: RegExp, times = 1): Through =>
  (send) => {
    let lost = 0
    return async (request) => {
      const answer = await send(request)
      if (!pattern.test(`${request.method} ${new URL(request.url).pathname}`) || lost >= times) return answer
      lost += 1
      throw new NetworkError('the connection was lost before an answer came')
    }
  }

describe('a deployment', () => {
  test('of a delta is waited for, and told with everything that belongs to it', async () => {
    const release = await aRelease()
    const { runner, requests } = await release.run$(deploy, withInputs(release))
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
    const { runner, requests } = await release.run$(deploy, withInputs(release, { wait: 'false' }))
    expect(requests).toEqual([`POST ${runsPath}`])
    expect(Object.keys(runner.outputs).sort()).toEqual(['pipeline-id', 'run-id', 'url'])
    expect(runner.summaryText).toBe('')
  })

  test('of a set, of an earlier deployment, and of what the environment builds on, are possible too', async () => {
    const release = await aRelease()
    await release.run$(deploy, withInputs(release))
    const [first] = await deploys(release)
    const sent: object[] = []
    for (const inputs of [{ 'set-id': first!.set_id }, { 'deployment-id': first!.id }, {}] as Record<
      string,
      string
    >[]) {
      const { runner, sent: requests } = await release.run$(deploy, { inputs: { env, ...inputs } })
      expect(runner.outputs['status']).toBe('succeeded')
      sent.push(JSON.parse(requests.find(({ method }) => method === 'POST')?.body as string) as object)
    }
    expect(sent).toMatchObject([{ set_id: first!.set_id }, { deployment_id: first!.id }, { set_id: first!.set_id }])
  })

  test('that fails in the cluster fails the step, with the errors where people look', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ workloads: { web: { fail: { message: 'Back-off pulling image' } } } })
    const { runner } = await release.run$(deploy, withInputs(release))
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
    const { runner } = await release.run$(deploy, withInputs(release, { 'delta-id': await release.aDelta(...names) }))
    expect(runner.annotations).toHaveLength(10)
    const told = `${messages(runner.annotations)}\n${runner.logged.join('\n')}`
    for (const name of names) expect(told).toContain(`workload ${name} (CLD-001): ${name} broke`)
    expect(JSON.parse(runner.outputs['errors'] ?? '')).toHaveLength(14)
  })

  test('whose errors cannot be read has failed all the same', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ workloads: { web: { fail: { message: 'no image' } } } })
    const { runner } = await release.run$(deploy, {
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
    const { runner } = await release.run$(deploy, { ...withInputs(release), through })
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs).toMatchObject({ status: 'succeeded', current: 'false' })
    expect(runner.annotations).toMatchObject([
      { kind: 'warning', message: expect.stringContaining('another has come after it') },
    ])
    expect(runner.summaryText).toContain('| Current | no: another deployment has come after this one |')
  })

  test('counts as a success though nothing can be read about its environment', async () => {
    const release = await aRelease()
    const { runner } = await release.run$(deploy, {
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
    const { runner } = await release.run$(deploy, { ...withInputs(release), through: ended({ status }) })
    expect(runner.outputs['status']).toBe('succeeded')
  })

  test.each(['completed', 'weird ::error::', 'skipped', ''])(
    'with a word that nobody knows (%s) is a failure that prints it',
    async (status) => {
      const release = await aRelease()
      const { runner } = await release.run$(deploy, { ...withInputs(release), through: ended({ status }) })
      expect(runner.exitCode).toBe(1)
      expect(runner.outputs['status']).toBe('unknown')
      expect(messages(runner.annotations)).toContain(`ended with the status '${status}', which is not known`)
    },
  )

  test('is no success without a deployment in the environment', async () => {
    const release = await aRelease()
    const { runner } = await release.run$(deploy, {
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
    const { runner } = await release.run$(deploy, { ...withInputs(release), through })
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
    const { runner } = await release.run$(deploy, { ...withInputs(release), through })
    expect(runner.outputs['status']).toBe('succeeded')
    expect(looks).toBe(4)
  })

  test('without a time is none: the step waits, and says so when its own time is up', async () => {
    const release = await aRelease()
    const through = rewriting(oneRun, (body: object) => ({ ...body, completed_at: undefined }))
    const { runner } = await release.run$(deploy, { ...withInputs(release, { timeout: '30s' }), through })
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
    const { runner } = await release.run$(deploy, { ...withInputs(release), through })
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
    const { runner } = await release.run$(deploy, withInputs(release))
    expect(runner.outputs).toMatchObject({ status: 'failed', 'pipeline-id': 'own', 'deployment-id': '' })
    expect(messages(runner.annotations)).toContain('Only through staging, please')
  })

  test('that only says something has made no deployment', async () => {
    const release = await aRelease()
    await use(release, `  talk: { steps: [${step.log('hello')}] }`)
    const { runner } = await release.run$(deploy, withInputs(release))
    expect(runner.outputs['status']).toBe('no-deployment')
    expect(runner.logged.join('\n')).toContain('hello')
  })

  test('that asks for an approval names it in a notice, with who may give it, once', async () => {
    const release = await aRelease()
    await use(release, `  ask: { steps: [${step.approve('production', 'Really?')}] }`)
    const { runner } = await release.run$(deploy, withInputs(release, { timeout: '2m' }))
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
    const { runner } = await release.run$(deploy, { ...withInputs(release, { timeout: '1m' }), through })
    expect(runner.logged.join('\n')).toContain('gotcha')
    for (const line of runner.logged.filter((each) => !each.startsWith('▸'))) {
      expect(line.trimStart()).not.toMatch(/^::/)
      expect(line).not.toContain('##[')
      expect(line).not.toContain('\u001b')
    }
    expect(runner.logged.filter((line) => line.startsWith('▸')).join()).not.toContain('\n')
    expect(runner.summaryText).not.toMatch(/<img|<b>|\]\(https:\/\/evil|@octocat|\u001b/)
    expect(runner.summaryText.split('\n').filter((line) => line.startsWith('::'))).toEqual([])
  })
})

describe('a busy environment', () => {
  const busy = (times: number): Through =>
    answering(postRuns, (count) =>
      count <= times ? { status: 409, body: '{"error":"API-005","message":"Environment is busy"}' } : undefined,
    )

  test('that refuses the request is asked again, each time with a new key', async () => {
    const release = await aRelease()
    const { runner, sent } = await release.run$(deploy, { ...withInputs(release), through: busy(3) })
    expect(runner.outputs['status']).toBe('succeeded')
    expect(new Set(keysOf(sent)).size).toBe(4)
    expect(await deploys(release)).toHaveLength(1)
    expect(runner.logged.filter((line) => line.includes('is busy, waiting'))).toHaveLength(1)
  })

  test('that refuses the request ends the step when told to fail', async () => {
    const release = await aRelease()
    const { runner, requests } = await release.run$(deploy, {
      ...withInputs(release, { 'on-conflict': 'fail' }),
      through: busy(1),
    })
    expect(requests).toHaveLength(1)
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'conflict', 'deployment-id': '' })
    expect(runner.outputs).not.toHaveProperty('run-id')
  })

  test('that refuses the request for ever ends the step on its deadline, and begins nothing on it', async () => {
    const release = await aRelease()
    const { runner } = await release.run$(deploy, {
      ...withInputs(release, { timeout: '45s' }),
      through: busy(Infinity),
    })
    expect(runner.outputs['status']).toBe('timed-out')
    expect(messages(runner.annotations)).toContain('Environment is busy')
    expect(release.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(45_000)
    expect(await allRuns(release)).toEqual([])
  })

  test('that queues the run is waited for', async () => {
    const release = await aRelease()
    await release.request({ env_id: env, delta_id: await release.aDelta('api') })
    const { runner } = await release.run$(deploy, withInputs(release))
    expect(runner.outputs).toMatchObject({ status: 'succeeded', current: 'true' })
    expect(runner.logged.join('\n')).toMatch(/Run \S+: queued/)
  })

  test('that queues the run for longer than there is time is named at the end', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ durationMs: 600_000 })
    await release.request({ env_id: env, delta_id: await release.aDelta('api') })
    const { runner } = await release.run$(deploy, withInputs(release, { timeout: '1m' }))
    expect(runner.outputs['status']).toBe('timed-out')
    expect(messages(runner.annotations)).toContain(
      "it is queued, waiting for its turn in concurrency group 'default-deploy-staging'",
    )
  })

  test('that queues the run has it cancelled when told to fail', async () => {
    const release = await aRelease()
    const first = (await release.request({ env_id: env, delta_id: await release.aDelta('api') })).body
    await release.run(first)
    const { runner } = await release.run$(deploy, withInputs(release, { 'on-conflict': 'fail' }))
    expect(runner.outputs['status']).toBe('conflict')
    const [second] = await allRuns(release)
    expect(second).toMatchObject({ id: runner.outputs['run-id'], status: 'cancelled' })
    expect(messages(runner.annotations)).toContain(
      `stood behind run '${first.id}' in 'default-deploy-staging', so it was cancelled`,
    )
  })

  test('that is free by the time the run would be cancelled lets it go on', async () => {
    const release = await aRelease()
    const first = (await release.request({ env_id: env, delta_id: await release.aDelta('api') })).body
    await release.run(first)
    const through: Through = (send) => async (request) => {
      // The first ends between the last look and the cancellation.
      if (request.url.endsWith('/cancel')) release.orchestrator.control.advance(60_000)
      const answer = await send(request)
      return answer
    }
    const { runner, requests } = await release.run$(deploy, {
      ...withInputs(release, { 'on-conflict': 'fail' }),
      through,
    })
    expect(requests.filter((request) => request.endsWith('/cancel'))).toHaveLength(1)
    expect(runner.outputs['status']).toBe('succeeded')
  })

  test('fails nobody when told to fail and it is free', async () => {
    const release = await aRelease()
    const { runner, requests } = await release.run$(deploy, withInputs(release, { 'on-conflict': 'fail' }))
    expect(runner.outputs['status']).toBe('succeeded')
    expect(requests.filter((request) => request.startsWith('POST'))).toHaveLength(1)
  })

  test('that fails the run at its deploy step is a failure, and is not asked again', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ durationMs: 60_000 })
    await release.call('POST', `${shop}/envs/${env}/deploys`, {})
    const { runner, requests } = await release.run$(deploy, withInputs(release))
    expect(runner.outputs['status']).toBe('failed')
    expect(messages(runner.annotations)).toContain('has an active deployment')
    expect(requests.filter((request) => request.startsWith('POST'))).toHaveLength(1)
  })
})

describe('a request whose answer is lost', () => {
  test('is repeated with the same key, and deploys once', async () => {
    const release = await aRelease()
    const { runner, sent } = await release.run$(deploy, { ...withInputs(release), through: losing(postRuns, 2) })
    expect(runner.outputs['status']).toBe('succeeded')
    expect(keysOf(sent)).toHaveLength(3)
    expect(new Set(keysOf(sent)).size).toBe(1)
    expect(await deploys(release)).toHaveLength(1)
  })

  test('time after time ends as unknown, and says where to look', async () => {
    const release = await aRelease()
    const { runner, sent } = await release.run$(deploy, { ...withInputs(release), through: losing(postRuns, 100) })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs['status']).toBe('unknown')
    expect(new Set(keysOf(sent)).size).toBe(1)
    expect(messages(runner.annotations)).toContain(
      "Look at the runs of application 'local-org/shop' in environment 'staging' before asking again",
    )
    expect(await allRuns(release)).toHaveLength(1)
  })

  test('and refused afterwards is still unknown', async () => {
    const release = await aRelease()
    const through = both(
      losing(postRuns, 1),
      answering(postRuns, (count) => (count > 1 ? new NetworkError('refused', { sent: false }) : undefined)),
    )
    const { runner } = await release.run$(deploy, { ...withInputs(release), through })
    expect(runner.outputs['status']).toBe('unknown')
  })

  test('with an empty answer is unknown', async () => {
    const release = await aRelease()
    const { runner } = await release.run$(deploy, {
      ...withInputs(release),
      through: answering(postRuns, () => ({ status: 201 })),
    })
    expect(runner.outputs['status']).toBe('unknown')
  })
})

describe('a request that is refused', () => {
  test.each([
    [400, 'failed'],
    [401, 'failed'],
    [403, 'failed'],
    [422, 'failed'],
  ])('with %i is a failure: nothing was started', async (status, expected) => {
    const release = await aRelease()
    const through = answering(postRuns, () => ({ status, body: '{"error":"API-001","message":"no such thing"}' }))
    const { runner, requests } = await release.run$(deploy, { ...withInputs(release), through })
    expect(requests).toHaveLength(1)
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs['status']).toBe(expected)
    expect(messages(runner.annotations)).toContain(`${status} no such thing`)
  })

  test('because nobody can be reached is a failure: nothing was sent', async () => {
    const release = await aRelease()
    const { runner } = await release.run$(deploy, {
      ...withInputs(release),
      through: () => () => Promise.reject(new NetworkError('no connection', { sent: false })),
    })
    expect(runner.outputs['status']).toBe('failed')
  })

  test('for lack of the role names it', async () => {
    const release = await aRelease()
    const { runner } = await release.run$(deploy, withInputs(release, { env: 'production', token: 'dora' }))
    expect(runner.outputs['status']).toBe('failed')
    expect(messages(runner.annotations)).toContain("'deployer' on the environment's type")
  })

  test.each([
    ['a delta that does not exist', { 'delta-id': 'f'.repeat(40) }, "Delta 'ffff"],
    ['an environment that does not exist', { env: 'moon' }, "Environment 'moon' does not exist"],
  ])('for %s says which', async (_, inputs, message) => {
    const release = await aRelease()
    const { runner } = await release.run$(deploy, withInputs(release, inputs as unknown as Record<string, string>))
    expect(runner.outputs['status']).toBe('failed')
    expect(messages(runner.annotations)).toContain(message)
  })

  test('because the deployment belongs to another environment says so, and asks for nothing', async () => {
    const release = await aRelease()
    await release.run$(deploy, withInputs(release, { env: 'development' }))
    const [other] = await deploys(release, 'development')
    const { runner, requests } = await release.run$(deploy, { inputs: { env, 'deployment-id': other!.id } })
    expect(messages(runner.annotations)).toContain(
      `Input 'deployment-id' is "${other!.id}", which is no deployment of environment 'staging'`,
    )
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([])
  })

  test('because the environment was never deployed says what to give', async () => {
    const release = await aRelease()
    const { runner } = await release.run$(deploy, { inputs: { env } })
    expect(messages(runner.annotations)).toContain("Environment 'staging' has never been deployed")
  })
})

describe('time that is up', () => {
  test('says so, on the millisecond, and leaves the run alone', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ durationMs: 600_000 })
    const { runner } = await release.run$(deploy, withInputs(release, { timeout: '1m30s' }))
    expect(release.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(90_000)
    expect(runner.outputs).toMatchObject({ status: 'timed-out', 'deployment-id': (await deploys(release))[0]?.id })
    expect(messages(runner.annotations)).toMatch(
      /it is executing, waiting for job 'deploy' \(application\.environment\.deployment/,
    )
    expect(runner.annotations).toMatchObject([
      { kind: 'warning', message: expect.stringContaining('cancel-on-timeout') },
      { kind: 'error' },
    ])
    expect((await allRuns(release))[0]).toMatchObject({ status: 'executing' })
    expect(runner.logged.at(-1)).not.toMatch(/^▸/)
  })

  test('has the run cancelled if told to', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ durationMs: 600_000 })
    const { runner } = await release.run$(deploy, withInputs(release, { timeout: '30', 'cancel-on-timeout': 'true' }))
    expect(runner.outputs['status']).toBe('timed-out')
    expect((await allRuns(release))[0]).toMatchObject({ status: 'cancelled' })
    expect(messages(runner.annotations)).toContain('its cancellation was asked for')
  })

  test('while the server is away ends the same way', async () => {
    const release = await aRelease()
    release.orchestrator.control.behave({ durationMs: 600_000 })
    const { runner } = await release.run$(deploy, {
      ...withInputs(release, { timeout: '1m' }),
      through: answering(/GET/, (count) => (count > 10 ? { status: 502 } : undefined)),
    })
    expect(runner.outputs['status']).toBe('timed-out')
    expect(messages(runner.annotations)).toContain('It could not be read at last: GET')
  })

  test('after a lost last answer never hides that a run may go on', async () => {
    const release = await aRelease()
    const { runner } = await release.run$(deploy, {
      ...withInputs(release),
      through: answering(oneRun, (count) => (count > 1 ? { status: 401 } : undefined)),
    })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'unknown', 'run-id': expect.any(String) })
    expect(messages(runner.annotations)).toContain('may go on by itself')
    expect(messages(runner.annotations)).toContain('401')
  })
})

describe('the comment', () => {
  const commentOf = async (release: Release, options: Parameters<Release['run$']>[1]) => {
    const { sent } = await release.run$(deploy, {
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
    const { runner } = await release.run$(deploy, { ...withInputs(release), ...interrupting(oneRun, 3) })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'cancelled', 'run-id': expect.any(String) })
    const [run] = await allRuns(release)
    expect(messages(runner.annotations)).toContain(`Run '${run?.id}' of pipeline 'default' may go on by itself`)
    expect(run?.status).toBe('executing')
  })

  test('has its run cancelled if told to, at once', async () => {
    const release = await aRelease()
    const { runner } = await release.run$(deploy, {
      ...withInputs(release, { 'cancel-on-abort': 'true' }),
      ...interrupting(oneRun, 3),
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
    const { through, onStart } = interrupting(oneRun, 3)
    let interruptedAt = 0
    const silent: Through = (send) => async (request) => {
      if (!request.url.endsWith('/cancel')) return send(request)
      interruptedAt ||= began()
      await release.clock.sleep(request.timeoutMs ?? 1e9)
      throw new TimeoutError('no answer')
    }
    const { runner } = await release.run$(deploy, {
      ...withInputs(release, { 'cancel-on-abort': 'true' }),
      through: both(through, silent),
      onStart,
    })
    expect(release.clock.now() - interruptedAt).toBeLessThanOrEqual(7500)
    expect(messages(runner.annotations)).toMatch(/goes on: its cancellation failed \(no answer\)/)
  })

  test('before anything was asked for leaves nothing behind', async () => {
    const release = await aRelease()
    const { runner, requests } = await release.run$(deploy, {
      ...withInputs(release),
      onStart: (started) => started.interrupt(),
    })
    expect(requests).toEqual([])
    expect(runner.outputs['status']).toBe('cancelled')
    expect(messages(runner.annotations)).toContain('Nothing had been started')
  })

  test('while the request is on its way learns the run with the same key, and cancels it', async () => {
    const release = await aRelease()
    const { runner, sent } = await release.run$(deploy, {
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
    const { runner, sent } = await release.run$(deploy, { ...withInputs(release), ...interrupting(postRuns, 1) })
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
    const { runner, requests } = await release.run$(deploy, {
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
    await release.run$(deploy, { ...inputs, through: dead, onStart: (runner) => void (states = () => runner.state) })
    return state
  }

  test('cancels the run that the step was killed over', async () => {
    const release = await aRelease()
    const state = await killed(release, oneRun)
    const { runner, requests } = await release.run$(deploy, {
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
    const { sent } = await release.run$(deploy, {
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
    const { runner, requests } = await release.run$(deploy, { ...withInputs(release), phase: 'post', state })
    expect(requests).toEqual([])
    expect(runner.annotations).toMatchObject([{ kind: 'warning', message: expect.stringContaining('may go on in') }])
  })

  test('does nothing after a step that came to its end, whatever that was, or that never asked', async () => {
    const release = await aRelease()
    const ended = await release.run$(deploy, withInputs(release))
    for (const state of [ended.runner.state, {}]) {
      const { requests, runner } = await release.run$(deploy, {
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
    const { runner } = await release.run$(deploy, {
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
    const { runner, requests } = await release.run$(
      deploy,
      withInputs(release, inputs as unknown as Record<string, string>),
    )
    expect(requests).toEqual([])
    expect(runner.exitCode).toBe(1)
    expect(runner.annotations).toMatchObject([{ kind: 'error', message: expect.stringContaining(message) }])
  })
})

test('writes no summary, and reads no logs, when told so', async () => {
  const release = await aRelease()
  const { runner, requests } = await release.run$(deploy, withInputs(release, { summary: 'false', logs: 'false' }))
  expect(runner.outputs['status']).toBe('succeeded')
  expect(runner.summaryText).toBe('')
  expect(requests.filter((request) => request.includes('/logs'))).toEqual([])
})

test('the page of the deployment is given for the public API, whatever the ids hold', async () => {
  const release = await aRelease()
  const { runner } = await release.run$(deploy, withInputs(release, { 'api-url': 'https://api.humanitec.io' }))
  expect(runner.outputs['url']).toBe(
    `https://app.humanitec.io/orgs/local-org/apps/shop/envs/staging/deploys/${runner.outputs['deployment-id']}`,
  )
})
