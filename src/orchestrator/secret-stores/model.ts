import type { components } from '../../contract/schema.ts'
import type { Caller } from '../auth.ts'
import { badRequest, conflict, forbidden, notFound } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { inUse, type Use } from '../use.ts'

type SecretStore = components['schemas']['SecretStoreResponse']
type CreateRequest = components['schemas']['CreateSecretStorePayloadRequest']
type UpdateRequest = components['schemas']['UpdateSecretStorePayloadRequest']

export interface SecretStores {
  /** The built-in store first. */
  list(orgId: string): SecretStore[]
  get(orgId: string, id: string): SecretStore
  exists(orgId: string, id: string): boolean
  /** Where the organization's secrets are kept: `humanitec` until another store is made the primary. */
  primary(orgId: string): SecretStore
  create(orgId: string, request: CreateRequest, caller: Caller): SecretStore
  update(orgId: string, id: string, request: UpdateRequest, caller: Caller): SecretStore
  delete(orgId: string, id: string): void
}

export interface SecretStoreNeighbours {
  /** Whose secrets lie in the store. */
  usesOf(orgId: string, id: string): Iterable<Use>
}

/** As it is stored: which one is the primary is said in one place, and credentials are not kept at all. */
type SecretStoreRecord = Omit<SecretStore, 'primary'>

/** What may be read back of each kind of store. */
const publicFields = {
  awssm: ['endpoint', 'region'],
  azurekv: ['tenant_id', 'url'],
  gcpsm: ['project_id'],
  vault: ['agent_id', 'path', 'url'],
}
type Kind = keyof typeof publicFields
const kinds = Object.keys(publicFields) as Kind[]

const kindsIn = (request: UpdateRequest): Kind[] => kinds.filter((kind) => request[kind] !== undefined)

// Credentials, which no answer may carry and nothing here uses, are safest forgotten at once.
const withoutCredentials = (kind: Kind, request: UpdateRequest) =>
  Object.fromEntries(Object.entries(request[kind] ?? {}).filter(([field]) => publicFields[kind].includes(field)))

const builtInId = 'humanitec'
// Assumption: the built-in store is older than every organization.
const builtIn: SecretStoreRecord = {
  id: builtInId,
  humanitec: {},
  created_at: '2020-01-01T00:00:00.000Z',
  created_by: builtInId,
  updated_at: '2020-01-01T00:00:00.000Z',
  updated_by: builtInId,
}

const checkCreation = (request: CreateRequest): Kind => {
  const [kind, ...others] = kindsIn(request)
  if (kind !== undefined && others.length === 0) return kind
  const found = kind === undefined ? 'has none of them' : `has ${[kind, ...others].join(' and ')}`
  throw badRequest(`A secret store is described by exactly one of ${kinds.join(', ')}; the request ${found}.`)
}

export const createSecretStores = ({ store, scheduler }: Parts, { usesOf }: SecretStoreNeighbours): SecretStores => {
  const records = store.table<SecretStoreRecord>('secret-stores')
  const primaries = store.table<{ storeId: string }>('primary-secret-store')

  const primaryId = (orgId: string) => primaries.get(orgId, 'primary')?.storeId ?? builtInId
  const find = (orgId: string, id: string) => (id === builtInId ? builtIn : records.get(orgId, id))
  const complete = (orgId: string, record: SecretStoreRecord): SecretStore => ({
    ...record,
    primary: record.id === primaryId(orgId),
  })
  const require = (orgId: string, id: string) => {
    const found = find(orgId, id)
    if (!found) throw notFound('Secret store', id, `organization '${orgId}'`)
    return found
  }
  /** In the place of the one that was (assumption). */
  const makePrimary = (orgId: string, storeId: string) => {
    primaries.delete(orgId, 'primary')
    primaries.insert(orgId, 'primary', { storeId })
  }

  // Assumption: neither what a store is nor that there is a primary can be changed away.
  const checkUpdate = (orgId: string, { id, ...record }: SecretStoreRecord, request: UpdateRequest) => {
    const foreign = kindsIn(request).find((kind) => record[kind] === undefined)
    if (foreign) throw badRequest(`${foreign} does not fit: what kind of store '${id}' is cannot be changed.`)
    if (request.primary === false && id === primaryId(orgId)) {
      throw badRequest(`primary of '${id}' cannot be taken away: make another secret store the primary instead.`)
    }
  }

  return {
    list: (orgId) => [builtIn, ...records.list(orgId)].map((record) => complete(orgId, record)),
    get: (orgId, id) => complete(orgId, require(orgId, id)),
    exists: (orgId, id) => find(orgId, id) !== undefined,
    primary: (orgId) => complete(orgId, require(orgId, primaryId(orgId))),
    create: (orgId, request, caller) => {
      const { id, primary } = request
      const kind = checkCreation(request)
      if (find(orgId, id)) throw conflict(`Secret store '${id}' exists already in organization '${orgId}'.`)
      const now = scheduler.timestamp()
      const record: SecretStoreRecord = {
        id,
        [kind]: withoutCredentials(kind, request),
        created_at: now,
        created_by: caller.id,
        updated_at: now,
        updated_by: caller.id,
      }
      records.insert(orgId, id, record)
      if (primary) makePrimary(orgId, id)
      return complete(orgId, record)
    },
    update: (orgId, id, request, caller) => {
      const record = require(orgId, id)
      checkUpdate(orgId, record, request)
      if (request.primary) makePrimary(orgId, id)
      if (id === builtInId) return complete(orgId, record)
      const [kind] = kindsIn(request)
      const changed: SecretStoreRecord = {
        ...record,
        ...(kind ? { [kind]: { ...record[kind], ...withoutCredentials(kind, request) } } : {}),
        updated_at: scheduler.timestamp(),
        updated_by: caller.id,
      }
      records.update(orgId, id, changed)
      return complete(orgId, changed)
    },
    // Assumption: secrets must have somewhere to go, and the refusal that deletion can give besides 404 is 403.
    delete: (orgId, id) => {
      if (id === builtInId) throw forbidden(`Secret store '${id}' is built in and cannot be deleted.`)
      require(orgId, id)
      if (id === primaryId(orgId)) {
        throw forbidden(`Secret store '${id}' is the primary: make another one the primary, then delete it.`)
      }
      // Assumption: a store goes when nothing that counts now needs it, whatever the past has of it.
      const [use] = usesOf(orgId, id)
      if (use) throw conflict(inUse(`Secret store '${id}'`, use))
      records.delete(orgId, id)
    },
  }
}
