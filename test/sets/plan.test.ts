import { expect, test } from 'vitest'
import { emptySet } from '../../src/sets/delta.ts'
import { planChanges } from '../../src/sets/plan.ts'
import type { DeploymentSet } from '../../src/sets/types.ts'

const before: DeploymentSet = {
  modules: {
    web: { profile: 'p', spec: { image: 'web:1', tags: ['a'], old: null } },
    cart: { profile: 'p' },
    same: { profile: 'p' },
  },
  shared: { dns: { type: 'dns' }, db: { type: 'postgres' } },
}

const after: DeploymentSet = {
  modules: {
    web: { profile: 'p', spec: { image: 'web:2', tags: ['a', 'b'], 'new/one': { x: 1 } } },
    same: { profile: 'p' },
    api: { profile: 'q' },
  },
  shared: { dns: { type: 'dns', class: 'x' } },
}

test('lists every module and property that will be different, with what it was and what it will be', () => {
  const web = { scope: 'module', module: 'web' }
  const shared = { scope: 'shared', module: 'shared' }
  expect(planChanges(before, after)).toEqual([
    { scope: 'module', module: 'api', path: '', kind: 'added', after: { profile: 'q' } },
    { scope: 'module', module: 'cart', path: '', kind: 'removed', before: { profile: 'p' } },
    { ...web, path: '/spec/image', kind: 'changed', before: 'web:1', after: 'web:2' },
    { ...web, path: '/spec/new~1one', kind: 'added', after: { x: 1 } },
    { ...web, path: '/spec/old', kind: 'removed', before: null },
    { ...web, path: '/spec/tags', kind: 'changed', before: ['a'], after: ['a', 'b'] },
    { ...shared, path: '/db', kind: 'removed', before: { type: 'postgres' } },
    { ...shared, path: '/dns/class', kind: 'added', after: 'x' },
  ])
})

test('the way back is the same list with the sides exchanged', () => {
  const opposite = { added: 'removed', removed: 'added', changed: 'changed' }
  const there = planChanges(before, after).map((change) => [
    change.module,
    change.path,
    opposite[change.kind],
    change.after,
    change.before,
  ])
  const back = planChanges(after, before).map(({ module, path, kind, before, after }) => [
    module,
    path,
    kind,
    before,
    after,
  ])
  expect(back).toEqual(there)
})

test('there is nothing to tell about equal sets', () => {
  expect(planChanges(before, structuredClone(before))).toEqual([])
  expect(planChanges(emptySet, emptySet)).toEqual([])
})

test('a module called shared is not taken for the shared resources, nor one called constructor for a method', () => {
  const modules = { shared: { x: 1 }, constructor: { x: 1 } }
  expect(planChanges(emptySet, { modules, shared: {} })).toEqual([
    { scope: 'module', module: 'constructor', path: '', kind: 'added', after: { x: 1 } },
    { scope: 'module', module: 'shared', path: '', kind: 'added', after: { x: 1 } },
  ])
})
