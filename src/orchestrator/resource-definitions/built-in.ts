import { stableUuid } from '../resources/stable-ids.ts'
import type { Version } from './versions.ts'

/** What of a definition is not in its versions. */
export interface DefinitionRecord {
  org_id: string
  id: string
  type: string
  active_version_id: string
  is_default: boolean
  is_deleted: boolean
  created_at: string
  created_by: string
  updated_at?: string
  updated_by?: string
}

const prefix = 'default-'

/** The definition that every organization has for a built-in type, so that deployments work without any (assumption). */
export const builtInId = (type: string) => `${prefix}${type}`

/** The type that a built-in definition would be for. */
export const typeOfBuiltIn = (id: string) => (id.startsWith(prefix) ? id.slice(prefix.length) : undefined)

const origin = { created_at: '2020-01-01T00:00:00.000Z', created_by: 'humanitec' }

export const builtInDefinition = (orgId: string, type: string): { record: DefinitionRecord; version: Version } => {
  const id = builtInId(type)
  const versionId = stableUuid(`${orgId} ${id}`)
  return {
    record: { org_id: orgId, id, type, active_version_id: versionId, is_default: true, is_deleted: false, ...origin },
    version: {
      id: versionId,
      org_id: orgId,
      def_id: id,
      type,
      name: `Default ${type}`,
      driver_type: 'humanitec/echo',
      in_place_driver_change: false,
      action: 'created',
      archived: false,
      ...origin,
    },
  }
}
