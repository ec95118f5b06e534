import { describe, expect, test } from 'vitest'
import { mayBecome, transitions as approvalTransitions } from '../../src/orchestrator/approvals/lifecycle.ts'
import { cancellation, hasEnded, type Kind, move, transitions } from '../../src/orchestrator/runs/lifecycle.ts'
import { approvalStatuses, executionStatuses, type ExecutionStatus } from '../../src/contract/status.ts'

const at = '2026-01-05T12:00:00.000Z'
const inState = (status: ExecutionStatus) => ({ status, status_message: 'before' })

/** Every step that is allowed, written out. */
const allowed: Record<Kind, string[]> = {
  run: ['queued executing', 'queued cancelled', 'executing succeeded', 'executing failed', 'executing cancelled'],
  job: [
    'queued executing',
    'queued failed',
    'queued cancelled',
    'queued skipped',
    'executing succeeded',
    'executing failed',
    'executing cancelled',
  ],
  step: [
    'queued executing',
    'queued failed',
    'queued cancelled',
    'queued skipped',
    'executing succeeded',
    'executing failed',
    'executing cancelled',
  ],
}

const pairs = executionStatuses.flatMap((from) => executionStatuses.map((to) => ({ from, to, pair: `${from} ${to}` })))

describe.each(Object.keys(transitions) as Kind[])('a %s', (kind) => {
  test.each(pairs.filter(({ pair }) => allowed[kind].includes(pair)))('may go from $from to $to', ({ from, to }) => {
    const moved = move(kind, inState(from), to, { at, message: 'why' })
    expect(moved).toMatchObject({ status: to, status_message: 'why' })
    expect('completed_at' in moved).toBe(to !== 'executing')
  })

  test.each(pairs.filter(({ pair }) => !allowed[kind].includes(pair)))(
    'never goes from $from to $to',
    ({ from, to }) => {
      expect(() => move(kind, inState(from), to, { at })).toThrow(`a ${kind} cannot go from ${from} to ${to}`)
    },
  )
})

test.each([
  ['queued', 'ends'],
  ['executing', 'asked'],
  ['cancelled', 'done'],
  ['succeeded', 'refused'],
  ['failed', 'refused'],
] as const)('a run that is %s answers a cancellation with: %s', (status, answer) => {
  expect(cancellation[status]).toBe(answer)
})

test('what has ended is what nothing follows', () => {
  expect(executionStatuses.filter((status) => hasEnded({ status }))).toEqual([
    'succeeded',
    'failed',
    'cancelled',
    'skipped',
  ])
})

test('an approval is decided once', () => {
  for (const from of approvalStatuses) {
    const next = approvalStatuses.filter((to) => mayBecome(from, to))
    expect(next).toEqual(from === 'waiting' ? ['approved', 'denied', 'cancelled'] : [])
    expect(approvalTransitions[from]).toEqual(next)
  }
})
