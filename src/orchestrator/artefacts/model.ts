import type { components } from '../../contract/schema.ts'
import { isUuid } from '../../contract/identifiers.ts'
import { jsonEqual } from '../../sets/json.ts'
import type { Json, JsonObject } from '../../sets/types.ts'
import type { Caller } from '../auth.ts'
import { checkDepth } from '../depth.ts'
import { badRequest, notFound } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { ScoreSet } from '../score/convert.ts'
import { toScoreSet } from '../score/model.ts'
import { type ArtefactVersion, type ArtefactVersionRequest, createVersions, type VersionRecord } from './versions.ts'

export type { ArtefactVersionRequest } from './versions.ts'

type Artefact = components['schemas']['ArtefactResponse']
interface VersionFilter {
  name?: string
  /** Of these artefacts only. */
  names?: readonly string[]
  reference?: string
  /** Archived ones as well. */
  archived?: boolean
  type?: string
}

export interface Artefacts {
  list(orgId: string, filter: { name?: string; type?: string }): Artefact[]
  /** Deletes the artefact with all its versions. */
  delete(orgId: string, id: string): void
  /** Throws 400 unless `register` would take the request. */
  check(request: ArtefactVersionRequest, options: { vcs?: string }): void
  register(orgId: string, request: ArtefactVersionRequest, options: { vcs?: string }, caller: Caller): ArtefactVersion
  /** Newest first. */
  versions(orgId: string, filter: VersionFilter): ArtefactVersion[]
  /** Newest first, `limit` at most. */
  versionsOf(
    orgId: string,
    id: string,
    filter: { reference?: string; archived?: boolean; limit?: number },
  ): ArtefactVersion[]
  version(orgId: string, versionId: string): ArtefactVersion
  /** The Score specification that it was registered with; 400 for a version of a container, as with `workloadSet`. */
  workloadSpec(orgId: string, versionId: string): JsonObject
  workloadSet(orgId: string, versionId: string): ScoreSet
  /** `null` leaves it as it is (assumption). */
  archive(orgId: string, id: string, versionId: string, archived: boolean | null, caller: Caller): ArtefactVersion
}

export interface ArtefactNeighbours {
  /** Called after a version has come into being. */
  registered?(orgId: string, version: ArtefactVersion): void
  /** Called after a version is gone with its artefact. */
  deleted?(orgId: string, versionId: string): void
}

const checkUuid = (name: string, id: string) => {
  if (!isUuid(id)) throw badRequest(`path parameter '${name}' must be a UUID, not '${id}'`)
}

const matches = (version: ArtefactVersion, { archived = false, type }: VersionFilter) =>
  (archived || !version.archived) && (type === undefined || version.type === type)

/** An empty text says as little as none. */
const withoutBlanks = (request: ArtefactVersionRequest) =>
  Object.fromEntries(
    Object.entries(request).filter(([, value]) => value !== undefined && value !== ''),
  ) as ArtefactVersionRequest

const toVersion = (
  request: ArtefactVersionRequest,
  rest: Pick<ArtefactVersion, 'id' | 'artefact_id' | 'archived'>,
): ArtefactVersion => {
  const { type, name, version, ref, commit } = request
  if (type === 'container') {
    const { digest = '' } = request
    const fields = { type, name, ref: ref ?? '', commit: commit ?? '', digest }
    return { ...rest, ...fields, ...(version === undefined ? {} : { version }) }
  }
  return {
    ...rest,
    type,
    name,
    ...(version === undefined ? {} : { version }),
    ...(ref === undefined ? {} : { ref }),
    ...(commit === undefined ? {} : { commit }),
  }
}

/** The set that a workload makes. Throws 400 for a container, and for a specification that is none. */
export const setOf = (request: ArtefactVersionRequest): ScoreSet => {
  if (request.type === 'workload') return toScoreSet(request)
  throw badRequest(`'${request.name}' is a container: only workloads make a deployment set.`)
}

const check = (request: ArtefactVersionRequest, { vcs = 'git' }: { vcs?: string }) => {
  const { name, ref = '' } = request
  checkDepth('The request', request)
  if (name === '')
    throw badRequest('name must not be empty: give the image without its tag, or the name of the workload.')
  if (vcs === 'git' && ref !== '' && !ref.startsWith('refs/')) {
    throw badRequest(
      `ref must start with 'refs/', as in 'refs/heads/main', not '${ref}'; another vcs than git takes any.`,
    )
  }
  if (request.type === 'workload') setOf(request)
}

