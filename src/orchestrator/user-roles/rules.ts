import type { components } from '../../contract/schema.ts'
import {
  appPath,
  applicationRoles,
  type Auth,
  type Caller,
  environmentTypeRoles,
  envTypePath,
  organizationRoleNames,
  orgPath,
} from '../auth.ts'
import { badRequest, forbidden, notFound } from '../errors.ts'
import type { Subject, Subjects } from '../subjects.ts'

export type UserRole = components['schemas']['UserRoleResponse']

/** A thing that roles are held on. */
export interface Place {
  orgId: string
  path: string
  /** For messages. */
  name: string
  roles: readonly string[]
}

export const organizationPlace = (orgId: string): Place => ({
  orgId,
  path: orgPath(orgId),
  name: `organization '${orgId}'`,
  roles: organizationRoleNames,
})

export const applicationPlace = (orgId: string, appId: string): Place => ({
  orgId,
  path: appPath(orgId, appId),
  name: `application '${orgId}/${appId}'`,
  roles: applicationRoles,
})

export const environmentTypePlace = (orgId: string, type: string): Place => ({
  orgId,
  path: envTypePath(orgId, type),
  name: `environment type '${type}'`,
  roles: environmentTypeRoles,
})

/** Of somebody who holds a role there. */
export const toUserRole = (subject: Subject, { path }: Pick<Place, 'path'>): UserRole => {
  const { id, name, email, type, created_at, roles, invite, idp_id } = subject
  return {
    id,
    name,
    type,
    created_at,
    role: roles[path] ?? '',
    ...(email === undefined ? {} : { email }),
    ...(invite === undefined ? {} : { invite }),
    ...(idp_id === undefined ? {} : { idp_id }),
  }
}

/** Who holds a role of its own on the place; 404 for everybody else, of this organization or another. */
export const requireHolder = (subjects: Subjects, { path, name }: Place, id: string): Subject => {
  const subject = subjects.get(id)
  if (subject?.roles[path] === undefined) throw notFound('A role of user', id, name)
  return subject
}

/** 400 for what is not a role there, or not one for a subject of this type. */
export const checkRole = (role: string, { name, roles }: Place, type: Subject['type'] = 'user') => {
  if (!roles.includes(role)) {
    throw badRequest(`'${role}' is not a role on ${name}: 'role' must be one of ${roles.join(', ')}.`)
  }
  if (role !== 'artefactContributor' || type === 'service') return
  throw badRequest(`Only service users can have the role 'artefactContributor' on ${name}.`)
}

/** 403 unless the caller may give the role and take the other away: administrators are administrators' to choose. */
export const checkRank = (auth: Auth, caller: Caller, orgId: string, roles: readonly (string | undefined)[]) => {
  if (!roles.includes('administrator') || auth.allows(caller, 'org:administrator', orgId)) return
  throw forbidden(`Only an administrator of organization '${orgId}' gives the role 'administrator' or takes it away.`)
}

/** 403 for who is no administrator and would choose its own role, or that of a group that it is in (assumption). */
export const checkNotOwn = (auth: Auth, caller: Caller, { orgId, name }: Place, id: string) => {
  const isOwn = id === caller.id || caller.groups?.includes(id)
  if (!isOwn || auth.allows(caller, 'org:administrator', orgId)) return
  throw forbidden(`${caller.name} cannot choose its own role on ${name}, nor that of a group that it is in.`)
}

const addressLimit = 254

/** 400 for what cannot be an address. */
export const checkEmail = (email: string) => {
  if (email.length <= addressLimit && /^[^\s@]+@[^\s@]+$/.test(email)) return
  throw badRequest(`'email' must be one address, as jane@example.com, of up to ${addressLimit} characters.`)
}
