import type { Parts } from '../parts.ts'
import { hasEnded, move } from '../runs/lifecycle.ts'
import type { JobRecord } from '../runs/records.ts'
import type { JobDefinition } from './definition/definition.ts'
import { type Execution, inOrder } from './execution.ts'
import { createSpend, holds } from './expressions/evaluate.ts'
import { ExpressionError } from './expressions/expression-error.ts'
import { fillTemplate } from './expressions/template.ts'
import type { Value } from './expressions/values.ts'
import { areNeedsMet, hasFailed, jobScope, stepScope } from './scopes.ts'
import type { StepRunner } from './step-runner.ts'
import type { Signal } from './steps/action.ts'

/** Moves the jobs of a run on. Steps within a job go one after the other, jobs beside each other. */
export const createJobRunner = ({ scheduler }: Parts, steps: StepRunner) => {
  const endJob = (
    execution: Execution,
    job: JobRecord,
    status: 'succeeded' | 'failed' | 'skipped' | 'cancelled',
    message = '',
  ) => {
    for (const record of job.steps) {
      if (hasEnded(record.step)) continue
      steps.end(execution, job, record, status === 'cancelled' ? 'cancelled' : 'skipped')
    }
    job.job = move('job', job.job, status, { at: scheduler.timestamp(), message })
  }

  /** Why a job is not begun, for people. */
  const skipReason = (execution: Execution, { needs }: JobDefinition): string => {
    const [culprit] = needs.flatMap((id) => {
      const status = execution.jobs.get(id)?.job.status
      return status === 'succeeded' ? [] : [`job '${id}' ended as ${status}`]
    })
    return culprit === undefined ? 'Its condition does not hold.' : `Not begun: ${culprit}.`
  }

  const begin = (execution: Execution, definition: JobDefinition, job: JobRecord) => {
    const { cancelReason } = execution.record
    try {
      if (holds(definition.if, jobScope(execution, definition))) {
        job.startedAt = scheduler.now()
        job.job = move('job', job.job, 'executing', { at: scheduler.timestamp() })
      } else if (cancelReason !== undefined) endJob(execution, job, 'cancelled', cancelReason)
      else endJob(execution, job, 'skipped', skipReason(execution, definition))
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      endJob(execution, job, 'failed', `if: ${error.message}`)
    }
  }

  const readOutputs = (execution: Execution, definition: JobDefinition): Record<string, Value> => {
    const scope = stepScope(execution, definition, 'hidden')
    const spend = createSpend()
    const outputs = Object.entries(definition.outputs)
    return Object.fromEntries(outputs.map(([name, template]) => [name, fillTemplate(template, scope, spend)]))
  }

  const finish = (execution: Execution, definition: JobDefinition, job: JobRecord) => {
    const stepsOf = job.steps.map(({ step }, index) => ({ step, definition: definition.steps[index] }))
    try {
      job.outputs = readOutputs(execution, definition)
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      return endJob(execution, job, 'failed', `outputs: ${error.message}`)
    }
    const { cancelReason } = execution.record
    if (cancelReason !== undefined && stepsOf.some(({ step }) => step.status === 'cancelled')) {
      return endJob(execution, job, 'cancelled', cancelReason)
    }
    const culprit = stepsOf.find(({ step, definition: of }) => hasFailed(of, step.status))?.step
    if (!culprit) return endJob(execution, job, 'succeeded')
    endJob(execution, job, 'failed', `Step '${culprit.name}' failed: ${culprit.status_message}`)
  }

  /** Until the job has ended or waits. */
  const runSteps = (execution: Execution, definition: JobDefinition, job: JobRecord) => {
    for (const step of definition.steps) {
      if (steps.waiting(job)) return
      if (!hasEnded(job.steps[step.index]!.step)) steps.begin(execution, definition, step, job)
    }
    if (!steps.waiting(job)) finish(execution, definition, job)
  }

  const definitionOf = (execution: Execution, jobId: string, index: number) => {
    const job = execution.definition.jobs.find(({ id }) => id === jobId)
    const step = job?.steps[index]
    if (!job || !step) throw new Error(`run '${execution.ref.runId}' has no step ${index} in job '${jobId}'`)
    return step
  }

  return {
    /** Begins whatever can begin. A job only lets later ones of the order go on, so that one round is enough. */
    advance: (execution: Execution) => {
      for (const definition of inOrder(execution.definition.jobs)) {
        const job = execution.jobs.get(definition.id)!
        if (hasEnded(job.job) || steps.waiting(job) || !areNeedsMet(execution, definition)) continue
        execution.changed.add(definition.id)
        if (job.job.status === 'queued') begin(execution, definition, job)
        if (job.job.status === 'executing') runSteps(execution, definition, job)
      }
    },
    resume: (execution: Execution, jobId: string, index: number, signal: Signal) => {
      const job = execution.jobs.get(jobId)
      if (!job?.steps[index]?.wait) return
      execution.changed.add(jobId)
      steps.resume(execution, definitionOf(execution, jobId, index), job, signal)
    },
    /** Ends what is being waited for; of a run that has not begun, all of it. */
    cancel: (execution: Execution, reason: string) => {
      for (const [id, job] of execution.jobs) {
        if (hasEnded(job.job)) continue
        execution.changed.add(id)
        job.job.cancellation_requested_at = scheduler.timestamp()
        const waiting = steps.waiting(job)
        if (waiting) {
          const definition = definitionOf(execution, id, waiting.step.index)
          steps.interrupt(execution, definition, job, { as: 'cancelled', message: reason })
        }
        if (execution.record.run.status === 'queued') endJob(execution, job, 'cancelled', reason)
      }
    },
    /** Time is up for a step, which fails, or for its whole job, of which nothing more is begun. */
    timeOut: (
      execution: Execution,
      jobId: string,
      index: number,
      { of, reason }: { of: 'job' | 'step'; reason: string },
    ) => {
      const job = execution.jobs.get(jobId)
      if (!job) return
      execution.changed.add(jobId)
      const message = `${reason} while waiting for ${job.job.waiting_for}`
      steps.interrupt(execution, definitionOf(execution, jobId, index), job, { as: 'failed', message })
      if (of === 'job') endJob(execution, job, 'failed', `${message}.`)
    },
    /** How a run ends whose jobs all have. */
    outcome: ({
      record,
      definition,
      jobs,
    }: Execution): { status: 'succeeded' | 'failed' | 'cancelled'; message: string } => {
      if (record.cancelReason !== undefined) return { status: 'cancelled', message: record.cancelReason }
      const culprit = definition.jobs.find((job) => hasFailed(job, jobs.get(job.id)?.job.status))
      if (!culprit) return { status: 'succeeded', message: '' }
      return { status: 'failed', message: `Job '${culprit.id}' failed: ${jobs.get(culprit.id)?.job.status_message}` }
    },
  }
}
