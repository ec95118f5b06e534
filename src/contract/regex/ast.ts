/** Where a pattern stands in the text, without taking any of it. */
export type Position = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word-edge' | 'no-word-edge'

/** A regular expression as a tree. What it captures and how greedy it is does not matter to a search. */
export type Regex =
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'position'; readonly is: Position }
  | { readonly kind: 'sequence'; readonly parts: readonly Regex[] }
  | { readonly kind: 'choice'; readonly options: readonly Regex[] }
  | { readonly kind: 'repeat'; readonly part: Regex; readonly min: number; readonly max: number }

/** A text that is no regular expression of this syntax, or too large a one. */
export class RegexError extends Error {
  override readonly name = 'RegexError'
}

export const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /^[0-9A-Za-z_]$/.test(character)
