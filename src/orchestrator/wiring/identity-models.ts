import type { Change } from '../app.ts'
import { type AuditLogs, createAuditLogs } from '../audit-logs/model.ts'
import { auditLogRoutes } from '../audit-logs/routes.ts'
import { type Auth, organizationsOf } from '../auth.ts'
import { createGroups, type Groups } from '../groups/model.ts'
import { groupRoutes } from '../groups/routes.ts'
import { createInvitations } from '../invitations/model.ts'
import { invitationRoutes } from '../invitations/routes.ts'
import { createOrganizations, type Organizations } from '../organizations/model.ts'
import { organizationRoutes } from '../organizations/routes.ts'
import type { Parts } from '../parts.ts'
import type { Route } from '../router.ts'
import { createSubjects, type Subjects } from '../subjects.ts'
import { createTokens } from '../tokens/model.ts'
import { tokenRoutes } from '../tokens/routes.ts'
import { createTokenStore } from '../tokens/store.ts'
import { createMembers } from '../user-roles/members.ts'
import { createUserRoles, type UserRoles } from '../user-roles/model.ts'
import { userRoleRoutes } from '../user-roles/routes.ts'
import { environmentTypePlace } from '../user-roles/rules.ts'
import { createUsers } from '../users/model.ts'
import { userRoutes } from '../users/routes.ts'

export interface IdentityModels {
  auditLogs: AuditLogs
  groups: Groups
  organizations: Organizations
  subjects: Subjects
  userRoles: UserRoles
  routes: Route[]
  /** Writes a change down with the organization that it was made in, or with those of the user whose it is. */
  audit(change: Change): void
}

export interface IdentityNeighbours {
  auth: Auth
  /** 404 for an environment type that does not exist. */
  requireEnvironmentType(orgId: string, type: string): void
}

/** Who there is, in which organizations, with which roles and tokens, and what they changed. */
export const createIdentityModels = (parts: Parts, neighbours: IdentityNeighbours): IdentityModels => {
  const { auth } = neighbours
  const subjects = createSubjects(parts.store)
  const people = { auth, subjects }
  const auditLogs = createAuditLogs(parts)
  const groups = createGroups(parts, people)
  const invitations = createInvitations(parts, people)
  const organizations = createOrganizations(parts)
  const userRoles = createUserRoles(people)
  const members = createMembers({ ...people, withdrawInvitation: invitations.withdraw, deleteGroup: groups.delete })

  const audit = ({ caller, parameters: { orgId, userId }, ...request }: Change) => {
    const user = userId === undefined ? undefined : auth.user(userId)
    const places = orgId === undefined ? (user ? organizationsOf(user) : []) : [orgId]
    for (const place of places) auditLogs.record(place, { ...request, userId: caller.id })
  }

  return {
    audit,
    auditLogs,
    groups,
    organizations,
    subjects,
    userRoles,
    routes: [
      ...auditLogRoutes(auditLogs),
      ...groupRoutes(groups),
      ...invitationRoutes(invitations),
      ...organizationRoutes(organizations),
      ...tokenRoutes(createTokens(parts, { auth, tokens: createTokenStore(parts.store) })),
      ...userRoleRoutes({
        auth,
        roles: userRoles,
        members,
        environmentTypePlace: (orgId, type) => {
          neighbours.requireEnvironmentType(orgId, type)
          return environmentTypePlace(orgId, type)
        },
      }),
      ...userRoutes(createUsers(parts, people)),
    ],
  }
}
