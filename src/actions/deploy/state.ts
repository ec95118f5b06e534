import type { DeploymentRequestRun, Run } from '../../contract/types.ts'
import type { Runner } from '../../runner/runner.ts'

/** What the post step has to know if `main` was killed. */
export interface DeployState {
  /** Of the last call, saved before it was sent. */
  readonly key: string
  readonly body: DeploymentRequestRun
  readonly run: { readonly pipelineId: string; readonly runId: string } | undefined
  /** `main` has said all there is to say. */
  readonly hasEnded: boolean
}

/** Without a key there is no call any more that may have had an effect. */
export const rememberKey = (runner: Runner, key: string | undefined, body: DeploymentRequestRun): void => {
  runner.saveState('key', key ?? '')
  runner.saveState('body', body)
}

export const rememberRun = (runner: Runner, { id, pipeline_id }: Run): void => {
  runner.saveState('run', { pipelineId: pipeline_id, runId: id })
}

/** Before a second call: its run is not the one of the first. */
export const forgetCall = (runner: Runner): void => {
  runner.saveState('key', '')
  runner.saveState('run', '')
}

export const rememberEnd = (runner: Runner): void => {
  runner.saveState('ended', true)
}

/** Undefined when nothing was asked for. */
export const recallState = (runner: Runner): DeployState | undefined => {
  const key = runner.getState('key')
  const body = runner.getState('body')
  const run = runner.getState('run')
  if (key === undefined || body === undefined) return undefined
  return {
    key,
    body: JSON.parse(body) as DeploymentRequestRun,
    run: run === undefined ? undefined : (JSON.parse(run) as DeployState['run']),
    hasEnded: runner.getState('ended') === 'true',
  }
}
