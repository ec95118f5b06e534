import { createDelta, type DeltaResult } from '../../core/create-delta.ts'
import type { ImageRequest } from '../../core/image-changes.ts'
import { planData, planMarkdown, planText } from '../../report/plan.ts'
import type { Runner } from '../../runner/runner.ts'
import { cutMarkdown } from '../../text/cut.ts'
import { connect } from '../connection.ts'
import { FailedStep, type Step } from '../step.ts'
import { readInputs } from './inputs.ts'

/** As for any output, but cut so that what is shown of it is still well-formed. */
const maxMarkdownBytes = 60_000

/** Where the delta comes from, for people who look through a list of them. */
const defaultName = ({ context }: Runner): string => {
  const { repository = 'GitHub Actions', sha, runId } = context
  return [`${repository}${sha ? `@${sha.slice(0, 7)}` : ''}`, ...(runId ? [`run ${runId}`] : [])].join(' ')
}

const tellPlan = (runner: Runner, { deltaId, plan }: DeltaResult, { summary }: { summary: boolean }) => {
  const report = { deltaId, plan, redact: runner.redact }
  runner.info(planText(report))
  // These leave for other steps and for comments, where no mask of this step hides anything.
  const data = runner.redact(JSON.stringify(planData(report)))
  const markdown = runner.redact(planMarkdown(report))
  const { text, truncated } = cutMarkdown(markdown, maxMarkdownBytes)
  runner.setOutput('delta-id', deltaId ?? '')
  runner.setOutput('empty', plan.empty)
  runner.setOutput('changes', plan.changes.length)
  runner.setCutOutput('plan', data)
  runner.setOutput('plan-markdown', text)
  runner.setOutput('plan-markdown-truncated', truncated)
  runner.setOutput('plan-file', runner.writeTempFile('plan.json', data))
  if (summary) runner.summary(markdown)
}

const warnOfUntagged = (runner: Runner, images: readonly ImageRequest[]) => {
  for (const { workload, image } of images) {
    if (image.tag !== undefined || image.digest !== undefined) continue
    runner.warning(
      `Input 'images' gives '${workload}' the image ${image.name} with neither tag nor digest: what runs is whatever ` +
        'is `latest` when it is pulled, and a later one is no change.',
    )
  }
}

/** Makes or extends a delta, and shows what deploying it will change. */
export const main = async (step: Step): Promise<void> => {
  const { runner } = step
  const { connection, wishes, failIfEmpty, summary } = await readInputs(runner.inputs)
  const api = connect(step, connection)
  const result = await createDelta(api, { ...wishes, name: wishes.name ?? defaultName(runner) })
  warnOfUntagged(runner, wishes.images)
  for (const warning of result.warnings) runner.warning(warning)
  const { promotion } = result
  if (promotion) {
    const { env, deployment, set } = promotion
    runner.info(`What runs in environment '${env}' is promoted: set ${set} of deployment ${deployment}.`)
  }
  tellPlan(runner, result, { summary })
  const { deltaId, plan } = result
  if (plan.empty && failIfEmpty) {
    throw new FailedStep(`Nothing would change in environment '${plan.env}', and \`fail-if-empty\` is true.`)
  }
  if (deltaId !== undefined && wishes.deltaId === undefined) runner.info(`Delta ${deltaId} is made.`)
  else if (deltaId !== undefined) runner.info(`Delta ${deltaId} holds all of it.`)
  else runner.info('No delta is made: what runs is what would be deployed.')
}
