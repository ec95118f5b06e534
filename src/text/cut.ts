export interface Cut {
  readonly text: string
  readonly truncated: boolean
}

const byteLength = (text: string): number => Buffer.byteLength(text)

/** The longest beginning of the text that takes at most so many bytes of UTF-8; never half a character. */
const beginning = (text: string, maxBytes: number): string => {
  const bytes = Buffer.from(text)
  if (bytes.length <= maxBytes) return text
  let end = Math.max(0, maxBytes)
  // 10xxxxxx continues a character.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return bytes.toString('utf8', 0, end)
}

/** At most `maxBytes` bytes of UTF-8, for text that a program reads: nothing is added. */
export const cutBytes = (text: string, maxBytes: number): Cut => {
  const kept = beginning(text, maxBytes)
  return { text: kept, truncated: kept.length < text.length }
}

/** At most `max` characters (code points), the last of them `…` where something is missing. */
export const cutCharacters = (text: string, max: number): string => {
  if (text.length <= max) return text
  const characters = Array.from(text)
  return characters.length <= max ? text : `${characters.slice(0, Math.max(0, max - 1)).join('')}…`
}

/** What has to be added to a piece of Markdown so that what follows it is not inside its code or its details. */
const closing = (markdown: string): string => {
  let fence = ''
  let details = 0
  for (const line of markdown.split('\n')) {
    const run = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line)
    if (fence !== '') {
      if (run?.[1]?.startsWith(fence) && run[2]?.trim() === '') fence = ''
    } else if (run?.[1]) {
      fence = run[1]
    } else {
      details += line.split('<details').length - line.split('</details>').length
    }
  }
  return (fence === '' ? '' : `\n${fence}`) + '\n</details>'.repeat(Math.max(0, details))
}

/**
 * At most `maxBytes` bytes of Markdown, ending with a line that says how much is missing. It is cut between lines,
 * and what is open there (code, details) is closed, so that the note is seen.
 */
export const cutMarkdown = (markdown: string, maxBytes: number): Cut => {
  const total = byteLength(markdown)
  if (total <= maxBytes) return { text: markdown, truncated: false }
  const note = (kept: string) =>
    `${closing(kept)}\n\n_Cut here: the whole text has ${total} bytes, ${byteLength(kept)} of them are shown._\n`

  let budget = maxBytes
  while (budget > 0) {
    const piece = beginning(markdown, budget)
    const lineEnd = piece.lastIndexOf('\n')
    const kept = lineEnd > 0 ? piece.slice(0, lineEnd) : piece
    const text = kept + note(kept)
    const excess = byteLength(text) - maxBytes
    if (excess <= 0) return { text, truncated: true }
    budget = byteLength(kept) - excess
  }
  return { text: '', truncated: true }
}
