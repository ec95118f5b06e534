import type { DeploymentSource } from '../../core/request-deployment.ts'
import type { Inputs } from '../../runner/inputs.ts'
import { type Connection, readConnection } from '../connection.ts'

export interface DeployInputs {
  readonly connection: Connection
  readonly envId: string
  readonly source: DeploymentSource
  readonly comment: string
  readonly onConflict: 'wait' | 'fail'
  readonly wait: boolean
  readonly logs: boolean
  readonly cancelOnTimeout: boolean
  readonly cancelOnAbort: boolean
  readonly rollbackOnFailure: boolean
  readonly summary: boolean
}

const hour = 60 * 60 * 1000

export const readInputs = (inputs: Inputs): DeployInputs => {
  const what = inputs.atMostOne('delta-id', 'set-id', 'deployment-id')
  const valueSetVersionId = inputs.text('value-set-version-id')
  if (valueSetVersionId !== undefined && what === 'deployment-id') {
    inputs.refuse('value-set-version-id', 'cannot go with `deployment-id`: a deployment brings its own values')
  }
  const wait = inputs.boolean('wait', true)
  const rollbackOnFailure = inputs.boolean('rollback-on-failure', false)
  if (rollbackOnFailure && !wait) {
    inputs.refuse('rollback-on-failure', 'cannot go with `wait: false`: only who waits knows of a failure')
  }
  return {
    connection: readConnection(inputs, { timeoutMs: hour }),
    envId: inputs.required('env'),
    source: {
      deltaId: inputs.text('delta-id'),
      setId: inputs.text('set-id'),
      deploymentId: inputs.text('deployment-id'),
      valueSetVersionId,
    },
    comment: inputs.text('comment') ?? '',
    onConflict: inputs.choice('on-conflict', ['wait', 'fail'], 'wait'),
    wait,
    logs: inputs.boolean('logs', true),
    cancelOnTimeout: inputs.boolean('cancel-on-timeout', false),
    cancelOnAbort: inputs.boolean('cancel-on-abort', false),
    rollbackOnFailure,
    summary: inputs.boolean('summary', true),
  }
}
