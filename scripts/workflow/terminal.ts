import { styleText } from 'node:util'
import type { Outcome } from './result.ts'

/** The log as a person reads it. Everything passes the masks on its way out. */
export interface Terminal {
  /** One line of text, or several, at the present indent. */
  print(text: string): void
  heading(text: string): void
  /** Indents what follows, until `close`. */
  open(title: string): void
  close(): void
  ending(name: string, outcome: Outcome, note: string): void
}

export interface TerminalOptions {
  readonly write: (text: string) => void
  readonly mask: (text: string) => string
  readonly colour: boolean
}

const MARKS = { success: '✓', failure: '✗', cancelled: '⊘', skipped: '−' } as const
const COLOURS = { success: 'green', failure: 'red', cancelled: 'yellow', skipped: 'grey' } as const

export const createTerminal = ({ write, mask, colour }: TerminalOptions): Terminal => {
  let depth = 0
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text
  const put = (text: string, format?: Parameters<typeof styleText>[0]) => {
    const indent = '  '.repeat(depth)
    const lines = mask(text)
      .split('\n')
      .map((line) => (line === '' ? '' : indent + (format === undefined ? line : style(format, line))))
    write(`${lines.join('\n')}\n`)
  }
  return {
    print: (text) => put(text),
    heading: (text) => put(text, 'bold'),
    open: (title) => {
      put(title, 'bold')
      depth += 1
    },
    close: () => {
      depth = Math.max(0, depth - 1)
    },
    ending: (name, outcome, note) =>
      put(`${MARKS[outcome]} ${name}${note === '' ? '' : `  ${note}`}`, COLOURS[outcome]),
  }
}

/** `0.4s`, `12s`, `3m 05s`. */
export const formatDuration = (ms: number) => {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)}s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds}s`
  return `${Math.floor(seconds / 60)}m ${String(seconds % 60).padStart(2, '0')}s`
}
