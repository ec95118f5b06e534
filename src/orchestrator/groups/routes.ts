import { route } from '../router.ts'
import type { Groups } from './model.ts'

export const groupRoutes = (groups: Groups) => [
  // A group brings in people whom nobody invites one by one: that is for administrators (assumption).
  route('post', '/orgs/{orgId}/groups', 'org:administrator', ({ path, body }) => ({
    status: 200,
    body: groups.create(path.orgId, body),
  })),
  route('get', '/orgs/{orgId}/groups/{groupId}/users', 'org:member', ({ path }) => ({
    status: 200,
    body: groups.members(path.orgId, path.groupId),
  })),
  route('get', '/orgs/{orgId}/users/{userId}/groups', 'org:member', ({ path }) => ({
    status: 200,
    body: groups.of(path.orgId, path.userId),
  })),
]
