import type { Review } from '../../core/review-run.ts'
import { sourceOf } from '../../policy/source.ts'
import { standingOf } from '../../report/outcome.ts'
import { type EnvironmentReport, reportMarkdown, reportText } from '../../report/report.ts'
import { deploymentUrl } from '../run-outputs.ts'
import type { Step } from '../step.ts'
import { readInputs, type ReportInputs } from './inputs.ts'
import { review as readReview } from './review.ts'
import { tellGitHub } from './tell-github.ts'

/** Hosts come from the platform: what is none stays text. */
const addressOf = (host: string | undefined): string | undefined =>
  host !== undefined && /^[a-z0-9.-]+(?::\d+)?$/i.test(host) ? `https://${host}` : undefined

const toReport = (
  { runner, clock }: Step,
  inputs: ReportInputs,
  { review, event }: { review: Review | undefined; event: Readonly<Record<string, unknown>> },
): EnvironmentReport => {
  const { env, app, status, plan, platform, pullRequest, isPullRequestEvent } = inputs
  const [host] = Object.values(review?.result.hosts ?? {})
  return {
    env,
    app,
    review,
    plan: plan && { ...plan, redact: runner.redact },
    standing: standingOf(status, { review, plan }),
    environmentUrl: inputs.environmentUrl ?? addressOf(host),
    url: platform ? deploymentUrl(platform.connection, env, review?.result.deployment?.id) : '',
    workflowUrl: runner.context.runUrl,
    // A comment's event, or a dispatch, runs at another commit than that of the pull request.
    commit: pullRequest === undefined || isPullRequestEvent ? sourceOf(runner.context, event).commit : undefined,
    now: clock.now(),
  }
}

/** Tells people how things stand with an environment: in the log, in the job summary, and on GitHub. */
export const main = async (step: Step): Promise<void> => {
  const { runner, clock } = step
  const began = clock.now()
  const event = runner.readEvent()
  const inputs = await readInputs(runner.inputs, { context: runner.context, event })
  const review = await readReview(step, inputs)
  const report = toReport(step, inputs, { review, event })
  runner.info(reportText(report))
  if (inputs.summary) runner.summary(reportMarkdown(report, 'summary'))
  await tellGitHub(step, { inputs, report, deadline: began + inputs.timeoutMs })
}
