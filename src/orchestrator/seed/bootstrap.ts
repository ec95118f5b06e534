import { orgPath } from '../auth.ts'
import type { Subject } from '../subjects.ts'
import type { SeedParts } from './parts.ts'
import { applySeed } from './seed.ts'

/** Which organization there is to work with, and the token that may do everything in it. */
export interface FirstOrganization {
  org: string
  token: string
}

const administratorId = 'local-administrator'

/**
 * What an empty store begins with: one organization, its administrator and the environment type `development`,
 * and then what the seed says. A store that holds something already is left as it is, but for a new token.
 */
export const bootstrap = (
  parts: SeedParts,
  { token, seed }: { token?: string | undefined; seed?: string | undefined },
): FirstOrganization => {
  const { store, scheduler, random, auth, models } = parts
  const settings = store.table<FirstOrganization>('settings')
  const known = settings.get('', 'first')
  const given = token ?? `local-${random.hex(20)}`
  if (known) {
    if (token === undefined) return known
    if (token !== known.token) auth.addToken(token, administratorId)
    const changed = { ...known, token }
    settings.update('', 'first', changed)
    return changed
  }
  const administrator: Subject = {
    id: administratorId,
    name: 'Local administrator',
    type: 'service',
    created_at: scheduler.timestamp(),
    properties: {},
    roles: {},
  }
  auth.addUser(administrator)
  auth.addToken(given, administrator.id)
  const organizations = seed === undefined ? [] : applySeed(parts, seed, administrator.id)
  const org = organizations[0] ?? 'local-org'
  if (organizations.length === 0) {
    models.organizations.create({ id: org, name: org, created_by: administrator.id })
    auth.grant(administrator.id, orgPath(org), 'administrator')
    models.environmentTypes.create(org, { id: 'development', description: 'Made by default' })
  }
  const first = { org, token: given }
  settings.insert('', 'first', first)
  return first
}
