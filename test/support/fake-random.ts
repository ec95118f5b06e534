import type { Random } from '../../src/random.ts'

/** Repeatable chance: the same calls give the same values. */
export const fakeRandom = (seed = 1): Random => {
  let state = seed >>> 0
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  const hex = (bytes: number) =>
    Array.from({ length: bytes }, () => (next() & 0xff).toString(16).padStart(2, '0')).join('')
  return {
    fraction: () => next() / 2 ** 32,
    hex,
    uuid: () => {
      const digits = hex(16)
      const variant = '89ab'[Number.parseInt(digits[16] ?? '0', 16) % 4]
      return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        `${variant}${digits.slice(17, 20)}`,
        digits.slice(20, 32),
      ].join('-')
    },
  }
}
