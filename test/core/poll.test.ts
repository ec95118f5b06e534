import { describe, expect, test } from 'vitest'
import { createPolls, pollDelay } from '../../src/core/poll.ts'
import { fakeClock } from '../support/fake-clock.ts'

describe('the time until the next look', () => {
  test.each([
    [0, 1410],
    [40_000, 1410],
    [50_000, 1950],
    [100_000, 4650],
    [476_800, 24_997],
    [477_000, 25_000],
    [86_400_000, 25_000],
  ])('after %i ms of waiting is %i ms', (waitedMs, expected) => {
    expect(pollDelay(waitedMs)).toBe(expected)
  })
})

test('grows with the wait, and never goes past the deadline', async () => {
  const clock = fakeClock({ auto: true })
  const polls = createPolls({ clock, deadline: clock.now() + 45_000 })
  while (await polls.next());
  expect(clock.slept.slice(0, 29).every((ms) => ms === 1410)).toBe(true)
  expect(clock.slept.slice(29)).toEqual([1458, 1537, 1115])
  expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(45_000)
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
