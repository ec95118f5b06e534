import type { components } from '../../contract/schema.ts'
import { type Auth, type Caller, orgPath } from '../auth.ts'
import { badRequest } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { Subject, Subjects } from '../subjects.ts'
import { checkEmail, checkRank, checkRole, organizationPlace, toUserRole, type UserRole } from '../user-roles/rules.ts'

type Invitation = components['schemas']['UserInviteResponse']

export interface Invitations {
  list(orgId: string): Invitation[]
  /** Inviting somebody once more to the same role changes nothing (assumption). */
  create(orgId: string, wanted: { email: string; role: string }, caller: Caller): UserRole[]
  /** Forgets the invitation, and who was invited with it. */
  withdraw(orgId: string, userId: string): void
}

/** Assumption: nothing says how long an invitation is good for. */
const lifetimeMs = 7 * 24 * 3_600_000

export const createInvitations = (
  { store, scheduler, random }: Parts,
  { auth, subjects }: { auth: Auth; subjects: Subjects },
): Invitations => {
  const invitations = store.table<Invitation>('invitations')

  const withdraw = (orgId: string, userId: string) => {
    if (invitations.delete(orgId, userId)) subjects.remove(userId)
  }
  scheduler.on('invitation.expired', ({ orgId, userId }: { orgId: string; userId: string }) => withdraw(orgId, userId))
  const isSame = (one: string | undefined, other: string) => one?.toLowerCase() === other.toLowerCase()

  return {
    list: (orgId) => invitations.list(orgId),
    create: (orgId, { email, role }, caller) => {
      const place = organizationPlace(orgId)
      checkEmail(email)
      checkRole(role, place)
      checkRank(auth, caller, orgId, [role])
      const known = subjects.holders(place.path).find((each) => each.type === 'user' && isSame(each.email, email))
      if (known) {
        const held = toUserRole(known, place)
        if (held.role === role) return [held]
        throw badRequest(
          `${email} is in ${place.name} already, as '${known.id}' with the role '${held.role}': PATCH of that user gives another.`,
        )
      }
      const person: Subject = {
        id: random.uuid(),
        name: email,
        email,
        type: 'user',
        created_at: scheduler.timestamp(),
        properties: {},
        roles: { [orgPath(orgId)]: role },
        invite: 'pending',
      }
      const expiry = scheduler.now() + lifetimeMs
      subjects.add(person)
      invitations.insert(orgId, person.id, {
        user_id: person.id,
        email,
        created_by: caller.id,
        created_at: person.created_at,
        expires_at: new Date(expiry).toISOString(),
      })
      scheduler.schedule('invitation.expired', expiry, { orgId, userId: person.id })
      return [toUserRole(person, place)]
    },
    withdraw,
  }
}
