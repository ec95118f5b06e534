import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Origin, readOrigin, withOrigin } from '../../src/policy/origin.ts'

const origin: Origin = {
  repository: 'acme/shop',
  commit: 'a'.repeat(40),
  actor: 'dependabot[bot]',
  runId: '77',
  runAttempt: '2',
}
const line = `github: acme/shop@${'a'.repeat(40)} dependabot[bot] 77/2`

test.each([
  ['nothing', '', line],
  ['a text', 'Spring sale', `Spring sale\n${line}`],
  ['lines of its own', 'one\n\ntwo\n', `one\n\ntwo\n\n${line}`],
  ['a forged line', 'github: acme/shop@1 boss 1/1', line],
  ['one at its end', `fine\n${line.replace('dependabot[bot]', 'boss')}`, `fine\n${line}`],
  ['one that is indented, or in capitals', '  GitHub: x\n\tGITHUB:y\nfine', `fine\n${line}`],
  ['one behind another line break', 'fine\rgithub: x\u2028github: y\u0085github: z\vgithub: w', `fine\n${line}`],
  ['a line that only mentions it', 'see github: below', `see github: below\n${line}`],
])('a comment of %s ends with the one true line', (_, comment, expected) => {
  expect(withOrigin(comment, origin)).toBe(expected)
})

test('outside of a workflow there is no such line, and none stays', () => {
  expect(withOrigin('fine\ngithub: x', undefined)).toBe('fine')
  expect(withOrigin('', undefined)).toBe('')
})

test('whatever the comment, the last line is the only one of its kind, and repeating it changes nothing', () => {
  const piece = fc.oneof(
    fc.constantFrom('github:', 'GitHub: ', '\n', '\r', '\u2028', '\u2029', '\f', '\v', ' ', '\t'),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const made = withOrigin(pieces.join(''), origin)
      const lines = made.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)
      expect(lines.filter((each) => /^\s*github:/i.test(each))).toEqual([line])
      expect(lines.at(-1)).toBe(line)
      expect(withOrigin(made, origin)).toBe(made)
    }),
  )
})

const names = {
  repository: fc.stringMatching(/^[\w-]{1,20}\/[\w.-]{1,20}$/),
  commit: fc.stringMatching(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  actor: fc.stringMatching(/^\w[\w-]{0,30}(?:\[bot\])?$/),
  runId: fc.stringMatching(/^\d{1,15}$/),
  runAttempt: fc.stringMatching(/^\d{1,3}$/),
}

test('what was written is read, whatever comment it was added to', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.record(names), (comment, from) => {
      expect(readOrigin(withOrigin(comment, from))).toEqual(from)
    }),
  )
})

test('a comment without an origin has none, whatever it says', () => {
  fc.assert(
    fc.property(fc.string(), (comment) => {
      expect(readOrigin(withOrigin(`${comment}\n${line}`, undefined))).toBeUndefined()
    }),
  )
})

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['a list', [line]],
  ['an empty text', ''],
  ['other text', 'Ship it'],
  ['a line that is not the last', `${line}\nShip it`],
  ['an empty line behind it', `${line}\n`],
  ['a space behind it', `${line} `],
  ['a space before it', ` ${line}`],
  ['text before it', `see ${line}`],
  ['two of them', `${line}\n${line}`],
  ['another one in other letters', ` GitHub: x\n${line}`],
  ['another one behind a line end that few know', `x\u2028github: x\n${line}`],
  ['capitals', line.replace('github', 'GitHub')],
  ['no owner', line.replace('acme/', '')],
  ['a path', line.replace('acme/shop', 'acme/shop/x')],
  ['a short commit', line.replace('a'.repeat(40), 'a'.repeat(7))],
  ['a branch', line.replace('a'.repeat(40), 'main')],
  ['no actor', line.replace('dependabot[bot] ', '')],
  ['two actors', line.replace('dependabot[bot]', 'mona hubot')],
  ['a strange actor', line.replace('dependabot[bot]', '../mona')],
  ['no attempt', line.replace('/2', '')],
  ['more behind it', `${line} x`],
])('%s is no origin', (_, comment) => {
  expect(readOrigin(comment)).toBeUndefined()
})
