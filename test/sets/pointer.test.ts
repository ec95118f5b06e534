import { expect, test } from 'vitest'
import { isArrayToken, isIndex, parsePointer, printPointer, valueAt } from '../../src/sets/pointer.ts'

test.each([
  { path: '', tokens: [] },
  { path: '/', tokens: [''] },
  { path: '//', tokens: ['', ''] },
  { path: '/spec/containers', tokens: ['spec', 'containers'] },
  { path: '/a~1b', tokens: ['a/b'] },
  { path: '/a~0b', tokens: ['a~b'] },
  { path: '/~01', tokens: ['~1'] },
  { path: '/~10', tokens: ['/0'] },
  { path: '/a b/"\u2028', tokens: ['a b', '"\u2028'] },
  { path: '/__proto__/-', tokens: ['__proto__', '-'] },
])('the path $path leads through $tokens', ({ path, tokens }) => {
  expect(parsePointer(path)).toEqual({ tokens })
  expect(printPointer(tokens)).toBe(path)
})

test.each([
  { path: 'spec', reason: 'a path starts with "/"' },
  { path: '#/spec', reason: 'a path starts with "/"' },
  { path: '/a~', reason: 'in a path, "~" is written "~0" and a "/" within a key "~1"' },
  { path: '/a~2', reason: 'in a path, "~" is written "~0" and a "/" within a key "~1"' },
  { path: '/~/b', reason: 'in a path, "~" is written "~0" and a "/" within a key "~1"' },
])('$path is not a path', ({ path, reason }) => {
  expect(parsePointer(path)).toEqual({ reason })
})

test.each([
  { token: '0', index: true, position: true },
  { token: '10', index: true, position: true },
  { token: '-', index: false, position: true },
  { token: '01', index: false, position: false },
  { token: '-1', index: false, position: false },
  { token: '+1', index: false, position: false },
  { token: '1.0', index: false, position: false },
  { token: '1e1', index: false, position: false },
  { token: '', index: false, position: false },
  { token: '٣', index: false, position: false },
  { token: '1\n', index: false, position: false },
])('an array takes "$token" for an index: $index, for a position: $position', ({ token, index, position }) => {
  expect(isIndex(token)).toBe(index)
  expect(isArrayToken(token)).toBe(position)
})

test.each([
  { tokens: [], value: { list: [1, { x: null }] } },
  { tokens: ['list', '0'], value: 1 },
  { tokens: ['list', '1', 'x'], value: null },
  { tokens: ['list', '2'], value: undefined },
  { tokens: ['list', '-'], value: undefined },
  { tokens: ['list', 'length'], value: undefined },
  { tokens: ['list', '1', 'x', 'y'], value: undefined },
  { tokens: ['__proto__'], value: undefined },
  { tokens: ['constructor', 'name'], value: undefined },
])('at $tokens there is $value', ({ tokens, value }) => {
  expect(valueAt({ list: [1, { x: null }] }, tokens)).toEqual(value)
})
