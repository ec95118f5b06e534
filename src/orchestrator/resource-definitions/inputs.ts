import type { components } from '../../contract/schema.ts'
import { isObject, ownValue, setKey } from '../../sets/json.ts'
import type { Json, JsonObject } from '../../sets/types.ts'
import { checkDepth } from '../depth.ts'
import { badRequest } from '../errors.ts'
import { valueAt } from '../resource-graph/references.ts'

type InputsRequest = components['schemas']['ValuesSecretsRefsRequest']

/** What a driver is told. Secrets are only references: their text is not kept, since no driver here reads it. */
export interface DriverInputs {
  values?: JsonObject
  secret_refs?: JsonObject
}

/** Where new secrets of a definition go. */
export interface SecretPlace {
  store: string
  /** What the names of its secrets in the store begin with. */
  prefix: string
  storeExists(id: string): boolean
}

const field = 'driver_inputs'
const builtInStore = 'humanitec'
const leafKeys = ['store', 'ref', 'version', 'value'] as const

/** A key may hold an object of that name, deeper down: a leaf has text there. */
const isLeaf = (value: JsonObject) => leafKeys.some((key) => typeof ownValue(value, key) === 'string')

/** Takes in a secret: it gets a name in the store, and with every writing the next version there (assumption). */
const keep = (path: readonly string[], before: DriverInputs, place: SecretPlace): Json => {
  const old = valueAt(before.secret_refs ?? {}, path)
  const ref = `${place.prefix}/.${path.join('.')}`
  const isSame = isObject(old) && old['store'] === place.store && old['ref'] === ref
  const version = isSame ? Number(old['version']) + 1 : 1
  return { store: place.store, ref, version: String(version) }
}

/** Whether one of the references, however deep, is to a secret in the store. */
export const namesStore = (refs: unknown, store: string): boolean =>
  isObject(refs) &&
  (isLeaf(refs) ? refs['store'] === store : Object.values(refs).some((each) => namesStore(each, store)))

const readLeaf = (leaf: JsonObject, path: readonly string[], before: DriverInputs, place: SecretPlace): Json => {
  const name = [field, 'secret_refs', ...path].join('.')
  for (const [key, value] of Object.entries(leaf)) {
    const isKnown = leafKeys.some((known) => known === key)
    if (!isKnown) throw badRequest(`${name} must have ${leafKeys.join(', ')} only, not '${key}'.`)
    if (value !== null && typeof value !== 'string') throw badRequest(`${name}.${key} must be text.`)
  }
  const { store, ref, version, value } = leaf as Partial<Record<(typeof leafKeys)[number], string | null>>
  if (typeof value === 'string') {
    if (store || ref || version) throw badRequest(`${name} must have either value, or store and ref.`)
    return keep(path, before, place)
  }
  if (!ref || !store) throw badRequest(`${name} must have store and ref, or value.`)
  if (store === builtInStore) {
    throw badRequest(`${name}.store must not be '${builtInStore}': give the secret itself as value instead.`)
  }
  if (!place.storeExists(store)) throw badRequest(`${name}.store: secret store '${store}' does not exist.`)
  return { store, ref, ...(version ? { version } : {}) }
}

/** The objects of `value` rebuilt, down to what is an end: that is read. What is null is left out. */
const rebuild = (
  value: JsonObject,
  isEnd: (value: JsonObject) => boolean,
  read: (value: Json, path: readonly string[]) => Json,
  path: readonly string[] = [],
): JsonObject => {
  const rebuilt: JsonObject = {}
  for (const [key, child] of Object.entries(value)) {
    if (child === null) continue
    const at = [...path, key]
    setKey(rebuilt, key, isObject(child) && !isEnd(child) ? rebuild(child, isEnd, read, at) : read(child, at))
  }
  return rebuilt
}

const readSecretRefs = (refs: JsonObject, before: DriverInputs, place: SecretPlace) =>
  rebuild(refs, isLeaf, (leaf, path) => {
    if (isObject(leaf)) return readLeaf(leaf, path, before, place)
    const name = [field, 'secret_refs', ...path].join('.')
    throw badRequest(`${name} must be an object with store and ref, or with value.`)
  })

/** Whatever is no object is a secret. */
const readSecrets = (secrets: JsonObject, before: DriverInputs, place: SecretPlace) =>
  rebuild(
    secrets,
    () => false,
    (_, path) => keep(path, before, place),
  )

/** The references that a request's secrets become; undefined when it has none, 400 when they are malformed. */
const readRefs = (request: NonNullable<InputsRequest>, before: DriverInputs, place: SecretPlace) => {
  const { secrets, secret_refs } = request
  if (secrets && secret_refs) throw badRequest(`${field} must have either secrets or secret_refs, not both.`)
  if (secrets) return readSecrets(secrets as JsonObject, before, place)
  return secret_refs ? readSecretRefs(secret_refs as JsonObject, before, place) : undefined
}

/** `before` is what there was: a secret at the same place in it gets a new version. */
export const readInputs = (
  request: InputsRequest | undefined,
  before: DriverInputs,
  place: SecretPlace,
): DriverInputs | undefined => {
  if (!request) return undefined
  checkDepth(field, request)
  const secret_refs = readRefs(request, before, place)
  return {
    ...(request.values ? { values: request.values as JsonObject } : {}),
    ...(secret_refs ? { secret_refs } : {}),
  }
}

/** Null takes a key away, anything else replaces it; what is not named stays. */
export const mergeKeys = <Value>(
  before: Readonly<Record<string, Value>>,
  change: Readonly<Record<string, unknown>>,
  changed: Readonly<Record<string, Value>>,
): Record<string, Value> => {
  const isStaying = ([key]: [string, Value]) => !Object.hasOwn(change, key)
  return Object.fromEntries([
    ...Object.entries(before).filter(isStaying),
    ...Object.entries(changed).filter(([key]) => change[key] !== null),
  ])
}

/** Merges the keys of values and of secrets, one level deep (assumption); a whole section that is null goes. */
export const mergeInputs = (
  before: DriverInputs | undefined = {},
  request: InputsRequest | undefined,
  place: SecretPlace,
): DriverInputs => {
  const { values = {}, secret_refs = {} } = readInputs(request, before, place) ?? {}
  const given = request?.secrets ?? request?.secret_refs
  const dropsValues = request?.values === null
  const dropsSecrets = !given && (request?.secrets === null || request?.secret_refs === null)
  const merged = {
    values: dropsValues ? {} : mergeKeys(before.values ?? {}, request?.values ?? {}, values),
    secret_refs: dropsSecrets ? {} : mergeKeys(before.secret_refs ?? {}, given ?? {}, secret_refs),
  }
  return {
    ...(Object.keys(merged.values).length > 0 ? { values: merged.values } : {}),
    ...(Object.keys(merged.secret_refs).length > 0 ? { secret_refs: merged.secret_refs } : {}),
  }
}
