import { orgPath } from '../auth.ts'
import type { Subject } from '../subjects.ts'
import { createTokenStore } from '../tokens/store.ts'
import type { SeedParts } from './parts.ts'
import { applySeed } from './seed.ts'

/** Which organization there is to work with, and the token that may do everything in it. */
export interface FirstOrganization {
  org: string
  token: string
}

/** What is kept of it: of the token only which one it is, so that the data tell it to nobody. */
interface Settings {
  org: string
  token_id: string
}

const administratorId = 'local-administrator'

/**
 * What an empty store begins with: one organization, its administrator and the environment type `development`,
 * and then what the seed says. A store that holds something already is left as it is, but for the token: that of the
 * last start ends where this one has another.
 */
export const bootstrap = (
  parts: SeedParts,
  { token, seed }: { token?: string | undefined; seed?: string | undefined },
): FirstOrganization => {
  const { store, scheduler, random, auth, models } = parts
  const settings = store.table<Settings>('settings')
  const known = settings.get('', 'first')
  const given = token ?? `local-${random.hex(20)}`
  const tokens = createTokenStore(store)
  if (known) {
    const owner = tokens.find(given)?.user_id
    if (owner !== undefined && owner !== administratorId) {
      throw new Error(`The administrator's token is the token of user '${owner}' too: choose another.`)
    }
    tokens.delete(administratorId, known.token_id)
    if (!tokens.find(given))
      settings.update('', 'first', { org: known.org, token_id: auth.addToken(given, administratorId) })
    return { org: known.org, token: given }
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
  const token_id = auth.addToken(given, administrator.id)
  const organizations = seed === undefined ? [] : applySeed(parts, seed, administrator.id)
  const org = organizations[0] ?? 'local-org'
  if (organizations.length === 0) {
    models.organizations.create({ id: org, name: org, created_by: administrator.id })
    auth.grant(administrator.id, orgPath(org), 'administrator')
    models.environmentTypes.create(org, { id: 'development', description: 'Made by default' })
  }
  settings.insert('', 'first', { org, token_id })
  return { org, token: given }
}
