import { describe, expect, it } from 'vitest'
import { fakeClock } from '../../support/fake-clock.ts'
import { linesOf, oneJob, run } from './checkout.ts'

/** Runs until a line is printed, and aborts then. */
const abortAt = (lines: Record<string, AbortController>) => (text: string) => {
  for (const [line, controller] of Object.entries(lines)) if (linesOf(text).includes(line)) controller.abort()
}

const WAITER = {
  'actions/wait/action.yml': '{ name: w, description: w, runs: { using: node24, main: main.js, post: post.js } }',
  'actions/wait/main.js': `
process.on('SIGINT', () => { console.log('interrupted'); process.exit(7) })
setInterval(() => {}, 1000)
console.log('ready')`,
  'actions/wait/post.js': `console.log('post ran')`,
}

describe('a cancelled run', () => {
  it('interrupts the running step, runs only always() and cancelled() steps and post steps, and says so', async () => {
    const cancel = new AbortController()
    const { conclusion, jobs, log } = await run(
      `
on: push
jobs:
  first:
    runs-on: x
    steps:
      - { id: waits, uses: ./actions/wait }
      - { id: plain, run: echo no }
      - { id: not-cancelled, if: '!cancelled()', run: echo no }
      - { id: failure, if: failure(), run: echo no }
      - { id: always, if: always(), run: 'echo "status \${{ job.status }}"' }
      - { id: cancelled, if: cancelled(), run: echo }
  next: { needs: first, runs-on: x, steps: [{ run: echo }] }
  last: { needs: first, if: always(), runs-on: x, steps: [{ run: 'echo "after \${{ needs.first.result }}"' }] }
`,
      { files: WAITER, cancel: cancel.signal, write: abortAt({ ready: cancel }) },
    )
    expect(conclusion).toBe('cancelled')
    expect(jobs.map(({ id, conclusion }) => [id, conclusion])).toEqual([
      ['first', 'cancelled'],
      ['next', 'skipped'],
      ['last', 'success'],
    ])
    expect(jobs[0]?.steps.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['waits', 'cancelled'],
      ['plain', 'skipped'],
      ['not-cancelled', 'skipped'],
      ['failure', 'skipped'],
      ['always', 'success'],
      ['cancelled', 'success'],
      [undefined, 'success'],
    ])
    expect(linesOf(log)).toEqual(
      expect.arrayContaining(['interrupted', 'status cancelled', 'after cancelled', 'post ran']),
    )
  })

  it('that is killed ends the step at once and runs nothing more', async () => {
    const cancel = new AbortController()
    const kill = new AbortController()
    const { conclusion, jobs, log } = await run(
      oneJob(`
- run: |
    trap 'echo "not yet"' INT
    echo ready
    while true; do sleep 0.01; done
- { if: always(), run: echo never }`),
      { cancel: cancel.signal, kill: kill.signal, write: abortAt({ ready: cancel, 'not yet': kill }) },
    )
    expect(conclusion).toBe('cancelled')
    expect(jobs[0]?.steps.map(({ outcome }) => outcome)).toEqual(['cancelled', 'skipped'])
    expect(linesOf(log)).not.toContain('never')
  })
})

it('a step that takes longer than its timeout-minutes is ended and fails, with what it uses', async () => {
  const clock = fakeClock({ auto: true })
  const { jobs, annotations, conclusion } = await run(
    oneJob(`
- { run: sleep 600, timeout-minutes: 2 }
- { if: failure(), run: echo cleaned up }`),
    { clock },
  )
  expect(conclusion).toBe('failure')
  expect(jobs[0]?.steps.map(({ outcome }) => outcome)).toEqual(['failure', 'success'])
  expect(annotations.map(({ message }) => message)).toContain('The step has timed out after 2 minutes.')
  expect(clock.slept).toContain(120_000)
})
