import { didYouMean } from '../../../contract/closest.ts'
import { quote } from '../quote.ts'
import type { ComparisonOperator, Expression, PathStep } from './ast.ts'
import { ExpressionError } from './expression-error.ts'
import { functions, isStatusCheck, statusChecks } from './functions.ts'
import { readTokens } from './lexer.ts'
import type { Token } from './lexer.ts'

/** What an expression may mention where it stands. */
export interface Vocabulary {
  readonly contexts: readonly string[]
  /** Whether `success()` and its like make sense there. */
  readonly statusChecks: boolean
}

/** Parentheses, arguments, indexes and `!` within each other. */
const MAX_NESTING = 50

const keywords: ReadonlyMap<string, null | boolean | number> = new Map<string, null | boolean | number>([
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', NaN],
  ['Infinity', Infinity],
])

const describe = (token: Token): string => {
  switch (token.kind) {
    case 'end':
      return 'the end of the expression'
    case 'number':
      return `the number ${token.value}`
    case 'string':
      return `the text ${quote(token.value)}`
    default:
      return quote(token.text)
  }
}

class Parser {
  readonly #tokens: readonly Token[]
  readonly #vocabulary: Vocabulary | undefined
  #position = 0
  #nesting = 0

  constructor(tokens: readonly Token[], vocabulary: Vocabulary | undefined) {
    this.#tokens = tokens
    this.#vocabulary = vocabulary
  }

  whole(): Expression {
    const expression = this.#or()
    if (this.#next.kind !== 'end') throw this.#unexpected('an operator or the end of the expression')
    return expression
  }

  get #next(): Token {
    return this.#tokens[this.#position]!
  }

  #unexpected(expected: string): ExpressionError {
    return new ExpressionError({ offset: this.#next.offset, found: describe(this.#next), expected })
  }

  /** Takes the next token if it is one of these symbols. */
  #take<Symbol extends string>(...symbols: readonly Symbol[]): Symbol | undefined {
    const token = this.#next
    const taken = token.kind === 'symbol' ? symbols.find((symbol) => symbol === token.text) : undefined
    if (taken !== undefined) this.#position += 1
    return taken
  }

  #require(symbol: string) {
    if (this.#take(symbol) === undefined) throw this.#unexpected(quote(symbol))
  }

  #nested<Result>(parse: () => Result): Result {
    if (this.#nesting === MAX_NESTING) throw this.#unexpected(`an expression nested at most ${MAX_NESTING} deep`)
    this.#nesting += 1
    const result = parse()
    this.#nesting -= 1
    return result
  }

  #or(): Expression {
    return this.#logical('||', () => this.#logical('&&', () => this.#equality()))
  }

  #logical(operator: '&&' | '||', parseOperand: () => Expression): Expression {
    const { offset } = this.#next
    const operands = [parseOperand()]
    while (this.#take(operator)) operands.push(parseOperand())
    return operands.length === 1 ? operands[0]! : { kind: 'logical', operator, operands, offset }
  }

  #equality(): Expression {
    return this.#comparison(['==', '!='], () => this.#comparison(['<', '<=', '>', '>='], () => this.#unary()))
  }

  #comparison(operators: readonly ComparisonOperator[], parseOperand: () => Expression): Expression {
    const { offset } = this.#next
    const left = parseOperand()
    const rest: { operator: ComparisonOperator; right: Expression }[] = []
    for (let operator = this.#take(...operators); operator; operator = this.#take(...operators))
      rest.push({ operator, right: parseOperand() })
    return rest.length === 0 ? left : { kind: 'comparison', left, rest, offset }
  }

  #unary(): Expression {
    const { offset } = this.#next
    if (!this.#take('!')) return this.#access()
    return { kind: 'not', operand: this.#nested(() => this.#unary()), offset }
  }

  #access(): Expression {
    const { offset } = this.#next
    const target = this.#primary()
    const path: PathStep[] = []
    for (let symbol = this.#take('.', '['); symbol; symbol = this.#take('.', '['))
      path.push(symbol === '.' ? this.#member() : this.#index())
    return path.length === 0 ? target : { kind: 'access', target, path, offset }
  }

  #member(): PathStep {
    if (this.#take('*')) return { kind: 'wildcard' }
    const token = this.#next
    if (token.kind !== 'name') throw this.#unexpected("the name of a member or '*'")
    this.#position += 1
    return { kind: 'member', name: token.text }
  }

  #index(): PathStep {
    const wildcard = this.#take('*') !== undefined
    const index = wildcard ? undefined : this.#nested(() => this.#or())
    this.#require(']')
    return index === undefined ? { kind: 'wildcard' } : { kind: 'index', index }
  }

  #primary(): Expression {
    const token = this.#next
    if (this.#take('(')) {
      const inner = this.#nested(() => this.#or())
      this.#require(')')
      return inner
    }
    if (token.kind === 'symbol' || token.kind === 'end') throw this.#unexpected('a value')
    this.#position += 1
    if (token.kind !== 'name') return { kind: 'literal', value: token.value, offset: token.offset }
    if (this.#take('(')) return this.#call(token.text, token.offset)
    const keyword = keywords.get(token.text)
    if (keyword !== undefined) return { kind: 'literal', value: keyword, offset: token.offset }
    this.#checkContext(token.text, token.offset)
    return { kind: 'context', name: token.text, offset: token.offset }
  }

  #call(written: string, offset: number): Expression {
    const name = written.toLowerCase()
    const most = this.#mostArguments(written, offset)
    const given: Expression[] = []
    if (!this.#take(')')) {
      do given.push(this.#nested(() => this.#or()))
      while (this.#take(','))
      this.#require(')')
    }
    const least = functions.get(name)?.minArguments ?? 0
    if (given.length < least || given.length > most)
      throw new ExpressionError({
        offset,
        found: `${given.length} arguments for ${written}()`,
        expected: least === most ? `${least}` : `${least} to ${most}`,
      })
    return { kind: 'call', name, arguments: given, offset }
  }

  #mostArguments(written: string, offset: number): number {
    const name = written.toLowerCase()
    const known = functions.get(name)
    if (known) return known.maxArguments
    const statusAllowed = this.#vocabulary?.statusChecks ?? true
    if (isStatusCheck(name)) {
      if (statusAllowed) return 0
      throw new ExpressionError({ offset, found: `${written}()`, expected: 'status checks in an if only' })
    }
    const names = [...functions.keys(), ...(statusAllowed ? statusChecks : [])]
    throw new ExpressionError({
      offset,
      found: `the function ${quote(written)}`,
      expected: `one of ${names.join(', ')}${didYouMean(written, names)}`,
    })
  }

  #checkContext(name: string, offset: number) {
    const contexts = this.#vocabulary?.contexts
    if (contexts === undefined || contexts.includes(name)) return
    throw new ExpressionError({
      offset,
      found: `the name ${quote(name)}`,
      expected: `one of ${contexts.join(', ')}${didYouMean(name, contexts)}`,
    })
  }
}

/**
 * Reads `source` without its `${{ }}`. Offsets count from `base` characters before it.
 * Without a vocabulary every context and status check may be mentioned. Throws ExpressionError.
 */
export const parseExpression = (source: string, vocabulary?: Vocabulary, base = 0): Expression =>
  new Parser(readTokens(source, base), vocabulary).whole()
