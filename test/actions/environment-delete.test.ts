import { describe, expect, test } from 'vitest'
import type { HttpRequest, Transport } from '../../src/contract/http.ts'
import { NetworkError } from '../../src/errors.ts'
import { identityOf } from '../../src/policy/environment-id.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import { anApplication, pullRequestEvent, shop } from './a-place-for-previews.ts'

const failureOf = (runner: FakeRunner) => runner.annotations.at(-1)?.message
const runs = '/orgs/local-org/pipeline-runs?app=shop&completed=false'

test('deletes an environment without resources in three calls', async () => {
  const { run, make, ids } = anApplication()
  await make('test')
  const { runner, requests } = await run({ command: 'delete', env: 'test' })
  expect(requests).toEqual([`GET ${shop}/envs`, `GET ${runs}`, `DELETE ${shop}/envs/test`])
  expect(await ids()).toEqual(['development', 'staging'])
  expect(runner.outputs).toEqual({
    status: 'succeeded',
    env: 'test',
    created: '',
    deleted: '1',
    'from-deployment': '',
    url: '',
  })
  expect(runner.logged).toContain("Environment 'test' is deleted.")
  expect(runner.summaryText).toContain("✅ Environment 'test' is deleted.")
})

test('waits until everything is torn down', async () => {
  const { run, make, deploy, ids, clock } = anApplication()
  await make('test')
  await deploy('test')
  const before = clock.slept.length
  const { runner } = await run({ command: 'delete', env: 'test' })
  expect(runner.logged).toContain("Environment 'test' is being deleted.")
  expect(await ids()).not.toContain('test')
  expect(runner.outputs).toMatchObject({ status: 'succeeded', deleted: '1' })
  expect(clock.slept.slice(before).every((ms) => ms >= 1000)).toBe(true)
  expect(clock.slept.length).toBeGreaterThan(before)
})

test('one that is gone is a success, in one call, and again when the job runs again', async () => {
  const { run } = anApplication()
  const { runner, requests } = await run({ command: 'delete', env: 'test' })
  expect(requests).toEqual([`GET ${shop}/envs`])
  expect(runner.exitCode).toBe(0)
  expect(runner.outputs).toMatchObject({ status: 'succeeded', deleted: '0' })
  expect(runner.logged).toContain("There is no environment 'test' to delete.")
})

test('an application that does not exist is an error, and not an environment that is gone', async () => {
  const { run } = anApplication()
  const { runner } = await run({ command: 'delete', env: 'test', app: 'shoop' })
  expect(failureOf(runner)).toContain("404 Application 'shoop'")
  expect(runner.outputs).toEqual({ env: 'test', status: 'failed' })
})

test('waits for one that somebody else deletes, and asks for nothing', async () => {
  const { run, make, deploy, call, ids } = anApplication()
  await make('test')
  await deploy('test')
  await call('DELETE', `${shop}/envs/test`)
  const { runner, requests } = await run({ command: 'delete', env: 'test' })
  expect(requests.every((each) => each.startsWith('GET'))).toBe(true)
  expect(runner.outputs).toMatchObject({ status: 'succeeded', deleted: '1' })
  expect(await ids()).not.toContain('test')
})

test('keeps the last environment of an application, and its runs', async () => {
  const { run, call, begin, ids } = anApplication()
  await call('DELETE', `${shop}/envs/staging`)
  await begin('development')
  const { runner, requests } = await run({ command: 'delete', env: 'development' })
  expect(requests).toEqual([`GET ${shop}/envs`])
  expect(failureOf(runner)).toBe(
    "Environment 'development' is the last one of application 'local-org/shop', and an application keeps one.",
  )
  expect(runner.outputs).toMatchObject({ status: 'failed', deleted: '0' })
  expect(await ids()).toEqual(['development'])
})

test('says so when the platform counts another way', async () => {
  const { run, make, orchestrator } = anApplication()
  await make('test')
  orchestrator.control.failNext({ method: 'DELETE', status: 400, body: '{"message":"the only one"}' })
  const { runner } = await run({ command: 'delete', env: 'test' })
  expect(runner.outputs['status']).toBe('failed')
  expect(failureOf(runner)).toContain("Environment 'test' cannot be deleted, as the last one of an application")
  expect(failureOf(runner)).toContain('the only one')
})

