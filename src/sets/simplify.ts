import { isDeltaScoped, readAction } from './action.ts'
import { isArrayToken } from './pointer.ts'
import {
  applyWithin,
  createPendingList,
  dropBelow,
  keep,
  toActions,
  walk,
  type Pending,
  type PendingList,
  type Place,
} from './pending.ts'
import { done, failed, type Result } from './problem.ts'
import type { UpdateAction } from './types.ts'

/**
 * The shortest list that does the same to every document that can take the given one. Actions through array positions
 * stay as they are, unless the array is part of a value that the list itself sets. Nothing delta-scoped is left. How far
 * the platform shortens its lists is not known (assumption).
 */
export const simplifyActions = (module: string, actions: readonly UpdateAction[]): Result<UpdateAction[]> => {
  const list = createPendingList()
  for (const action of actions) {
    const read = readAction(action)
    const reason = 'reason' in read ? read.reason : append(list, action, read.tokens)
    if (reason !== undefined) return failed({ module, path: action.path, op: action.op, reason })
  }
  return done(toActions(list))
}

/** Returns why no document could take the list with this action, if none could. */
const append = (list: PendingList, action: UpdateAction, tokens: readonly string[]): string | undefined => {
  const { place, arrived } = walk(list, tokens)
  if (arrived) return isDeltaScoped(action) ? cancel(list, place) : combine(list, place, action, tokens)
  if (place.pending) return appendBelow(place.pending, action, tokens)
  if (isDeltaScoped(action)) return cancelInSequence(list, place, tokens)
  place.sequence.push(keep(list, action, tokens))
  return undefined
}

const combine = (list: PendingList, place: Place, action: UpdateAction, tokens: readonly string[]) => {
  const earlier = place.pending
  if (earlier?.action.op === 'remove' && action.op === 'replace') {
    return 'an earlier action removes it, so there is nothing to replace; use add'
  }
  // Whatever was there or below before, this action overwrites or removes it.
  dropBelow(list, place)
  if (!earlier) place.pending = keep(list, action, tokens)
  else {
    earlier.action = earlier.action.op === 'add' && action.op === 'replace' ? { ...action, op: 'add' } : action
    earlier.draft = undefined
  }
  return undefined
}

const appendBelow = (pending: Pending, action: UpdateAction, tokens: readonly string[]) => {
  if (pending.action.op !== 'remove') return applyWithin(pending, action, tokens)
  return isDeltaScoped(action) ? undefined : `an earlier action removes ${pending.action.path}`
}

const cancel = (list: PendingList, place: Place) => {
  dropBelow(list, place)
  if (place.pending) list.kept.delete(place.pending)
  place.pending = undefined
  return undefined
}

/** Cancels what is pending at and below a path through array positions, if it is certain which actions those are. */
const cancelInSequence = (list: PendingList, place: Place, tokens: readonly string[]) => {
  const { sequence } = place
  const meant = new Set(sequence.filter((other) => tokens.every((token, depth) => other.tokens[depth] === token)))
  if (meant.size === 0) return undefined
  // Adding to or removing from an array that the path leads through changes what the tokens after it stand for.
  const [shift, ...shifts] = sequence.filter(
    ({ tokens: own, action }) =>
      action.op !== 'replace' && own.length <= tokens.length && isArrayToken(own.at(-1) ?? ''),
  )
  const isAlone = shift === sequence[0] && shifts.length === 0 && meant.size === sequence.length
  if (shift && !isAlone) return 'other pending actions may have moved what this path stands for; replace the whole list'
  for (const pending of meant) list.kept.delete(pending)
  place.sequence = sequence.filter((pending) => !meant.has(pending))
  return undefined
}
