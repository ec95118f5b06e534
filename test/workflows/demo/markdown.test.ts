import { expect, test } from 'vitest'
import { widthOf } from '../../../scripts/demo/layout.ts'
import { renderMarkdown } from '../../../scripts/demo/markdown.ts'

const render = (markdown: string, columns = 60) => renderMarkdown(markdown, { columns, colour: false })

test.each([
  ['a heading', '### Plan for **staging**', 'Plan for staging'],
  ['code', 'runs `a | b` and <code>&#124;</code>', 'runs a | b and |'],
  ['a link by its label', '[the \\[shop\\]](https://shop.test/)', 'the [shop]'],
  ['escaped and invisible characters', 'a\\_b &amp; @&#8203;mona 1 &lt; 2', 'a_b & @mona 1 < 2'],
  ['an unknown entity as it is', 'a &unknown; b', 'a &unknown; b'],
  ['list items under each other', '- one\n- two', '• one\n• two'],
  ['a quotation', '> Ship it?', '│ Ship it?'],
  ['a fenced text as it is, indented', '```json\n{ "a": **1** }\n\n```', '  { "a": **1** }\n'],
  ['a fence that nobody closes', '```\nlast', '  last'],
  ['lines of a paragraph as one', 'one\ntwo\n\nthree', 'one two\n\nthree'],
  ['a folded part open', '<details>\n<summary>More</summary>\n\nall of it\n\n</details>', '▾ More\n\nall of it'],
  ['nothing', '', ''],
])('shows %s', (_, markdown, expected) => {
  expect(render(markdown)).toBe(expected)
})

test('aligns the columns of a table, whatever the pictures in it take', () => {
  const table =
    '| Job | Time |\n| --- | --- |\n| ✅ **Deploy** | 2s |\n| &nbsp;&nbsp;⏭️ Skipped | 10s |\n| plain \\| bar | 1m |'
  expect(render(table)).toBe(
    ['Job           Time', '✅ Deploy     2s', '  ⏭️ Skipped  10s', 'plain | bar   1m'].join('\n'),
  )
  const [, first = '', second = ''] = render(table).split('\n')
  expect(widthOf(first.slice(0, first.indexOf('2s')))).toBe(widthOf(second.slice(0, second.indexOf('10s'))))
})

test('leaves out the head of a table that has none', () => {
  expect(render('|  |  |\n| --- | --- |\n| Run | `r1` |\n| Set | `s1` |')).toBe('Run  r1\nSet  s1')
})

test('wraps the cells of a table that is wider than the screen', () => {
  const shown = render('| Name | Image |\n| --- | --- |\n| web | registry.test/group/web:1 |\n| api | x |', 20)
  expect(shown).toBe(['Name  Image', 'web   registry.test/', '      group/web:1', 'api   x'].join('\n'))
})

test('wraps text between words, and words that are too long anywhere', () => {
  expect(render('one two three', 8)).toBe('one two\nthree')
  expect(render('abcdefghijkl', 5)).toBe('abcde\nfghij\nkl')
})

test('is bold and coloured where the terminal is', () => {
  const shown = renderMarkdown('# Title\n\n`code`', { columns: 40, colour: true })
  expect(shown).toBe('\u001b[1mTitle\u001b[22m\n\n\u001b[36mcode\u001b[39m')
})
