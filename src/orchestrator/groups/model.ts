import type { components } from '../../contract/schema.ts'
import { type Auth, orgPath } from '../auth.ts'
import { conflict, notFound } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { Subject, Subjects } from '../subjects.ts'
import { checkRole, organizationPlace } from '../user-roles/rules.ts'
import { toProfile } from '../users/model.ts'

type Group = components['schemas']['Group']
type GroupWithRole = components['schemas']['GroupWithRole']
type GroupRequest = components['schemas']['GroupRequest']
type Profile = components['schemas']['UserProfileResponse']

/** The groups of an identity provider; who is in them, only it and the seed say. */
export interface Groups {
  create(orgId: string, request: GroupRequest): GroupWithRole
  delete(orgId: string, group: Subject): void
  members(orgId: string, groupId: string): Profile[]
  /** The groups of this organization that the user is in. */
  of(orgId: string, userId: string): Group[]
}

const toGroup = ({ id, name, idp_id = '', created_at }: Subject): Group => ({ id, group_id: name, idp_id, created_at })

export const createGroups = (
  { store, scheduler, random }: Parts,
  { auth, subjects }: { auth: Auth; subjects: Subjects },
): Groups => {
  const idsByName = store.table<string>('groups')

  const keyOf = (idpId: string, name: string) => `${idpId}/${name}`
  const find = (orgId: string, id: string) => {
    const found = subjects.get(id)
    return found?.type === 'group' && found.roles[orgPath(orgId)] !== undefined ? found : undefined
  }

  return {
    create: (orgId, { group_id: name, idp_id, role }) => {
      checkRole(role, organizationPlace(orgId), 'group')
      if (idsByName.get(orgId, keyOf(idp_id, name))) {
        throw conflict(
          `Group '${name}' of the identity provider '${idp_id}' exists already in organization '${orgId}'.`,
        )
      }
      const group: Subject = {
        id: `g-${random.uuid()}`,
        name,
        idp_id,
        type: 'group',
        created_at: scheduler.timestamp(),
        properties: {},
        roles: { [orgPath(orgId)]: role },
      }
      subjects.add(group)
      idsByName.insert(orgId, keyOf(idp_id, name), group.id)
      return { ...toGroup(group), role }
    },
    delete: (orgId, { id, name, idp_id = '' }) => {
      idsByName.delete(orgId, keyOf(idp_id, name))
      subjects.remove(id)
    },
    members: (orgId, groupId) => {
      if (!find(orgId, groupId)) throw notFound('Group', groupId, `organization '${orgId}'`)
      return subjects.members(groupId).map(toProfile)
    },
    of: (orgId, userId) => {
      const user = auth.user(userId)
      if (!user || !auth.allows(user, 'org:member', orgId)) throw notFound('User', userId, `organization '${orgId}'`)
      return (user.groups ?? [])
        .map((id) => find(orgId, id))
        .filter((group) => group !== undefined)
        .map(toGroup)
    },
  }
}
