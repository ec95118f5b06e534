import type { Inputs } from '../../runner/inputs.ts'
import type { JsonObject } from '../../runner/structured.ts'
import { type Connection, readConnection } from '../connection.ts'

export interface RunPipelineInputs {
  readonly connection: Connection
  readonly pipelineId: string
  /** Where the run has to make a deployment. */
  readonly envId: string | undefined
  readonly wait: boolean
  readonly logs: boolean
  readonly cancelOnTimeout: boolean
  readonly cancelOnAbort: boolean
  readonly summary: boolean
}

const hour = 60 * 60 * 1000

export const readInputs = (inputs: Inputs): RunPipelineInputs => ({
  connection: readConnection(inputs, { timeoutMs: hour }),
  pipelineId: inputs.required('pipeline-id'),
  envId: inputs.text('env'),
  wait: inputs.boolean('wait', true),
  logs: inputs.boolean('logs', true),
  cancelOnTimeout: inputs.boolean('cancel-on-timeout', false),
  cancelOnAbort: inputs.boolean('cancel-on-abort', false),
  summary: inputs.boolean('summary', true),
})

/** What the pipeline is given: text, numbers, booleans, lists and mappings as they are written. */
export const readPipelineInputs = async (inputs: Inputs): Promise<JsonObject> => (await inputs.object('inputs')) ?? {}
