import { spawn } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { type Clock, systemClock } from '../../src/clock.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import { ended, isRunning, kill, ready, runMain, runPost } from './an-orchestrator-step.ts'

const warningsOf = ({ annotations }: FakeRunner) =>
  annotations.filter(({ kind }) => kind === 'warning').map(({ message }) => message)

/** Twenty times as fast as time. */
const hasty: Clock = {
  now: () => systemClock.now() * 20,
  sleep: (ms, signal) => systemClock.sleep(ms / 20, signal),
}

test('an orchestrator that does not end when asked to is killed', async () => {
  const { runner, pid } = await runMain({ script: `process.on('SIGTERM', () => {}); ${ready}` })
  const after = await runPost(runner.state, { clock: hasty })
  expect(warningsOf(after)).toEqual(['The orchestrator did not end when it was asked to, so it was killed.'])
  expect(after.exitCode).toBe(0)
  await ended(pid)
})

test('an orchestrator that has ended before the job is told of, and fails nothing', async () => {
  const { runner, pid } = await runMain({ script: ready })
  kill(pid)
  await ended(pid)
  const after = await runPost(runner.state)
  expect(warningsOf(after)).toEqual([
    'The orchestrator had ended before the job did. Its log says why, if it could tell.',
  ])
  expect(after.exitCode).toBe(0)
})

test('a process that has the id of an orchestrator that ended is left alone', async () => {
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
