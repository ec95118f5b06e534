import { describe, expect, test } from 'vitest'
import type { Transport } from '../../src/contract/http.ts'
import { NetworkError } from '../../src/errors.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import { anApplication, shop } from './a-place-for-previews.ts'

const failureOf = (runner: FakeRunner) => runner.annotations.at(-1)?.message

/** The answer to the first request of this kind is lost, after the request was taken. */
const losing =
  (method: string) =>
  (send: Transport): Transport => {
    let lost = 0
    return async (request) => {
      const answer = await send(request)
      if (request.method === method && lost++ === 0) throw new NetworkError('connection reset')
      return answer
    }
  }

describe('ensure', () => {
  test('creates an environment in two calls, and says so', async () => {
    const { run, get } = anApplication()
    const { runner, requests } = await run({ command: 'ensure', env: 'test', type: 'preview' })
    expect(requests).toEqual([`GET ${shop}/envs/test`, `POST ${shop}/envs`])
    expect(await get('test')).toMatchObject({ name: 'test', type: 'preview' })
    expect(runner.outputs).toEqual({
      status: 'succeeded',
      env: 'test',
      created: 'true',
      deleted: '',
      'from-deployment': '',
      url: '',
    })
    expect(runner.logged).toContain("Environment 'test' was created.")
    expect(runner.summaryText).toContain("### Environment `test`\n\n✅ Environment 'test' was created.")
    expect(runner.exitCode).toBe(0)
  })

  test('takes one that exists as it is, in one call', async () => {
    const { run, deploy, get } = anApplication()
    await deploy('development')
    const first = await run({ command: 'ensure', env: 'test', type: 'development' })
    const again = await run({ command: 'ensure', env: 'test', type: 'development', 'from-env': 'development' })
    expect(first.runner.outputs['created']).toBe('true')
    expect(again.requests).toEqual([`GET ${shop}/envs/test`])
    expect(again.runner.outputs).toMatchObject({ status: 'succeeded', created: 'false', 'from-deployment': '' })
    expect(await get('test')).not.toHaveProperty('from_deploy')
  })

  test('starts from the last deployment of another environment, and of its type if none is given', async () => {
    const { run, deploy, get } = anApplication()
    const deploymentId = await deploy('staging')
    const { runner, requests } = await run({ command: 'ensure', env: 'test', 'from-env': 'staging' })
    expect(requests).toEqual([`GET ${shop}/envs/test`, `GET ${shop}/envs/staging`, `POST ${shop}/envs`])
    expect(await get('test')).toMatchObject({ type: 'development', from_deploy: { id: deploymentId } })
    expect(await get('test')).not.toHaveProperty('last_deploy')
    expect(runner.outputs['from-deployment']).toBe(deploymentId)
  })

  test('warns when that deployment has failed, and takes it', async () => {
    const { run, begin, pass, orchestrator } = anApplication()
    orchestrator.control.behave({ workloads: { web: { fail: { message: 'no such image' } } } })
    await begin('staging')
    for (let turn = 0; turn < 10; turn += 1) pass(1000)
    const { runner } = await run({ command: 'ensure', env: 'test', 'from-env': 'staging' })
    expect(runner.outputs['created']).toBe('true')
    expect(runner.annotations).toEqual([
      expect.objectContaining({ kind: 'warning', message: expect.stringContaining("last deployment of 'staging'") }),
    ])
  })

  test.each([
    ['staging', `Input 'from-env' is "staging", which has never been deployed, so there is nothing to start from.`],
    ['nowhere', `Input 'from-env' is "nowhere", which is no environment of application 'local-org/shop'.`],
  ])('says what is wrong with the base %s, and creates nothing', async (base, message) => {
    const { run, ids } = anApplication()
    const { runner } = await run({ command: 'ensure', env: 'test', 'from-env': base })
    expect(failureOf(runner)).toContain(message)
    expect(runner.outputs).toEqual({ env: 'test', status: 'failed' })
    expect(await ids()).toEqual(['development', 'staging'])
  })

  test('starts from a deployment', async () => {
    const { run, deploy, get } = anApplication()
    const deploymentId = await deploy('staging')
    await run({ command: 'ensure', env: 'test', 'from-deployment': deploymentId })
    expect(await get('test')).toMatchObject({ from_deploy: { id: deploymentId } })
  })

  test('refuses one of another type', async () => {
    const { run } = anApplication()
    const { runner, requests } = await run({ command: 'ensure', env: 'staging', type: 'production' })
    expect(requests).toHaveLength(1)
    expect(runner.outputs).toMatchObject({ status: 'failed', created: 'false' })
    expect(failureOf(runner)).toBe(
      "Environment 'staging' exists with the type 'development', not 'production'. A type cannot be changed: " +
        'delete the environment first, or give its type.',
    )
    expect(runner.summaryText).toContain("❌ Environment 'staging' exists with the type 'development'")
  })

  test('tells what the platform has against it', async () => {
    const { run } = anApplication()
    const { runner } = await run({ command: 'ensure', env: 'test', type: 'unheard-of' })
    expect(failureOf(runner)).toContain("400 Environment type 'unheard-of' does not exist")
    expect(runner.outputs['status']).toBe('failed')
  })

  test('waits out one that is being deleted, and creates it anew', async () => {
    const { run, make, deploy, call, clock, get } = anApplication()
    await make('test', { name: 'old' })
    await deploy('test')
    expect((await call('DELETE', `${shop}/envs/test`)).status).toBe(202)
    const before = clock.slept.length
    const { runner } = await run({ command: 'ensure', env: 'test', type: 'preview' })
    expect(runner.outputs).toMatchObject({ status: 'succeeded', created: 'true' })
    expect(await get('test')).toMatchObject({ name: 'test', type: 'preview', status: 'active' })
    expect(clock.slept.length).toBeGreaterThan(before)
    const told = runner.logged.filter((line) => line.includes('being deleted'))
    expect(told).toEqual(["Environment 'test' is being deleted: it is created anew once it is gone."])
  })

  test('gives up at its timeout, and says what it waited for', async () => {
    const { run, make, deploy, call, orchestrator } = anApplication()
    orchestrator.control.behave({ teardownMs: 3_600_000 })
    await make('test')
    await deploy('test')
    await call('DELETE', `${shop}/envs/test`)
    const { runner } = await run({ command: 'ensure', env: 'test', timeout: '1m' })
    expect(runner.outputs['status']).toBe('timed-out')
    expect(failureOf(runner)).toBe(
      "Environment 'test' is not there in the time given. At last: Environment 'test' is being deleted: " +
        'it is created anew once it is gone.',
    )
  })

  test('whose answer is lost is found by its id, and not created twice', async () => {
    const { run, ids } = anApplication()
    const { runner, requests } = await run({ command: 'ensure', env: 'test' }, { through: losing('POST') })
    expect(requests).toEqual([`GET ${shop}/envs/test`, `POST ${shop}/envs`, `GET ${shop}/envs/test`])
    expect(runner.outputs).toMatchObject({ status: 'succeeded', created: 'true' })
    expect(await ids()).toContain('test')
  })

  test('that never arrived is unknown after three looks, and names what to do', async () => {
    const { run } = anApplication()
    const through =
      (send: Transport): Transport =>
      (request) =>
        request.method === 'POST' ? Promise.reject(new NetworkError('connection reset')) : send(request)
    const { runner, requests } = await run({ command: 'ensure', env: 'test' }, { through })
    expect(requests.filter((each) => each.startsWith('POST'))).toHaveLength(1)
    expect(requests.filter((each) => each.startsWith('GET'))).toHaveLength(4)
    expect(runner.outputs).toMatchObject({ status: 'unknown', created: 'false' })
    expect(failureOf(runner)).toMatch(/^Whether environment 'test' was created is not known: .*\. Run this again/)
  })

  test('goes on when somebody else is faster', async () => {
    const { run, make } = anApplication()
    let isFirst = true
    const through =
      (send: Transport): Transport =>
      async (request) => {
        if (request.method === 'POST' && isFirst) {
          isFirst = false
          await make('test')
        }
        return send(request)
      }
    const { runner, requests } = await run({ command: 'ensure', env: 'test' }, { through })
    expect(requests).toEqual([`GET ${shop}/envs/test`, `POST ${shop}/envs`, `GET ${shop}/envs/test`])
    expect(runner.outputs).toMatchObject({ status: 'succeeded', created: 'false' })
  })

  test('lives through a server that is away', async () => {
    const { run, orchestrator } = anApplication()
    orchestrator.control.failNext({ status: 503, times: 10 })
    const { runner } = await run({ command: 'ensure', env: 'test' })
    expect(runner.outputs).toMatchObject({ status: 'succeeded', created: 'true' })
  })

  test('says when the job was cancelled that it may have been created', async () => {
    const { run, orchestrator } = anApplication()
    let interrupt = () => {}
    const { runner } = await run(
      { command: 'ensure', env: 'test' },
      {
        onStart: (started) => {
          interrupt = () => started.interrupt()
        },
        through: () => (request) => {
          if (request.method === 'POST') interrupt()
          return orchestrator.handle(request)
        },
      },
    )
    expect(runner.outputs['status']).toBe('cancelled')
    expect(failureOf(runner)).toContain("Whether environment 'test' was created is not known: the job was cancelled")
  })
})

