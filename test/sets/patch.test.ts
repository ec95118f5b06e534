import { describe, expect, test } from 'vitest'
import { patch } from '../../src/sets/patch.ts'
import type { JsonObject, UpdateAction } from '../../src/sets/types.ts'
import { frozen, nested, written } from './arbitraries.ts'

const document = frozen<JsonObject>({
  spec: { image: 'a', 'x/y': 1, 'm~n': 2, '0': 'zero' },
  list: ['a', 'b'],
  none: null,
})

interface Row {
  readonly what: string
  readonly action: UpdateAction
  readonly expected: JsonObject
}

const done: Row[] = [
  {
    what: 'add puts a new key into an object',
    action: { op: 'add', path: '/spec/tag', value: '1' },
    expected: { ...document, spec: { ...(document['spec'] as JsonObject), tag: '1' } },
  },
  {
    what: 'add overwrites a key that is there',
    action: { op: 'add', path: '/list', value: {} },
    expected: { ...document, list: {} },
  },
  {
    what: 'add may set null',
    action: { op: 'add', path: '/list', value: null },
    expected: { ...document, list: null },
  },
  {
    what: 'add at an index inserts before it',
    action: { op: 'add', path: '/list/0', value: 'x' },
    expected: { ...document, list: ['x', 'a', 'b'] },
  },
  {
    what: 'add at - appends',
    action: { op: 'add', path: '/list/-', value: 'x' },
    expected: { ...document, list: ['a', 'b', 'x'] },
  },
  {
    what: 'add at the length of the array appends',
    action: { op: 'add', path: '/list/2', value: 'x' },
    expected: { ...document, list: ['a', 'b', 'x'] },
  },
  {
    what: 'remove takes a key away',
    action: { op: 'remove', path: '/list' },
    expected: { spec: document['spec'] as JsonObject, none: null },
  },
  { what: 'remove of a key that is not there is fine', action: { op: 'remove', path: '/nothing' }, expected: document },
  {
    what: 'remove at an index closes the gap',
    action: { op: 'remove', path: '/list/0' },
    expected: { ...document, list: ['b'] },
  },
  {
    what: 'replace changes a key that is there, null included',
    action: { op: 'replace', path: '/none', value: [1] },
    expected: { ...document, none: [1] },
  },
  {
    what: 'replace at an index changes one item',
    action: { op: 'replace', path: '/list/1', value: 'x' },
    expected: { ...document, list: ['a', 'x'] },
  },
  {
    what: '~1 stands for / and ~0 for ~',
    action: { op: 'replace', path: '/spec/x~1y', value: { '': 0 } },
    expected: { ...document, spec: { image: 'a', 'x/y': { '': 0 }, 'm~n': 2, '0': 'zero' } },
  },
  {
    what: 'a number is a key like any other in an object',
    action: { op: 'replace', path: '/spec/0', value: 0 },
    expected: { ...document, spec: { image: 'a', 'x/y': 1, 'm~n': 2, '0': 0 } },
  },
  {
    what: '- is a key like any other in an object',
    action: { op: 'add', path: '/-', value: 0 },
    expected: { ...document, '-': 0 },
  },
]

test.each(done)('$what', ({ action, expected }) => {
  const patched = patch('web', document, [action])
  expect(patched.ok && written(patched.value)).toBe(written(expected))
})

const noIndex = (token: string) => `"${token}" is not an index of the array`

