import { route } from '../router.ts'
import type { Values } from './model.ts'

// Assumption: who may change an application may change its environments' values too, without a role to deploy there.
export const valueRoutes = (values: Values) => [
  route('get', '/orgs/{orgId}/apps/{appId}/values', 'app:viewer', ({ path }) => ({
    status: 200,
    body: values.list(path),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/values', 'app:viewer', ({ path }) => ({
    status: 200,
    body: values.list(path),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/values', 'app:developer', ({ path, body, caller }) => ({
    status: 201,
    body: values.create(path, body, caller),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/envs/{envId}/values', 'app:developer', ({ path, body, caller }) => ({
    status: 201,
    body: values.create(path, body, caller),
  })),
  route('delete', '/orgs/{orgId}/apps/{appId}/values', 'app:developer', ({ path, caller }) => {
    values.deleteAll(path, caller)
    return { status: 204 }
  }),
  route('delete', '/orgs/{orgId}/apps/{appId}/envs/{envId}/values', 'app:developer', ({ path, caller }) => {
    values.deleteAll(path, caller)
    return { status: 204 }
  }),
  route('put', '/orgs/{orgId}/apps/{appId}/values/{key}', 'app:developer', ({ path, body, caller }) => ({
    status: 200,
    body: values.replace(path, path.key, body, caller),
  })),
  route('put', '/orgs/{orgId}/apps/{appId}/envs/{envId}/values/{key}', 'app:developer', ({ path, body, caller }) => ({
    status: 200,
    body: values.replace(path, path.key, body, caller),
  })),
  route('patch', '/orgs/{orgId}/apps/{appId}/values/{key}', 'app:developer', ({ path, body, caller }) => ({
    status: 200,
    body: values.update(path, path.key, body, caller),
  })),
  route('patch', '/orgs/{orgId}/apps/{appId}/envs/{envId}/values/{key}', 'app:developer', ({ path, body, caller }) => ({
    status: 200,
    body: values.update(path, path.key, body, caller),
  })),
  route('delete', '/orgs/{orgId}/apps/{appId}/values/{key}', 'app:developer', ({ path, caller }) => {
    values.delete(path, path.key, caller)
    return { status: 204 }
  }),
  route('delete', '/orgs/{orgId}/apps/{appId}/envs/{envId}/values/{key}', 'app:developer', ({ path, caller }) => {
    values.delete(path, path.key, caller)
    return { status: 204 }
  }),
]
