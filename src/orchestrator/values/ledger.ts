import type { components } from '../../contract/schema.ts'
import type { Parts } from '../parts.ts'
import { appScopeOf, type Level, scopeOf } from './level.ts'
import type { Revisions } from './revisions.ts'

type ResultOf = NonNullable<components['schemas']['ValueSetVersionResultOf']>
type Action = ResultOf extends `${'app' | 'env'}_${infer A}` ? A : never

/** Revisions by their ids; absent where the key had or has none. */
export interface Change {
  key: string
  before?: string
  after?: string
}

/** One entry of the history. What the values were then is what all the changes up to it amount to. */
export interface VersionRecord {
  id: string
  /** Absent when the application's values changed. */
  envId?: string
  changes: Change[]
  result_of: ResultOf
  comment: string
  created_at: string
  created_by: string
  source_value_set_version_id: string | null
  /** The key of which a value was purged. */
  purged?: string
}

/** Why the values change. */
export interface Occasion {
  action: Action
  by: { id: string }
  comment?: string | undefined
  /** The version that is restored or purged from. */
  source?: string
  purged?: string
}

/** Key → id of its revision. */
export type RevisionIds = Map<string, string>

/**
 * What is remembered of shared values: what is in force at each level, and the history of changes as references to
 * revisions. A write costs what it changes, however many values and versions there are, and a purge erases a value in
 * the one place where it is.
 */
export interface Ledger {
  inForce(level: Level): RevisionIds
  inForceOf(level: Level, key: string): string | undefined
  /** The revisions of a key that are in force in the application and in its environments. */
  inForceAnywhere(level: Level, key: string): Set<string>
  /** Puts other revisions in force, `undefined` for none, and adds the version that says so. */
  commit(level: Level, after: Iterable<readonly [string, string | undefined]>, occasion: Occasion): VersionRecord
  /** Newest first (assumption): those of the application and, for an environment, its own. */
  versions(level: Level): Generator<VersionRecord>
  /** Whether the level has a version of this id. */
  has(level: Level, id: string): boolean
  forgetEnvironment(level: Level): void
  forgetApplication(orgId: string, appId: string): void
}

export const createLedger = ({ store, scheduler, random }: Parts, revisions: Revisions): Ledger => {
  const inForce = store.table<{ key: string; revision: string }>('values')
  const versions = store.table<VersionRecord>('value-set-versions')

  const inForceOf = (level: Level, key: string) => inForce.get(scopeOf(level), key)?.revision
  const isVisible = ({ envId }: VersionRecord, level: Level) => envId === undefined || envId === level.envId

  const put = (level: Level, { key, before, after }: Change) => {
    const scope = scopeOf(level)
    if (after === undefined) inForce.delete(scope, key)
    else if (before === undefined) inForce.insert(scope, key, { key, revision: after })
    else inForce.update(scope, key, { key, revision: after })
  }

  return {
    inForce: (level) => new Map(inForce.list(scopeOf(level)).map(({ key, revision }) => [key, revision])),
    inForceOf,
    inForceAnywhere: ({ orgId, appId }, key) => {
      const found = new Set<string>()
      const application = { orgId, appId }
      const inApplication = inForceOf(application, key)
      if (inApplication !== undefined) found.add(inApplication)
      for (const { value } of inForce.scan({ scope: scopeOf(application), within: true })) {
        if (value.key === key) found.add(value.revision)
      }
      return found
    },
    commit: (level, wanted, { action, by, comment = '', source = null, purged }) => {
      const changes: Change[] = []
      for (const [key, after] of wanted) {
        const before = inForceOf(level, key)
        if (before === after) continue
        const change = { key, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
        put(level, change)
        changes.push(change)
      }
      const { envId } = level
      const record: VersionRecord = {
        id: random.uuid(),
        ...(envId === undefined ? {} : { envId }),
        changes,
        result_of: `${envId === undefined ? 'app' : 'env'}_${action}`,
        comment,
        created_at: scheduler.timestamp(),
        created_by: by.id,
        source_value_set_version_id: source,
        ...(purged === undefined ? {} : { purged }),
      }
      versions.insert(appScopeOf(level), record.id, record)
      return record
    },
    *versions(level) {
      for (const { value } of versions.scan({ scope: appScopeOf(level), order: 'newest-first' })) {
        if (isVisible(value, level)) yield value
      }
    },
    has: (level, id) => {
      const found = versions.get(appScopeOf(level), id)
      return found !== undefined && isVisible(found, level)
    },
    forgetEnvironment: (level) => {
      inForce.deleteAll(scopeOf(level))
      for (const { id, envId } of versions.list(appScopeOf(level))) {
        if (envId === level.envId) versions.delete(appScopeOf(level), id)
      }
      revisions.forgetEnvironment(level)
    },
    forgetApplication: (orgId, appId) => {
      const application = { orgId, appId }
      inForce.deleteAll(scopeOf(application))
      const environments = new Set(versions.list(appScopeOf(application)).flatMap(({ envId }) => envId ?? []))
      for (const envId of environments) inForce.deleteAll(scopeOf({ ...application, envId }))
      versions.deleteAll(appScopeOf(application))
      revisions.forgetApplication(orgId, appId)
    },
  }
}
