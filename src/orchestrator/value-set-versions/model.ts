import type { components } from '../../contract/schema.ts'
import type { DeploymentError } from '../cluster/model.ts'
import { badRequest, notFound } from '../errors.ts'
import type { Ledger, Occasion } from '../values/ledger.ts'
import { type Level, nameOf } from '../values/level.ts'
import type { Revision, Revisions } from '../values/revisions.ts'
import { type Content, purgedError, unresolvedErrors } from './deployment-errors.ts'
import type { Held, History, Moment } from './history.ts'

type Version = components['schemas']['ValueSetVersionResponse']

/** An action on a version: who acts, and why. */
export interface Act {
  by: { id: string }
  comment?: string | undefined
}

/** Assumption: why a key can be neither restored nor purged (400) is that it is absent, purged or, for a purge, in force. */
export interface ValueSetVersions {
  /** Newest first. */
  list(level: Level, filter: { key_changed?: string }): Version[]
  get(level: Level, id: string): Version
  restore(level: Level, id: string, act: Act): Version
  restoreKey(level: Level, id: string, key: string, act: Act): Version
  purge(level: Level, id: string, key: string, act: Act): void
  newest(level: Level): string | undefined
  has(level: Level, id: string): boolean
  /** Why a deployment of this content with the values of a version, or with none, must fail. */
  deploymentErrors(level: Required<Level>, id: string | undefined, content: Content): DeploymentError[]
}

export interface ValueSetVersionNeighbours {
  history: History
  secretStoreExists(orgId: string, id: string): boolean
}

/** Names the newest version of an environment. */
const newestId = '00000000-0000-0000-0000-000000000000'

export const createValueSetVersions = (
  ledger: Ledger,
  revisions: Revisions,
  { history, secretStoreExists }: ValueSetVersionNeighbours,
): ValueSetVersions => {
  /** The store of a secret, when that has been deleted since. */
  const lostStore = ({ orgId }: Level, { secret }: Revision) =>
    secret && !secretStoreExists(orgId, secret.store) ? secret.store : undefined

  /** Calls back while the history stands at the version, since it goes on afterwards. */
  const at = <T>(level: Level, id: string, work: (moment: Moment) => T): T => {
    const isNewest = id === newestId && level.envId !== undefined
    if (isNewest || ledger.has(level, id)) {
      for (const moment of history.moments(level)) if (isNewest || moment.record.id === id) return work(moment)
    }
    throw notFound('Value set version', id, nameOf(level))
  }

  const toVersion = ({ record, values, change }: Moment): Version => {
    const { id, result_of, comment, created_at, created_by, source_value_set_version_id } = record
    return {
      id,
      values: Object.fromEntries(values().map((value) => [value.key, value])),
      change: change(),
      result_of,
      comment,
      source_value_set_version_id,
      created_at,
      created_by,
      updated_at: created_at,
    }
  }
  const get = (level: Level, id: string) => at(level, id, toVersion)

  const past = (level: Level, id: string) => at(level, id, ({ record, held }) => ({ id: record.id, held: held() }))

  const requireUnpurged = (level: Level, key: string, { revision }: Held, id: string) => {
    const found = revisions.get(level, revision)
    if (!found) throw badRequest(`Value '${key}' of value set version '${id}' was purged.`)
    return found
  }
  const requireUsable = (level: Level, key: string, held: Held, id: string) => {
    const store = lostStore(level, requireUnpurged(level, key, held, id))
    if (store === undefined) return
    throw badRequest(
      `Value '${key}' of value set version '${id}' lies in secret store '${store}', which does not exist any more.`,
    )
  }

  /**
   * What a level has to hold itself, so that it has of the key what it once had. Assumption: an environment gets as its
   * own what it once had of its application, where that has changed since; it cannot take from the application what
   * that lacks, nor lack what that has.
   */
  const toRestore = (level: Level, key: string, held: Held | undefined): string | undefined => {
    if (!held || level.envId === undefined) return held?.revision
    const { orgId, appId } = level
    const base = ledger.inForceOf({ orgId, appId }, key)
    return base === undefined || (held.source === 'app' && held.revision === base) ? undefined : held.revision
  }

  const commit = (level: Level, after: Map<string, string | undefined>, occasion: Occasion) =>
    get(level, ledger.commit(level, after, occasion).id)

  return {
    list: (level, { key_changed }) => {
      const found: Version[] = []
      for (const moment of history.moments(level)) {
        const isWanted =
          key_changed === undefined ||
          // Assumption: a purge counts as a change of its key.
          moment.record.purged === key_changed ||
          moment.changedKeys().includes(key_changed)
        if (isWanted) found.push(toVersion(moment))
      }
      return found
    },
    get,
    restore: (level, id, act) => {
      const { id: source, held } = past(level, id)
      // Assumption: better nothing than a version with a gap, which would delete what is in force.
      for (const [key, each] of held) requireUsable(level, key, each, source)
      const keys = new Set([...ledger.inForce(level).keys(), ...held.keys()])
      const after = new Map([...keys].map((key) => [key, toRestore(level, key, held.get(key))]))
      return commit(level, after, { ...act, action: 'value_set_version_restore', source })
    },
    restoreKey: (level, id, key, act) => {
      const { id: source, held } = past(level, id)
      const before = held.get(key)
      if (!before) throw badRequest(`Value set version '${source}' has no value '${key}'.`)
      requireUsable(level, key, before, source)
      const { orgId, appId } = level
      if (level.envId !== undefined && ledger.inForceOf({ orgId, appId }, key) === undefined) {
        throw badRequest(`Application '${orgId}/${appId}' has no value '${key}' any more: restore it there first.`)
      }
      const after = new Map([[key, toRestore(level, key, before)]])
      return commit(level, after, { ...act, action: 'value_set_version_restore', source })
    },
    purge: (level, id, key, act) => {
      const { id: source, held } = past(level, id)
      const before = held.get(key)
      if (!before) throw badRequest(`Value set version '${source}' has no value '${key}'.`)
      const alike = revisions.alike(level, requireUnpurged(level, key, before, source))
      const inForce = ledger.inForceAnywhere(level, key)
      if (alike.some((each) => inForce.has(each.id))) {
        throw badRequest(
          `Value '${key}' of value set version '${source}' is in force in the application or one of its environments: change or delete it there first.`,
        )
      }
      revisions.erase(level, alike)
      ledger.commit(level, [], { ...act, action: 'value_set_version_purge', source, purged: key })
    },
    newest: (level) => {
      for (const { id } of ledger.versions(level)) return id
      return undefined
    },
    has: ledger.has,
    deploymentErrors: (level, id, content) => {
      const held = id === undefined ? new Map<string, Held>() : past(level, id).held
      const purged = [...held].filter(([, { revision }]) => !revisions.get(level, revision)).map(([key]) => key)
      if (id !== undefined && purged.length > 0) return purged.map((key) => purgedError(level.envId, key, id))
      return unresolvedErrors(content, (key) => {
        const revision = revisions.get(level, held.get(key)?.revision ?? '')
        if (!revision) return 'that the environment does not have'
        const store = lostStore(level, revision)
        return store === undefined ? undefined : `that lies in secret store '${store}', which does not exist any more`
      })
    },
  }
}
