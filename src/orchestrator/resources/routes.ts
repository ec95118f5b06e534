import { route } from '../router.ts'
import type { Resources } from './model.ts'

export const resourceRoutes = (resources: Resources) => [
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources', 'app:viewer', ({ path }) => ({
    status: 200,
    body: resources.list(path),
  })),
]
