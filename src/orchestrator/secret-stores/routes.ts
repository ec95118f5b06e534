import { route } from '../router.ts'
import type { SecretStores } from './model.ts'

export const secretStoreRoutes = (stores: SecretStores) => [
  route('get', '/orgs/{orgId}/secretstores', 'org:member', ({ path }) => ({
    status: 200,
    body: stores.list(path.orgId),
  })),
  route('post', '/orgs/{orgId}/secretstores', 'org:administrator', ({ path, body, caller }) => ({
    status: 201,
    body: stores.create(path.orgId, body, caller),
  })),
  route('get', '/orgs/{orgId}/secretstores/{storeId}', 'org:member', ({ path }) => ({
    status: 200,
    body: stores.get(path.orgId, path.storeId),
  })),
  route('patch', '/orgs/{orgId}/secretstores/{storeId}', 'org:administrator', ({ path, body, caller }) => ({
    status: 200,
    body: stores.update(path.orgId, path.storeId, body, caller),
  })),
  route('delete', '/orgs/{orgId}/secretstores/{storeId}', 'org:administrator', ({ path }) => {
    stores.delete(path.orgId, path.storeId)
    return { status: 204 }
  }),
]
