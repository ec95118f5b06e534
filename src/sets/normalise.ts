import { readAction } from './action.ts'
import { isObject, ownValue } from './json.ts'
import { printPointer } from './pointer.ts'
import { done, failed, type Problem, type Result } from './problem.ts'
import type { Delta, DeploymentSet, Json, JsonObject, Module, UpdateAction } from './types.ts'

/**
 * Reads the body of a delta as people and services write it: parts may be null or missing, `modules.updates` stands
 * for `modules.update`, and what is not content (`id`, `metadata`, an action's `from`) is left out.
 */
export const normaliseDelta = (input: unknown): Result<Delta> => {
  const reader = createReader()
  const body = reader.object(input, [], { required: true })
  const modules = reader.object(ownValue(body, 'modules'), ['modules'])
  const delta: Delta = {
    modules: {
      add: reader.modules(ownValue(modules, 'add'), ['modules', 'add'], { nulls: true }),
      remove: reader.ids(ownValue(modules, 'remove'), ['modules', 'remove']),
      update: reader.updates(modules),
    },
    shared: reader.actions('shared', ownValue(body, 'shared'), ['shared']),
  }
  return reader.result(delta)
}

/** Reads the content of a set, without its id and version. Parts may be null or missing. */
export const normaliseSet = (input: unknown): Result<DeploymentSet> => {
  const reader = createReader()
  const body = reader.object(input, [], { required: true })
  return reader.result({
    modules: reader.modules(ownValue(body, 'modules'), ['modules']) as Record<string, Module>,
    shared: reader.object(ownValue(body, 'shared'), ['shared']),
  })
}

const isAbsent = (value: unknown) => value === undefined || value === null

/** Reads on past a malformed part, as if it were empty, and remembers the first. */
const createReader = () => {
  let first: Problem | undefined

  const malformed = (
    at: readonly string[],
    reason: string,
    action?: { module: string; op?: string; path?: string },
  ) => {
    first ??= { module: '', path: printPointer(at), reason, ...action }
  }

  const object = (value: unknown, at: readonly string[], { required = false } = {}): JsonObject => {
    if (isObject(value)) return value
    if (required || !isAbsent(value)) malformed(at, 'must be an object')
    return {}
  }

  const list = (value: unknown, at: readonly string[]): Json[] => {
    if (Array.isArray(value)) return value as Json[]
    if (!isAbsent(value)) malformed(at, 'must be a list')
    return []
  }

  const modules = (value: unknown, at: readonly string[], { nulls = false } = {}): Record<string, Module | null> => {
    const entries = Object.entries(object(value, at))
    for (const [id, module] of entries) {
      if (!isObject(module) && !(nulls && module === null)) malformed([...at, id], 'a module must be an object')
    }
    return Object.fromEntries(entries) as Record<string, Module | null>
  }

  const ids = (value: unknown, at: readonly string[]) => {
    const ids = list(value, at)
    for (const [index, id] of ids.entries()) {
      if (typeof id !== 'string') malformed([...at, String(index)], 'must be the id of a module')
    }
    return ids as string[]
  }

  const action = (module: string, value: Json, at: readonly string[]): UpdateAction => {
    const fields = object(value, at, { required: true })
    const op = ownValue(fields, 'op')
    const path = ownValue(fields, 'path')
    const content = ownValue(fields, 'value')
    if (typeof op !== 'string' || typeof path !== 'string') malformed(at, 'an action needs an op and a path')
    const read = { op, path, ...(content !== undefined && { value: content }) } as UpdateAction
    if (first) return read
    const checked = readAction(read)
    if ('reason' in checked) malformed(at, checked.reason, { module, op: read.op, path: read.path })
    return read
  }

  const actions = (module: string, value: unknown, at: readonly string[]) =>
    list(value, at).map((item, index) => action(module, item, [...at, String(index)]))

  const updates = (parent: JsonObject): Record<string, UpdateAction[]> => {
    const names = ['update', 'updates'].filter((name) => !isAbsent(ownValue(parent, name)))
    if (names.length > 1) malformed(['modules', 'updates'], 'stands for update; give only one of the two')
    const [name = 'update'] = names
    const entries = Object.entries(object(ownValue(parent, name), ['modules', name]))
    return Object.fromEntries(entries.map(([id, list]) => [id, actions(id, list, ['modules', name, id])]))
  }

  const result = <Value>(value: Value): Result<Value> => (first ? failed(first) : done(value))

  return { object, modules, ids, actions, updates, result }
}
