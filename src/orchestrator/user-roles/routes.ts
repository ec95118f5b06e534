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

/** Who may look at the roles on a thing, and who may change them. */
const places = [
  { place: '/orgs/{orgId}/apps/{appId}', look: 'app:viewer', change: 'app:owner' },
  // That managers may, and not administrators only, is an assumption.
  { place: '/orgs/{orgId}/env-types/{envType}', look: 'org:member', change: 'org:manager' },
] as const

const onPlaces = ({ roles, environmentTypePlace }: RoleModels) => {
  const placeOf = (path: { orgId: string } & ({ appId: string } | { envType: string })) =>
    'appId' in path ? applicationPlace(path.orgId, path.appId) : environmentTypePlace(path.orgId, path.envType)

  return places.flatMap(({ place, look, change }) => {
    const all = `${place}/users` as const
    const one = `${all}/{userId}` as const
    return [
      route('get', all, look, ({ path, query }) => ({ status: 200, body: roles.list(placeOf(path), query.type) })),
      route('post', all, change, ({ path, body, caller }) => ({
        status: 200,
        body: roles.add(placeOf(path), body, caller),
      })),
      route('get', one, look, ({ path }) => ({ status: 200, body: roles.get(placeOf(path), path.userId) })),
      route('patch', one, change, ({ path, body }) => ({
        status: 200,
        body: roles.change(placeOf(path), path.userId, body.role),
      })),
      route('delete', one, change, ({ path }) => {
        roles.remove(placeOf(path), path.userId)
        return { status: 204 }
      }),
    ]
  })
}

export const userRoleRoutes = (models: RoleModels) => [...onOrganizations(models), ...onPlaces(models)]
