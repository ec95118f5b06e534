import { route } from '../router.ts'
import type { Environments } from './model.ts'

export const environmentRoutes = (environments: Environments) => [
  route('get', '/orgs/{orgId}/apps/{appId}/envs', 'app:viewer', ({ path }) => ({
    status: 200,
    body: environments.list(path.orgId, path.appId),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/envs', 'app:developer', ({ path, body, caller }) => ({
    status: 201,
    body: environments.create(path.orgId, path.appId, body, caller),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}', 'app:viewer', ({ path }) => ({
    status: 200,
    body: environments.get(path.orgId, path.appId, path.envId),
  })),
  route('patch', '/orgs/{orgId}/apps/{appId}/envs/{envId}', 'app:developer', ({ path, body }) => ({
    status: 200,
    body:
      body.name === undefined
        ? environments.get(path.orgId, path.appId, path.envId)
        : environments.rename(path.orgId, path.appId, path.envId, body.name),
  })),
  route('delete', '/orgs/{orgId}/apps/{appId}/envs/{envId}', 'app:developer', ({ path, caller }) => ({
    status: environments.delete(path.orgId, path.appId, path.envId, caller) === 'deleted' ? 204 : 202,
  })),
  route('put', '/orgs/{orgId}/apps/{appId}/envs/{envId}/from_deploy_id', 'app:developer', ({ path, body }) => {
    environments.rebase(path.orgId, path.appId, path.envId, body)
    return { status: 204 }
  }),
]
