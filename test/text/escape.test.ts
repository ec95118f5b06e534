import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { code, codeBlock, inline, link, tableCell } from '../../src/text/escape.ts'

describe('text in Markdown', () => {
  it.each([
    {
      what: 'an image',
      text: '![x](https://evil.example/p.png)',
      markdown: '!\\[x\\](https:&#8203;//evil.example/p.png)',
    },
    { what: 'HTML', text: '<img src=x onerror="a">&amp;', markdown: '&lt;img src=x onerror="a"&gt;&amp;amp;' },
    { what: 'a mention', text: 'cc @octo-org/admins', markdown: 'cc @&#8203;octo-org/admins' },
    {
      what: 'an issue reference',
      text: 'fixes #12, octo/shop#3 and GH-4',
      markdown: 'fixes \\#&#8203;12, octo/shop\\#&#8203;3 and GH-&#8203;4',
    },
    {
      what: 'an address',
      text: 'see www.evil.example or a@b.example',
      markdown: 'see www&#8203;.evil.example or a@&#8203;b.example',
    },
    { what: 'emphasis', text: '*a* _b_ ~~c~~ `d` $e$', markdown: '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\$e\\$' },
    { what: 'a heading', text: '# title', markdown: '\\# title' },
    { what: 'a list', text: '- item', markdown: '\\- item' },
    { what: 'a numbered list', text: '1. item', markdown: '1\\. item' },
    { what: 'an underline of a heading', text: '===', markdown: '\\===' },
    { what: 'a row of a table', text: 'a | b \\| c', markdown: 'a \\| b \\\\\\| c' },
    { what: 'line breaks', text: 'a\n\n# b', markdown: 'a \\# b' },
    {
      what: 'ordinary words',
      text: 'web failed: exit code 1 (2 of 3 ready)',
      markdown: 'web failed: exit code 1 (2 of 3 ready)',
    },
  ])('shows $what as it is', ({ text, markdown }) => {
    expect(inline(text)).toBe(markdown)
  })

  it('keeps line breaks in a cell of a table, and nothing of it leaves the cell', () => {
    expect(tableCell(' first | one\r\n- second\n')).toBe('first \\| one<br>\\- second')
  })

  it('leaves no character with a meaning alone, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('\\`*_[]|~$<>&#@\n a1-')) }), (text) => {
        const rest = tableCell(text)
          .replaceAll('<br>', '')
          .replace(/\\[\\`*_[\]|~$#.)=+-]/g, '')
          .replace(/&(?:amp|lt|gt|#8203);/g, ' ')
        expect(rest).not.toMatch(/[\\`*_[\]|~$<>&#\n]|@\w/)
      }),
    )
  })
})

describe('code in Markdown', () => {
  it.each([
    { text: 'ghcr.io/octo/web:1.2@sha256:ab', markdown: '`ghcr.io/octo/web:1.2@sha256:ab`' },
    { text: '<b> @mona $x$', markdown: '`<b> @mona $x$`' },
    { text: 'a\nb', markdown: '`a b`' },
    { text: 'a`|\\', markdown: '<code>a&#96;&#124;&#92;</code>' },
    { text: '`</code><script>', markdown: '<code>&#96;&#60;&#47;code&#62;&#60;script&#62;</code>' },
    { text: ' ', markdown: '' },
  ])('writes $text so that it ends where it should', ({ text, markdown }) => {
    expect(code(text)).toBe(markdown)
  })

  it('fences a block with more backticks than it holds', () => {
    expect(codeBlock('a\n```\n````js\n', 'json\n<b>')).toBe('`````jsonb\na\n```\n````js\n`````')
  })

  it('lets no text end its own block', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', '\n', 'a', ' ', '\r', '~') }), (text) => {
        const [first = '', ...lines] = codeBlock(text).split('\n')
        expect(lines.pop()).toBe(first)
        for (const line of lines) expect(line).not.toContain(first)
      }),
    )
  })
})

describe('a link', () => {
  it.each([
    {
      address: 'https://app.humanitec.io/orgs/a?b=1&c=(2)|',
      markdown: '[see \\[1\\]](https://app.humanitec.io/orgs/a?b=1&amp;c=%282%29%7C)',
    },
    { address: 'javascript:alert(1)', markdown: 'see \\[1\\]' },
    { address: 'https://user:pass@host.example/', markdown: 'see \\[1\\]' },
    { address: 'not an address', markdown: 'see \\[1\\]' },
  ])('to $address goes to the web or nowhere', ({ address, markdown }) => {
    expect(link('see [1]', address)).toBe(markdown)
  })
})
