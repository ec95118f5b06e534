import { isTerminal } from '../contract/status.ts'
import { durationMs, stepDurationMs } from '../contract/times.ts'
import type { Approval, Job, Step } from '../contract/types.ts'
import type { OnRunEvent } from '../core/run-events.ts'
import type { Runner } from '../runner/runner.ts'
import { formatDuration } from '../text/duration.ts'
import { sentence } from '../text/sentence.ts'

const becauseOf = (message: string | undefined) => (message ? `: ${message}` : '')

const nameOf = (job: Job, step: Step) => `${job.id} / ${step.name}`

/** Who may decide about an approval, as far as the platform tells. */
const whoMayApprove = ({ env_id }: Approval): string =>
  `whoever may deploy to environment '${env_id}' (role deployer on its type)`

const describeJob = (job: Job): string => {
  if (isTerminal(job)) {
    return `Job ${job.id}: ${job.status} after ${formatDuration(durationMs(job, 0))}${becauseOf(job.status_message)}`
  }
  return `Job ${job.id}: ${job.status}${job.waiting_for ? `, waiting for ${job.waiting_for}` : ''}`
}

/** Prints what happens in a run to the log: each step of it is one group. */
export const tellRun =
  (runner: Runner): OnRunEvent =>
  (event) => {
    switch (event.kind) {
      case 'run':
        runner.info(`Run ${event.run.id}: ${event.run.status}${becauseOf(event.run.status_message)}`)
        break
      case 'job':
        runner.info(describeJob(event.job))
        break
      case 'step-started':
        runner.startGroup(nameOf(event.job, event.step))
        break
      case 'step-log': {
        const { at, level, message } = event.line
        const mark = level === 'info' || !level ? '' : `${level.toUpperCase()} `
        runner.info(`${(at ?? '').slice(11, 19)}  ${mark}${message}`)
        break
      }
      case 'step-ended': {
        const { job, step } = event
        runner.endGroup()
        runner.info(
          `${step.status} after ${formatDuration(stepDurationMs(job, step, 0))}${becauseOf(step.status_message)}`,
        )
        break
      }
      case 'step-left':
        runner.endGroup()
        runner.info(`still ${event.step.status}`)
        break
      case 'step-skipped':
        runner.info(`${nameOf(event.job, event.step)}: skipped`)
        break
      case 'approval': {
        const { approval } = event
        const what = `Run ${approval.run_id} waits for an approval by ${whoMayApprove(approval)}${becauseOf(approval.message)}`
        runner.notice(what, { title: 'Approval needed' })
        break
      }
      case 'deployment':
        runner.info(`Deployment ${event.deployment.id}: ${event.deployment.status}`)
        break
      case 'trouble':
        runner.info(`${sentence(event.message)} Looking again.`)
        break
      case 'missing':
        runner.info(sentence(event.message))
        break
    }
  }
