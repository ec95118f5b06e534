import type { Run } from '../contract/types.ts'
import type { RunReference } from '../core/application.ts'
import type { Runner } from '../runner/runner.ts'

/** What the post step of an action that starts a run has to know if `main` was killed. */
export interface CallState<Body> {
  /** Of the last call, saved before it was sent. */
  readonly key: string
  readonly body: Body
  readonly run: RunReference | undefined
  /** `main` has said all there is to say. */
  readonly hasEnded: boolean
}

/** Without a key there is no call any more that may have had an effect. */
export const rememberKey = (runner: Runner, key: string | undefined, body: object): void => {
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

/** Undefined when nothing was asked for. The body is what the action itself gave to `rememberKey`. */
export const recallState = <Body>(runner: Runner): CallState<Body> | undefined => {
  const key = runner.getState('key')
  const body = runner.getState('body')
  const run = runner.getState('run')
  if (key === undefined || body === undefined) return undefined
  return {
    key,
    body: JSON.parse(body) as Body,
    run: run === undefined ? undefined : (JSON.parse(run) as RunReference),
    hasEnded: runner.getState('ended') === 'true',
  }
}
