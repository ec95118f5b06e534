import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { logLines, plainLine, plainText } from '../../src/text/control.ts'

const ESC = String.fromCharCode(27)

describe('plain text', () => {
  it.each([
    { name: 'colours', text: `${ESC}[1;31mred${ESC}[0m`, plain: 'red' },
    { name: 'a window title', text: `${ESC}]0;owned${String.fromCharCode(7)}text`, plain: 'text' },
    {
      name: 'a terminal hyperlink',
      text: `${ESC}]8;;https://x.example${ESC}\\label${ESC}]8;;${ESC}\\`,
      plain: 'label',
    },
    { name: 'a string that never ends', text: `${ESC}]0;title`, plain: '0;title' },
    { name: 'one-character controls', text: `a${String.fromCharCode(0x9b)}31mb\u0000c\bd`, plain: 'abcd' },
    { name: 'direction marks', text: 'user\u202Etxt.exe', plain: 'usertxt.exe' },
    { name: 'zero-width characters', text: 'a\u200Bb\uFEFFc\u2060d', plain: 'abcd' },
    { name: 'every kind of line break', text: 'a\r\nb\rc\u2028d\u0085e', plain: 'a\nb\nc\nd\ne' },
    { name: 'letters of all scripts, and tabs', text: 'Žluťoučký\tкůň 🚀', plain: 'Žluťoučký\tкůň 🚀' },
  ])('keeps what can be seen of $name', ({ text, plain }) => {
    expect(plainText(text)).toBe(plain)
  })

  it('fits into one line', () => {
    expect(plainLine('  one\n\n\ttwo\r\nthree ')).toBe('one two three')
  })

  it('is plain already when made plain twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // A code that was broken by an invisible character may come together when that is gone; nothing of it is left.
        expect(plainText(plainText(text))).toBe(plainText(text))
      }),
    )
  })
})

/** What GitHub's runner takes for a command: `::` after white space, `##[` anywhere, with what it cannot see left out. */
const isCommand = (line: string): boolean => {
  const seen = line.replace(/[^\P{Cc}\t]|[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '').trimStart()
  return seen.startsWith('::') || seen.includes('##[')
}

describe('log lines', () => {
  it.each([
    { text: '::error::owned', lines: ['\\::error::owned'] },
    { text: '  ::add-mask::e', lines: ['  \\::add-mask::e'] },
    { text: 'fine\r::set-output name=a::b', lines: ['fine', '\\::set-output name=a::b'] },
    { text: `${ESC}[0m::debug::x`, lines: ['\\::debug::x'] },
    { text: ':\u200B:error::x', lines: ['\\::error::x'] },
    { text: 'done ##[group]x', lines: ['done ##\\[group]x'] },
    { text: '#\u200D#[error]x', lines: ['##\\[error]x'] },
    { text: 'std::vector ## [x]', lines: ['std::vector ## [x]'] },
  ])('prints $text as text', ({ text, lines }) => {
    expect(logLines(text)).toEqual(lines)
  })

  it('never make a command, whatever the text', () => {
    const piece = fc.constantFrom(
      '::',
      ':',
      '##[',
      '#',
      '[',
      ']',
      'error',
      ' ',
      '\n',
      '\r',
      '\t',
      '\u200B',
      '\u00A0',
      ESC,
    )
    const text = fc.oneof(
      fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 }))).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, (hostile) => {
        for (const line of logLines(hostile)) {
          expect(isCommand(line)).toBe(false)
          expect(line).not.toMatch(/[\r\n]/)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
