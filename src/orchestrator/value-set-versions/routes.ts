import { route } from '../router.ts'
import type { ValueSetVersions } from './model.ts'

export const valueSetVersionRoutes = (versions: ValueSetVersions) => [
  route('get', '/orgs/{orgId}/apps/{appId}/value-set-versions', 'app:viewer', ({ path, query }) => ({
    status: 200,
    body: versions.list(path, query),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/value-set-versions', 'app:viewer', ({ path, query }) => ({
    status: 200,
    body: versions.list(path, query),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/value-set-versions/{valueSetVersionId}', 'app:viewer', ({ path }) => ({
    status: 200,
    body: versions.get(path, path.valueSetVersionId),
  })),
  route(
    'get',
    '/orgs/{orgId}/apps/{appId}/envs/{envId}/value-set-versions/{valueSetVersionId}',
    'app:viewer',
    ({ path }) => ({ status: 200, body: versions.get(path, path.valueSetVersionId) }),
  ),
  route(
    'post',
    '/orgs/{orgId}/apps/{appId}/value-set-versions/{valueSetVersionId}/restore',
    'app:developer',
    ({ path, body, caller }) => ({
      status: 200,
      body: versions.restore(path, path.valueSetVersionId, { ...body, by: caller }),
    }),
  ),
  route(
    'post',
    '/orgs/{orgId}/apps/{appId}/envs/{envId}/value-set-versions/{valueSetVersionId}/restore',
    'app:developer',
    ({ path, body, caller }) => ({
      status: 200,
      body: versions.restore(path, path.valueSetVersionId, { ...body, by: caller }),
    }),
  ),
  route(
    'post',
    '/orgs/{orgId}/apps/{appId}/value-set-versions/{valueSetVersionId}/restore/{key}',
    'app:developer',
    ({ path, body, caller }) => ({
      status: 200,
      body: versions.restoreKey(path, path.valueSetVersionId, path.key, { ...body, by: caller }),
    }),
  ),
  route(
    'post',
    '/orgs/{orgId}/apps/{appId}/envs/{envId}/value-set-versions/{valueSetVersionId}/restore/{key}',
    'app:developer',
    ({ path, body, caller }) => ({
      status: 200,
      body: versions.restoreKey(path, path.valueSetVersionId, path.key, { ...body, by: caller }),
    }),
  ),
  route(
    'post',
    '/orgs/{orgId}/apps/{appId}/value-set-versions/{valueSetVersionId}/purge/{key}',
    'app:developer',
    ({ path, body, caller }) => {
      versions.purge(path, path.valueSetVersionId, path.key, { ...body, by: caller })
      return { status: 204 }
    },
  ),
  route(
    'post',
    '/orgs/{orgId}/apps/{appId}/envs/{envId}/value-set-versions/{valueSetVersionId}/purge/{key}',
    'app:developer',
    ({ path, body, caller }) => {
      versions.purge(path, path.valueSetVersionId, path.key, { ...body, by: caller })
      return { status: 204 }
    },
  ),
]
