import { type Applied, type AppliedPipeline, applyPipelines, type ApplyStatus } from '../../core/apply-pipelines.ts'
import { pipelineDiff, pipelinesSummary } from '../../report/pipelines.ts'
import type { Runner } from '../../runner/runner.ts'
import { sentence } from '../../text/sentence.ts'
import { connect } from '../connection.ts'
import { FailedStep, type Step } from '../step.ts'
import { type ApplyInputs, readInputs } from './inputs.ts'

/** GitHub shows ten annotations of a step, of which the last tells how the step failed. */
const mostAnnotations = 9

const annotate = (runner: Runner, pipelines: readonly AppliedPipeline[]) => {
  const problems = pipelines.flatMap(({ path, problems: own }) => own.map((problem) => ({ path, ...problem })))
  for (const { path: file, line, column, message } of problems.slice(0, mostAnnotations)) {
    runner.error(sentence(message), { title: 'Pipeline file', file, line, column })
  }
  for (const { path, line, column, message } of problems.slice(mostAnnotations)) {
    runner.info(`${path}:${line}:${column}: ${sentence(message)}`)
  }
}

const verbs: Readonly<Record<AppliedPipeline['change'], string>> = {
  create: 'is new',
  update: 'changes',
  none: 'stays as it is',
}

const tell = (runner: Runner, each: AppliedPipeline) => {
  const { id, path, change, added, removed } = each
  if (id === '') return
  const criteria = [
    ...(added.length > 0 ? [`${added.length} criteria to add`] : []),
    ...(removed.length > 0 ? [`${removed.length} to remove`] : []),
  ]
  const more = criteria.length === 0 ? '' : `; ${criteria.join(', ')}`
  const line = `Pipeline '${id}' (${path}) ${verbs[change]}${more}`
  if (change === 'none') return runner.info(line)
  runner.startGroup(line)
  runner.info(pipelineDiff(each))
  runner.endGroup()
}

/** One item of the output `result`. */
const toItem = ({ id, path, change, outcome, version, message, problems, added, removed }: AppliedPipeline) => ({
  id,
  file: path,
  change,
  outcome,
  version,
  message,
  problems,
  criteria: { added: added.length, removed: removed.length },
})

const failures: Readonly<Record<Exclude<ApplyStatus, 'applied' | 'planned'>, string>> = {
  refused: 'Nothing was changed, since not everything is in order; what is wrong is shown at its file',
  conflict: 'Not everything was applied. Run this again to see what differs now',
  failed: 'Not everything was applied',
  cancelled: 'The job was cancelled',
  unknown: 'Whether everything was applied is not known. Run this again: what is there already is left as it is',
}

const successOf = ({ status, pipelines }: Applied): string => {
  const changed = pipelines.filter((each) => each.changed).length
  if (changed === 0) return 'All pipelines are as the files say: there is nothing to change.'
  const what = `${changed} of ${pipelines.length} pipelines`
  return status === 'planned' ? `${what} would change. This was a dry run.` : `${what} changed.`
}

const finish = (runner: Runner, inputs: ApplyInputs, applied: Applied): void => {
  const { status, pipelines } = applied
  const { orgId, appId } = inputs.connection
  runner.setOutput('status', status)
  runner.setOutput(
    'changed',
    pipelines.some(({ changed }) => changed),
  )
  runner.setCutOutput('result', pipelines.map(toItem))
  for (const each of pipelines) tell(runner, each)
  annotate(runner, pipelines)
  if (inputs.summary) runner.summary(pipelinesSummary(applied, { application: `${orgId}/${appId}` }))
  if (status === 'applied' || status === 'planned') return runner.info(successOf(applied))
  const messages = pipelines.map(({ message }) => message).filter((message) => message !== '')
  throw new FailedStep([...messages, failures[status]].map(sentence).join(' '))
}

/** Brings the pipelines of an application to what files in the repository say, or tells what that would change. */
export const main = async (step: Step): Promise<void> => {
  const { runner } = step
  const inputs = await readInputs(runner)
  try {
    const applied = await applyPipelines(connect(step, inputs.connection), inputs)
    finish(runner, inputs, applied)
  } catch (error) {
    if (error instanceof FailedStep) throw error
    runner.setOutput('status', runner.signal.aborted ? 'cancelled' : 'failed')
    throw error
  }
}
