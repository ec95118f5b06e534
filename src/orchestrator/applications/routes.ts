import { route } from '../router.ts'
import type { Applications } from './model.ts'

export const applicationRoutes = (applications: Applications) => [
  route('get', '/orgs/{orgId}/apps', 'org:member', ({ path }) => ({
    status: 200,
    body: applications.list(path.orgId),
  })),
  route('post', '/orgs/{orgId}/apps', 'org:manager', ({ path, body, caller }) => ({
    status: 201,
    body: applications.create(path.orgId, body, caller),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}', 'app:viewer', ({ path }) => ({
    status: 200,
    body: applications.get(path.orgId, path.appId),
  })),
  route('delete', '/orgs/{orgId}/apps/{appId}', 'app:owner', ({ path }) => ({
    status: applications.delete(path.orgId, path.appId) === 'deleted' ? 204 : 202,
  })),
]
