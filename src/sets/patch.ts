import { isDeltaScoped, readAction } from './action.ts'
import { isObject, setKey } from './json.ts'
import { childOf, isIndex, printPointer, valueAt } from './pointer.ts'
import { done, failed, type Result } from './problem.ts'
import type { Json, JsonObject, UpdateAction } from './types.ts'

type Container = Json[] | JsonObject

const isContainer = (value: Json | undefined): value is Container => Array.isArray(value) || isObject(value)

const kindOf = (value: Json) => (value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`)

const patchObject = (object: JsonObject, key: string, { op, value }: UpdateAction): string | undefined => {
  if (op === 'remove') delete object[key]
  else if (op === 'replace' && !Object.hasOwn(object, key)) return 'there is nothing to replace; use add'
  else setKey(object, key, value as Json)
  return undefined
}

const patchArray = (array: Json[], token: string, { op, value }: UpdateAction): string | undefined => {
  if (op === 'add' && token === '-') {
    array.push(value as Json)
    return undefined
  }
  if (!isIndex(token)) return `"${token}" is not an index of the array`
  const index = Number(token)
  // One past the end is a place to insert at (assumption), though nothing to remove or replace.
  if (index >= array.length + (op === 'add' ? 1 : 0)) return `the array has only ${array.length} items`
  if (op === 'remove') array.splice(index, 1)
  else array.splice(index, op === 'add' ? 0 : 1, value as Json)
  return undefined
}

export interface Draft {
  /** The document with everything applied so far. */
  document(): JsonObject
  /**
   * Returns why the action is impossible, if it is; the draft is of no use after that. A delta-scoped remove takes
   * away what is there and minds nothing that is not, which is right for a draft of a value that the delta itself adds.
   */
  apply(action: UpdateAction, tokens: readonly string[]): string | undefined
}

/** Copies what it changes, each container at most once, and never changes the document that it was given. */
export const createDraft = (original: JsonObject): Draft => {
  const copies = new Set<Container>()
  const document = { ...original }

  const writable = (container: Container): Container => {
    if (copies.has(container)) return container
    const copy = Array.isArray(container) ? [...container] : { ...container }
    copies.add(copy)
    return copy
  }

  const openParent = (tokens: readonly string[]): Container | string => {
    let parent: Container = document
    for (const [depth, token] of tokens.slice(0, -1).entries()) {
      const child = childOf(parent, token)
      if (!isContainer(child)) {
        const place = printPointer(tokens.slice(0, depth + 1))
        return child === undefined ? `there is nothing at ${place}` : `${place} is ${kindOf(child)}, not an object`
      }
      const copy = writable(child)
      if (Array.isArray(parent)) parent[Number(token)] = copy
      else setKey(parent, token, copy)
      parent = copy
    }
    return parent
  }

  const apply = (action: UpdateAction, tokens: readonly string[]) => {
    if (isDeltaScoped(action) && valueAt(document, tokens) === undefined) return undefined
    const parent = openParent(tokens)
    if (typeof parent === 'string') return parent
    const token = tokens.at(-1) ?? ''
    return Array.isArray(parent) ? patchArray(parent, token, action) : patchObject(parent, token, action)
  }

  return { document: () => document, apply }
}

/** Applies the actions in order; `module` only names the document in a problem. */
export const patch = (module: string, document: JsonObject, actions: readonly UpdateAction[]): Result<JsonObject> => {
  const draft = createDraft(document)
  for (const action of actions) {
    const read = readAction(action)
    const reason = 'reason' in read ? read.reason : draft.apply(action, read.tokens)
    if (reason !== undefined) return failed({ module, path: action.path, op: action.op, reason })
  }
  return done(draft.document())
}
