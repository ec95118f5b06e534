import { compareKeys, isObject, jsonEqual, ownValue, sortedKeys } from './json.ts'
import { printPointer } from './pointer.ts'
import type { Delta, DeploymentSet, Json, JsonObject, Module, UpdateAction } from './types.ts'

/**
 * The delta that turns `base` into `target`. Sorted throughout. Assumption: objects are compared key by key at any depth,
 * arrays as a whole.
 */
export const diffSets = (target: DeploymentSet, base: DeploymentSet): Delta => {
  const add: [string, Module][] = []
  const update: [string, UpdateAction[]][] = []
  for (const id of sortedKeys(target.modules)) {
    const module = target.modules[id] as Module
    const before = ownValue(base.modules, id)
    if (!before) add.push([id, module])
    else {
      const actions = diffObjects(module, before)
      if (actions.length > 0) update.push([id, actions])
    }
  }
  const remove = sortedKeys(base.modules).filter((id) => !Object.hasOwn(target.modules, id))
  return {
    modules: { add: Object.fromEntries(add), remove, update: Object.fromEntries(update) },
    shared: diffObjects(target.shared, base.shared),
  }
}

interface Pair {
  readonly target: Readonly<JsonObject>
  readonly base: Readonly<JsonObject>
  /** The pair that this one is a property of, and the property. None for a whole document. */
  readonly parent?: Pair
  readonly key: string
}

interface Difference {
  readonly tokens: string[]
  readonly op: UpdateAction['op']
  readonly value?: Json
}

/** Paths are built for differences only, and equal parts cost one visit, however deep they lie. */
const diffObjects = (target: Readonly<JsonObject>, base: Readonly<JsonObject>): UpdateAction[] => {
  const differences: Difference[] = []
  const open: Pair[] = [{ target, base, key: '' }]
  for (let pair = open.pop(); pair; pair = open.pop()) {
    if (pair.target === pair.base) continue
    for (const key of Object.keys(pair.base)) {
      if (!Object.hasOwn(pair.target, key)) differences.push({ tokens: pathTo(pair, key), op: 'remove' })
    }
    for (const key of Object.keys(pair.target)) {
      const value = pair.target[key] as Json
      const before = ownValue(pair.base, key)
      if (before === undefined) differences.push({ tokens: pathTo(pair, key), op: 'add', value })
      else if (isObject(value) && isObject(before)) open.push({ target: value, base: before, parent: pair, key })
      else if (!jsonEqual(value, before)) differences.push({ tokens: pathTo(pair, key), op: 'replace', value })
    }
  }
  return differences
    .sort((a, b) => compareTokens(a.tokens, b.tokens))
    .map(({ tokens, op, value }) => {
      const path = printPointer(tokens)
      return value === undefined ? { op, path } : { op, path, value }
    })
}

const pathTo = (pair: Pair, key: string) => {
  const tokens = [key]
  for (let at = pair; at.parent; at = at.parent) tokens.push(at.key)
  return tokens.reverse()
}

const compareTokens = (a: readonly string[], b: readonly string[]) => {
  for (const [depth, token] of a.entries()) {
    const other = b[depth]
    if (other === undefined) return 1
    const difference = compareKeys(token, other)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
