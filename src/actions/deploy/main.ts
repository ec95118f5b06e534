import { isUnknownEffect } from '../../client/index.ts'
import { awaitRun, type RunResult } from '../../core/await-run.ts'
import type { ApplicationApi } from '../../core/application.ts'
import {
  requestDeployment,
  type Requested,
  toDeploymentRequest,
  withdrawIfBlocked,
} from '../../core/request-deployment.ts'
import type { DeploymentRequestRun, Run } from '../../contract/types.ts'
import { type Origin, withOrigin } from '../../policy/origin.ts'
import { sourceOf } from '../../policy/source.ts'
import { runSummary } from '../../report/run.ts'
import { sentence } from '../../text/sentence.ts'
import type { Runner } from '../../runner/runner.ts'
import { cancelOnTimeout, type Left, withInterruption } from '../cancel.ts'
import { connect } from '../connection.ts'
import { deploymentUrl, finishRun } from '../run-outputs.ts'
import type { Step } from '../step.ts'
import { tellRun } from '../tell-run.ts'
import { type DeployInputs, readInputs } from './inputs.ts'
import { repeatCall } from './repeat-call.ts'
import { rememberEnd, rememberKey, rememberRun } from './state.ts'

type Leaves = (left: Left) => void

const originOf = async ({ context, readEvent }: Runner): Promise<Origin | undefined> => {
  const { repository, triggeringActor, actor, runId, runAttempt } = context
  const { commit } = sourceOf(context, await readEvent())
  const by = triggeringActor ?? actor
  if (!repository || !commit || !by || !runId) return undefined
  return { repository, commit, actor: by, runId, runAttempt: runAttempt ?? '1' }
}

const nothing: Pick<RunResult, 'jobs' | 'approvals' | 'problems' | 'hosts'> = {
  jobs: [],
  approvals: [],
  problems: [],
  hosts: {},
}

/** Asks for the run, saving beforehand what the post step needs if this process is killed over it. */
const request = async (
  step: Step,
  api: ApplicationApi,
  { inputs, body, leaves }: { inputs: DeployInputs; body: DeploymentRequestRun; leaves: Leaves },
): Promise<Requested | { kind: 'unknown'; message: string }> => {
  const { connection, envId, onConflict } = inputs
  const onKey = (key: string | undefined) => {
    rememberKey(step.runner, key, body)
    const repeat = (idempotencyKey: string) => () => repeatCall(step, connection, { body, key: idempotencyKey })
    leaves(key === undefined ? { kind: 'nothing' } : { kind: 'call', envId, repeat: repeat(key) })
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

/** The run that this step has started, or why there is none. */
const start = async (
  step: Step,
  api: ApplicationApi,
  { inputs, leaves }: { inputs: DeployInputs; leaves: Leaves },
): Promise<{ run: Run } | { result: RunResult }> => {
  const { runner } = step
  const { envId, source, comment, onConflict } = inputs
  const origin = await originOf(runner)
  const body = await toDeploymentRequest(api, envId, { source, comment: withOrigin(comment, origin) })
  const requested = await request(step, api, { inputs, body, leaves })
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
  rememberRun(runner, run)
  leaves({ kind: 'run', run: { pipelineId: run.pipeline_id, runId: run.id } })
  runner.setOutput('run-id', run.id)
  runner.setOutput('pipeline-id', run.pipeline_id)
  const ahead = onConflict === 'fail' ? await withdrawIfBlocked(api, run) : undefined
  if (!ahead) return { run }
  const reason = `Run '${run.id}' stood behind run '${ahead.id}' in '${run.concurrency_group}', so it was cancelled`
  return { result: { ...nothing, status: 'conflict', envId, run, reason } }
}

const finish = async (step: Step, { connection, envId, summary }: DeployInputs, result: RunResult) => {
  const { runner, clock } = step
  const url = deploymentUrl(connection, envId, result.deployment?.id)
  runner.setOutput('set-id', result.deployment?.set_id ?? '')
  runner.setOutput('current', result.current ?? '')
  runner.setOutput('hosts', result.hosts)
  runner.setOutput('url', url)
  if (summary) await runner.summary(runSummary(result, { title: `Deploy to ${envId}`, url, now: clock.now() }))
  finishRun(runner, result)
}

const deploy = async (step: Step, inputs: DeployInputs, leaves: Leaves): Promise<void> => {
  const { runner } = step
  const { connection, envId } = inputs
  const api = connect(step, connection)
  const beginning = await start(step, api, { inputs, leaves })
  if ('result' in beginning) return finish(step, inputs, beginning.result)
  const { id: runId, pipeline_id: pipelineId } = beginning.run
  const reference = { pipelineId, runId }
  runner.info(`Run ${runId} of pipeline '${pipelineId}' deploys to '${envId}'.`)
  if (!inputs.wait) return runner.setOutput('url', deploymentUrl(connection, envId, undefined))
  const options = { envId, until: 'completed', logs: inputs.logs, onEvent: tellRun(runner) } as const
  const result = await awaitRun(api, reference, options)
  await cancelOnTimeout(step, inputs, reference, result)
  return finish(step, inputs, result)
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
