import { type Review, reviewDeployment, reviewRun } from '../../core/review-run.ts'
import type { RunEvent } from '../../core/run-events.ts'
import { ApiError, NetworkError, TimeoutError } from '../../errors.ts'
import { sentence } from '../../text/sentence.ts'
import { connect } from '../connection.ts'
import type { Step } from '../step.ts'
import type { ReportInputs } from './inputs.ts'

const isFailedCall = (error: unknown): error is Error =>
  error instanceof ApiError || error instanceof NetworkError || error instanceof TimeoutError

/**
 * What the platform knows about it; undefined when there is nothing to look at, or when it cannot be read, which is a
 * warning: the rest is told all the same. Takes a fourth of the step's time, and seconds for a last look, so that there is enough left for GitHub.
 */
export const review = async (
  step: Step,
  { env, platform, timeoutMs }: Pick<ReportInputs, 'env' | 'platform' | 'timeoutMs'>,
): Promise<Review | undefined> => {
  const { runner } = step
  if (!platform) return undefined
  const { connection, subject } = platform
  const api = connect(step, { ...connection, timeoutMs: timeoutMs / 4 })
  const onEvent = (event: RunEvent) => {
    if (event.kind === 'missing' || event.kind === 'trouble') runner.warning(sentence(event.message))
  }
  try {
    const found =
      subject.kind === 'run'
        ? await reviewRun(api, subject, { envId: env, onEvent })
        : await reviewDeployment(api, { envId: env, deploymentId: subject.deploymentId }, onEvent)
    const { run, deployment, reason } = found.result
    if (run || deployment) return found
    runner.warning(`${sentence(reason)} It is reported without.`)
  } catch (error) {
    if (runner.signal.aborted || !isFailedCall(error)) throw error
    runner.warning(
      `What happened on the platform could not be read, and is not in the report: ${sentence(error.message)}`,
    )
  }
  return undefined
}
