import type { Run } from '../contract/types.ts'
import type { ApplicationApi, RunReference } from './application.ts'

const runPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}'

export const getRun = async (
  { client, orgId, appId }: ApplicationApi,
  { pipelineId, runId }: RunReference,
): Promise<Run> => {
  const { body } = await client.get(runPath, { path: { orgId, appId, pipelineId, runId } })
  return body
}
