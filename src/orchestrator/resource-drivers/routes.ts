import { route } from '../router.ts'
import type { ResourceDrivers } from './model.ts'

export const resourceDriverRoutes = (drivers: ResourceDrivers) => [
  route('get', '/orgs/{orgId}/resources/drivers', 'org:member', ({ path }) => ({
    status: 200,
    body: drivers.list(path.orgId),
  })),
  route('post', '/orgs/{orgId}/resources/drivers', 'org:administrator', ({ path, body }) => ({
    status: 200,
    body: drivers.create(path.orgId, body),
  })),
  route('get', '/orgs/{orgId}/resources/drivers/{driverId}', 'org:member', ({ path }) => ({
    status: 200,
    body: drivers.get(path.orgId, path.driverId),
  })),
  route('put', '/orgs/{orgId}/resources/drivers/{driverId}', 'org:administrator', ({ path, body }) => ({
    status: 200,
    body: drivers.replace(path.orgId, path.driverId, body),
  })),
  route('delete', '/orgs/{orgId}/resources/drivers/{driverId}', 'org:administrator', ({ path }) => {
    drivers.delete(path.orgId, path.driverId)
    return { status: 204 }
  }),
]
