import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jobExpressions, stepExpressions } from './contexts.ts'
import { expandMatrix, type MatrixCell } from './matrix.ts'
import { asText, type Job, type Json } from './model.ts'
import { endOrphans } from './orphans.ts'
import { errorMessage, formatPosition } from './problem.ts'
import type { JobResult, Outcome } from './result.ts'
import type { Frame, JobContexts, JobRun, Session } from './session.ts'
import { runPosts, runSteps } from './step.ts'
import { annotate } from './step-process.ts'
import { formatDuration } from './terminal.ts'

/** Runs a job, all combinations of its matrix one after the other, and adds to the results of the session. */
export const runJob = async (session: Session, job: Job): Promise<void> => {
  const needs = needsContext(session, job)
  const plain: JobContexts = { needs, matrix: undefined, strategy: strategyContext(true, 0, 1) }
  const expressions = jobExpressions(session, { contexts: plain, env: {}, status: statusOfNeeds(session, job) })
  let cells: (MatrixCell | undefined)[]
  let failFast: boolean
  try {
    if (session.kill.aborted || !expressions.condition(job.if)) {
      skip(session, { job, name: writtenName(job), outcome: session.kill.aborted ? 'cancelled' : 'skipped' })
      return
    }
    cells = job.matrix === undefined ? [undefined] : expandMatrix(expressions.value(job.matrix))
    failFast = job.failFast === undefined || expressions.value(job.failFast) === true
  } catch (error) {
    await runCell(session, job, { contexts: plain, problem: error })
    return
  }
  let stopped = false
  for (const [index, matrix] of cells.entries()) {
    const contexts = { needs, matrix, strategy: strategyContext(failFast, index, cells.length) }
    const isTooLate = stopped || (session.cancel.aborted && index > 0)
    if (isTooLate) {
      skip(session, { job, name: cellName(job.id, matrix), matrix, outcome: 'cancelled' })
      continue
    }
    const { conclusion } = await runCell(session, job, { contexts })
    stopped = failFast && conclusion === 'failure'
  }
}

const strategyContext = (failFast: boolean, index: number, total: number) => ({
  'fail-fast': failFast,
  'job-index': index,
  'job-total': total,
  'max-parallel': 1,
})

const resultsOf = (session: Session, id: string) =>
  session.results.filter((result) => result.id.toLowerCase() === id.toLowerCase())

/** The one result of a job with many combinations: the worst of theirs. */
const conclusionOf = (results: readonly JobResult[]): Outcome =>
  (['failure', 'cancelled', 'success'] as const).find((outcome) =>
    results.some(({ conclusion }) => conclusion === outcome),
  ) ?? 'skipped'

const needsContext = (session: Session, job: Job): Json =>
  Object.fromEntries(
    job.needs.map((id) => {
      const results = resultsOf(session, id)
      const outputs: Record<string, string> = {}
      for (const result of results)
        for (const [name, value] of Object.entries(result.outputs)) if (value !== '') outputs[name] = value
      return [id, { result: conclusionOf(results), outputs }]
    }),
  )

/** Status functions of a job look at all jobs before it, not only at those it names. */
const statusOfNeeds = (session: Session, job: Job) => {
  const ancestors = new Set<Job>()
  const collect = ({ needs }: Job) => {
    for (const other of session.workflow.jobs) {
      if (ancestors.has(other) || !needs.some((id) => id.toLowerCase() === other.id.toLowerCase())) continue
      ancestors.add(other)
      collect(other)
    }
  }
  collect(job)
  const outcomes = [...ancestors].map(({ id }) => conclusionOf(resultsOf(session, id)))
  const cancelled = session.cancel.aborted
  return {
    success: !cancelled && outcomes.every((outcome) => outcome === 'success'),
    failure: outcomes.includes('failure'),
    cancelled,
  }
}

interface Skipped {
  readonly job: Job
  readonly name: string
  readonly matrix?: MatrixCell | undefined
  readonly outcome: Outcome
}

const skip = (session: Session, { job, name, matrix, outcome }: Skipped) => {
  session.terminal.ending(`Job ${name}`, outcome, '')
  const nothing = { outputs: {}, steps: [], summary: '', durationMs: 0 }
  session.results.push({ id: job.id, name, matrix, outcome, conclusion: outcome, ...nothing })
}

/** The name of a job whose expressions nobody evaluates, since it does not run. */
const writtenName = ({ id, name }: Job) => (typeof name === 'string' && !name.includes('${{') ? name : id)

const cellName = (id: string, matrix: MatrixCell | undefined) => {
  if (matrix === undefined) return id
  const values = Object.values(matrix).map(asText)
  return `${id} (${values.join(', ')})`
}

