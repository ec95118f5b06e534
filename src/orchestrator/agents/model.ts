import type { components } from '../../contract/schema.ts'
import type { Caller } from '../auth.ts'
import { conflict, notFound } from '../errors.ts'
import { type CheckedKey, expiryOf, readPublicKey } from '../keys/public-key.ts'
import type { Parts } from '../parts.ts'

type Agent = components['schemas']['Agent']
type Key = components['schemas']['Key']

export interface Agents {
  list(orgId: string, filter: { fingerprint?: string }): Agent[]
  create(orgId: string, request: components['schemas']['AgentCreateBody'], caller: Caller): Agent
  describe(orgId: string, id: string, description: string): Agent
  /** Deletes the agent with its keys. */
  delete(orgId: string, id: string): void
  keys(orgId: string, id: string): Key[]
  addKey(orgId: string, id: string, pem: string, caller: Caller): Key
  deleteKey(orgId: string, id: string, fingerprint: string): void
}

export const createAgents = ({ store, scheduler }: Parts): Agents => {
  const agents = store.table<Agent>('agents')
  // By fingerprint: a key says which agent it is, so only one agent of the organization may have it.
  const keys = store.table<{ agentId: string; key: Key }>('agent-keys')

  const require = (orgId: string, id: string) => {
    const found = agents.get(orgId, id)
    if (!found) throw notFound('Agent', id, `organization '${orgId}'`)
    return found
  }
  const keysOf = (orgId: string, id: string) =>
    keys
      .list(orgId)
      .filter(({ agentId }) => agentId === id)
      .map(({ key }) => key)

  const readFreeKey = (orgId: string, pem: string): CheckedKey => {
    const checked = readPublicKey('public_key', pem)
    const owner = keys.get(orgId, checked.fingerprint)
    if (owner) throw conflict(`public_key is a key of agent '${owner.agentId}' already: every agent has its own.`)
    return checked
  }
  const insertKey = (orgId: string, agentId: string, { pem, fingerprint }: CheckedKey, caller: Caller): Key => {
    const created = scheduler.timestamp()
    const key: Key = {
      fingerprint,
      public_key: pem,
      created_at: created,
      created_by: caller.id,
      expired_at: expiryOf(created),
      // Assumption: whoever may add a key authorizes it by that.
      is_authorized: true,
    }
    keys.insert(orgId, fingerprint, { agentId, key })
    return key
  }

  return {
    list: (orgId, { fingerprint }) => {
      const all = agents.list(orgId)
      if (fingerprint === undefined) return all
      const owner = keys.get(orgId, fingerprint)?.agentId
      return all.filter(({ id }) => id === owner)
    },
    create: (orgId, { id, public_key, description = '' }, caller) => {
      if (agents.get(orgId, id)) throw conflict(`Agent '${id}' exists already in organization '${orgId}'.`)
      const key = readFreeKey(orgId, public_key)
      const agent: Agent = { id, description, created_at: scheduler.timestamp(), created_by: caller.id }
      agents.insert(orgId, id, agent)
      insertKey(orgId, id, key, caller)
      return agent
    },
    describe: (orgId, id, description) => {
      const agent = { ...require(orgId, id), description }
      agents.update(orgId, id, agent)
      return agent
    },
    delete: (orgId, id) => {
      require(orgId, id)
      for (const { fingerprint } of keysOf(orgId, id)) keys.delete(orgId, fingerprint)
      agents.delete(orgId, id)
    },
    keys: (orgId, id) => {
      require(orgId, id)
      return keysOf(orgId, id)
    },
    addKey: (orgId, id, pem, caller) => {
      require(orgId, id)
      return insertKey(orgId, id, readFreeKey(orgId, pem), caller)
    },
    deleteKey: (orgId, id, fingerprint) => {
      require(orgId, id)
      if (keys.get(orgId, fingerprint)?.agentId !== id) throw notFound('Key', fingerprint, `agent '${id}'`)
      keys.delete(orgId, fingerprint)
    },
  }
}
