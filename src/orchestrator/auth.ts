import { forbidden, HttpError } from './errors.ts'
import type { Scheduler } from './scheduler.ts'
import type { Store } from './store.ts'
import { createSubjects, type Subject } from './subjects.ts'
import { createTokenStore } from './tokens/store.ts'

/** Who makes a call: a user, as the store has it at this moment. */
export interface Caller extends Subject {
  /** The roles of each of its groups: they are its own as well. */
  inherited?: Record<string, string>[]
}

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
  /** Whether the caller has at least the role, itself or through a group. */
  allows(caller: Caller, access: Access, orgId: string | undefined, appId?: string): boolean
  /** 403 unless the caller has at least the role. */
  authorize(caller: Caller, access: Access, orgId: string | undefined, appId: string | undefined): void
  /** Deploying, and answering an approval, needs the role `deployer` on the environment's type. */
  mayDeploy(caller: Caller, target: { orgId: string; appId: string; envType: string }): boolean
  addUser(user: Subject): void
  /** A user, or a group, as a caller. */
  user(id: string): Caller | undefined
  /** Tokens are kept as hashes only. Returns the token's id. */
  addToken(token: string, userId: string): string
  grant(userId: string, path: string, role: string): void
}

export const orgPath = (orgId: string) => `/orgs/${orgId}`
export const appPath = (orgId: string, appId: string) => `/orgs/${orgId}/apps/${appId}`
export const envTypePath = (orgId: string, envType: string) => `/orgs/${orgId}/env-types/${envType}`

/** Each role with what it includes, least first. An application's creator becomes its owner. */
export const applicationRoles: readonly string[] = ['viewer', 'developer', 'owner']

export const environmentTypeRoles: readonly string[] = ['deployer']

/** What a role on the organization allows beside the role's own name. */
const organizationRoles: Record<string, readonly Access[]> = {
  orgViewer: ['org:member', 'app:viewer'],
  member: ['org:member'],
  artefactContributor: ['org:member', 'org:artefactContributor'],
  manager: ['org:member', 'org:artefactContributor', 'org:manager'],
}

/** Every role that a user can have on an organization. */
export const organizationRoleNames: readonly string[] = ['administrator', ...Object.keys(organizationRoles)]

/** The roles that a role includes on the same thing, weakest first, itself at the end. */
export const includedRoles = (role: string): string[] => {
  if (applicationRoles.includes(role)) return applicationRoles.slice(0, applicationRoles.indexOf(role) + 1)
  const included = role === 'administrator' ? organizationRoles['manager'] : organizationRoles[role]
  const names = (included ?? []).filter((access) => access.startsWith('org:')).map((access) => access.slice(4))
  return [...new Set([...names, role])]
}

/** All roles of a user, each with its path, those of its groups too; a path may come more than once. */
export const heldRoles = ({ roles, inherited = [] }: Caller): [path: string, role: string][] =>
  [roles, ...inherited].flatMap((each) => Object.entries(each))

/** The role of a user on each path, of several the one that includes the most. */
export const strongestRoles = (caller: Caller): Record<string, string> => {
  const strongest: Record<string, string> = {}
  for (const [path, role] of heldRoles(caller)) {
    const known = strongest[path]
    if (known === undefined || includedRoles(role).length > includedRoles(known).length) strongest[path] = role
  }
  return strongest
}

/** The organizations that a user has to do with. */
export const organizationsOf = (caller: Caller): string[] => {
  const ids = heldRoles(caller).map(([path]) => /^\/orgs\/([^/]+)$/.exec(path)?.[1])
  return [...new Set(ids.filter((id) => id !== undefined))]
}

export const rolesOn = ({ roles, inherited = [] }: Caller, path: string): string[] =>
  [roles, ...inherited].flatMap((each) => each[path] ?? [])

const allows: Auth['allows'] = (caller, access, orgId, appId) => {
  if (access === 'anybody') return true
  if (orgId === undefined) return false
  const held = rolesOn(caller, orgPath(orgId))
  if (held.some((role) => role === 'administrator' || organizationRoles[role]?.includes(access))) return true
  if (held.length === 0 || !access.startsWith('app:') || appId === undefined) return false
  const least = applicationRoles.indexOf(access.slice('app:'.length))
  return rolesOn(caller, appPath(orgId, appId)).some((role) => applicationRoles.indexOf(role) >= least)
}

const bearer = (headers: Record<string, string>) => /^(?:Bearer|JWT) +(\S+)$/i.exec(headers['authorization'] ?? '')?.[1]

const unauthorized = (reason: string) => new HttpError(401, `${reason}: send "Authorization: Bearer <token>".`)

export const createAuth = ({ store, scheduler }: { store: Store; scheduler: Scheduler }): Auth => {
  const subjects = createSubjects(store)
  const tokens = createTokenStore(store)

  const user = (id: string): Caller | undefined => {
    const found = subjects.get(id)
    if (!found?.groups?.length) return found
    return { ...found, inherited: found.groups.map((groupId) => subjects.get(groupId)?.roles ?? {}) }
  }

  return {
    authenticate: (headers) => {
      const token = bearer(headers)
      if (token === undefined) throw unauthorized('The request has no bearer token')
      const known = tokens.find(token)
      const caller = known && user(known.user_id)
      if (!caller) throw unauthorized('The token is not known')
      if (known.expires_at !== undefined && Date.parse(known.expires_at) <= scheduler.now()) {
        throw unauthorized(`The token has expired at ${known.expires_at}`)
      }
      return caller
    },
    allows,
    authorize: (caller, access, orgId, appId) => {
      if (allows(caller, access, orgId, appId)) return
      const [level, role] = access.split(':')
      const where = level === 'app' ? `application '${orgId}/${appId}'` : `organization '${orgId}'`
      throw forbidden(`${caller.name} needs at least the role '${role}' on ${where}.`)
    },
    mayDeploy: (caller, { orgId, appId, envType }) =>
      allows(caller, 'org:administrator', orgId) ||
      (rolesOn(caller, envTypePath(orgId, envType)).includes('deployer') &&
        allows(caller, 'app:developer', orgId, appId)),
    addUser: subjects.add,
    user,
    addToken: (token, userId) =>
      tokens.add(token, userId, {
        type: 'static',
        description: 'Given when the orchestrator was started',
        created_at: scheduler.timestamp(),
        created_by: userId,
      }),
    grant: subjects.grant,
  }
}
