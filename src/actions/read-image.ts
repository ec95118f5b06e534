import { type ParsedImageReference, parseImageReference } from '../core/image-reference.ts'

/** Reads an image of an input. `several` says how to write more than one, to whoever has written them in one. */
export const readImage = (text: string, several: string): ParsedImageReference => {
  const parsed = parseImageReference(text)
  if (parsed.ok) return parsed
  if (text.includes('$')) {
    return { ok: false, reason: 'has a `$` in it: `with:` fills in `${{ env.NAME }}`, and no `$NAME`' }
  }
  if (!/[\s,;]/.test(text)) return parsed
  return { ok: false, reason: `has blanks, commas or semicolons in it. ${several}` }
}
