import type { components } from '../../contract/schema.ts'
import type { Auth, Caller } from '../auth.ts'

type Profile = components['schemas']['UserProfileExtendedResponse']
type ProfileChange = components['schemas']['UserProfileExtendedRequest']

const toProfile = ({ id, name, email, type, created_at, properties, roles }: Caller): Profile => ({
  id,
  name,
  type,
  created_at,
  properties,
  roles,
  ...(email === undefined ? {} : { email }),
})

export interface Users {
  profile(caller: Caller): Profile
  /** Only the name, the address and the properties are the user's own to change (assumption). */
  changeProfile(caller: Caller, change: ProfileChange): Profile
}

export const createUsers = (auth: Auth): Users => ({
  profile: toProfile,
  changeProfile: (caller, { name, email, properties }) => {
    const changed: Caller = {
      ...caller,
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      ...(properties === undefined ? {} : { properties }),
    }
    auth.updateUser(changed)
    return toProfile(changed)
  },
})
