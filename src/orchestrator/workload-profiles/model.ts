import type { components } from '../../contract/schema.ts'
import type { Caller } from '../auth.ts'
import { badRequest, conflict, forbidden, notFound } from '../errors.ts'
import type { CheckJsonSchema } from '../json-schema.ts'
import { type PageQuery, placeOf, toPage } from '../pages.ts'
import type { Parts } from '../parts.ts'
import type { Row } from '../store.ts'
import { builtInProfiles } from './built-in.ts'
import { builtInOrg } from './features.ts'
import { checkSpecDefinition, toSpecSchema } from './spec.ts'

type Profile = components['schemas']['WorkloadProfileResponse']
type Version = components['schemas']['WorkloadProfileVersionResponse']
type ProfileRequest = components['schemas']['WorkloadProfileRequest']
type ProfileUpdate = components['schemas']['WorkloadProfileUpdateRequest']

export interface WorkloadProfiles {
  /** The built-in profiles, then the organization's own. */
  list(orgId: string, query: PageQuery & { deprecated?: boolean }, url: string): ReturnType<typeof toPage<Profile>>
  /** `qid` is `{org}/{id}`, or the id of one of the organization's own. */
  get(orgId: string, qid: string): Profile
  exists(orgId: string, qid: string): boolean
  create(orgId: string, request: ProfileRequest, caller: Caller): Profile
  /** Gives the profile a new version, which is the one that workloads use from then on. */
  update(orgId: string, qid: string, request: ProfileUpdate, caller: Caller): Profile
  /** With all its versions. */
  delete(orgId: string, qid: string): void
  /** The latest first. */
  versions(orgId: string, qid: string, query: PageQuery, url: string): ReturnType<typeof toPage<Version>>
  latest(orgId: string, qid: string): Version
}

export interface WorkloadProfileNeighbours {
  checkJsonSchema: CheckJsonSchema
  chartExists(orgId: string, reference: ProfileUpdate['workload_profile_chart']): boolean
}

const versionScope = (orgId: string, id: string) => `${orgId}/${id}`

/** A built-in profile has had one version; the others have theirs stored. */
const toBuiltInVersion = ({ updated_at: _updatedAt, updated_by: _updatedBy, ...profile }: Profile): Version => ({
  ...profile,
  id: `${profile.id}-${profile.version}`,
  workload_profile_id: profile.id,
})

const isDeprecated = ({ deprecation_message = '' }: Profile) => deprecation_message !== ''

const toContent = ({
  description = '',
  deprecation_message,
  spec_definition,
  workload_profile_chart,
}: ProfileUpdate) => ({
  description,
  ...(deprecation_message === undefined ? {} : { deprecation_message }),
  spec_definition,
  spec_schema: toSpecSchema(spec_definition),
  workload_profile_chart,
})