describe('rebase', () => {
  test('decides what the next deployment starts from, and deploys nothing', async () => {
    const { run, deploy, get } = anApplication()
    const [before, deploymentId] = [await deploy('staging'), await deploy('development')]
    const { runner, requests } = await run({ command: 'rebase', env: 'staging', 'from-env': 'development' })
    expect(requests).toEqual([
      `GET ${shop}/envs/staging`,
      `GET ${shop}/envs/development`,
      `PUT ${shop}/envs/staging/from_deploy_id`,
    ])
    expect(await get('staging')).toMatchObject({ from_deploy: { id: deploymentId }, last_deploy: { id: before } })
    expect(runner.outputs).toMatchObject({ status: 'succeeded', env: 'staging', 'from-deployment': deploymentId })
    expect(runner.logged).toContain(
      `The next deployment in 'staging' starts from deployment '${deploymentId}' instead of '${before}'.`,
    )
  })

  test('whose answer is lost is asked for again', async () => {
    const { run, deploy, get } = anApplication()
    const deploymentId = await deploy('development')
    const inputs = { command: 'rebase', env: 'staging', 'from-deployment': deploymentId }
    const { runner } = await run(inputs, { through: losing('PUT') })
    expect(runner.exitCode).toBe(0)
    expect(await get('staging')).toMatchObject({ from_deploy: { id: deploymentId } })
  })

  test.each([
    [{ env: 'staging', 'from-deployment': 'abc' }, `Input 'from-deployment' is "abc", which is no deployment of`],
    [{ env: 'staging', 'from-env': 'development' }, `Input 'from-env' is "development", which has never been deployed`],
    [
      { env: 'nowhere', 'from-deployment': 'abc' },
      "There is no environment 'nowhere' in application 'local-org/shop'.",
    ],
  ])('with %o says what is wrong', async (inputs, message) => {
    const { run } = anApplication()
    const { runner } = await run({ command: 'rebase', ...inputs })
    expect(failureOf(runner)).toContain(message)
    expect(runner.outputs['status']).toBe('failed')
  })

  test('refuses an environment that is being deleted', async () => {
    const { run, make, deploy, call } = anApplication()
    await make('test')
    const deploymentId = await deploy('test')
    await call('DELETE', `${shop}/envs/test`)
    const { runner } = await run({ command: 'rebase', env: 'test', 'from-deployment': deploymentId })
    expect(failureOf(runner)).toBe("Environment 'test' is being deleted.")
  })
})
