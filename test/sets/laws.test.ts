import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyDelta } from '../../src/sets/apply.ts'
import { isEmptyDelta } from '../../src/sets/delta.ts'
import { diffSets } from '../../src/sets/diff.ts'
import { hashSet } from '../../src/sets/hash.ts'
import { jsonEqual } from '../../src/sets/json.ts'
import { mergeDeltas, simplifyDelta } from '../../src/sets/merge.ts'
import { planChanges } from '../../src/sets/plan.ts'
import { parsePointer, printPointer } from '../../src/sets/pointer.ts'
import type { Result } from '../../src/sets/problem.ts'
import type { DeploymentSet, Json } from '../../src/sets/types.ts'
import { anyDelta, deploymentSet, frozen, history, json, key, written } from './arbitraries.ts'

// More on demand: LAW_RUNS=20000 vitest run test/sets/laws.test.ts
const runs = { numRuns: Number(process.env['LAW_RUNS'] ?? 500) }

const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

/** The same content, its keys in the opposite order. */
const reversed = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, item]) => [key, reversed(item)]))
}

describe('the difference between two sets', () => {
  test('turns the one into the other', () => {
    fc.assert(
      fc.property(deploymentSet, deploymentSet, (target, base) => {
        expect(written(valueOf(applyDelta(base, diffSets(target, base))))).toBe(written(target))
      }),
      runs,
    )
  })

  test('turns a set back into what it was before some deltas, and forth again', () => {
    fc.assert(
      fc.property(history, ({ base, after }) => {
        expect(written(valueOf(applyDelta(after, diffSets(base, after))))).toBe(written(base))
        expect(written(valueOf(applyDelta(base, diffSets(after, base))))).toBe(written(after))
      }),
      runs,
    )
  })

  test('is empty exactly if the content is the same', () => {
    fc.assert(
      fc.property(deploymentSet, deploymentSet, (one, other) => {
        expect(isEmptyDelta(diffSets(one, reversed(one as never) as never))).toBe(true)
        expect(isEmptyDelta(diffSets(one, other))).toBe(written(one) === written(other))
      }),
      runs,
    )
  })

  test('depends on content only, and so does the plan', () => {
    fc.assert(
      fc.property(deploymentSet, deploymentSet, (target, base) => {
        const turned = [reversed(target as never), reversed(base as never)] as unknown as [DeploymentSet, DeploymentSet]
        const [difference, same] = [diffSets(target, base), diffSets(...turned)]
        expect(written(difference)).toBe(written(same))
        expect(written(planChanges(base, target))).toBe(written(planChanges(turned[1], turned[0])))
      }),
      runs,
    )
  })

  test('is as simple as it can be already', () => {
    fc.assert(
      fc.property(deploymentSet, deploymentSet, (target, base) => {
        const difference = diffSets(target, base)
        expect(written(valueOf(simplifyDelta(difference)))).toBe(written(difference))
      }),
      runs,
    )
  })
})

describe('a merged delta', () => {
  test('does what its parts do one after the other', () => {
    fc.assert(
      fc.property(history, ({ base, deltas: [first, ...others], after }) => {
        if (!first) return
        const merged = valueOf(mergeDeltas(first, others))
        expect(written(valueOf(applyDelta(base, merged)))).toBe(written(after))
      }),
      runs,
    )
  })

  test('does so wherever the parts are put together first', () => {
    fc.assert(
      fc.property(history, fc.nat(4), ({ base, deltas, after }, cut) => {
        const [head, tail] = [deltas.slice(0, cut + 1), deltas.slice(cut + 1)]
        const empty = diffSets(base, base)
        const rest = valueOf(mergeDeltas(empty, tail))
        expect(written(valueOf(applyDelta(base, valueOf(mergeDeltas(empty, [...head, rest])))))).toBe(written(after))
      }),
      runs,
    )
  })

  test('is the same whether its parts come in one request or in several, as long as each request is possible', () => {
    fc.assert(
      fc.property(anyDelta, fc.array(anyDelta, { maxLength: 4 }), (base, deltas) => {
        let stored = simplifyDelta(base)
        for (const delta of deltas) stored = stored.ok ? mergeDeltas(stored.value, [delta]) : stored
        fc.pre(stored.ok)
        expect(written(valueOf(mergeDeltas(valueOf(simplifyDelta(base)), deltas)))).toBe(
          deltas.length === 0 ? written(valueOf(simplifyDelta(base))) : written(valueOf(stored)),
        )
      }),
      runs,
    )
  })
})

