import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { post } from '../../src/actions/orchestrator/post.ts'
import { start } from '../../src/actions/orchestrator/start.ts'
import { runPhase } from '../../src/actions/run-action.ts'
import { createHttpTransport } from '../../src/client/transport.ts'
import { type Clock, systemClock } from '../../src/clock.ts'
import { systemRandom } from '../../src/random.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { type FakeRunner, type FakeRunnerOptions, fakeRunner } from '../support/fake-runner.ts'

const sources = join(import.meta.dirname, '../../src/index.ts')

/** The orchestrator's command line, from its sources. */
const commandLine = `import { orchestrator } from ${JSON.stringify(sources)}\nawait orchestrator()`

/** A server that answers everything, and says where. */
const ready = `
import { createServer } from 'node:http'
const server = createServer((_, response) => response.end()).listen(0, '127.0.0.1', () => {
  const url = 'http://127.0.0.1:' + server.address().port
  console.log(JSON.stringify({ event: 'ready', url, org: 'acme', token: 'tok-1' }))
})`

const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'orchestrator-action-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const scriptFile = (text: string) => {
  const file = join(temporaryFolder(), 'script.mjs')
  writeFileSync(file, text)
  return file
}

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const kill = (pid: number) => {
  if (isRunning(pid)) process.kill(pid, 'SIGKILL')
}

/** Once it has ended; a test that waits in vain runs out of time. */
const ended = async (pid: number) => {
  while (isRunning(pid)) await systemClock.sleep(5)
}

interface Options extends FakeRunnerOptions {
  script?: string
  clock?: Clock
  onStart?(runner: FakeRunner): void
}

const runStep = async (
  phase: 'main' | 'post',
  { script = commandLine, clock = systemClock, onStart, ...options }: Options,
) => {
  const runner = fakeRunner(options)
  const connections = createHttpTransport({ clock })
  const file = scriptFile(script)
  onStart?.(runner)
  await runPhase({ main: (step) => start(step, file), post }, phase, {
    runner,
    clock,
    random: systemRandom,
    transport: connections.send,
  })
  connections.close()
  return runner
}

/** Whatever becomes of the test, what it starts has ended after it. */
const runMain = async (options: Options = {}) => {
  const runner = await runStep('main', options)
  const pid = Number(runner.state['pid'] ?? 0)
  if (pid > 0) onTestFinished(() => kill(pid))
  return { runner, pid }
}

const runPost = (state: FakeRunnerOptions['state'] & {}, options: Options = {}) =>
  runStep('post', { ...options, state })

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

const warningsOf = ({ annotations }: FakeRunner) =>
  annotations.filter(({ kind }) => kind === 'warning').map(({ message }) => message)

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

test('what is not ready in time is ended', async () => {
  const clock = fakeClock({ auto: true })
  const { runner, pid } = await runMain({
    script: `console.log('not ready'); setInterval(() => {}, 1000)`,
    clock,
  })
  expect(errorsOf(runner)).toEqual(['The orchestrator did not start: it was not ready after 1m, and said nothing.'])
  expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(60_000)
  await ended(pid)
})

test('of what it said before it ended, the last thirty lines are told', async () => {
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

/** Twenty times as fast as time. */
const hasty: Clock = {
  now: () => systemClock.now() * 20,
  sleep: (ms, signal) => systemClock.sleep(ms / 20, signal),
}

test('one that does not end when asked to is killed', async () => {
  const { runner, pid } = await runMain({ script: `process.on('SIGTERM', () => {}); ${ready}` })
  const after = await runPost(runner.state, { clock: hasty })
  expect(warningsOf(after)).toEqual(['The orchestrator did not end when it was asked to, so it was killed.'])
  expect(after.exitCode).toBe(0)
  await ended(pid)
})

test('one that has ended before the job is told of, and fails nothing', async () => {
  const { runner, pid } = await runMain({ script: ready })
  kill(pid)
  await ended(pid)
  const after = await runPost(runner.state)
  expect(warningsOf(after)).toEqual([
    'The orchestrator had ended before the job did. Its log says why, if it could tell.',
  ])
  expect(after.exitCode).toBe(0)
})

test('a process that has its id by now is left alone', async () => {
  const { runner, pid } = await runMain({ script: ready })
  kill(pid)
  await ended(pid)
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  onTestFinished(() => void other.kill('SIGKILL'))
  await runPost({ ...runner.state, pid: String(other.pid) })
  expect({ exitCode: other.exitCode, signal: other.signalCode }).toEqual({ exitCode: null, signal: null })
  expect(isRunning(other.pid ?? 0)).toBe(true)
})

test('its log is shown when the job ends, whatever is in it', async () => {
  const { runner } = await runMain({ script: `console.error('bug: x\\n::error::forged\\ntoken tok-1'); ${ready}` })
  const after = await runPost(runner.state)
  expect(after.logged.slice(1)).toEqual([
    '▸ Log of the orchestrator',
    'bug: x',
    String.raw`\::error::forged`,
    'token ***',
    '◂',
  ])
  expect(after.masks).toEqual(['tok-1'])
})

test('of a log that is long, the end is shown', async () => {
  const { runner } = await runMain({
    script: `for (let n = 0; n < 5000; n += 1) console.error(String(n).padStart(99, '.')); ${ready}`,
  })
  const { logged } = await runPost(runner.state)
  const lines = logged.slice(2, -1)
  expect(lines[0]).toBe('…')
  expect(new Set(lines.slice(1).map((line) => line.length))).toEqual(new Set([99]))
  expect(lines.at(-1)).toMatch(/\.4999$/)
  expect(lines.length).toBe(1 + Math.floor((256 * 1024 - 1) / 100))
})

test('after a step that was killed before it began, there is nothing to do', async () => {
  const after = await runPost({})
  expect({ logged: after.logged, annotations: after.annotations }).toEqual({ logged: [], annotations: [] })
})
