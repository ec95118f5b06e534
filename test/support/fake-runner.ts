import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { onTestFinished } from 'vitest'

import type { Host } from '../../src/runner/host.ts'
import { createRunner, type Runner } from '../../src/runner/runner.ts'

export interface RecordedAnnotation {
  readonly kind: 'notice' | 'warning' | 'error'
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

/** The real runner layer on a host in memory, and what GitHub's runner would have understood of what it wrote. */
export interface FakeRunner extends Runner {
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  /** Lines of the log that are not commands; `▸ title` where a group begins and `◂` where it ends. */
  readonly logged: readonly string[]
  readonly annotations: readonly RecordedAnnotation[]
  readonly debugged: readonly string[]
  readonly masks: readonly string[]
  readonly summaryText: string
  /** Everything that was written to standard output, as it was written. */
  readonly stdout: string
  /** 1 after `fail`. */
  readonly exitCode: number
  /** As GitHub does when somebody cancels the job; SIGINT unless told otherwise. */
  interrupt(signal?: 'SIGINT' | 'SIGTERM'): void
}

export interface FakeRunnerOptions {
  /** By name, as in a step's `with:`. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** The state that the main step saved. */
  readonly state?: Readonly<Record<string, string>>
  /** Files of the workspace, by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  /** The event that started the workflow. */
  readonly event?: object
}

const unescape = (text: string): string =>
  text.replace(/%(0A|0D|25|3A|2C)/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))

interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** Reads a line as GitHub's runner does: a command stands at its start, after white space at most. */
export const readCommand = (line: string): Command | undefined => {
  const [, name = '', properties = '', message = ''] = /^\s*::([^ :]+)(?: (.*?))?::(.*)$/s.exec(line) ?? []
  if (name === '') return undefined
  const pairs = properties.split(',').filter((pair) => pair.includes('='))
  return {
    name,
    properties: Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), unescape(pair.slice(pair.indexOf('=') + 1))]),
    ),
    message: unescape(message),
  }
}

/** Reads a file of outputs or state as GitHub's runner does. */
export const readEntries = (file: string): Record<string, string> => {
  const entries: Record<string, string> = {}
  const lines = file.split('\n')
  for (let at = 0; at < lines.length - 1; at += 1) {
    const [name = '', delimiter] = (lines[at] ?? '').split('<<')
    const end = lines.indexOf(delimiter ?? '', at + 1)
    if (delimiter === undefined || end < 0) throw new Error(`GitHub's runner would refuse: ${lines[at]}`)
    entries[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return entries
}

const makeFolder = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fake-runner-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const environment = ({ inputs = {}, env = {}, state = {}, files = {}, event }: FakeRunnerOptions) => {
  const folder = makeFolder({
    ...Object.fromEntries(Object.entries(files).map(([path, content]) => [`workspace/${path}`, content])),
    'workspace/.git/HEAD': 'ref: refs/heads/main\n',
    'temp/.keep': '',
    'event.json': JSON.stringify(event ?? {}),
  })
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'octo-org/shop',
    GITHUB_REPOSITORY_ID: '1234567',
    GITHUB_SHA: '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_ACTOR: 'mona',
    GITHUB_TRIGGERING_ACTOR: 'mona',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_WORKFLOW: 'release',
    GITHUB_JOB: 'deploy',
    GITHUB_RUN_ID: '7000000001',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_WORKSPACE: join(folder, 'workspace'),
    RUNNER_TEMP: join(folder, 'temp'),
    GITHUB_OUTPUT: 'output',
    GITHUB_STATE: 'state',
    GITHUB_STEP_SUMMARY: 'summary',
    RUNNER_DEBUG: '1',
    ...env,
    ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
    ),
  }
}

/** To be called inside of a test: its folder goes away at the test's end. */
export const fakeRunner = (options: FakeRunnerOptions = {}): FakeRunner => {
  const written: Record<string, string> = { output: '', state: '', summary: '' }
  const listeners: { signal: 'SIGINT' | 'SIGTERM'; listener: () => void }[] = []
  let stdout = ''
  let exitCode = 0

  const host: Host = {
    env: environment(options),
    write: (text) => {
      stdout += text
    },
    append: (path, text) => {
      written[path] = (written[path] ?? '') + text
    },
    onSignal: (signal, listener) => listeners.push({ signal, listener }),
    setExitCode: (code) => {
      exitCode = code
    },
  }

  const lines = () => stdout.split('\n').slice(0, -1)
  const commands = () => lines().flatMap((line) => readCommand(line) ?? [])
  const messagesOf = (name: string) => commands().flatMap((command) => (command.name === name ? [command.message] : []))

  const recorded = {
    get outputs() {
      return readEntries(written['output'] ?? '')
    },
    get state() {
      return readEntries(written['state'] ?? '')
    },
    get logged() {
      return lines().flatMap((line) => {
        const command = readCommand(line)
        if (!command) return [line]
        if (command.name === 'group') return [`▸ ${command.message}`]
        return command.name === 'endgroup' ? ['◂'] : []
      })
    },
    get annotations() {
      return commands().flatMap(({ name, message, properties }) =>
        name === 'notice' || name === 'warning' || name === 'error'
          ? [{ kind: name, message, properties } as const]
          : [],
      )
    },
    get debugged() {
      return messagesOf('debug')
    },
    get masks() {
      return messagesOf('add-mask')
    },
    get summaryText() {
      return written['summary'] ?? ''
    },
    get stdout() {
      return stdout
    },
    get exitCode() {
      return exitCode
    },
    interrupt: (signal: 'SIGINT' | 'SIGTERM' = 'SIGINT') => {
      for (const each of listeners) if (each.signal === signal) each.listener()
    },
  }
  return Object.assign(recorded, createRunner(host))
}
