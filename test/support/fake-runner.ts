import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { onTestFinished } from 'vitest'

import type { AnnotationKind, Host } from '../../src/runner/host.ts'
import { createRunner, type Runner } from '../../src/runner/runner.ts'

export interface RecordedAnnotation {
  readonly kind: AnnotationKind
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

/** The real runner layer on a host in memory, and what it told that host. */
export interface FakeRunner extends Runner {
  readonly outputs: Readonly<Record<string, string>>
  /** Environment variables for later steps. */
  readonly exported: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  /** Lines of the log; `▸ title` where a group begins and `◂` where it ends. */
  readonly logged: readonly string[]
  readonly annotations: readonly RecordedAnnotation[]
  readonly debugged: readonly string[]
  readonly masks: readonly string[]
  readonly summaryText: string
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
  /** With the workspace, the event and the results of steps before; one of its own with `files` and `event` unless given. */
  readonly folder?: string
}

/** Where steps run one after the other, until the end of the test. */
export const runnerFolder = ({ files = {}, event = {} }: Pick<FakeRunnerOptions, 'files' | 'event'>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fake-runner-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const all = {
    ...Object.fromEntries(Object.entries(files).map(([path, content]) => [`workspace/${path}`, content])),
    'workspace/.git/HEAD': 'ref: refs/heads/main\n',
    'temp/.keep': '',
    'event.json': JSON.stringify(event),
  }
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const environment = (options: FakeRunnerOptions) => {
  const { inputs = {}, env = {}, state = {}, folder = runnerFolder(options) } = options
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
  const env: Readonly<Record<string, string>> = environment(options)
  const outputs: Record<string, string> = {}
  const exported: Record<string, string> = {}
  const state: Record<string, string> = {}
  const logged: string[] = []
  const annotations: RecordedAnnotation[] = []
  const debugged: string[] = []
  const masks: string[] = []
  const listeners: { signal: 'SIGINT' | 'SIGTERM'; listener: () => void }[] = []
  let summaryText = ''
  let exitCode = 0

  const host: Host = {
    env,
    log: (text) => logged.push(...text.split('\n')),
    isDebug: () => env['RUNNER_DEBUG'] === '1',
    debug: (text) => debugged.push(text),
    annotate: (kind, message, { startLine, startColumn, ...properties }) => {
      const line = startLine === undefined ? {} : { line: String(startLine) }
      const column = startColumn === undefined ? {} : { column: String(startColumn) }
      annotations.push({ kind, message, properties: { ...properties, ...line, ...column } })
    },
    startGroup: (title) => logged.push(`▸ ${title}`),
    endGroup: () => logged.push('◂'),
    setSecret: (text) => masks.push(text),
    setOutput: (name, text) => {
      outputs[name] = text
    },
    exportVariable: (name, text) => {
      exported[name] = text
    },
    saveState: (name, text) => {
      state[name] = text
    },
    getState: (name) => env[`STATE_${name}`] ?? '',
    appendSummary: (markdown) => {
      summaryText += markdown
    },
    onSignal: (signal, listener) => listeners.push({ signal, listener }),
    setExitCode: (code) => {
      exitCode = code
    },
  }

  const recorded = {
    outputs,
    exported,
    state,
    logged,
    annotations,
    debugged,
    masks,
    get summaryText() {
      return summaryText
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
