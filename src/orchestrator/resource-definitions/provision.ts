import type { components } from '../../contract/schema.ts'
import type { JsonObject } from '../../sets/types.ts'
import { checkDepth } from '../depth.ts'
import { badRequest } from '../errors.ts'
import { parseName } from '../resource-graph/references.ts'
import { mergeKeys } from './inputs.ts'

type ProvisionRequest = NonNullable<components['schemas']['CreateResourceDefinitionRequestRequest']['provision']>

/** What is made besides a resource, by `type.class#id`. */
export type Provision = Record<string, { is_dependent: boolean; match_dependents: boolean; params?: JsonObject }>

export const readProvision = (
  request: ProvisionRequest | null | undefined,
  typeExists: (type: string) => boolean,
): Provision => {
  checkDepth('provision', request)
  const entries = Object.entries(request ?? {}).flatMap(([key, dependency]) => {
    if (dependency === null) return []
    const type = parseName(key, '')?.type
    if (type === undefined) throw badRequest(`provision: '${key}' must be a resource type, or type#id.`)
    if (!typeExists(type))
      throw badRequest(`provision: '${key}' is of the resource type '${type}', which does not exist.`)
    const { is_dependent = false, match_dependents = false, params } = dependency
    return [[key, { is_dependent, match_dependents, ...(params ? { params: params as JsonObject } : {}) }] as const]
  })
  return Object.fromEntries(entries)
}

export const mergeProvision = (
  before: Provision | undefined = {},
  request: ProvisionRequest | null | undefined,
  typeExists: (type: string) => boolean,
): Provision => mergeKeys(before, request ?? {}, readProvision(request, typeExists))
