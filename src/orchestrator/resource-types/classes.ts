import type { components } from '../../contract/schema.ts'
import type { Caller } from '../auth.ts'
import { conflict, notFound } from '../errors.ts'
import type { Parts } from '../parts.ts'

type ResourceClass = components['schemas']['ResourceClassResponse']
type ClassRequest = components['schemas']['ResourceClassRequest']

export interface ResourceClasses {
  /** Of every type. */
  list(orgId: string): ResourceClass[]
  get(orgId: string, type: string, id: string): ResourceClass
  create(orgId: string, type: string, request: ClassRequest, caller: Caller): ResourceClass
  describe(orgId: string, type: string, id: string, description: string): ResourceClass
  delete(orgId: string, type: string, id: string): void
  forgetType(orgId: string, type: string): void
}

export interface ResourceClassNeighbours {
  /** Throws 404 for a type that the organization does not have. */
  requireType(orgId: string, type: string): void
}

/** What every resource is of that names no class: it needs no making, and cannot be made (assumption). */
const defaultClass = 'default'

const idOf = (type: string, id: string) => `${type}#${id}`

export const createResourceClasses = (
  { store, scheduler }: Parts,
  { requireType }: ResourceClassNeighbours,
): ResourceClasses => {
  const classes = store.table<ResourceClass>('resource-classes')

  const get = (orgId: string, type: string, id: string) => {
    const found = classes.get(orgId, idOf(type, id))
    if (!found) throw notFound('Resource class', id, `resource type '${type}'`)
    return found
  }

  return {
    list: (orgId) => classes.list(orgId),
    get,
    create: (orgId, type, { id, description }, caller) => {
      requireType(orgId, type)
      if (id === defaultClass || classes.get(orgId, idOf(type, id))) {
        throw conflict(`Resource class '${id}' exists already in resource type '${type}'.`)
      }
      const made = {
        id,
        resource_type: type,
        description,
        created_by: caller.id,
        created_at: scheduler.timestamp(),
      }
      classes.insert(orgId, idOf(type, id), made)
      return made
    },
    describe: (orgId, type, id, description) => {
      const described = { ...get(orgId, type, id), description }
      classes.update(orgId, idOf(type, id), described)
      return described
    },
    delete: (orgId, type, id) => {
      get(orgId, type, id)
      classes.delete(orgId, idOf(type, id))
    },
    forgetType: (orgId, type) => {
      for (const { resource_type, id } of classes.list(orgId)) {
        if (resource_type === type) classes.delete(orgId, idOf(type, id))
      }
    },
  }
}
