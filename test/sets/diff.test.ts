import { describe, expect, test } from 'vitest'
import { applyDelta } from '../../src/sets/apply.ts'
import { emptyDelta, emptySet } from '../../src/sets/delta.ts'
import { diffSets } from '../../src/sets/diff.ts'
import type { DeploymentSet, Json, JsonObject, UpdateAction } from '../../src/sets/types.ts'
import { nested } from './arbitraries.ts'

const setOf = (modules: DeploymentSet['modules'], shared: DeploymentSet['shared'] = {}) => ({ modules, shared })

test('modules are added, removed and updated, in the order of their ids', () => {
  const base = setOf({ z: { x: 1 }, same: { x: { y: [1] } }, b: { x: 1 }, a: {} }, { dns: { type: 'dns' }, old: 1 })
  const target = setOf(
    { y: { x: 1 }, same: { x: { y: [1] } }, b: { x: 2 }, 'a-2': {}, c: {} },
    { dns: { type: 'dns', class: 'x' } },
  )
  expect(diffSets(target, base)).toEqual({
    modules: {
      add: { 'a-2': {}, c: {}, y: { x: 1 } },
      remove: ['a', 'z'],
      update: { b: [{ op: 'replace', path: '/x', value: 2 }] },
    },
    shared: [
      { op: 'add', path: '/dns/class', value: 'x' },
      { op: 'remove', path: '/old' },
    ],
  })
  expect(Object.keys(diffSets(target, base).modules.add)).toEqual(['a-2', 'c', 'y'])
})

describe('inside a module', () => {
  const rows: { what: string; before: JsonObject; after: JsonObject; expected: UpdateAction[] }[] = [
    {
      what: 'only the property that differs is named, however deep',
      before: { spec: { containers: { main: { image: 'a', env: { X: '1' } } } } },
      after: { spec: { containers: { main: { image: 'b', env: { X: '1' } } } } },
      expected: [{ op: 'replace', path: '/spec/containers/main/image', value: 'b' }],
    },
    {
      what: 'keys are sorted at each level',
      before: { b: 1, 'a-b': 1, a: { z: 1, c: 1 } },
      after: { c: 2, b: 2, 'a-b': 2, a: { d: 2, c: 2 } },
      expected: [
        { op: 'replace', path: '/a/c', value: 2 },
        { op: 'add', path: '/a/d', value: 2 },
        { op: 'remove', path: '/a/z' },
        { op: 'replace', path: '/a-b', value: 2 },
        { op: 'replace', path: '/b', value: 2 },
        { op: 'add', path: '/c', value: 2 },
      ],
    },
    {
      what: 'an array is replaced as a whole',
      before: { list: [1, { x: 1 }], same: [1, { x: 1 }] },
      after: { list: [1, { x: 2 }], same: [1, { x: 1 }] },
      expected: [{ op: 'replace', path: '/list', value: [1, { x: 2 }] }],
    },
    {
      what: 'an array, an object and null are different things',
      before: { a: {}, b: [], c: {}, d: null },
      after: { a: [], b: {}, c: null, d: {} },
      expected: [
        { op: 'replace', path: '/a', value: [] },
        { op: 'replace', path: '/b', value: {} },
        { op: 'replace', path: '/c', value: null },
        { op: 'replace', path: '/d', value: {} },
      ],
    },
    {
      what: 'keys are escaped',
      before: { 'a/b': 1, 'm~n': { '': 1 } },
      after: { 'a/b': 2, 'm~n': { '': 2 } },
      expected: [
        { op: 'replace', path: '/a~1b', value: 2 },
        { op: 'replace', path: '/m~0n/', value: 2 },
      ],
    },
    {
      what: 'names that objects have by themselves are absent until they are there',
      before: { constructor: 1 },
      after: { toString: 1 },
      expected: [
        { op: 'remove', path: '/constructor' },
        { op: 'add', path: '/toString', value: 1 },
      ],
    },
    { what: 'the sign of zero is no difference', before: { x: 0 }, after: { x: -0 }, expected: [] },
  ]

  test.each(rows)('$what', ({ before, after, expected }) => {
    const { update } = diffSets(setOf({ web: after }), setOf({ web: before })).modules
    expect(update['web'] ?? []).toEqual(expected)
  })
})

test('a set does not differ from itself, nor from a copy', () => {
  const set = setOf({ web: { spec: { list: [1, { x: null }] } } }, { dns: { type: 'dns' } })
  expect(diffSets(set, set)).toEqual(emptyDelta)
  expect(diffSets(structuredClone(set), set)).toEqual(emptyDelta)
  expect(diffSets(emptySet, emptySet)).toEqual(emptyDelta)
})

test('from the empty set to another is its modules and shared resources', () => {
  const set = setOf({ web: { x: 1 } }, { dns: { type: 'dns' } })
  expect(diffSets(set, emptySet)).toEqual({
    modules: { add: set.modules, remove: [], update: {} },
    shared: [{ op: 'add', path: '/dns', value: { type: 'dns' } }],
  })
})

test('objects and arrays may lie ten thousand deep', () => {
  const depth = 10_000
  const list = (innermost: Json) => {
    let value = innermost
    for (let level = 0; level < depth; level += 1) value = [value]
    return value
  }
  const target = setOf({ web: nested(depth, 2), api: { list: list(1) } })
  const base = setOf({ web: nested(depth, 1), api: { list: list(1) } })
  const difference = diffSets(target, base)
  expect(difference.modules.update).toEqual({ web: [{ op: 'replace', path: '/a'.repeat(depth), value: 2 }] })
  const applied = applyDelta(base, difference)
  expect(applied.ok && diffSets(target, applied.value)).toEqual(emptyDelta)
})
