import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { post } from '../../src/actions/orchestrator/post.ts'
import { start } from '../../src/actions/orchestrator/start.ts'
import { runPhase } from '../../src/actions/run-action.ts'
import { createHttpTransport } from '../../src/client/transport.ts'
import { type Clock, systemClock } from '../../src/clock.ts'
import { systemRandom } from '../../src/random.ts'
import { type FakeRunner, fakeRunner, type FakeRunnerOptions } from '../support/fake-runner.ts'

export const sources = join(import.meta.dirname, '../../src/index.ts')

/** The orchestrator's command line, from its sources. */
const commandLine = `import { orchestrator } from ${JSON.stringify(sources)}\nawait orchestrator()`

/** A server that answers everything, and says where. */
export const ready = `
import { createServer } from 'node:http'
const server = createServer((_, response) => response.end()).listen(0, '127.0.0.1', () => {
  const url = 'http://127.0.0.1:' + server.address().port
  console.log(JSON.stringify({ event: 'ready', url, org: 'acme', token: 'tok-1' }))
})`

export const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'orchestrator-action-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const scriptFile = (text: string) => {
  const file = join(temporaryFolder(), 'script.mjs')
  writeFileSync(file, text)
  return file
}

export const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export const kill = (pid: number) => {
  if (isRunning(pid)) process.kill(pid, 'SIGKILL')
}

/** Once it has ended; a test that waits in vain runs out of time. */
export const ended = async (pid: number) => {
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
  const connections = await createHttpTransport({ clock, env: {} })
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
export const runMain = async (options: Options = {}) => {
  const runner = await runStep('main', options)
  const pid = Number(runner.state['pid'] ?? 0)
  if (pid > 0) onTestFinished(() => kill(pid))
  return { runner, pid }
}

export const runPost = (state: FakeRunnerOptions['state'] & {}, options: Options = {}) =>
  runStep('post', { ...options, state })
