import { route } from '../router.ts'
import type { Applications } from './model.ts'

export const applicationRoutes = (applications: Applications) => [
  route('get', '/orgs/{orgId}/apps', 'org:member', ({ path, caller }) => ({
    status: 200,
    body: applications.list(path.orgId, caller),
  })),
  route('post', '/orgs/{orgId}/apps', 'org:manager', ({ path, body, caller }) => ({
    status: 201,
    body: applications.create(path.orgId, body, caller),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}', 'app:viewer', ({ path }) => ({
    status: 200,
    body: applications.get(path.orgId, path.appId),
  })),
  route('patch', '/orgs/{orgId}/apps/{appId}', 'app:developer', ({ path, body }) => ({
    status: 200,
    body: applications.rename(path.orgId, path.appId, body.name),
  })),
  route('delete', '/orgs/{orgId}/apps/{appId}', 'app:owner', ({ path, caller }) => ({
    status: applications.delete(path.orgId, path.appId, caller) === 'deleted' ? 204 : 202,
  })),
]
