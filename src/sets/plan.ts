import { diffSets } from './diff.ts'
import { compareKeys, ownValue } from './json.ts'
import { parsePointer, valueAt } from './pointer.ts'
import type { DeploymentSet, Json, JsonObject, Module, UpdateAction } from './types.ts'

/** One thing that will be different, for people to read. */
export interface Change {
  readonly scope: 'module' | 'shared'
  /** The module's id; `shared` for the shared resources. */
  readonly module: string
  /** The property inside the module, or of the shared resources (RFC 6901). Empty for a module as a whole. */
  readonly path: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Absent for what is added. */
  readonly before?: Json
  /** Absent for what is removed. */
  readonly after?: Json
}

/** What is different in `after`: modules by id, their properties by path, then the shared resources. */
export const planChanges = (before: DeploymentSet, after: DeploymentSet): Change[] => {
  const { modules, shared } = diffSets(after, before)
  const changes: Change[] = []
  const ids = [...Object.keys(modules.add), ...modules.remove, ...Object.keys(modules.update)]
  for (const id of ids.sort(compareKeys)) {
    const whole = { scope: 'module', module: id, path: '' } as const
    const old = ownValue(before.modules, id)
    const actions = ownValue(modules.update, id)
    if (old === undefined) changes.push({ ...whole, kind: 'added', after: after.modules[id] as Module })
    else if (!actions) changes.push({ ...whole, kind: 'removed', before: old })
    else for (const action of actions) changes.push({ ...whole, ...toChange(action, old) })
  }
  for (const action of shared) changes.push({ scope: 'shared', module: 'shared', ...toChange(action, before.shared) })
  return changes
}

const toChange = ({ op, path, value }: UpdateAction, document: Readonly<JsonObject>) => {
  const pointer = parsePointer(path)
  const before = 'tokens' in pointer ? valueAt(document, pointer.tokens) : undefined
  return {
    path,
    kind: op === 'add' ? 'added' : op === 'remove' ? 'removed' : 'changed',
    ...(before !== undefined && { before }),
    ...(value !== undefined && { after: value }),
  } as const
}
