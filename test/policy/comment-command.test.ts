import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCommand } from '../../src/policy/comment-command.ts'

const command = '/approve production 1a2b3c4'
const read = (body: string) => readCommand(body, '/approve')
const found = { kind: 'command', environment: 'production', commit: '1a2b3c4' }

test.each([
  ['alone', command],
  ['with spaces behind it', `${command}  \t`],
  ['with more space in it', '/approve  production\t1a2b3c4'],
  ['below text', `Looks good.\n${command}`],
  ['below a paragraph', `Looks good.\n\n${command}\n\nThanks!`],
  ['above text', `${command}\nThanks \`you\`!`],
  ['with the line ends of a browser', `Looks good.\r\n${command}\r\n`],
  ['below a mention', `@mona, see above.\n${command}`],
  ['below a quote and an empty line', `> Shall we?\n\n${command}`],
  ['below a list and an empty line', `- this\n- that\n\n${command}`],
  ['below code that has ended', `\`\`\`sh\nnpm test\n\`\`\`\n${command}`],
  ['below code with tildes that has ended', `~~~\nx\n~~~~\n${command}`],
  ['below code that shows the same', `\`\`\`\n${command.replace('production', 'staging')}\n\`\`\`\n${command}`],
  ['below code that holds HTML', `\`\`\`\n<!--\n\`\`\`\n${command}`],
  ['below a heading', `# Go\n${command}`],
  ['above code', `${command}\n\`\`\`\nx`],
])('a command is found %s', (_, body) => {
  expect(read(body)).toEqual(found)
})

test.each([
  ['1A2B3C4D', '1a2b3c4d'],
  ['a'.repeat(40), 'a'.repeat(40)],
  ['a'.repeat(64), 'a'.repeat(64)],
])('the commit %s is %s', (written, commit) => {
  expect(read(`/approve production ${written}`)).toEqual({ ...found, commit })
})

test.each([
  ['nothing', ''],
  ['text', 'I approve production 1a2b3c4'],
  ['another word', '/approved production 1a2b3c4'],
  ['another command', '/deny production 1a2b3c4'],
  ['capitals', '/Approve production 1a2b3c4'],
  ['a word before it', `please ${command}`],
  ['a space before it', ` ${command}`],
  ['three spaces before it', `   ${command}`],
  ['a tab before it', `\t${command}`],
  ['indented code', `    ${command}`],
  ['something invisible before it', `\u200b${command}`],
  ['a byte order mark before it', `\ufeff${command}`],
  ['a line that only looks like one', `text\u2028${command}`],
  ['a page break before it', `text\f${command}`],
  ['code in its line', `\`${command}\``],
  ['bold', `**${command}**`],
  ['a quote', `> ${command}`],
  ['a quote without a space', `>${command}`],
  ['a line that goes on with a quote', `> Shall we?\n${command}`],
  ['a line that goes on with the text of a quote', `> Shall we?\ntext\n${command}`],
  ['a list', `- ${command}`],
  ['a numbered list', `1. ${command}`],
  ['a line that goes on with a list', `- this\n${command}`],
  ['a line that goes on with a list marked by a star', `* this\n${command}`],
  ['a line that goes on with a numbered list', `12) this\n${command}`],
  ['a line that goes on with a later paragraph of a list', `- this\n\n  that\n${command}`],
  ['a line that goes on with an empty item', `-\n${command}`],
  ['a task', `- [ ] ${command}`],
  ['code', `\`\`\`\n${command}\n\`\`\``],
  ['code with a language', `\`\`\`sh\n${command}\n\`\`\``],
  ['code that does not end', `\`\`\`\n${command}`],
  ['code with tildes', `~~~\n${command}\n~~~`],
  ['code with tildes and backticks behind them', `~~~ \`\n${command}\n~~~`],
  ['code that holds another fence', `~~~\n\`\`\`\n${command}\n~~~`],
  ['code in a longer fence', `\`\`\`\`\n\`\`\`\n${command}\n\`\`\`\``],
  ['code whose fence does not end with text behind it', `\`\`\`\n\`\`\` x\n${command}\n\`\`\``],
  ['code whose fence does not end when indented', `\`\`\`\n    \`\`\`\n${command}\n\`\`\``],
  ['code behind the end of a list', `1. x\n\n   \`\`\`\n\`\`\`\n${command}\n\`\`\``],
  ['code behind the end of a quote', `> \`\`\`\n\`\`\`\n${command}\n\`\`\``],
  ['code over several lines', `text \`\n${command}\n\``],
  ['code over several lines, behind what is escaped', `\\\` a \` b\n${command}\n\``],
  ['a comment of HTML', `<!--\n${command}\n-->`],
  ['a comment of HTML with an empty line', `<!--\n\n${command}\n\n-->`],
  ['a comment of HTML behind text', `text <!--\n${command}\n-->`],
  ['an HTML block', `<details>\n${command}\n</details>`],
  ['an HTML block of text', `<pre>\n\n${command}\n\n</pre>`],
  ['an attribute', `<a title="\n${command}\n">x</a>`],
  ['an attribute of a tag in two lines', `<\na title="\n${command}\n">`],
  ['a declaration', `<!X\n${command}\n>`],
  ['an instruction', `<?x\n${command}\n?>`],
  ['the title of a link', `[x](y "\n${command}\n")`],
  ['the title of a reference', `[x]: y "\n${command}\n"`],
  ['the text for an image', `![\n${command}\n](y)`],
  ['a footnote', `[^1]: text\n${command}`],
  ['a formula', `$$\n${command}\n$$`],
  ['a formula in its line', `text $x\n${command}\n$`],
  ['a table', `a | b\n--- | ---\n${command}`],
  ['text that is struck out', `~~\n${command}\n~~`],
])('no command is in %s', (_, body) => {
  expect(read(body)).toEqual({ kind: 'none' })
})