describe('simplifying a delta', () => {
  test('changes nothing about its result', () => {
    fc.assert(
      fc.property(history, ({ base, deltas }) => {
        let before = base
        for (const delta of deltas) {
          const applied = valueOf(applyDelta(before, delta))
          expect(written(valueOf(applyDelta(before, valueOf(simplifyDelta(delta)))))).toBe(written(applied))
          before = applied
        }
      }),
      runs,
    )
  })

  test('also holds with null modules and scoped removes, wherever both forms can be applied', () => {
    fc.assert(
      fc.property(deploymentSet, anyDelta, (base, delta) => {
        const simple = simplifyDelta(delta)
        const applied = applyDelta(base, delta)
        fc.pre(simple.ok && applied.ok)
        expect(written(valueOf(applyDelta(base, valueOf(simple))))).toBe(written(valueOf(applied)))
      }),
      runs,
    )
  })

  test('a second time changes nothing at all, and no scope, null module or empty list is left', () => {
    fc.assert(
      fc.property(anyDelta, (delta) => {
        const simple = simplifyDelta(delta)
        fc.pre(simple.ok)
        const { modules, shared } = valueOf(simple)
        expect(valueOf(simplifyDelta({ modules, shared }))).toEqual({ modules, shared })
        expect(Object.values(modules.add)).not.toContain(null)
        const lists = Object.values(modules.update)
        expect(lists.every((actions) => actions.length > 0)).toBe(true)
        for (const action of [...lists.flat(), ...shared]) expect('value' in action).toBe(action.op !== 'remove')
      }),
      runs,
    )
  })

  test('never makes a list longer', () => {
    fc.assert(
      fc.property(history, ({ deltas }) => {
        for (const delta of deltas) {
          const simple = valueOf(simplifyDelta(delta))
          expect(simple.shared.length).toBeLessThanOrEqual(delta.shared.length)
          const count = ({ modules }: typeof delta) => Object.values(modules.update).flat().length
          expect(count(simple)).toBeLessThanOrEqual(count(delta))
        }
      }),
      runs,
    )
  })
})

describe('the id of a set', () => {
  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(deploymentSet, (set) => {
        expect(hashSet(reversed(set as never) as never)).toBe(hashSet(set))
      }),
      runs,
    )
  })

  test('is equal exactly for equal content', () => {
    fc.assert(
      fc.property(deploymentSet, deploymentSet, history, (one, other, { base, after }) => {
        expect(hashSet(one) === hashSet(other)).toBe(written(one) === written(other))
        expect(hashSet(base) === hashSet(after)).toBe(written(base) === written(after))
      }),
      runs,
    )
  })
})

test('no operation changes what it is given', () => {
  fc.assert(
    fc.property(history, anyDelta, deploymentSet, ({ base, deltas, after }, delta, set) => {
      const given = frozen([base, deltas, after, delta, set])
      const text = written(given)
      const [first = delta, ...others] = deltas
      applyDelta(base, valueOf(mergeDeltas(first, others)))
      applyDelta(set, delta)
      mergeDeltas(delta, deltas)
      mergeDeltas(first, [...others, delta])
      diffSets(after, base)
      planChanges(base, after)
      hashSet(after)
      expect(written(given)).toBe(text)
    }),
    runs,
  )
})

test('a pointer is read back as the keys it was made of, and printed as it was read', () => {
  const anyKey = fc.oneof(key, fc.string({ unit: 'binary' }), fc.stringMatching(/^[~/01]*$/))
  fc.assert(
    fc.property(fc.array(anyKey), (tokens) => {
      const path = printPointer(tokens)
      expect(parsePointer(path)).toEqual({ tokens })
    }),
    runs,
  )
  fc.assert(
    fc.property(fc.stringMatching(/^(?:\/(?:~[01]|[^~])*)?$/), (path) => {
      const pointer = parsePointer(path)
      expect('tokens' in pointer && printPointer(pointer.tokens)).toBe(path)
    }),
    runs,
  )
})

test('two values are equal exactly if they are written alike', () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(jsonEqual(one, reversed(one))).toBe(true)
      expect(jsonEqual(one, other)).toBe(written(one) === written(other))
    }),
    runs,
  )
})
