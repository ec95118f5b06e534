import { requireBody } from '../../client/index.ts'
import type { DeploymentRequestRun } from '../../contract/types.ts'
import type { RunReference } from '../../core/application.ts'
import { type Connection, connectForLastWords, lastQuestionMs } from '../connection.ts'
import type { Step } from '../step.ts'

/** The run of a call whose answer never came: the same call with the same key answers with it, and starts no other. */
export const repeatCall = async (
  step: Step,
  connection: Connection,
  { body, key: idempotencyKey }: { body: DeploymentRequestRun; key: string },
): Promise<RunReference> => {
  const { client, orgId, appId } = connectForLastWords(step, connection, lastQuestionMs)
  const path = { orgId, appId }
  const answer = await client.post('/orgs/{orgId}/apps/{appId}/pipeline-runs', { path, body, idempotencyKey })
  const { pipeline_id, id } = requireBody(answer)
  return { pipelineId: pipeline_id, runId: id }
}
