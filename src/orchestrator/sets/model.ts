import type { components } from '../../contract/schema.ts'
import { applyDelta } from '../../sets/apply.ts'
import { emptySet } from '../../sets/delta.ts'
import { diffSets } from '../../sets/diff.ts'
import { hashSet, isEmptySetId } from '../../sets/hash.ts'
import type { Delta, DeploymentSet } from '../../sets/types.ts'
import { badRequest, HttpError } from '../errors.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'
import { completeSet, readDelta, readSet, toPlainDelta, toSetContent, valueOf } from './content.ts'

type SetResponse = components['schemas']['SetResponse']
type PlainDelta = components['schemas']['PlainDeltaResponse']
type DeltaRequest = components['schemas']['DeltaRequest']

interface SetRecord extends DeploymentSet {
  id: string
}

export interface Sets extends Dependant {
  /** What the application has produced so far; the empty set, which every application has, is not listed. */
  list(orgId: string, appId: string): SetResponse[]
  get(orgId: string, appId: string, id: string): SetResponse
  /** Throws 400 for a set that the application does not have. */
  require(orgId: string, appId: string, id: string): void
  /** Stores modules and shared resources, which may lack what has a default; 400 when they are malformed. */
  store(orgId: string, appId: string, content: unknown): string
  /** The id of the set that a delta makes of another. */
  apply(orgId: string, appId: string, id: string, delta: DeltaRequest): string
  /** As `apply`, with a delta that is stored; 400 for a set or a delta that the application does not have. */
  applyDelta(orgId: string, appId: string, id: string, deltaId: string): string
  /** The delta that leads from `sourceId` to `id`. */
  diff(orgId: string, appId: string, id: string, sourceId: string): PlainDelta
}

export interface SetNeighbours {
  delta(orgId: string, appId: string, id: string): Delta | undefined
}

export const createSets = ({ store }: Parts, neighbours: SetNeighbours): Sets => {
  const sets = store.table<SetRecord>('sets')

  const find = (orgId: string, appId: string, id: string): SetRecord | undefined =>
    isEmptySetId(id) ? { ...emptySet, id } : sets.get(appScope(orgId, appId), id)
  const noSuch = (kind: string, id: string, orgId: string, appId: string) =>
    `${kind} '${id}' does not exist in application '${orgId}/${appId}'.`
  const record = (orgId: string, appId: string, id: string) => {
    const found = find(orgId, appId, id)
    if (found) return found
    const body = noSuch('Set', id, orgId, appId)
    throw new HttpError(404, body, { body })
  }
  const require = (orgId: string, appId: string, id: string) => {
    const found = find(orgId, appId, id)
    if (!found) throw badRequest(noSuch('Set', id, orgId, appId))
    return found
  }
  const toResponse = ({ id, ...content }: SetRecord): SetResponse => ({ id, version: 0, ...toSetContent(content) })

  const insert = (orgId: string, appId: string, set: DeploymentSet) => {
    const id = hashSet(set)
    if (!find(orgId, appId, id)) sets.insert(appScope(orgId, appId), id, { id, ...set })
    return id
  }
  const applyTo = (orgId: string, appId: string, base: SetRecord, delta: Delta) => {
    const applied = valueOf(applyDelta(base, delta), `The delta does not fit set '${base.id}'`)
    return insert(orgId, appId, completeSet(applied))
  }

  return {
    list: (orgId, appId) => sets.list(appScope(orgId, appId)).map(toResponse),
    get: (orgId, appId, id) => toResponse(record(orgId, appId, id)),
    require: (orgId, appId, id) => void require(orgId, appId, id),
    store: (orgId, appId, content) => insert(orgId, appId, readSet(content)),
    apply: (orgId, appId, id, delta) => applyTo(orgId, appId, record(orgId, appId, id), readDelta(delta)),
    applyDelta: (orgId, appId, id, deltaId) => {
      const delta = neighbours.delta(orgId, appId, deltaId)
      if (!delta) throw badRequest(noSuch('Delta', deltaId, orgId, appId))
      return applyTo(orgId, appId, require(orgId, appId, id), delta)
    },
    diff: (orgId, appId, id, sourceId) =>
      toPlainDelta(diffSets(record(orgId, appId, id), record(orgId, appId, sourceId))),
    forgetApplication: (orgId, appId) => sets.deleteAll(appScope(orgId, appId)),
  }
}
