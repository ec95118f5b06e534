import type { Inputs } from '../../runner/inputs.ts'
import { type Connection, readConnection } from '../connection.ts'

/** What to follow: a run, or a deployment that no run is known of. */
export type Followed =
  | { readonly kind: 'run'; readonly pipelineId: string; readonly runId: string; readonly envId: string | undefined }
  | { readonly kind: 'deployment'; readonly deploymentId: string; readonly envId: string }

export interface WaitInputs {
  readonly connection: Connection
  readonly followed: Followed
  readonly until: 'completed' | 'approval'
  readonly logs: boolean
  readonly cancelOnTimeout: boolean
  readonly cancelOnAbort: boolean
  readonly summary: boolean
}

const hour = 60 * 60 * 1000

const readFollowed = (inputs: Inputs): Followed => {
  if (inputs.exactlyOne('run-id', 'deployment-id') === 'deployment-id') {
    const deploymentId = inputs.required('deployment-id')
    return { kind: 'deployment', deploymentId, envId: inputs.required('env') }
  }
  const runId = inputs.required('run-id')
  return { kind: 'run', runId, pipelineId: inputs.required('pipeline-id'), envId: inputs.text('env') }
}

export const readInputs = (inputs: Inputs): WaitInputs => ({
  connection: readConnection(inputs, { timeoutMs: hour }),
  followed: readFollowed(inputs),
  until: inputs.choice('until', ['completed', 'approval'], 'completed'),
  logs: inputs.boolean('logs', true),
  cancelOnTimeout: inputs.boolean('cancel-on-timeout', false),
  cancelOnAbort: inputs.boolean('cancel-on-abort', false),
  summary: inputs.boolean('summary', true),
})
