import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RegexError } from '../../../src/contract/regex/ast.ts'
import { compileRegex } from '../../../src/contract/regex/search.ts'

test.each([
  ['registry.humanitec.io/acme/service-.*', 'registry.humanitec.io/acme/service-cart', true],
  ['acme/service', 'registry.test/acme/service-cart', true],
  ['^acme', 'registry.test/acme', false],
  ['^refs/heads/(main|release/.+)$', 'refs/heads/release/2', true],
  ['^refs/heads/(main|release/.+)$', 'refs/heads/mainline', false],
  ['', 'anything', true],
  ['a||b', '', true],
  ['^v[0-9]+(\\.[0-9]+){2}$', 'v1.22.333', true],
  ['^v[0-9]+(\\.[0-9]+){2}$', 'v1.22', false],
  ['^a{2,3}$', 'aaaa', false],
  ['^a{2,}$', 'aaaa', true],
  ['^a{,2}$', 'a{,2}', true],
  ['^(?:ab)*?$', 'abab', true],
  ['^(?P<name>x)(?<other>y)$', 'xy', true],
  ['(?i)^MAIN$', 'main', true],
  ['^m(?i)AIN$', 'main', true],
  ['^(?i:M)AIN$', 'main', false],
  ['(?i)^[^a]$', 'A', false],
  ['(?m)^b$', 'a\nb\nc', true],
  ['a.c', 'a\nc', false],
  ['(?s)a.c', 'a\nc', true],
  ['\\bmain\\b', 'refs/heads/main', true],
  ['\\bmain\\B', 'refs/heads/main', false],
  ['\\Amain\\z', 'main', true],
  ['^[]a-c-]+$', ']b-', true],
  ['^[^]]$', ']', false],
  ['^[[:alpha:][:^digit:]]$', '7', false],
  ['^\\d\\D\\w\\W\\s\\S$', '1aa-\tz', true],
  ['^\\x41\\x{1F600}\\.$', 'A😀.', true],
  ['^\\p{L}\\P{L}\\pN\\p{^Greek}$', 'é-7a', true],
  ['^.$', '😀', true],
])('%j in %j: %s', (pattern, text, expected) => {
  expect(compileRegex(pattern).isIn(text)).toBe(expected)
})

test.each([
  ['(', 'no ) that ends the group at character 2'],
  ['a)', 'a ) that ends no group'],
  ['*', 'nothing for * to repeat'],
  ['a**', 'a repetition of a repetition'],
  ['a{2}{3}', 'a repetition of a repetition'],
  ['[a', 'the end'],
  ['[b-a]', 'a range that is none'],
  ['\\', 'the end'],
  ['(a)\\1', 'an unknown escape \\1'],
  ['(?=a)', 'nothing can look ahead or behind'],
  ['(?<!a)b', 'nothing can look ahead or behind'],
  ['a{3,2}', 'a number of times that is none'],
  ['a{1001}', 'a number of times that is none'],
  ['\\p{Elvish}', 'an unknown class of characters'],
  ['\\x{110000}', 'no character of that number'],
  ['((a{100}){100}){100}', 'repetitions that make too large a pattern'],
  ['((){1000}){1000}', 'repetitions that make too large a pattern'],
  ['('.repeat(500), 'more than 100 groups within each other'],
  ['a'.repeat(1001), 'more than 1000 characters'],
])('%j is refused', (pattern, message) => {
  expect(() => compileRegex(pattern)).toThrow(RegexError)
  expect(() => compileRegex(pattern)).toThrow(message)
})

describe('searching', () => {
  test.each(['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^a*a*a*a*a*a*a*a*a*a*$', '^(a?){400}$', '(.*)*x'])(
    '%j never goes back in a text that almost fits',
    (pattern) => {
      expect(compileRegex(pattern).isIn(`${'a'.repeat(999)}!`)).toBe(false)
    },
  )

  test('a text of more than a thousand characters is not looked into', () => {
    expect(compileRegex('a').isIn('a'.repeat(1000))).toBe(true)
    expect(compileRegex('a').isIn('a'.repeat(1001))).toBe(false)
  })

  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\b', '^', '$', '\\d', '1')
  const { regex } = fc.letrec<{ regex: string; group: string }>((tie) => ({
    group: tie('regex').map((inner) => `(${inner})`),
    regex: fc
      .array(
        fc.tuple(
          fc.oneof({ depthSize: 'small' }, atom, tie('group')),
          fc.constantFrom('', '', '*', '+?', '?', '{1,2}'),
        ),
        { maxLength: 4 },
      )
      .chain((parts) =>
        fc.constantFrom('', '|').map((between) =>
          // Go lets positions be repeated, and JavaScript does not.
          parts.map(([part, times]) => (/^(\\b|\^|\$)$/.test(part) ? part : part + times)).join(between),
        ),
      ),
  }))

  // JavaScript goes back: repetitions within each other would keep it busy for years.
  const isBearable = (pattern: string) => (pattern.match(/\+\?|[*?{]/g)?.length ?? 0) <= 5
  const bearable = regex.filter(isBearable)

  test('finds what JavaScript finds, where both have the same syntax', () => {
    fc.assert(
      fc.property(bearable, fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 8 }), (pattern, text) => {
        expect(compileRegex(pattern).isIn(text)).toBe(new RegExp(pattern, 'u').test(text))
      }),
      { numRuns: 2000 },
    )
  })

  const read = (pattern: string) => {
    try {
      compileRegex(pattern).isIn('aab1')
      return 'read'
    } catch (error) {
      return error instanceof RegexError ? 'refused' : String(error)
    }
  }
  test('no text makes the reader fail in any way but its own', () => {
    const piece = fc.constantFrom(...Array.from('()[]{}*+?|\\^$.-:=!<>P,0123abdwpxzQ😀'))
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 30 }), (pattern) => {
        expect(read(pattern)).toMatch(/^(?:read|refused)$/)
      }),
      { numRuns: 3000 },
    )
  })
})
