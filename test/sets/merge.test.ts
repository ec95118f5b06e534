import { describe, expect, test } from 'vitest'
import { emptyDelta, isEmptyDelta } from '../../src/sets/delta.ts'
import { mergeDeltas, simplifyDelta } from '../../src/sets/merge.ts'
import type { Delta, UpdateAction } from '../../src/sets/types.ts'

const delta = (modules: Partial<Delta['modules']>, shared: Delta['shared'] = []): Delta => ({
  modules: { add: {}, remove: [], update: {}, ...modules },
  shared,
})

const one = { profile: 'p', spec: { image: 'one', list: [1] } }
const two = { profile: 'p', externals: {} }
const set = (value: string): UpdateAction => ({ op: 'replace', path: '/spec/image', value })

describe('what a stored delta and an incoming one make together', () => {
  const rows: { what: string; stored: Delta; incoming: Delta; expected: Delta }[] = [
    {
      what: 'removing an added module leaves only the removal',
      stored: delta({ add: { a: one } }),
      incoming: delta({ remove: ['a'] }),
      expected: delta({ remove: ['a'] }),
    },
    {
      what: 'removing an updated module leaves only the removal',
      stored: delta({ update: { a: [set('x')] } }),
      incoming: delta({ remove: ['a'] }),
      expected: delta({ remove: ['a'] }),
    },
    {
      what: 'a null module takes back a removal',
      stored: delta({ remove: ['a'] }),
      incoming: delta({ add: { a: null } }),
      expected: delta({}),
    },
    {
      what: 'a null module takes back only the removal of its own id, and adds nothing',
      stored: delta({ remove: ['a', 'b'], add: { c: one }, update: { d: [set('x')] } }),
      incoming: delta({ add: { a: null, c: null, d: null, e: null } }),
      expected: delta({ remove: ['b'], add: { c: one }, update: { d: [set('x')] } }),
    },
    {
      // Kept in `remove`, as the reference implementation does: applying removes first, so the result is the same.
      what: 'adding a removed module adds it; its removal stays, to no effect',
      stored: delta({ remove: ['a'] }),
      incoming: delta({ add: { a: one } }),
      expected: delta({ remove: ['a'], add: { a: one } }),
    },
    {
      what: 'adding an updated module drops the updates',
      stored: delta({ update: { a: [set('x')] } }),
      incoming: delta({ add: { a: one } }),
      expected: delta({ add: { a: one } }),
    },
    {
      what: 'updating an added module changes the module that is added',
      stored: delta({ add: { a: one } }),
      incoming: delta({ update: { a: [set('x'), { op: 'add', path: '/spec/list/0', value: 0 }] } }),
      expected: delta({ add: { a: { profile: 'p', spec: { image: 'x', list: [0, 1] } } } }),
    },
    {
      what: 'the second of two modules with one id wins entirely',
      stored: delta({ add: { a: one } }),
      incoming: delta({ add: { a: two } }),
      expected: delta({ add: { a: two } }),
    },
    {
      what: 'a module removed twice is listed once',
      stored: delta({ remove: ['x'] }),
      incoming: delta({ remove: ['x', 'y', 'y'] }),
      expected: delta({ remove: ['x', 'y'] }),
    },
    {
      what: 'a module that one delta removes and adds is added',
      stored: delta({ add: { a: one }, update: { b: [set('x')] } }),
      incoming: delta({ remove: ['a', 'b'], add: { a: two, b: two } }),
      expected: delta({ remove: ['a', 'b'], add: { a: two, b: two } }),
    },
    {
      what: 'updates follow each other, and are simplified',
      stored: delta({ update: { a: [set('x'), { op: 'add', path: '/spec/tag', value: 1 }] } }),
      incoming: delta({ update: { a: [set('y')], b: [set('z')] } }),
      expected: delta({ update: { a: [set('y'), { op: 'add', path: '/spec/tag', value: 1 }], b: [set('z')] } }),
    },
    {
      what: 'a module removed, added and updated in one delta is the updated one',
      stored: delta({}),
      incoming: delta({ remove: ['a'], add: { a: one }, update: { a: [set('x')] } }),
      expected: delta({ remove: ['a'], add: { a: { profile: 'p', spec: { image: 'x', list: [1] } } } }),
    },
    {
      what: 'shared resources follow each other, and are simplified',
      stored: delta({}, [{ op: 'add', path: '/dns', value: { type: 'dns' } }]),
      incoming: delta({}, [
        { op: 'add', path: '/dns/class', value: 'x' },
        { op: 'remove', path: '/db' },
      ]),
      expected: delta({}, [
        { op: 'add', path: '/dns', value: { type: 'dns', class: 'x' } },
        { op: 'remove', path: '/db' },
      ]),
    },
    {
      what: 'a scoped remove takes a pending update back, and the set keeps what it had',
      stored: delta({ update: { a: [{ op: 'add', path: '/spec/x', value: 1 }] } }),
      incoming: delta({ update: { a: [{ op: 'remove', path: '/spec/x', value: { scope: 'delta' } }] } }),
      expected: delta({}),
    },
    {
      what: 'a plain remove in its place is kept',
      stored: delta({ update: { a: [{ op: 'add', path: '/spec/x', value: 1 }] } }),
      incoming: delta({ update: { a: [{ op: 'remove', path: '/spec/x' }] } }),
      expected: delta({ update: { a: [{ op: 'remove', path: '/spec/x' }] } }),
    },
    {
      what: 'a scoped remove takes a property out of an added module, if it is there',
      stored: delta({ add: { a: one } }),
      incoming: delta({
        update: {
          a: [
            { op: 'remove', path: '/spec/image', value: { scope: 'delta' } },
            { op: 'remove', path: '/not/there', value: { scope: 'delta' } },
            { op: 'remove', path: '/spec/list/0', value: { scope: 'delta' } },
            { op: 'remove', path: '/spec/list/7', value: { scope: 'delta' } },
          ],
        },
      }),
      expected: delta({ add: { a: { profile: 'p', spec: { list: [] } } } }),
    },
  ]

  test.each(rows)('$what', ({ stored, incoming, expected }) => {
    expect(mergeDeltas(stored, [incoming])).toEqual({ ok: true, value: expected })
  })
})

