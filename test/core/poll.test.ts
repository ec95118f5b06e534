import { describe, expect, test } from 'vitest'
import { createPolls, pollDelay } from '../../src/core/poll.ts'
import { fakeClock } from '../support/fake-clock.ts'

describe('the time until the next look', () => {
  test.each([
    [0, 1000],
    [9999, 1000],
    [10_000, 1000],
    [20_000, 2000],
    [55_000, 5500],
    [14_641, 1464],
    [100_000, 10_000],
    [86_400_000, 10_000],
  ])('after %i ms without news is %i ms', (unchangedMs, expected) => {
    expect(pollDelay(unchangedMs)).toBe(expected)
  })
})

test('grows with the time that nothing changes, begins again at news, and never goes past the deadline', async () => {
  const clock = fakeClock({ auto: true })
  const polls = createPolls({ clock, deadline: clock.now() + 31_000 })
  for (let turn = 0; turn < 14; turn += 1) expect(await polls.next()).toBe(true)
  expect(clock.slept).toEqual([1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1100, 1210, 1331])
  polls.changed()
  while (await polls.next());
  expect(clock.slept.slice(14, 16)).toEqual([1000, 1000])
  expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(31_000)
})

test('does not sleep once the deadline has come', async () => {
  const clock = fakeClock({ auto: true })
  const polls = createPolls({ clock, deadline: clock.now() })
  expect(await polls.next()).toBe(false)
  expect(clock.slept).toEqual([])
})

test('wakes at once when the job is cancelled', async () => {
  const clock = fakeClock()
  const controller = new AbortController()
  const polls = createPolls({ clock, deadline: clock.now() + 1000, signal: controller.signal })
  const waiting = polls.next()
  controller.abort(new Error('cancelled'))
  await expect(waiting).rejects.toThrow('cancelled')
})
