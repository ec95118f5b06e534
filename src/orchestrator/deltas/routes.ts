import { route } from '../router.ts'
import type { Deltas } from './model.ts'

export const deltaRoutes = (deltas: Deltas) => [
  route('get', '/orgs/{orgId}/apps/{appId}/deltas', 'app:viewer', ({ path, query }) => ({
    status: 200,
    body: deltas.list(path.orgId, path.appId, query),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/deltas', 'app:developer', ({ path, body, caller }) => ({
    status: 200,
    body: deltas.create(path.orgId, path.appId, body, caller),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/deltas/{deltaId}', 'app:viewer', ({ path }) => ({
    status: 200,
    body: deltas.get(path.orgId, path.appId, path.deltaId),
  })),
  route('put', '/orgs/{orgId}/apps/{appId}/deltas/{deltaId}', 'app:developer', ({ path, body, caller }) => {
    deltas.replace(path.orgId, path.appId, path.deltaId, body, caller)
    return { status: 204 }
  }),
  route('patch', '/orgs/{orgId}/apps/{appId}/deltas/{deltaId}', 'app:developer', ({ path, body, caller }) => ({
    status: 200,
    body: deltas.merge(path.orgId, path.appId, path.deltaId, body, caller),
  })),
  route('put', '/orgs/{orgId}/apps/{appId}/deltas/{deltaId}/metadata/archived', 'app:developer', (call) => {
    const { path, body, caller } = call
    deltas.changeMetadata(path.orgId, path.appId, path.deltaId, { archived: body }, caller)
    return { status: 204 }
  }),
  route('put', '/orgs/{orgId}/apps/{appId}/deltas/{deltaId}/metadata/env_id', 'app:developer', (call) => {
    const { path, body, caller } = call
    deltas.changeMetadata(path.orgId, path.appId, path.deltaId, { env_id: body }, caller)
    return { status: 204 }
  }),
  route('put', '/orgs/{orgId}/apps/{appId}/deltas/{deltaId}/metadata/name', 'app:developer', (call) => {
    const { path, body, caller } = call
    deltas.changeMetadata(path.orgId, path.appId, path.deltaId, { name: body }, caller)
    return { status: 204 }
  }),
]
