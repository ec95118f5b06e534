import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml'
import { type Mismatch, mismatches } from '../plain-schema.ts'
import { type Seed, seedSchema } from './schema.ts'

/** Keys and indexes from the root of the file. */
export type SeedPath = readonly (string | number)[]

export interface SeedFile {
  seed: Seed
  /**
   * Names a part of the file for people: `line 12, organizations[0].users[1]`. With `lineWithin`, a line of the text
   * that stands there, counted from 1.
   */
  place(path: SeedPath, lineWithin?: number): string
}

/** A line for each thing that is wrong with a seed file. */
export const seedError = (problems: readonly string[], cause?: unknown): Error =>
  new Error(`The seed file is not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`, { cause })

const aliasLimit = 100

/** The deepest part of the document on the way to `path` that is there. */
const nodeAt = (document: Document, path: SeedPath): Node | null => {
  let found: Node | null = document.contents
  for (const key of path) {
    const inside = isAlias(found) ? found.resolve(document) : found
    const next = isCollection(inside) ? inside.get(key, true) : undefined
    if (!isNode(next)) break
    found = next
  }
  return found
}

/** A key itself, where the value under it is not meant. */
const keyAt = (document: Document, path: SeedPath, key: string): Node | undefined => {
  const map = nodeAt(document, path)
  const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined
  return isNode(pair?.key) ? pair.key : undefined
}

const showPath = (path: SeedPath) =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${key}`)).join('')

const said = (value: unknown) => (typeof value === 'object' ? '' : `, not ${JSON.stringify(value)}`)

const describe = ({ keyword, message, key, schema, value }: Mismatch): string => {
  if (keyword === 'additionalProperties') {
    return `'${key}' is not known here, only ${Object.keys(schema.properties ?? {}).join(', ')}`
  }
  if (keyword === 'required') return `'${key}' is missing`
  return `${schema.description === undefined ? message : `must be ${schema.description}`}${said(value)}`
}

/** Reads a seed file. Throws one error that tells everything that is wrong with it, and where. */
export const readSeed = (yaml: string): SeedFile => {
  const lineCounter = new LineCounter()
  const document = parseDocument(yaml, { lineCounter })
  const [broken] = document.errors
  if (broken) {
    const [message = ''] = broken.message.split('\n', 1)
    const { line } = lineCounter.linePos(broken.pos[0])
    throw seedError([`line ${line}: it is not YAML: ${message.replace(/ at line .*/, '')}`], broken)
  }
  const lineOf = (node: Node | null | undefined) => lineCounter.linePos(node?.range?.[0] ?? 0).line
  const placeOf = (line: number, path: SeedPath) =>
    [`line ${line}`, ...(path.length > 0 ? [showPath(path)] : [])].join(', ')
  const place = (path: SeedPath, lineWithin = 0) => {
    const node = nodeAt(document, path)
    // Only in a block can the lines of a text be counted on from where it begins.
    if (lineWithin === 0 || (isScalar(node) && node.type === 'BLOCK_LITERAL'))
      return placeOf(lineOf(node) + lineWithin, path)
    return `${placeOf(lineOf(node), path)}, line ${lineWithin} of it`
  }

  let seed: unknown
  try {
    seed = document.toJS({ maxAliasCount: aliasLimit }) ?? {}
  } catch (error) {
    throw seedError([`It cannot be read: ${(error as Error).message}`], error)
  }
  const found = mismatches(seedSchema, seed)
  if (found.length === 0) return { seed: seed as Seed, place }
  const problems = found
    .map((mismatch) => {
      const { keyword, path, key } = mismatch
      const node = keyword === 'additionalProperties' ? keyAt(document, path, key ?? '') : undefined
      return { line: lineOf(node ?? nodeAt(document, path)), path, what: describe(mismatch) }
    })
    .toSorted((one, other) => one.line - other.line)
  // What breaks two rules at once, as an id that is too long and has a blank, is one mistake.
  throw seedError([...new Set(problems.map(({ line, path, what }) => `${placeOf(line, path)}: ${what}`))])
}
