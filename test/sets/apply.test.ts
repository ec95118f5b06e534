import { describe, expect, test } from 'vitest'
import { applyDelta } from '../../src/sets/apply.ts'
import { emptyDelta, emptySet } from '../../src/sets/delta.ts'
import type { Delta, DeploymentSet } from '../../src/sets/types.ts'
import { frozen } from './arbitraries.ts'

const base = frozen<DeploymentSet>({
  modules: { web: { profile: 'p', spec: { image: 'web:1' } }, api: { profile: 'p', spec: { image: 'api:1' } } },
  shared: { dns: { type: 'dns' } },
})
const { web, api } = base.modules

const delta = ({ add = {}, remove = [], update = {} }: Partial<Delta['modules']>, shared: Delta['shared'] = []) => ({
  modules: { add, remove, update },
  shared,
})

const image = (value: string) => [{ op: 'replace', path: '/spec/image', value }] as const

const rows: { what: string; delta: Delta; expected: unknown }[] = [
  { what: 'an empty delta changes nothing', delta: emptyDelta, expected: base },
  {
    what: 'a module is removed',
    delta: delta({ remove: ['web'] }),
    expected: { modules: { api }, shared: base.shared },
  },
  { what: 'removing an unknown module is fine', delta: delta({ remove: ['nothing', 'constructor'] }), expected: base },
  {
    what: 'a module is added',
    delta: delta({ add: { db: { profile: 'q' } } }),
    expected: { modules: { web, api, db: { profile: 'q' } }, shared: base.shared },
  },
  {
    what: 'an added module takes the place of the one there, whole',
    delta: delta({ add: { web: { profile: 'q' } } }),
    expected: { modules: { web: { profile: 'q' }, api }, shared: base.shared },
  },
  {
    what: 'a module that is removed and added is there in the end',
    delta: delta({ remove: ['web'], add: { web: { profile: 'q' } } }),
    expected: { modules: { web: { profile: 'q' }, api }, shared: base.shared },
  },
  {
    what: 'a module is updated',
    delta: delta({ update: { web: image('web:2') } }),
    expected: { modules: { web: { profile: 'p', spec: { image: 'web:2' } }, api }, shared: base.shared },
  },
  {
    what: 'an added module can be updated in the same delta',
    delta: delta({ add: { db: { spec: { image: 'db:1' } } }, update: { db: image('db:2') } }),
    expected: { modules: { web, api, db: { spec: { image: 'db:2' } } }, shared: base.shared },
  },
  {
    what: 'shared resources are patched',
    delta: delta({}, [
      { op: 'add', path: '/db', value: { type: 'postgres' } },
      { op: 'add', path: '/dns/class', value: 'default' },
    ]),
    expected: {
      modules: base.modules,
      shared: { dns: { type: 'dns', class: 'default' }, db: { type: 'postgres' } },
    },
  },
  { what: 'a null module adds nothing', delta: delta({ add: { db: null } }), expected: base },
  {
    what: 'a null module undoes its own removal',
    delta: delta({ remove: ['web'], add: { web: null } }),
    expected: base,
  },
  { what: 'a null module leaves the one there as it is', delta: delta({ add: { web: null } }), expected: base },
  {
    what: 'a scoped remove does not reach the set',
    delta: delta({ update: { web: [{ op: 'remove', path: '/spec/image', value: { scope: 'delta' } }] } }, [
      { op: 'remove', path: '/dns', value: { scope: 'delta' } },
    ]),
    expected: base,
  },
  {
    what: 'a scoped remove cancels an action before it',
    delta: delta({
      update: {
        web: [
          { op: 'add', path: '/spec/tag', value: {} },
          { op: 'add', path: '/spec/tag/x', value: 1 },
          { op: 'remove', path: '/spec/tag', value: { scope: 'delta' } },
        ],
      },
    }),
    expected: base,
  },
  {
    what: 'a scoped remove takes a property out of a module that the delta adds',
    delta: delta({
      add: { web: { profile: 'q', spec: {} } },
      update: {
        web: [
          { op: 'remove', path: '/spec', value: { scope: 'delta' } },
          { op: 'remove', path: '/not/there', value: { scope: 'delta' } },
        ],
      },
    }),
    expected: { modules: { web: { profile: 'q' }, api }, shared: base.shared },
  },
]

test.each(rows)('$what', ({ delta, expected }) => {
  expect(applyDelta(base, delta)).toEqual({ ok: true, value: expected })
})

describe('what is impossible is named', () => {
  const missing = 'the set has no such module to update'
  test.each([
    { module: 'db', path: '', reason: missing, delta: delta({ update: { db: image('db:1') } }) },
    { module: 'db', path: '', reason: missing, delta: delta({ update: { db: [] } }) },
    { module: 'constructor', path: '', reason: missing, delta: delta({ update: { constructor: [] } }) },
    { module: 'web', path: '', reason: missing, delta: delta({ remove: ['web'], update: { web: image('web:2') } }) },
    {
      module: 'web',
      path: '/spec/tag',
      op: 'replace',
      reason: 'there is nothing to replace; use add',
      delta: delta({ update: { web: [{ op: 'replace', path: '/spec/tag', value: 1 }] } }),
    },
    {
      module: 'shared',
      path: '/db/class',
      op: 'add',
      reason: 'there is nothing at /db',
      delta: delta({}, [{ op: 'add', path: '/db/class', value: 'x' }]),
    },
  ])('$module $path: $reason', ({ delta, ...problem }) => {
    expect(applyDelta(base, delta)).toEqual({ ok: false, problem })
  })
})

test('the first set of an application is made from the empty one', () => {
  const made = applyDelta(emptySet, delta({ add: { web: { profile: 'p' } } }, [{ op: 'add', path: '/dns', value: {} }]))
  expect(made).toEqual({ ok: true, value: { modules: { web: { profile: 'p' } }, shared: { dns: {} } } })
  expect(emptySet).toEqual({ modules: {}, shared: {} })
})

test('modules may have the names that objects have by themselves', () => {
  const add = JSON.parse('{"__proto__":{"x":1},"constructor":{"x":1}}') as Record<string, { x: number }>
  const update = JSON.parse('{"__proto__":[{"op":"replace","path":"/x","value":2}]}') as Delta['modules']['update']
  const made = applyDelta(emptySet, delta({ add, update }))
  expect(made.ok && JSON.stringify(made.value.modules)).toBe('{"__proto__":{"x":2},"constructor":{"x":1}}')
})

test('what does not change is the same object in both sets, so that comparing them is quick', () => {
  const made = applyDelta(base, delta({ update: { web: image('web:2') } }))
  expect(made.ok && made.value.modules['api']).toBe(api)
  expect(made.ok && made.value.shared).toBe(base.shared)
})
