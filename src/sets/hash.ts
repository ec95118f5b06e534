import { createHash } from 'node:crypto'
import { isObject, sortedKeys } from './json.ts'
import type { DeploymentSet, Json, JsonObject } from './types.ts'

/** As the platform writes it: as long as any other id. */
export const emptySetId = '0'.repeat(43)

/** Any run of zeros names the set with nothing in it. */
export const isEmptySetId = (id: string) => /^0+$/.test(id)

/** The set's id: equal for equal content, whatever the order of its keys. 43 characters of base64url. */
export const hashSet = ({ modules, shared }: DeploymentSet): string => {
  const hasShared = Object.keys(shared).length > 0
  if (!hasShared && Object.keys(modules).length === 0) return emptySetId
  // Assumption: shared resources count only where there are some, for ids are older than they.
  const content: Json[] = ['modules', sortedKeys(modules).map((id) => [id, toPairs(modules[id] ?? {})])]
  if (hasShared) content.push(['shared', toPairs(shared)])
  return createHash('sha256').update(canonicalJson(content)).digest('base64url')
}

const toPairs = (object: Readonly<JsonObject>): Json[] => sortedKeys(object).map((key) => [key, object[key] as Json])

const markup = /[<>&\u2028\u2029]/g

// Escaped so that the text can stand in HTML and JavaScript, as Go's encoder does and ids have always been made.
const quote = (text: string) => {
  const quoted = JSON.stringify(text)
  if (quoted.search(markup) === -1) return quoted
  return quoted.replace(markup, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A container that is being written. */
interface Frame {
  readonly end: ']' | '}'
  readonly items: readonly Json[]
  /** Of an object: the keys of its items. */
  readonly keys?: readonly string[]
  next: number
}

const toFrame = (value: Json[] | JsonObject): Frame => {
  if (Array.isArray(value)) return { end: ']', items: value, next: 0 }
  const keys = sortedKeys(value)
  return { end: '}', items: keys.map((key) => value[key] as Json), keys, next: 0 }
}

/** Compact, with sorted keys. JSON.stringify sorts nothing and overflows the stack on deep values; this does neither. */
const canonicalJson = (content: Json[]): string => {
  let text = '['
  const open: Frame[] = [toFrame(content)]
  for (let frame = open.at(-1); frame; frame = open.at(-1)) {
    const { items, keys, next, end } = frame
    if (next === items.length) {
      text += end
      open.pop()
      continue
    }
    const item = items[next] as Json
    frame.next += 1
    if (next > 0) text += ','
    if (keys) text += `${quote(keys[next] ?? '')}:`
    if (Array.isArray(item) || isObject(item)) {
      const inner = toFrame(item)
      text += inner.end === ']' ? '[' : '{'
      open.push(inner)
    } else text += typeof item === 'string' ? quote(item) : JSON.stringify(item)
  }
  return text
}
