import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fakeClock } from '../support/fake-clock.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import { ended, ready, runMain, runPost, sources, temporaryFolder } from './an-orchestrator-step.ts'

const call = (runner: FakeRunner, method: string, path: string, body?: object) =>
  fetch(`${runner.outputs['api-url']}${path}`, {
    method,
    headers: { authorization: `Bearer ${runner.outputs['token']}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  }).then(
    ({ status }) => status,
    () => 'down',
  )

const errorsOf = ({ annotations }: FakeRunner) =>
  annotations.filter(({ kind }) => kind === 'error').map(({ message }) => message)

test('starts with a seed, tells later steps where it is, and stops at the end of the job', async () => {
  const { runner, pid } = await runMain({
    inputs: { seed: 'seed.yaml' },
    files: { 'seed.yaml': 'organizations: [{ id: acme, applications: [{ id: shop }] }]' },
  })
  const { 'api-url': url, token } = runner.outputs
  expect({ exitCode: runner.exitCode, annotations: runner.annotations }).toEqual({ exitCode: 0, annotations: [] })
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(runner.outputs).toEqual({ 'api-url': url, token, org: 'acme' })
  expect(runner.exported).toEqual({ HUMANITEC_API_URL: url, HUMANITEC_TOKEN: token, HUMANITEC_ORG: 'acme' })
  expect(runner.masks).toEqual([token])
  expect(runner.logged).toEqual([`The orchestrator listens at ${url} and holds the organization 'acme'.`])
  expect(await call(runner, 'GET', '/orgs/acme/apps/shop')).toBe(200)

  const after = await runPost(runner.state)
  expect(after.logged.map((line) => line.replace(/\d+ms$/, 'N ms'))).toEqual([
    'The orchestrator is stopped.',
    '▸ Log of the orchestrator',
    'GET /orgs/acme/apps/shop 200 N ms',
    'GET /current-user 200 N ms',
    '◂',
  ])
  expect(after.annotations).toEqual([])
  await ended(pid)
  expect(await call(runner, 'GET', '/orgs/acme/apps/shop')).toBe('down')
})

test('without inputs it holds an organization with nothing in it, and the control door is closed', async () => {
  const { runner } = await runMain()
  expect(runner.outputs['org']).toBe('local-org')
  expect(await call(runner, 'GET', '/orgs/local-org/apps')).toBe(200)
  expect(await call(runner, 'POST', '/_orchestrator/advance', { ms: 1 })).toBe(404)
})

test('opens the control door when told to', async () => {
  const { runner } = await runMain({ inputs: { control: 'true' } })
  expect(await call(runner, 'POST', '/_orchestrator/advance', { ms: 1 })).toBe(200)
})

test('goes on with what is in its folder', async () => {
  const inputs = { 'data-dir': join(temporaryFolder(), 'state') }
  const first = await runMain({ inputs })
  expect(await call(first.runner, 'POST', '/orgs/local-org/apps', { id: 'shop', name: 'Shop' })).toBe(201)
  await runPost(first.runner.state)
  const second = await runMain({ inputs })
  expect(await call(second.runner, 'GET', '/orgs/local-org/apps/shop')).toBe(200)
})

test('listens at the port it is given', async () => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  const { runner } = await runMain({ inputs: { port: String(port) } })
  expect(runner.outputs['api-url']).toBe(`http://127.0.0.1:${port}`)
})

test.each([
  ['a port that is none', { port: 'http' }, `Input 'port' is "http", which is not a whole number.`],
  ['a port that is too large', { port: '65536' }, `Input 'port' is "65536", which is too large. Write 65535 or less.`],
  [
    'a switch that is neither',
    { control: 'maybe' },
    `Input 'control' is "maybe", which is not a boolean. Write true or false.`,
  ],
  ['a seed that is not there', { seed: 'seed.yaml' }, `Input 'seed' is "seed.yaml", which does not exist.`],
  [
    'a seed from elsewhere',
    { seed: sources },
    expect.stringContaining('which lies outside of the workspace (GITHUB_WORKSPACE) and of RUNNER_TEMP.'),
  ],
])('%s is refused, and nothing is started', async (_, inputs, expected) => {
  const { runner } = await runMain({ inputs })
  expect(errorsOf(runner)).toEqual([expected])
  expect({ exitCode: runner.exitCode, state: runner.state, outputs: runner.outputs }).toEqual({
    exitCode: 1,
    state: {},
    outputs: {},
  })
})

test('a seed with a mistake fails the step with what is wrong, and where', async () => {
  const { runner, pid } = await runMain({
    inputs: { seed: 'seed.yaml' },
    files: { 'seed.yaml': 'organizations:\n  - name: acme\n' },
  })
  expect(runner.exitCode).toBe(1)
  expect(errorsOf(runner)).toEqual([
    expect.stringMatching(
      /^The orchestrator did not start: it ended with exit code 1:\nThe seed file is not right:\n {2}line 2, organizations\[0\]: /,
    ),
  ])
  expect(errorsOf(runner)[0]).toContain(`'id' is missing`)
  expect({ outputs: runner.outputs, exported: runner.exported }).toEqual({ outputs: {}, exported: {} })
  await ended(pid)
  const after = await runPost(runner.state)
  expect({ logged: after.logged, annotations: after.annotations }).toEqual({ logged: [], annotations: [] })
})

test('a port that is taken fails the step, and it says what to do', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as AddressInfo
  const { runner } = await runMain({ inputs: { port: String(port) } })
  expect(errorsOf(runner)).toEqual([
    expect.stringMatching(/EADDRINUSE[^\n]*\nPort \d+ is taken: leave out `port` to have any free one\.$/),
  ])
})

