import type { ApplicationApi } from '../../core/application.ts'
import type { RunResult } from '../../core/await-run.ts'
import { brokenRollback, concludeRollback, planRollback, type Rollback, shortfallOf } from '../../core/roll-back.ts'
import { isFailedCall } from '../../core/trouble.ts'
import type { Deployment } from '../../contract/types.ts'
import { withOrigin } from '../../policy/origin.ts'
import { sentence } from '../../text/sentence.ts'
import { forgetCall } from '../call-state.ts'
import { brokenOff, type Left } from '../cancel.ts'
import { connect } from '../connection.ts'
import { describeProblem } from '../run-outputs.ts'
import type { Step } from '../step.ts'
import type { DeployInputs } from './inputs.ts'
import { originOf } from './origin.ts'
import { type Leaves, startRun, waitForRun } from './run.ts'

interface Target {
  readonly failed: Deployment
  readonly to: Deployment
}

/** Deploys it once more; never on top of another deployment that has been asked for in the meantime. */
const deployAgain = async (
  step: Step,
  api: ApplicationApi,
  { failed, to, inputs, leaves }: Target & { inputs: DeployInputs; leaves: Leaves },
): Promise<RunResult> => {
  const { runner } = step
  const { envId } = inputs
  const comment = withOrigin(`Rollback of ${failed.id} to ${to.id}`, originOf(runner))
  runner.info(`Deployment '${failed.id}' failed, so '${to.id}', the last one that succeeded, is deployed again.`)
  forgetCall(runner)
  const started = await startRun(step, api, {
    inputs: { ...inputs, onConflict: 'fail' },
    body: { trigger: 'deployment_request', env_id: envId, deployment_id: to.id, comment },
    leaves,
    onRun: ({ id, pipeline_id }) => runner.info(`Run ${id} of pipeline '${pipeline_id}' rolls '${envId}' back.`),
  })
  return 'result' in started ? started.result : waitForRun(step, api, { inputs, run: started.run })
}

const attempt = async (step: Step, inputs: DeployInputs, result: RunResult): Promise<Rollback> => {
  // With the time of a whole deployment: what is left of the first one's may be next to nothing.
  const api = connect(step, inputs.connection)
  const now: { left: Left; to?: string } = { left: { kind: 'nothing' } }
  const leaves = (left: Left) => {
    now.left = left
  }
  try {
    const plan = await planRollback(api, result)
    if (plan.kind === 'none') return { status: plan.status, reason: `Not rolled back: ${plan.reason}` }
    now.to = plan.to.id
    return concludeRollback(plan.to, await deployAgain(step, api, { ...plan, inputs, leaves }))
  } catch (error) {
    const isAborted = step.runner.signal.aborted
    if (!isAborted && !isFailedCall(error)) throw error
    const { status, message } = await brokenOff(step, inputs, now.left)
    const reasons = [isAborted || !isFailedCall(error) ? '' : error.message, message]
    const reason = reasons.filter((each) => each !== '').map(sentence)
    return brokenRollback(status, { envId: inputs.envId, to: now.to, reason: reason.join(' ') })
  }
}

/**
 * After a deployment that did not succeed: goes back to the last one that did, if that can mend anything, and waits for
 * its end. Whatever becomes of it is a value: the step has failed already, and that is what it has to say.
 */
export const rollBack = async (step: Step, inputs: DeployInputs, result: RunResult): Promise<Rollback> => {
  const { runner } = step
  const rollback = await attempt(step, inputs, result)
  const { status, to = '', reason } = rollback
  runner.setOutput('rollback-status', status)
  runner.setOutput('rolled-back-to', status === 'succeeded' ? to : '')
  for (const problem of rollback.result?.problems ?? []) runner.info(describeProblem(problem))
  runner.info(sentence(reason))
  return rollback
}

const wentWrong = ({ status }: Rollback) => status !== 'succeeded' && status !== 'skipped' && status !== 'conflict'

/** How the deployment came out, with what was done about it; a rollback that went wrong is the first of its problems. */
export const withRollback = (result: RunResult, rollback: Rollback): RunResult => {
  const { reason, to } = rollback
  const problem = {
    scope: 'rollback',
    object: to === undefined ? `of ${result.envId}` : `to ${to}`,
    code: '',
    summary: `The rollback ${shortfallOf(rollback.status)}`,
    message: sentence(reason),
  }
  return {
    ...result,
    reason: `${sentence(result.reason)} ${reason}`,
    problems: wentWrong(rollback) ? [problem, ...result.problems] : result.problems,
  }
}
