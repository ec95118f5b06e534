import type { Place } from '../deployments/model.ts'
import type { Version } from '../resource-definitions/versions.ts'
import type { Node } from '../resource-graph/model.ts'
import type { Use } from '../use.ts'
import type { Resources } from './model.ts'

/** What a resource was, or is about to be, made of. */
export interface Making {
  type: string
  driver_type: string
  driver_account?: string
  secret_refs?: unknown
}

export interface UseNeighbours {
  resources: Pick<Resources, 'inOrganization'>
  /** The version of a definition that is pinned. */
  version(orgId: string, defId: string, versionId: string): Version
  /** What the deployments of an organization that have not ended will make. */
  underWay(orgId: string): Iterable<{ place: Place; deploymentId: string; nodes: readonly Node[] }>
}

/** All that resources of an organization hold on to: those that are, and those that deployments under way will make. */
export const createUses = ({ resources, version, underWay }: UseNeighbours) =>
  function* (orgId: string): Generator<Use & { making: Making }> {
    for (const resource of resources.inOrganization(orgId)) {
      const { res_id, app_id, env_id, def_id, target_def_version_id: pin } = resource
      const by = `active resource '${res_id}' of environment '${app_id}/${env_id}'`
      yield { by, remedy: 'delete or detach that first', making: resource }
      if (pin === undefined) continue
      const pinned = version(orgId, def_id, pin)
      const making = { ...pinned, secret_refs: pinned.driver_inputs?.secret_refs }
      yield { by: `${by}, by its pin`, remedy: 'take that away first', making }
    }
    for (const { place, deploymentId, nodes } of underWay(orgId)) {
      const by = `deployment '${deploymentId}' of environment '${place.appId}/${place.envId}'`
      for (const node of nodes) {
        const making = { ...node, secret_refs: node.driver['secret_refs'] }
        yield { by, remedy: 'wait for its end', making }
      }
    }
  }
