import type { components } from '../../contract/schema.ts'
import { notFound } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { Row } from '../store.ts'
import type { Content } from './content.ts'

export type VersionResponse = components['schemas']['ResourceDefinitionVersion']

export interface Version extends Content {
  id: string
  org_id: string
  def_id: string
  type: string
  action: 'created' | 'updated' | 'deleted'
  archived: boolean
  created_at: string
  created_by: string
}

/** A definition, and which of its versions counts. */
export interface Owner {
  orgId: string
  defId: string
  activeVersionId: string
}

export interface Versions {
  find(orgId: string, defId: string, id: string): Version | undefined
  require(orgId: string, defId: string, id: string): Version
  /** Newest first. */
  rows(owner: Owner): Row<VersionResponse>[]
  add(version: Omit<Version, 'id' | 'archived' | 'created_at'>): Version
  archive(orgId: string, defId: string, id: string, archived: boolean): void
  /** Drops what is beyond the newest fifty, but for those that are in use. */
  prune(owner: Owner, isUsed: (versionId: string) => boolean): void
  deleteAll(orgId: string, defId: string): void
}

const keptVersions = 50

/** A version with everything that an answer has. */
export const completeVersion = (version: Version, state: { active: boolean; proposed: boolean }): VersionResponse => ({
  driver_account: '',
  driver_inputs: {},
  provision: {},
  ...version,
  ...state,
})

export const createVersions = ({ store, random, scheduler }: Parts): Versions => {
  const table = store.table<Version>('resource-definition-versions')
  const scopeOf = (orgId: string, defId: string) => `${orgId} ${defId}`
  const find = (orgId: string, defId: string, id: string) => table.get(scopeOf(orgId, defId), id)
  const require = (orgId: string, defId: string, id: string) => {
    const found = find(orgId, defId, id)
    if (!found) throw notFound('Version', id, `resource definition '${defId}'`)
    return found
  }
  const rows: Versions['rows'] = ({ orgId, defId, activeVersionId }) => {
    const found: Row<VersionResponse>[] = []
    let proposed = true
    for (const { place, value } of table.scan({ scope: scopeOf(orgId, defId), order: 'newest-first' })) {
      const active = value.id === activeVersionId
      proposed &&= !active
      found.push({ place, value: completeVersion(value, { active, proposed }) })
    }
    return found
  }

  return {
    find,
    require,
    rows,
    add: (content) => {
      const version = { ...content, id: random.uuid(), archived: false, created_at: scheduler.timestamp() }
      table.insert(scopeOf(content.org_id, content.def_id), version.id, version)
      return version
    },
    archive: (orgId, defId, id, archived) =>
      table.update(scopeOf(orgId, defId), id, { ...require(orgId, defId, id), archived }),
    prune: (owner, isUsed) => {
      for (const { value } of rows(owner).slice(keptVersions)) {
        if (!value.active && !isUsed(value.id)) table.delete(scopeOf(owner.orgId, owner.defId), value.id)
      }
    },
    deleteAll: (orgId, defId) => table.deleteAll(scopeOf(orgId, defId)),
  }
}
