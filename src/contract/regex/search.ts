import { isWordCharacter, type Position, type Regex, RegexError } from './ast.ts'
import { parseRegex } from './parse.ts'

/** Characters of a pattern. */
export const maxPatternLength = 1000
/** Characters of a text; a longer one is not found to match anything. */
const maxTextLength = 1000
/** A search takes as many steps as this times the length of the text, at most. */
const maxProgramLength = 2000

type Instruction =
  | { kind: 'character'; accepts: (character: string) => boolean }
  | { kind: 'position'; is: Position }
  /** Goes on at each of these places. */
  | { kind: 'fork'; to: number[] }
  | { kind: 'found' }

/** What follows an instruction is the next one, but for forks. */
const toProgram = (regex: Regex): Instruction[] => {
  const program: Instruction[] = []
  const emit = <I extends Instruction>(instruction: I): I => {
    if (program.length >= maxProgramLength) throw new RegexError('repetitions that make too large a pattern')
    program.push(instruction)
    return instruction
  }
  const fork = (...to: number[]) => emit<{ kind: 'fork'; to: number[] }>({ kind: 'fork', to })

  const add = (part: Regex): void => {
    switch (part.kind) {
      case 'character':
      case 'position':
        emit(part)
        return
      case 'sequence':
        for (const each of part.parts) add(each)
        return
      case 'choice':
        return addChoice(part.options)
      case 'repeat':
        return addRepeat(part)
    }
  }
  const addChoice = (options: readonly Regex[]) => {
    const start = fork()
    const ends = options.map((option) => {
      start.to.push(program.length)
      add(option)
      return fork()
    })
    for (const end of ends) end.to.push(program.length)
  }
  const addRepeat = ({ part, min, max }: Extract<Regex, { kind: 'repeat' }>) => {
    for (let count = 0; count < min; count += 1) {
      // Empty parts take room as well: nothing is repeated without end.
      fork(program.length + 1)
      add(part)
    }
    if (max === Infinity) {
      const loop = program.length
      const start = fork(loop + 1)
      add(part)
      fork(loop)
      start.to.push(program.length)
      return
    }
    const starts = Array.from({ length: max - min }, () => {
      const start = fork(program.length + 1)
      add(part)
      return start
    })
    for (const start of starts) start.to.push(program.length)
  }
  add(regex)
  emit({ kind: 'found' })
  return program
}

const holds = (is: Position, before: string | undefined, after: string | undefined): boolean => {
  switch (is) {
    case 'text-start':
      return before === undefined
    case 'text-end':
      return after === undefined
    case 'line-start':
      return before === undefined || before === '\n'
    case 'line-end':
      return after === undefined || after === '\n'
    case 'word-edge':
      return isWordCharacter(before) !== isWordCharacter(after)
    case 'no-word-edge':
      return isWordCharacter(before) === isWordCharacter(after)
  }
}

/** Follows every way through the program at once, so that no text makes it go back. */
const search = (program: readonly Instruction[], text: readonly string[]): boolean => {
  let places: number[] = []
  for (let at = 0; at <= text.length; at += 1) {
    const [before, after] = [text[at - 1], text[at]]
    const seen = new Set<number>()
    const reached: number[] = []
    const open = [...places, 0]
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (seen.has(place)) continue
      seen.add(place)
      const instruction = program[place]!
      if (instruction.kind === 'found') return true
      if (instruction.kind === 'fork') open.push(...instruction.to)
      else if (instruction.kind === 'position') {
        if (holds(instruction.is, before, after)) open.push(place + 1)
      } else if (after !== undefined && instruction.accepts(after)) reached.push(place + 1)
    }
    places = reached
  }
  return false
}

export interface Search {
  /** Whether the pattern is found anywhere in the text, in time linear in its length. */
  isIn(text: string): boolean
}

/** Compiles a regular expression of Go's syntax. Throws RegexError. */
export const compileRegex = (pattern: string): Search => {
  if (pattern.length > maxPatternLength) throw new RegexError(`more than ${maxPatternLength} characters`)
  const program = toProgram(parseRegex(pattern))
  return { isIn: (text) => text.length <= maxTextLength && search(program, Array.from(text)) }
}
