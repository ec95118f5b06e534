import { Composer, type CST, type Document, Lexer, LineCounter, Parser, visit } from 'yaml'
import { excerpt } from '../contract/validation/numbers.ts'
import { isRounded } from '../exact-number.ts'

/** Words, marks and line ends of YAML. Reading is linear in them, not in the size of the text. */
export const maxLexemes = 50_000
/** Lists and maps within each other. The composer of YAML trees calls itself for each. */
export const maxNesting = 100

/** Characters of one text: Kubernetes takes no object of more than 1.5 MiB, and whole seconds go by over 16. */
const longestText = 2 * 2 ** 20

/** What a text has too much of. */
export type Excess = 'lexemes' | 'nesting'

type Item = Pick<CST.CollectionItem, 'key' | 'value'>

const itemsOf = (token: CST.Token): readonly Item[] => {
  if ('items' in token) return token.items
  return token.type === 'document' ? [token] : []
}

interface Level {
  readonly token: CST.Token
  readonly level: number
}

/** Everything within these tokens, found without a call for each level; of what is too deep only the beginning. */
function* levelsOf(tokens: readonly CST.Token[]): Generator<Level> {
  const open: Level[] = tokens.map((token) => ({ token, level: 0 }))
  for (let next = open.pop(); next; next = open.pop()) {
    yield next
    const { token, level } = next
    for (const { key, value } of itemsOf(token))
      for (const inner of [key, value]) if (inner) open.push({ token: inner, level: level + 1 })
  }
}

/** The text in its parts, unless there are too many of them, or too many one in another. */
export const readTokens = (text: string, lines = new LineCounter()): CST.Token[] | Excess => {
  const parser = new Parser(lines.addNewLine)
  const tokens: CST.Token[] = []
  let lexemes = 0
  lines.addNewLine(0)
  try {
    for (const lexeme of new Lexer().lex(text)) {
      lexemes += 1
      if (lexemes > maxLexemes) return 'lexemes'
      tokens.push(...parser.next(lexeme))
    }
    tokens.push(...parser.end())
  } catch (error) {
    // The parser calls itself for each list within a list.
    if (error instanceof RangeError) return 'nesting'
    throw error
  }
  for (const { level } of levelsOf(tokens)) if (level > maxNesting) return 'nesting'
  return tokens
}

const excesses: Record<Excess, string> = {
  lexemes: `It has more than ${maxLexemes} words and marks.`,
  nesting: `It is nested more than ${maxNesting} levels deep.`,
}

/** As a key of an object it is written down as text, again at each level that it is in. */
const isStructure = (key: CST.Token | null | undefined) =>
  key !== null && key !== undefined && ('items' in key || key.type === 'alias')

/** The first number that would become another one. */
const roundedNumber = (document: Document.Parsed): string | undefined => {
  let found: string | undefined
  visit(document, {
    Scalar: (_, { value, source = '' }) => {
      if (typeof value !== 'number' || !isRounded(source)) return undefined
      found = source
      return visit.BREAK
    },
  })
  return found
}

/** The value of a text from outside. Throws an error that says what is wrong with it. */
export const readYaml = (text: string): unknown => {
  if (text.length > longestText) throw new Error(`It has more than ${longestText} characters.`)
  const tokens = readTokens(text)
  if (!Array.isArray(tokens)) throw new Error(excesses[tokens])
  for (const { token } of levelsOf(tokens))
    if (itemsOf(token).some(({ key }) => isStructure(key))) throw new Error('It has a key that is no text.')
  const [document, second] = [...new Composer({ prettyErrors: false }).compose(tokens, true, text.length)]
  if (second) throw new Error('It has more than one document.')
  const [problem] = document?.errors ?? []
  if (problem) throw new Error(problem.message)
  const rounded = document && roundedNumber(document)
  if (rounded !== undefined)
    throw new Error(`It has the number ${excerpt(rounded)}, which cannot be kept exactly: put it in quotes.`)
  return document?.toJS({ maxAliasCount: 100 })
}
