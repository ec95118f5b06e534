import { createHash } from 'node:crypto'
import type { components } from '../../contract/schema.ts'
import { badRequest, notFound } from '../errors.ts'
import type { JsonObject } from '../../sets/types.ts'
import type { DeploymentError } from '../cluster/model.ts'
import type { Place } from '../deployments/model.ts'
import { checkDepth } from '../depth.ts'
import type { MatchingCriteria } from '../matching-criteria/model.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'
import type { Definitions } from '../resource-definitions/model.ts'
import type { Version } from '../resource-definitions/versions.ts'
import { globalResourceId, stableUuid } from '../resources/stable-ids.ts'
import { type Chosen, createGraph, type GraphNode } from './graph.ts'
import {
  defaultClass,
  keyOf,
  type Need,
  type NeedProblem,
  type NeedySet,
  readNeeds,
  type ResourceName,
} from './need.ts'

export type Node = components['schemas']['NodeBodyResponse']
type StoredGraph = components['schemas']['DependencyGraphResponse']
type Request = components['schemas']['ResourceProvisionRequestRequest']
type Inputs = components['schemas']['ResourceInputsResponse']

interface GraphRecord {
  envId: string
  graph: StoredGraph
}

export interface ResourceGraphs extends Dependant {
  /** What a set asks for; 400 when that is malformed. */
  inputsOf(set: NeedySet): Inputs[]
  /** Throws 400 when the resources cannot be provisioned. */
  query(place: Place, requests: readonly Request[]): Node[]
  /** As `query`, and stores the graph, unless the environment has it. */
  create(place: Place, requests: readonly Request[]): StoredGraph
  get(place: Place, id: string): StoredGraph
  /** How a deployment will provision what its set needs: the id of the stored graph, or why it cannot. */
  plan(place: Place, set: NeedySet): { graphId?: string; errors: DeploymentError[] }
  /** The definition that a resource of this type would be made from now, as an implicit one that has its type for an id. */
  definitionOf(place: Place, type: string): Pick<Node, 'def_id' | 'def_version_id' | 'driver_type'>
  forgetEnvironment(orgId: string, appId: string, envId: string): void
}

export interface ResourceGraphNeighbours {
  criteria: MatchingCriteria
  definitions: Definitions
  environmentType(place: Place): string
  /** The version that an active resource is pinned to. */
  pinned(place: Place, name: ResourceName): string | undefined
  outputsSchema(orgId: string, type: string): Record<string, unknown>
}

/** A version of a definition, and what chose it. */
export interface Choice extends Chosen {
  version: Version
  criteriaId: string
}

const toNeed = ({ id, type, class: resourceClass, resource }: Request): Need => ({
  id,
  type,
  class: resourceClass || defaultClass,
  params: (resource ?? {}) as JsonObject,
})

/** Assumption: that the deployment fails, and the code; only that of a workload is known. */
const toDeploymentError = ({ id, message }: NeedProblem): DeploymentError => {
  const workload = /^modules\.(.+?)\.externals\./.exec(id)?.[1]
  const owner = workload === undefined ? '' : ` of workload '${workload}'`
  const summary = `Resource '${id}'${owner} cannot be provisioned`
  return { code: 'RES-001', error_type: 'resource', message, object_id: id, scope: 'resource', summary }
}

