import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { cutBytes, cutCharacters, cutMarkdown } from '../../src/text/cut.ts'

const bytes = (text: string) => Buffer.byteLength(text)

describe('cutting by bytes', () => {
  it.each([
    { text: 'abc', max: 3, expected: { text: 'abc', truncated: false } },
    { text: 'abcd', max: 3, expected: { text: 'abc', truncated: true } },
    { text: 'aé', max: 2, expected: { text: 'a', truncated: true } },
    { text: '🚀🚀', max: 7, expected: { text: '🚀', truncated: true } },
    { text: '🚀', max: 3, expected: { text: '', truncated: true } },
    { text: '', max: 0, expected: { text: '', truncated: false } },
  ])('leaves whole characters of $text within $max', ({ text, max, expected }) => {
    expect(cutBytes(text, max)).toEqual(expected)
  })

  it('gives the longest beginning that fits, for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, max) => {
        const cut = cutBytes(text, max)
        expect(text.startsWith(cut.text)).toBe(true)
        expect(cut.truncated).toBe(bytes(text) > max)
        const [next] = Array.from(text.slice(cut.text.length))
        expect(next === undefined || bytes(cut.text + next) > max).toBe(true)
      }),
    )
  })
})

describe('cutting by characters', () => {
  it.each([
    { text: 'abcdef', max: 4, expected: 'abc…' },
    { text: '🚀🚀🚀', max: 3, expected: '🚀🚀🚀' },
    { text: '🚀🚀🚀', max: 2, expected: '🚀…' },
  ])('shows in $text that something is missing', ({ text, max, expected }) => {
    expect(cutCharacters(text, max)).toBe(expected)
  })
})

describe('cutting Markdown', () => {
  it('keeps what fits as it is', () => {
    expect(cutMarkdown('# a\n', 4)).toEqual({ text: '# a\n', truncated: false })
  })

  it('cuts between lines and says how much is missing', () => {
    const markdown = 'one line\n'.repeat(50)
    const { text, truncated } = cutMarkdown(markdown, 150)
    expect(truncated).toBe(true)
    expect(text).toMatch(/^(?:one line\n)+\n_Cut here: the whole text has 450 bytes, \d+ of them are shown\._\n$/)
    expect(bytes(text)).toBeLessThanOrEqual(150)
  })

  it('closes the code and the details that it cuts open, so that the note is seen', () => {
    const { text } = cutMarkdown(`<details><summary>log</summary>\n\n\`\`\`\`text\n${'line\n```\n'.repeat(100)}`, 250)
    expect(text).toContain('\n````\n</details>\n\n_Cut here')
  })

  it('never exceeds the limit', () => {
    const line = fc.constantFrom('text', '```', '````js', '~~~', '<details>', '</details>', 'é'.repeat(30))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.nat(400), (lines, max) => {
        expect(bytes(cutMarkdown(lines.join('\n'), max).text)).toBeLessThanOrEqual(max)
      }),
    )
  })
})
