import { durationMs, stepDurationMs } from '../contract/times.ts'
import type { Job, Step } from '../contract/types.ts'
import type { RunResult } from '../core/await-run.ts'
import type { EndStatus, Problem } from '../core/conclude.ts'
import { formatDuration } from '../text/duration.ts'
import { code, codeBlock, inline, link } from '../text/escape.ts'
import { sentence } from '../text/sentence.ts'
import { blocks, cell, table } from './markdown.ts'

export interface RunReport {
  /** What was attempted: `Deploy to staging`. */
  readonly title: string
  /** Where the platform shows it; empty when there is no such page. */
  readonly url: string
  /** Milliseconds since the epoch: what has not ended yet has lasted until now. */
  readonly now: number
}

const words: Record<EndStatus, string> = {
  succeeded: '✅ succeeded',
  failed: '❌ failed',
  cancelled: '🚫 cancelled',
  'timed-out': '⏱️ timed out',
  'waiting-for-approval': '⏸️ waits for an approval',
  conflict: '🚧 not started: the environment is busy',
  'no-deployment': '❌ made no deployment',
  unknown: '❓ came to an unknown end',
}

const stepMarks: Record<string, string> = { succeeded: '✅', failed: '❌', cancelled: '🚫', skipped: '⏭️' }
const markOf = (status: string) => stepMarks[status] ?? '⏳'

/** What has not begun has taken no time. */
const stepTime = (job: Job, step: Step, now: number) =>
  step.status === 'queued' || step.status === 'skipped' ? '' : formatDuration(stepDurationMs(job, step, now))

const problemList = (problems: readonly Problem[]): string =>
  problems
    .map(({ scope, object, code: number, summary, message }) => {
      const head = `**${inline(`${scope} ${object}`)}**${number === '' ? '' : ` (${code(number)})`}`
      return blocks(`${head}: ${inline(summary)}`, message === '' || message === summary ? '' : codeBlock(message))
    })
    .join('\n\n')

const jobTable = (jobs: readonly Job[], now: number): string => {
  if (jobs.length === 0) return ''
  const rows = jobs.flatMap((job) => [
    [
      `${markOf(job.status)} **${cell(job.name === '' ? job.id : job.name)}**`,
      cell(job.status),
      formatDuration(durationMs(job, now)),
    ],
    ...job.steps.map((step) => [
      `&nbsp;&nbsp;${markOf(step.status)} ${cell(step.name)}`,
      cell(step.status),
      stepTime(job, step, now),
    ]),
  ])
  return table(['Job and steps', 'Status', 'Time'], rows)
}

const hostList = (hosts: Readonly<Record<string, string>>): string =>
  Object.entries(hosts)
    .map(([workload, host]) => `- ${inline(workload)}: ${link(host, `https://${host}`)}`)
    .join('\n')

const facts = ({ run, deployment, current }: RunResult, url: string): string => {
  const rows = [
    ...(run
      ? [
          ['Pipeline', code(run.pipeline_id)],
          ['Run', code(run.id)],
        ]
      : []),
    ...(deployment ? [['Deployment', url === '' ? code(deployment.id) : link(deployment.id, url)]] : []),
    ...(deployment ? [['Set', code(deployment.set_id)]] : []),
    ...(current === false ? [['Current', 'no: another deployment has come after this one']] : []),
  ]
  return rows.length === 0 ? '' : table(['', ''], rows)
}

const approvalList = ({ approvals }: RunResult): string =>
  approvals
    .map(({ env_id, message }) => `- for environment ${code(env_id)}, by whoever may deploy there: ${inline(message)}`)
    .join('\n')

/** How a run came out, for the job summary: the errors first, then where to look, then how long everything took. */
export const runSummary = (result: RunResult, { title, url, now }: RunReport): string => {
  const { status, reason, problems, jobs, hosts, run } = result
  const took = run ? ` after ${formatDuration(durationMs(run, now))}` : ''
  const heading = `### ${inline(title)}: ${words[status]}${status === 'conflict' ? '' : took}`
  const section = (name: string, body: string) => (body === '' ? '' : blocks(`#### ${name}`, body))
  return blocks(
    heading,
    status === 'succeeded' ? '' : inline(sentence(reason)),
    section('What went wrong', problemList(problems)),
    section('Waiting for', approvalList(result)),
    section('Where it runs', hostList(hosts)),
    facts(result, url),
    section('How long it took', jobTable(jobs, now)),
  )
}
