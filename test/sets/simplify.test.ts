import { describe, expect, test } from 'vitest'
import { simplifyActions } from '../../src/sets/simplify.ts'
import type { Json, UpdateAction } from '../../src/sets/types.ts'

const add = (path: string, value: Json): UpdateAction => ({ op: 'add', path, value })
const replace = (path: string, value: Json): UpdateAction => ({ op: 'replace', path, value })
const remove = (path: string): UpdateAction => ({ op: 'remove', path })
const scoped = (path: string): UpdateAction => ({ op: 'remove', path, value: { scope: 'delta' } })

type Row = [actions: UpdateAction[], expected: UpdateAction[]]

const simplified = (actions: UpdateAction[]) => {
  const result = simplifyActions('web', actions)
  return result.ok ? result.value : result.problem
}

describe('two actions at the same path become one:', () => {
  test.each<Row>([
    [[add('/x', 1), add('/x', 2)], [add('/x', 2)]],
    [[add('/x', 1), replace('/x', 2)], [add('/x', 2)]],
    [[add('/x', 1), remove('/x')], [remove('/x')]],
    [[replace('/x', 1), replace('/x', 2)], [replace('/x', 2)]],
    [[replace('/x', 1), remove('/x')], [remove('/x')]],
    [[replace('/x', 1), add('/x', 2)], [add('/x', 2)]],
    [[remove('/x'), add('/x', 2)], [add('/x', 2)]],
    [[remove('/x'), remove('/x')], [remove('/x')]],
    [[remove('/x'), add('/x', 1), replace('/x', 2)], [add('/x', 2)]],
  ])('%j → %j', (actions, expected) => {
    expect(simplified(actions)).toEqual(expected)
  })
})

describe('an action makes those below its path before it needless:', () => {
  test.each<Row>([
    [[add('/x/y', 1), add('/x', 2)], [add('/x', 2)]],
    [[replace('/x/y/z', 1), remove('/x/y/w'), replace('/x', 2)], [replace('/x', 2)]],
    [
      [add('/x/y', 1), add('/xy', 1), remove('/x')],
      [add('/xy', 1), remove('/x')],
    ],
    [[add('/x/0', 1), add('/x/-', 2), add('/x/y/1/z', 3), remove('/x')], [remove('/x')]],
  ])('%j → %j', (actions, expected) => {
    expect(simplified(actions)).toEqual(expected)
  })
})

describe('an action below a value that the list sets changes that value:', () => {
  test.each<Row>([
    [[add('/x', {}), add('/x/y', 1)], [add('/x', { y: 1 })]],
    [[replace('/x', { y: { z: 1 } }), remove('/x/y/z'), remove('/x/w')], [replace('/x', { y: {} })]],
    [[add('/x', {}), add('/x/y', {}), replace('/x/y', 1), add('/x/z', 2)], [add('/x', { y: 1, z: 2 })]],
    [[add('/x', { y: 1 }), replace('/x/y', 2), replace('/x', 3)], [add('/x', 3)]],
    [[add('/x', [1]), add('/x/-', 2), add('/x/0', 0), remove('/x/1')], [add('/x', [0, 2])]],
    [[add('/__proto__', {}), add('/__proto__/__proto__', 1)], [add('/__proto__', JSON.parse('{"__proto__":1}'))]],
  ])('%j → %j', (actions, expected) => {
    expect(simplified(actions)).toEqual(expected)
  })
})

describe('actions through positions in an array of the set keep their order:', () => {
  test.each<[UpdateAction[]]>([
    [[add('/list/0', 1), add('/list/0', 1)]],
    [[add('/list/0', {}), remove('/list/0')]],
    [[remove('/list/0'), remove('/list/0')]],
    [[add('/list/-', 1), add('/list/-', 2)]],
    [[remove('/list/0'), replace('/list/0', 1)]],
    [[replace('/list/1/x', 1), add('/list/0', {}), replace('/list/1/x', 2)]],
    [[add('/list/0/x', 1), replace('/list/0', 2)]],
    [[add('/0/x', 1), add('/0', 2)]],
    [[remove('/list/2'), add('/list/2/x', 1)]],
  ])('%j', (actions) => {
    expect(simplified(actions)).toEqual(actions)
  })
})

test('others around them are still put together', () => {
  const list = [
    add('/list/0', 1),
    add('/x', 1),
    add('/list/0', 2),
    remove('/x'),
    add('/list/01', 1),
    add('/list/01', 2),
  ]
  expect(simplified(list)).toEqual([add('/list/0', 1), remove('/x'), add('/list/0', 2), add('/list/01', 2)])
})

