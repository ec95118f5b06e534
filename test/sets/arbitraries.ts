import * as fc from 'fast-check'
import { patch } from '../../src/sets/patch.ts'
import { applyDelta } from '../../src/sets/apply.ts'
import { printPointer } from '../../src/sets/pointer.ts'
import type { Delta, DeploymentSet, Json, JsonObject, Module, UpdateAction } from '../../src/sets/types.ts'

/** Few keys, so that paths meet; and among them the ones that pointers, arrays and prototypes treat in a special way. */
export const key = fc.constantFrom(
  'a',
  'b',
  'c',
  '0',
  '1',
  '2',
  '-',
  '01',
  '',
  '~',
  '/',
  '~1',
  '__proto__',
  'constructor',
)

const moduleId = fc.constantFrom('web', 'api', 'db', 'shared', '__proto__', 'constructor', '0', '')

const dictionary = <Value>(keys: fc.Arbitrary<string>, values: fc.Arbitrary<Value>, maxLength: number) =>
  fc.array(fc.tuple(keys, values), { maxLength }).map((entries): Record<string, Value> => Object.fromEntries(entries))

const scalar = fc.oneof(
  fc.constantFrom<Json[]>(null, true, false, 0, -0, 1, '', 'x'),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

const trees = fc.letrec<{ json: Json; list: Json[]; object: JsonObject }>((tie) => ({
  json: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('list'), tie('object')),
  list: fc.array(tie('json'), { maxLength: 4 }),
  object: dictionary(key, tie('json'), 4),
}))

export const json = trees.json
const object = trees.object

export const deploymentSet: fc.Arbitrary<DeploymentSet> = fc.record({
  modules: dictionary(moduleId, object, 4),
  shared: object,
})

/** Every path in a document, with containers' possible new members; what exists and what does not. */
const pathsIn = (document: Json): string[][] => {
  const paths: string[][] = []
  const visit = (value: Json, tokens: string[]) => {
    if (typeof value !== 'object' || value === null) return
    const members = Array.isArray(value) ? [...value.keys()].map(String) : Object.keys(value)
    const others = Array.isArray(value) ? ['-', String(value.length)] : ['a', '0', '-', '__proto__']
    for (const token of new Set([...members, ...others])) paths.push([...tokens, token])
    for (const [index, child] of Object.values(value).entries()) visit(child, [...tokens, members[index] ?? ''])
  }
  visit(document, [])
  return paths
}

interface Step {
  readonly kind: 'add' | 'remove' | 'update' | 'shared'
  readonly id: string
  readonly module: Module
  readonly op: UpdateAction['op']
  readonly value: Json
  /** Chooses one of the possible paths. */
  readonly pick: number
  /** Stay at, above or below the path of the step before. */
  readonly near: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('add', 'remove', 'update', 'update', 'update', 'update', 'update', 'update', 'shared'),
  id: moduleId,
  module: object,
  op: fc.constantFrom('add', 'add', 'remove', 'replace'),
  value: fc.oneof(json, trees.list, object),
  pick: fc.nat(10_000),
  near: fc.boolean(),
})

const meets = (path: readonly string[], other: readonly string[]) =>
  path.slice(0, other.length).every((token, depth) => token === other[depth])

/** An action that the document takes, if the step leads to one. */
const toAction = (document: JsonObject, { op, value, pick, near }: Step, last: string[]): UpdateAction | undefined => {
  const all = pathsIn(document)
  const close = near ? all.filter((path) => meets(path, last)) : []
  const paths = close.length > 0 ? close : all
  const tokens = paths[pick % paths.length]
  if (!tokens) return undefined
  last.splice(0, last.length, ...tokens)
  const path = printPointer(tokens)
  const action: UpdateAction = op === 'remove' ? { op, path } : { op, path, value }
  return patch('', document, [action]).ok ? action : undefined
}

const toDelta = (base: DeploymentSet, steps: readonly Step[], last: string[]): Delta => {
  const remove = steps.filter(({ kind }) => kind === 'remove').map(({ id }) => id)
  const add = Object.fromEntries(steps.filter(({ kind }) => kind === 'add').map(({ id, module }) => [id, module]))
  const modules = new Map(Object.entries(base.modules))
  for (const id of remove) modules.delete(id)
  for (const [id, module] of Object.entries(add)) modules.set(id, module)

  const update = new Map<string, UpdateAction[]>()
  const shared: UpdateAction[] = []
  let resources: JsonObject = base.shared
  for (const step of steps) {
    const ids = [...modules.keys()]
    const id = step.kind === 'update' ? ids[step.pick % ids.length] : undefined
    const document = step.kind === 'shared' ? resources : id === undefined ? undefined : modules.get(id)
    if (!document) continue
    const action = toAction(document, step, last)
    if (!action) continue
    const patched = patch('', document, [action])
    if (!patched.ok) continue
    if (id === undefined) {
      shared.push(action)
      resources = patched.value
    } else {
      update.set(id, [...(update.get(id) ?? []), action])
      modules.set(id, patched.value)
    }
  }
  return { modules: { add, remove, update: Object.fromEntries(update) }, shared }
}

/** A set and deltas of which each applies to what the ones before have made of it; `after` is what they all make. */
export const history = fc
  .tuple(deploymentSet, fc.array(fc.array(step, { maxLength: 12 }), { minLength: 1, maxLength: 5 }))
  .map(([base, plans]) => {
    const last: string[] = []
    const deltas: Delta[] = []
    let after = base
    for (const steps of plans) {
      const delta = toDelta(after, steps, last)
      const applied = applyDelta(after, delta)
      if (!applied.ok) throw new Error(`a delta that applies by construction: ${JSON.stringify(applied.problem)}`)
      deltas.push(delta)
      after = applied.value
    }
    return { base, deltas, after }
  })

/** Deltas of any shape: null modules, scoped removes, actions that may be impossible. */
export const anyDelta: fc.Arbitrary<Delta> = (() => {
  const path = fc.array(key, { maxLength: 3 }).map(printPointer)
  const action = fc.oneof(
    fc.record({ op: fc.constantFrom('add' as const, 'replace' as const), path, value: json }),
    fc.record({ op: fc.constant('remove' as const), path }),
    fc.record({ op: fc.constant('remove' as const), path, value: fc.constant({ scope: 'delta' }) }),
  )
  const actions = fc.array(action, { maxLength: 5 })
  return fc.record({
    modules: fc.record({
      add: dictionary(moduleId, fc.option(object), 3),
      remove: fc.array(moduleId, { maxLength: 3 }),
      update: dictionary(moduleId, actions, 3),
    }),
    shared: actions,
  })
})()

/** Content as text, made without the code under test. */
export const written = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(written).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${written(item)}`)
  return `{${entries.sort().join()}}`
}

/** From here on, whoever changes the value throws. */
export const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

/** An object in an object in an object, as deep as told. */
export const nested = (depth: number, innermost: Json): JsonObject => {
  let value: JsonObject = { a: innermost }
  for (let level = 1; level < depth; level += 1) value = { a: value }
  return value
}
