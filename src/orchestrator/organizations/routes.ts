import { route } from '../router.ts'
import type { Organizations } from './model.ts'

export const organizationRoutes = (organizations: Organizations) => [
  route('get', '/orgs', 'anybody', ({ caller }) => ({ status: 200, body: organizations.list(caller) })),
  route('get', '/orgs/{orgId}', 'org:member', ({ path }) => ({ status: 200, body: organizations.get(path.orgId) })),
]
