import type { components } from '../../contract/schema.ts'
import type { Caller } from '../auth.ts'
import { badRequest, conflict, notFound } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { inUse, type Use } from '../use.ts'
import { accountTypes, requiredCredentials } from './account-types.ts'

type Account = components['schemas']['ResourceAccountResponse']
type AccountRequest = components['schemas']['CreateResourceAccountRequestRequest']
type AccountUpdate = components['schemas']['UpdateResourceAccountRequestRequest']
type Check = components['schemas']['CheckResourceAccountData']
/** What refers to an account. */
export type AccountReferences = Required<components['schemas']['ConflictingResourcesErrorResponseDetailsResources']>

export interface ChangeOptions {
  /** Check everything, store nothing. */
  dry_run?: boolean
  /** Refuse credentials that do not authenticate. */
  check_credential?: boolean
}

export interface ResourceAccounts {
  list(orgId: string): Account[]
  get(orgId: string, id: string): Account
  exists(orgId: string, id: string): boolean
  /** Undefined after a dry run, as with `update`. */
  create(orgId: string, request: AccountRequest, options: ChangeOptions, caller: Caller): Account | undefined
  update(orgId: string, id: string, request: AccountUpdate, options: ChangeOptions): Account | undefined
  delete(orgId: string, id: string): void
  /** Throws 400 when the credentials do not authenticate. */
  check(orgId: string, id: string): Check
}

export interface ResourceAccountNeighbours {
  /** Ids of all accounts that something refers to. */
  used(orgId: string): ReadonlySet<string>
  usesOf(orgId: string, accountId: string): Use[]
  /** Those of the uses that an answer can show. */
  references(orgId: string, accountId: string): AccountReferences
}

/** The credentials themselves are not kept: nothing here could use them, and what is not there cannot leak. */
interface AccountRecord extends Omit<Account, 'is_used'> {
  /** Names of the credentials that do not authenticate. */
  refused: string[]
}

type Credentials = AccountRequest['credentials']

export const isAccountType = (type: string) => requiredCredentials.has(type)

/** Messages name credentials and never show one. */
const checkCredentials = (type: string, credentials: Credentials) => {
  for (const name of requiredCredentials.get(type) ?? []) {
    if (typeof credentials[name] !== 'string') {
      throw badRequest(`credentials.${name} must be a text: an account of type '${type}' needs it.`)
    }
  }
}

/** ASSUMPTION: no cloud is asked. What is empty, or the word `invalid`, does not authenticate; everything else does. */
const refusedOf = (credentials: Credentials) =>
  Object.keys(credentials).filter((name) => credentials[name] === '' || credentials[name] === 'invalid')

const authenticate = (refused: string[]) => {
  if (refused.length === 0) return
  throw badRequest(`The credentials do not authenticate: correct ${refused.map((name) => `'${name}'`).join(', ')}.`)
}

export const createResourceAccounts = (
  { store, scheduler }: Parts,
  { used, usesOf, references }: ResourceAccountNeighbours,
): ResourceAccounts => {
  const accounts = store.table<AccountRecord>('resource-accounts')

  const toAccount = (
    orgId: string,
    { refused: _refused, ...account }: AccountRecord,
    usedIds = used(orgId),
  ): Account => ({
    ...account,
    is_used: usedIds.has(account.id),
  })
  const require = (orgId: string, id: string) => {
    const found = accounts.get(orgId, id)
    if (!found) throw notFound('Resource account', id, `organization '${orgId}'`)
    return found
  }

  return {
    list: (orgId) => {
      const usedIds = used(orgId)
      return accounts.list(orgId).map((each) => toAccount(orgId, each, usedIds))
    },
    get: (orgId, id) => toAccount(orgId, require(orgId, id)),
    exists: (orgId, id) => accounts.get(orgId, id) !== undefined,
    create: (orgId, { id, name, type, credentials }, options, caller) => {
      // Definitions can name an account of no other form (their `driver_account` has this pattern).
      if (!/^[a-z0-9][a-z0-9-]+[a-z0-9]$/.test(id)) {
        throw badRequest('id must be at least three lower-case letters, digits or inner hyphens.')
      }
      if (!isAccountType(type)) {
        throw badRequest(`type must be one of ${accountTypes.map((each) => each.type).join(', ')}, not '${type}'.`)
      }
      checkCredentials(type, credentials)
      const refused = refusedOf(credentials)
      if (options.check_credential === true) authenticate(refused)
      if (accounts.get(orgId, id)) {
        throw conflict(`Resource account '${id}' exists already in organization '${orgId}'.`)
      }
      if (options.dry_run === true) return undefined
      const made = { id, name, type, created_at: scheduler.timestamp(), created_by: caller.id, refused }
      accounts.insert(orgId, id, made)
      return toAccount(orgId, made)
    },
    update: (orgId, id, { name, credentials }, options) => {
      const found = require(orgId, id)
      if (credentials) checkCredentials(found.type, credentials)
      const refused = credentials ? refusedOf(credentials) : found.refused
      if (options.check_credential === true) authenticate(refused)
      if (options.dry_run === true) return undefined
      const updated = { ...found, name: name ?? found.name, refused }
      accounts.update(orgId, id, updated)
      return toAccount(orgId, updated)
    },
    delete: (orgId, id) => {
      require(orgId, id)
      const [use] = usesOf(orgId, id)
      if (use) {
        throw badRequest(inUse(`Resource account '${id}'`, use), { referencing_resources: references(orgId, id) })
      }
      accounts.delete(orgId, id)
    },
    check: (orgId, id) => {
      const { type, refused } = require(orgId, id)
      authenticate(refused)
      return {
        identity_fields: [
          { id: 'account', description: 'The resource account', value: id },
          { id: 'type', description: 'How it authenticates', value: type },
        ],
        warnings: ['This orchestrator asks no cloud whether the credentials work.'],
      }
    },
  }
}
