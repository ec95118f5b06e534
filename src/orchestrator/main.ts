import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Transport } from '../contract/http.ts'
import type { Orchestrator, OrchestratorOptions } from './index.ts'
import { readApiUrl, readHost } from './outbox/outgoing.ts'
import { type Listening, type ListenOptions, listen } from './listen.ts'

const usage = `Usage: node dist/orchestrator/index.js [options]

  --port N          port to listen on; 0 for any that is free (default 8080)
  --host HOST       address to bind to (default 127.0.0.1)
  --data-dir DIR    keep everything in this folder; in memory without
  --seed FILE       YAML file with what there is at the beginning
  --tls-cert FILE   certificate (PEM), with --tls-key: serve HTTPS
  --tls-key FILE    private key (PEM)
  --log-requests    write a line for every request to standard error
  --control         open the control door /_orchestrator/…
  --allow-http HOST let http steps of pipelines reach this host (HOST or HOST:PORT)
                    and not only this machine's loopback; may be given several times
  --github-api-url URL
                    GitHub's API for github-workflow steps, as https://api.github.com;
                    they fail without
  --help            show this text

The administrator's token is taken from ORCHESTRATOR_TOKEN, or made up.`

/** The process, as far as the orchestrator uses it. */
export interface Host {
  argv: readonly string[]
  env: Record<string, string | undefined>
  nodeVersion: string
  out(line: string): void
  log(line: string): void
  onSignal(stop: () => void): void
}

interface Settings {
  dataDir: string | undefined
  orchestrator: OrchestratorOptions
  listen: ListenOptions
}

const readPort = (text: string): number => {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new Error(`--port must be 0 to 65535, not '${text}'`)
  return Number(text)
}

const readText = (option: string, path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`${option} '${path}' cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

const readTls = (cert: string | undefined, key: string | undefined): ListenOptions['tls'] => {
  if (cert === undefined && key === undefined) return undefined
  if (cert === undefined || key === undefined) throw new Error('--tls-cert and --tls-key go together')
  return { cert: readText('--tls-cert', cert), key: readText('--tls-key', key) }
}

/** The settings that a command line asks for, `undefined` for `--help`. Throws on one that is wrong. */
const readSettings = ({ argv, env, log }: Host): Settings | undefined => {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: text,
      host: text,
      'data-dir': text,
      seed: text,
      'tls-cert': text,
      'tls-key': text,
      'log-requests': flag,
      control: flag,
      'allow-http': { type: 'string', multiple: true },
      'github-api-url': text,
      help: flag,
    },
  })
  if (values.help) return undefined
  const tls = readTls(values['tls-cert'], values['tls-key'])
  const githubApiUrl = values['github-api-url']
  const token = env['ORCHESTRATOR_TOKEN']
  const onBug = (error: unknown) => {
    const { name, message, stack = message } = error instanceof Error ? error : new Error(String(error))
    log(name === 'StorageError' ? message : `bug: ${stack}`)
  }
  return {
    dataDir: values['data-dir'],
    listen: {
      onBug,
      host: values.host ?? '127.0.0.1',
      port: readPort(values.port ?? '8080'),
      ...(tls ? { tls } : {}),
      ...(values['log-requests']
        ? { onAnswer: ({ method, path, status, ms }) => log(`${method} ${path} ${status} ${ms}ms`) }
        : {}),
    },
    orchestrator: {
      control: values.control ?? false,
      onBug,
      allowHttp: (values['allow-http'] ?? []).map(readHost),
      ...(githubApiUrl === undefined ? {} : { githubApiUrl: readApiUrl(githubApiUrl) }),
      ...(token ? { token } : {}),
      ...(values['data-dir'] === undefined ? {} : { dataDir: values['data-dir'] }),
      ...(values.seed === undefined ? {} : { seed: readText('--seed', values.seed) }),
    },
  }
}

const hasSqlite = (version: string): boolean => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 13)
}

interface Running {
  orchestrator: Orchestrator
  listening: Listening
  release(): void
}

/** Loaded when something is sent: it brings `https` with it. */
const transport: Transport = async (request) => {
  const { nodeTransport } = await import('./outbox/node-transport.ts')
  return nodeTransport(request)
}

const start = async (settings: Settings): Promise<Running> => {
  // Loaded only now: on an older Node.js there is no node:sqlite, and `--help` needs none.
  const { createOrchestrator } = await import('./index.ts')
  const { lockDataDir } = await import('./data-file.ts')
  const lock = settings.dataDir === undefined ? undefined : lockDataDir(settings.dataDir)
  let orchestrator: Orchestrator | undefined
  const release = () => {
    orchestrator?.close()
    lock?.release()
  }
  try {
    orchestrator = createOrchestrator({ transport, ...settings.orchestrator })
    return { orchestrator, listening: await listen(orchestrator, settings.listen), release }
  } catch (error) {
    release()
    throw error
  }
}

/** Runs the orchestrator until it is told to stop. Resolves to the exit code. */
export const main = async (host: Host): Promise<number> => {
  if (!hasSqlite(host.nodeVersion)) {
    host.log(
      `The orchestrator needs Node.js 22.13 or newer, not ${host.nodeVersion}: use 'npm run orchestrator', which brings the right one.`,
    )
    return 1
  }
  let settings: Settings | undefined
  try {
    settings = readSettings(host)
  } catch (error) {
    host.log(`${(error as Error).message}\n\n${usage}`)
    return 2
  }
  if (!settings) {
    host.out(usage)
    return 0
  }
  try {
    const { orchestrator, listening, release } = await start(settings)
    host.out(JSON.stringify({ event: 'ready', url: listening.url, org: orchestrator.org, token: orchestrator.token }))
    // What fails of it fails again with the first request.
    orchestrator.warmUp().catch(() => {})
    await new Promise<void>((resolve) => host.onSignal(resolve))
    await listening.close()
    release()
    return 0
  } catch (error) {
    host.log((error as Error).message)
    return 1
  }
}
