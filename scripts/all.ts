// All that CI checks, in the order in which it fails soonest. Stops at the first stage that fails, with its output.
// With --tested FILE the tests have been run already, with COVERAGE_FILE=FILE, and only their coverage is looked at.
import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../src/clock.ts'
import { formatDuration } from '../src/text/duration.ts'

interface Stage {
  readonly name: string
  readonly command: readonly [tool: string, ...args: string[]]
  /** What to do about a failure, where the tool itself does not say it. */
  readonly advice?: string
}

const { tested } = parseArgs({ options: { tested: { type: 'string' } } }).values
const testing = tested === undefined ? [] : ['--calls', tested]

const stages: readonly Stage[] = [
  { name: 'generated files', command: ['node', 'scripts/generate.ts', '--check'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'], advice: 'Run `npm run format`.' },
  { name: 'bundles', command: ['node', 'scripts/build.ts', '--check'] },
  { name: 'tests', command: ['node', 'scripts/coverage.ts', '--check', ...testing] },
]

const root = join(import.meta.dirname, '..')
/** The project's own tools, and its Node.js, come first. */
const path = [join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter)

/** Whether the stage has passed. */
const runStage = ({ name, command: [tool, ...args], advice }: Stage): boolean => {
  const began = systemClock.now()
  const { status, signal, error, stdout, stderr } = spawnSync(tool, args, {
    cwd: root,
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
    maxBuffer: 256 * 2 ** 20,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const passed = status === 0
  console.log(`${passed ? '✓' : '✗'} ${name.padEnd(16)} ${formatDuration(systemClock.now() - began)}`)
  if (passed) return true
  const reason = error?.message ?? (signal === null ? undefined : `${tool} was ended by ${signal}`)
  console.log(['', stdout, stderr, reason, advice].filter((text) => text !== undefined).join('\n'))
  return false
}

if (!stages.every(runStage)) process.exitCode = 1
