import { route } from '../router.ts'
import type { Sets } from '../sets/model.ts'
import type { ResourceGraphs } from './model.ts'

export const resourceGraphRoutes = (graphs: ResourceGraphs, sets: Sets) => [
  route('get', '/orgs/{orgId}/apps/{appId}/sets/{setId}/resources', 'app:viewer', ({ path }) => ({
    status: 200,
    body: graphs.inputsOf(sets.get(path.orgId, path.appId, path.setId)),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/graph', 'app:viewer', ({ path, body }) => ({
    status: 200,
    body: graphs.query(path, body),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/graphs', 'app:developer', ({ path, body }) => ({
    status: 200,
    body: graphs.create(path, body),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/graphs/{graphId}', 'app:viewer', ({ path }) => ({
    status: 200,
    body: graphs.get(path, path.graphId),
  })),
]
