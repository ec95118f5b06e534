import type { Definitions } from '../resource-definitions/model.ts'
import { route } from '../router.ts'
import type { MatchingCriteria } from './model.ts'

export const matchingCriteriaRoutes = (criteria: MatchingCriteria, definitions: Definitions) => [
  route('put', '/orgs/{orgId}/resources/defs/{defId}/criteria', 'org:administrator', ({ path, body }) => ({
    status: 200,
    body: criteria.replace(definitions.changeable(path.orgId, path.defId), body),
  })),
  route('post', '/orgs/{orgId}/resources/defs/{defId}/criteria', 'org:administrator', ({ path, body }) => ({
    status: 200,
    body: criteria.create(definitions.changeable(path.orgId, path.defId), body),
  })),
  route(
    'delete',
    '/orgs/{orgId}/resources/defs/{defId}/criteria/{criteriaId}',
    'org:administrator',
    ({ path, query }) => {
      criteria.delete(definitions.changeable(path.orgId, path.defId), path.criteriaId, query.force === true)
      return { status: 204 }
    },
  ),
]
