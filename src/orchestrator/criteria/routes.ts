import { route } from '../router.ts'
import type { PipelineCriteria } from './model.ts'

export const criteriaRoutes = (criteria: PipelineCriteria) => [
  route('get', '/orgs/{orgId}/apps/{appId}/pipeline-criteria', 'app:viewer', ({ path, query, url }) => ({
    status: 200,
    ...criteria.list(path, query, url),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/criteria', 'app:developer', ({ path, body }) => ({
    status: 201,
    body: criteria.create(path, body),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/criteria/{criteriaId}', 'app:viewer', ({ path }) => ({
    status: 200,
    body: criteria.get(path, path.criteriaId),
  })),
  route(
    'delete',
    '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/criteria/{criteriaId}',
    'app:developer',
    ({ path }) => {
      criteria.delete(path, path.criteriaId)
      return { status: 204 }
    },
  ),
]