interface Cell {
  readonly contexts: JobContexts
  /** What made it impossible to start the job. */
  readonly problem?: unknown
}

const runCell = async (session: Session, job: Job, { contexts, problem }: Cell): Promise<JobResult> => {
  const start = session.clock.now()
  const { run, error } = await prepare(session, job, contexts)
  const frame = jobFrame(run)
  session.terminal.open(`Job ${run.name}`)
  const blame = (cause: unknown) => {
    annotate(frame, 'Set up job', { level: 'error', message: `${formatPosition(job.at)}: ${errorMessage(cause)}` })
    if (run.status === 'success') run.status = 'failure'
  }
  if (problem !== undefined || error !== undefined) {
    blame(problem ?? error)
  } else {
    await runSteps(frame, job.steps)
    await runPosts(frame)
  }
  if (run.cancel.aborted) run.status = 'cancelled'
  const orphans = endOrphans(run.trackingId)
  if (orphans > 0) session.terminal.print(`Ended ${orphans} background ${orphans === 1 ? 'process' : 'processes'}.`)

  let outputs: Record<string, string> = {}
  let conclusion: Outcome = run.status
  try {
    outputs = jobOutputs(frame)
    const mayFail = job.continueOnError !== undefined && jobOf(run).value(job.continueOnError) === true
    if (run.status === 'failure' && mayFail) conclusion = 'success'
  } catch (cause) {
    blame(cause)
    conclusion = run.status
  }
  session.terminal.close()
  const durationMs = session.clock.now() - start
  session.terminal.ending(`Job ${run.name}`, run.status, formatDuration(durationMs))
  const result: JobResult = {
    id: job.id,
    name: session.masks.apply(run.name),
    matrix: contexts.matrix,
    outcome: run.status,
    conclusion,
    outputs,
    steps: frame.results,
    summary: session.masks.apply(run.summaries.join('\n\n')),
    durationMs,
  }
  session.results.push(result)
  return result
}

const jobOf = (run: JobRun) =>
  jobExpressions(run.session, {
    contexts: run.contexts,
    env: run.env,
    status: {
      success: run.status === 'success',
      failure: run.status === 'failure',
      cancelled: run.status === 'cancelled',
    },
  })

/** Makes the job's folders and evaluates its name and environment. An expression that fails is given back. */
const prepare = async (
  session: Session,
  job: Job,
  contexts: JobContexts,
): Promise<{ run: JobRun; error?: unknown }> => {
  const trackingId = `github_${session.random.uuid()}`
  const root = join(session.temp, trackingId)
  const temp = join(root, '_temp')
  const workspace = session.workspace ?? join(root, 'work')
  await mkdir(temp, { recursive: true })
  await mkdir(workspace, { recursive: true })
  const eventPath = join(temp, '_github_workflow', 'event.json')
  await mkdir(join(eventPath, '..'), { recursive: true })
  await writeFile(eventPath, JSON.stringify(session.event.payload, undefined, 2))
  const run: JobRun = {
    session,
    job,
    name: cellName(job.id, contexts.matrix),
    contexts,
    defaults: [job.defaults, session.workflow.defaults],
    workspace,
    temp,
    eventPath,
    trackingId,
    env: {},
    path: [],
    cancel: session.cancel.aborted ? new AbortController().signal : session.cancel,
    status: 'success',
    summaries: [],
    posts: [],
    actionIds: new Set(),
  }
  try {
    run.env = { ...jobOf(run).texts('env', session.workflow.env) }
    run.env = { ...run.env, ...jobOf(run).texts('env', job.env) }
    if (job.name === undefined) return { run }
    return { run: { ...run, name: jobOf(run).text(job.name) } }
  } catch (error) {
    return { run, error }
  }
}

const jobFrame = (run: JobRun): Frame => ({
  run,
  kind: 'job',
  inputs: run.session.event.inputs,
  steps: {},
  env: {},
  actionPath: undefined,
  stepName: undefined,
  expired: new AbortController().signal,
  results: [],
  outcome: 'success',
})

/** An output that holds a masked value is dropped, as on GitHub: it would reach the next job unmasked. */
const jobOutputs = (frame: Frame): Record<string, string> => {
  const { session, job } = frame.run
  const outputs = stepExpressions(frame, frame.run.env).texts('outputs', job.outputs)
  return Object.fromEntries(
    Object.entries(outputs).filter(([name, value]) => {
      if (!session.masks.covers(value)) return true
      annotate(frame, 'Complete job', {
        level: 'warning',
        message: `Skip output '${name}' since it may contain secret.`,
      })
      return false
    }),
  )
}
