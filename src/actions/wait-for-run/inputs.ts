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

/** Only a run asks for approvals, and only a run can be cancelled. */
const refuseForDeployment = (inputs: Inputs): void => {
  const why = 'goes with `run-id` only: a bare deployment'
  if (inputs.text('pipeline-id') !== undefined) inputs.refuse('pipeline-id', `${why} is named by \`env\``)
  if (inputs.text('until') === 'approval') inputs.refuse('until', `${why} asks for no approval`)
  for (const name of ['cancel-on-timeout', 'cancel-on-abort']) {
    if (inputs.boolean(name, false)) inputs.refuse(name, `${why} cannot be cancelled`)
  }
}

const readFollowed = (inputs: Inputs): Followed => {
  if (inputs.exactlyOne('run-id', 'deployment-id') === 'deployment-id') {
    refuseForDeployment(inputs)
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