export const createWorkloadProfiles = (
  { store, scheduler, random }: Parts,
  { checkJsonSchema, chartExists }: WorkloadProfileNeighbours,
): WorkloadProfiles => {
  const profiles = store.table<Profile>('workload-profiles')
  const versions = store.table<Version>('workload-profile-versions')

  /** By `{org}/{id}`, or the plain id of one of the organization's own (assumption). */
  const find = (orgId: string, qid: string) => {
    const [, org = orgId, id = qid] = /^([^/]+)\/(.+)$/s.exec(qid) ?? []
    const found = org === builtInOrg ? builtInProfiles.find((each) => each.id === id) : undefined
    return found ?? (org === orgId ? profiles.get(orgId, id) : undefined)
  }
  const get = (orgId: string, qid: string) => {
    const found = find(orgId, qid)
    if (!found) throw notFound('Workload profile', qid, `organization '${orgId}'`)
    return found
  }
  const requireOwn = (orgId: string, qid: string) => {
    const found = get(orgId, qid)
    if (found.org_id === orgId) return found
    throw forbidden(`Workload profile '${qid}' is built in and cannot be changed or deleted: create one of your own.`)
  }
  const check = (orgId: string, { spec_definition, workload_profile_chart, version }: ProfileUpdate) => {
    checkSpecDefinition(spec_definition, checkJsonSchema)
    if (version === '') throw badRequest('version must not be empty: leave it out to have one made up.')
    if (chartExists(orgId, workload_profile_chart)) return
    const { id, version: chartVersion } = workload_profile_chart
    throw badRequest(
      `workload_profile_chart is version '${chartVersion}' of '${id}', which does not exist: upload it first.`,
    )
  }
  /** Stores the profile's present state as a version of it. */
  const keepVersion = (orgId: string, { id, version, updated_at, updated_by, ...profile }: Profile) => {
    const kept = { ...profile, id: random.uuid(), workload_profile_id: id, version }
    versions.insert(versionScope(orgId, id), version, { ...kept, created_at: updated_at, created_by: updated_by })
  }

  /** The built-in ones have the first places. */
  function* rows(orgId: string, from = 0): Generator<Row<Profile>> {
    const count = builtInProfiles.length
    for (const [index, value] of builtInProfiles.entries()) if (index >= from) yield { place: index + 1, value }
    for (const { place, value } of profiles.scan({ scope: orgId, from: Math.max(0, from - count) })) {
      yield { place: place + count, value }
    }
  }

  return {
    list: (orgId, query, url) =>
      toPage(rows(orgId, placeOf(query.page)), {
        query,
        url,
        keep: (each) => query.deprecated === true || !isDeprecated(each),
      }),
    get,
    exists: (orgId, qid) => find(orgId, qid) !== undefined,
    create: (orgId, request, caller) => {
      const { id, version = random.uuid() } = request
      // The pattern is that of other ids (assumption); without a slash, or it could not be told from `{org}/{id}`.
      if (!/^[a-z0-9][a-z0-9-]+[a-z0-9]$/.test(id)) {
        throw badRequest('id must be at least three lower-case letters, digits or inner hyphens.')
      }
      check(orgId, request)
      if (profiles.get(orgId, id)) throw conflict(`Workload profile '${id}' exists already in organization '${orgId}'.`)
      const now = scheduler.timestamp()
      const who = { created_at: now, created_by: caller.id, updated_at: now, updated_by: caller.id }
      const profile: Profile = { id, org_id: orgId, ...toContent(request), version, ...who }
      profiles.insert(orgId, id, profile)
      keepVersion(orgId, profile)
      return profile
    },
    update: (orgId, qid, request, caller) => {
      const { id, created_at, created_by } = requireOwn(orgId, qid)
      const { version = random.uuid() } = request
      check(orgId, request)
      if (versions.get(versionScope(orgId, id), version)) {
        throw conflict(`Workload profile '${id}' has a version '${version}' already: give another, or none.`)
      }
      const who = { created_at, created_by, updated_at: scheduler.timestamp(), updated_by: caller.id }
      const profile: Profile = { id, org_id: orgId, ...toContent(request), version, ...who }
      profiles.update(orgId, id, profile)
      keepVersion(orgId, profile)
      return profile
    },
    delete: (orgId, qid) => {
      const { id } = requireOwn(orgId, qid)
      profiles.delete(orgId, id)
      versions.deleteAll(versionScope(orgId, id))
    },
    versions: (orgId, qid, query, url) => {
      const profile = get(orgId, qid)
      const from = placeOf(query.page)
      if (profile.org_id !== orgId) return toPage([{ place: 1, value: toBuiltInVersion(profile) }], { query, url })
      const scope = versionScope(orgId, profile.id)
      const rows = versions.scan({ scope, order: 'newest-first', ...(from === undefined ? {} : { from }) })
      return toPage(rows, { query, url })
    },
    latest: (orgId, qid) => {
      const profile = get(orgId, qid)
      if (profile.org_id !== orgId) return toBuiltInVersion(profile)
      return versions.get(versionScope(orgId, profile.id), profile.version) as Version
    },
  }
}
