import { route } from '../router.ts'
import type { Deployments } from './model.ts'

export const deploymentRoutes = (deployments: Deployments) => [
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys', 'app:viewer', ({ path, query }) => ({
    status: 200,
    body: deployments.list(path, query),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys', 'app:developer', ({ path, body, caller }) => ({
    status: 201,
    body: deployments.create(path, body, caller),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys/{deployId}', 'app:viewer', ({ path }) => ({
    status: 200,
    body: deployments.get(path, path.deployId),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys/{deployId}/errors', 'app:viewer', ({ path }) => ({
    status: 200,
    body: deployments.errors(path, path.deployId),
  })),
]
