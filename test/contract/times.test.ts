import { expect, test } from 'vitest'
import { durationMs, stepDurationMs } from '../../src/contract/times.ts'
import type { Job, Step } from '../../src/contract/types.ts'

const at = (second: number) => new Date(Date.UTC(2026, 0, 5, 12, 0, second)).toISOString()
const now = Date.parse(at(60))

const step = (index: number, completed_at?: string) => ({ index, created_at: at(0), completed_at }) as Step
const job = (...steps: Step[]) => ({ created_at: at(0), steps }) as Job

test('what has ended has lasted from its creation to its end, and what has not until now', () => {
  expect(durationMs({ created_at: at(5), completed_at: at(12) } as Job, now)).toBe(7000)
  expect(durationMs({ created_at: at(5) } as Job, now)).toBe(55_000)
})

test('a job has lasted since its first step began, though it carries the time of its run', () => {
  const late = { index: 0, created_at: at(20), completed_at: at(30) } as Step
  expect(durationMs(Object.assign(job(late), { completed_at: at(30) }), now)).toBe(10_000)
  expect(durationMs(job(), now)).toBe(0)
})

test('a step has lasted since the one before it ended, though all were created together', () => {
  const [first, second, third] = [step(0, at(10)), step(1, at(45)), step(2)]
  const all = job(first, second, third)
  expect([first, second, third].map((each) => stepDurationMs(all, each, now))).toEqual([10_000, 35_000, 15_000])
})

test.each([
  [{ created_at: 'yesterday' }],
  [{ created_at: at(5), completed_at: 'soon' }],
  [{ created_at: at(50), completed_at: at(40) }],
  [{}],
])('times that make no sense are no time: %j', (part) => {
  expect(durationMs(part as Job, now)).toBe(0)
})
