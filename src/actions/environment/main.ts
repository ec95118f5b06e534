import type { Environment } from '../../contract/types.ts'
import { deleteEnvironment } from '../../core/delete-environment.ts'
import { ensureEnvironment } from '../../core/ensure-environment.ts'
import { rebaseEnvironment } from '../../core/rebase-environment.ts'
import { type EnvironmentEnd, environmentSummary } from '../../report/environment.ts'
import { retryLine } from '../../text/retry-line.ts'
import { sentence } from '../../text/sentence.ts'
import { connect } from '../connection.ts'
import { deploymentUrl } from '../run-outputs.ts'
import { FailedStep, type Step } from '../step.ts'
import {
  type DeleteInputs,
  type EnsureInputs,
  type EnvironmentInputs,
  readInputs,
  type RebaseInputs,
  type SweepInputs,
} from './inputs.ts'
import { sweep } from './sweep.ts'

interface Progress {
  onProgress(message: string): void
  onWarning(message: string): void
}

/** What came of a command. The message is a sentence without its full stop. */
interface Outcome {
  readonly status: EnvironmentEnd['status']
  readonly message: string
  readonly environment?: Environment
  readonly fromDeployment?: string | undefined
  /** Whether this step made it; for `ensure`. */
  readonly created?: boolean
  /** How many this step has deleted; for `delete`. */
  readonly deleted?: number
  /** Whether there is still something to look at. */
  readonly isThere?: boolean
}

const statuses = { refused: 'failed', 'timed-out': 'timed-out', unknown: 'unknown' } as const

const ensure = async (step: Step, inputs: EnsureInputs, telling: Progress): Promise<Outcome> => {
  const ensured = await ensureEnvironment(connect(step, inputs.connection), inputs, telling)
  if ('message' in ensured) return { status: statuses[ensured.kind], message: ensured.message, created: false }
  const { kind, environment } = ensured
  const created = kind === 'created'
  const message = `Environment '${environment.id}' ${created ? 'was created' : 'exists'}`
  const fromDeployment = environment.from_deploy?.id
  return { status: 'succeeded', message, environment, fromDeployment, created, isThere: true }
}

const rebase = async (step: Step, inputs: RebaseInputs, telling: Progress): Promise<Outcome> => {
  const rebased = await rebaseEnvironment(connect(step, inputs.connection), inputs, telling)
  if ('message' in rebased) {
    return { status: statuses[rebased.kind], message: rebased.message, isThere: rebased.kind === 'unknown' }
  }
  const { environment, deploymentId } = rebased
  const before = environment.from_deploy?.id
  const instead = before === undefined || before === deploymentId ? '' : ` instead of '${before}'`
  const message = `The next deployment in '${environment.id}' starts from deployment '${deploymentId}'${instead}`
  return { status: 'succeeded', message, environment, fromDeployment: deploymentId, isThere: true }
}

const remove = async (step: Step, inputs: DeleteInputs, telling: Progress): Promise<Outcome> => {
  const end = await deleteEnvironment(connect(step, inputs.connection), inputs, telling)
  if ('message' in end) return { status: statuses[end.kind], message: end.message, deleted: 0, isThere: true }
  const deleted = end.kind === 'deleted'
  const message = deleted ? `Environment '${inputs.id}' is deleted` : `There is no environment '${inputs.id}' to delete`
  return { status: 'succeeded', message, deleted: deleted ? 1 : 0 }
}

const perform = (step: Step, inputs: EnsureInputs | RebaseInputs | DeleteInputs, telling: Progress) => {
  switch (inputs.command) {
    case 'ensure':
      return ensure(step, inputs, telling)
    case 'rebase':
      return rebase(step, inputs, telling)
    case 'delete':
      return remove(step, inputs, telling)
  }
}

const finish = ({ runner }: Step, inputs: Exclude<EnvironmentInputs, SweepInputs>, outcome: Outcome) => {
  const { status, environment, fromDeployment } = outcome
  const message = sentence(outcome.message)
  const url = outcome.isThere ? deploymentUrl(inputs.connection, inputs.id, undefined) : ''
  runner.setOutput('status', status)
  runner.setOutput('created', outcome.created ?? '')
  runner.setOutput('deleted', outcome.deleted ?? '')
  runner.setOutput('from-deployment', fromDeployment ?? '')
  runner.setOutput('url', url)
  if (inputs.summary) {
    const { name, type } = environment ?? { name: inputs.name, type: undefined }
    runner.summary(environmentSummary({ id: inputs.id, name, type, status, message, fromDeployment, url }))
  }
  if (status !== 'succeeded') throw new FailedStep(message)
  runner.info(message)
}

/** One environment: what is done to it, and how that is told. */
const work = async (step: Step, inputs: EnsureInputs | RebaseInputs | DeleteInputs): Promise<void> => {
  const { runner } = step
  let last = 'Nothing had been changed.'
  runner.setOutput('env', inputs.id)
  const outcome = await perform(step, inputs, {
    onProgress: (message) => {
      last = message
      runner.info(message)
    },
    onWarning: (message) => runner.warning(message),
  }).catch((error: unknown): Outcome => {
    if (!runner.signal.aborted) throw error
    return { status: 'cancelled', message: `The job was cancelled. ${last}` }
  })
  const isCutOff = runner.signal.aborted && outcome.status !== 'succeeded'
  finish(step, inputs, isCutOff ? { ...outcome, status: 'cancelled' } : outcome)
}

/** Only a sweep asks GitHub, so that no other step loads what that takes. */
const sweepOnGitHub = async (step: Step, inputs: SweepInputs): Promise<void> => {
  const { runner, clock, transport } = step
  const { createGitHub } = await import('../../github/client.ts')
  const github = createGitHub({
    token: inputs.githubToken,
    apiUrl: runner.context.apiUrl,
    repository: inputs.repository.name,
    clock,
    transport,
    signal: runner.signal,
    deadline: clock.now() + inputs.connection.timeoutMs,
    onRetry: (retry) => runner.info(`GitHub, ${retryLine(retry)}`),
  })
  await sweep(step, inputs, github.pullRequests)
}

/** Makes sure that an environment exists, rebases it, deletes it, or deletes those that nobody needs any more. */
export const main = async (step: Step): Promise<void> => {
  const { runner } = step
  const { context } = runner
  const inputs = readInputs(runner.inputs, { context, event: runner.readEvent() })
  try {
    await (inputs.command === 'sweep' ? sweepOnGitHub(step, inputs) : work(step, inputs))
  } catch (error) {
    if (!(error instanceof FailedStep)) runner.setOutput('status', runner.signal.aborted ? 'cancelled' : 'failed')
    throw error
  }
}
