import type { components } from '../../contract/schema.ts'
import { mergeDeltas, simplifyDelta } from '../../sets/merge.ts'
import type { Result } from '../../sets/problem.ts'
import type { Delta } from '../../sets/types.ts'
import type { Caller } from '../auth.ts'
import { badRequest, HttpError } from '../errors.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'
import { completeDelta, readDelta, toPlainDelta, valueOf } from '../sets/content.ts'

type DeltaResponse = components['schemas']['DeltaResponse']
type DeltaRequest = components['schemas']['DeltaRequest']
type Metadata = components['schemas']['DeltaMetadataResponse']

interface DeltaRecord extends Delta {
  id: string
  metadata: Metadata
}

/** What may be set of the metadata one by one. An environment's id need not be one that exists (assumption). */
type MetadataChange = Partial<Pick<Metadata, 'archived' | 'env_id' | 'name'>>

export interface Deltas extends Dependant {
  /** Archived ones instead of the others with `archived` (assumption); only those meant for an environment with `env`. */
  list(orgId: string, appId: string, filter: { archived?: boolean; env?: string }): DeltaResponse[]
  get(orgId: string, appId: string, id: string): DeltaResponse
  /** What a delta changes, archived or not. */
  content(orgId: string, appId: string, id: string): Delta | undefined
  create(orgId: string, appId: string, request: DeltaRequest, caller: Caller): DeltaResponse
  replace(orgId: string, appId: string, id: string, request: DeltaRequest, caller: Caller): void
  merge(orgId: string, appId: string, id: string, requests: readonly DeltaRequest[], caller: Caller): DeltaResponse
  changeMetadata(orgId: string, appId: string, id: string, change: MetadataChange, caller: Caller): void
  deployed(orgId: string, appId: string, id: string): void
}

/** In its smallest form, every module complete; 400 when the parts contradict one another. */
const finish = (result: Result<Delta>) => completeDelta(valueOf(result, 'The changes do not go together'))

/** Whoever changes a delta of somebody else contributes to it. */
const touch = (metadata: Metadata, caller: Caller, now: string): Metadata => {
  const { created_by, contributers = [] } = metadata
  const isKnown = created_by === caller.id || contributers.includes(caller.id)
  return { ...metadata, last_modified_at: now, contributers: isKnown ? contributers : [...contributers, caller.id] }
}

const toResponse = ({ id, metadata, ...content }: DeltaRecord): DeltaResponse => ({
  id,
  metadata,
  ...toPlainDelta(content),
})

export const createDeltas = ({ store, scheduler, random }: Parts): Deltas => {
  const deltas = store.table<DeltaRecord>('deltas')

  const record = (orgId: string, appId: string, id: string) => {
    const found = deltas.get(appScope(orgId, appId), id)
    if (found) return found
    const body = `Delta '${id}' does not exist in application '${orgId}/${appId}'.`
    throw new HttpError(404, body, { body })
  }
  /** The code 400 for an archived delta, and that its metadata are closed too, is an assumption. */
  const changeable = (orgId: string, appId: string, id: string) => {
    const found = record(orgId, appId, id)
    if (found.metadata.archived) {
      throw badRequest(`Delta '${id}' is archived and cannot be changed; take it out of the archive first.`)
    }
    return found
  }
  const save = (orgId: string, appId: string, delta: DeltaRecord) => {
    deltas.update(appScope(orgId, appId), delta.id, delta)
    return toResponse(delta)
  }

  return {
    list: (orgId, appId, { archived = false, env }) =>
      deltas
        .list(appScope(orgId, appId))
        .filter(({ metadata }) => metadata.archived === archived && (env === undefined || metadata.env_id === env))
        .map(toResponse),
    get: (orgId, appId, id) => toResponse(record(orgId, appId, id)),
    content: (orgId, appId, id) => deltas.get(appScope(orgId, appId), id),
    create: (orgId, appId, request, caller) => {
      const { env_id, name } = request.metadata ?? {}
      const now = scheduler.timestamp()
      const delta: DeltaRecord = {
        id: random.hex(20),
        metadata: {
          created_by: caller.id,
          created_at: now,
          last_modified_at: now,
          archived: false,
          shared: false,
          contributers: [],
          ...(env_id === undefined ? {} : { env_id }),
          ...(name === undefined ? {} : { name }),
        },
        ...finish(simplifyDelta(readDelta(request))),
      }
      deltas.insert(appScope(orgId, appId), delta.id, delta)
      return toResponse(delta)
    },
    replace: (orgId, appId, id, request, caller) => {
      const { metadata } = changeable(orgId, appId, id)
      const content = finish(simplifyDelta(readDelta(request)))
      save(orgId, appId, { id, metadata: touch(metadata, caller, scheduler.timestamp()), ...content })
    },
    merge: (orgId, appId, id, requests, caller) => {
      if (requests.length === 0) return toResponse(record(orgId, appId, id))
      const { metadata, ...base } = changeable(orgId, appId, id)
      const content = finish(mergeDeltas(base, requests.map(readDelta)))
      return save(orgId, appId, { id, metadata: touch(metadata, caller, scheduler.timestamp()), ...content })
    },
    changeMetadata: (orgId, appId, id, change, caller) => {
      const found = change.archived === undefined ? changeable(orgId, appId, id) : record(orgId, appId, id)
      const metadata = { ...touch(found.metadata, caller, scheduler.timestamp()), ...change }
      save(orgId, appId, { ...found, metadata })
    },
    // Assumption: a delta has done its work once it is deployed. It can still be deployed elsewhere.
    deployed: (orgId, appId, id) => {
      const found = record(orgId, appId, id)
      save(orgId, appId, { ...found, metadata: { ...found.metadata, archived: true } })
    },
    forgetApplication: (orgId, appId) => deltas.deleteAll(appScope(orgId, appId)),
  }
}
