import { cancelLeft, type Left } from '../cancel.ts'
import type { Step } from '../step.ts'
import { readInputs } from './inputs.ts'
import { repeatCall } from './repeat-call.ts'
import { recallState } from './state.ts'

/** After a job that did not succeed: cancels the run that `main` was killed over, if told to. */
export const post = async (step: Step): Promise<void> => {
  const { runner } = step
  const state = recallState(runner)
  if (!state || state.hasEnded) return
  const { connection, envId, cancelOnAbort } = readInputs(runner.inputs)
  const { run } = state
  if (!cancelOnAbort) {
    const what = run ? `Run '${run.runId}'` : 'A deployment that was asked for'
    runner.warning(`${what} may go on in '${envId}'; set \`cancel-on-abort: true\` to have it cancelled with the job.`)
    return
  }
  const left: Left = run
    ? { kind: 'run', run }
    : { kind: 'call', envId, repeat: () => repeatCall(step, connection, state) }
  runner.warning(`The step was interrupted. ${await cancelLeft(step, connection, left)}.`)
}
