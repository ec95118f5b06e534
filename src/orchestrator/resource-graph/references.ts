import { isObject, ownValue, setKey } from '../../sets/json.ts'
import type { Json, JsonObject } from '../../sets/types.ts'
import { defaultClass, type ResourceName } from './need.ts'

type Property = 'outputs' | 'guresid' | 'id' | 'type' | 'class'

/** What a placeholder stands for. */
export type Reference =
  | { kind: 'resource'; name: ResourceName; property: Property; path: string[] }
  /** By its place in the set; of whatever type is there. */
  | { kind: 'place'; id: string; path: string[] }
  | { kind: 'context'; path: string[] }

const placeholder = /\$\{([^{}]*)\}/g

/** `type`, `type.class`, and either with `#id`; without an id the same id as `ownId`. */
export const parseName = (text: string, ownId: string): ResourceName | undefined => {
  const [, type, resourceClass = defaultClass, id = ownId] =
    /^([^.#<>\s]+)(?:\.([^.#<>\s]+))?(?:#(\S+))?$/.exec(text) ?? []
  return type === undefined ? undefined : { type, class: resourceClass, id }
}

const resourceReference = (expression: string, ownId: string): Reference | undefined => {
  const [, quoted, bare, outputs, property = 'outputs'] =
    /^resources(?:\[['"](.+)['"]\]|\.(.+?))\.(?:outputs\.(\S+)|(guresid|id|type|class))$/.exec(expression) ?? []
  const name = parseName(quoted ?? bare ?? '', ownId)
  return name && { kind: 'resource', name, property: property as Property, path: outputs?.split('.') ?? [] }
}

const workloadOf = (id: string) => /^(modules\.[^.]+)\.externals\./.exec(id)?.[1]

const placeReference = (expression: string, ownId: string): Reference | undefined => {
  const [, place, own, path] =
    /^(shared\.[^.\s]+|modules\.[^.\s]+\.externals\.[^.\s]+|(externals\.[^.\s]+))\.(\S+)$/.exec(expression) ?? []
  if (place === undefined || path === undefined) return undefined
  const workload = workloadOf(ownId)
  if (own !== undefined && workload === undefined) return undefined
  return { kind: 'place', id: own === undefined ? place : `${workload}.${own}`, path: path.split('.') }
}

/**
 * What `expression`, of the resource `ownId`, stands for: `resources.dns.outputs.host`,
 * `resources['postgres.large#shared.db'].outputs.name`, `externals.dns.host`, `shared.db.name`, `context.app.id`.
 * Undefined for what is for others to fill in, such as the values of the application.
 */
const parseReference = (expression: string, ownId: string): Reference | undefined => {
  if (expression.startsWith('context.')) return { kind: 'context', path: expression.split('.').slice(1) }
  return expression.startsWith('resources') ? resourceReference(expression, ownId) : placeReference(expression, ownId)
}

/** Every reference in the texts of `value`. */
export const referencesIn = (value: unknown, ownId: string): Reference[] => {
  if (typeof value === 'string') {
    return [...value.matchAll(placeholder)].flatMap(([, expression = '']) => parseReference(expression, ownId) ?? [])
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((child) => referencesIn(child, ownId))
    : []
}

/** What stands in the place of a reference; undefined leaves it as it is. */
export type Resolve = (reference: Reference) => Json | undefined

const resolveText = (text: string, ownId: string, resolve: Resolve): Json => {
  const valueOf = (expression: string) => {
    const reference = parseReference(expression, ownId)
    return reference && resolve(reference)
  }
  const whole = /^\$\{([^{}]*)\}$/.exec(text)?.[1]
  if (whole !== undefined) return valueOf(whole) ?? text
  return text.replaceAll(placeholder, (found: string, expression: string) => {
    const value = valueOf(expression)
    return value === undefined ? found : typeof value === 'string' ? value : JSON.stringify(value)
  })
}

/** `value` with its references filled in. One that is a whole text keeps the kind of value that it stands for. */
export const resolveReferences = (value: Json, ownId: string, resolve: Resolve): Json => {
  if (typeof value === 'string') return resolveText(value, ownId, resolve)
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, ownId, resolve))
  if (!isObject(value)) return value
  const resolved: JsonObject = {}
  for (const [key, child] of Object.entries(value)) setKey(resolved, key, resolveReferences(child, ownId, resolve))
  return resolved
}

/** The value at the end of `path`; undefined when there is none. */
export const valueAt = (object: JsonObject, path: readonly string[]): Json | undefined => {
  let value: Json | undefined = object
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = ownValue(value as JsonObject, key)
  }
  return value
}
