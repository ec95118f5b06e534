import type { Review } from '../core/review-run.ts'
import { inline, link } from '../text/escape.ts'
import { sentence } from '../text/sentence.ts'
import { adviceFor } from './advice.ts'
import { blocks, folded, section } from './markdown.ts'
import { type Outcome, outcomeWords, type Standing } from './outcome.ts'
import { planCount, type PlanReport, planTable, planTitle } from './plan.ts'
import { runFindings, runTook } from './run.ts'
import { jobChart, jobTable } from './timing.ts'

/** All that there is to tell about an environment at the end of a workflow. */
export interface EnvironmentReport {
  readonly env: string
  readonly app: string | undefined
  readonly standing: Standing
  /** How things stand with the run or the deployment, if there was one. */
  readonly review: Review | undefined
  readonly plan: PlanReport | undefined
  /** Where people find the environment. */
  readonly environmentUrl: string | undefined
  /** The deployment's page on the platform; empty when there is no such page. */
  readonly url: string
  /** The workflow run on GitHub. */
  readonly workflowUrl: string | undefined
  /** What was deployed. */
  readonly commit: string | undefined
  /** Milliseconds since the epoch: what has not ended yet has lasted until now. */
  readonly now: number
}

const ofApp = ({ app }: EnvironmentReport) => (app === undefined ? '' : ` of ${app}`)

const titles: Readonly<Partial<Record<Outcome, string>>> = { planned: 'Plan for', deleted: 'Environment' }

const titleOf = (report: EnvironmentReport): string =>
  `${titles[report.standing.outcome] ?? 'Deploy to'} ${report.env}${ofApp(report)}`

/** Others have taken no time, or go on. */
const timed = new Set<Outcome>(['succeeded', 'failed', 'denied', 'cancelled', 'timed-out', 'no-deployment'])

/** How it came out; our own words, with a mark. */
const endOf = ({ standing, review, plan, now }: EnvironmentReport): string => {
  const { outcome } = standing
  if (outcome === 'planned' && plan) return planCount(plan.plan)
  const took = review && timed.has(outcome) ? runTook(review.result, now) : ''
  return `${outcomeWords[outcome]}${took}`
}

const withoutMark = (words: string) => words.replace(/^[^\p{L}\p{N}]+/u, '')

/** One line, without marks: for the log, and for GitHub's list of deployments. */
export const reportHeadline = (report: EnvironmentReport): string => `${titleOf(report)}: ${withoutMark(endOf(report))}`

const shortCommit = 7

const whereToLook = ({ workflowUrl, commit }: EnvironmentReport): string[][] => [
  ...(commit === undefined ? [] : [['Commit', inline(commit.slice(0, shortCommit))]]),
  ...(workflowUrl === undefined ? [] : [['Workflow run', link('on GitHub', workflowUrl)]]),
]

/** A longer table is opened by who wants to see it. */
const mostOpenChanges = 15

const changes = ({ plan, standing }: EnvironmentReport): string => {
  if (!plan) return ''
  const body = planTable(plan)
  if (standing.outcome === 'planned') return body
  const count = plan.plan.changes.length
  if (count <= mostOpenChanges) return section('What changes', body)
  return section('What changes', folded(`${count} changes`, body))
}

const times = ({ review, now }: EnvironmentReport, place: 'summary' | 'comment'): string => {
  const jobs = review?.result.jobs ?? []
  const rows = jobTable(jobs, now)
  if (rows === '') return ''
  if (place === 'comment') return folded('How long it took', rows)
  return section('How long it took', blocks(jobChart(jobs, now), rows))
}

/**
 * The outcome in words, what went wrong and what to try, where to look, what changed, who decided, and how long it
 * took: in the job summary with a chart, in a comment folded.
 */
export const reportMarkdown = (report: EnvironmentReport, place: 'summary' | 'comment'): string => {
  const { standing, review, url, environmentUrl } = report
  const details = {
    url,
    environmentUrl,
    facts: whereToLook(report),
    ...(review && { decisions: review.decisions, tails: review.tails }),
  }
  return blocks(
    `### ${inline(titleOf(report))}: ${endOf(report)}`,
    standing.reason === '' ? '' : inline(sentence(standing.reason)),
    standing.outcome === 'planned' ? changes(report) : '',
    runFindings(standing.outcome, review?.result ?? {}, details),
    standing.outcome === 'planned' ? '' : changes(report),
    times(report, place),
  )
}

/** The same for the log of the step: what matters most of it, line by line. */
export const reportText = (report: EnvironmentReport): string => {
  const { standing, review, url, environmentUrl, plan } = report
  const { result, decisions = [] } = review ?? {}
  const hosts = Object.entries(result?.hosts ?? {}).map(([workload, host]) => `  ${workload}: https://${host}`)
  const decided = decisions.filter(({ status }) => status !== 'waiting')
  const lines = [
    sentence(reportHeadline(report)),
    ...(standing.reason === '' ? [] : [`  ${sentence(standing.reason)}`]),
    ...(result?.problems ?? []).map(({ scope, object, message, summary }) => {
      return `  ${scope} ${object}: ${message === '' ? summary : message}`.replaceAll('\n', '\n    ')
    }),
    ...adviceFor(standing.outcome, result?.problems ?? []).map((line) => `  ${line}`),
    ...(environmentUrl === undefined || hosts.some((line) => line.endsWith(` ${environmentUrl}`))
      ? []
      : [`  ${environmentUrl}`]),
    ...hosts,
    ...(url === '' ? [] : [`  ${url}`]),
    ...decided.map(({ env_id, status, approved_by }) => `  ${env_id}: ${status} by ${approved_by ?? 'nobody'}`),
    ...(plan ? [`  ${planTitle(plan.plan)}.`] : []),
  ]
  return lines.join('\n')
}
