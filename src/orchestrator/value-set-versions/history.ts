import type { components } from '../../contract/schema.ts'
import { printPointer } from '../../sets/pointer.ts'
import type { Ledger, RevisionIds, VersionRecord } from '../values/ledger.ts'
import type { Level } from '../values/level.ts'
import type { Revision, Revisions } from '../values/revisions.ts'

export type SharedValue = components['schemas']['ValueResponse']
type Patch = components['schemas']['JSONPatchResponse']

/** The revision that a level has of a key, and who says so. */
export interface Held {
  revision: string
  source: SharedValue['source']
}

/** The values as they were after a version. What is in here is overwritten by going on to the one before. */
export interface Moment {
  record: VersionRecord
  /** Key → what is held of it, in the order of the keys. */
  held(): Map<string, Held>
  /** The same to look at, without what was purged. */
  values(): SharedValue[]
  /** The keys that the version gave another revision, as this level sees it. */
  changedKeys(): string[]
  /** What leads here from the values before. */
  change(): Patch[]
}

export interface History {
  /** What is in force, by key. */
  now(level: Level): SharedValue[]
  /** Newest first. */
  moments(level: Level): Generator<Moment>
}

/** An override without a value of the application under it stays, and does not count (assumption). */
const choose = (ofApplication: string | undefined, ofEnvironment: string | undefined): Held | undefined => {
  if (ofApplication === undefined) return undefined
  return ofEnvironment === undefined
    ? { revision: ofApplication, source: 'app' }
    : { revision: ofEnvironment, source: 'env' }
}

const isSame = (one: Held | undefined, other: Held | undefined) =>
  one?.revision === other?.revision && one?.source === other?.source

export const toValue = (revision: Revision, source: SharedValue['source']): SharedValue => {
  const { key, value, description, secret, created_at, updated_at } = revision
  return {
    key,
    value,
    description,
    is_secret: secret !== undefined,
    source,
    secret_store_id: secret?.store ?? null,
    secret_key: secret?.key ?? null,
    secret_version: secret?.version ?? null,
    created_at,
    updated_at,
  }
}

/** What is in force at both levels; of an application alone the second one is empty. */
interface State {
  application: RevisionIds
  environment: RevisionIds
}

const heldOf = ({ application, environment }: State) => {
  const held = new Map<string, Held>()
  for (const key of [...application.keys()].sort()) {
    const chosen = choose(application.get(key), environment.get(key))
    if (chosen) held.set(key, chosen)
  }
  return held
}

/** What a version, after which there was this state, made of which keys. */
const stepsOf = ({ application, environment }: State, { envId, changes }: VersionRecord) =>
  changes
    .map(({ key, before }) => ({
      key,
      from: envId === undefined ? choose(before, environment.get(key)) : choose(application.get(key), before),
      to: choose(application.get(key), environment.get(key)),
    }))
    .filter(({ from, to }) => !isSame(from, to))

const takeBack = ({ application, environment }: State, { envId, changes }: VersionRecord) => {
  const changed = envId === undefined ? application : environment
  for (const { key, before } of changes) {
    if (before === undefined) changed.delete(key)
    else changed.set(key, before)
  }
}

/**
 * Tells the past from the present: from what is in force it takes back one change after the other. An environment
 * sees the changes of its application and its own as one history, in which an application's change of a value that
 * the environment overrides changes nothing (assumption, as are the paths of changes, a slash and the key).
 */
export const createHistory = (ledger: Ledger, revisions: Revisions): History => {
  const inForce = (level: Level): State => ({
    application: ledger.inForce({ orgId: level.orgId, appId: level.appId }),
    environment: level.envId === undefined ? new Map() : ledger.inForce(level),
  })
  /** Shows each revision; most versions have most of them in common. */
  const createShow = (level: Level) => {
    const shown = new Map<string, SharedValue | undefined>()
    return ({ revision, source }: Held) => {
      const id = `${source} ${revision}`
      if (!shown.has(id)) {
        const found = revisions.get(level, revision)
        shown.set(id, found && toValue(found, source))
      }
      return shown.get(id)
    }
  }
  const valuesOf = (state: State, show: ReturnType<typeof createShow>) =>
    [...heldOf(state).values()].flatMap((held) => show(held) ?? [])

  return {
    now: (level) => valuesOf(inForce(level), createShow(level)),
    *moments(level) {
      const state = inForce(level)
      const show = createShow(level)
      for (const record of ledger.versions(level)) {
        const steps = stepsOf(state, record)
        yield {
          record,
          held: () => heldOf(state),
          values: () => valuesOf(state, show),
          changedKeys: () => steps.map(({ key }) => key),
          change: () =>
            steps.flatMap(({ key, from, to }) => {
              const path = printPointer([key])
              const had = from && show(from) !== undefined
              const value = to && show(to)
              if (value) return [{ op: had ? 'replace' : 'add', path, value }]
              return had ? [{ op: 'remove', path }] : []
            }),
        }
        takeBack(state, record)
      }
    },
  }
}
