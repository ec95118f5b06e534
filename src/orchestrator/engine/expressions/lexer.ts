import { quote } from '../quote.ts'
import { ExpressionError } from './expression-error.ts'

export type Token = { readonly offset: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'symbol'; readonly text: string }
  | { readonly kind: 'end' }
)

/** As on GitHub, in UTF-16 units. */
const MAX_LENGTH = 21_000

const whitespace = /\s+/y
const numberLike = /[+-]?\.?\d[\w.+-]*/y
const number = /^(?:0x[0-9a-f]+|0o[0-7]+|[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)$/i
const string = /'([^']*(?:''[^']*)*)'/y
const name = /[a-z_][\w-]*/iy
const symbol = /&&|\|\||[=!<>]=|[!<>()[\],.*]/y
/** What a reader would take for one word, to show the whole of it when it is none. */
const word = /[^\s()[\],'!<>=&|]+|[\s\S]/y

/** What the rest of the text begins with, for a message. */
const foundAt = (text: string, offset: number): string => {
  word.lastIndex = offset
  return quote(word.exec(text)?.[0] ?? '')
}

const expectedAt = (text: string, offset: number): string => {
  const rest = text.slice(offset, offset + 3)
  if (rest.startsWith("'")) return "the ' that ends the text"
  if (rest.startsWith('"')) return "text in single quotes ('…')"
  if (rest === '${{') return 'one expression, with ${{ }} around the whole of it only'
  if (rest.startsWith('=')) return '=='
  if (rest.startsWith('&')) return '&&'
  if (rest.startsWith('|')) return '||'
  return 'a value, a name or an operator'
}

/** After these a `.` leads to a member; anywhere else it begins a number. */
const endsValue = (token: Token | undefined): boolean =>
  token?.kind === 'name' || (token?.kind === 'symbol' && [')', ']', '*'].includes(token.text))

/** The tokens of `source`. Their offsets count from `base` characters before it. */
export const readTokens = (source: string, base = 0): Token[] => {
  if (source.length > MAX_LENGTH)
    throw new ExpressionError({
      offset: base,
      found: `${source.length} characters`,
      expected: `an expression of at most ${MAX_LENGTH} characters`,
    })
  const tokens: Token[] = []
  let position = 0

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position
    const match = pattern.exec(source)
    position += match?.[0].length ?? 0
    return match
  }

  const next = (): Token => {
    const start = position
    const offset = base + start
    const afterDot = source[start] === '.' && endsValue(tokens.at(-1))
    let match = afterDot ? null : take(numberLike)
    if (match && number.test(match[0])) return { kind: 'number', value: Number(match[0]), offset }
    position = start
    if ((match = take(string))) return { kind: 'string', value: match[1]!.replaceAll("''", "'"), offset }
    if ((match = take(name))) return { kind: 'name', text: match[0], offset }
    if ((match = take(symbol))) return { kind: 'symbol', text: match[0], offset }
    throw new ExpressionError({ offset, found: foundAt(source, start), expected: expectedAt(source, start) })
  }

  for (;;) {
    take(whitespace)
    if (position === source.length) return [...tokens, { kind: 'end', offset: base + position }]
    tokens.push(next())
  }
}
