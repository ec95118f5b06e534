import { expect, test } from 'vitest'
import { firstOf } from '../src/first-of.ts'

test.each([
  { items: [], expected: '' },
  { items: ['a', 'b'], expected: 'a, b' },
  { items: ['a', 'b', 'c'], expected: 'a, b and 1 more' },
])('of $items.length names at most two are told, and how many more there are', ({ items, expected }) => {
  expect(firstOf(items, 2)).toBe(expected)
})

test('problems are told apart by semicolons', () => {
  expect(firstOf(['a is wrong', 'b is wrong'], 2, '; ')).toBe('a is wrong; b is wrong')
  expect(firstOf(['a is wrong', 'b is wrong', 'c is wrong'], 1, '; ')).toBe('a is wrong; and 2 more')
})
