import { Composer, LineCounter } from 'yaml'
import type { ParsedNode, Scalar } from 'yaml'

import { maxLexemes, maxNesting, readTokens } from '../../yaml.ts'
import type { Problem, Report } from './problem.ts'

/** Bytes of UTF-8. Far more than any real file, and little enough to read in a moment. */
const MAX_BYTES = 256 * 1024
/** A file with more problems than that is not a pipeline file. */
const MAX_PROBLEMS = 500

export interface Source {
  readonly text: string
  readonly contents: ParsedNode | null
  readonly problems: readonly Problem[]
  readonly report: Report
}

/** The file as a YAML tree with positions. Where there are problems, it was no YAML that can be read. */
export const readSource = (text: string): Source => {
  const lines = new LineCounter()
  const problems: Problem[] = []
  const report: Report = ({ offset, path, found, expected }) => {
    if (problems.length >= MAX_PROBLEMS) return
    const { line, col } = lines.linePos(offset)
    const message = `${path === '' ? '' : `${path}: `}expected ${expected}, found ${found}`
    problems.push({ line: Math.max(line, 1), column: Math.max(col, 1), path, found, expected, message })
  }
  const refuse = (offset: number, found: string, expected: string) => {
    report({ offset, path: '', found, expected })
    return { text, contents: null, problems, report }
  }

  const size = Buffer.byteLength(text)
  if (size > MAX_BYTES) return refuse(0, `${size} bytes`, `a file of at most ${MAX_BYTES} bytes`)
  const tokens = readTokens(text, lines)
  if (tokens === 'lexemes') return refuse(0, 'too many words and marks', `a file of at most ${maxLexemes} of them`)
  if (tokens === 'nesting')
    return refuse(0, 'lists and maps within each other too deeply', `at most ${maxNesting} levels`)
  // Duplicate keys are looked for by the reader: the composer compares every key with every other.
  const composer = new Composer({ uniqueKeys: false, version: '1.2' })
  const [document, second] = [...composer.compose(tokens, true, text.length)]
  if (second) return refuse(second.range[0], 'a second document', 'one document')
  for (const error of document?.errors ?? [])
    report({ offset: error.pos[0], path: '', found: error.message, expected: 'YAML that can be read' })
  return { text, contents: document?.contents ?? null, problems, report }
}

const isInk = (text: string): boolean => text.trim() !== ''

/** What the next unit of a quoted text stands for, and how many characters of source it takes. */
const quotedUnit = (text: string, offset: number, type: Scalar.Type | undefined): { length: number; ink: number } => {
  if (type === 'QUOTE_SINGLE' && text.startsWith("''", offset)) return { length: 2, ink: 1 }
  if (type !== 'QUOTE_DOUBLE' || text[offset] !== '\\') return { length: 1, ink: isInk(text[offset]!) ? 1 : 0 }
  const digits = { x: 2, u: 4, U: 8 }[text[offset + 1]!]
  if (digits === undefined) return { length: 2, ink: /[\s_NLPt nrvf]/.test(text[offset + 1]!) ? 0 : 1 }
  const code = Number.parseInt(text.slice(offset + 2, offset + 2 + digits), 16)
  const unit = code <= 0x10ffff ? String.fromCodePoint(code) : ''
  return { length: 2 + digits, ink: isInk(unit) ? unit.length : 0 }
}

/**
 * Where in the file a character of a scalar's text stands. YAML may fold, indent and escape, but never adds or
 * drops characters that can be seen, so those are counted.
 */
export const offsetInScalar = (text: string, node: Scalar, offset: number): number => {
  const [start, end] = node.range!
  const { type } = node
  const before = [...String(node.value).slice(0, offset).matchAll(/\S/g)].length
  const wantsInk = isInk(String(node.value).charAt(offset))
  let position = start
  if (type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE') position += 1
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') position = text.indexOf('\n', start) + 1

  let seen = 0
  let afterLast = position
  while (position < end) {
    const unit = quotedUnit(text, position, type)
    if (seen >= before && (!wantsInk || unit.ink > 0)) return wantsInk ? position : afterLast
    seen += unit.ink
    position += unit.length
    if (unit.ink > 0) afterLast = position
  }
  return afterLast
}