describe('while it is being deployed', () => {
  test('the run is cancelled, the deployment waited for, and then the environment deleted', async () => {
    const { run, make, begin, pass, get, call, ids } = anApplication()
    await make('test')
    const runId = await begin('test')
    pass(300)
    const { last_deploy: deployment } = await get('test')
    expect(deployment?.status).toBe('in progress')
    const { runner, requests } = await run({ command: 'delete', env: 'test' })
    expect(runner.outputs).toMatchObject({ status: 'succeeded', deleted: '1' })
    expect(await ids()).not.toContain('test')
    const cancelled = await call('GET', `${shop}/pipelines/default/runs/${runId}`)
    expect(cancelled.body.status).toBe('cancelled')
    const writes = requests.filter((each) => !each.startsWith('GET'))
    expect(writes).toEqual([`POST ${shop}/pipelines/default/runs/${runId}/cancel`, `DELETE ${shop}/envs/test`])
    const told = runner.logged.filter((line) => line.startsWith('Environment') || line.startsWith('Run'))
    expect(told[0]).toBe(`Run '${runId}' of pipeline 'default' is being cancelled.`)
    expect(told).toContain(`Environment 'test' waits for the end of deployment '${deployment?.id}' (in progress).`)
    expect(told.at(-1)).toBe("Environment 'test' is deleted.")
    expect(new Set(told).size).toBe(told.length)
  })

  test('runs that are queued for it are cancelled too, and those of other environments are not', async () => {
    const { run, make, begin, call } = anApplication()
    await make('test')
    const [first, second, other] = [await begin('test'), await begin('test'), await begin('staging')]
    const { runner, requests } = await run({ command: 'delete', env: 'test' })
    expect(runner.outputs['status']).toBe('succeeded')
    const cancels = requests.filter((each) => each.endsWith('/cancel'))
    expect(new Set(cancels.map((each) => each.split('/').at(-2)))).toEqual(new Set([first, second]))
    expect((await call('GET', `${shop}/pipelines/default/runs/${other}`)).body.status).toBe('succeeded')
  })

  test('a deployment that starts in between only makes it wait', async () => {
    const { run, make, begin, pass, ids } = anApplication()
    await make('test')
    let isFirst = true
    const through =
      (send: Transport): Transport =>
      async (request) => {
        if (request.method === 'DELETE' && isFirst) {
          isFirst = false
          await begin('test')
          pass(1000)
        }
        return send(request)
      }
    const { runner } = await run({ command: 'delete', env: 'test' }, { through })
    expect(runner.outputs).toMatchObject({ status: 'succeeded', deleted: '1' })
    expect(runner.logged.join('\n')).toContain("Environment 'test' cannot be deleted yet:")
    expect(await ids()).not.toContain('test')
  })

  test('the time may be up before, and the message says what was waited for', async () => {
    const { run, make, begin, pass, orchestrator } = anApplication()
    orchestrator.control.behave({ durationMs: 3_600_000 })
    await make('test')
    await begin('test')
    pass(1000)
    const { runner } = await run({ command: 'delete', env: 'test', timeout: '1m' })
    expect(runner.outputs).toMatchObject({ status: 'timed-out', deleted: '0' })
    expect(failureOf(runner)).toMatch(
      /^Environment 'test' is not gone in the time given\. At last: Environment 'test' waits for the end of deployment '.*' \(in progress\)\.$/,
    )
  })
})

/** The answer to the deletion is lost, before or after it was taken. */
const losing =
  (isTaken: boolean, times: number) =>
  (send: Transport): Transport => {
    let lost = 0
    return async (request: HttpRequest) => {
      if (request.method !== 'DELETE' || lost >= times) return send(request)
      lost += 1
      if (isTaken) await send(request)
      throw new NetworkError('connection reset')
    }
  }

test.each([
  ['once, after it was taken', true, 1],
  ['once, on its way', false, 1],
  ['again and again', false, 8],
])('the answer may be lost %s', async (_, isTaken, times) => {
  const { run, make, ids } = anApplication()
  await make('test')
  const { runner } = await run({ command: 'delete', env: 'test' }, { through: losing(isTaken, times) })
  expect(runner.outputs).toMatchObject({ status: 'succeeded', deleted: '1' })
  expect(await ids()).not.toContain('test')
})

test('a token that may not is told which role it takes', async () => {
  const { run, make, orchestrator } = anApplication()
  await make('test')
  orchestrator.control.failNext({ method: 'DELETE', status: 403, body: '{"message":"no access"}' })
  const { runner } = await run({ command: 'delete', env: 'test' })
  expect(failureOf(runner)).toContain("'deployer' on the environment's type")
  expect(runner.outputs['status']).toBe('failed')
})

test('a job that is cancelled says what goes on', async () => {
  const { run, make, deploy, orchestrator, get } = anApplication()
  orchestrator.control.behave({ teardownMs: 60_000 })
  await make('test')
  await deploy('test')
  let interrupt = () => {}
  const { runner } = await run(
    { command: 'delete', env: 'test' },
    {
      onStart: (started) => {
        interrupt = () => started.interrupt()
      },
      through: (send) => async (request) => {
        const answer = await send(request)
        if (request.url.endsWith('/envs/test') && request.method === 'GET') interrupt()
        return answer
      },
    },
  )
  expect(runner.outputs['status']).toBe('cancelled')
  expect(failureOf(runner)).toBe("The job was cancelled. Environment 'test' is being deleted.")
  expect(await get('test')).toMatchObject({ status: 'deleting' })
})

test('the environment of a closed pull request goes, and that of its neighbour stays', async () => {
  const { run, ids } = anApplication()
  const idOf = (number: number) =>
    identityOf({ id: '1234567', name: 'octo-org/shop' }, { kind: 'pull-request', number }).id
  for (const number of [7, 8]) await run({ command: 'ensure', 'env-from': 'pull-request' }, pullRequestEvent(number))
  const { runner } = await run({ command: 'delete', 'env-from': 'pull-request' }, pullRequestEvent(7))
  expect(runner.outputs).toMatchObject({ env: idOf(7), deleted: '1' })
  expect(await ids()).toEqual(['development', 'staging', idOf(8)])
})
