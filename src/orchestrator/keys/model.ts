import type { components } from '../../contract/schema.ts'
import type { Caller } from '../auth.ts'
import { badRequest, conflict, notFound } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { humanitecKeys } from './humanitec-keys.ts'
import { expiryOf, readPublicKey } from './public-key.ts'

type PublicKey = components['schemas']['PublicKey']
type HumanitecPublicKey = components['schemas']['HumanitecPublicKey']

export interface PublicKeys {
  /** The last added first. */
  list(orgId: string, filter: { fingerprint?: string }): PublicKey[]
  get(orgId: string, id: string): PublicKey
  create(orgId: string, pem: string, caller: Caller): PublicKey
  delete(orgId: string, id: string): void
  /** The platform's own. */
  ofHumanitec(filter: { active?: boolean }): HumanitecPublicKey[]
}

export const createPublicKeys = ({ store, scheduler, random }: Parts): PublicKeys => {
  const keys = store.table<PublicKey>('public-keys')

  const get = (orgId: string, id: string) => {
    const found = keys.get(orgId, id)
    if (!found) throw notFound('Key', id, `organization '${orgId}'`)
    return found
  }

  return {
    list: (orgId, { fingerprint = '' }) => {
      const all = keys.list(orgId, 'newest-first')
      if (fingerprint === '') return all
      if (!/^[0-9a-f]{64}$/.test(fingerprint)) {
        throw badRequest("query parameter 'fingerprint' must be a SHA-256 in 64 lower-case hexadecimal digits")
      }
      return all.filter((key) => key.fingerprint === fingerprint)
    },
    get,
    create: (orgId, text, caller) => {
      const { pem, fingerprint } = readPublicKey('body', text)
      const same = keys.list(orgId).find((key) => key.fingerprint === fingerprint)
      if (same) throw conflict(`Organization '${orgId}' has this key already, as '${same.id}'.`)
      const created = scheduler.timestamp()
      const key: PublicKey = {
        id: random.uuid(),
        key: pem,
        fingerprint,
        created_at: created,
        created_by: caller.id,
        expired_at: expiryOf(created),
      }
      keys.insert(orgId, key.id, key)
      return key
    },
    delete: (orgId, id) => {
      get(orgId, id)
      keys.delete(orgId, id)
    },
    ofHumanitec: ({ active }) => humanitecKeys.filter((key) => active === undefined || key.active === active),
  }
}
