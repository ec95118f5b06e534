import { createHash } from 'node:crypto'
import { forbidden, HttpError } from './errors.ts'
import type { Scheduler } from './scheduler.ts'
import type { Store } from './store.ts'

export interface User {
  id: string
  name: string
  email?: string
  type: 'user' | 'service' | 'system'
  created_at: string
  properties: Record<string, unknown>
  /** Path of an organization, application or environment type → role. */
  roles: Record<string, string>
}

/** Who makes a call: a user, as the store has it at this moment. */
export type Caller = User

/** Who may call: anybody with a token, or somebody with at least this role on the organization or application. */
export type Access =
  | 'anybody'
  | 'org:member'
  | 'org:artefactContributor'
  | 'org:manager'
  | 'org:administrator'
  | 'app:viewer'
  | 'app:developer'
  | 'app:owner'

export interface Auth {
  /** The user whose token the `Authorization` header carries; 401 without one. */
  authenticate(headers: Record<string, string>): Caller
  /** 403 unless the caller has at least the role. */
  authorize(caller: Caller, access: Access, orgId: string | undefined, appId: string | undefined): void
  /** Deploying, and answering an approval, needs the role `deployer` on the environment's type. */
  mayDeploy(caller: Caller, target: { orgId: string; appId: string; envType: string }): boolean
  addUser(user: User): void
  updateUser(user: User): void
  user(id: string): User | undefined
  /** Tokens are kept as hashes only. */
  addToken(token: string, userId: string): void
  grant(userId: string, path: string, role: string): void
}

export const orgPath = (orgId: string) => `/orgs/${orgId}`
export const appPath = (orgId: string, appId: string) => `/orgs/${orgId}/apps/${appId}`
export const envTypePath = (orgId: string, envType: string) => `/orgs/${orgId}/env-types/${envType}`

/** Each role with what it includes, least first. An application's creator becomes its owner. */
export const applicationRoles: readonly string[] = ['viewer', 'developer', 'owner']

/** What a role on the organization allows beside the role's own name. */
const organizationRoles: Record<string, readonly Access[]> = {
  orgViewer: ['org:member', 'app:viewer'],
  member: ['org:member'],
  artefactContributor: ['org:member', 'org:artefactContributor'],
  manager: ['org:member', 'org:artefactContributor', 'org:manager'],
}

const scope = ''

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

const bearer = (headers: Record<string, string>) => /^(?:Bearer|JWT) +(\S+)$/i.exec(headers['authorization'] ?? '')?.[1]

/** Every role that a user can have on an organization. */
export const organizationRoleNames: readonly string[] = ['administrator', ...Object.keys(organizationRoles)]

const isAdministrator = (caller: Caller, orgId: string) => caller.roles[orgPath(orgId)] === 'administrator'

const allows = (caller: Caller, access: Access, orgId: string, appId: string | undefined): boolean => {
  const role = caller.roles[orgPath(orgId)]
  if (role === undefined) return false
  if (role === 'administrator' || organizationRoles[role]?.includes(access)) return true
  if (!access.startsWith('app:') || appId === undefined) return false
  const held = applicationRoles.indexOf(caller.roles[appPath(orgId, appId)] ?? '')
  return held >= 0 && held >= applicationRoles.indexOf(access.slice('app:'.length))
}

export const createAuth = ({ store, scheduler }: { store: Store; scheduler: Scheduler }): Auth => {
  const users = store.table<User>('users')
  const tokens = store.table<{ userId: string; created_at: string }>('tokens')

  return {
    authenticate: (headers) => {
      const token = bearer(headers)
      const known = token === undefined ? undefined : tokens.get(scope, hashOf(token))
      const user = known && users.get(scope, known.userId)
      if (!user) {
        const reason = token === undefined ? 'The request has no bearer token' : 'The token is not known'
        throw new HttpError(401, `${reason}: send "Authorization: Bearer <token>".`)
      }
      return user
    },
    authorize: (caller, access, orgId, appId) => {
      if (access === 'anybody' || (orgId !== undefined && allows(caller, access, orgId, appId))) return
      const [level, role] = access.split(':')
      const where = level === 'app' ? `application '${orgId}/${appId}'` : `organization '${orgId}'`
      throw forbidden(`${caller.name} needs at least the role '${role}' on ${where}.`)
    },
    mayDeploy: (caller, { orgId, appId, envType }) =>
      isAdministrator(caller, orgId) ||
      (caller.roles[envTypePath(orgId, envType)] === 'deployer' && allows(caller, 'app:developer', orgId, appId)),
    addUser: (user) => users.insert(scope, user.id, user),
    updateUser: (user) => users.update(scope, user.id, user),
    user: (id) => users.get(scope, id),
    addToken: (token, userId) => tokens.insert(scope, hashOf(token), { userId, created_at: scheduler.timestamp() }),
    grant: (userId, path, role) => {
      const user = users.get(scope, userId)
      if (user) users.update(scope, userId, { ...user, roles: { ...user.roles, [path]: role } })
    },
  }
}