describe('a scoped remove', () => {
  test.each<Row>([
    [[scoped('/x')], []],
    [[add('/x', 1), scoped('/x')], []],
    [[replace('/x', 1), scoped('/x')], []],
    [[remove('/x'), scoped('/x')], []],
    [[add('/x/y', 1), add('/x/z/0', 1), add('/w', 1), scoped('/x')], [add('/w', 1)]],
    [[add('/x', { y: 1, z: 2 }), scoped('/x/y'), scoped('/x/w/v')], [add('/x', { z: 2 })]],
    [[remove('/x'), scoped('/x/y')], [remove('/x')]],
    [[add('/x', 1), scoped('/x'), add('/x', 2)], [add('/x', 2)]],
    [[remove('/x'), scoped('/x'), replace('/x', 2)], [replace('/x', 2)]],
  ])('cancels what is pending at its path and below: %j → %j', (actions, expected) => {
    expect(simplified(actions)).toEqual(expected)
  })

  test.each<Row>([
    [[replace('/ports/0', 1), replace('/ports/1', 2), scoped('/ports/0')], [replace('/ports/1', 2)]],
    [[replace('/ports/0/x', 1), add('/ports/0/y', 2), scoped('/ports/0')], []],
    [[add('/ports/8080', {}), add('/ports/8080/x', 2), scoped('/ports/8080')], []],
    [[add('/list/-', 1), scoped('/list/-')], []],
    [[add('/list/0/tags/-', 1), replace('/list/0/x', 1), scoped('/list/0/x')], [add('/list/0/tags/-', 1)]],
    [[remove('/list/0'), scoped('/list/1')], [remove('/list/0')]],
  ])('does so through positions if it is certain which actions are meant: %j → %j', (actions, expected) => {
    expect(simplified(actions)).toEqual(expected)
  })

  test.each<[UpdateAction[]]>([
    [[add('/list/0', 1), add('/list/0', 2), scoped('/list/0')]],
    [[replace('/list/0/x', 1), add('/list/0', {}), scoped('/list/0')]],
    [[add('/list/0', 1), remove('/list/1'), scoped('/list/0')]],
    [[add('/list/-', 1), add('/list/-', 2), scoped('/list/-')]],
  ])('is refused otherwise: %j', (actions) => {
    const { path, op } = scoped(actions.at(-1)?.path ?? '')
    const reason = 'other pending actions may have moved what this path stands for; replace the whole list'
    expect(simplified(actions)).toEqual({ module: 'web', path, op, reason })
  })

  test.each([null, 'delta', {}, { scope: 'set' }, { scope: null }, ['scope', 'delta']])(
    'with the value %j is a plain one',
    (value) => {
      expect(simplified([add('/x', 1), { op: 'remove', path: '/x', value }])).toEqual([remove('/x')])
    },
  )
})

test('only a remove is scoped by its value: others set it', () => {
  const list = [add('/x', { scope: 'delta' }), replace('/y', { scope: 'delta' })]
  expect(simplified(list)).toEqual(list)
})

test.each<[UpdateAction[], reason: string]>([
  [[remove('/x'), replace('/x', 1)], 'an earlier action removes it, so there is nothing to replace; use add'],
  [[remove('/x'), add('/x/y', 1)], 'an earlier action removes /x'],
  [[remove('/x'), remove('/x/0/y')], 'an earlier action removes /x'],
  [[add('/x', {}), replace('/x/y', 1)], 'there is nothing to replace; use add'],
  [[add('/x', { y: 1 }), add('/x/y/z', 1)], '/x/y is a number, not an object'],
  [[add('/x/z', { y: [1] }), remove('/x/z/y/1')], 'the array has only 1 items'],
  [[add('', {})], 'the path is empty; name a property, or add or remove the whole module'],
  [[scoped('')], 'the path is empty; name a property, or add or remove the whole module'],
  [[scoped('x')], 'a path starts with "/"'],
])('%j can be applied to nothing', (actions, reason) => {
  const { path, op } = actions.at(-1) as UpdateAction
  expect(simplified(actions)).toEqual({ module: 'web', path, op, reason })
})

test('paths of ten thousand keys are no trouble', () => {
  const path = '/a'.repeat(10_000)
  const list = [add(path, {}), add(`${path}/b`, 1)]
  expect(simplified(list)).toEqual([add(path, { b: 1 })])
  expect(simplified([...list, add('/c', 1), remove('/a')])).toEqual([add('/c', 1), remove('/a')])
})
