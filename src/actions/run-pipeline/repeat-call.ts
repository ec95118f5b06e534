import type { RunReference } from '../../core/application.ts'
import { callPipeline } from '../../core/call-pipeline.ts'
import type { JsonObject } from '../../runner/structured.ts'
import { connectForLastWords, lastQuestionMs } from '../connection.ts'
import type { Step } from '../step.ts'
import type { RunPipelineInputs } from './inputs.ts'

export const lookAtRuns = ({ pipelineId, connection: { orgId, appId } }: RunPipelineInputs): string =>
  `the runs of pipeline '${pipelineId}' of application '${orgId}/${appId}'`

/** The run of a call whose answer never came: the same call with the same key answers with it, and starts no other. */
export const repeatCall = async (
  step: Step,
  { connection, pipelineId }: RunPipelineInputs,
  { key: idempotencyKey, given: inputs }: { key: string; given: JsonObject },
): Promise<RunReference> => {
  const { pipeline_id, id } = await callPipeline(connectForLastWords(step, connection, lastQuestionMs), {
    pipelineId,
    inputs,
    idempotencyKey,
  })
  return { pipelineId: pipeline_id, runId: id }
}