test('the deltas of one request are merged in order', () => {
  const merged = mergeDeltas(delta({ remove: ['a'] }), [
    delta({ add: { a: one } }),
    delta({ update: { a: [set('x')] } }),
    delta({ add: { a: null, b: two } }),
    delta({ remove: ['b'] }),
  ])
  const a = { profile: 'p', spec: { image: 'x', list: [1] } }
  expect(merged).toEqual({ ok: true, value: delta({ remove: ['b'], add: { a } }) })
})

test('with nothing to merge, the stored delta stays exactly as it is', () => {
  const stored = delta({ add: { a: one }, update: { a: [set('x')] } })
  expect(mergeDeltas(stored, [])).toEqual({ ok: true, value: stored })
})

test('an older update of an added module comes before a newer one', () => {
  const merged = mergeDeltas(delta({ add: { a: one }, update: { a: [set('old')] } }), [
    delta({ update: { a: [set('new')] } }),
  ])
  expect(merged).toMatchObject({ ok: true, value: { modules: { add: { a: { spec: { image: 'new' } } }, update: {} } } })
})

test.each([
  {
    what: 'an update that an added module cannot take',
    stored: delta({ add: { a: two } }),
    incoming: delta({ update: { a: [set('x')] } }),
    problem: { module: 'a', path: '/spec/image', op: 'replace', reason: 'there is nothing at /spec' },
  },
  {
    what: 'a replacement of what the stored delta removes',
    stored: delta({ update: { a: [{ op: 'remove', path: '/spec/image' }] } }),
    incoming: delta({ update: { a: [set('x')] } }),
    problem: {
      module: 'a',
      path: '/spec/image',
      op: 'replace',
      reason: 'an earlier action removes it, so there is nothing to replace; use add',
    },
  },
  {
    what: 'a shared resource inside of one that is removed',
    stored: delta({}, [{ op: 'remove', path: '/dns' }]),
    incoming: delta({}, [{ op: 'add', path: '/dns/class', value: 'x' }]),
    problem: { module: 'shared', path: '/dns/class', op: 'add', reason: 'an earlier action removes /dns' },
  },
])('$what cannot be merged', ({ stored, incoming, problem }) => {
  expect(mergeDeltas(stored, [incoming])).toEqual({ ok: false, problem })
})

test('an update that became impossible no longer matters once its module is removed', () => {
  const merged = mergeDeltas(delta({ update: { a: [{ op: 'remove', path: '/spec' }] } }), [
    delta({ update: { a: [set('x')] } }),
    delta({ remove: ['a'] }),
  ])
  expect(merged).toEqual({ ok: true, value: delta({ remove: ['a'] }) })
})

test('a delta is stored without empty lists, null modules and scopes', () => {
  const scoped: UpdateAction = { op: 'remove', path: '/x', value: { scope: 'delta' } }
  const simple = simplifyDelta(delta({ add: { a: null }, update: { b: [], c: [scoped] } }, [scoped]))
  expect(simple).toEqual({ ok: true, value: emptyDelta })
})

test('modules may have the names that objects have by themselves', () => {
  const modules = JSON.parse('{"add":{"__proto__":{"spec":{}}},"remove":["toString"]}') as Partial<Delta['modules']>
  const update = JSON.parse(
    '{"__proto__":[{"op":"add","path":"/spec/__proto__","value":1}],"constructor":[{"op":"remove","path":"/x"}]}',
  ) as Delta['modules']['update']
  const merged = mergeDeltas(delta(modules), [delta({ update })])
  expect(JSON.stringify(merged)).toBe(
    '{"ok":true,"value":{"modules":{"add":{"__proto__":{"spec":{"__proto__":1}}},"remove":["toString"],' +
      '"update":{"constructor":[{"op":"remove","path":"/x"}]}},"shared":[]}}',
  )
})

test.each([
  { delta: emptyDelta, empty: true },
  { delta: delta({ update: { a: [] } }), empty: true },
  { delta: delta({ update: { a: [set('x')] } }), empty: false },
  { delta: delta({ add: { a: null } }), empty: false },
  { delta: delta({ remove: ['a'] }), empty: false },
  { delta: delta({}, [{ op: 'remove', path: '/dns' }]), empty: false },
])('$delta is empty: $empty', ({ delta, empty }) => {
  expect(isEmptyDelta(delta)).toBe(empty)
})
