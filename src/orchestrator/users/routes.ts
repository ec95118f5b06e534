import { route } from '../router.ts'
import type { Users } from './model.ts'

export const userRoutes = (users: Users) => [
  route('get', '/current-user', 'anybody', ({ caller }) => ({ status: 200, body: users.profile(caller) })),
  route('patch', '/current-user', 'anybody', ({ caller, body }) => ({
    status: 200,
    body: users.changeProfile(caller, body),
  })),
  // That managers may is an assumption, as in the rest of what is about the users of an organization.
  route('post', '/orgs/{orgId}/users', 'org:manager', ({ path, body, caller }) => ({
    status: 200,
    body: users.createServiceUser(path.orgId, body, caller),
  })),
]
