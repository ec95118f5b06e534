import { isCollection, isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import type { Json } from './model.ts'
import { errorMessage, WorkflowError, type Position } from './problem.ts'

type Path = readonly (string | number)[]

/** A YAML file as plain values, which still knows where each of them is written. */
export interface Source {
  readonly file: string
  readonly value: Json
  /** Of the value at `path`, or of the nearest thing around it that has a place. */
  at(path: Path): Position
  /** Of the key that ends `path`. */
  atKey(path: Path): Position
}

export const parseSource = (file: string, text: string): Source => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  // Only the first: what a YAML parser has to say after it is about the confusion that it caused.
  const [error] = document.errors
  if (error) throw new WorkflowError([{ at: place(error.pos[0]), message: firstLine(error.message) }])
  return {
    file,
    value: plainValue(document, place(0)),
    at: (path) => place(nearest(document, path)),
    atKey: (path) => place(keyOffset(document, path) ?? nearest(document, path)),
  }
}

const firstLine = (text: string) => text.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? text

const plainValue = (document: Document.Parsed, start: Position): Json => {
  try {
    return document.toJS() as Json
  } catch (error) {
    throw new WorkflowError([{ at: start, message: errorMessage(error) }])
  }
}

const nearest = (document: Document.Parsed, path: Path): number => {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined
    if (node?.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

const keyOffset = (document: Document.Parsed, path: Path): number | undefined => {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isCollection(parent) || !isMap(parent)) return undefined
  const key = parent.items.map((pair) => pair.key).find((key) => isScalar(key) && key.value === path.at(-1))
  return isScalar(key) ? key.range?.[0] : undefined
}
