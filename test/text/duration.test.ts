import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatDuration, parseDuration } from '../../src/text/duration.ts'

describe('a duration', () => {
  it.each([
    { text: '0', ms: 0 },
    { text: '90', ms: 90_000 },
    { text: '500ms', ms: 500 },
    { text: '30s', ms: 30_000 },
    { text: '10m', ms: 600_000 },
    { text: '1h30m', ms: 5_400_000 },
    { text: '1d 2h', ms: 93_600_000 },
    { text: '2m 3s', ms: 123_000 },
  ])('is read from $text', ({ text, ms }) => {
    expect(parseDuration(text)).toBe(ms)
  })

  it.each([
    '',
    ' ',
    '10 minutes',
    '1.5h',
    '-1s',
    '+1',
    '1e3',
    '30m1h',
    '10M',
    '5w',
    '10m10',
    'Infinity',
    '１０',
    '9'.repeat(20),
  ])('is not read from "%s"', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })

  it.each([
    { ms: 0, text: '0s' },
    { ms: 850, text: '850ms' },
    { ms: 1499, text: '1s' },
    { ms: 123_000, text: '2m 3s' },
    { ms: 3_600_000, text: '1h' },
    { ms: 90_061_000, text: '1d 1h 1m 1s' },
    { ms: -5, text: '0s' },
  ])('of $ms ms is printed as $text', ({ ms, text }) => {
    expect(formatDuration(ms)).toBe(text)
  })

  it('is read back as it was printed, to the second', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (seconds) => {
        expect(parseDuration(formatDuration(seconds * 1000))).toBe(seconds * 1000)
      }),
    )
    fc.assert(fc.property(fc.nat(999), (ms) => parseDuration(formatDuration(ms)) === ms))
  })
})
