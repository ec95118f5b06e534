import type { Parts } from '../parts.ts'
import { appScopeOf, type Level } from './level.ts'

/** Where a secret lies. */
export interface SecretLocation {
  store: string
  key: string
  version: string | null
}

/** What was said about a key at one time. It never changes; a purge erases it. */
export interface Revision {
  id: string
  key: string
  /** Where it was said; absent for the application. */
  envId?: string
  description: string
  /** Empty for a secret. */
  value: string
  /** Of a secret alone. Its text, where this store has it, lies apart. */
  secret?: SecretLocation
  created_at: string
  updated_at: string
}

/** A text to store, openly or as a secret, or where a secret lies already. */
export type Content = { text: string; isSecret: boolean } | { location: SecretLocation }

export interface NewRevision {
  key: string
  description: string
  content: Content
  /** When the key came into being; now, without. */
  created_at?: string | undefined
}

export interface Revisions {
  /** Undefined once it was purged. */
  get(level: Level, id: string): Revision | undefined
  add(level: Level, revision: NewRevision): Revision
  /** Every revision in the application and its environments that has the same key and the same content. */
  alike(level: Level, revision: Revision): Revision[]
  /** The text of a secret; undefined for one that lies in another store. */
  secretText(level: Level, secret: SecretLocation): string | undefined
  /** The texts of all secrets in the application and its environments, those of earlier revisions too. */
  secretTexts(level: Level): string[]
  /** For good, with the texts of secrets. */
  erase(level: Level, revisions: readonly Revision[]): void
  forgetEnvironment(level: Level): void
  forgetApplication(orgId: string, appId: string): void
}

export interface RevisionNeighbours {
  /** The store for the organization's secrets. */
  primaryStore(orgId: string): { id: string; gcpsm?: unknown }
}

const secretId = ({ store, key, version }: SecretLocation) => JSON.stringify([store, key, version])
const secretIds = (revisions: readonly Revision[]) =>
  revisions.flatMap(({ secret }) => (secret ? [secretId(secret)] : []))

export const createRevisions = (
  { store, scheduler, random }: Parts,
  { primaryStore }: RevisionNeighbours,
): Revisions => {
  const revisions = store.table<Revision>('value-revisions')
  const texts = store.table<{ text: string }>('value-secrets')
  /** How often a secret was written. */
  const counts = store.table<{ count: number }>('value-secret-counts')

  const countId = ({ envId = '' }: Pick<Level, 'envId'>, key: string) => `${envId}/${key}`

  const nextVersion = (level: Level, key: string): string => {
    const scope = appScopeOf(level)
    const id = countId(level, key)
    const known = counts.get(scope, id)
    const count = (known?.count ?? 0) + 1
    if (known) counts.update(scope, id, { count })
    else counts.insert(scope, id, { count })
    return String(count)
  }

  /** The path of an application's secret is known. Assumption: that of an environment names the environment too. */
  const newLocation = (level: Level, key: string): SecretLocation => {
    const { orgId, appId, envId } = level
    const place = ['orgs', orgId, 'apps', appId, ...(envId === undefined ? [] : ['envs', envId]), 'secret_values', key]
    const { id, gcpsm } = primaryStore(orgId)
    // The names of Google's Secret Manager have no slashes.
    const path = gcpsm === undefined ? `${place.join('/')}/.value` : place.join('--')
    return { store: id, key: path, version: nextVersion(level, key) }
  }

  const keepSecret = (level: Level, key: string, text: string): SecretLocation => {
    const location = newLocation(level, key)
    texts.insert(appScopeOf(level), secretId(location), { text })
    return location
  }

  const secretText = (level: Level, secret: SecretLocation) => texts.get(appScopeOf(level), secretId(secret))?.text

  const contentOf = (level: Level, { value, secret }: Revision): string => {
    if (!secret) return `text ${value}`
    const text = secretText(level, secret)
    return text === undefined ? `reference ${secretId(secret)}` : `text ${text}`
  }

  return {
    get: (level, id) => revisions.get(appScopeOf(level), id),
    add: (level, { key, description, content, created_at }) => {
      const now = scheduler.timestamp()
      const isOpen = 'text' in content && !content.isSecret
      const revision: Revision = {
        id: random.uuid(),
        key,
        ...(level.envId === undefined ? {} : { envId: level.envId }),
        description,
        value: isOpen ? content.text : '',
        ...(isOpen ? {} : { secret: 'text' in content ? keepSecret(level, key, content.text) : content.location }),
        created_at: created_at ?? now,
        updated_at: now,
      }
      revisions.insert(appScopeOf(level), revision.id, revision)
      return revision
    },
    alike: (level, revision) => {
      const content = contentOf(level, revision)
      return revisions
        .list(appScopeOf(level))
        .filter((each) => each.key === revision.key && contentOf(level, each) === content)
    },
    secretText,
    secretTexts: (level) => texts.list(appScopeOf(level)).map(({ text }) => text),
    erase: (level, erased) => {
      const scope = appScopeOf(level)
      for (const { id } of erased) revisions.delete(scope, id)
      for (const id of secretIds(erased)) texts.delete(scope, id)
    },
    forgetEnvironment: (level) => {
      const scope = appScopeOf(level)
      const { own = [], others = [] } = Object.groupBy(revisions.list(scope), ({ envId }) =>
        envId === level.envId ? 'own' : 'others',
      )
      for (const { id, key } of own) {
        revisions.delete(scope, id)
        counts.delete(scope, countId(level, key))
      }
      // An environment may hold on to a secret of its application.
      const needed = new Set(secretIds(others))
      for (const id of secretIds(own)) if (!needed.has(id)) texts.delete(scope, id)
    },
    forgetApplication: (orgId, appId) => {
      const scope = appScopeOf({ orgId, appId })
      for (const table of [revisions, texts, counts]) table.deleteAll(scope)
    },
  }
}
