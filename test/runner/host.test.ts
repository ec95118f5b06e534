import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { readEntries } from '../support/fake-runner.ts'

const runnerPath = resolve(import.meta.dirname, '../../src/runner/runner.ts')

/** Runs the body in a process of its own, as a step is, with `runner` in scope. */
const startStep = async (body: string, env: Record<string, string> = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'step-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const script = `import { createRunner } from ${JSON.stringify(runnerPath)}\nconst runner = createRunner()\n${body}`
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') }
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script], {
    env: { PATH: process.env['PATH'], RUNNER_TEMP: folder, ...files, ...env },
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
      return { exitCode, stdout, ...files }
    },
  }
}

it('a step ends by itself although it listens for signals, leaving its outputs and its summary', async () => {
  const step = await startStep(
    `runner.setOutput('env', runner.inputs.required('env'))
     runner.summary('# done')
     runner.fail(runner.inputs.token('token'))`,
    { INPUT_ENV: 'dev', HUMANITEC_TOKEN: 'tok-123' },
  )
  const { exitCode, stdout, GITHUB_OUTPUT, GITHUB_STEP_SUMMARY } = await step.ended()
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '::add-mask::tok-123\n::error::***\n' })
  expect(readEntries(await readFile(GITHUB_OUTPUT, 'utf8'))).toEqual({ env: 'dev' })
  expect(await readFile(GITHUB_STEP_SUMMARY, 'utf8')).toBe('# done\n\n')
})

it('a step that is cancelled twice has the time to clean up', async () => {
  const step = await startStep(
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
  const { child } = step
  child.stdout.on('data', (text: string) => {
    if (text.includes('ready')) child.kill('SIGINT')
    if (text.includes('interrupted')) child.kill('SIGTERM')
  })
  const { exitCode, stdout } = await step.ended()
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'ready\ninterrupted\ncleaned up after SIGINT\n' })
})

it('a step without YAML never loads its parser, nor anything of HTTP', async () => {
  const step = await startStep(
    `import { createRequire } from 'node:module'
     await runner.inputs.json('body')
     await runner.inputs.list('images')
     const loaded = [...Object.keys(createRequire(${JSON.stringify(runnerPath)}).cache), ...process.moduleLoadList]
     runner.info(String(loaded.some((name) => /node_modules.yaml|NativeModule (https?|net|tls)$|undici/.test(name))))`,
    { INPUT_BODY: '{"a": 1}', INPUT_IMAGES: 'a\nb' },
  )
  expect((await step.ended()).stdout).toBe('false\n')
})
