import type { components } from '../../contract/schema.ts'
import { type Auth, type Caller, heldRoles, organizationsOf, rolesOn } from '../auth.ts'
import { badRequest, conflict, forbidden, notFound } from '../errors.ts'
import { requireNameable } from '../nameable.ts'
import type { Parts } from '../parts.ts'
import type { TokenStore } from './store.ts'

type TokenInfo = components['schemas']['TokenInfoResponse']
type TokenDefinition = components['schemas']['TokenDefinitionRequest']

/** The tokens of a user, for the user itself and for those who manage it. */
export interface Tokens {
  list(userId: string, caller: Caller): TokenInfo[]
  get(userId: string, id: string, caller: Caller): TokenInfo
  /** Gives the secret, this once. */
  create(userId: string, definition: TokenDefinition, caller: Caller): string
  delete(userId: string, id: string, caller: Caller): void
}

/**
 * Whether a token of the user opens nothing that the caller could not open: managers manage the tokens of their
 * organization's service users (assumption), but must not get more rights by that than they have.
 */
const covers = (auth: Auth, caller: Caller, user: Caller): boolean =>
  heldRoles(user).every(([path, role]) => {
    const [, , orgId, kind, id] = path.split('/')
    if (auth.allows(caller, 'org:administrator', orgId)) return true
    if (kind === undefined) return role !== 'administrator'
    if (kind === 'apps') return auth.allows(caller, `app:${role as 'viewer' | 'developer' | 'owner'}`, orgId, id)
    return rolesOn(caller, path).includes(role)
  })

const mayManage = (auth: Auth, caller: Caller, user: Caller): boolean => {
  const organizations = organizationsOf(user)
  const manages = (orgId: string) => auth.allows(caller, 'org:manager', orgId)
  return organizations.length > 0 && organizations.every(manages) && covers(auth, caller, user)
}

const readExpiry = (text: string, now: number): string => {
  const at = Date.parse(text)
  if (at > now) return new Date(at).toISOString()
  throw badRequest(`'expires_at' must be a time to come, not ${text}.`)
}

export const createTokens = (
  { scheduler, random }: Parts,
  { auth, tokens }: { auth: Auth; tokens: TokenStore },
): Tokens => {
  const requireUser = (userId: string, caller: Caller, isOwnEnough: boolean): Caller => {
    const user = auth.user(userId)
    if (!user || user.type === 'group') throw notFound('User', userId)
    if ((isOwnEnough && caller.id === userId) || mayManage(auth, caller, user)) return user
    throw forbidden(`${caller.name} has no say over the tokens of user '${userId}'.`)
  }
  const requireToken = (userId: string, id: string) => {
    const found = tokens.get(userId, id)
    if (!found) throw notFound('Token', id, `those of user '${userId}'`)
    return found
  }

  return {
    list: (userId, caller) => {
      requireUser(userId, caller, true)
      return tokens.list(userId)
    },
    get: (userId, id, caller) => {
      requireUser(userId, caller, true)
      return requireToken(userId, id)
    },
    create: (userId, { id, type, description = '', expires_at }, caller) => {
      const user = requireUser(userId, caller, false)
      if (user.type !== 'service') {
        throw badRequest(`User '${userId}' is not a service user: tokens are issued for those only.`)
      }
      const expiry = expires_at === undefined ? {} : { expires_at: readExpiry(expires_at, scheduler.now()) }
      requireNameable(id)
      if (tokens.get(userId, id)) throw conflict(`User '${userId}' has a token '${id}' already.`)
      const secret = random.hex(32)
      const created_at = scheduler.timestamp()
      tokens.add(secret, userId, { id, type, description, created_at, created_by: caller.id, ...expiry })
      return secret
    },
    delete: (userId, id, caller) => {
      requireUser(userId, caller, true)
      requireToken(userId, id)
      tokens.delete(userId, id)
    },
  }
}