test('a folder for the data that is a file fails the step', async () => {
  const { runner } = await runMain({ inputs: { 'data-dir': 'taken' }, files: { taken: '' } })
  expect(errorsOf(runner)).toEqual([expect.stringContaining('EEXIST')])
  expect(errorsOf(runner)[0]).toContain('/workspace/taken')
})

test('an orchestrator that is not ready in time is ended', async () => {
  const clock = fakeClock({ auto: true })
  const { runner, pid } = await runMain({
    script: `console.log('not ready'); setInterval(() => {}, 1000)`,
    clock,
  })
  expect(errorsOf(runner)).toEqual(['The orchestrator did not start: it was not ready after 1m, and said nothing.'])
  expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(60_000)
  await ended(pid)
})

test('of what the orchestrator said before it ended, the last thirty lines are told', async () => {
  const { runner } = await runMain({
    script: `for (let n = 1; n <= 100; n += 1) console.error('line ' + n); process.exitCode = 3`,
  })
  const [message = ''] = errorsOf(runner)
  expect(message.split('\n')).toHaveLength(31)
  expect(message).toMatch(/^The orchestrator did not start: it ended with exit code 3:\nline 71\n/)
  expect(message).toMatch(/\nline 100$/)
})

test('a job that is cancelled while it starts leaves nothing running', async () => {
  const clock = fakeClock()
  let cancel = () => {}
  const { runner, pid } = await runMain({
    script: 'setInterval(() => {}, 1000)',
    clock: {
      now: clock.now,
      sleep: (ms, signal) => {
        const slept = clock.sleep(ms, signal)
        cancel()
        return slept
      },
    },
    onStart: (started) => {
      cancel = () => started.interrupt()
    },
  })
  expect(errorsOf(runner)).toEqual(['The step was interrupted (SIGINT).'])
  expect(runner.outputs).toEqual({})
  await ended(pid)
})

test('only a whole line that says where it listens counts as ready', async () => {
  const { runner } = await runMain({
    script: `console.log('Debugger attached.'); console.log('{"event":"ready"}'); console.log('null'); ${ready}`,
  })
  expect({ exitCode: runner.exitCode, org: runner.outputs['org'] }).toEqual({ exitCode: 0, org: 'acme' })
})
