import { route } from '../router.ts'
import type { Users } from './model.ts'

export const userRoutes = (users: Users) => [
  route('get', '/current-user', 'anybody', ({ caller }) => ({ status: 200, body: users.profile(caller) })),
  route('patch', '/current-user', 'anybody', ({ caller, body }) => ({
    status: 200,
    body: users.changeProfile(caller, body),
  })),
]
