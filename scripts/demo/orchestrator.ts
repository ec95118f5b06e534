import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { systemClock } from '../../src/clock.ts'
import { PROJECT_ROOT } from '../workflow/project.ts'

export interface RunningOrchestrator {
  readonly url: string
  readonly pid: number
  /** Resolves when the process has ended. */
  stop(): Promise<void>
}

const BUNDLE = join(PROJECT_ROOT, 'dist/orchestrator/index.js')
/** How long it may take to close its connections and its store. */
const STOP_MS = 5_000

/** Starts the orchestrator's committed bundle as a process of its own, on a free port. */
export const startOrchestrator = async (args: readonly string[]): Promise<RunningOrchestrator> => {
  if (!existsSync(BUNDLE)) throw new Error(`${BUNDLE} is missing: npm run build`)
  // A process group of its own: Ctrl-C is for the workflow first, whose last steps still need the orchestrator.
  const child = spawn(process.execPath, [BUNDLE, '--port', '0', ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const killNow = () => child.kill('SIGKILL')
  process.once('exit', killNow)
  const ended = once(child, 'exit').finally(() => process.off('exit', killNow))
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const first = await Promise.race([lines.next(), ended])
  if (Array.isArray(first) || first.done) throw new Error('The orchestrator did not start: see above.')
  child.stdout.resume()
  const { url } = JSON.parse(first.value) as { url: string }

  const stop = async () => {
    const given = new AbortController()
    child.kill('SIGTERM')
    const late = systemClock.sleep(STOP_MS, given.signal).then(killNow, () => {})
    await ended
    given.abort()
    await late
  }
  return { url, pid: child.pid ?? 0, stop }
}
