import { plainLine, plainText } from './control.ts'

/*
 * Text from outside in GitHub's Markdown. GitHub looks for mentions, issue references and addresses in the rendered
 * text, where backslashes and entities are gone already: a zero-width space is what keeps it from finding them.
 */
const apart = '&#8203;'

const meaningful = /[&<>]|[\\`*_[\]|~$]|#(?=\d)|#|@|:(?=\/\/)|(?<=\bwww)\.|(?<=\bgh)-(?=\d)/gi

const escapeCharacter = (character: string, offset: number, text: string): string => {
  switch (character) {
    case '&':
      return '&amp;'
    case '<':
      return '&lt;'
    case '>':
      return '&gt;'
    case '#':
      return /\d/.test(text[offset + 1] ?? '') ? `\\#${apart}` : '\\#'
    case '@':
    case ':':
    case '-':
      return character + apart
    case '.':
      return apart + character
    default:
      return `\\${character}`
  }
}

const escapeSpecial = (line: string): string =>
  line
    .replace(meaningful, escapeCharacter)
    // What would begin a list, a heading's underline or a rule.
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')

/** Markdown that shows the text as it is, in one line, wherever it stands: a paragraph, a heading, a link, a table. */
export const inline = (text: string): string => escapeSpecial(plainLine(text))

/** As `inline`, keeping the line breaks, for one cell of a table. */
export const tableCell = (text: string): string =>
  plainText(text)
    .trim()
    .split('\n')
    .map((line) => inline(line))
    .join('<br>')

const entity = (character: string): string => `&#${character.codePointAt(0)};`

/** The text as code, in one line, wherever it stands. Nothing for an empty text, which Markdown has no code for. */
export const code = (text: string): string => {
  const line = plainLine(text)
  if (line === '') return ''
  // Inside a table a backslash before a pipe cannot be written between backticks; entities can always.
  return /[`|\\]/.test(line) ? `<code>${line.replace(/[^\p{L}\p{N} ]/gu, entity)}</code>` : `\`${line}\``
}

/** The text as a block of code that it cannot end by itself. */
export const codeBlock = (text: string, language = ''): string => {
  const lines = plainText(text).replace(/(?<!\n)\n+$/, '')
  const longest = (lines.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language.replace(/[^\w+-]/g, '')}\n${lines}\n${fence}`
}

/** A link, or only its label where the address is not one of the web or carries a password. */
export const link = (label: string, address: string): string => {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (!url || !isWeb || url.username !== '' || url.password !== '') return inline(label)
  const target = url.href
    .replace(/[^\w\-.~:/?#@!$&',;=%+]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('&', '&amp;')
  return `[${inline(label) || inline(address)}](${target})`
}
