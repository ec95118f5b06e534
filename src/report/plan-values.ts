import { isObject } from '../sets/json.ts'
import type { Change } from '../sets/plan.ts'
import { parsePointer } from '../sets/pointer.ts'
import type { Json } from '../sets/types.ts'
import { isSensitiveName } from '../text/redact.ts'

/** Stands for a value that nobody is to read. */
export const hiddenValue = '***'

const deepest = 100

/** The key under which containers stand by name: a container called `auth` has no secret image. */
const namesOnly = 'containers'

const isTelling = (key: string, parent: string) => parent !== namesOnly && isSensitiveName(key)

/** `{name: DB_PASSWORD, value: …}`, as lists of variables have it. */
const isNamedSensitively = (object: Readonly<Record<string, Json>>) =>
  ['name', 'key'].some((field) => {
    const name = Object.hasOwn(object, field) ? object[field] : undefined
    return typeof name === 'string' && isSensitiveName(name)
  })

const withoutPassword = (text: string) => text.replace(/(:\/\/[^/?#@\s:]*):[^/?#@\s]+@/g, `$1:${hiddenValue}@`)

type Redact = (text: string) => string

const hideIn = (value: Json, key: string, { depth, redact }: { depth: number; redact: Redact }): Json => {
  if (typeof value === 'string') return redact(withoutPassword(value))
  if (typeof value !== 'object' || value === null) return value
  if (depth > deepest) return '…'
  const inner = { depth: depth + 1, redact }
  if (!isObject(value)) return value.map((item) => hideIn(item, key, inner))
  const isNamed = isNamedSensitively(value)
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      isTelling(name, key) || (isNamed && name === 'value') ? hiddenValue : hideIn(item, name, inner),
    ]),
  )
}

/**
 * A change that can be shown: values under telling names, passwords in addresses, and what `redact` knows are replaced
 * by `***`. Before anything is cut: half of a secret would not be recognised.
 */
export const hideSensitive = (change: Change, redact: Redact = (text) => text): Change => {
  const pointer = parsePointer(change.path)
  const tokens = 'tokens' in pointer ? pointer.tokens : []
  const isHidden = tokens.some((token, index) => isTelling(token, tokens[index - 1] ?? ''))
  const hide = (value: Json) => (isHidden ? hiddenValue : hideIn(value, tokens.at(-1) ?? '', { depth: 0, redact }))
  const { before, after, ...rest } = change
  return {
    ...rest,
    ...(before !== undefined && { before: hide(before) }),
    ...(after !== undefined && { after: hide(after) }),
  }
}
