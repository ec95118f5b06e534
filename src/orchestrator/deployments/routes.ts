import { route } from '../router.ts'
import type { Caller } from '../auth.ts'
import type { Deployment, DeploymentRequest, Deployments, Place } from './model.ts'

export const deploymentRoutes = (
  deployments: Deployments,
  request: (place: Place, request: DeploymentRequest, caller: Caller) => Deployment,
) => [
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys', 'app:viewer', ({ path, query }) => ({
    status: 200,
    body: deployments.list(path, query),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys', 'app:developer', ({ path, body, caller }) => ({
    status: 201,
    body: request(path, body, caller),
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
