import { type Auth, type Caller, orgPath } from '../auth.ts'
import { badRequest } from '../errors.ts'
import type { Subject, Subjects } from '../subjects.ts'
import {
  checkNotOwn,
  checkRank,
  checkRole,
  organizationPlace,
  requireHolder,
  toUserRole,
  type UserRole,
} from './rules.ts'

/** The roles on organizations: who is in one at all. */
export interface Members {
  change(orgId: string, id: string, role: string, caller: Caller): UserRole
  /** With all roles below; one who has not come yet, or a group, is gone altogether. */
  remove(orgId: string, id: string, caller: Caller): void
}

export interface MemberNeighbours {
  auth: Auth
  subjects: Subjects
  withdrawInvitation(orgId: string, userId: string): void
  deleteGroup(orgId: string, group: Subject): void
}

export const createMembers = (neighbours: MemberNeighbours): Members => {
  const { auth, subjects } = neighbours

  const hasCome = ({ invite }: Subject) => invite === undefined
  /** Somebody else who is an administrator for sure: an empty group and an open invitation are nobody. */
  const hasOtherAdministrator = (orgId: string, id: string) =>
    subjects
      .holders(orgPath(orgId))
      .filter((holder) => holder.id !== id && holder.roles[orgPath(orgId)] === 'administrator')
      .flatMap((holder) => (holder.type === 'group' ? subjects.members(holder.id) : [holder]))
      .some((person) => person.id !== id && hasCome(person))

  /** 403 or 400 if the subject may not lose its role for this one, or for none. */
  const checkChange = (orgId: string, subject: Subject, role: string | undefined, caller: Caller) => {
    const held = subject.roles[orgPath(orgId)]
    if (held === role) return
    checkRank(auth, caller, orgId, [held, role])
    if (held === 'administrator' && !hasOtherAdministrator(orgId, subject.id)) {
      throw badRequest(`'${subject.id}' is the last administrator of organization '${orgId}': make another one first.`)
    }
  }

  return {
    change: (orgId, id, role, caller) => {
      const place = organizationPlace(orgId)
      const subject = requireHolder(subjects, place, id)
      checkRole(role, place, subject.type)
      checkNotOwn(auth, caller, place, id)
      checkChange(orgId, subject, role, caller)
      subjects.grant(id, place.path, role)
      return toUserRole(requireHolder(subjects, place, id), place)
    },
    remove: (orgId, id, caller) => {
      const subject = requireHolder(subjects, organizationPlace(orgId), id)
      checkChange(orgId, subject, undefined, caller)
      if (subject.type === 'group') return neighbours.deleteGroup(orgId, subject)
      if (!hasCome(subject)) return neighbours.withdrawInvitation(orgId, id)
      const isHere = (groupId: string) => subjects.get(groupId)?.roles[orgPath(orgId)] !== undefined
      for (const groupId of (subject.groups ?? []).filter(isHere)) subjects.leave(groupId, id)
      subjects.revoke(id, orgPath(orgId))
    },
  }
}
