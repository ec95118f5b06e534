import { connect } from '../connection.ts'
import type { Step } from '../step.ts'
import { decideGated } from './gated.ts'
import { readInputs } from './inputs.ts'
import { settle } from './settle.ts'

/** Gives the decision that a run waits for. */
export const main = async (step: Step): Promise<void> => {
  const { runner } = step
  const inputs = await readInputs(runner.inputs)
  if (inputs.gate) return decideGated(step, inputs, inputs.gate)
  const judge = () => Promise.resolve({ by: undefined })
  await settle(runner, connect(step, inputs.connection), { inputs, judge })
}
