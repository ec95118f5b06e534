import type { CheckJsonSchema } from '../json-schema.ts'
import type { Parts } from '../parts.ts'
import type { Route } from '../router.ts'
import { createWorkloadProfileCharts } from '../workload-profiles/charts.ts'
import { createWorkloadProfiles, type WorkloadProfiles } from '../workload-profiles/model.ts'
import { workloadProfileRoutes } from '../workload-profiles/routes.ts'

/** Workload profiles, and the charts that they refer to. */
export const createWorkloadProfileModels = (
  parts: Parts,
  checkJsonSchema: CheckJsonSchema,
): { profiles: WorkloadProfiles; routes: Route[] } => {
  const charts = createWorkloadProfileCharts(parts)
  const profiles = createWorkloadProfiles(parts, {
    checkJsonSchema,
    chartExists: charts.exists,
  })
  return { profiles, routes: workloadProfileRoutes(profiles, charts) }
}
