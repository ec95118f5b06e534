import type { components } from '../../contract/schema.ts'
import type { Store } from '../store.ts'

export type ArtefactVersion = components['schemas']['ArtefactVersion']
export type ArtefactVersionRequest = components['schemas']['CreateArtefactVersion']

/** A version as it is stored, with what it was registered with: a workload's answer does not have all of it. */
export interface VersionRecord {
  version: ArtefactVersion
  request: ArtefactVersionRequest
}

interface Place {
  artefactId: string
  versionId: string
}

/** The texts that name a version: with its version, its digest, or both, as far as it has them. */
const referencesOf = (stated: ArtefactVersion | ArtefactVersionRequest): string[] => {
  const { name, version } = stated
  const digest = stated.type === 'container' ? stated.digest : undefined
  const tagged = version ? [`${name}:${version}`] : []
  return digest ? [...tagged, ...[name, ...tagged].map((text) => `${text}@${digest}`)] : tagged
}

/**
 * The versions of all artefacts. Each artefact's lie in a scope of their own, and two indexes find a version by its id
 * and by what names it: registering and looking one up read no others, however many there are.
 */
export const createVersions = (store: Store) => {
  const records = store.table<VersionRecord>('artefact-versions')
  const byId = store.table<Place>('artefact-version-ids')
  const byReference = store.table<Place>('artefact-references')
  const scopeOf = (orgId: string, artefactId: string) => `${orgId}/${artefactId}`
  const referenceScope = (orgId: string, reference: string) => `${orgId} ${reference}`

  const at = (orgId: string, place: Place | undefined) =>
    place && records.get(scopeOf(orgId, place.artefactId), place.versionId)
  /** Newest first. */
  const ofArtefact = (orgId: string, artefactId: string) => records.list(scopeOf(orgId, artefactId), 'newest-first')
  const named = (orgId: string, reference: string) =>
    byReference.list(referenceScope(orgId, reference), 'newest-first').flatMap((place) => at(orgId, place) ?? [])

  return {
    get: (orgId: string, artefactId: string, versionId: string) => at(orgId, { artefactId, versionId }),
    find: (orgId: string, versionId: string) => at(orgId, byId.get(orgId, versionId)),
    ofArtefact,
    /** Newest first, by one of the texts that name it. */
    named,
    /** Those that may be what is to be registered once more. */
    alike: (orgId: string, artefactId: string, request: ArtefactVersionRequest) => {
      const [reference] = referencesOf(request)
      return reference === undefined ? ofArtefact(orgId, artefactId) : named(orgId, reference)
    },
    /** Of several artefacts, or of all, newest first. */
    scan: (orgId: string, artefactIds?: readonly string[]): VersionRecord[] => {
      const scopes = artefactIds?.map((id) => ({ scope: scopeOf(orgId, id) })) ?? [{ scope: orgId, within: true }]
      const rows = scopes.flatMap((scope) => [...records.scan({ ...scope, order: 'newest-first' })])
      const sorted = scopes.length > 1 ? rows.sort((a, b) => b.place - a.place) : rows
      return sorted.map(({ value }) => value)
    },
    insert: (orgId: string, record: VersionRecord) => {
      const { artefact_id: artefactId, id: versionId } = record.version
      const place = { artefactId, versionId }
      records.insert(scopeOf(orgId, artefactId), versionId, record)
      byId.insert(orgId, versionId, place)
      for (const reference of referencesOf(record.version)) {
        byReference.insert(referenceScope(orgId, reference), versionId, place)
      }
    },
    update: (orgId: string, record: VersionRecord) =>
      records.update(scopeOf(orgId, record.version.artefact_id), record.version.id, record),
    /** Gives the ids of those that are gone. */
    deleteOf: (orgId: string, artefactId: string): string[] => {
      const gone = ofArtefact(orgId, artefactId)
      for (const { version } of gone) {
        byId.delete(orgId, version.id)
        for (const reference of referencesOf(version)) byReference.delete(referenceScope(orgId, reference), version.id)
      }
      records.deleteAll(scopeOf(orgId, artefactId))
      return gone.map(({ version }) => version.id)
    },
  }
}
