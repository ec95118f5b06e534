import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { afterwards } from './afterwards.ts'

const root = join(import.meta.dirname, '../..')

export interface BundleRun {
  exitCode: number | null
  outputs: Record<string, string>
  /** Environment variables for later steps. */
  exported: Record<string, string>
  state: Record<string, string>
  summary: string
  stdout: string
  stderr: string
  /** `error`, `warning` and `notice` commands, as they were printed. */
  annotations: string[]
}

export interface BundleOptions {
  inputs?: Record<string, string>
  env?: Record<string, string>
  phase?: 'main' | 'post'
  state?: Record<string, string>
  event?: object
  files?: Record<string, string>
  /** Called once the process has been started: to interrupt it at a moment of the test's own. */
  onStart?(interrupt: (signal?: NodeJS.Signals) => void): void
  /** Called with each chunk of standard output: to interrupt at a certain line. */
  onOutput?(text: string, interrupt: (signal?: NodeJS.Signals) => void): void
}

interface Manifest {
  inputs?: Record<string, { default?: string }>
  runs: { main: string; post?: string }
}

/** The files in which a step leaves outputs and state: `name<<delimiter`, the value, the delimiter. */
const readEntries = (file: string): Record<string, string> => {
  const entries: Record<string, string> = {}
  const lines = readFileSync(file, 'utf8').split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, delimiter] = /^([^<=]+)<<(.+)$/.exec(lines[at] ?? '') ?? []
    if (name === undefined || delimiter === undefined) continue
    const end = lines.indexOf(delimiter, at + 1)
    entries[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return entries
}

const prepareFolder = ({ files = {}, event = {} }: BundleOptions) => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  afterwards(() => rmSync(folder, { recursive: true, force: true }))
  const workspace = join(folder, 'workspace')
  mkdirSync(join(folder, 'temp'))
  mkdirSync(workspace)
  for (const name of ['output', 'state', 'summary', 'env', 'path']) writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'event.json'), JSON.stringify(event))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, name), text)
  return { folder, workspace }
}

/**
 * Starts an action's committed bundle as GitHub's runner does: a process of its own, inputs and files by environment
 * variables, defaults from its `action.yml`. No test runs against a bundle that is not there.
 */
export const runBundle = async (name: string, options: BundleOptions = {}): Promise<BundleRun> => {
  const manifest = parse(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')) as Manifest
  const { folder, workspace } = prepareFolder(options)
  const declared = Object.fromEntries(
    Object.entries(manifest.inputs ?? {}).map(([key, { default: value = '' }]) => [key, value]),
  )
  const inputs = Object.entries({ ...declared, ...options.inputs })
  const unknown = inputs.filter(([key]) => !(key in declared)).map(([key]) => key)
  if (unknown.length > 0) throw new Error(`${name} declares no input ${unknown.join(', ')}`)
  const script = join(root, 'actions', name, manifest.runs[options.phase ?? 'main'] ?? 'none')
  if (!existsSync(script)) throw new Error(`${script} is missing: npm run build`)
  const child = spawn(process.execPath, [script], {
    cwd: workspace,
    env: {
      PATH: process.env['PATH'] ?? '',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_REPOSITORY_ID: '4711',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_SHA: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
      GITHUB_ACTOR: 'jane',
      GITHUB_TRIGGERING_ACTOR: 'jane',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_RUN_ID: '77',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'https://api.github.com',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STATE: join(folder, 'state'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      GITHUB_ENV: join(folder, 'env'),
      GITHUB_PATH: join(folder, 'path'),
      RUNNER_TEMP: join(folder, 'temp'),
      RUNNER_OS: 'Linux',
      ...Object.fromEntries(inputs.map(([key, value]) => [`INPUT_${key.replaceAll(' ', '_').toUpperCase()}`, value])),
      ...Object.fromEntries(Object.entries(options.state ?? {}).map(([key, value]) => [`STATE_${key}`, value])),
      ...options.env,
    },
  })
  const sent = new Set<NodeJS.Signals>()
  const interrupt = (signal: NodeJS.Signals = 'SIGINT') => {
    // Once each, as GitHub does: output that follows would send it again, to a process that is on its way out.
    if (!sent.has(signal)) child.kill(signal)
    sent.add(signal)
  }
  options.onStart?.(interrupt)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    options.onOutput?.(stdout, interrupt)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const exitCode = await new Promise<number | null>((resolve) => {
    child.on('close', resolve)
  })
  return {
    exitCode,
    outputs: readEntries(join(folder, 'output')),
    exported: readEntries(join(folder, 'env')),
    state: readEntries(join(folder, 'state')),
    summary: readFileSync(join(folder, 'summary'), 'utf8'),
    stdout,
    stderr,
    annotations: stdout.split('\n').filter((line) => /^::(error|warning|notice)/.test(line)),
  }
}
