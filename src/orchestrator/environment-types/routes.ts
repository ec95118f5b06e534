import { route } from '../router.ts'
import type { EnvironmentTypes } from './model.ts'

export const environmentTypeRoutes = (types: EnvironmentTypes) => [
  route('get', '/orgs/{orgId}/env-types', 'org:member', ({ path }) => ({ status: 200, body: types.list(path.orgId) })),
  route('post', '/orgs/{orgId}/env-types', 'org:administrator', ({ path, body }) => ({
    status: 201,
    body: types.create(path.orgId, body),
  })),
  route('get', '/orgs/{orgId}/env-types/{envTypeId}', 'org:member', ({ path }) => ({
    status: 200,
    body: types.get(path.orgId, path.envTypeId),
  })),
  route('patch', '/orgs/{orgId}/env-types/{envTypeId}', 'org:administrator', ({ path, body: { description } }) => ({
    status: 200,
    body:
      description === undefined
        ? types.get(path.orgId, path.envTypeId)
        : types.describe(path.orgId, path.envTypeId, description ?? ''),
  })),
  route('delete', '/orgs/{orgId}/env-types/{envTypeId}', 'org:administrator', ({ path }) => {
    types.delete(path.orgId, path.envTypeId)
    return { status: 204 }
  }),
]
