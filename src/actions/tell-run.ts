import { isTerminal } from '../contract/status.ts'
import type { Approval, Job, Step } from '../contract/types.ts'
import type { OnRunEvent } from '../core/run-events.ts'
import type { Runner } from '../runner/runner.ts'
import { formatDuration } from '../text/duration.ts'

const msBetween = (from: string, to: string | undefined) =>
  to === undefined ? 0 : Math.max(0, Date.parse(to) - Date.parse(from))

const lasted = ({ created_at, completed_at }: Job | Step) => formatDuration(msBetween(created_at, completed_at))

const becauseOf = (message: string) => (message === '' ? '' : `: ${message}`)

/** Who may decide about an approval, as far as the platform tells. */
export const whoMayApprove = ({ env_id }: Approval): string =>
  `whoever may deploy to environment '${env_id}' (role deployer on its type)`

/** Prints what happens in a run to the log: each step of it is one group. */
export const tellRun =
  (runner: Runner): OnRunEvent =>
  (event) => {
    switch (event.kind) {
      case 'run':
        runner.info(`Run ${event.run.id}: ${event.run.status}${becauseOf(event.run.status_message)}`)
        break
      case 'job': {
        const { job } = event
        const end = isTerminal(job) ? ` after ${lasted(job)}${becauseOf(job.status_message)}` : ''
        const wait = !isTerminal(job) && job.waiting_for ? `, waiting for ${job.waiting_for}` : ''
        runner.info(`Job ${job.id}: ${job.status}${wait}${end}`)
        break
      }
      case 'step-started':
        runner.startGroup(`${event.job.id} / ${event.step.name}`)
        break
      case 'step-log': {
        const { at, level, message } = event.line
        const mark = level === 'info' || level === '' ? '' : `${level.toUpperCase()} `
        runner.info(`${at.slice(11, 19)}  ${mark}${message}`)
        break
      }
      case 'step-ended':
        runner.endGroup()
        runner.info(`${event.step.status} after ${lasted(event.step)}${becauseOf(event.step.status_message)}`)
        break
      case 'approval': {
        const { approval } = event
        const what = `Run ${approval.run_id} waits for an approval by ${whoMayApprove(approval)}: ${approval.message}`
        runner.notice(what, { title: 'Approval needed' })
        break
      }
      case 'trouble':
        runner.info(`${event.message}. Looking again.`)
        break
    }
  }
