import { expect, test } from 'vitest'
import { minutes, seconds } from '../orchestrator/a-shop.ts'
import { aGithub, githubApiUrl } from './a-github.ts'
import { anExampleShop } from './an-example.ts'

const name = 'test-before-production'

/** A run whose tests have been started, unless something is in the way. */
const testing = async ({ withToken = true, status = 204, inputs = {} } = {}) => {
  const github = aGithub()
  github.refuse(status)
  const it = anExampleShop({ transport: github.transport, githubApiUrl })
  if (withToken) await it.secret('github-token', 'ghs_sesame')
  await it.deploy('staging', 'web')
  await it.add(name)
  const run = await it.start(name, inputs)
  return {
    ...it,
    github,
    started: run,
    /** Lets the step look at the tests again. */
    look: async () => {
      await it.after(seconds(10))
      await it.settle()
    },
  }
}

test('production gets what staging has when the tests have passed', async () => {
  const it = await testing({ inputs: { ref: 'release-12' } })
  const [start] = it.github.starts()
  expect(start).toMatchObject({
    url: `${githubApiUrl}/repos/acme/shop/actions/workflows/end-to-end.yml/dispatches`,
    headers: { authorization: 'Bearer ghs_sesame' },
  })
  expect(JSON.parse(String(start?.body))).toMatchObject({ ref: 'release-12', inputs: { environment: 'staging' } })
  await it.look()
  expect(await it.run(it.started)).toMatchObject({
    status: 'executing',
    waiting_for: { test: 'github.run(https://github.test/acme/shop/actions/runs/7)' },
  })
  it.github.end('success')
  await it.look()
  await it.after(seconds(3))
  expect(await it.run(it.started)).toMatchObject({ status: 'succeeded' })
  const [source] = await it.deploys('staging')
  expect(await it.deploys('production')).toMatchObject([
    { set_id: source?.set_id, comment: 'Tested by https://github.test/acme/shop/actions/runs/7' },
  ])
})

test.each(['failure', 'cancelled', 'timed_out'])(
  'tests that end as %s keep production as it is',
  async (conclusion) => {
    const it = await testing()
    it.github.end(conclusion)
    await it.look()
    expect(await it.run(it.started)).toMatchObject({
      status: 'failed',
      status_message: expect.stringContaining(`end-to-end.yml in acme/shop ended as ${conclusion}`),
    })
    expect(await it.statuses(it.started)).toEqual({ test: 'failed', release: 'skipped' })
    expect(await it.deploys('production')).toEqual([])
  },
)

test('tests that take longer than half an hour are not waited for, and started no second time', async () => {
  const it = await testing()
  for (let minute = 0; minute < 31; minute += 1) {
    await it.after(minutes(1))
    await it.settle()
  }
  expect(await it.run(it.started)).toMatchObject({
    status: 'failed',
    status_message: expect.stringContaining('Timed out after 30 minutes'),
  })
  expect(await it.log(it.started, 'test', 1)).toContain(
    'end-to-end.yml in acme/shop goes on, but nobody waits for it any more',
  )
  expect(it.github.starts()).toHaveLength(1)
})

test('a run that is cancelled while the tests go on deploys nothing, whatever they say', async () => {
  const it = await testing()
  await it.look()
  await it.cancel(it.started)
  it.github.end('success')
  await it.look()
  expect(await it.statuses(it.started)).toEqual({ test: 'cancelled', release: 'cancelled' })
  expect(await it.deploys('production')).toEqual([])
})

test('workloads that are not ready are not tested', async () => {
  const github = aGithub()
  const it = anExampleShop({ transport: github.transport, githubApiUrl })
  it.orchestrator.control.behave({ workloads: { web: { neverReady: 'CrashLoopBackOff' } } })
  await it.secret('github-token', 'ghs_sesame')
  await it.deploy('staging', 'web')
  await it.add(name)
  const run = await it.start(name)
  await it.after(minutes(5))
  expect(await it.run(run)).toMatchObject({
    status: 'failed',
    status_message: expect.stringMatching(/staging were not ready after 5 minutes.*CrashLoopBackOff/),
  })
  expect(github.sent).toEqual([])
})

test('a token that GitHub does not take fails the run, which does not show it', async () => {
  const it = await testing({ status: 401 })
  const seen = JSON.stringify([await it.run(it.started), await it.log(it.started, 'test', 1)])
  expect(seen).toContain('GitHub answered the start of end-to-end.yml in acme/shop with 401')
  expect(seen).not.toContain('sesame')
})

test('without the shared value there is no token, and nothing is sent', async () => {
  const it = await testing({ withToken: false })
  expect((await it.run(it.started)).status_message).toContain('access_token is empty')
  expect(it.github.sent).toEqual([])
})
