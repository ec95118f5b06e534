import type { Json, JsonObject } from '../../sets/types.ts'
import type { Place } from '../deployments/model.ts'
import { keyOfNode, type Node } from '../resource-graph/model.ts'
import { keyOf } from '../resource-graph/need.ts'
import { type Resolve, resolveReferences, valueAt } from '../resource-graph/references.ts'
import { type Outputs, outputsOf } from './outputs.ts'

export interface Provisioned {
  node: Node
  outputs: Outputs
}

/** What placeholders of `context` stand for. */
const contextOf = (node: Node, { orgId, appId, envId, envType }: Place & { envType: string }): JsonObject => ({
  org: { id: orgId },
  app: { id: appId },
  env: { id: envId, type: envType },
  res: { id: node.id, type: node.type, class: node.class, guresid: node.guresid },
})

/** Provisions the nodes of a graph in their order, filling in the placeholders of each with what came before. */
export const provisionAll = (
  nodes: readonly Node[],
  place: Place & { envType: string },
  store: string,
): Provisioned[] => {
  const byKey = new Map<string, Provisioned>()
  const byId = new Map<string, Provisioned>()

  const resolver =
    (node: Node): Resolve =>
    (reference): Json | undefined => {
      if (reference.kind === 'context') return valueAt(contextOf(node, place), reference.path)
      const isNamed = reference.kind === 'resource'
      const target = isNamed ? byKey.get(keyOf(reference.name)) : byId.get(reference.id)
      if (!target) return undefined
      if (isNamed && reference.property !== 'outputs') return target.node[reference.property]
      return valueAt(target.outputs.values, reference.path)
    }

  for (const node of nodes) {
    const resolve = resolver(node)
    const fill = (value: Json) => resolveReferences(value, node.id, resolve) as JsonObject
    const ready = { ...node, resource: fill(node.resource as JsonObject), driver: fill(node.driver as JsonObject) }
    const provisioned = { node, outputs: outputsOf(ready, place, store) }
    byKey.set(keyOfNode(node), provisioned)
    if (!byId.has(node.id)) byId.set(node.id, provisioned)
  }
  return [...byKey.values()]
}
