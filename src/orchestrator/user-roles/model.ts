import { appPath, type Auth, type Caller, envTypePath } from '../auth.ts'
import { badRequest, notFound } from '../errors.ts'
import type { Dependant } from '../parts.ts'
import type { Subject, Subjects } from '../subjects.ts'
import { checkNotOwn, checkRole, type Place, requireHolder, toUserRole, type UserRole } from './rules.ts'

/** The roles on applications and environment types; for those on organizations see `members.ts`. */
export interface UserRoles extends Dependant {
  list(place: Place, type: 'user' | 'group' | undefined): UserRole[]
  get(place: Place, id: string): UserRole
  /** Giving a role once more changes nothing, giving another is refused (assumption). */
  add(place: Place, wanted: { id: string; role: string }, caller: Caller): UserRole
  change(place: Place, id: string, role: string): UserRole
  remove(place: Place, id: string): void
  forgetEnvironmentType(orgId: string, type: string): void
}

const isOfType = ({ type }: Subject, wanted: 'user' | 'group' | undefined) =>
  wanted === undefined || (wanted === 'group') === (type === 'group')

export const createUserRoles = ({ auth, subjects }: { auth: Auth; subjects: Subjects }): UserRoles => {
  const give = ({ id }: Subject, place: Place, role: string) => {
    subjects.grant(id, place.path, role)
    return toUserRole(requireHolder(subjects, place, id), place)
  }
  /** Of the organization, itself or through a group. */
  const requireMember = (orgId: string, id: string) => {
    const subject = auth.user(id)
    if (!subject || !auth.allows(subject, 'org:member', orgId)) throw notFound('User', id, `organization '${orgId}'`)
    return subject
  }

  return {
    list: (place, type) =>
      subjects
        .holders(place.path)
        .filter((subject) => isOfType(subject, type))
        .map((subject) => toUserRole(subject, place)),
    get: (place, id) => toUserRole(requireHolder(subjects, place, id), place),
    add: (place, { id, role }, caller) => {
      checkRole(role, place)
      const subject = requireMember(place.orgId, id)
      const held = subject.roles[place.path]
      if (held === role) return toUserRole(subject, place)
      if (held !== undefined) {
        throw badRequest(`User '${id}' has the role '${held}' on ${place.name} already: PATCH gives another.`)
      }
      checkNotOwn(auth, caller, place, id)
      return give(subject, place, role)
    },
    change: (place, id, role) => {
      const subject = requireHolder(subjects, place, id)
      checkRole(role, place)
      return give(subject, place, role)
    },
    remove: (place, id) => {
      requireHolder(subjects, place, id)
      subjects.revoke(id, place.path)
    },
    forgetApplication: (orgId, appId) => subjects.forget(appPath(orgId, appId)),
    forgetEnvironmentType: (orgId, type) => subjects.forget(envTypePath(orgId, type)),
  }
}
