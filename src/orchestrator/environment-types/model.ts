import type { components } from '../../contract/schema.ts'
import { conflict, HttpError, notFound } from '../errors.ts'
import type { Parts } from '../parts.ts'

type EnvironmentType = components['schemas']['EnvironmentTypeResponse']

export interface EnvironmentTypes {
  list(orgId: string): EnvironmentType[]
  get(orgId: string, id: string): EnvironmentType
  exists(orgId: string, id: string): boolean
  create(orgId: string, type: { id: string; description?: string }): EnvironmentType
  describe(orgId: string, id: string, description: string): EnvironmentType
  delete(orgId: string, id: string): void
}

export interface EnvironmentTypeNeighbours {
  environmentsOfType(orgId: string, type: string): { app_id: string; env_id: string }[]
  forgetRoles(orgId: string, type: string): void
}

export const createEnvironmentTypes = (
  { store }: Parts,
  { environmentsOfType, forgetRoles }: EnvironmentTypeNeighbours,
): EnvironmentTypes => {
  const types = store.table<EnvironmentType>('environment-types')

  const get = (orgId: string, id: string) => {
    const found = types.get(orgId, id)
    if (!found) throw notFound('Environment type', id, `organization '${orgId}'`)
    return found
  }

  return {
    list: (orgId) => types.list(orgId),
    get,
    exists: (orgId, id) => types.get(orgId, id) !== undefined,
    create: (orgId, { id, description = '' }) => {
      if (types.get(orgId, id)) throw conflict(`Environment type '${id}' exists already in organization '${orgId}'.`)
      const type = { id, description }
      types.insert(orgId, id, type)
      return type
    },
    describe: (orgId, id, description) => {
      const described = { ...get(orgId, id), description }
      types.update(orgId, id, described)
      return described
    },
    delete: (orgId, id) => {
      get(orgId, id)
      const users = environmentsOfType(orgId, id)
      if (users.length > 0) throw new HttpError(409, `Environment type '${id}' is in use.`, { body: users })
      forgetRoles(orgId, id)
      types.delete(orgId, id)
    },
  }
}
