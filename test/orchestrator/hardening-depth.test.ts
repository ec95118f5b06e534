import { expect, test } from 'vitest'
import { as } from './a-shop.ts'
import { type Operation, operations } from './access/asking.ts'
import { type Request, requests, usualPath } from './access/requests.ts'
import { aWorld } from './access/world.ts'

const nestings: Record<string, (levels: number) => string> = {
  lists: (levels) => '['.repeat(levels) + ']'.repeat(levels),
  objects: (levels) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`,
}

/** The whole body nested, and each of its parts. JSON is YAML too. */
const deepBodies = (body: unknown, deep: string): string[] => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [deep]
  const parts = Object.entries(body)
  return [
    deep,
    ...parts.map(([name]) => {
      const others = parts.filter(([other]) => other !== name).map(([key, part]) => [key, JSON.stringify(part)])
      return `{${[...others, [name, deep]].map(([key, part]) => `${JSON.stringify(key)}:${part}`).join(',')}}`
    }),
  ]
}

const taking = operations.filter(({ method }) => method !== 'GET' && method !== 'DELETE')

test.each([
  ['lists', 600],
  ['lists', 10_000],
  ['objects', 600],
  ['objects', 10_000],
])('no operation stumbles over a body of %s, %i of them one in another', async (shape, levels) => {
  const world = await aWorld()
  const special: Record<string, Request> = requests(world)
  const deep = nestings[shape]?.(levels) ?? ''
  const fill = ({ id, path }: Operation) =>
    path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent({ ...usualPath(world), ...special[id]?.path }[name] ?? 'x'),
    )
  const found: Record<string, unknown> = {}
  for (const operation of taking) {
    const { body, type } = special[operation.id] ?? {}
    const headers = { ...as('root'), ...(type === undefined ? {} : { 'content-type': type }) }
    for (const sent of deepBodies(body, deep)) {
      const { status } = await world.call(operation.method, fill(operation), sent, headers)
      if (status >= 500) found[operation.id] = { status, sent: sent.slice(0, 60) }
    }
  }
  expect(found).toEqual({})
})
