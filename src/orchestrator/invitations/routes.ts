import { route } from '../router.ts'
import type { Invitations } from './model.ts'

export const invitationRoutes = (invitations: Invitations) => [
  route('get', '/orgs/{orgId}/invitations', 'org:manager', ({ path }) => ({
    status: 200,
    body: invitations.list(path.orgId),
  })),
  route('post', '/orgs/{orgId}/invitations', 'org:manager', ({ path, body, caller }) => ({
    status: 200,
    body: invitations.create(path.orgId, body, caller),
  })),
]
