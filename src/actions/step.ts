import type { Clock } from '../clock.ts'
import type { Transport } from '../contract/http.ts'
import type { Random } from '../random.ts'
import type { Runner } from '../runner/runner.ts'

/** What an action gets to work with. */
export interface Step {
  readonly runner: Runner
  readonly clock: Clock
  readonly random: Random
  readonly transport: Transport
}

/** The functions of an action's module that the bundle calls. */
export interface Action {
  main(step: Step): Promise<void>
  /** After the job's steps, for actions that have such a step. */
  post?(step: Step): Promise<void>
}

/**
 * How an action ends that did what it could, and whose result is a failure: outputs and summary are written, and the
 * message is all that is left to say.
 */
export class FailedStep extends Error {
  override readonly name = 'FailedStep'
}
