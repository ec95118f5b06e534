import { isUnknownEffect } from '../../client/index.ts'
import type { Run } from '../../contract/types.ts'
import type { ApplicationApi } from '../../core/application.ts'
import { awaitRun, type RunResult } from '../../core/await-run.ts'
import { callPipeline } from '../../core/call-pipeline.ts'
import { runSummary } from '../../report/run.ts'
import type { JsonObject } from '../../runner/structured.ts'
import { sentence } from '../../text/sentence.ts'
import { rememberEnd, rememberKey, rememberRun } from '../call-state.ts'
import { cancelOnTimeout, type Left, withInterruption } from '../cancel.ts'
import { connect } from '../connection.ts'
import { deploymentUrl, finishRun, setRunOutputs } from '../run-outputs.ts'
import { FailedStep, type Step } from '../step.ts'
import { tellRun } from '../tell-run.ts'
import { readInputs, readPipelineInputs, type RunPipelineInputs } from './inputs.ts'
import { lookAtRuns, repeatCall } from './repeat-call.ts'

interface Calling {
  readonly inputs: RunPipelineInputs
  readonly given: JsonObject
  readonly leaves: (left: Left) => void
}

/** Starts the run, saving beforehand what the post step needs if this process is killed over it. */
const start = async (step: Step, api: ApplicationApi, { inputs, given, leaves }: Calling): Promise<Run> => {
  const { runner, random } = step
  const { pipelineId } = inputs
  const key = random.uuid()
  api.signal?.throwIfAborted()
  rememberKey(runner, key, given)
  leaves({ kind: 'call', lookAt: lookAtRuns(inputs), repeat: () => repeatCall(step, inputs, { key, given }) })
  try {
    const run = await callPipeline(api, { pipelineId, inputs: given, idempotencyKey: key })
    rememberRun(runner, run)
    leaves({ kind: 'run', run: { pipelineId: run.pipeline_id, runId: run.id } })
    return run
  } catch (error) {
    if (api.signal?.aborted) throw error
    if (isUnknownEffect(error) && error instanceof Error) {
      const advice = `Look at ${lookAtRuns(inputs)} before running this again`
      runner.setOutput('status', 'unknown')
      throw new FailedStep(`Whether the run was started is not known: ${sentence(error.message)} ${advice}.`, {
        cause: error,
      })
    }
    rememberKey(runner, undefined, given)
    leaves({ kind: 'nothing' })
    throw error
  }
}

const finish = (step: Step, inputs: RunPipelineInputs, result: RunResult): void => {
  const { runner, clock } = step
  const { connection, pipelineId, envId, summary } = inputs
  const url = envId === undefined ? '' : deploymentUrl(connection, envId, result.deployment?.id)
  runner.setOutput('set-id', result.deployment?.set_id ?? '')
  runner.setOutput('url', url)
  setRunOutputs(runner, result)
  if (summary) runner.summary(runSummary(result, { title: `Pipeline ${pipelineId}`, url, now: clock.now() }))
  finishRun(runner, result)
}

const runPipeline = async (step: Step, calling: Calling): Promise<void> => {
  const { runner } = step
  const { inputs } = calling
  const { connection, envId, wait, logs } = inputs
  const api = connect(step, connection)
  const run = await start(step, api, calling)
  const reference = { pipelineId: run.pipeline_id, runId: run.id }
  runner.setOutput('run-id', run.id)
  runner.setOutput('pipeline-id', run.pipeline_id)
  runner.info(`Run ${run.id} of pipeline '${run.pipeline_id}' has been started.`)
  if (!wait) return
  const result = await awaitRun(api, reference, { envId, until: 'completed', logs, onEvent: tellRun(runner) })
  await cancelOnTimeout(step, inputs, reference, result)
  finish(step, inputs, result)
}

/** Starts a pipeline that is made to be called and, unless told otherwise, waits for its end. */
export const main = async (step: Step): Promise<void> => {
  const { runner } = step
  const inputs = readInputs(runner.inputs)
  const given = await readPipelineInputs(runner.inputs)
  try {
    await withInterruption(step, inputs, (leaves) => runPipeline(step, { inputs, given, leaves }))
  } finally {
    rememberEnd(runner)
  }
}

export { post } from './post.ts'
