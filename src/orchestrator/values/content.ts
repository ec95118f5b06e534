import type { components } from '../../contract/schema.ts'
import { badRequest } from '../errors.ts'
import type { Content } from './revisions.ts'

type SecretReference = NonNullable<components['schemas']['SecretReference']>

export interface ContentRequest {
  value?: string | null
  secret_ref?: SecretReference | null
}

const builtInStore = 'humanitec'

const readReference = (
  { value, store, ref, version }: SecretReference,
  storeExists: (id: string) => boolean,
): Content => {
  if (value !== undefined) {
    if (store !== undefined || ref !== undefined || version !== undefined) {
      throw badRequest('secret_ref has either a value, or store and ref with at most a version.')
    }
    return { text: value, isSecret: true }
  }
  if (!store || !ref) throw badRequest('secret_ref needs a value, or both store and ref.')
  if (store === builtInStore) {
    throw badRequest(`secret_ref.store cannot be '${builtInStore}': give the secret itself as secret_ref.value.`)
  }
  if (!storeExists(store)) throw badRequest(`secret_ref.store '${store}' does not exist in the organization.`)
  return { location: { store, key: ref, version: version ?? null } }
}

/** What a request says to store; undefined when it says nothing. 400 for what contradicts itself. */
export const readContent = (
  { value, secret_ref }: ContentRequest,
  isSecret: boolean,
  storeExists: (id: string) => boolean,
): Content | undefined => {
  if (!secret_ref) return typeof value === 'string' ? { text: value, isSecret } : undefined
  if (!isSecret) throw badRequest('secret_ref is for secrets only: this value is none.')
  if (typeof value === 'string') throw badRequest('value and secret_ref exclude each other: give one of them.')
  return readReference(secret_ref, storeExists)
}
