import type { Span } from './spans.ts'

export type Line = readonly Span[]

const graphemes = new Intl.Segmenter()
const isWide = (character: string) => /\p{Emoji_Presentation}|\ufe0f/u.test(character)

/** Columns that a text takes in a terminal; pictures take two. */
export const widthOf = (text: string): number =>
  [...graphemes.segment(text)].reduce((width, { segment }) => width + (isWide(segment) ? 2 : 1), 0)

const widthOfLine = (line: Line) => line.reduce((width, { text }) => width + widthOf(text), 0)

/** Pieces between which a line may be broken: after a blank, and after what separates the parts of a name. */
const piecesOf = (text: string) => text.match(/[^\s/:@-]*[\s/:@-]|[^\s/:@-]+/g) ?? []

const cutPiece = (piece: string, width: number): string[] => {
  const parts: string[] = []
  let part = ''
  for (const { segment } of graphemes.segment(piece)) {
    if (part !== '' && widthOf(part + segment) > width) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return [...parts, part]
}

/** Breaks spans into lines no wider than `width`, and at line feeds. */
export const wrap = (spans: readonly Span[], width: number): Line[] => {
  const lines: Span[][] = [[]]
  let used = 0
  const begin = () => {
    lines.push([])
    used = 0
  }
  const put = (text: string, look: Span['look']) => {
    const fits = used + widthOf(text.trimEnd()) <= width
    if (!fits && used > 0) begin()
    if (used === 0 && lines.length > 1 && text.trim() === '') return
    lines.at(-1)?.push({ text, look })
    used += widthOf(text)
  }
  for (const { text, look } of spans) {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) begin()
      for (const piece of piecesOf(line)) for (const part of cutPiece(piece, width)) put(part, look)
    }
  }
  return lines
}

const GAP = 2
const NARROWEST = 6

/** Makes the widest columns narrower until everything fits. */
const fit = (widths: readonly number[], available: number): number[] => {
  const fitted = [...widths]
  for (;;) {
    const total = fitted.reduce((sum, width) => sum + width + GAP, -GAP)
    const widest = Math.max(...fitted)
    if (total <= available || widest <= NARROWEST) return fitted
    fitted[fitted.indexOf(widest)] = widest - 1
  }
}

/** The rows of a table under each other, each cell wrapped within its column. */
export const layTable = (rows: readonly (readonly Line[])[], available: number): Line[] => {
  const count = Math.max(...rows.map((row) => row.length))
  const widthOfColumn = (column: number) =>
    Math.max(...rows.map((row) => Math.max(0, ...wrap(row[column] ?? [], Infinity).map(widthOfLine))))
  const widths = fit(
    Array.from({ length: count }, (_, column) => widthOfColumn(column)),
    available,
  )
  return rows.flatMap((row) => {
    const cells = widths.map((width, column) => wrap(row[column] ?? [], Math.max(1, width)))
    const height = Math.max(...cells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, index) =>
      cells.flatMap((lines, column): Line => {
        const line = lines[index] ?? []
        const padding = column === count - 1 ? 0 : (widths[column] ?? 0) + GAP - widthOfLine(line)
        return line.concat({ text: ' '.repeat(Math.max(0, padding)), look: 'plain' })
      }),
    )
  })
}
