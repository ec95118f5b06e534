import { isObject, ownValue } from './json.ts'
import { parsePointer } from './pointer.ts'
import type { UpdateAction } from './types.ts'

const ops: readonly unknown[] = ['add', 'remove', 'replace'] satisfies UpdateAction['op'][]

/** The tokens of an action's path, at least one, or the reason why no document could take the action. */
export const readAction = ({ op, path, value }: UpdateAction): { tokens: string[] } | { reason: string } => {
  if (!ops.includes(op)) return { reason: 'only add, remove and replace are supported' }
  if (op !== 'remove' && value === undefined) return { reason: `${op} needs a value; write null to set null` }
  const pointer = parsePointer(path)
  if ('tokens' in pointer && pointer.tokens.length === 0) {
    return { reason: 'the path is empty; name a property, or add or remove the whole module' }
  }
  return pointer
}

/** `remove` with the value `{"scope":"delta"}` takes a pending action out of the delta and never reaches a set. */
export const isDeltaScoped = ({ op, value }: UpdateAction) =>
  op === 'remove' && isObject(value) && ownValue(value, 'scope') === 'delta'
