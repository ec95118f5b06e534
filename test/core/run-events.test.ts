import { expect, test } from 'vitest'
import type { Job, Step } from '../../src/contract/types.ts'
import { inStepOrder, type RunEvent } from '../../src/core/run-events.ts'
import { short } from './an-application.ts'

type Kind = 'step-started' | 'step-ended' | 'step-skipped'

const at = (name: string) => ({ job: { id: name } as Job, step: { index: 0, name } as Step })
const event = (kind: Kind, name: string): RunEvent => ({ kind, ...at(name) })
const line = (name: string, message: string): RunEvent => ({
  kind: 'step-log',
  ...at(name),
  line: { at: '', level: 'info', message },
})

const told = (events: RunEvent[], leave = false): string[] => {
  const lines: string[] = []
  const order = inStepOrder((each) => void lines.push(short(each)))
  for (const each of events) order.tell(each)
  if (leave) order.leave()
  return lines
}

test('steps side by side are told one after the other, each in its order, and none twice', () => {
  expect(
    told([
      event('step-started', 'a'),
      event('step-started', 'b'),
      line('a', '1'),
      line('b', '1'),
      event('step-started', 'c'),
      line('a', '2'),
      event('step-ended', 'b'),
      event('step-ended', 'a'),
      line('c', '1'),
      event('step-ended', 'c'),
    ]),
  ).toEqual([
    'step-started a/0',
    'a/0: 1',
    'a/0: 2',
    'step-ended a/0',
    'step-started b/0',
    'b/0: 1',
    'step-ended b/0',
    'step-started c/0',
    'c/0: 1',
    'step-ended c/0',
  ])
})

test('what is no step is told at once', () => {
  const trouble: RunEvent = { kind: 'trouble', message: 'away' }
  expect(told([event('step-started', 'a'), event('step-started', 'b'), trouble])).toEqual([
    'step-started a/0',
    'trouble: away',
  ])
})

test('a skipped step waits for its turn, and holds up nobody', () => {
  const events = [
    event('step-started', 'a'),
    event('step-skipped', 'b'),
    event('step-ended', 'a'),
    event('step-skipped', 'c'),
  ]
  expect(told(events)).toEqual(['step-started a/0', 'step-ended a/0', 'step-skipped b/0', 'step-skipped c/0'])
})

test('when nobody follows any more, all that was kept back is told, and what goes on is left', () => {
  const events = [
    event('step-started', 'a'),
    line('a', '1'),
    event('step-started', 'b'),
    line('b', '1'),
    event('step-ended', 'b'),
    event('step-started', 'c'),
    line('c', '1'),
  ]
  expect(told(events, true)).toEqual([
    'step-started a/0',
    'a/0: 1',
    'step-left a/0',
    'step-started b/0',
    'b/0: 1',
    'step-ended b/0',
    'step-started c/0',
    'c/0: 1',
    'step-left c/0',
  ])
  expect(told([], true)).toEqual([])
})
