import { requireBody } from '../../client/index.ts'
import type { RunReference } from '../../core/application.ts'
import { cancelRemote } from '../cancel.ts'
import { connectForLastWords } from '../connection.ts'
import type { Step } from '../step.ts'
import { type DeployInputs, readInputs } from './inputs.ts'
import { type DeployState, recallState } from './state.ts'

/** The run, if its id never came back: the same request with the same key answers with it, and starts no other. */
const learnRun = async (
  step: Step,
  { connection }: DeployInputs,
  { key, body }: DeployState,
): Promise<RunReference> => {
  const { client, orgId, appId } = connectForLastWords(step, connection)
  const path = { orgId, appId }
  const answer = await client.post('/orgs/{orgId}/apps/{appId}/pipeline-runs', { path, body, idempotencyKey: key })
  const { pipeline_id, id } = requireBody(answer)
  return { pipelineId: pipeline_id, runId: id }
}

/** After a job that did not succeed: cancels the run that `main` was killed over, if told to. */
export const post = async (step: Step): Promise<void> => {
  const { runner } = step
  const state = recallState(runner)
  if (!state || state.hasEnded) return
  const inputs = readInputs(runner.inputs)
  const env = inputs.envId
  if (!inputs.cancelOnAbort) {
    const what = state.run ? `Run '${state.run.runId}'` : 'A deployment that was asked for'
    runner.warning(`${what} may go on in '${env}'; set \`cancel-on-abort: true\` to have it cancelled with the job.`)
    return
  }
  try {
    const run = state.run ?? (await learnRun(step, inputs, state))
    runner.warning(`The step was interrupted. ${await cancelRemote(step, inputs.connection, run)}.`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    runner.warning(`Whether a deployment was started in '${env}' is not known, look at its runs: ${why}`)
  }
}
