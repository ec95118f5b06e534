import { tableCell } from '../text/escape.ts'

/** A Markdown table. Cells are Markdown: escape what comes from outside before it gets here. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** Text from outside as a table's cell. */
export const cell = (text: string): string => tableCell(text)

/** Blocks with a blank line between them; empty ones are left out. */
export const blocks = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n')

/** Folded under a summary line until somebody opens it. */
export const folded = (title: string, body: string): string =>
  `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`

/** A part of a report under its own heading; nothing without a body. */
export const section = (title: string, body: string): string => (body === '' ? '' : blocks(`#### ${title}`, body))
