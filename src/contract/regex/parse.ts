import { isWordCharacter, type Regex, RegexError } from './ast.ts'

type Accepts = (character: string) => boolean

interface Flags {
  readonly ignoreCase: boolean
  readonly multiline: boolean
  readonly dotAll: boolean
}

/** As in Go. */
const maxRepeat = 1000
const maxDepth = 100

const isDigit: Accepts = (character) => /^[0-9]$/.test(character)
const isSpace: Accepts = (character) => /^[\t\n\f\r ]$/.test(character)
const not =
  (accepts: Accepts): Accepts =>
  (character) =>
    !accepts(character)
const classes = new Map<string, Accepts>([
  ['d', isDigit],
  ['D', not(isDigit)],
  ['w', isWordCharacter],
  ['W', not(isWordCharacter)],
  ['s', isSpace],
  ['S', not(isSpace)],
])
const named = new Map<string, RegExp>([
  ['alnum', /^[0-9A-Za-z]$/],
  ['alpha', /^[A-Za-z]$/],
  ['ascii', /^\p{ASCII}$/u],
  ['blank', /^[\t ]$/],
  ['cntrl', /^[^ -~\u0080-\u{10ffff}]$/u],
  ['digit', /^[0-9]$/],
  ['graph', /^[!-~]$/],
  ['lower', /^[a-z]$/],
  ['print', /^[ -~]$/],
  ['punct', /^[!-/:-@[-`{-~]$/],
  ['space', /^[\t-\r ]$/],
  ['upper', /^[A-Z]$/],
  ['word', /^[0-9A-Za-z_]$/],
  ['xdigit', /^[0-9A-Fa-f]$/],
])
const positions = new Map([
  ['A', 'text-start'],
  ['z', 'text-end'],
  ['b', 'word-edge'],
  ['B', 'no-word-edge'],
] as const)
const controls = new Map([
  ['a', '\u0007'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
])

const empty: Regex = { kind: 'sequence', parts: [] }

/**
 * Reads a regular expression in the syntax of Go's package regexp (RE2), which the platform is written with: no
 * back references and nothing that looks ahead or behind. Throws RegexError.
 */
export const parseRegex = (source: string): Regex => {
  const text = Array.from(source)
  let at = 0

  const fail = (what: string): never => {
    throw new RegexError(`${what} at character ${at + 1}`)
  }
  const take = (wanted: string): boolean => {
    const found = Array.from(wanted).every((character, index) => text[at + index] === character)
    if (found) at += wanted.length
    return found
  }
  const next = (): string => text[at++] ?? fail('the end')

  const character = (accepts: Accepts, { ignoreCase }: Flags): Regex => ({
    kind: 'character',
    accepts: ignoreCase
      ? (given) => accepts(given) || accepts(given.toLowerCase()) || accepts(given.toUpperCase())
      : accepts,
  })
  const literal = (wanted: string, flags: Flags) => character((given) => given === wanted, flags)

  const hex = (): string => {
    const [, braced, plain] = /^(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))/.exec(text.slice(at, at + 8).join('')) ?? []
    const digits = braced ?? plain ?? fail('no hexadecimal number')
    at += braced === undefined ? 2 : digits.length + 2
    const code = Number.parseInt(digits, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : fail('no character of that number')
  }
  const property = (letter: string): Accepts => {
    const end = text[at] === '{' ? text.indexOf('}', at) : at
    if (end < at) fail('no end of a class')
    const name = text
      .slice(at, end + 1)
      .join('')
      .replaceAll(/[{}^]/g, '')
    const isNegated = (letter === 'P') !== (text[at + 1] === '^')
    at = end + 1
    for (const form of [`\\p{${name}}`, `\\p{Script=${name}}`]) {
      try {
        const known = new RegExp(`^${form}$`, 'u')
        return (given) => known.test(given) !== isNegated
      } catch {
        // Not a class of this form.
      }
    }
    return fail('an unknown class of characters')
  }
  /** What follows a backslash, as one character or a class of them. */
  const escaped = (): string | Accepts => {
    const letter = next()
    if (letter === 'x') return hex()
    if (letter === 'p' || letter === 'P') return property(letter)
    const known = classes.get(letter) ?? controls.get(letter)
    if (known !== undefined) return known
    return /^[0-9A-Za-z]$/.test(letter) ? fail(`an unknown escape \\${letter}`) : letter
  }

  const classItem = (): string | Accepts => {
    const [whole, negation, name = ''] = /^\[:(\^?)([a-z]+):\]/.exec(text.slice(at, at + 12).join('')) ?? []
    if (whole !== undefined) {
      const known = named.get(name) ?? fail('an unknown class of characters')
      at += whole.length
      return (given) => known.test(given) === (negation === '')
    }
    const item = next()
    return item === '\\' ? escaped() : item
  }
  const bracketed = (flags: Flags): Regex => {
    const isNegated = take('^')
    const accepted: Accepts[] = []
    for (let first = true; first || text[at] !== ']'; first = false) {
      const low = classItem()
      if (typeof low !== 'string') {
        accepted.push(low)
        continue
      }
      const isRange = text[at] === '-' && text[at + 1] !== ']' && text[at + 1] !== undefined
      at += isRange ? 1 : 0
      const high = isRange ? classItem() : low
      if (typeof high !== 'string' || high.codePointAt(0)! < low.codePointAt(0)!) fail('a range that is none')
      const [from, to] = [low.codePointAt(0)!, String(high).codePointAt(0)!]
      accepted.push((given) => given.codePointAt(0)! >= from && given.codePointAt(0)! <= to)
    }
    at += 1
    const { accepts } = character((given) => accepted.some((each) => each(given)), flags) as { accepts: Accepts }
    return { kind: 'character', accepts: isNegated ? not(accepts) : accepts }
  }

  const readFlags = (before: Flags): Flags | undefined => {
    const [whole, on = '', off = ''] = /^([imsU]*)(?:-([imsU]+))?(?=[:)])/.exec(text.slice(at, at + 12).join('')) ?? []
    if (whole === undefined) return undefined
    at += whole.length
    const flag = (name: string, was: boolean) => (was || on.includes(name)) && !off.includes(name)
    return {
      ignoreCase: flag('i', before.ignoreCase),
      multiline: flag('m', before.multiline),
      dotAll: flag('s', before.dotAll),
    }
  }
  const group = (flags: Flags, depth: number): Regex => {
    let inner = flags
    if (take('?')) {
      const [name] = /^P?<[0-9A-Za-z_]+>/.exec(text.slice(at).join('')) ?? []
      if (name === undefined) {
        inner = readFlags(flags) ?? fail('a group of an unknown kind (nothing can look ahead or behind)')
        take(':')
      } else at += name.length
    }
    const inside = choice(inner, depth + 1)
    return take(')') ? inside : fail('no ) that ends the group')
  }

  const atom = (flags: Flags, depth: number): Regex => {
    const first = next()
    switch (first) {
      case '.':
        return character((given) => flags.dotAll || given !== '\n', flags)
      case '^':
        return { kind: 'position', is: flags.multiline ? 'line-start' : 'text-start' }
      case '$':
        return { kind: 'position', is: flags.multiline ? 'line-end' : 'text-end' }
      case '[':
        return bracketed(flags)
      case '(':
        return group(flags, depth)
      case '*':
      case '+':
      case '?':
        return fail(`nothing for ${first} to repeat`)
      case '\\': {
        const is = positions.get(text[at] as 'A')
        if (is !== undefined) {
          at += 1
          return { kind: 'position', is }
        }
        const found = escaped()
        return typeof found === 'string' ? literal(found, flags) : character(found, flags)
      }
      default:
        return literal(first, flags)
    }
  }

  /** `*`, `+`, `?` or `{2,5}`; braces around anything else stand for themselves, as in Go. */
  const quantifier = (): { min: number; max: number } | undefined => {
    if (take('*')) return { min: 0, max: Infinity }
    if (take('+')) return { min: 1, max: Infinity }
    if (take('?')) return { min: 0, max: 1 }
    const [whole, low = '', more, high] = /^\{(\d{1,9})(,(\d{1,9})?)?\}/.exec(text.slice(at, at + 22).join('')) ?? []
    if (whole === undefined) return undefined
    const min = Number(low)
    const max = more === undefined ? min : high === undefined ? Infinity : Number(high)
    if (min > maxRepeat || (max !== Infinity && max > maxRepeat) || max < min) fail('a number of times that is none')
    at += whole.length
    return { min, max }
  }
  const sequence = (given: Flags, depth: number): { regex: Regex; flags: Flags } => {
    let flags = given
    const parts: Regex[] = []
    while (at < text.length && text[at] !== '|' && text[at] !== ')') {
      const [switches] = /^\(\?[imsU-]+\)/.exec(text.slice(at, at + 14).join('')) ?? []
      if (switches !== undefined) {
        at += 2
        flags = readFlags(flags) ?? fail('flags that are none')
        at += 1
        continue
      }
      const part = atom(flags, depth)
      const times = quantifier()
      if (times === undefined) {
        parts.push(part)
        continue
      }
      take('?')
      if (quantifier() !== undefined) fail('a repetition of a repetition')
      parts.push({ kind: 'repeat', part, ...times })
    }
    return { regex: parts.length === 0 ? empty : { kind: 'sequence', parts }, flags }
  }
  /** Flags that are switched on within an option stay so in the options after it. */
  const choice = (given: Flags, depth: number): Regex => {
    if (depth > maxDepth) fail(`more than ${maxDepth} groups within each other`)
    let read = sequence(given, depth)
    const options = [read.regex]
    while (take('|')) {
      read = sequence(read.flags, depth)
      options.push(read.regex)
    }
    return options.length === 1 ? options[0]! : { kind: 'choice', options }
  }

  const regex = choice({ ignoreCase: false, multiline: false, dotAll: false }, 0)
  return at < text.length ? fail('a ) that ends no group') : regex
}
