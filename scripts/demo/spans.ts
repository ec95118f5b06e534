/** A stretch of text that looks the same throughout. */
export interface Span {
  readonly text: string
  readonly look: 'plain' | 'bold' | 'code' | 'link'
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

/** Character references as characters; those that cannot be seen as nothing. */
const readEntities = (text: string) =>
  text
    .replace(/&(?:#(\d{1,7})|([a-z]+));/g, (whole, code: string | undefined, name: string | undefined) =>
      code === undefined ? (NAMED[name ?? ''] ?? whole) : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
    )
    .replaceAll('\u200b', '')

const TOKENS = [
  /(?<fence>`+)(?<code>.+?)\k<fence>(?!`)/,
  /<code>(?<html>.*?)<\/code>/,
  /\*\*(?<bold>.+?)\*\*/,
  /\[(?<label>(?:\\.|[^\]\\])*)\]\((?<target>[^)\s]*)\)/,
  /(?<line><br ?\/?>)/,
  /(?<tag><\/?[a-z][^<>]*>)/,
  /\\(?<escaped>[!-/:-@[-`{-~])/,
]
const TOKEN = new RegExp(TOKENS.map(({ source }) => source).join('|'), 'g')

/** The inline Markdown that summaries are made of, as text; `<br>` is a line feed. */
export const readSpans = (markdown: string, look: Span['look'] = 'plain'): Span[] => {
  const spans: Span[] = []
  const add = (text: string, look: Span['look']) => {
    const last = spans.at(-1)
    if (text === '') return
    if (last?.look === look) spans[spans.length - 1] = { text: last.text + text, look }
    else spans.push({ text, look })
  }
  let end = 0
  for (const match of markdown.matchAll(TOKEN)) {
    add(readEntities(markdown.slice(end, match.index)), look)
    end = match.index + match[0].length
    const { code, html, bold, label, line, escaped } = match.groups ?? {}
    if (code !== undefined) add(code, 'code')
    else if (html !== undefined) add(readEntities(html), 'code')
    else if (bold !== undefined) for (const span of readSpans(bold, 'bold')) add(span.text, span.look)
    else if (label !== undefined) for (const span of readSpans(label)) add(span.text, 'link')
    else if (line !== undefined) add('\n', look)
    else add(escaped ?? '', look)
  }
  add(readEntities(markdown.slice(end)), look)
  return spans
}
