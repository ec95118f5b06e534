import { route } from '../router.ts'
import type { PublicKeys } from './model.ts'

export const keyRoutes = (keys: PublicKeys) => [
  route('get', '/orgs/{orgId}/keys', 'org:member', ({ path, query }) => ({
    status: 200,
    body: keys.list(path.orgId, query),
  })),
  route('post', '/orgs/{orgId}/keys', 'org:administrator', ({ path, body, caller }) => ({
    status: 200,
    body: keys.create(path.orgId, body, caller),
  })),
  route('get', '/orgs/{orgId}/keys/{keyId}', 'org:member', ({ path }) => ({
    status: 200,
    body: keys.get(path.orgId, path.keyId),
  })),
  route('delete', '/orgs/{orgId}/keys/{keyId}', 'org:administrator', ({ path }) => {
    keys.delete(path.orgId, path.keyId)
    return { status: 204 }
  }),
  route('get', '/orgs/{orgId}/humanitec-keys', 'org:member', ({ query }) => ({
    status: 200,
    body: keys.ofHumanitec(query),
  })),
]
