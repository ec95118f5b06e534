import type { ApplicationApi } from '../../core/application.ts'
import type { RunResult } from '../../core/await-run.ts'
import { toDeploymentRequest } from '../../core/request-deployment.ts'
import type { Rollback } from '../../core/roll-back.ts'
import type { Run } from '../../contract/types.ts'
import { withOrigin } from '../../policy/origin.ts'
import { runSummary } from '../../report/run.ts'
import { rememberEnd } from '../call-state.ts'
import { withInterruption } from '../cancel.ts'
import { connect } from '../connection.ts'
import { deploymentUrl, finishRun, setRunOutputs } from '../run-outputs.ts'
import type { Step } from '../step.ts'
import { type DeployInputs, readInputs } from './inputs.ts'
import { originOf } from './origin.ts'
import { rollBack, withRollback } from './roll-back.ts'
import { type Leaves, startRun, waitForRun } from './run.ts'

/** The run that this step has started, or why there is none. */
const start = async (
  step: Step,
  api: ApplicationApi,
  { inputs, leaves }: { inputs: DeployInputs; leaves: Leaves },
): Promise<{ run: Run } | { result: RunResult }> => {
  const { runner } = step
  const { envId, source, comment } = inputs
  const origin = originOf(runner)
  const body = await toDeploymentRequest(api, envId, { source, comment: withOrigin(comment, origin) })
  if (source.deploymentId === 'previous')
    runner.info(`What deployment ${body.deployment_id} brought is deployed again.`)
  const onRun = ({ id, pipeline_id }: Run) => {
    runner.setOutput('run-id', id)
    runner.setOutput('pipeline-id', pipeline_id)
  }
  return startRun(step, api, { inputs, body, leaves, onRun })
}

interface Ending {
  readonly result: RunResult
  readonly rollback?: Rollback
}

const summarize = (step: Step, inputs: DeployInputs, { result, rollback }: Ending): void => {
  const { runner, clock } = step
  const { connection, envId } = inputs
  const tell = (told: RunResult, title: string) => {
    const url = deploymentUrl(connection, envId, told.deployment?.id)
    runner.summary(runSummary(told, { title, url, now: clock.now() }))
  }
  tell(result, `Deploy to ${envId}`)
  if (rollback?.result) tell(rollback.result, `Rollback of ${envId} to deployment ${rollback.to}`)
}

/** Outputs come first: the process may be killed over the rollback. */
const finish = async (step: Step, inputs: DeployInputs, result: RunResult): Promise<void> => {
  const { runner } = step
  const { connection, envId, rollbackOnFailure, summary } = inputs
  runner.setOutput('set-id', result.deployment?.set_id ?? '')
  runner.setOutput('current', result.current ?? '')
  runner.setOutput('hosts', result.hosts)
  runner.setOutput('url', deploymentUrl(connection, envId, result.deployment?.id))
  setRunOutputs(runner, result)
  const rollback = rollbackOnFailure && result.status !== 'succeeded' ? await rollBack(step, inputs, result) : undefined
  const ending: Ending = rollback ? { result: withRollback(result, rollback), rollback } : { result }
  if (summary) summarize(step, inputs, ending)
  finishRun(runner, ending.result)
}

const deploy = async (step: Step, inputs: DeployInputs, leaves: Leaves): Promise<void> => {
  const { runner } = step
  const { connection, envId } = inputs
  const api = connect(step, connection)
  const beginning = await start(step, api, { inputs, leaves })
  if ('result' in beginning) return finish(step, inputs, beginning.result)
  const { run } = beginning
  runner.info(`Run ${run.id} of pipeline '${run.pipeline_id}' deploys to '${envId}'.`)
  if (!inputs.wait) return runner.setOutput('url', deploymentUrl(connection, envId, undefined))
  return finish(step, inputs, await waitForRun(step, api, { inputs, run }))
}

/** Asks for a deployment and, unless told otherwise, waits for its end. */
export const main = async (step: Step): Promise<void> => {
  const inputs = readInputs(step.runner.inputs)
  try {
    await withInterruption(step, inputs, (leaves) => deploy(step, inputs, leaves))
  } finally {
    rememberEnd(step.runner)
  }
}

export { post } from './post.ts'
