import type { Place } from '../deployments/model.ts'
import type { Node } from '../resource-graph/model.ts'
import type { Claim } from './claim.ts'
import type { Resources } from './model.ts'

export interface ClaimNeighbours {
  resources: Pick<Resources, 'inOrganization' | 'find'>
  /** What the deployments of an organization that have not ended will make. */
  underWay(orgId: string): Iterable<{ place: Place; envType: string; nodes: readonly Node[] }>
}

/**
 * Assumption: what a deployment under way will make counts like what has been made, since nothing is documented for a
 * definition that is deleted in between.
 */
export const createClaims = ({ resources, underWay }: ClaimNeighbours) =>
  function* (orgId: string): Generator<Claim> {
    yield* resources.inOrganization(orgId)
    for (const { place, envType, nodes } of underWay(orgId)) {
      for (const node of nodes) {
        const { type, class: resourceClass, id, def_id, def_version_id, criteria_id } = node
        if (resources.find(place, { type, class: resourceClass, id })?.def_id === def_id) continue
        yield {
          org_id: orgId,
          app_id: place.appId,
          env_id: place.envId,
          env_type: envType,
          res_id: id,
          type,
          class: resourceClass,
          def_id,
          def_version_id,
          criteria_id,
        }
      }
    }
  }
