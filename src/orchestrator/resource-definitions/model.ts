import type { components } from '../../contract/schema.ts'
import { compareKeys } from '../../sets/json.ts'
import type { Caller } from '../auth.ts'
import { badRequest, conflict, forbidden, HttpError, notFound } from '../errors.ts'
import { bestMatch, type PartialContext, specificity } from '../matching-criteria/match.ts'
import type { MatchingCriteria, Target } from '../matching-criteria/model.ts'
import type { Parts } from '../parts.ts'
import type { Claim } from '../resources/claim.ts'
import type { Row } from '../store.ts'
import { builtInDefinition, type DefinitionRecord, typeOfBuiltIn } from './built-in.ts'
import { type Content, type ContentNeighbours, createContentReader } from './content.ts'
import { completeVersion, type Owner, type Version, type VersionResponse, type Versions } from './versions.ts'

export type Definition = components['schemas']['ResourceDefinitionResponse']
type CreateRequest = components['schemas']['CreateResourceDefinitionRequestRequest']
type UpdateRequest = components['schemas']['UpdateResourceDefinitionRequestRequest']
type PatchRequest = components['schemas']['PatchResourceDefinitionRequestRequest']

export interface DefinitionFilter {
  app?: string
  env?: string
  env_type?: string
  res?: string
  res_type?: string
  class?: string
  deleted?: boolean
}

export interface Definitions {
  /** Those that could be used where the filter says; of one type the best match first, the built-in one last. */
  list(orgId: string, filter: DefinitionFilter): Definition[]
  /** 404 for one that is marked as deleted, unless asked for. */
  get(orgId: string, id: string, deleted?: boolean): Definition
  create(orgId: string, request: CreateRequest, caller: Caller): Definition
  replace(orgId: string, id: string, request: UpdateRequest, caller: Caller): Definition
  patch(orgId: string, id: string, request: PatchRequest, caller: Caller): Definition
  /** 409 with the list of changes when resources were made from it, or are about to be, unless forced. */
  delete(orgId: string, id: string, force: boolean, caller: Caller): void
  /** Makes a version count; 400 for one that is archived, or whose driver or account is gone. */
  promote(orgId: string, id: string, versionId: string, caller: Caller): void
  /** 400 for the version that counts (assumption). */
  archive(orgId: string, id: string, versionId: string, archived: boolean): void
  /** Throws 404, and 403 for a built-in one. */
  changeable(orgId: string, id: string): Target
  /** All versions of a definition, newest first. */
  versions(orgId: string, id: string, deleted?: boolean): Row<VersionResponse>[]
  /** One of them, also of a definition that is marked as deleted (assumption). */
  getVersion(orgId: string, id: string, versionId: string): VersionResponse
  /** The version `versionId` of a definition, or else the one that counts. */
  version(orgId: string, id: string, versionId?: string): Version
  /** Forgets what is marked as deleted and has no resource any more. */
  purge(orgId: string): void
}

export interface DefinitionNeighbours extends ContentNeighbours {
  versions: Versions
  criteria: MatchingCriteria
  builtInTypes(): readonly string[]
  claims(orgId: string): Iterable<Claim>
}

