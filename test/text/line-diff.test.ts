import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { lineDiff } from '../../src/text/line-diff.ts'

const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')

test.each([
  ['nothing', 'a\nb\n', 'a\nb\n', ''],
  ['only how lines end', 'a\r\nb', 'a\nb\n', ''],
  ['a new text', '', 'a\nb\n', '@@ -0,0 +1,2 @@\n+a\n+b'],
  ['a text that goes', 'a\n', '', '@@ -1 +0,0 @@\n-a'],
  ['one line', 'a\nb\nc\n', 'a\nx\nc\n', '@@ -1,3 +1,3 @@\n a\n-b\n+x\n c'],
  ['a line more', 'a\nb\n', 'a\nnew\nb\n', '@@ -1,2 +1,3 @@\n a\n+new\n b'],
])('shows %s', (_what, before, after, expected) => {
  expect(lineDiff(before, after)).toBe(expected)
})

test('shows places far apart on their own, each with what is around it', () => {
  const before = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`)
  const after = before.map((line, index) => (index === 1 || index === 17 ? `${line}!` : line))
  expect(lineDiff(text(before), text(after), { context: 1 }).split('\n')).toEqual([
    '@@ -1,3 +1,3 @@',
    ' line 1',
    '-line 2',
    '+line 2!',
    ' line 3',
    '@@ -17,3 +17,3 @@',
    ' line 17',
    '-line 18',
    '+line 18!',
    ' line 19',
  ])
})

test('holds both texts, whatever they are', () => {
  const lines = array(constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
  assert(
    property(lines, lines, (before, after) => {
      const diff = lineDiff(text(before), text(after), { context: 100 })
      const shown = diff.split('\n').slice(1)
      const side = (mark: string) => shown.filter((line) => line[0] !== mark).map((line) => line.slice(1))
      expect(diff === '' ? [after, before] : [side('+'), side('-')]).toEqual([before, after])
    }),
  )
})

test('takes no more than a moment for texts that have nothing in common', { timeout: 5000 }, () => {
  const many = (mark: string) => text(Array.from({ length: 20_000 }, (_, index) => `${mark}${index}`))
  const diff = lineDiff(many('a'), many('b'))
  expect(diff.split('\n')).toHaveLength(40_001)
})
