import { emptyDelta } from './delta.ts'
import { patch } from './patch.ts'
import { done, type Problem, type Result } from './problem.ts'
import { simplifyActions } from './simplify.ts'
import type { Delta, Module, UpdateAction } from './types.ts'

interface Merged {
  readonly add: Map<string, Module>
  readonly remove: Set<string>
  readonly update: Map<string, UpdateAction[]>
  readonly shared: UpdateAction[]
}

/** Combines deltas as a PATCH does: in order, then simplified. With none to merge, the base is the answer as it is. */
export const mergeDeltas = (base: Delta, deltas: readonly Delta[]): Result<Delta> => {
  if (deltas.length === 0) return done(base)
  const merged: Merged = { add: new Map(), remove: new Set(), update: new Map(), shared: [] }
  for (const delta of [base, ...deltas]) {
    const problem = fold(merged, delta)
    if (problem) return { ok: false, problem }
  }
  return finish(merged)
}

/** The same delta in its smallest form, as it is stored. */
export const simplifyDelta = (delta: Delta): Result<Delta> => mergeDeltas(emptyDelta, [delta])

const fold = ({ add, remove, update, shared }: Merged, { modules, shared: resources }: Delta): Problem | undefined => {
  for (const id of modules.remove) {
    add.delete(id)
    update.delete(id)
    remove.add(id)
  }
  for (const [id, module] of Object.entries(modules.add)) {
    if (module === null) remove.delete(id)
    else {
      // The id stays in `remove`, if it is there: applying removes first, so the added module survives.
      add.set(id, module)
      update.delete(id)
    }
  }
  for (const [id, actions] of Object.entries(modules.update)) {
    const added = add.get(id)
    if (added) {
      const patched = patch(id, added, actions)
      if (!patched.ok) return patched.problem
      add.set(id, patched.value)
      continue
    }
    const pending = update.get(id) ?? []
    update.set(id, pending)
    for (const action of actions) pending.push(action)
  }
  // Assumption: shared resources are changed after the modules, one delta's changes after the other's.
  for (const action of resources) shared.push(action)
  return undefined
}

const finish = ({ add, remove, update, shared }: Merged): Result<Delta> => {
  const updates: [string, UpdateAction[]][] = []
  for (const [id, actions] of update) {
    const simplified = simplifyActions(id, actions)
    if (!simplified.ok) return simplified
    if (simplified.value.length > 0) updates.push([id, simplified.value])
  }
  const simplified = simplifyActions('shared', shared)
  if (!simplified.ok) return simplified
  return done({
    modules: { add: Object.fromEntries(add), remove: [...remove], update: Object.fromEntries(updates) },
    shared: simplified.value,
  })
}
