import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { emptySet } from '../../src/sets/delta.ts'
import { hashSet, isEmptySetId } from '../../src/sets/hash.ts'
import type { DeploymentSet, Json } from '../../src/sets/types.ts'
import { nested } from './arbitraries.ts'

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('base64url')

test('the set of the published example has the published id', () => {
  const set: DeploymentSet = {
    modules: {
      'first-module': { StringParam: 'Some string!', IntParam: 123, FloatParam: 125.5, BoolParam: true },
      'another-one': { version: 'TEST_VERSION', param: 'TEST_param' },
    },
    shared: {},
  }
  expect(hashSet(set)).toBe('uf6OiM_uMN_xhOO9iYVCGULbLlQjPqc2y6wHyfy6eBQ')
})

test('the empty set is 43 zeros', () => {
  expect(hashSet(emptySet)).toBe('0000000000000000000000000000000000000000000')
  expect(isEmptySetId(hashSet(emptySet))).toBe(true)
})

test.each([
  { id: '0', empty: true },
  { id: '0'.repeat(40), empty: true },
  { id: '0'.repeat(64), empty: true },
  { id: '', empty: false },
  { id: '01', empty: false },
  { id: '0\n', empty: false },
  { id: 'uf6OiM_uMN_xhOO9iYVCGULbLlQjPqc2y6wHyfy6eBQ', empty: false },
])('"$id" names the empty set: $empty', ({ id, empty }) => {
  expect(isEmptySetId(id)).toBe(empty)
})

describe('the id is the digest of the content in one spelling:', () => {
  const pairs: { what: string; set: DeploymentSet; text: string }[] = [
    { what: 'an empty module', set: { modules: { a: {} }, shared: {} }, text: '["modules",[["a",[]]]]' },
    {
      what: 'shared resources, after the modules',
      set: { modules: { a: { x: 1 } }, shared: { dns: { type: 'dns', class: 'x' } } },
      text: '["modules",[["a",[["x",1]]]],["shared",[["dns",{"class":"x","type":"dns"}]]]]',
    },
    {
      what: 'shared resources alone',
      set: { modules: {}, shared: { dns: null } },
      text: '["modules",[],["shared",[["dns",null]]]]',
    },
    {
      what: 'keys in the order of code points',
      set: { modules: { a: { '\u{1f600}': 1, '\uffee': 2, é: 3, z: 4, 10: 5, 9: 6 } }, shared: {} },
      text: '["modules",[["a",[["10",5],["9",6],["z",4],["é",3],["\uffee",2],["\u{1f600}",1]]]]]',
    },
  ]
  test.each(pairs)('$what', ({ set, text }) => {
    expect(hashSet(set)).toBe(digest(text))
  })

  const values: { value: Json; text: string }[] = [
    { value: {}, text: '{}' },
    { value: [[], [1, [2]], {}], text: '[[],[1,[2]],{}]' },
    { value: { b: [1, 2], a: { d: null, c: false } }, text: '{"a":{"c":false,"d":null},"b":[1,2]}' },
    { value: '<a href="x">&</a>', text: String.raw`"\u003ca href=\"x\"\u003e\u0026\u003c/a\u003e"` },
    { value: '\u2028\u2029', text: String.raw`"\u2028\u2029"` },
    { value: { '<': 1 }, text: String.raw`{"\u003c":1}` },
    { value: '\\ \n \u0001 \u007f é', text: '"\\\\ \\n \\u0001 \u007f é"' },
    { value: JSON.parse('{"b":1,"__proto__":2}') as Json, text: '{"__proto__":2,"b":1}' },
    { value: 125.5, text: '125.5' },
    { value: 100, text: '100' },
    { value: -0, text: '0' },
    { value: 1e20, text: '100000000000000000000' },
    { value: 1e21, text: '1e+21' },
    { value: 0.000001, text: '0.000001' },
    { value: 1e-7, text: '1e-7' },
    { value: 1.5e300, text: '1.5e+300' },
  ]
  test.each(values)('$text', ({ value, text }) => {
    expect(hashSet({ modules: { a: { x: value } }, shared: {} })).toBe(digest(`["modules",[["a",[["x",${text}]]]]]`))
  })
})

test('nothing that looks alike has the same id', () => {
  const sets: DeploymentSet[] = [
    emptySet,
    { modules: { a: {} }, shared: {} },
    { modules: {}, shared: { a: {} } },
    { modules: { a: { a: {} } }, shared: {} },
    { modules: { a: {} }, shared: { a: {} } },
    { modules: { a: { b: [] } }, shared: {} },
    { modules: { a: { b: {} } }, shared: {} },
    { modules: { a: { b: null } }, shared: {} },
    { modules: { a: { b: '' } }, shared: {} },
    { modules: { a: { b: '1' } }, shared: {} },
    { modules: { a: { b: 1 } }, shared: {} },
    { modules: { a: { b: '<' } }, shared: {} },
    { modules: { a: { b: String.raw`\u003c` } }, shared: {} },
    { modules: { a: { b: '\ud800' } }, shared: {} },
    { modules: { a: { b: '\ufffd' } }, shared: {} },
  ]
  expect(new Set(sets.map(hashSet)).size).toBe(sets.length)
})

test('content may lie ten thousand deep', () => {
  const id = (innermost: Json) => hashSet({ modules: { a: nested(10_000, [innermost]) }, shared: {} })
  expect(id(1)).toBe(id(1))
  expect(id(1)).not.toBe(id(2))
})
