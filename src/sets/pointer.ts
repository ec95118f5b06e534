import { isObject, ownValue } from './json.ts'
import type { Json } from './types.ts'

/** The keys and indices on a path (RFC 6901), or the reason why it is none. `''` is the whole document: no tokens. */
export const parsePointer = (path: string): { tokens: string[] } | { reason: string } => {
  if (path === '') return { tokens: [] }
  if (!path.startsWith('/')) return { reason: 'a path starts with "/"' }
  if (/~(?![01])/.test(path)) return { reason: 'in a path, "~" is written "~0" and a "/" within a key "~1"' }
  const tokens = path.slice(1).split('/')
  return { tokens: tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~')) }
}

export const printPointer = (tokens: readonly string[]) =>
  tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** An index without leading zeros. */
export const isIndex = (token: string) => /^(?:0|[1-9]\d*)$/.test(token)

/** True for what an array would take for a position; in an object it is a key like any other. */
export const isArrayToken = (token: string) => token === '-' || isIndex(token)

/** Undefined where there is nothing, and below text, numbers, booleans and null. */
export const childOf = (parent: Json | undefined, token: string): Json | undefined => {
  if (Array.isArray(parent)) return isIndex(token) ? parent[Number(token)] : undefined
  return isObject(parent) ? ownValue(parent, token) : undefined
}

export const valueAt = (document: Json, tokens: readonly string[]): Json | undefined => {
  let value: Json | undefined = document
  for (const token of tokens) value = childOf(value, token)
  return value
}
