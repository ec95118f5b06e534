import { expect, test } from 'vitest'
import { sentence } from '../../src/text/sentence.ts'

test.each([
  ['Run failed', 'Run failed.'],
  ['Cancelled by Jane.', 'Cancelled by Jane.'],
  ['and so on...\n', 'and so on.'],
  ['v1.2', 'v1.2.'],
  ['Is the token still valid? ', 'Is the token still valid?'],
])('%j ends as one sentence', (text, expected) => {
  expect(sentence(text)).toBe(expected)
})