export const createResourceGraphs = (
  { store, scheduler }: Parts,
  neighbours: ResourceGraphNeighbours,
): ResourceGraphs => {
  const graphs = store.table<GraphRecord>('dependency-graphs')
  const scopeOf = ({ orgId, appId, envId }: Place) => `${orgId}/${appId}/${envId}`

  const chooser = (place: Place) => {
    const { orgId, appId, envId } = place
    const envType = neighbours.environmentType(place)
    return ({ type, class: resourceClass, id }: ResourceName): Choice | undefined => {
      const name = { type, class: resourceClass, id }
      const match = neighbours.criteria.match(orgId, { ...name, appId, envId, envType, resId: id })
      if (!match) return undefined
      const version = neighbours.definitions.version(orgId, match.defId, neighbours.pinned(place, name))
      const { driver_inputs = {}, provision = {} } = version
      return { version, criteriaId: match.criteriaId ?? '', inputs: driver_inputs, provision }
    }
  }

  const toNode = (place: Place, node: GraphNode<Choice>): Node => {
    const { version, criteriaId } = node.chosen
    return {
      type: node.type,
      class: node.class,
      id: node.id,
      guresid: globalResourceId(place, node.key),
      resource: node.params,
      resource_schema: neighbours.outputsSchema(place.orgId, node.type),
      def_id: version.def_id,
      def_version_id: version.id,
      criteria_id: criteriaId,
      driver: { values: {}, secret_refs: {}, ...version.driver_inputs },
      driver_type: version.driver_type,
      ...(version.driver_account === undefined ? {} : { driver_account: version.driver_account }),
      in_place_driver_change: version.in_place_driver_change,
      depends_on: node.dependsOn.map((key) => globalResourceId(place, key)),
    }
  }
  const build = (place: Place, needs: readonly Need[]): { nodes: Node[] } | { problems: NeedProblem[] } => {
    const graph = createGraph(needs, chooser(place))
    return graph.ok ? { nodes: graph.nodes.map((node) => toNode(place, node)) } : graph
  }
  const query = (place: Place, requests: readonly Request[]) => {
    checkDepth('The request', requests)
    const built = build(place, requests.map(toNeed))
    if ('nodes' in built) return built.nodes
    const message = built.problems.map((problem) => problem.message).join(' ')
    throw badRequest(message, { resources: built.problems.map(({ id }) => id) })
  }

  const keep = (place: Place, nodes: Node[]): StoredGraph => {
    const hash = createHash('sha256').update(JSON.stringify(nodes)).digest('hex')
    const scope = scopeOf(place)
    const id = stableUuid(`${scope} ${hash}`)
    const used_at = scheduler.timestamp()
    const known = graphs.get(scope, id)?.graph
    const graph = { id, hash, nodes, created_at: known?.created_at ?? used_at, used_at }
    if (known) graphs.update(scope, id, { envId: place.envId, graph })
    else graphs.insert(scope, id, { envId: place.envId, graph })
    return graph
  }

  return {
    query,
    definitionOf: (place, type) => {
      const version = chooser(place)({ type, class: defaultClass, id: type })?.version
      if (!version) throw badRequest(`No resource definition fits a resource of type '${type}'.`)
      return { def_id: version.def_id, def_version_id: version.id, driver_type: version.driver_type }
    },
    inputsOf: (set) => {
      const { needs, problems } = readNeeds(set)
      const [problem] = problems
      if (problem) throw badRequest(problem.message)
      return needs.map(({ id, type, class: resourceClass, params }) => ({
        id,
        type,
        class: resourceClass,
        resource: params,
      }))
    },
    create: (place, requests) => keep(place, query(place, requests)),
    get: (place, id) => {
      const found = graphs.get(scopeOf(place), id)
      if (!found) throw notFound('Dependency graph', id, `environment '${place.envId}'`)
      return found.graph
    },
    plan: (place, set) => {
      const { needs, problems } = readNeeds(set)
      const built = problems.length > 0 ? { problems } : build(place, needs)
      if ('nodes' in built) return { graphId: keep(place, built.nodes).id, errors: [] }
      return { errors: built.problems.map(toDeploymentError) }
    },
    forgetEnvironment: (orgId, appId, envId) => graphs.deleteAll(scopeOf({ orgId, appId, envId })),
    forgetApplication: (orgId, appId) => {
      const rows = [...graphs.scan({ scope: appScope(orgId, appId), within: true })]
      const scopes = new Set(rows.map(({ value: { envId } }) => scopeOf({ orgId, appId, envId })))
      for (const scope of scopes) graphs.deleteAll(scope)
    },
  }
}

/** The key of a node, as placeholders name it. */
export const keyOfNode = ({ type, class: resourceClass, id }: Node) => keyOf({ type, class: resourceClass, id })
