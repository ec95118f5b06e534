import { isDeltaScoped } from './action.ts'
import { ownValue } from './json.ts'
import { patch } from './patch.ts'
import { done, failed, type Result } from './problem.ts'
import { simplifyActions } from './simplify.ts'
import type { Delta, DeploymentSet, JsonObject, UpdateAction } from './types.ts'

/** Removes, adds, then updates modules, patches shared resources last (assumption). What does not change is not copied. */
export const applyDelta = (base: DeploymentSet, { modules, shared }: Delta): Result<DeploymentSet> => {
  const result = new Map(Object.entries(base.modules))
  const added = Object.entries(modules.add)
  const kept = new Set(added.filter(([, module]) => module === null).map(([id]) => id))
  for (const id of modules.remove) if (!kept.has(id)) result.delete(id)
  for (const [id, module] of added) if (module !== null) result.set(id, module)

  for (const [id, actions] of Object.entries(modules.update)) {
    const module = result.get(id)
    if (!module) return failed({ module: id, path: '', reason: 'the set has no such module to update' })
    const updated = ownValue(modules.add, id) ? patch(id, module, actions) : update(id, module, actions)
    if (!updated.ok) return updated
    result.set(id, updated.value)
  }

  const resources = update('shared', base.shared, shared)
  if (!resources.ok) return resources
  return done({ modules: Object.fromEntries(result), shared: resources.value })
}

/** A delta-scoped remove only cancels actions of its own list: none may reach what the set holds. */
const update = (module: string, document: JsonObject, actions: readonly UpdateAction[]): Result<JsonObject> => {
  if (actions.length === 0) return done(document)
  if (!actions.some(isDeltaScoped)) return patch(module, document, actions)
  const simplified = simplifyActions(module, actions)
  return simplified.ok ? patch(module, document, simplified.value) : simplified
}
