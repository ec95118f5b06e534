import type { JsonObject } from '../../runner/structured.ts'
import { cancelAfterKill } from '../after-kill.ts'
import { recallState } from '../call-state.ts'
import type { Step } from '../step.ts'
import { readInputs } from './inputs.ts'
import { lookAtRuns, repeatCall } from './repeat-call.ts'

/** After a job that did not succeed: cancels the run that `main` was killed over, if told to. */
export const post = async (step: Step): Promise<void> => {
  const state = recallState<JsonObject>(step.runner)
  if (!state || state.hasEnded) return
  const inputs = readInputs(step.runner.inputs)
  const { key, body: given, run } = state
  await cancelAfterKill(step, inputs, {
    run,
    what: 'A run that was asked for',
    where: `in pipeline '${inputs.pipelineId}'`,
    lookAt: lookAtRuns(inputs),
    repeat: () => repeatCall(step, inputs, { key, given }),
  })
}
