import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { marked } from 'marked'
import { expect, onTestFinished, test } from 'vitest'
import type { Run } from '../../src/contract/types.ts'
import type { RunResult } from '../../src/core/await-run.ts'
import { environmentSummary } from '../../src/report/environment.ts'
import { registrationSummary } from '../../src/report/register.ts'
import { runSummary } from '../../src/report/run.ts'
import { inline, tableCell } from '../../src/text/escape.ts'
import { fakeRunner } from '../support/fake-runner.ts'
import * as waitForRun from '../../src/actions/wait-for-run/main.ts'
import { hostileText } from './hostile-text.ts'

/** What GitHub's runner takes for a command: `::name …::` where a line begins, `##[name]` anywhere in it. */
const commandsIn = (output: string): string[] =>
  output.split(/\r\n|\r|\n/).flatMap((line) => {
    const second = /^\s*::([^:\s]+)(?:\s[^]*?)?::/.exec(line)?.[1]
    if (second !== undefined) return [second]
    const first = /##\[([^\]\s]+)/.exec(line)?.[1]
    return first === undefined ? [] : [`##${first}`]
  })

/** `name<<delimiter`, the value, the delimiter, as GitHub's runner reads these files. */
const readEntries = (file: string): Map<string, string> => {
  const entries = new Map<string, string>()
  const lines = readFileSync(file, 'utf8').split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const [, name = '', delimiter = ''] = /^([^=]+?)<<(.+)$/.exec(lines[at] ?? '') ?? []
    if (name === '') continue
    const end = lines.indexOf(delimiter, at + 1)
    entries.set(name, lines.slice(at + 1, end).join('\n'))
    at = end
  }
  return entries
}

const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'say-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** A real process with the real host, on files as GitHub's runner names them. */
const say = (texts: readonly string[]) => {
  const folder = aFolder()
  const paths = Object.fromEntries(
    ['output', 'state', 'env', 'summary', 'texts'].map((name) => [name, join(folder, name)]),
  )
  for (const path of Object.values(paths)) writeFileSync(path, '')
  writeFileSync(paths['texts'] ?? '', JSON.stringify(texts))
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'say.ts'), paths['texts'] ?? ''],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: {
        ...process.env,
        RUNNER_DEBUG: '1',
        GITHUB_OUTPUT: paths['output'],
        GITHUB_STATE: paths['state'],
        GITHUB_ENV: paths['env'],
        GITHUB_STEP_SUMMARY: paths['summary'],
      },
    },
  )
  return { stdout, stderr, status, file: (name: string) => readEntries(paths[name] ?? '') }
}

const samples = fc.sample(hostileText, { numRuns: 400, seed: 11 }).filter((text) => !text.includes('\0'))

test('a process prints the commands that it means, and no other', () => {
  const { stdout, stderr, status } = say(samples)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const each = ['debug', 'notice', 'warning', 'error', 'group', 'endgroup']
  expect(commandsIn(stdout)).toEqual(samples.flatMap(() => each))
})

test('a process prints nothing that a terminal would obey, or that nobody can see', () => {
  const { stdout } = say(samples)
  // Line breaks end lines; tabs are harmless.
  expect(stdout.match(/[^\P{Cc}\n\t]|[\p{Cf}]/gu) ?? []).toEqual([])
})

test('outputs, state and variables come back as they were, whatever delimiters they hold', () => {
  const { file } = say(samples)
  for (const [name, key] of [
    ['output', 'output-'],
    ['state', 'state-'],
    ['env', 'VARIABLE_'],
  ] as const) {
    const entries = file(name)
    expect(entries.size).toBe(samples.length)
    for (const [index, text] of samples.entries()) expect(entries.get(`${key}${index}`)).toBe(text)
  }
})

/** Tags that these texts must not bring into what GitHub shows. Our own are closed lists. */
const foreign =
  /<(?:img|script|iframe|h1|svg|input|style|form|object|base|meta)[\s>/]|<a (?!href="https:\/\/web\.test\/")|evil\.test"/i

const expectHarmless = async (markdown: string) => {
  const html = await marked.parse(markdown)
  expect(html).not.toMatch(foreign)
  // GitHub looks for no mentions in code.
  expect(html.replace(/<(code|pre)>[^]*?<\/\1>/g, '')).not.toMatch(/@octocat\b/)
  expect(markdown).not.toMatch(/[^\P{Cc}\n\t]/u)
}

test('a text shown in Markdown is that text, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      await expectHarmless(`Before ${inline(text)} after`)
      await expectHarmless(`## ${inline(text)}\n\n| a | b |\n| --- | --- |\n| ${tableCell(text)} | ${inline(text)} |\n`)
      const row = marked.lexer(`| a | b |\n| --- | --- |\n| ${tableCell(text)} | end |\n`)
      expect(row.filter(({ type }) => type === 'table')).toHaveLength(1)
    }),
    { numRuns: 400, seed: 3 },
  )
})

const at = '2026-01-05T12:00:00.000Z'

const aHostileResult = (text: string): RunResult => ({
  status: 'failed',
  reason: text,
  envId: text,
  run: { id: text, status: text, status_message: text, created_at: at, pipeline_id: text } as Run,
  jobs: [],
  approvals: [],
  problems: [{ scope: text, object: text, code: text, summary: text, message: text }],
  hosts: { [text]: 'web.test' },
  tails: [{ jobId: text, step: text, left: 3, lines: [{ at, level: text, message: text }] }],
})

test('no text of the platform becomes structure in a summary', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      const now = Date.parse(at)
      const image = { name: text, version: text }
      const environment = { id: text, name: text, type: text, message: text, fromDeployment: text, url: '' }
      const summaries = [
        runSummary(aHostileResult(text), { title: text, url: '', now }),
        environmentSummary({ ...environment, status: 'failed' }),
        registrationSummary([{ kind: 'failed', image, message: text }], { dryRun: false }),
      ]
      for (const summary of summaries) {
        await expectHarmless(summary)
        expect(summary).toMatch(/^### /)
      }
    }),
    { numRuns: 200, seed: 5 },
  )
})

test('no answer of a server becomes a command, an annotation of its own, or another line', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, fc.constantFrom(200, 400, 403, 500), async (text, status) => {
      const runner = fakeRunner({
        inputs: {
          token: 'a-token-of-tests',
          org: 'o',
          app: 'a',
          'run-id': text || 'r',
          'pipeline-id': 'p',
          timeout: '1s',
        },
      })
      const body = status === 200 ? text : JSON.stringify({ error: text, message: text, details: { [text]: text } })
      await runOnce(runner, { status, headers: {}, body })
      for (const line of runner.logged) expect(line).not.toMatch(/^\s*::|##\[|[^\P{Cc}\t]/u)
      for (const { message } of runner.annotations) expect(message).not.toMatch(/[^\P{Cc}\n\t]|\p{Cf}/u)
    }),
    { numRuns: 60, seed: 9 },
  )
})

const runOnce = async (
  runner: ReturnType<typeof fakeRunner>,
  answer: { status: number; headers: Record<string, string>; body: string },
) => {
  const { runPhase } = await import('../../src/actions/run-action.ts')
  const { fakeClock } = await import('../support/fake-clock.ts')
  const { fakeRandom } = await import('../support/fake-random.ts')
  const step = {
    runner,
    clock: fakeClock({ auto: true }),
    random: fakeRandom(),
    transport: () => Promise.resolve(answer),
  }
  await runPhase(waitForRun, 'main', step)
}
