import type { components } from '../../contract/schema.ts'
import type { Caller } from '../auth.ts'
import { conflict } from '../errors.ts'
import { type PageQuery, placeOf, toPage } from '../pages.ts'
import type { Parts } from '../parts.ts'
import { builtInChartVersion, builtInProfileIds } from './built-in.ts'
import { type ChartName, readChartArchive } from './chart-archive.ts'
import { builtInOrg } from './features.ts'

type ChartVersion = components['schemas']['WorkloadProfileChartVersionResponse']

interface ChartQuery extends PageQuery {
  id?: string
  version?: string
}

export interface WorkloadProfileCharts {
  list(orgId: string, query: ChartQuery, url: string): ReturnType<typeof toPage<ChartVersion>>
  /** Takes a packaged Helm chart. */
  upload(orgId: string, archive: Buffer, caller: Caller): ChartVersion
  /** Whether a profile may refer to it. */
  exists(orgId: string, reference: ChartName): boolean
}

/** A reference to it takes whatever version was uploaded last. */
const latest = 'latest'

const idOf = ({ id, version }: ChartName) => `${id}@${version}`

export const createWorkloadProfileCharts = ({ store, scheduler }: Parts): WorkloadProfileCharts => {
  const versions = store.table<ChartVersion>('workload-profile-chart-versions')

  return {
    list: (orgId, query, url) => {
      const from = placeOf(query.page)
      const rows = versions.scan({ scope: orgId, ...(from === undefined ? {} : { from }) })
      const keep = ({ id, version }: ChartVersion) => id === (query.id ?? id) && version === (query.version ?? version)
      return toPage(rows, { query, url, keep })
    },
    upload: (orgId, archive, caller) => {
      const name = readChartArchive(archive)
      if (versions.get(orgId, idOf(name))) {
        throw conflict(`Chart '${name.id}' has a version '${name.version}' already: raise the version in Chart.yaml.`)
      }
      const made = { org_id: orgId, ...name, created_at: scheduler.timestamp(), created_by: caller.id }
      versions.insert(orgId, idOf(name), made)
      return made
    },
    exists: (orgId, reference) => {
      const [, org = orgId, id = reference.id] = /^([^/]+)\/(.+)$/s.exec(reference.id) ?? []
      const { version } = reference
      if (org === builtInOrg) return builtInProfileIds.includes(id) && [latest, builtInChartVersion].includes(version)
      if (org !== orgId) return false
      return version === latest
        ? versions.list(orgId).some((each) => each.id === id)
        : versions.get(orgId, idOf({ id, version })) !== undefined
    },
  }
}
