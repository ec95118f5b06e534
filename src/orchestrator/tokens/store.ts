import { hash } from 'node:crypto'
import type { components } from '../../contract/schema.ts'
import type { Store } from '../store.ts'

type TokenInfo = components['schemas']['TokenInfoResponse']

/** What a secret opens, and until when. */
interface Key {
  user_id: string
  expires_at?: string
}

/**
 * Tokens by the hash of their secret, and by user and id. The secrets themselves are kept nowhere. Finding one compares
 * hashes, and how long that takes tells about the hash alone: nobody can choose a secret whose hash begins as another's.
 */
export interface TokenStore {
  find(secret: string): Key | undefined
  /** Without an id it gets one that follows from the secret. Returns its id. */
  add(secret: string, userId: string, info: Omit<TokenInfo, 'id'> & { id?: string }): string
  list(userId: string): TokenInfo[]
  get(userId: string, id: string): TokenInfo | undefined
  delete(userId: string, id: string): void
}

const scope = ''

const hashOf = (secret: string) => hash('sha256', secret)

export const createTokenStore = (store: Store): TokenStore => {
  const keys = store.table<Key>('tokens')
  const infos = store.table<{ hash: string; info: TokenInfo }>('token-info')

  return {
    find: (secret) => keys.get(scope, hashOf(secret)),
    add: (secret, userId, info) => {
      const hash = hashOf(secret)
      const { id = hash.slice(0, 8), expires_at } = info
      keys.insert(scope, hash, { user_id: userId, ...(expires_at === undefined ? {} : { expires_at }) })
      infos.insert(userId, id, { hash, info: { ...info, id } })
      return id
    },
    list: (userId) => infos.list(userId).map(({ info }) => info),
    get: (userId, id) => infos.get(userId, id)?.info,
    delete: (userId, id) => {
      const found = infos.get(userId, id)
      if (!found) return
      keys.delete(scope, found.hash)
      infos.delete(userId, id)
    },
  }
}
