import type { DeploymentRequestRun } from '../../contract/types.ts'
import { cancelAfterKill } from '../after-kill.ts'
import { recallState } from '../call-state.ts'
import type { Step } from '../step.ts'
import { readInputs } from './inputs.ts'
import { repeatCall } from './repeat-call.ts'

/** After a job that did not succeed: cancels the run that `main` was killed over, if told to. */
export const post = async (step: Step): Promise<void> => {
  const state = recallState<DeploymentRequestRun>(step.runner)
  if (!state || state.hasEnded) return
  const inputs = readInputs(step.runner.inputs)
  const { connection, envId } = inputs
  await cancelAfterKill(step, inputs, {
    run: state.run,
    what: 'A deployment that was asked for',
    where: `in '${envId}'`,
    lookAt: `the runs of environment '${envId}'`,
    repeat: () => repeatCall(step, connection, state),
  })
}
