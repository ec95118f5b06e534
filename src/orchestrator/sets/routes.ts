import { route } from '../router.ts'
import type { Sets } from './model.ts'

export const setRoutes = (sets: Sets) => [
  route('get', '/orgs/{orgId}/apps/{appId}/sets', 'app:viewer', ({ path }) => ({
    status: 200,
    body: sets.list(path.orgId, path.appId),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/sets/{setId}', 'app:viewer', ({ path, query }) => ({
    status: 200,
    body:
      query.diff === undefined
        ? sets.get(path.orgId, path.appId, path.setId)
        : sets.diff(path.orgId, path.appId, path.setId, query.diff),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/sets/{setId}', 'app:developer', ({ path, body }) => ({
    status: 200,
    body: sets.apply(path.orgId, path.appId, path.setId, body),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/sets/{setId}/diff/{sourceSetId}', 'app:viewer', ({ path }) => ({
    status: 200,
    body: sets.diff(path.orgId, path.appId, path.setId, path.sourceSetId),
  })),
]
