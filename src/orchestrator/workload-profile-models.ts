import { createJsonSchemaCheck } from './json-schema.ts'
import type { Parts } from './parts.ts'
import type { Route } from './router.ts'
import { createWorkloadProfileCharts } from './workload-profiles/charts.ts'
import { createWorkloadProfiles } from './workload-profiles/model.ts'
import { workloadProfileRoutes } from './workload-profiles/routes.ts'

/** Workload profiles, and the charts that they refer to. */
export const createWorkloadProfileModels = (parts: Parts): { routes: Route[] } => {
  const charts = createWorkloadProfileCharts(parts)
  const profiles = createWorkloadProfiles(parts, {
    checkJsonSchema: createJsonSchemaCheck(),
    chartExists: charts.exists,
  })
  return { routes: workloadProfileRoutes(profiles, charts) }
}
