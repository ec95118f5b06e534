import type { components } from '../../contract/schema.ts'
import { checkDepth } from '../depth.ts'
import { badRequest, conflict, forbidden, notFound } from '../errors.ts'
import type { CheckJsonSchema } from '../json-schema.ts'
import type { Parts } from '../parts.ts'
import { inUse, naming, type Use } from '../use.ts'
import { anyType, builtInDrivers, builtInOrg } from './built-in.ts'

export type ResourceDriver = components['schemas']['DriverDefinitionResponse']
type DriverRequest = components['schemas']['CreateDriverRequestRequest']
type DriverUpdate = components['schemas']['UpdateDriverRequestRequest']

/** As it is stored: who may see it is not told. */
interface DriverRecord extends ResourceDriver {
  target: string
  is_public: boolean
}

export interface ResourceDrivers {
  /** The built-in drivers, the organization's own, and the public ones of others. */
  list(orgId: string): ResourceDriver[]
  get(orgId: string, id: string): ResourceDriver
  /** The driver that a definition names: `{org}/{id}`, or the id of one of the organization's own. */
  find(orgId: string, driverType: string): ResourceDriver | undefined
  create(orgId: string, request: DriverRequest): ResourceDriver
  replace(orgId: string, id: string, request: DriverUpdate): ResourceDriver
  delete(orgId: string, id: string): void
  /** Those of the organization that make resources of the type. */
  ofType(orgId: string, type: string): ResourceDriver[]
}

export interface ResourceDriverNeighbours {
  checkJsonSchema: CheckJsonSchema
  typeExists(orgId: string, type: string): boolean
  accountTypeExists(type: string): boolean
  /** What names the driver, in either way. */
  usesOf(orgId: string, names: readonly string[]): Use[]
}

const allScopes = 'drivers'
const scopeOf = (orgId: string) => `${allScopes}/${orgId}`

const builtIn = new Map(builtInDrivers.map((each) => [each.id, each]))

/** The driver that does a virtual driver's work, as `{org}/{id}`. */
const targetOf = ({ target = '' }: ResourceDriver) => /^driver:\/\/([^/]+\/[^/]+)$/.exec(target)?.[1]

const isHttp = (target: string) => /^https?:\/\//.test(target) && URL.canParse(target)

/** As everybody else sees it. */
const fromOutside = ({ target: _target, is_public: _isPublic, ...driver }: DriverRecord): ResourceDriver => driver
const fromInside = ({ is_public: _isPublic, ...driver }: DriverRecord): ResourceDriver => driver

const toRecord = (orgId: string, id: string, request: DriverUpdate): DriverRecord => {
  const { type, account_types, inputs_schema, target, template, is_public = false } = request
  const driver = { id, org_id: orgId, type, account_types, inputs_schema, target, is_public }
  return template === undefined ? driver : { ...driver, template }
}

export const createResourceDrivers = ({ store }: Parts, neighbours: ResourceDriverNeighbours): ResourceDrivers => {
  const drivers = store.table<DriverRecord>('resource-drivers')

  const find = (orgId: string, driverType: string): ResourceDriver | undefined => {
    const [, org = orgId, id = driverType] = /^([^/]+)\/(.+)$/s.exec(driverType) ?? []
    if (org === builtInOrg) return builtIn.get(id)
    const found = drivers.get(scopeOf(org), id)
    if (org === orgId) return found && fromInside(found)
    return found?.is_public === true ? fromOutside(found) : undefined
  }
  const othersOf = (orgId: string) =>
    [...drivers.scan({ scope: allScopes, within: true })]
      .map(({ value }) => value)
      .filter((each) => each.org_id !== orgId && each.is_public)
      .map(fromOutside)
  const list = (orgId: string) => [
    ...builtInDrivers,
    ...drivers.list(scopeOf(orgId)).map(fromInside),
    ...othersOf(orgId),
  ]
  /** By its plain id, that of the organization itself before one that is built in. */
  const get = (orgId: string, id: string) => {
    const found = find(orgId, id) ?? list(orgId).find((each) => each.id === id)
    if (!found) throw notFound('Resource driver', id, `organization '${orgId}'`)
    return found
  }
  const own = (orgId: string, id: string) => {
    const found = get(orgId, id)
    if (found.org_id === orgId) return found
    throw forbidden(
      `Resource driver '${id}' belongs to '${found.org_id}': only that organization can change or delete it.`,
    )
  }

  /** A virtual driver must come to one that is not, and never back to itself. */
  const checkTarget = (orgId: string, driver: DriverRecord) => {
    if (isHttp(driver.target)) return
    const seen = new Set([`${orgId}/${driver.id}`])
    for (let name = targetOf(driver); name !== undefined;) {
      if (seen.has(name)) throw badRequest(`target leads back to driver '${name}': a virtual driver needs a real one.`)
      seen.add(name)
      const next = find(orgId, name)
      if (!next) throw badRequest(`target names driver '${name}', which does not exist or is not public.`)
      name = targetOf(next)
    }
    if (seen.size === 1) {
      throw badRequest(`target must be a URL or driver://{orgId}/{driverId}, not '${driver.target}'.`)
    }
  }
  const check = (orgId: string, driver: DriverRecord) => {
    if (driver.type !== anyType && !neighbours.typeExists(orgId, driver.type)) {
      throw badRequest(`type names resource type '${driver.type}', which does not exist.`)
    }
    const unknown = driver.account_types.find((each) => !neighbours.accountTypeExists(each))
    if (unknown !== undefined) throw badRequest(`account_types has '${unknown}', which is no type of account.`)
    neighbours.checkJsonSchema('inputs_schema', driver.inputs_schema)
    checkDepth('template', driver.template)
    checkTarget(orgId, driver)
  }
  const virtualOn = (orgId: string, name: string) =>
    drivers
      .list(scopeOf(orgId))
      .filter((each) => targetOf(each) === name)
      .map(({ id }) => naming(`driver '${id}', whose target it is`))

  return {
    list,
    get,
    find,
    create: (orgId, request) => {
      const driver = toRecord(orgId, request.id, request)
      if (drivers.get(scopeOf(orgId), request.id)) {
        throw conflict(`Resource driver '${request.id}' exists already in organization '${orgId}'.`)
      }
      check(orgId, driver)
      drivers.insert(scopeOf(orgId), driver.id, driver)
      return fromInside(driver)
    },
    replace: (orgId, id, request) => {
      const driver = toRecord(orgId, own(orgId, id).id, request)
      check(orgId, driver)
      drivers.update(scopeOf(orgId), driver.id, driver)
      return fromInside(driver)
    },
    delete: (orgId, id) => {
      const driver = own(orgId, id)
      const name = `${orgId}/${driver.id}`
      const [use] = [...neighbours.usesOf(orgId, [driver.id, name]), ...virtualOn(orgId, name)]
      if (use) throw conflict(inUse(`Resource driver '${id}'`, use))
      drivers.delete(scopeOf(orgId), driver.id)
    },
    ofType: (orgId, type) => drivers.list(scopeOf(orgId)).filter((each) => each.type === type),
  }
}
