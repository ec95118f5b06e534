import { durationMs } from '../contract/times.ts'
import type { Approval } from '../contract/types.ts'
import type { RunResult } from '../core/await-run.ts'
import type { Problem } from '../core/conclude.ts'
import type { LogTail } from '../core/log-tails.ts'
import { formatDuration } from '../text/duration.ts'
import { code, codeBlock, inline, link } from '../text/escape.ts'
import { sentence } from '../text/sentence.ts'
import { adviceFor } from './advice.ts'
import { blocks, section, table } from './markdown.ts'
import { type Outcome, outcomeWords } from './outcome.ts'
import { jobChart, jobTable } from './timing.ts'

/** What there is to tell about a run beside its result. */
export interface RunDetails {
  /** Where the platform shows it; empty when there is no such page. */
  readonly url: string
  /** All approval requests of the run. */
  readonly decisions?: readonly Approval[]
  readonly tails?: readonly LogTail[]
  /** The environment's address, if somebody has given it. */
  readonly environmentUrl?: string | undefined
  /** More rows of Markdown for the table of where to look. */
  readonly facts?: readonly (readonly string[])[]
}

const problemList = (problems: readonly Problem[]): string =>
  problems
    .map(({ scope, object, code: number, summary, message }) => {
      const head = `**${inline(`${scope} ${object}`)}**${number === '' ? '' : ` (${code(number)})`}`
      return blocks(`${head}: ${inline(summary)}`, message === '' || message === summary ? '' : codeBlock(message))
    })
    .join('\n\n')

const tailBlocks = (tails: readonly LogTail[]): string =>
  tails
    .map(({ jobId, step, lines, left }) => {
      const text = lines.map(({ at, message }) => `${(at ?? '').slice(11, 19)}  ${message}`.trim()).join('\n')
      const before = left === 0 ? '' : ` (${left} before ${left === 1 ? 'it' : 'them'})`
      return blocks(`The last lines of **${inline(`${jobId} / ${step}`)}**${before}:`, codeBlock(text))
    })
    .join('\n\n')

const hostList = (hosts: Readonly<Record<string, string>>, address: string | undefined): string => {
  const isAmongHosts = Object.values(hosts).some((host) => address === `https://${host}`)
  return [
    ...(address === undefined || isAmongHosts ? [] : [`- ${link(address, address)}`]),
    ...Object.entries(hosts).map(([workload, host]) => `- ${inline(workload)}: ${link(host, `https://${host}`)}`),
  ].join('\n')
}

const facts = (result: Partial<RunResult>, { url, facts: more = [] }: RunDetails): string => {
  const { run, deployment, current } = result
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
    ...more,
  ]
  return rows.length === 0 ? '' : table(['', ''], rows)
}

const waitingList = (approvals: readonly Approval[]): string =>
  approvals
    .map(({ env_id, message }) => `- for environment ${code(env_id)}, by whoever may deploy there: ${inline(message)}`)
    .join('\n')

const decisionWords: Readonly<Record<string, string>> = {
  approved: '✅ approved',
  denied: '🚫 denied',
  cancelled: '🚫 cancelled with its run',
}

const decisionList = (decisions: readonly Approval[]): string =>
  decisions
    .filter(({ status }) => Object.hasOwn(decisionWords, status))
    .map(({ env_id, message, status, approved_by }) => {
      const by = approved_by ? ` by ${code(approved_by)}` : ''
      return `- for environment ${code(env_id)}: ${decisionWords[status]}${by}${message === '' ? '' : `: ${inline(message)}`}`
    })
    .join('\n')

/** What went wrong first, then what to try, where to look, and who has to decide or has decided. */
export const runFindings = (outcome: Outcome, result: Partial<RunResult>, details: RunDetails): string => {
  const { problems = [], approvals = [], hosts = {}, tails = [] } = result
  const advice = adviceFor(outcome, problems)
  return blocks(
    section('What went wrong', blocks(problemList(problems), tailBlocks(details.tails ?? tails))),
    section('What to try', advice.map((line) => `- ${line}`).join('\n')),
    section('Waiting for', waitingList(approvals)),
    section('Where it runs', hostList(hosts, details.environmentUrl)),
    section('Where to look', facts(result, details)),
    section('Who decided', decisionList(details.decisions ?? [])),
  )
}

/** How long a run took, as words that end a headline; nothing without a run. */
export const runTook = ({ run }: Partial<RunResult>, now: number): string =>
  run ? ` after ${formatDuration(durationMs(run, now))}` : ''

export interface RunReport extends RunDetails {
  /** What was attempted: `Deploy to staging`. */
  readonly title: string
  /** Milliseconds since the epoch: what has not ended yet has lasted until now. */
  readonly now: number
}

/** How a run came out, for the job summary: the errors first, then where to look, then how long everything took. */
export const runSummary = (result: RunResult, { title, now, ...details }: RunReport): string => {
  const { status, reason, jobs } = result
  return blocks(
    `### ${inline(title)}: ${outcomeWords[status]}${status === 'conflict' ? '' : runTook(result, now)}`,
    status === 'succeeded' ? '' : inline(sentence(reason)),
    runFindings(status, result, details),
    section('How long it took', blocks(jobChart(jobs, now), jobTable(jobs, now))),
  )
}
