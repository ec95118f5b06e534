import type { ApprovalQuery, Decision } from '../../core/decide-approval.ts'
import type { Inputs } from '../../runner/inputs.ts'
import { type Connection, readConnection } from '../connection.ts'
import { type Gate, readGate } from './gate-inputs.ts'

export interface ApproveInputs {
  readonly connection: Connection
  readonly query: ApprovalQuery
  readonly decision: Decision
  readonly waitForRequest: boolean
  readonly summary: boolean
  /** Undefined when whoever started the workflow is not to be asked about. */
  readonly gate: Gate | undefined
}

const hour = 60 * 60 * 1000

/** With neither a run nor a request named, the command in the comment has to tell which. */
const readQuery = (inputs: Inputs, isCommanded: boolean): ApprovalQuery => {
  const envId = inputs.text('env')
  if (isCommanded && inputs.atMostOne('run-id', 'approval-id') === undefined) {
    return { approvalId: undefined, run: undefined, envId }
  }
  if (inputs.exactlyOne('run-id', 'approval-id') === 'approval-id') {
    return { approvalId: inputs.required('approval-id'), run: undefined, envId }
  }
  const run = { runId: inputs.required('run-id'), pipelineId: inputs.required('pipeline-id') }
  return { approvalId: undefined, run, envId }
}

export const readInputs = async (inputs: Inputs): Promise<ApproveInputs> => {
  const gate = await readGate(inputs)
  const query = readQuery(inputs, gate?.command !== undefined)
  const waitForRequest = inputs.boolean('wait-for-request', false)
  if (waitForRequest && !query.run) {
    inputs.refuse(
      'wait-for-request',
      'needs `run-id` and `pipeline-id`: without them the request has to be there already',
    )
  }
  return {
    connection: readConnection(inputs, { timeoutMs: hour }),
    query,
    decision: inputs.choice('decision', ['approve', 'deny'], 'approve'),
    waitForRequest,
    summary: inputs.boolean('summary', true),
    gate,
  }
}
