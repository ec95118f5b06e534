import { isObject, ownValue } from '../../sets/json.ts'
import type { Json, JsonObject } from '../../sets/types.ts'

/** A resource of an environment: its type, class and id together tell it from the environment's others. */
export interface ResourceName {
  type: string
  class: string
  id: string
}

/** A resource that has to be there, with the parameters that it is given. */
export interface Need extends ResourceName {
  params: JsonObject
}

/** Why a resource cannot be provisioned. */
export interface NeedProblem {
  /** Of the resource; without one its place in the set. */
  id: string
  message: string
}

/** What of a set decides which resources it needs. */
export interface NeedySet {
  modules: Record<string, unknown>
  shared: Record<string, unknown>
}

export const defaultClass = 'default'

export const keyOf = ({ type, class: resourceClass, id }: ResourceName) => `${type}.${resourceClass}#${id}`

const text = (value: Json | undefined) => (typeof value === 'string' && value !== '' ? value : undefined)

const readNeed = (place: string, declared: unknown): Need | NeedProblem => {
  if (!isObject(declared)) return { id: place, message: `Resource '${place}' is not an object.` }
  const type = text(ownValue(declared, 'type'))
  if (type === undefined) return { id: place, message: `Resource '${place}' has no type.` }
  const params = ownValue(declared, 'params')
  return {
    type,
    class: text(ownValue(declared, 'class')) ?? defaultClass,
    id: text(ownValue(declared, 'id')) ?? place,
    params: isObject(params) ? params : {},
  }
}

/**
 * The resources that a set asks for: `modules.<workload>.externals.<name>` belong to a workload, `shared.<name>` to
 * all. What is null asks for nothing.
 */
export const readNeeds = ({ modules, shared }: NeedySet): { needs: Need[]; problems: NeedProblem[] } => {
  const declared = Object.entries(modules).flatMap(([workload, module]): [string, unknown][] => {
    const externals = isObject(module) ? ownValue(module, 'externals') : undefined
    return Object.entries(isObject(externals) ? externals : {}).map(([name, resource]) => [
      `modules.${workload}.externals.${name}`,
      resource,
    ])
  })
  for (const [name, resource] of Object.entries(shared)) declared.push([`shared.${name}`, resource])

  const needs: Need[] = []
  const problems: NeedProblem[] = []
  for (const [place, resource] of declared) {
    if (resource === null) continue
    const read = readNeed(place, resource)
    if ('message' in read) problems.push(read)
    else needs.push(read)
  }
  return { needs, problems }
}
