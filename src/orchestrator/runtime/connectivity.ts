import { createHash } from 'node:crypto'
import type { components } from '../../contract/schema.ts'
import type { Place } from '../deployments/model.ts'

type Schemas = components['schemas']
type CheckRequest = Schemas['ClusterConnectionCheckRequest']
type Condition = Schemas['ClusterConnectionCheckResultCondition']
type Summary = Schemas['ClusterConnectionCheckResourceSummary']

export interface ChosenDefinition {
  def_id: string
  def_version_id: string
  driver_type: string
}

export interface ConnectivityNeighbours {
  /** Throws 404 for an application or an environment that does not exist. */
  locate(place: Place): void
  /** The definition that gives the environment a resource of this type. */
  definitionOf(place: Place & { envType: string }, type: string): ChosenDefinition
}

/** Tries what a deployment would: choose the definitions, then reach the cluster. It is simulated, and always there. */
export const checkConnectivity = (
  { locate, definitionOf }: ConnectivityNeighbours,
  orgId: string,
  { app_id, env_id, env_type, expected_definitions = [] }: CheckRequest,
): Schemas['ClusterConnectionCheckResult'] => {
  const place = { orgId, appId: app_id, envId: env_id, envType: env_type }
  locate(place)

  const idOf = (type: string) => createHash('sha1').update(`${orgId}/${app_id}/${env_id} ${type}`).digest('hex')
  const summaryOf = (type: string, dependsOn: readonly string[]): Summary => ({
    type,
    class: 'default',
    res_id: type,
    gu_res_id: idOf(type),
    depends_on: dependsOn.map(idOf),
    ...definitionOf(place, type),
  })
  const resource_summaries = [summaryOf('k8s-cluster', []), summaryOf('k8s-namespace', ['k8s-cluster'])]

  const differences = expected_definitions.flatMap(({ type, id }) => {
    const chosen = resource_summaries.find((each) => each.type === type)?.def_id
    if (chosen === id) return []
    return [
      chosen === undefined ? `'${type}' is not part of the check` : `'${type}' is given by '${chosen}', not '${id}'`,
    ]
  })
  // Assumption: the names of the conditions; only the first one is documented.
  const conditions: Condition[] = [
    { type: 'GraphCanProvision', status: 'True', message: 'Every resource has a definition.' },
    differences.length === 0
      ? { type: 'DefinitionsAsExpected', status: 'True', message: 'The definitions are the expected ones.' }
      : { type: 'DefinitionsAsExpected', status: 'False', message: `${differences.join('; ')}.` },
    { type: 'ClusterReachable', status: 'True', message: 'The simulated cluster answers.' },
  ]
  return { success: conditions.every(({ status }) => status !== 'False'), resource_summaries, conditions }
}
