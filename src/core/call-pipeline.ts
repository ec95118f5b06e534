import { hasStatus, requireBody } from '../client/index.ts'
import type { Run } from '../contract/types.ts'
import { InputError } from '../errors.ts'
import type { ApplicationApi } from './application.ts'

/** A call of a pipeline whose trigger is `pipeline_call`. The same call with the same key starts no second run. */
export interface PipelineCall {
  readonly pipelineId: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly idempotencyKey: string
}

const runsPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs'

/** Starts a run. `InputError` for a pipeline that is not there, and for inputs that the pipeline does not take. */
export const callPipeline = async (
  { client, orgId, appId }: Pick<ApplicationApi, 'client' | 'orgId' | 'appId'>,
  { pipelineId, inputs, idempotencyKey }: PipelineCall,
): Promise<Run> => {
  const path = { orgId, appId, pipelineId }
  try {
    return requireBody(await client.post(runsPath, { path, body: { inputs }, idempotencyKey }))
  } catch (cause) {
    if (hasStatus(cause, 404)) {
      const problem = `which is no pipeline of application '${orgId}/${appId}'`
      throw new InputError(`Input 'pipeline-id' is "${pipelineId}", ${problem}: ${cause.message}`, { cause })
    }
    if (hasStatus(cause, 400, 422)) {
      throw new InputError(`Pipeline '${pipelineId}' was not started, since it does not take this: ${cause.message}`, {
        cause,
      })
    }
    throw cause
  }
}
