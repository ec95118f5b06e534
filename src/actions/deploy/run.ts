import { isUnknownEffect } from '../../client/index.ts'
import type { DeploymentRequestRun, Run } from '../../contract/types.ts'
import type { ApplicationApi } from '../../core/application.ts'
import { awaitRun, type RunResult } from '../../core/await-run.ts'
import { requestDeployment, type Requested, withdrawIfBlocked } from '../../core/request-deployment.ts'
import { sentence } from '../../text/sentence.ts'
import { rememberKey, rememberRun } from '../call-state.ts'
import { cancelOnTimeout, type Left } from '../cancel.ts'
import type { Step } from '../step.ts'
import { tellRun } from '../tell-run.ts'
import type { DeployInputs } from './inputs.ts'
import { repeatCall } from './repeat-call.ts'

export type Leaves = (left: Left) => void

const nothing: Pick<RunResult, 'jobs' | 'approvals' | 'problems' | 'hosts'> = {
  jobs: [],
  approvals: [],
  problems: [],
  hosts: {},
}

interface Asking {
  readonly inputs: DeployInputs
  readonly body: DeploymentRequestRun
  readonly leaves: Leaves
}

/** Asks for the run, saving beforehand what the post step needs if this process is killed over it. */
const request = async (
  step: Step,
  api: ApplicationApi,
  { inputs, body, leaves }: Asking,
): Promise<Requested | { kind: 'unknown'; message: string }> => {
  const { connection, envId, onConflict } = inputs
  const onKey = (key: string | undefined) => {
    rememberKey(step.runner, key, body)
    const repeat = (idempotencyKey: string) => () => repeatCall(step, connection, { body, key: idempotencyKey })
    leaves(
      key === undefined
        ? { kind: 'nothing' }
        : { kind: 'call', lookAt: `the runs of environment '${envId}'`, repeat: repeat(key) },
    )
  }
  const onBusy = (message: string) => step.runner.info(`Environment '${envId}' is busy, waiting: ${message}`)
  try {
    return await requestDeployment(api, body, { onConflict, onKey, onBusy })
  } catch (error) {
    if (api.signal?.aborted || !(error instanceof Error)) throw error
    if (isUnknownEffect(error)) return { kind: 'unknown', message: error.message }
    leaves({ kind: 'nothing' })
    throw error
  }
}

/** The run that has been started, or why there is none. `onRun` is told of it before its turn in a queue is looked at. */
export const startRun = async (
  step: Step,
  api: ApplicationApi,
  { onRun, ...asking }: Asking & { onRun(run: Run): void },
): Promise<{ run: Run } | { result: RunResult }> => {
  const { inputs, leaves } = asking
  const { envId, onConflict } = inputs
  const requested = await request(step, api, asking)
  if (requested.kind === 'unknown') {
    const where = `the runs of application '${api.orgId}/${api.appId}' in environment '${envId}'`
    const reason = `Whether the deployment was started is not known: ${sentence(requested.message)} Look at ${where} before asking again`
    return { result: { ...nothing, status: 'unknown', envId, reason } }
  }
  if (requested.kind !== 'started') {
    const { kind: status, message } = requested
    return { result: { ...nothing, status, envId, reason: `The deployment to '${envId}' was not started: ${message}` } }
  }
  const { run } = requested
  rememberRun(step.runner, run)
  leaves({ kind: 'run', run: { pipelineId: run.pipeline_id, runId: run.id } })
  onRun(run)
  const ahead = onConflict === 'fail' ? await withdrawIfBlocked(api, run) : undefined
  if (!ahead) return { run }
  const reason = `Run '${run.id}' stood behind run '${ahead.id}' in '${run.concurrency_group}', so it was cancelled`
  return { result: { ...nothing, status: 'conflict', envId, run, reason } }
}

/** Waits for the end of the run, telling what happens in it. */
export const waitForRun = async (
  step: Step,
  api: ApplicationApi,
  { inputs, run }: { inputs: DeployInputs; run: Run },
): Promise<RunResult> => {
  const { envId, logs } = inputs
  const reference = { pipelineId: run.pipeline_id, runId: run.id }
  const result = await awaitRun(api, reference, { envId, until: 'completed', logs, onEvent: tellRun(step.runner) })
  await cancelOnTimeout(step, inputs, reference, result)
  return result
}
