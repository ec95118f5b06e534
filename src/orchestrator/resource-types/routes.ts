import { route } from '../router.ts'
import type { ResourceClasses } from './classes.ts'
import type { ResourceTypes } from './model.ts'

export const resourceTypeRoutes = (types: ResourceTypes) => [
  route('get', '/orgs/{orgId}/resources/types', 'org:member', ({ path }) => ({
    status: 200,
    body: types.list(path.orgId),
  })),
  route('post', '/orgs/{orgId}/resources/types', 'org:administrator', ({ path, body }) => ({
    status: 200,
    body: types.create(path.orgId, body),
  })),
  route('put', '/orgs/{orgId}/resources/types/{typeId}', 'org:administrator', ({ path, body }) => ({
    status: 200,
    body: types.replace(path.orgId, path.typeId, body),
  })),
  route('patch', '/orgs/{orgId}/resources/types/{typeId}', 'org:administrator', ({ path, body }) => ({
    status: 200,
    body: types.patch(path.orgId, path.typeId, body),
  })),
  route('delete', '/orgs/{orgId}/resources/types/{typeId}', 'org:administrator', ({ path }) => {
    types.delete(path.orgId, path.typeId)
    return { status: 204 }
  }),
]

const oneClass = '/orgs/{orgId}/resources/types/{typeId}/classes/{classId}'

export const resourceClassRoutes = (classes: ResourceClasses) => [
  route('get', '/orgs/{orgId}/resources/classes', 'org:member', ({ path }) => ({
    status: 200,
    body: classes.list(path.orgId),
  })),
  route('post', '/orgs/{orgId}/resources/types/{typeId}/classes', 'org:administrator', ({ path, body, caller }) => ({
    status: 200,
    body: classes.create(path.orgId, path.typeId, body, caller),
  })),
  route('get', oneClass, 'org:member', ({ path }) => ({
    status: 200,
    body: classes.get(path.orgId, path.typeId, path.classId),
  })),
  route('patch', oneClass, 'org:administrator', ({ path, body }) => ({
    status: 200,
    body: classes.describe(path.orgId, path.typeId, path.classId, body.description),
  })),
  route('delete', oneClass, 'org:administrator', ({ path }) => {
    classes.delete(path.orgId, path.typeId, path.classId)
    return { status: 204 }
  }),
]
