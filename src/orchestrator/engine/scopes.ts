import { hasEnded } from '../runs/lifecycle.ts'
import { type Secrets, toContext } from './app-values.ts'
import type { JobDefinition, StepDefinition } from './definition/definition.ts'
import type { Execution } from './execution.ts'
import type { Scope } from './expressions/evaluate.ts'

/** A failure counts unless the definition says that things go on regardless. */
export const hasFailed = (definition: { continueOnError: boolean } | undefined, status: string | undefined) =>
  status === 'failed' && definition?.continueOnError !== true

/** What of an execution there is already when its run is created. */
type Beginning = Pick<Execution, 'record' | 'appValues'>

const runContexts = ({ record: { run }, appValues }: Beginning, secrets: Secrets) => ({
  inputs: run.inputs,
  pipeline: { id: run.pipeline_id, app: { id: run.app_id }, org: { id: run.org_id } },
  app: {
    // Most expressions do without.
    get values() {
      return toContext(appValues(), secrets)
    },
  },
})

/** For what is decided when a run is created. */
export const runScope = (beginning: Beginning): Scope => ({ contexts: runContexts(beginning, 'hidden') })

const needsOf = ({ jobs }: Execution, { needs }: JobDefinition) =>
  Object.fromEntries(
    needs.map((id) => {
      const needed = jobs.get(id)
      return [id, { status: needed?.job.status ?? null, outputs: needed?.outputs ?? {} }]
    }),
  )

/** The jobs that this one waits for, directly or through others. */
const ancestors = ({ definition }: Execution, job: JobDefinition): JobDefinition[] => {
  const byId = new Map(definition.jobs.map((each) => [each.id, each]))
  const found = new Set<JobDefinition>()
  const open = [...job.needs]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const ancestor = byId.get(id)
    if (!ancestor || found.has(ancestor)) continue
    found.add(ancestor)
    open.push(...ancestor.needs)
  }
  return [...found]
}

export const areNeedsMet = ({ jobs }: Execution, { needs }: JobDefinition): boolean =>
  needs.every((id) => hasEnded(jobs.get(id)?.job ?? { status: 'queued' }))

/**
 * For the condition of a job: it has succeeded so far if every job that it needs has, or has failed without that
 * mattering. A job that was skipped has not succeeded (assumption).
 */
export const jobScope = (execution: Execution, job: JobDefinition): Scope => {
  const { jobs, definition, record } = execution
  const statusOf = (id: string) => jobs.get(id)?.job.status
  const isFine = (id: string) => {
    const status = statusOf(id)
    const needed = definition.jobs.find((each) => each.id === id)
    return status === 'succeeded' || (status === 'failed' && !hasFailed(needed, status))
  }
  const cancelled = record.cancelReason !== undefined
  return {
    contexts: { ...runContexts(execution, 'open'), needs: needsOf(execution, job) },
    status: {
      success: !cancelled && job.needs.every(isFine),
      failure: ancestors(execution, job).some((each) => hasFailed(each, statusOf(each.id))),
      cancelled,
    },
  }
}

/**
 * For a step, and with all of them done for the outputs of the job. Secrets are open to what cannot be seen: conditions,
 * and the inputs of steps that send them away.
 */
export const stepScope = (execution: Execution, job: JobDefinition, secrets: Secrets): Scope => {
  const records = execution.jobs.get(job.id)?.steps ?? []
  const seen = (each: StepDefinition) => records[each.index]
  const named = job.steps.filter((each) => each.id !== undefined)
  const steps = Object.fromEntries(
    named.map((each) => [each.id, { status: seen(each)?.step.status ?? null, outputs: seen(each)?.outputs ?? {} }]),
  )
  const cancelled = execution.record.cancelReason !== undefined
  const failure = job.steps.some((each) => hasFailed(each, seen(each)?.step.status))
  return {
    contexts: { ...runContexts(execution, secrets), needs: needsOf(execution, job), steps },
    status: { success: !failure && !cancelled, failure, cancelled },
  }
}
