import { route } from '../router.ts'
import type { Registries } from './model.ts'

export const registryRoutes = (registries: Registries) => [
  route('get', '/orgs/{orgId}/registries', 'org:member', ({ path }) => ({
    status: 200,
    body: registries.list(path.orgId),
  })),
  route('post', '/orgs/{orgId}/registries', 'org:administrator', ({ path, body, caller }) => ({
    status: 201,
    body: registries.create(path.orgId, body, caller),
  })),
  route('get', '/orgs/{orgId}/registries/{regId}', 'org:member', ({ path }) => ({
    status: 200,
    body: registries.get(path.orgId, path.regId),
  })),
  route('patch', '/orgs/{orgId}/registries/{regId}', 'org:administrator', ({ path, body }) => ({
    status: 200,
    body: registries.update(path.orgId, path.regId, body),
  })),
  route('delete', '/orgs/{orgId}/registries/{regId}', 'org:administrator', ({ path }) => {
    registries.delete(path.orgId, path.regId)
    return { status: 204 }
  }),
  route('get', '/orgs/{orgId}/registries/{regId}/creds', 'org:artefactContributor', ({ path, caller }) => ({
    status: 200,
    body: registries.creds(path.orgId, path.regId, caller),
  })),
]
