import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import * as fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'

import { parseCommand } from '../../scripts/workflow/commands.ts'
import { createStepFiles } from '../../scripts/workflow/files.ts'
import { plainLine, plainText } from '../../src/text/control.ts'
import { fakeRandom } from '../support/fake-random.ts'

const runnerPath = resolve(import.meta.dirname, '../../src/runner/runner.ts')

/** Runs the body in a process of its own, as a step is, with `runner` in scope. */
const startStep = async (body: string, env: Record<string, string> = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'step-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const script = `import { createRunner } from ${JSON.stringify(runnerPath)}\nconst runner = createRunner()\n${body}`
  const files = await createStepFiles(folder, fakeRandom())
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script], {
    env: { PATH: process.env['PATH'], RUNNER_TEMP: folder, ...files.variables, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  const closed = once(child, 'close')
  return {
    child,
    ended: async () => {
      const [exitCode] = (await closed) as [number | null]
      const { outputs, state, summary } = await files.read()
      return { exitCode, stdout, outputs: Object.fromEntries(outputs), state: Object.fromEntries(state), summary }
    },
  }
}

const runStep = async (body: string, env?: Record<string, string>) => (await startStep(body, env)).ended()

it('a step ends by itself although it listens for signals, leaving its outputs, its state and its summary', async () => {
  const step = await runStep(
    `runner.setOutput('env', runner.inputs.required('env'))
     runner.saveState('run-id', 'r-1')
     runner.summary('# done')
     runner.fail(runner.inputs.token('token'))`,
    { INPUT_ENV: 'dev', HUMANITEC_TOKEN: 'tok-123' },
  )
  expect(step).toEqual({
    exitCode: 1,
    stdout: '::add-mask::tok-123\n::error::***\n',
    outputs: { env: 'dev' },
    state: { 'run-id': 'r-1' },
    summary: '# done\n\n',
  })
})

it('a step says everything in the way that GitHub reads it', async () => {
  const { stdout } = await runStep(
    `runner.startGroup('deploying')
     runner.info('one\\ntwo')
     runner.debug('detail')
     runner.endGroup()
     runner.notice('hello')
     runner.warning('100% of\\n2 pods', { title: 'a: b, c', file: 'score.yaml', line: 7 })
     runner.info(runner.getState('run-id') + ' ' + runner.getState('other'))`,
    { RUNNER_DEBUG: '1', 'STATE_run-id': 'r-1' },
  )
  expect(stdout.split('\n')).toEqual([
    '::group::deploying',
    'one',
    'two',
    '::debug::detail',
    '::endgroup::',
    '::notice::hello',
    '::warning title=a%3A b%2C c,file=score.yaml,line=7::100%25 of%0A2 pods',
    'r-1 undefined',
    '',
  ])
})

it('a step turns no text into a command of its own, whichever way it prints it', async () => {
  const hostile = fc
    .array(fc.constantFrom('::', 'error', 'add-mask', '::x', '\n', '\r', '%0A', '%', ' ', ',', '=', '##[', 'é'))
    .map((pieces) => pieces.join(''))
  const texts = fc.array(hostile, { minLength: 300, maxLength: 300 })
  const saysIt = async (given: string[]) => {
    const { stdout } = await runStep(
      `for (const text of JSON.parse(process.env.TEXTS)) {
         runner.info(text)
         runner.debug(text)
         runner.notice(text, { title: text, file: text, line: 3 })
         runner.startGroup(text)
         runner.endGroup()
       }`,
      { RUNNER_DEBUG: '1', TEXTS: JSON.stringify(given) },
    )
    const lines = stdout.split('\n')
    expect(lines.filter((line) => !parseCommand(line) && line.includes('##['))).toEqual([])
    expect(lines.flatMap((line) => parseCommand(line) ?? [])).toEqual(
      given.flatMap((text) => {
        const [message, line] = [plainText(text), plainLine(text)]
        const place = line === '' ? {} : { title: line, file: line }
        return [
          { name: 'debug', properties: {}, message },
          { name: 'notice', properties: { ...place, line: '3' }, message },
          { name: 'group', properties: {}, message: line },
          { name: 'endgroup', properties: {}, message: '' },
        ]
      }),
    )
  }
  // No shrinking: every attempt is a process.
  await fc.assert(fc.asyncProperty(texts, saysIt), { numRuns: 2, endOnFailure: true })
})

it('a step lets no value define another output or state', async () => {
  const piece = fc.constantFrom('token<<ghadelimiter_', 'ghadelimiter_', 'token=x', 'name<<EOF', 'EOF', '', 'a')
  const values = fc.array(
    fc.array(piece).map((lines) => lines.join('\n')),
    { minLength: 50, maxLength: 50 },
  )
  const keeps = async (given: string[]) => {
    const { outputs, state } = await runStep(
      `for (const [index, value] of JSON.parse(process.env.VALUES).entries()) {
         runner.setOutput('result-' + index, value)
         runner.saveState('result-' + index, value)
       }`,
      { VALUES: JSON.stringify(given) },
    )
    const expected = Object.fromEntries(given.map((value, index) => [`result-${index}`, value]))
    expect([outputs, state]).toEqual([expected, expected])
  }
  await fc.assert(fc.asyncProperty(values, keeps), { numRuns: 2, endOnFailure: true })
})

it('a step whose summary cannot be written says so, and succeeds all the same', async () => {
  const step = await runStep(`runner.summary('# done')`, { GITHUB_STEP_SUMMARY: '/no/such/folder/summary.md' })
  expect(step).toMatchObject({ exitCode: 0 })
  expect(step.stdout).toMatch(/^::warning::The job summary could not be written: ENOENT/)
})

it('outside of GitHub, outputs, variables, state and summary go nowhere, quietly', async () => {
  const step = await runStep(
    `runner.setOutput('a', 1)
     runner.exportVariable('A', '1')
     runner.saveState('a', 1)
     runner.debug('detail')
     runner.summary('# a')`,
    { GITHUB_OUTPUT: '', GITHUB_ENV: '', GITHUB_STATE: '', GITHUB_STEP_SUMMARY: '' },
  )
  expect(step).toEqual({ exitCode: 0, stdout: '', outputs: {}, state: {}, summary: '' })
})

it('a step that is cancelled twice has the time to clean up', async () => {
  const { child, ended } = await startStep(
    `const running = setInterval(() => {}, 1000)
     runner.signal.addEventListener('abort', () => {
       process.once('SIGTERM', () => {
         clearInterval(running)
         runner.info('cleaned up after ' + runner.signal.reason.signal)
       })
       runner.info('interrupted')
     })
     runner.info('ready')`,
  )
  child.stdout.on('data', (text: string) => {
    if (text.includes('ready')) child.kill('SIGINT')
    if (text.includes('interrupted')) child.kill('SIGTERM')
  })
  const { exitCode, stdout } = await ended()
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'ready\ninterrupted\ncleaned up after SIGINT\n' })
})

it.each([
  { kind: 'JSON', body: '{"a": 1}', loads: 'false' },
  { kind: 'YAML', body: 'a: 1', loads: 'true' },
])('whether a step that is given $kind loads the parser of YAML: $loads', async ({ body, loads }) => {
  const { stdout } = await runStep(
    `import { createRequire } from 'node:module'
     await runner.inputs.json('body')
     await runner.inputs.list('images')
     const loaded = Object.keys(createRequire(${JSON.stringify(runnerPath)}).cache)
     runner.info(String(loaded.some((path) => /node_modules.yaml/.test(path))))`,
    { INPUT_BODY: body, INPUT_IMAGES: 'a\nb' },
  )
  expect(stdout).toBe(`${loads}\n`)
})
