import type { Environment } from '../../contract/types.ts'
import { type Judgement, type Swept, sweepEnvironments } from '../../core/sweep-environments.ts'
import { subjectOf } from '../../policy/environment-id.ts'
import { isExpired, judgeByPullRequest } from '../../policy/stale-environment.ts'
import { countSwept, sweepSummary } from '../../report/environment.ts'
import { firstOf } from '../../first-of.ts'
import type { Runner } from '../../runner/runner.ts'
import { formatDuration } from '../../text/duration.ts'
import { connect } from '../connection.ts'
import { FailedStep, type Step } from '../step.ts'
import type { SweepInputs } from './inputs.ts'

/** What of GitHub a sweep needs to know. */
export interface PullRequests {
  /** Undefined: GitHub knows none of that number, or does not show it. */
  get(number: number): Promise<{ readonly state: 'open' | 'closed'; readonly merged: boolean } | undefined>
}

/** GitHub shows ten annotations of a step, of which the last tells how the step failed. */
const mostAnnotations = 9

/** Age first: what is too old goes, whatever GitHub says. */
const createJudge =
  ({ runner, clock }: Step, { repository, ttlMs }: SweepInputs, pullRequests: PullRequests) =>
  async (environment: Environment): Promise<Judgement | undefined> => {
    const subject = subjectOf(repository, environment)
    if (!subject) return undefined
    if (ttlMs !== undefined && isExpired(environment.created_at, { ttlMs, now: clock.now() })) {
      return { kind: 'stale', reason: `it is older than ${formatDuration(ttlMs)}` }
    }
    if (subject.kind === 'branch') return { kind: 'needed', reason: 'it is for a branch, and not too old' }
    const { number } = subject
    try {
      return judgeByPullRequest(number, await pullRequests.get(number))
    } catch (error) {
      if (runner.signal.aborted || !(error instanceof Error)) throw error
      return { kind: 'unclear', reason: `pull request #${number} could not be read: ${error.message}` }
    }
  }

const tell = (runner: Runner, swept: Swept): void => {
  const { environment, reason, kind } = swept
  const named = `Environment '${environment.id}' (${environment.name})`
  switch (kind) {
    case 'deleted':
      return runner.info(`${named} is deleted: ${reason}.`)
    case 'absent':
      return runner.info(`${named} is gone already.`)
    case 'stale':
      return runner.info(`${named} would be deleted: ${reason}.`)
    case 'kept':
      return runner.info(`${named} is kept: ${reason}.`)
    case 'failed':
      return runner.info(`${named}: ${swept.message}.`)
  }
}

const toItem = (swept: Swept) => ({
  env: swept.environment.id,
  name: swept.environment.name,
  result: swept.kind,
  reason: swept.reason,
  ...('message' in swept ? { error: swept.message } : {}),
})

const finish = (runner: Runner, swept: readonly Swept[]): void => {
  const failed = swept.filter((each) => each.kind === 'failed')
  if (runner.signal.aborted) {
    runner.setOutput('status', 'cancelled')
    throw new FailedStep(`The job was cancelled. Of the environments, ${countSwept(swept)}.`)
  }
  runner.setOutput('status', failed.length === 0 ? 'succeeded' : 'failed')
  if (failed.length === 0) return runner.info(`Preview environments: ${countSwept(swept)}.`)
  for (const { environment, message } of failed.slice(0, mostAnnotations)) {
    runner.error(`${environment.id}: ${message}.`, { title: 'Environment not swept' })
  }
  const names = failed.map(({ environment }) => environment.id)
  throw new FailedStep(`Of the environments, ${countSwept(swept)}: ${firstOf(names, mostAnnotations)}.`)
}

/** Deletes the preview environments of this repository that nobody needs any more. */
export const sweep = async (step: Step, inputs: SweepInputs, pullRequests: PullRequests): Promise<void> => {
  const { runner } = step
  const { dryRun, summary } = inputs
  const swept = await sweepEnvironments(connect(step, inputs.connection), {
    dryRun,
    judge: createJudge(step, inputs, pullRequests),
    onProgress: (message) => runner.info(message),
    onEnd: (end) => tell(runner, end),
  })
  runner.setOutput('deleted', swept.filter(({ kind }) => kind === 'deleted').length)
  runner.setCutOutput('environments', swept.map(toItem))
  if (summary) runner.summary(sweepSummary(swept, { dryRun }))
  finish(runner, swept)
}
