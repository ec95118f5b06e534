import { setKey } from './json.ts'
import { createDraft, type Draft } from './patch.ts'
import { isArrayToken, valueAt } from './pointer.ts'
import type { Json, JsonObject, UpdateAction } from './types.ts'

/** An action that stays in the list, for now. */
export interface Pending {
  readonly tokens: readonly string[]
  action: UpdateAction
  /** Where later actions have changed this one's value from within: that value, at its path in a draft of its own. */
  draft?: Draft | undefined
}

/**
 * A place on the paths of a list, reached through keys that no array would take for a position: in every document
 * that can take the list, it is one and the same place from the first action to the last.
 */
export interface Place {
  pending?: Pending | undefined
  readonly children: Map<string, Place>
  /** Actions whose next token may be an array index here, in order: what one means depends on those before it. */
  sequence: Pending[]
}

/** What is left of a list of actions: each once in `kept`, in order, and at its place. */
export interface PendingList {
  readonly kept: Set<Pending>
  readonly root: Place
}

const createPlace = (): Place => ({ children: new Map(), sequence: [] })

export const createPendingList = (): PendingList => ({ kept: new Set(), root: createPlace() })

export const keep = ({ kept }: PendingList, action: UpdateAction, tokens: readonly string[]) => {
  const pending: Pending = { tokens, action }
  kept.add(pending)
  return pending
}

/** Walks towards a path as far as it goes: up to a pending action, to an array position, or to its end. */
export const walk = ({ root }: PendingList, tokens: readonly string[]) => {
  let place = root
  for (const token of tokens) {
    if (place.pending || isArrayToken(token)) return { place, arrived: false }
    let child = place.children.get(token)
    if (!child) {
      child = createPlace()
      place.children.set(token, child)
    }
    place = child
  }
  return { place, arrived: true }
}

/** Drops everything strictly below a place. */
export const dropBelow = ({ kept }: PendingList, place: Place) => {
  const open = [place]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.pending && next !== place) kept.delete(next.pending)
    for (const pending of next.sequence) kept.delete(pending)
    for (const child of next.children.values()) open.push(child)
  }
  place.sequence = []
  place.children.clear()
}

const documentWith = (tokens: readonly string[], value: Json) => {
  let document = value
  for (const token of tokens.toReversed()) {
    const parent: JsonObject = {}
    setKey(parent, token, document)
    document = parent
  }
  return document as JsonObject
}

/** Applies an action to the value that a pending `add` or `replace` above it will set; the reason if it cannot. */
export const applyWithin = (pending: Pending, action: UpdateAction, tokens: readonly string[]) => {
  pending.draft ??= createDraft(documentWith(pending.tokens, pending.action.value as Json))
  return pending.draft.apply(action, tokens)
}

export const toActions = ({ kept }: PendingList): UpdateAction[] =>
  [...kept].map(({ tokens, action, draft }) => {
    const { op, path, value } = action
    if (op === 'remove') return { op, path }
    return { op, path, value: (draft ? valueAt(draft.document(), tokens) : value) as Json }
  })
