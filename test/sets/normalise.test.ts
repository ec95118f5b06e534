import { expect, test } from 'vitest'
import { emptyDelta, emptySet } from '../../src/sets/delta.ts'
import { normaliseDelta, normaliseSet } from '../../src/sets/normalise.ts'
import { describeProblem } from '../../src/sets/problem.ts'

test.each([
  {},
  { modules: null, shared: null },
  { modules: {} },
  { modules: { add: null, remove: null, update: null } },
  { modules: { updates: null }, id: 7, metadata: { name: 'x' } },
])('%j is the empty delta', (input) => {
  expect(normaliseDelta(input)).toEqual({ ok: true, value: emptyDelta })
})

test('a full delta keeps its content, and only that', () => {
  const action = { op: 'replace', path: '/spec/x', value: null }
  const scoped = { op: 'remove', path: '/dns', value: { scope: 'delta' } }
  const modules = { add: { a: { profile: 'p' }, b: null }, remove: ['c', 'c'], update: { d: [action], e: [] } }
  const input = {
    id: 'x',
    metadata: { env_id: 'development' },
    modules: { ...modules, update: { d: [{ ...action, from: '/y' }], e: null } },
    shared: [scoped],
  }
  expect(normaliseDelta(input)).toEqual({ ok: true, value: { modules, shared: [scoped] } })
})

test('updates is another name for update', () => {
  const updates = { a: [{ op: 'remove', path: '/x' }] }
  const value = { modules: { add: {}, remove: [], update: updates }, shared: [] }
  expect(normaliseDelta({ modules: { updates } })).toEqual({ ok: true, value })
  expect(normaliseDelta({ modules: { update: null, updates } })).toEqual({ ok: true, value })
})

test('ids may be the names that objects have by themselves', () => {
  const text = '{"modules":{"add":{"__proto__":{"x":1}},"remove":[],"update":{"__proto__":[]}},"shared":[]}'
  const read = normaliseDelta(JSON.parse(text))
  expect(read.ok && JSON.stringify(read.value)).toBe(text)
})

const supported = 'only add, remove and replace are supported'

test.each([
  { input: null, told: 'must be an object' },
  { input: [], told: 'must be an object' },
  { input: 'delta', told: 'must be an object' },
  { input: { modules: [] }, told: '/modules: must be an object' },
  { input: { modules: { add: ['a'] } }, told: '/modules/add: must be an object' },
  { input: { modules: { add: { 'a/b': 1 } } }, told: '/modules/add/a~1b: a module must be an object' },
  { input: { modules: { remove: 'a' } }, told: '/modules/remove: must be a list' },
  { input: { modules: { remove: ['a', 1] } }, told: '/modules/remove/1: must be the id of a module' },
  { input: { modules: { update: [] } }, told: '/modules/update: must be an object' },
  { input: { modules: { updates: { a: {} } } }, told: '/modules/updates/a: must be a list' },
  {
    input: { modules: { update: {}, updates: {} } },
    told: '/modules/updates: stands for update; give only one of the two',
  },
  { input: { modules: { update: { a: [null] } } }, told: '/modules/update/a/0: must be an object' },
  {
    input: { modules: { update: { a: [{ op: 'add' }] } } },
    told: '/modules/update/a/0: an action needs an op and a path',
  },
  { input: { shared: {} }, told: '/shared: must be a list' },
  { input: { shared: [{ path: '/x' }] }, told: '/shared/0: an action needs an op and a path' },
  { input: { shared: [{ op: 'move', path: '/x', from: '/y' }] }, told: `shared: cannot move /x: ${supported}` },
  {
    input: { modules: { update: { a: [{ op: 'test', path: '/x', value: 1 }] } } },
    told: `a: cannot test /x: ${supported}`,
  },
  {
    input: { modules: { update: { a: [{ op: 'add', path: '/x' }] } } },
    told: 'a: cannot add /x: add needs a value; write null to set null',
  },
  {
    input: { modules: { update: { a: [{ op: 'add', path: 'x', value: 1 }] } } },
    told: 'a: cannot add x: a path starts with "/"',
  },
  {
    input: { modules: { update: { a: [{ op: 'remove', path: '' }] } } },
    told: 'a: cannot remove "": the path is empty; name a property, or add or remove the whole module',
  },
])('$input is refused: $told', ({ input, told }) => {
  const read = normaliseDelta(input)
  expect(read.ok ? undefined : describeProblem(read.problem)).toBe(told)
})

test('a set is read without its id and version', () => {
  const content = { modules: { web: { profile: 'p' } }, shared: { dns: { type: 'dns' } } }
  expect(normaliseSet({ id: 'x', version: 0, ...content })).toEqual({ ok: true, value: content })
  expect(normaliseSet({ id: '0', modules: null })).toEqual({ ok: true, value: emptySet })
})

test.each([
  { input: undefined, told: 'must be an object' },
  { input: { modules: { web: null } }, told: '/modules/web: a module must be an object' },
  { input: { modules: {}, shared: [] }, told: '/shared: must be an object' },
])('$input is not a set: $told', ({ input, told }) => {
  const read = normaliseSet(input)
  expect(read.ok ? undefined : describeProblem(read.problem)).toBe(told)
})
