import { expect, test } from 'vitest'
import { isSameText } from '../../src/core/stored-pipeline.ts'
import { readCommand } from '../../src/policy/comment-command.ts'
import { logLines, plainText } from '../../src/text/control.ts'
import { codeBlock } from '../../src/text/escape.ts'
import { lineDiff } from '../../src/text/line-diff.ts'
import { createRedactor, isSensitiveName } from '../../src/text/redact.ts'
import { sentence } from '../../src/text/sentence.ts'

const many = (text: string) => text.repeat(200_000)
const osc = String.fromCharCode(0x9d)

// For each of these it took a minute: whatever was looked for was looked for from each of its characters on.
test.each([
  { what: 'terminal strings that never end', read: () => plainText(`${many(osc)}x`), expected: 'x' },
  { what: 'terminal strings in a log', read: () => logLines(`${many(osc)}x`), expected: ['x'] },
  { what: 'full stops', read: () => sentence(`${many('. ')}x`), expected: `${many('. ')}x.` },
  { what: 'line ends in a block', read: () => codeBlock(`${many('\n')}x`), expected: `\`\`\`\n${many('\n')}x\n\`\`\`` },
  { what: 'line ends in a pipeline', read: () => isSameText(`${many('\n')}x`, many('\n')), expected: false },
  { what: 'digits in a name', read: () => isSensitiveName(`key${many('1')}x`), expected: false },
  {
    what: 'blanks in a comment',
    read: () => readCommand(`\`\`\`\n${many(' ')}x\n\`\`\`\n/approve qa 1a2b3c4`, '/approve'),
    expected: { kind: 'command', environment: 'qa', commit: '1a2b3c4' },
  },
])('many $what are read in no more than a moment', { timeout: 5000 }, ({ read, expected }) => {
  expect(read()).toEqual(expected)
})

test('a block of code may hold any number of backticks', () => {
  expect(codeBlock(many('`a')).startsWith('```\n`a')).toBe(true)
})

test('a comparison may be of any length', () => {
  expect(lineDiff(many('a\n'), many('b\n'))).toBe(`@@ -1,200000 +1,200000 @@\n${many('-a\n')}${many('+b\n').trimEnd()}`)
})

test('a secret of any length is hidden, beside others', () => {
  const long = Array.from({ length: 40_000 }, (_, index) => 'abcXYZ+/{}"0189'[(index * index) % 15]).join('')
  const redact = createRedactor(['hmc-0123', long])
  expect(redact(`${long} hmc-0123 ${encodeURIComponent(long)} ${JSON.stringify(long)}`)).toBe('*** *** *** "***"')
  expect(createRedactor([long])('nothing to hide')).toBe('nothing to hide')
})
