import type { Auth } from '../auth.ts'
import { route } from '../router.ts'
import type { Members } from './members.ts'
import type { UserRoles } from './model.ts'
import { permissionsIn } from './permissions.ts'
import { applicationPlace, organizationPlace, type Place } from './rules.ts'

export interface RoleModels {
  auth: Auth
  roles: UserRoles
  members: Members
  /** 404 for an environment type that does not exist. */
  environmentTypePlace(orgId: string, type: string): Place
}

const onOrganizations = ({ auth, roles, members }: RoleModels) => [
  // Whoever is in an organization may see who else is, to work with them (assumption).
  route('get', '/orgs/{orgId}/users', 'org:member', ({ path, query }) => ({
    status: 200,
    body: roles.list(organizationPlace(path.orgId), query.type),
  })),
  route('get', '/orgs/{orgId}/users/{userId}', 'org:member', ({ path }) => ({
    status: 200,
    body: roles.get(organizationPlace(path.orgId), path.userId),
  })),
  route('patch', '/orgs/{orgId}/users/{userId}', 'org:manager', ({ path, body, caller }) => ({
    status: 200,
    body: members.change(path.orgId, path.userId, body.role, caller),
  })),
  route('delete', '/orgs/{orgId}/users/{userId}', 'org:manager', ({ path, caller }) => {
    members.remove(path.orgId, path.userId, caller)
    return { status: 204 }
  }),
  route('get', '/orgs/{orgId}/users/{userId}/perms', 'org:member', ({ path, caller }) => ({
    status: 200,
    body: permissionsIn(auth, path.orgId, path.userId, caller),
  })),
]

const onApplications = ({ roles }: RoleModels) => [
  route('get', '/orgs/{orgId}/apps/{appId}/users', 'app:viewer', ({ path, query }) => ({
    status: 200,
    body: roles.list(applicationPlace(path.orgId, path.appId), query.type),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/users', 'app:owner', ({ path, body, caller }) => ({
    status: 200,
    body: roles.add(applicationPlace(path.orgId, path.appId), body, caller),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/users/{userId}', 'app:viewer', ({ path }) => ({
    status: 200,
    body: roles.get(applicationPlace(path.orgId, path.appId), path.userId),
  })),
  route('patch', '/orgs/{orgId}/apps/{appId}/users/{userId}', 'app:owner', ({ path, body }) => ({
    status: 200,
    body: roles.change(applicationPlace(path.orgId, path.appId), path.userId, body.role),
  })),
  route('delete', '/orgs/{orgId}/apps/{appId}/users/{userId}', 'app:owner', ({ path }) => {
    roles.remove(applicationPlace(path.orgId, path.appId), path.userId)
    return { status: 204 }
  }),
]

const onEnvironmentTypes = ({ roles, environmentTypePlace }: RoleModels) => [
  route('get', '/orgs/{orgId}/env-types/{envType}/users', 'org:member', ({ path, query }) => ({
    status: 200,
    body: roles.list(environmentTypePlace(path.orgId, path.envType), query.type),
  })),
  // That managers may, and not administrators only, is an assumption.
  route('post', '/orgs/{orgId}/env-types/{envType}/users', 'org:manager', ({ path, body, caller }) => ({
    status: 200,
    body: roles.add(environmentTypePlace(path.orgId, path.envType), body, caller),
  })),
  route('get', '/orgs/{orgId}/env-types/{envType}/users/{userId}', 'org:member', ({ path }) => ({
    status: 200,
    body: roles.get(environmentTypePlace(path.orgId, path.envType), path.userId),
  })),
  route('patch', '/orgs/{orgId}/env-types/{envType}/users/{userId}', 'org:manager', ({ path, body }) => ({
    status: 200,
    body: roles.change(environmentTypePlace(path.orgId, path.envType), path.userId, body.role),
  })),
  route('delete', '/orgs/{orgId}/env-types/{envType}/users/{userId}', 'org:manager', ({ path }) => {
    roles.remove(environmentTypePlace(path.orgId, path.envType), path.userId)
    return { status: 204 }
  }),
]

export const userRoleRoutes = (models: RoleModels) => [
  ...onOrganizations(models),
  ...onApplications(models),
  ...onEnvironmentTypes(models),
]
