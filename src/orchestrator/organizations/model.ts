import type { components } from '../../contract/schema.ts'
import { type Caller, organizationsOf } from '../auth.ts'
import { conflict, notFound } from '../errors.ts'
import type { Parts } from '../parts.ts'

type Organization = components['schemas']['OrganizationResponse']

export interface Organizations {
  /** Those that the caller has a role in. */
  list(caller: Caller): Organization[]
  get(id: string): Organization
  create(organization: { id: string; name: string; created_by: string }): void
}

const scope = ''

export const createOrganizations = ({ store, scheduler }: Parts): Organizations => {
  const organizations = store.table<Organization>('organizations')

  return {
    list: (caller) =>
      organizationsOf(caller)
        .map((id) => organizations.get(scope, id))
        .filter((found) => found !== undefined),
    get: (id) => {
      const found = organizations.get(scope, id)
      if (!found) throw notFound('Organization', id)
      return found
    },
    create: ({ id, name, created_by }) => {
      if (organizations.get(scope, id)) throw conflict(`Organization '${id}' exists already.`)
      const created_at = scheduler.timestamp()
      organizations.insert(scope, id, { id, name, created_by, created_at, trial_expires_at: null, logo: {} })
    },
  }
}