export const createDefinitions = ({ store, scheduler }: Parts, neighbours: DefinitionNeighbours): Definitions => {
  const { versions, criteria } = neighbours
  const contents = createContentReader(neighbours)
  const table = store.table<DefinitionRecord>('resource-definitions')

  const findBuiltIn = (orgId: string, id: string) => {
    const type = typeOfBuiltIn(id)
    return type !== undefined && neighbours.builtInTypes().includes(type) ? builtInDefinition(orgId, type) : undefined
  }
  const find = (orgId: string, id: string) => {
    const record = table.get(orgId, id)
    if (!record) return findBuiltIn(orgId, id)
    return { record, version: versions.require(orgId, id, record.active_version_id) }
  }
  const require = (orgId: string, id: string, deleted = false) => {
    const found = find(orgId, id)
    if (!found || (found.record.is_deleted && !deleted)) {
      throw notFound('Resource definition', id, `organization '${orgId}'`)
    }
    return found
  }
  const changeable = (orgId: string, id: string) => {
    const found = require(orgId, id)
    if (found.record.is_default) throw forbidden(`Resource definition '${id}' is built in and cannot be changed.`)
    return found
  }
  const targetOf = ({ org_id, id, type }: DefinitionRecord): Target => ({ orgId: org_id, defId: id, type })
  const ownerOf = ({ org_id, id, active_version_id }: DefinitionRecord): Owner => ({
    orgId: org_id,
    defId: id,
    activeVersionId: active_version_id,
  })
  const versionsOf = (orgId: string, id: string, deleted?: boolean): Row<VersionResponse>[] => {
    const { record, version } = require(orgId, id, deleted)
    if (!record.is_default) return versions.rows(ownerOf(record))
    return [{ place: 1, value: completeVersion(version, { active: true, proposed: false }) }]
  }
  const claimsOn = (orgId: string, id: string) => [...neighbours.claims(orgId)].filter(({ def_id }) => def_id === id)

  const toResponse = (
    { record, version }: { record: DefinitionRecord; version: Version },
    rules = criteria.of(targetOf(record)),
  ): Definition => {
    const { name, driver_type, driver_account, driver_inputs, provision, in_place_driver_change } = version
    return {
      ...record,
      name,
      driver_type,
      in_place_driver_change,
      ...(driver_account === undefined ? {} : { driver_account }),
      ...(driver_inputs ? { driver_inputs } : {}),
      ...(provision ? { provision } : {}),
      criteria: rules,
    }
  }

  const addVersion = (record: DefinitionRecord, content: Content, action: Version['action'], caller: Caller) => {
    const { org_id, id: def_id, type } = record
    return versions.add({ ...content, org_id, def_id, type, action, created_by: caller.id })
  }
  const prune = (record: DefinitionRecord) =>
    versions.prune(ownerOf(record), (versionId) =>
      claimsOn(record.org_id, record.id).some(
        ({ def_version_id, target_def_version_id }) =>
          def_version_id === versionId || target_def_version_id === versionId,
      ),
    )
  const change = (record: DefinitionRecord, part: Partial<DefinitionRecord>, caller: Caller) => {
    const changed = { ...record, ...part, updated_at: scheduler.timestamp(), updated_by: caller.id }
    table.update(record.org_id, record.id, changed)
    prune(changed)
    return toResponse(require(record.org_id, record.id, true))
  }
  /** A proposed version changes nothing yet: the definition is answered as it was (assumption). */
  const update = (record: DefinitionRecord, content: Content, proposed: boolean, caller: Caller) => {
    const version = addVersion(record, content, 'updated', caller)
    if (!proposed) return change(record, { active_version_id: version.id }, caller)
    prune(record)
    return toResponse(require(record.org_id, record.id))
  }
  const remove = ({ org_id, id }: DefinitionRecord) => {
    table.delete(org_id, id)
    versions.deleteAll(org_id, id)
  }

  return {
    list: (orgId, filter) => {
      const { app, env, env_type, res, res_type, class: resourceClass, deleted = false } = filter
      const context: PartialContext = { appId: app, envId: env, envType: env_type, resId: res, class: resourceClass }
      const isAnywhere = Object.values(context).every((value) => value === undefined)
      const rulesOf = criteria.reader(orgId)
      const own = table.list(orgId).flatMap((record) => {
        const rules = rulesOf(targetOf(record))
        const best = bestMatch(rules, context)
        if ((record.is_deleted && !deleted) || (!best && !isAnywhere)) return []
        const version = versions.require(orgId, record.id, record.active_version_id)
        return [{ record, version, rules, rank: best ? specificity(best) : -1 }]
      })
      const builtIn = neighbours
        .builtInTypes()
        .map((type) => Object.assign(builtInDefinition(orgId, type), { rules: [], rank: -2 }))
      return [...own, ...builtIn]
        .filter(({ record: { type } }) => res_type === undefined || type === res_type)
        .sort((one, other) => compareKeys(one.record.type, other.record.type) || other.rank - one.rank)
        .map((each) => toResponse(each, each.rules))
    },
    get: (orgId, id, deleted) => toResponse(require(orgId, id, deleted)),
    create: (orgId, request, caller) => {
      const { id, type } = request
      const taken = find(orgId, id)?.record
      if (taken) {
        const until = taken.is_deleted ? ': it is marked as deleted, and goes with its last active resource' : ''
        throw conflict(`Resource definition '${id}' exists already in organization '${orgId}'${until}.`)
      }
      if (!neighbours.typeExists(orgId, type)) {
        throw badRequest(`type: resource type '${type}' does not exist for organization '${orgId}'.`)
      }
      const content = contents.read({ orgId, defId: id }, request)
      criteria.check({ orgId, type }, request.criteria ?? [])
      const record: DefinitionRecord = {
        org_id: orgId,
        id,
        type,
        active_version_id: '',
        is_default: false,
        is_deleted: false,
        created_at: scheduler.timestamp(),
        created_by: caller.id,
      }
      const version = addVersion(record, content, 'created', caller)
      table.insert(orgId, id, { ...record, active_version_id: version.id })
      for (const rule of request.criteria ?? []) criteria.create(targetOf(record), rule)
      return toResponse(require(orgId, id))
    },
    replace: (orgId, id, request, caller) => {
      const { record, version } = changeable(orgId, id)
      const { type } = request as { type?: unknown }
      if (type !== undefined && type !== record.type) {
        throw badRequest(`type: a resource definition keeps its type, here '${record.type}'.`)
      }
      const complete = { ...request, driver_type: request.driver_type || version.driver_type }
      const content = contents.read(targetOf(record), complete, version.driver_inputs)
      return update(record, content, request.proposed === true, caller)
    },
    patch: (orgId, id, request, caller) => {
      const { record, version } = changeable(orgId, id)
      const content = contents.merge(targetOf(record), version, request)
      return update(record, content, request.proposed === true, caller)
    },
    delete: (orgId, id, force, caller) => {
      const { record, version } = changeable(orgId, id)
      const claims = claimsOn(orgId, id)
      if (claims.length > 0 && !force) {
        const body = criteria.changes(claims, { defId: id })
        throw new HttpError(409, `Resource definition '${id}' is in use.`, { body })
      }
      criteria.deleteAll(targetOf(record))
      if (claims.length === 0) return remove(record)
      const last = addVersion(record, version, 'deleted', caller)
      change(record, { is_deleted: true, active_version_id: last.id }, caller)
    },
    promote: (orgId, id, versionId, caller) => {
      const { record } = changeable(orgId, id)
      const version = versions.require(orgId, id, versionId)
      if (version.archived) {
        throw badRequest(
          `Version '${versionId}' of resource definition '${id}' is archived: allow its use again first.`,
        )
      }
      contents.check(targetOf(record), version)
      if (record.active_version_id !== versionId) change(record, { active_version_id: versionId }, caller)
    },
    archive: (orgId, id, versionId, archived) => {
      const { record } = changeable(orgId, id)
      versions.require(orgId, id, versionId)
      if (archived && record.active_version_id === versionId) {
        throw badRequest(
          `Version '${versionId}' is what resource definition '${id}' is now: promote another one first.`,
        )
      }
      versions.archive(orgId, id, versionId, archived)
    },
    changeable: (orgId, id) => targetOf(changeable(orgId, id).record),
    versions: versionsOf,
    getVersion: (orgId, id, versionId) => {
      const row = versionsOf(orgId, id, true).find(({ value }) => value.id === versionId)
      if (!row) throw notFound('Version', versionId, `resource definition '${id}'`)
      return row.value
    },
    version: (orgId, id, versionId) => {
      const { version } = require(orgId, id, true)
      return (versionId === undefined ? undefined : versions.find(orgId, id, versionId)) ?? version
    },
    purge: (orgId) => {
      for (const record of table.list(orgId)) {
        if (record.is_deleted && claimsOn(orgId, record.id).length === 0) remove(record)
      }
    },
  }
}
