import type { JsonObject } from '../../sets/types.ts'
import { compareKeys } from '../../sets/json.ts'
import { keyOf, type Need, type NeedProblem } from './need.ts'
import { parseName, type Reference, referencesIn } from './references.ts'

/** What of a definition decides about the graph. */
export interface Chosen {
  /** Inputs of the driver; placeholders in them are dependencies. */
  inputs: unknown
  /** What is made besides, by `type.class#id`. */
  provision: Record<string, { is_dependent: boolean; match_dependents?: boolean; params?: JsonObject }>
}

export interface GraphNode<C extends Chosen> extends Need {
  key: string
  chosen: C
  /** Keys of the nodes that come first, in order. */
  dependsOn: string[]
}

export type Graph<C extends Chosen> = { ok: true; nodes: GraphNode<C>[] } | { ok: false; problems: NeedProblem[] }

interface Draft<C extends Chosen> {
  need: Need
  chosen: C
  dependsOn: Set<string>
  /** What everything that depends on this depends on, too. */
  escorts: Set<string>
}

type Drafts<C extends Chosen> = Map<string, Draft<C>>

const keysById = (needs: readonly Need[]) => new Map(needs.map((need) => [need.id, keyOf(need)]))

/** The key that a reference leads to, with what is needed because of it. */
const targetOf = (reference: Reference, places: ReadonlyMap<string, string>): { key?: string; need?: Need } => {
  if (reference.kind === 'resource') return { key: keyOf(reference.name), need: { ...reference.name, params: {} } }
  const key = reference.kind === 'place' ? places.get(reference.id) : undefined
  return key === undefined ? {} : { key }
}

/** Every resource that `needs` lead to, each with what it directly depends on. */
const draftAll = <C extends Chosen>(needs: readonly Need[], choose: (need: Need) => C | undefined) => {
  const drafts: Drafts<C> = new Map()
  const problems: NeedProblem[] = []
  const places = keysById(needs)
  const seen = new Set<string>()
  // What is asked for outright comes before what is only referred to: it has the parameters.
  const open: Need[] = []
  const ask = (need: Need) => {
    const key = keyOf(need)
    if (!seen.has(key)) open.push(need)
    seen.add(key)
    return key
  }
  /** Dependencies of what is made besides, which may not be drafted yet. */
  const later: [from: string, to: string][] = []

  for (const need of needs) ask(need)
  for (let next = 0; next < open.length; next += 1) {
    const need = open[next] as Need
    const key = keyOf(need)
    const chosen = choose(need)
    if (!chosen) {
      const { id, type, class: resourceClass } = need
      const message = `No resource definition fits resource '${id}' of type '${type}' and class '${resourceClass}'.`
      problems.push({ id, message })
      continue
    }
    const draft: Draft<C> = { need, chosen, dependsOn: new Set(), escorts: new Set() }
    drafts.set(key, draft)
    for (const [name, { is_dependent, match_dependents, params = {} }] of Object.entries(chosen.provision)) {
      const parsed = parseName(name, need.id)
      if (!parsed) continue
      const besides = ask({ ...parsed, params })
      if (is_dependent) later.push([besides, key])
      if (match_dependents === true && besides !== key) draft.escorts.add(besides)
    }
    for (const reference of referencesIn([chosen.inputs, need.params], need.id)) {
      const target = targetOf(reference, places)
      if (target.key === undefined) continue
      if (target.need) ask(target.need)
      draft.dependsOn.add(target.key)
    }
  }
  for (const [from, to] of later) drafts.get(from)?.dependsOn.add(to)
  return { drafts, problems }
}

/** All that comes along with `key`, and with what comes along with it. */
const escortsOf = (drafts: Drafts<Chosen>, key: string): Set<string> => {
  const found = new Set<string>()
  const open = [key]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const escort of drafts.get(next)?.escorts ?? []) {
      if (!found.has(escort)) open.push(escort)
      found.add(escort)
    }
  }
  return found
}

const addEscorts = (drafts: Drafts<Chosen>) => {
  const known = new Map<string, Set<string>>()
  for (const [key, { dependsOn }] of drafts) {
    const direct = [...dependsOn]
    for (const target of direct) {
      const escorts = known.get(target) ?? escortsOf(drafts, target)
      known.set(target, escorts)
      // Those that come along together do not depend on each other for it.
      if (!escorts.has(key)) for (const escort of escorts) dependsOn.add(escort)
    }
  }
}

/** Depth first with a stack of its own, so that long chains are no limit; a cycle comes back as its keys. */
const sort = (drafts: Drafts<Chosen>): { order: string[] } | { cycle: string[] } => {
  const order: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const sorted = (keys: Iterable<string>) => [...keys].sort(compareKeys)
  const dependencies = (key: string) => sorted(drafts.get(key)?.dependsOn ?? []).values()

  for (const root of sorted(drafts.keys())) {
    const path: { key: string; rest: IterableIterator<string> }[] = []
    const enter = (key: string) => {
      state.set(key, 'open')
      path.push({ key, rest: dependencies(key) })
    }
    if (!state.has(root)) enter(root)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { value: next, done } = top.rest.next()
      if (done === true) {
        state.set(top.key, 'done')
        order.push(top.key)
        path.pop()
      } else if (state.get(next) === 'open') {
        const keys = path.map(({ key }) => key)
        return { cycle: [...keys.slice(keys.indexOf(next)), next] }
      } else if (!state.has(next)) enter(next)
    }
  }
  return { order }
}

/**
 * Everything that has to be provisioned for `needs`, each after what it depends on: what they ask for, what definitions
 * make besides, and what placeholders refer to. The order does not depend on the order of the needs. Of needs of the
 * same name the first counts.
 */
export const createGraph = <C extends Chosen>(
  needs: readonly Need[],
  choose: (need: Need) => C | undefined,
): Graph<C> => {
  const { drafts, problems } = draftAll(needs, choose)
  if (problems.length > 0) return { ok: false, problems }
  addEscorts(drafts)
  const sorted = sort(drafts)
  const draftOf = (key: string) => drafts.get(key) as Draft<C>
  if ('cycle' in sorted) {
    const { need } = draftOf(sorted.cycle[0] as string)
    const message = `Resources depend on each other in a circle: ${sorted.cycle.join(' → ')}.`
    return { ok: false, problems: [{ id: need.id, message }] }
  }
  const nodes = sorted.order.map((key) => {
    const { need, chosen, dependsOn } = draftOf(key)
    return Object.assign({ key, chosen, dependsOn: [...dependsOn].sort(compareKeys) }, need)
  })
  return { ok: true, nodes }
}
