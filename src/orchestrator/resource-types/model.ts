import type { components } from '../../contract/schema.ts'
import { badRequest, conflict, forbidden, notFound } from '../errors.ts'
import type { CheckJsonSchema } from '../json-schema.ts'
import type { Parts } from '../parts.ts'
import { inUse, type Use } from '../use.ts'
import { builtInTypes } from './built-in.ts'

type ResourceType = components['schemas']['ResourceTypeResponse']
type TypeRequest = components['schemas']['ResourceTypeRequest']
type TypeUpdate = components['schemas']['UpdateResourceTypeRequestRequest']
type TypePatch = components['schemas']['PatchResourceTypeRequestRequest']

export interface ResourceTypes {
  /** The built-in types, then the organization's own. */
  list(orgId: string): ResourceType[]
  get(orgId: string, type: string): ResourceType
  exists(orgId: string, type: string): boolean
  create(orgId: string, request: TypeRequest): ResourceType
  /** What is left out becomes what it is in a new type. */
  replace(orgId: string, type: string, request: TypeUpdate): ResourceType
  /** What is left out or null stays. */
  patch(orgId: string, type: string, request: TypePatch): ResourceType
  delete(orgId: string, type: string): void
}

export interface ResourceTypeNeighbours {
  checkJsonSchema: CheckJsonSchema
  /** What is of the type. */
  usesOf(orgId: string, type: string): Use[]
  forgetClasses(orgId: string, type: string): void
}

const uses: readonly string[] = ['direct', 'indirect', 'implicit']

const builtIn = new Map(builtInTypes.map((each) => [each.type, each]))

/** As they are in a request that says nothing of them (assumption). */
const complete = (type: string, { name, category, use, inputs_schema, outputs_schema }: TypeUpdate): ResourceType => ({
  type,
  name: name ?? type,
  category: category ?? '',
  use,
  inputs_schema: inputs_schema ?? {},
  outputs_schema: outputs_schema ?? {},
})

export const createResourceTypes = ({ store }: Parts, neighbours: ResourceTypeNeighbours): ResourceTypes => {
  const types = store.table<ResourceType>('resource-types')

  const find = (orgId: string, type: string) => builtIn.get(type) ?? types.get(orgId, type)
  const get = (orgId: string, type: string) => {
    const found = find(orgId, type)
    if (!found) throw notFound('Resource type', type, `organization '${orgId}'`)
    return found
  }
  const own = (orgId: string, type: string) => {
    if (builtIn.has(type)) throw forbidden(`Resource type '${type}' is built in and cannot be changed or deleted.`)
    return get(orgId, type)
  }
  const check = (type: ResourceType) => {
    if (!uses.includes(type.use)) throw badRequest(`use must be one of ${uses.join(', ')}, not '${type.use}'.`)
    neighbours.checkJsonSchema('inputs_schema', type.inputs_schema)
    neighbours.checkJsonSchema('outputs_schema', type.outputs_schema)
    return type
  }
  const update = (orgId: string, type: ResourceType) => {
    types.update(orgId, type.type, check(type))
    return type
  }

  return {
    list: (orgId) => [...builtInTypes, ...types.list(orgId)],
    get,
    exists: (orgId, type) => find(orgId, type) !== undefined,
    create: (orgId, request) => {
      const [org, name = ''] = request.type.split(/\/(.*)/s)
      // The form of the name is that of other resource ids (assumption).
      if (org !== orgId || !/^[a-z0-9][a-z0-9-]+[a-z0-9]$/.test(name)) {
        throw badRequest(
          `type must be '${orgId}/' and at least three lower-case letters, digits or inner hyphens, not '${request.type}'.`,
        )
      }
      if (find(orgId, request.type)) throw conflict(`Resource type '${request.type}' exists already.`)
      const type = check(complete(request.type, request))
      types.insert(orgId, type.type, type)
      return type
    },
    replace: (orgId, type, request) => update(orgId, complete(own(orgId, type).type, request)),
    patch: (orgId, type, request) => {
      const given = Object.entries(request).filter(([, value]) => value !== null)
      const patch = Object.fromEntries(given) as Partial<TypeUpdate>
      return update(orgId, complete(type, { ...own(orgId, type), ...patch }))
    },
    delete: (orgId, type) => {
      own(orgId, type)
      const [use] = neighbours.usesOf(orgId, type)
      if (use) throw badRequest(inUse(`Resource type '${type}'`, use))
      neighbours.forgetClasses(orgId, type)
      types.delete(orgId, type)
    },
  }
}
