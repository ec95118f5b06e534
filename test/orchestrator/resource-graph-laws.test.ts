import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { createGraph } from '../../src/orchestrator/resource-graph/graph.ts'
import type { Need } from '../../src/orchestrator/resource-graph/need.ts'

interface Links {
  /** The types that a definition refers to. */
  refers: string[]
  brings: Record<string, { is_dependent: boolean; match_dependents: boolean }>
}
type World = Record<string, Links>

const types = ['a', 'b', 'c', 'd', 'e', 'f']
const role = (is_dependent: fc.Arbitrary<boolean>) => fc.record({ is_dependent, match_dependents: fc.boolean() })
/** Definitions of all types: each with links to some of those that `others` gives. */
const worldOf = (others: (type: string) => string[], is_dependent = fc.boolean()): fc.Arbitrary<World> =>
  fc.record(
    Object.fromEntries(
      types.map((type) => {
        const other = fc.constantFrom(...others(type), 'leaf')
        const brings = fc.dictionary(other, role(is_dependent), { maxKeys: 2 })
        return [type, fc.record({ refers: fc.uniqueArray(other, { maxLength: 2 }), brings })]
      }),
    ),
  )
const anyWorld = worldOf(() => types)
/** Everything leads from a letter to later ones: there can be no circle. */
const orderedWorld = worldOf((type) => types.filter((each) => each > type), fc.constant(false))
const needs = fc.array(
  fc.record({
    type: fc.constantFrom(...types),
    id: fc.constantFrom('x', 'y'),
    class: fc.constant('default'),
    params: fc.constant({}),
  }),
)
const graphOf = (asked: readonly Need[], made: World) => {
  let choices = 0
  const graph = createGraph(asked, ({ type }) => {
    choices += 1
    const { refers = [], brings = {} } = made[type] ?? {}
    return { inputs: refers.map((each) => `\${resources.${each}.outputs.x}`), provision: brings }
  })
  return { graph, choices, nodes: graph.ok ? graph.nodes : [] }
}

test('each resource comes once, after all that it depends on', () => {
  fc.assert(
    fc.property(needs, fc.oneof(orderedWorld, anyWorld), (asked, made) => {
      const { graph, nodes, choices } = graphOf(asked, made)
      fc.pre(graph.ok)
      const placed = new Map(nodes.map(({ key }, index) => [key, index]))
      expect(placed.size).toBe(nodes.length)
      expect(choices).toBe(nodes.length)
      for (const need of asked) expect(placed.has(`${need.type}.default#${need.id}`)).toBe(true)
      for (const [index, node] of nodes.entries()) {
        for (const key of node.dependsOn) expect(placed.get(key)).toBeLessThan(index)
        const referred = made[node.type]?.refers ?? []
        expect(node.dependsOn).toEqual(expect.arrayContaining(referred.map((each) => `${each}.default#${node.id}`)))
      }
    }),
  )
})

test('there is an order unless there is a circle, and one that is told is there', () => {
  fc.assert(
    fc.property(needs, orderedWorld, anyWorld, (asked, ordered, made) => {
      expect(graphOf(asked, ordered).graph.ok).toBe(true)
      const { graph } = graphOf(asked, made)
      const problems = graph.ok ? [] : graph.problems.map(({ message }) => message)
      for (const message of problems) {
        const circle = /circle: (.+)\.$/.exec(message)?.[1]?.split(' → ') ?? []
        expect(circle.length).toBeGreaterThan(1)
        expect(circle.at(0)).toBe(circle.at(-1))
      }
    }),
  )
})

test('the order of the needs does not matter', () => {
  fc.assert(
    fc.property(needs, orderedWorld, (asked, made) => {
      expect(graphOf(asked.toReversed(), made).graph).toEqual(graphOf(asked, made).graph)
    }),
  )
})

test('a chain of ten thousand is no limit, and costs a choice for each', () => {
  const chain = Array.from({ length: 10_000 }, (_, index) => ({
    type: `t${index}`,
    id: 'x',
    class: 'default',
    params: {},
  }))
  const made: World = Object.fromEntries(
    chain.map((_, index) => [`t${index}`, { refers: index === 0 ? [] : [`t${index - 1}`], brings: {} }]),
  )
  const { nodes, choices } = graphOf(chain.slice(-1), made)
  expect(choices).toBe(chain.length)
  expect(nodes.map(({ type }) => type)).toEqual(chain.map(({ type }) => type))
})
