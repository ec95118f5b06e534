import { isUnknownEffect } from '../../client/index.ts'
import { awaitRun, type RunResult } from '../../core/await-run.ts'
import type { ApplicationApi, RunReference } from '../../core/application.ts'
import { blockedBy, cancelRun, requestDeployment, toDeploymentRequest } from '../../core/request-deployment.ts'
import type { Run } from '../../contract/types.ts'
import { type Origin, withOrigin } from '../../policy/origin.ts'
import { sourceOf } from '../../policy/source.ts'
import { runSummary } from '../../report/run.ts'
import type { Runner } from '../../runner/runner.ts'
import { cancelOnInterruption, cancelOnTimeout } from '../cancel.ts'
import { connect } from '../connection.ts'
import { deploymentUrl, finishRun } from '../run-outputs.ts'
import type { Step } from '../step.ts'
import { tellRun } from '../tell-run.ts'
import { type DeployInputs, readInputs } from './inputs.ts'
import { rememberEnd, rememberKey, rememberRun } from './state.ts'

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

/** The run that this step has started, or why there is none. */
const start = async (
  { runner }: Step,
  api: ApplicationApi,
  { envId, source, comment, onConflict }: DeployInputs,
): Promise<{ run: Run } | { result: RunResult }> => {
  const body = await toDeploymentRequest(api, envId, {
    source,
    comment: withOrigin(comment, await originOf(runner)),
  })
  const requested = await requestDeployment(api, body, {
    onConflict,
    onKey: (key) => rememberKey(runner, key, body),
    onBusy: (message) => runner.info(`Environment '${envId}' is busy, waiting: ${message}`),
  }).catch((error: unknown) => {
    if (api.signal?.aborted || !(error instanceof Error) || !isUnknownEffect(error)) throw error
    const where = `the runs of application '${api.orgId}/${api.appId}' in environment '${envId}'`
    return { kind: 'unknown' as const, message: `${error.message}. Look at ${where} before asking again` }
  })
  if (requested.kind === 'unknown') {
    const reason = `Whether the deployment was started is not known: ${requested.message}`
    return { result: { ...nothing, status: 'unknown', envId, reason } }
  }
  if (requested.kind !== 'started') {
    const status = requested.kind
    return { result: { ...nothing, status, envId, reason: `Environment '${envId}' is busy: ${requested.message}` } }
  }
  const { run } = requested
  rememberRun(runner, run)
  const ahead = onConflict === 'fail' ? await blockedBy(api, run) : undefined
  if (!ahead) return { run }
  await cancelRun(api, { pipelineId: run.pipeline_id, runId: run.id })
  const reason = `Run '${run.id}' stood behind run '${ahead.id}' in '${run.concurrency_group}', so it was cancelled`
  return { result: { ...nothing, status: 'conflict', envId, run, reason } }
}

const finish = async (step: Step, { connection, envId, summary }: DeployInputs, result: RunResult) => {
  const { runner, clock } = step
  const url = deploymentUrl(connection, envId, result.deployment?.id)
  runner.setOutput('current', result.current ?? '')
  runner.setOutput('set-id', result.deployment?.set_id ?? '')
  runner.setOutput('hosts', result.hosts)
  runner.setOutput('url', url)
  if (summary) await runner.summary(runSummary(result, { title: `Deploy to ${envId}`, url, now: clock.now() }))
  finishRun(runner, result)
}

const deploy = async (step: Step, inputs: DeployInputs, started: (run: RunReference) => void): Promise<void> => {
  const { runner } = step
  const { connection, envId } = inputs
  const api = connect(step, connection)
  const beginning = await start(step, api, inputs)
  const run = 'run' in beginning ? beginning.run : beginning.result.run
  runner.setOutput('run-id', run?.id ?? '')
  runner.setOutput('pipeline-id', run?.pipeline_id ?? '')
  if ('result' in beginning) return finish(step, inputs, beginning.result)
  const reference = { pipelineId: beginning.run.pipeline_id, runId: beginning.run.id }
  started(reference)
  runner.info(`Run ${reference.runId} of pipeline '${reference.pipelineId}' deploys to '${envId}'.`)
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
    await cancelOnInterruption(step, inputs, (started) => deploy(step, inputs, started))
  } finally {
    rememberEnd(step.runner)
  }
}

export { post } from './post.ts'
