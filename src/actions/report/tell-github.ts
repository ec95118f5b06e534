import { InputError, NetworkError, TimeoutError } from '../../errors.ts'
import type { GitHub } from '../../github/client.ts'
import type { NewStatus } from '../../github/deployments.ts'
import { endDeployments, reportDeployment } from '../../github/environment-deployment.ts'
import { GitHubError } from '../../github/errors.ts'
import { keepComment } from '../../github/sticky-comment.ts'
import { commentBody, commentMarker } from '../../report/comment.ts'
import type { Outcome } from '../../report/outcome.ts'
import { type EnvironmentReport, reportHeadline, reportMarkdown } from '../../report/report.ts'
import { cutCharacters } from '../../text/cut.ts'
import { plainLine } from '../../text/control.ts'
import { retryLine } from '../../text/retry-line.ts'
import { sentence } from '../../text/sentence.ts'
import { version } from '../../version.ts'
import type { Step } from '../step.ts'
import type { ReportInputs } from './inputs.ts'

/** In GitHub's words. Undefined for what is no deployment. */
const states: Readonly<Record<Outcome, NewStatus['state'] | undefined>> = {
  succeeded: 'success',
  failed: 'failure',
  denied: 'failure',
  cancelled: 'failure',
  'timed-out': 'failure',
  'waiting-for-approval': 'queued',
  conflict: 'failure',
  'no-deployment': 'failure',
  unknown: 'error',
  queued: 'queued',
  'in-progress': 'in_progress',
  planned: undefined,
  deleted: 'inactive',
  skipped: undefined,
  'not-started': 'failure',
}

/** Worth bringing up to date, but not worth a comment or a deployment of their own. */
const isAside = (outcome: Outcome) => outcome === 'deleted' || outcome === 'skipped'

const longestDescription = 140

interface Telling {
  readonly inputs: ReportInputs
  readonly report: EnvironmentReport
  /** Of the step, in milliseconds since the epoch. */
  readonly deadline: number
}

const keyOf = ({ env, app = '', key = '' }: ReportInputs) => [app, env, key].join('/')

/** The commit that a pull request stands at, where the event does not know it. */
const commitOf = async (github: GitHub, { inputs, report }: Telling): Promise<string | undefined> => {
  const { pullRequest, isPullRequestEvent } = inputs
  if (pullRequest === undefined || isPullRequestEvent) return report.commit
  return (await github.pullRequests.get(pullRequest))?.headSha ?? report.commit
}

const tellDeployment = async (step: Step, github: GitHub, telling: Telling): Promise<number | undefined> => {
  const { redact, context } = step.runner
  const { inputs, report } = telling
  const { outcome } = report.standing
  const state = states[outcome]
  if (state === undefined || !inputs.deployment) return undefined
  const identity = { environment: inputs.env, key: keyOf(inputs) }
  const description = cutCharacters(redact(plainLine(reportHeadline(report))), longestDescription)
  if (state === 'inactive') {
    await endDeployments(github.deployments, identity, { description, logUrl: context.runUrl })
    return undefined
  }
  const commit = await commitOf(github, telling)
  if (commit === undefined) return undefined
  const { environmentUrl } = report
  const deployment = await reportDeployment(github.deployments, {
    ...identity,
    commit,
    workflowRun: context.runId,
    transient: inputs.transient,
    production: inputs.production,
    onlyIfThere: outcome === 'not-started',
    status: {
      state,
      description,
      logUrl: context.runUrl,
      environmentUrl: environmentUrl === undefined ? undefined : redact(environmentUrl),
      // Legs of a matrix share an environment, and the success of one does not end the other's.
      autoInactive: inputs.key === undefined,
    },
  })
  return deployment?.id
}

const tellComment = async (step: Step, github: GitHub, { inputs, report }: Telling): Promise<string | undefined> => {
  const { redact } = step.runner
  if (inputs.pullRequest === undefined) return undefined
  const marker = commentMarker(inputs)
  const kept = await keepComment(github, {
    issue: inputs.pullRequest,
    marker,
    body: commentBody(marker, redact(reportMarkdown(report, 'comment'))),
    onlyIfThere: isAside(report.standing.outcome),
  })
  return kept?.url
}

/** What GitHub may answer, or keep to itself, without the release being any worse for it. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof GitHubError ||
  error instanceof NetworkError ||
  error instanceof TimeoutError ||
  error instanceof InputError

const connect = async (step: Step, { githubToken }: ReportInputs, deadline: number): Promise<GitHub> => {
  const { runner, clock, transport } = step
  if (githubToken === undefined) throw new InputError("Input 'github-token' is empty: there is no token for GitHub")
  const { createGitHub } = await import('../../github/client.ts')
  return createGitHub({
    token: githubToken,
    apiUrl: runner.context.apiUrl,
    repository: runner.context.repository ?? '',
    userAgent: `humanitec-actions/${version}`,
    transport,
    clock,
    signal: runner.signal,
    deadline,
    onRetry: (retry) => runner.info(`GitHub, ${retryLine(retry)}`),
  })
}

/**
 * Brings the comment and the deployment on GitHub up to date and sets the outputs. What GitHub refuses is one warning
 * that names what is missing: a release that has succeeded does not fail over its report.
 */
export const tellGitHub = async (step: Step, telling: Telling): Promise<void> => {
  const { runner } = step
  const { inputs, report, deadline } = telling
  const problems = new Set<string>()
  const lacking: string[] = []
  const attempt = async <T>(tell: () => Promise<T>, permission?: string): Promise<T | undefined> => {
    try {
      return await tell()
    } catch (error) {
      if (runner.signal.aborted || !isRefusal(error)) throw error
      problems.add(sentence(error.message))
      const isLacking = error instanceof GitHubError && error.missingPermission !== undefined
      if (isLacking && permission !== undefined) lacking.push(permission)
      return undefined
    }
  }
  runner.setOutput('comment-url', '')
  runner.setOutput('github-deployment-id', '')
  const isWanted = inputs.deployment && states[report.standing.outcome] !== undefined
  if (inputs.pullRequest === undefined && !isWanted) return

  const github = await attempt(() => connect(step, inputs, deadline))
  if (github) {
    const id = await attempt(() => tellDeployment(step, github, telling), 'deployments: write')
    if (id !== undefined) runner.setOutput('github-deployment-id', id)
    const url = await attempt(() => tellComment(step, github, telling), 'pull-requests: write')
    if (url !== undefined) runner.setOutput('comment-url', url)
  }
  if (problems.size === 0) return
  // What GitHub refuses first is to read, and whoever added no more than that would be refused again.
  const all = lacking.length === 0 ? '' : ` Reporting takes ${lacking.join(' and ')}.`
  const where = inputs.summary ? ' The job summary has all of it.' : ''
  runner.warning(`Not everything could be told to GitHub. ${[...problems].join(' ')}${all}${where}`)
}
