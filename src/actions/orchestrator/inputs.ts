import { resolve } from 'node:path'
import type { Runner } from '../../runner/runner.ts'

export interface OrchestratorInputs {
  /** The text of the seed file. */
  readonly seed: string | undefined
  readonly dataDir: string | undefined
  /** 0 for any that is free. */
  readonly port: number
  readonly control: boolean
}

export const readInputs = async ({ inputs, context }: Runner): Promise<OrchestratorInputs> => {
  const dataDir = inputs.text('data-dir')
  return {
    seed: await inputs.file('seed'),
    dataDir: dataDir === undefined ? undefined : resolve(context.workspace, dataDir),
    port: inputs.integer('port', { default: 0, min: 0, max: 65_535 }),
    control: inputs.boolean('control', false),
  }
}
