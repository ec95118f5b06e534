import type { components } from '../../contract/schema.ts'
import { type Auth, type Caller, orgPath, strongestRoles } from '../auth.ts'
import { checkDepth } from '../depth.ts'
import type { Parts } from '../parts.ts'
import type { Subject, Subjects } from '../subjects.ts'
import { checkEmail, checkRank, checkRole, organizationPlace } from '../user-roles/rules.ts'

type Profile = components['schemas']['UserProfileResponse']
type ExtendedProfile = components['schemas']['UserProfileExtendedResponse']
type ProfileChange = components['schemas']['UserProfileExtendedRequest']
type NewServiceUser = components['schemas']['NewServiceUserRequest']

export interface Users {
  profile(caller: Caller): ExtendedProfile
  /** Only the name, the address and the properties are the user's own to change (assumption). */
  changeProfile(caller: Caller, change: ProfileChange): ExtendedProfile
  createServiceUser(orgId: string, request: NewServiceUser, caller: Caller): Profile
}

export const toProfile = ({ id, name, email, type, created_at }: Subject): Profile => ({
  id,
  name,
  type,
  created_at,
  ...(email === undefined ? {} : { email }),
})

export const createUsers = (
  { scheduler, random }: Parts,
  { auth, subjects }: { auth: Auth; subjects: Subjects },
): Users => {
  const profile = (caller: Caller): ExtendedProfile => ({
    ...toProfile(caller),
    properties: caller.properties,
    roles: strongestRoles(caller),
  })

  return {
    profile,
    changeProfile: ({ inherited = [], ...user }, { name, email, properties }) => {
      if (email !== undefined) checkEmail(email)
      checkDepth('properties', properties)
      const changed: Subject = {
        ...user,
        ...(name === undefined ? {} : { name }),
        ...(email === undefined ? {} : { email }),
        ...(properties === undefined ? {} : { properties }),
      }
      subjects.update(changed)
      return profile({ ...changed, inherited })
    },
    createServiceUser: (orgId, { name, email, role }, caller) => {
      checkRole(role, organizationPlace(orgId), 'service')
      checkRank(auth, caller, orgId, [role])
      if (email !== undefined) checkEmail(email)
      const user: Subject = {
        id: `s-${random.uuid()}`,
        name,
        ...(email === undefined ? {} : { email }),
        type: 'service',
        created_at: scheduler.timestamp(),
        properties: {},
        roles: { [orgPath(orgId)]: role },
      }
      subjects.add(user)
      return toProfile(user)
    },
  }
}
