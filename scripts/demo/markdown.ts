import { styleText } from 'node:util'
import { layTable, type Line, wrap } from './layout.ts'
import { readSpans, type Span } from './spans.ts'

export interface Screen {
  readonly columns: number
  readonly colour: boolean
}

type Format = Parameters<typeof styleText>[0]

const LOOKS: Readonly<Record<Span['look'], Format | undefined>> = {
  plain: undefined,
  bold: 'bold',
  code: 'cyan',
  link: 'underline',
}

interface Block {
  readonly lines: readonly Line[]
  /** Over the looks of the spans. */
  readonly format?: Format
  readonly indent?: string
}

const bold = (spans: readonly Span[]): Span[] => spans.map(({ text }) => ({ text, look: 'bold' }))

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())

const isRule = (line: string | undefined) => line !== undefined && /^\|(?: *:?-+:? *\|)+$/.test(line.trim())

const tableBlock = (lines: readonly string[], columns: number): Block => {
  const [head = [], ...rows] = lines
    .filter((_, index) => index !== 1)
    .map((line) => cellsOf(line).map((cell) => readSpans(cell)))
  const isHeaded = head.some((spans) => spans.length > 0)
  return { lines: layTable([...(isHeaded ? [head.map(bold)] : []), ...rows], columns) }
}

/** How many lines from `start` on satisfy `isMember`. */
const countWhile = (lines: readonly string[], start: number, isMember: (line: string) => boolean) => {
  const end = lines.findIndex((line, index) => index >= start && !isMember(line))
  return (end === -1 ? lines.length : end) - start
}

const isSpecial = (line: string) => /^(?:\s*$|#{1,6} |[-*] |> |\||`{3,}|<\/?details|<summary)/.test(line)

/** The block that begins at `start`, and how many lines of the source it takes. */
const readBlock = (source: readonly string[], start: number, columns: number): { block?: Block; taken: number } => {
  const line = source[start] ?? ''
  const heading = /^#{1,6} +(.*)$/.exec(line)
  if (heading) return { block: { lines: wrap(bold(readSpans(heading[1] ?? '')), columns) }, taken: 1 }
  const fence = /^(`{3,})/.exec(line)?.[1]
  if (fence !== undefined) {
    const length = countWhile(source, start + 1, (each) => !each.startsWith(fence))
    const code = source.slice(start + 1, start + 1 + length)
    const lines = code.flatMap((text) => wrap([{ text, look: 'plain' }], columns - 2))
    return { block: { lines, indent: '  ', format: 'dim' }, taken: length + 2 }
  }
  if (line.startsWith('|') && isRule(source[start + 1])) {
    const taken = countWhile(source, start, (each) => each.startsWith('|'))
    return { block: tableBlock(source.slice(start, start + taken), columns), taken }
  }
  const summary = /^<summary>(.*)<\/summary>$/.exec(line)
  if (summary) return { block: { lines: wrap(bold(readSpans(`▾ ${summary[1]}`)), columns) }, taken: 1 }
  if (/^<\/?details/.test(line)) return { taken: 1 }
  const item = /^([-*]) +(.*)$/.exec(line)
  if (item) {
    const taken = countWhile(source, start, (each) => /^[-*] /.test(each))
    const items = source.slice(start, start + taken).map((each) => readSpans(each.replace(/^[-*] +/, '')))
    const bullet = (index: number): Line => [{ text: index === 0 ? '• ' : '  ', look: 'plain' }]
    const lines = items.flatMap((spans) => wrap(spans, columns - 2).map((each, index) => bullet(index).concat(each)))
    return { block: { lines }, taken }
  }
  if (line.startsWith('> '))
    return { block: { lines: wrap(readSpans(line.slice(2)), columns - 2), indent: '│ ' }, taken: 1 }
  const taken = Math.max(
    1,
    countWhile(source, start, (each) => !isSpecial(each)),
  )
  return { block: { lines: wrap(readSpans(source.slice(start, start + taken).join(' ')), columns) }, taken }
}

const print = ({ lines, format, indent = '' }: Block, colour: boolean) =>
  lines
    .map((line) => {
      const text = line
        .map(({ text, look }) => {
          const style = format ?? LOOKS[look]
          return colour && style !== undefined && text.trim() !== ''
            ? styleText(style, text, { validateStream: false })
            : text
        })
        .join('')
      return `${indent}${text}`.trimEnd()
    })
    .join('\n')

/** The Markdown of job summaries as a terminal can show it: headings bold, tables aligned, folded parts open. */
export const renderMarkdown = (markdown: string, { columns, colour }: Screen): string => {
  const source = markdown.split('\n')
  const blocks: string[] = []
  for (let at = 0; at < source.length;) {
    if (source[at]?.trim() === '') {
      at += 1
      continue
    }
    const { block, taken } = readBlock(source, at, columns)
    if (block) blocks.push(print(block, colour))
    at += taken
  }
  return blocks.join('\n\n')
}
