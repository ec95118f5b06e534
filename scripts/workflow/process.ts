import { spawn, type ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { Clock } from '../../src/clock.ts'

export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

export interface ProcessControl {
  readonly clock: Clock
  readonly onLine: (line: string) => void
  /** SIGINT now, SIGTERM 7.5 s later, SIGKILL 2.5 s after that: what GitHub gives a cancelled step. */
  readonly cancel: AbortSignal
  /** SIGKILL now. */
  readonly kill: AbortSignal
}

const SIGTERM_AFTER_MS = 7_500
const SIGKILL_AFTER_MS = 2_500
/** How long output may still come after the end, through a pipe that a background process keeps open. */
const DRAIN_MS = 500

/** Runs a process to its end and gives its exit code, or the signal that ended it. Its output comes line by line. */
export const runProcess = async (command: Command, control: ProcessControl): Promise<number | NodeJS.Signals> => {
  if (control.kill.aborted) return 'SIGKILL'
  const child = start(command)
  let isListening = true
  const onLine = (line: string) => {
    if (isListening) control.onLine(line)
  }
  readLines(child.stdout, onLine)
  readLines(child.stderr, onLine)

  const ended = new AbortController()
  const wait = (ms: number) => control.clock.sleep(ms, ended.signal).catch(() => {})
  const killNow = () => signalGroup(child, 'SIGKILL')
  const cancel = async () => {
    child.kill('SIGINT')
    await wait(SIGTERM_AFTER_MS)
    if (!ended.signal.aborted) child.kill('SIGTERM')
    await wait(SIGKILL_AFTER_MS)
    if (!ended.signal.aborted) killNow()
  }
  const onCancel = () => void cancel()
  control.kill.addEventListener('abort', killNow, { once: true })
  control.cancel.addEventListener('abort', onCancel, { once: true })
  if (control.cancel.aborted) onCancel()
  try {
    return await endOf(child, control.clock)
  } finally {
    isListening = false
    ended.abort()
    control.kill.removeEventListener('abort', killNow)
    control.cancel.removeEventListener('abort', onCancel)
  }
}

const start = ({ file, args, cwd, env }: Command) => {
  try {
    // A process group of its own: Ctrl-C in the terminal must reach it once, through us, and not twice.
    return spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'E2BIG') throw error
    throw new Error(`The environment of the step is too large: ${largest(env)}. Pass large values in files.`, {
      cause: error,
    })
  }
}

const largest = (env: Readonly<Record<string, string>>) => {
  const [name, value] = Object.entries(env).sort(([, a], [, b]) => b.length - a.length)[0] ?? ['', '']
  return `${name} has ${Buffer.byteLength(value)} bytes`
}

const endOf = (child: ChildProcess, clock: Clock): Promise<number | NodeJS.Signals> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      const result = code ?? signal ?? 1
      const drained = new AbortController()
      child.once('close', () => drained.abort())
      clock
        .sleep(DRAIN_MS, drained.signal)
        .catch(() => {})
        .finally(() => {
          // A background process may still write: its pipe stays open and is read, but keeps nobody waiting.
          for (const stream of [child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref()
          resolve(result)
        })
    })
  })

const readLines = (stream: Readable, onLine: (line: string) => void) => {
  let pending = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    const lines = (pending + chunk).split('\n')
    pending = lines.pop() ?? ''
    for (const line of lines) onLine(line.replace(/\r$/, ''))
  })
  stream.on('close', () => {
    if (pending !== '') onLine(pending)
  })
}

const signalGroup = (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
