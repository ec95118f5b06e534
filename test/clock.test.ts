import { expect, onTestFinished, test, vi } from 'vitest'
import { systemClock } from '../src/clock.ts'

const timers = () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
}

test.each([2 ** 31, 1e15, Number.POSITIVE_INFINITY])(
  'a sleep of %d ms, which no timer holds, is a long one',
  async (ms) => {
    timers()
    let isOver = false
    const sleeping = systemClock.sleep(ms).then(() => (isOver = true))
    await vi.advanceTimersByTimeAsync(24 * 24 * 3_600_000)
    expect(isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(24 * 3_600_000)
    await sleeping
  },
)

test('a sleep ends with its signal, and leaves neither a timer nor a listener behind', async () => {
  timers()
  const ending = new AbortController()
  const { signal } = ending
  const removed = vi.spyOn(signal, 'removeEventListener')
  const slept = systemClock.sleep(1000, signal)
  await vi.advanceTimersByTimeAsync(1000)
  await slept
  expect(removed).toHaveBeenCalledOnce()
  const sleeping = systemClock.sleep(1000, signal)
  ending.abort('enough')
  await expect(sleeping).rejects.toBe('enough')
  expect(vi.getTimerCount()).toBe(0)
  await expect(systemClock.sleep(1000, signal)).rejects.toBe('enough')
})
