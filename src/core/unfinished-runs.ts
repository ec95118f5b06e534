import { isTerminal } from '../contract/status.ts'
import type { Run } from '../contract/types.ts'
import type { ApplicationApi } from './application.ts'

/**
 * A run counts an environment among its own only once a step of it gets there; one that is queued says by its inputs
 * where it is going.
 */
const concerns = ({ env_ids, trigger, inputs }: Run, envId: string): boolean =>
  env_ids.includes(envId) || (trigger === 'deployment_request' && inputs?.['env_id'] === envId)

/** The runs that work on an environment, or are going to. */
export const unfinishedRuns = async ({ client, orgId, appId }: ApplicationApi, envId: string): Promise<Run[]> => {
  const found: Run[] = []
  const query = { app: [appId], completed: false }
  for await (const run of client.pages('/orgs/{orgId}/pipeline-runs', { path: { orgId }, query })) {
    if (run.app_id === appId && !isTerminal(run) && concerns(run, envId)) found.push(run)
  }
  return found
}
