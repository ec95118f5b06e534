import { hasStatus } from '../../client/index.ts'
import { awaitDeployment, awaitRun, type RunResult } from '../../core/await-run.ts'
import type { ApplicationApi } from '../../core/application.ts'
import { runSummary } from '../../report/run.ts'
import { sentence } from '../../text/sentence.ts'
import { cancelOnTimeout, type Left, withInterruption } from '../cancel.ts'
import { connect } from '../connection.ts'
import { deploymentUrl, finishRun } from '../run-outputs.ts'
import { FailedStep, type Step } from '../step.ts'
import { tellRun } from '../tell-run.ts'
import { readInputs, type WaitInputs } from './inputs.ts'

const follow = async (
  step: Step,
  api: ApplicationApi,
  { inputs, leaves }: { inputs: WaitInputs; leaves: (left: Left) => void },
): Promise<RunResult> => {
  const { followed, until, logs } = inputs
  const onEvent = tellRun(step.runner)
  if (followed.kind === 'deployment') {
    leaves({ kind: 'deployment', deploymentId: followed.deploymentId })
    return awaitDeployment(api, followed, onEvent)
  }
  leaves({ kind: 'run', run: followed })
  const result = await awaitRun(api, followed, { envId: followed.envId, until, logs, onEvent })
  await cancelOnTimeout(step, inputs, followed, result)
  return result
}

/** Follows a run, or a bare deployment, and tells what happens until its end. */
export const main = async (step: Step): Promise<void> => {
  const { runner, clock } = step
  const inputs = readInputs(runner.inputs)
  const { connection, summary } = inputs
  const began = clock.now()
  await withInterruption(step, inputs, async (leaves) => {
    const result = await follow(step, connect(step, connection), { inputs, leaves }).catch((error: unknown) => {
      if (!hasStatus(error, 404)) throw error
      // What is not there does not go on.
      runner.setOutput('status', 'unknown')
      throw new FailedStep(sentence(error.message), { cause: error })
    })
    runner.setCutOutput('approvals', result.approvals)
    runner.setOutput('duration-seconds', Math.round((clock.now() - began) / 1000))
    const url = result.envId === undefined ? '' : deploymentUrl(connection, result.envId, result.deployment?.id)
    const title = result.envId === undefined ? `Run ${result.run?.id ?? ''}` : `Deploy to ${result.envId}`
    if (summary) runner.summary(runSummary(result, { title, url, now: clock.now() }))
    finishRun(runner, result)
  })
}
