/*
 * Commands in comments. Whether a line is text or part of a quote, of code, of a list or of something hidden depends
 * on what stands before it. Where that cannot be told for sure without all of Markdown, there is no command.
 */

export type Command =
  /** Nothing that somebody could have meant as one. */
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed' }
  /** More than one, whatever they say. */
  | { readonly kind: 'several' }
  | {
      readonly kind: 'command'
      readonly environment: string
      /** At least seven hexadecimal digits, in small letters. */
      readonly commit: string
    }

interface Fence {
  readonly character: string
  readonly length: number
}

/** Markdown knows no other ends of lines. */
const lineEnd = /\r\n|[\n\r]/

const isBlank = (line: string) => /^[ \t]*$/.test(line)

/** Only one without indentation belongs to no list. */
const openedFence = (line: string): Fence | undefined => {
  const marks = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line)
  const [, ticks, tildes] = marks ?? []
  const fence = ticks ?? tildes
  return fence === undefined ? undefined : { character: fence.charAt(0), length: fence.length }
}

const closes = ({ character, length }: Fence, line: string): boolean => {
  const mark = line.replace(/^ {0,3}/, '').replace(/(?<![ \t])[ \t]+$/, '')
  return mark.length >= length && mark.replaceAll(character, '') === ''
}

/** Fences in quotes and lists, HTML, and formulas: how far they reach is not for us to say. */
const isUnclear = (line: string): boolean => /`{3}|~{3}|<[a-z/!?]|\$\$/i.test(line)

/**
 * Whether the line below goes on with something else than text: a quote, a list, a table, or what this line has begun
 * and not ended, such as code or the title of a link.
 */
const drawsIn = (line: string): boolean => /^(?:[ \t>]|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))|[`[\]<|$~\\]/.test(line)

/** Lines that certainly are text of the comment, each at the beginning of its line. */
const plainLines = (body: string): string[] => {
  const found: string[] = []
  let fence: Fence | undefined
  let isDrawnIn = false
  for (const line of body.split(lineEnd)) {
    if (fence) {
      if (closes(fence, line)) fence = undefined
      continue
    }
    fence = openedFence(line)
    if (fence || isBlank(line)) {
      isDrawnIn = false
      continue
    }
    if (isUnclear(line)) break
    if (!isDrawnIn) found.push(line)
    isDrawnIn ||= drawsIn(line)
  }
  return found
}

/** The command in a comment: `/approve production 1a2b3c4` alone on its line, where `/approve` is the word. */
export const readCommand = (body: string, word: string): Command => {
  const meant = plainLines(body)
    .map((line) => line.split(/[ \t]+/))
    .filter(([first]) => first === word)
  const [words, second] = meant
  if (words === undefined) return { kind: 'none' }
  if (second !== undefined) return { kind: 'several' }
  const [, environment = '', commit = '', ...rest] = words.filter((each) => each !== '')
  const isWhole = /^[a-z0-9-]{1,63}$/.test(environment) && /^[0-9a-f]{7,64}$/i.test(commit) && rest.length === 0
  return isWhole ? { kind: 'command', environment, commit: commit.toLowerCase() } : { kind: 'malformed' }
}