test.each([
  ['nothing else', '/approve'],
  ['no commit', '/approve production'],
  ['no environment', '/approve 1a2b3c4'],
  ['six digits', '/approve production 1a2b3c'],
  ['too many digits', `/approve production ${'a'.repeat(65)}`],
  ['a branch', '/approve production main'],
  ['the commit first', '/approve 1a2b3c4 production!'],
  ['more text', `${command} please`],
  ['a full stop', `${command}.`],
  ['code', '/approve production `1a2b3c4`'],
  ['a mention', '/approve @production 1a2b3c4'],
  ['hard spaces', '/approve production\u00a01a2b3c4'],
  ['letters of another script', '/approve production 1а2b3c4'],
])('a command with %s is malformed', (_, body) => {
  expect(read(body)).toEqual({ kind: 'malformed' })
})

test.each([
  ['two', `${command}\n/approve staging 1a2b3c4`],
  ['the same twice', `${command}\n\n${command}`],
  ['a whole and a malformed one', `${command}\n/approve`],
])('%s are several', (_, body) => {
  expect(read(body)).toEqual({ kind: 'several' })
})

test('the word is compared as it is', () => {
  expect(readCommand('/ship-it production 1a2b3c4', '/ship-it')).toEqual(found)
  expect(readCommand('/approve production 1a2b3c4', '/ship-it')).toEqual({ kind: 'none' })
})

/** Text that likes to break out: commands, and everything that begins or ends something. */
const line = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(command, '/approve', ' ', '    ', '\t', 'text', '\u2028', '\f') },
      {
        weight: 4,
        arbitrary: fc.constantFrom('```', '~~~', '````', '`', '>', '> ', '- ', '1. ', '<!--', '-->', '<div>'),
      },
      fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, '')),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''))
const lines = fc.array(fc.oneof(fc.constant(command), fc.constant(''), line), { maxLength: 8 })
const end = fc.constantFrom('\n', '\r\n', '\r')

const longest = (text: string, mark: '`' | '~') =>
  (text.match(new RegExp(`${mark}+`, 'g')) ?? []).reduce((most, run) => Math.max(most, run.length), 2)

/** A comment that has a command although it should have none; null if no such comment was found. */
const foundIn = (made: fc.Arbitrary<string>) =>
  fc.check(
    fc.property(made, (body) => read(body).kind === 'none'),
    { numRuns: 500 },
  ).counterexample

test('nothing in a quote is a command, whatever it holds', () => {
  expect(foundIn(fc.tuple(lines, end).map(([all, by]) => all.map((each) => `> ${each}`).join(by)))).toBeNull()
})

test('nothing in a list is a command, whatever it holds', () => {
  const item = fc.constantFrom('- ', '* ', '+ ', '1. ', '10) ')
  expect(
    foundIn(fc.tuple(lines, end, item).map(([all, by, mark]) => all.map((each) => mark + each).join(by))),
  ).toBeNull()
})

test('nothing in fenced code is a command, whatever it holds', () => {
  expect(
    foundIn(
      fc.tuple(lines, end, fc.constantFrom('`' as const, '~' as const), fc.boolean()).map(([all, by, mark, isOpen]) => {
        const fence = mark.repeat(longest(all.join('\n'), mark) + 1)
        return [fence, ...all, ...(isOpen ? [] : [fence])].join(by)
      }),
    ),
  ).toBeNull()
})

test('nothing in indented code is a command, whatever it holds', () => {
  const indent = fc.constantFrom('    ', '\t', '  \t')
  expect(
    foundIn(fc.tuple(lines, end, indent).map(([all, by, by4]) => all.map((each) => by4 + each).join(by))),
  ).toBeNull()
})

test('nothing in a comment of HTML is a command, whatever it holds', () => {
  expect(foundIn(fc.tuple(lines, end).map(([all, by]) => ['<!--', ...all, '-->'].join(by)))).toBeNull()
})

test('nothing behind HTML, or behind a fence that stands somewhere, is a command', () => {
  const start = fc.constantFrom('<b>', 'x <b>', '> ```', '- ~~~', ' ```', 'x ``` y', '$$')
  expect(foundIn(fc.tuple(start, lines, end).map(([first, all, by]) => [first, ...all].join(by)))).toBeNull()
})

test('a command is one of the lines of the comment, as it stands there', () => {
  const isThere = (all: string[]) => all.some((each) => each.replace(/[ \t]+$/, '') === command)
  const made = fc.property(lines, end, (all, by) => read(all.join(by)).kind !== 'command' || isThere(all))
  expect(fc.check(made, { numRuns: 500 }).counterexample).toBeNull()
})

test.each(['`', '~', '>', ' ', '\t', '- ', '/approve ', '[', '\n', '\r', '``` \n', '    `\n'])(
  'a comment that is full of %j is read at once, and is no command',
  (part) => {
    expect(read(part.repeat(65_536 / part.length)).kind).not.toBe('command')
  },
)