test.each([
  { op: 'add', path: '', value: {}, reason: 'the path is empty; name a property, or add or remove the whole module' },
  { op: 'remove', path: '', reason: 'the path is empty; name a property, or add or remove the whole module' },
  {
    op: 'replace',
    path: '',
    value: {},
    reason: 'the path is empty; name a property, or add or remove the whole module',
  },
  { op: 'add', path: 'spec', value: 1, reason: 'a path starts with "/"' },
  { op: 'add', path: '/a/b', value: 1, reason: 'there is nothing at /a' },
  { op: 'remove', path: '/a/b', reason: 'there is nothing at /a' },
  { op: 'replace', path: '/spec/x~1y/z', value: 1, reason: '/spec/x~1y is a number, not an object' },
  { op: 'add', path: '/spec/image/tag', value: 1, reason: '/spec/image is a string, not an object' },
  { op: 'add', path: '/none/x', value: 1, reason: '/none is null, not an object' },
  { op: 'replace', path: '/spec/tag', value: 1, reason: 'there is nothing to replace; use add' },
  { op: 'replace', path: '/constructor', value: 1, reason: 'there is nothing to replace; use add' },
  { op: 'add', path: '/constructor/prototype', value: 1, reason: 'there is nothing at /constructor' },
  { op: 'add', path: '/__proto__/polluted', value: 1, reason: 'there is nothing at /__proto__' },
  { op: 'add', path: '/list/length', value: 0, reason: noIndex('length') },
  { op: 'add', path: '/list/01', value: 0, reason: noIndex('01') },
  { op: 'add', path: '/list/-1', value: 0, reason: noIndex('-1') },
  { op: 'remove', path: '/list/-', reason: noIndex('-') },
  { op: 'replace', path: '/list/-', value: 0, reason: noIndex('-') },
  { op: 'add', path: '/list/3', value: 0, reason: 'the array has only 2 items' },
  { op: 'add', path: '/list/99999999999999999999999', value: 0, reason: 'the array has only 2 items' },
  { op: 'remove', path: '/list/2', reason: 'the array has only 2 items' },
  { op: 'replace', path: '/list/2', value: 0, reason: 'the array has only 2 items' },
  { op: 'add', path: '/list/2/x', value: 0, reason: 'there is nothing at /list/2' },
  { op: 'add', path: '/spec/tag', reason: 'add needs a value; write null to set null' },
  { op: 'replace', path: '/spec/image', reason: 'replace needs a value; write null to set null' },
  { op: 'move', path: '/spec/image', reason: 'only add, remove and replace are supported' },
  { op: 'copy', path: '/spec/image', reason: 'only add, remove and replace are supported' },
  { op: 'test', path: '/spec/image', value: 'a', reason: 'only add, remove and replace are supported' },
  { op: 'Add', path: '/spec/image', value: 'a', reason: 'only add, remove and replace are supported' },
])('$op $path is impossible: $reason', ({ reason, ...action }) => {
  const { op, path } = action
  expect(patch('web', document, [action as UpdateAction])).toEqual({
    ok: false,
    problem: { module: 'web', path, op, reason },
  })
})

test('actions see what the ones before have done', () => {
  const patched = patch('web', document, [
    { op: 'add', path: '/list/-', value: {} },
    { op: 'add', path: '/list/2/x', value: [] },
    { op: 'add', path: '/list/2/x/-', value: 1 },
    { op: 'remove', path: '/list/0' },
    { op: 'replace', path: '/list/1/x/0', value: 2 },
  ])
  expect(patched).toEqual({ ok: true, value: { ...document, list: ['b', { x: [2] }] } })
})

test('a value that two actions bring in is not changed in one place by a change in the other', () => {
  const value = { x: 1 }
  const patched = patch('web', {}, [
    { op: 'add', path: '/a', value },
    { op: 'add', path: '/b', value },
    { op: 'replace', path: '/a/x', value: 2 },
  ])
  expect(patched).toEqual({ ok: true, value: { a: { x: 2 }, b: { x: 1 } } })
  expect(value).toEqual({ x: 1 })
})

test('the first impossible action is the one that is named', () => {
  const patched = patch('web', document, [
    { op: 'remove', path: '/list' },
    { op: 'add', path: '/list/-', value: 1 },
    { op: 'replace', path: '/nothing', value: 1 },
  ])
  expect(patched).toMatchObject({ ok: false, problem: { path: '/list/-', reason: 'there is nothing at /list' } })
})

describe('__proto__ is a key like any other', () => {
  const own = (text: string) => JSON.parse(text) as JsonObject

  test.each([
    { path: '/__proto__', before: '{}', after: '{"__proto__":{"polluted":1}}', value: { polluted: 1 } },
    { path: '/__proto__/polluted', before: '{"__proto__":{}}', after: '{"__proto__":{"polluted":1}}', value: 1 },
    { path: '/a/__proto__', before: '{"a":{"__proto__":1}}', after: '{"a":{"__proto__":2}}', value: 2 },
  ])('add $path to $before makes $after', ({ path, before, after, value }) => {
    const patched = patch('web', own(before), [{ op: 'add', path, value }])
    expect(patched.ok && JSON.stringify(patched.value)).toBe(after)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('and can be removed again', () => {
    const patched = patch('web', own('{"__proto__":1,"b":2}'), [{ op: 'remove', path: '/__proto__' }])
    expect(patched.ok && JSON.stringify(patched.value)).toBe('{"b":2}')
  })
})

test('a path may be ten thousand keys long', () => {
  const depth = 10_000
  const patched = patch('web', nested(depth, 1), [{ op: 'replace', path: '/a'.repeat(depth), value: 2 }])
  let innermost = patched.ok ? patched.value : {}
  for (let level = 1; level < depth; level += 1) innermost = innermost['a'] as JsonObject
  expect(innermost).toEqual({ a: 2 })
})