export const createArtefacts = (
  { store, scheduler, random }: Parts,
  neighbours: ArtefactNeighbours = {},
): Artefacts => {
  const artefacts = store.table<Artefact>('artefacts')
  const idsByName = store.table<string>('artefact-names')
  const versions = createVersions(store)

  const require = (orgId: string, id: string) => {
    const found = artefacts.get(orgId, id)
    if (!found) throw notFound('Artefact', id, `organization '${orgId}'`)
    return found
  }

  const nameKey = ({ name, type }: { name: string; type: string }) => `${type} ${name}`
  const idsNamed = (orgId: string, name: string) =>
    ['container', 'workload'].flatMap((type) => idsByName.get(orgId, nameKey({ name, type })) ?? [])

  /** The artefact of that name and type, made if there is none. */
  const ensure = (orgId: string, { name, type }: ArtefactVersionRequest, caller: Caller): Artefact => {
    const known = idsByName.get(orgId, nameKey({ name, type }))
    if (known !== undefined) return require(orgId, known)
    const now = scheduler.timestamp()
    const made = { created_at: now, created_by: caller.id, updated_at: now, updated_by: caller.id }
    const artefact: Artefact = { id: random.uuid(), name, type, ...made }
    artefacts.insert(orgId, artefact.id, artefact)
    idsByName.insert(orgId, nameKey(artefact), artefact.id)
    return artefact
  }

  const record = (orgId: string, versionId: string): VersionRecord => {
    checkUuid('artefactVersionId', versionId)
    const found = versions.find(orgId, versionId)
    if (!found) throw notFound('Artefact version', versionId, `organization '${orgId}'`)
    return found
  }

  const add = (orgId: string, request: ArtefactVersionRequest, artefact: Artefact, caller: Caller) => {
    const now = scheduler.timestamp()
    const version: ArtefactVersion = {
      ...toVersion(request, { id: random.uuid(), artefact_id: artefact.id, archived: false }),
      created_at: now,
      created_by: caller.id,
      updated_at: now,
      updated_by: caller.id,
    }
    versions.insert(orgId, { version, request })
    artefacts.update(orgId, artefact.id, { ...artefact, updated_at: now, updated_by: caller.id })
    neighbours.registered?.(orgId, version)
    return version
  }

  return {
    list: (orgId, { name, type }) =>
      artefacts
        .list(orgId)
        .filter((each) => (name === undefined || each.name === name) && (type === undefined || each.type === type)),
    delete: (orgId, id) => {
      idsByName.delete(orgId, nameKey(require(orgId, id)))
      const gone = versions.deleteOf(orgId, id)
      artefacts.delete(orgId, id)
      for (const versionId of gone) neighbours.deleted?.(orgId, versionId)
    },
    check,
    // Assumption: what is registered once more, the same in everything, is the version that is there already, archived
    // or not, and sets nothing off. A difference in anything, such as a tag that has moved, makes another version.
    register: (orgId, request, options, caller) => {
      check(request, options)
      const stated = withoutBlanks(request)
      const artefact = ensure(orgId, stated, caller)
      const known = versions
        .alike(orgId, artefact.id, stated)
        .findLast((each) => jsonEqual(each.request as Json, stated as Json))
      return known?.version ?? add(orgId, stated, artefact, caller)
    },
    versions: (orgId, filter) => {
      if (filter.name !== undefined && filter.reference !== undefined) {
        throw badRequest("query parameters 'name' and 'reference' exclude each other")
      }
      const { name, names = name === undefined ? undefined : [name], reference } = filter
      const found =
        reference === undefined
          ? versions.scan(
              orgId,
              names?.flatMap((each) => idsNamed(orgId, each)),
            )
          : versions.named(orgId, reference)
      return found.map(({ version }) => version).filter((version) => matches(version, filter))
    },
    versionsOf: (orgId, id, { limit, ...filter }) => {
      checkUuid('artefactId', id)
      if (limit !== undefined && limit < 1) throw badRequest(`query parameter 'limit' must be at least 1, not ${limit}`)
      require(orgId, id)
      const { reference } = filter
      const found =
        reference === undefined
          ? versions.ofArtefact(orgId, id)
          : versions.named(orgId, reference).filter(({ version }) => version.artefact_id === id)
      return found
        .map(({ version }) => version)
        .filter((version) => matches(version, filter))
        .slice(0, limit)
    },
    version: (orgId, versionId) => record(orgId, versionId).version,
    workloadSpec: (orgId, versionId) => {
      const { request } = record(orgId, versionId)
      if (request.type === 'workload') return request.spec as JsonObject
      throw badRequest(`Artefact version '${versionId}' is a container, which has no specification.`)
    },
    workloadSet: (orgId, versionId) => setOf(record(orgId, versionId).request),
    archive: (orgId, id, versionId, archived, caller) => {
      checkUuid('artefactId', id)
      checkUuid('versionId', versionId)
      require(orgId, id)
      const found = versions.get(orgId, id, versionId)
      if (!found) throw notFound('Artefact version', versionId, `artefact '${id}'`)
      if (archived === null) return found.version
      const changed = { archived, updated_at: scheduler.timestamp(), updated_by: caller.id }
      const version: ArtefactVersion = { ...found.version, ...changed }
      versions.update(orgId, { ...found, version })
      return version
    },
  }
}
