import { spawn } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import type { Clock } from '../../clock.ts'
import { TimeoutError } from '../../errors.ts'
import type { Step } from '../step.ts'
import { filesIn, type Ready } from './files.ts'

export interface Background {
  /** Undefined if it could not even be started. */
  readonly pid: number | undefined
  /** How it ended; undefined while it runs. */
  ending(): string | undefined
  kill(): void
}

/**
 * Starts a script of Node.js that goes on when this process ends: in a group of its own, with files for its output.
 * GitHub's runner ends it with the job, whatever happens: it knows it by the variable RUNNER_TRACKING_ID.
 */
export const startInBackground = async (
  script: string,
  args: readonly string[],
  folder: string,
): Promise<Background> => {
  const files = filesIn(folder)
  const [ready, log] = await Promise.all([open(files.ready, 'w'), open(files.log, 'a')])
  let ending: string | undefined
  const child = spawn(process.execPath, [script, ...args], {
    detached: true,
    stdio: ['ignore', ready.fd, log.fd],
    windowsHide: true,
  })
  child.once('exit', (code, signal) => {
    ending = code === null ? `it was ended by ${String(signal)}` : `it ended with exit code ${code}`
  })
  child.once('error', ({ message }) => {
    ending = message
  })
  child.unref()
  await Promise.all([ready.close(), log.close()])
  return {
    pid: child.pid,
    ending: () => ending,
    kill: () => void child.kill('SIGKILL'),
  }
}

/** The id of a process may be somebody else's by now: only who answers is known to be alive. */
const answers = async ({ transport }: Step, { url, token }: Ready): Promise<boolean> => {
  const headers = { authorization: `Bearer ${token}` }
  try {
    await transport({ method: 'GET', url: `${url}/current-user`, headers, timeoutMs: 2000 })
    return true
  } catch (error) {
    // It is there, and hangs.
    return error instanceof TimeoutError
  }
}

const send = (pid: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

/**
 * On Linux an ended process keeps its id until it is collected, and in a container whose first process collects
 * nobody, that is for ever. Elsewhere there is no such file.
 */
const waitsForCollection = async (pid: number): Promise<boolean> =>
  /\) Z /.test(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''))

const pollMs = 50

const endsWithin = async (clock: Clock, pid: number, ms: number): Promise<boolean> => {
  const deadline = clock.now() + ms
  while (send(pid, 0) && !(await waitsForCollection(pid))) {
    if (clock.now() >= deadline) return false
    await clock.sleep(pollMs)
  }
  return true
}

/** `gone`: it had ended before. `left`: not even SIGKILL did anything. */
export type Stopped = 'gone' | 'stopped' | 'killed' | 'left'

/** It waits with its end for those whom it is answering. */
const patienceMs = 5000

export const stopInBackground = async (step: Step, pid: number, ready: Ready): Promise<Stopped> => {
  if (!(await answers(step, ready))) return 'gone'
  send(pid, 'SIGTERM')
  if (await endsWithin(step.clock, pid, patienceMs)) return 'stopped'
  send(pid, 'SIGKILL')
  return (await endsWithin(step.clock, pid, patienceMs)) ? 'killed' : 'left'
}
