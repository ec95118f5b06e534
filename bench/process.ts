import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')

export interface Ended {
  readonly ms: number
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** One process from its start to its end. Without NODE_EXTRA_CA_CERTS, which makes some runtimes slow, unless given. */
export const runProcess = async (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> => {
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text: Buffer) => void (stdout += text))
  child.stderr.on('data', (text: Buffer) => void (stderr += text))
  const [exitCode] = (await once(child, 'close')) as [number | null]
  return { ms: performance.now() - began, exitCode, stdout, stderr }
}

/** What everything is compared with: the runtime doing nothing. */
export const runFloor = (env: Record<string, string> = {}) => runProcess(['-e', '0'], env)

export interface StepInputs {
  readonly inputs: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** In the workspace. */
  readonly files?: Readonly<Record<string, string>>
}

const scriptOf = (action: string) => {
  const folder = join(root, 'actions', action)
  const manifest = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as { runs: { main: string } }
  return join(folder, manifest.runs.main)
}

/** One step as the runner starts it, on the committed bundle. */
export const runStep = async (action: string, { inputs, env = {}, files = {} }: StepInputs): Promise<Ended> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const place = (name: string) => join(folder, name)
  for (const name of ['output', 'state', 'summary', 'env']) writeFileSync(place(name), '')
  writeFileSync(place('event.json'), '{}')
  for (const [name, text] of Object.entries(files)) writeFileSync(place(name), text)
  try {
    return await runProcess([scriptOf(action)], {
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_REPOSITORY_ID: '4711',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: place('event.json'),
      GITHUB_RUN_ID: '77',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_WORKSPACE: folder,
      GITHUB_OUTPUT: place('output'),
      GITHUB_STATE: place('state'),
      GITHUB_STEP_SUMMARY: place('summary'),
      GITHUB_ENV: place('env'),
      RUNNER_TEMP: folder,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...env,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
