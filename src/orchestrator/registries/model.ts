import type { components } from '../../contract/schema.ts'
import type { Caller } from '../auth.ts'
import { badRequest, conflict, forbidden, notFound } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { type Credentials, issueCredentials } from './credentials.ts'

type Registry = components['schemas']['RegistryResponse']
type RegistryRequest = components['schemas']['RegistryRequest']
type RegistryCreds = components['schemas']['RegistryCredsResponse']

export interface Registries {
  /** The built-in registry first. */
  list(orgId: string): Registry[]
  get(orgId: string, id: string): Registry
  create(orgId: string, request: RegistryRequest, caller: Caller): Registry
  update(orgId: string, id: string, request: RegistryRequest): Registry
  delete(orgId: string, id: string): void
  /** What is valid at this moment; 403 where `enable_ci` is false, but for administrators. */
  creds(orgId: string, id: string, caller: Caller): RegistryCreds
}

export interface RegistryNeighbours {
  isAdministrator(caller: Caller, orgId: string): boolean
}

interface RegistryRecord {
  registry: Registry
  creds?: Credentials
}

const builtInId = 'humanitec'
const builtIn: RegistryRecord = {
  registry: {
    id: builtInId,
    registry: 'registry.humanitec.io',
    type: 'basic',
    // Assumption: builds are what it is there for.
    enable_ci: true,
    created_at: '2020-01-01T00:00:00.000Z',
    created_by: builtInId,
  },
}

/** A domain, perhaps with a port, and then perhaps a project. */
const registryName = /^[A-Za-z0-9.-]+(?::\d+)?(?:\/[^\s/]+)*$/

// Assumption, as the document only says that the type "defines the schema" of the rest.
const checkComplete = ({ registry: { type, registry, secrets = {} }, creds }: RegistryRecord) => {
  if (!registryName.test(registry)) {
    // Not repeated: there may be a password in what looks like a URL.
    throw badRequest(
      "registry must be a domain, or a domain and a project, such as 'ghcr.io/acme': no 'https://', and no slash at the end.",
    )
  }
  if (type === 'secret_ref' && Object.keys(secrets).length === 0) {
    throw badRequest(`secrets must name a secret for at least one cluster, or for '*', when type is 'secret_ref'.`)
  }
  if (type === 'public' || type === 'secret_ref') return
  if (!creds?.username || !creds.password) {
    throw badRequest(`creds must have a username and a password that are not empty when type is '${type}'.`)
  }
}

const checkChangeable = (id: string, what: 'changed' | 'deleted') => {
  if (id === builtInId) throw forbidden(`Registry '${id}' is built in and cannot be ${what}.`)
}

const fieldsOf = ({ registry, type, secrets }: RegistryRequest) => ({
  registry,
  type,
  ...(secrets ? { secrets } : {}),
})

export const createRegistries = ({ store, scheduler }: Parts, { isAdministrator }: RegistryNeighbours): Registries => {
  const records = store.table<RegistryRecord>('registries')

  const all = (orgId: string) => [builtIn, ...records.list(orgId)]
  const require = (orgId: string, id: string): RegistryRecord => {
    const found = id === builtInId ? builtIn : records.get(orgId, id)
    if (!found) throw notFound('Registry', id, `organization '${orgId}'`)
    return found
  }
  /** An image is matched to a registry by the registry's name, which therefore only one may have. */
  const checkName = (orgId: string, { id, registry: name }: Registry) => {
    const wanted = name.toLowerCase()
    const other = all(orgId).find(({ registry }) => registry.id !== id && registry.registry.toLowerCase() === wanted)
    if (other) throw conflict(`Registry '${other.registry.id}' stands for '${name}' already.`)
  }

  return {
    list: (orgId) => all(orgId).map(({ registry }) => registry),
    get: (orgId, id) => require(orgId, id).registry,
    create: (orgId, request, caller) => {
      const { id, creds, enable_ci = false } = request
      const made = { created_at: scheduler.timestamp(), created_by: caller.id }
      const record: RegistryRecord = {
        registry: { id, ...fieldsOf(request), enable_ci, ...made },
        ...(creds ? { creds } : {}),
      }
      checkComplete(record)
      if (all(orgId).some(({ registry }) => registry.id === id)) {
        throw conflict(`Registry '${id}' exists already in organization '${orgId}'.`)
      }
      checkName(orgId, record.registry)
      records.insert(orgId, id, record)
      return record.registry
    },
    update: (orgId, id, request) => {
      checkChangeable(id, 'changed')
      const { registry, creds: known } = require(orgId, id)
      if (request.id !== id) throw badRequest(`id must be '${id}', as in the path: the id of a registry stays.`)
      // Credentials for another way to log in are of no use.
      const creds = request.creds ?? (request.type === registry.type ? known : undefined)
      const record: RegistryRecord = {
        registry: { ...registry, ...fieldsOf(request), enable_ci: request.enable_ci ?? registry.enable_ci },
        ...(creds ? { creds } : {}),
      }
      checkComplete(record)
      checkName(orgId, record.registry)
      records.update(orgId, id, record)
      return record.registry
    },
    delete: (orgId, id) => {
      checkChangeable(id, 'deleted')
      require(orgId, id)
      records.delete(orgId, id)
    },
    creds: (orgId, id, caller) => {
      const { registry, creds } = require(orgId, id)
      // Assumption: who is not an administrator asks on behalf of a build.
      if (!registry.enable_ci && !isAdministrator(caller, orgId)) {
        throw forbidden(
          `Registry '${id}' gives its credentials to administrators only: let builds have them by setting enable_ci.`,
        )
      }
      const { secrets } = registry
      const kind = id === builtInId ? 'built-in' : registry.type
      const issued = issueCredentials(kind, `${orgId}/${id}`, scheduler.now()) ?? creds
      return { registry: registry.registry, ...issued, ...(secrets ? { secrets } : {}) }
    },
  }
}
