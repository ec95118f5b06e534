// Plays random faults against every action for as long as asked: `npm run torture -- --seed 1 --minutes 10`. Prints the
// seed and the course of what breaks; the same seed takes the same course again.
import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemRandom } from '../src/random.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '5' },
    /** Part of a scenario's name. */
    only: { type: 'string' },
  },
})
const seed = Number(values.seed ?? 1 + Math.floor(systemRandom.fraction() * 1_000_000_000))
const minutes = Number(values.minutes)
if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('--seed takes a whole number')
if (!(minutes > 0)) throw new Error('--minutes takes a number above 0')

const root = join(import.meta.dirname, '..')
console.log(`Seed ${seed}, ${minutes} minutes.`)
// A part of a path stands for all that have it.
const { status } = spawnSync('vitest', ['run', 'test/torture/invariants-'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
    TORTURE_SEED: String(seed),
    TORTURE_MINUTES: String(minutes),
    ...(values.only ? { TORTURE_ONLY: values.only } : {}),
  },
})
process.exitCode = status ?? 1
