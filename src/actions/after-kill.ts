import type { RunReference } from '../core/application.ts'
import { cancelLeft, type Interruptible, type Left } from './cancel.ts'
import type { Step } from './step.ts'

interface Asked {
  /** Undefined where the answer of the call is not known to have come. */
  readonly run: RunReference | undefined
  /** `A deployment that was asked for`. */
  readonly what: string
  /** `in 'staging'`. */
  readonly where: string
  /** Where to look when it cannot be found out whether anything was started. */
  readonly lookAt: string
  repeat(): Promise<RunReference>
}

/** After a job that did not succeed: cancels the run that `main` was killed over, if told to. */
export const cancelAfterKill = async (
  step: Step,
  { connection, cancelOnAbort }: Interruptible,
  { run, what, where, lookAt, repeat }: Asked,
): Promise<void> => {
  const { runner } = step
  if (!cancelOnAbort) {
    const subject = run ? `Run '${run.runId}'` : what
    runner.warning(`${subject} may go on ${where}; set \`cancel-on-abort: true\` to have it cancelled with the job.`)
    return
  }
  const left: Left = run ? { kind: 'run', run } : { kind: 'call', lookAt, repeat }
  runner.warning(`The step was interrupted. ${await cancelLeft(step, connection, left)}.`)
}
