import type { Caller } from '../auth.ts'
import { HttpError } from '../errors.ts'
import { appScope, type Parts } from '../parts.ts'
import { hasEnded, move } from '../runs/lifecycle.ts'
import type { JobRecord, RunRecords, RunRef, StepRecord } from '../runs/records.ts'
import type { JobDefinition, StepDefinition } from './definition/definition.ts'
import { deadlineOf, type Execution } from './execution.ts'
import { holds } from './expressions/evaluate.ts'
import { ExpressionError } from './expressions/expression-error.ts'
import { identityOf } from './identity.ts'
import { stepScope } from './scopes.ts'
import { readStepInputs } from './step-inputs.ts'
import type { Signal, StepAction, StepCall, StepResult } from './steps/action.ts'
import { createStepActions, type StepNeighbours } from './steps/table.ts'

/** Where a step is that waits. */
export interface StepPlace {
  ref: RunRef
  jobId: string
  index: number
}

export interface Wake extends StepPlace {
  /** Only the wait that was to end at this moment is woken. */
  at: number
}

export interface StepRunnerNeighbours {
  records: RunRecords
  user(id: string): Caller | undefined
  steps: StepNeighbours
}

/** Begins, wakes and interrupts single steps; what follows from their ends is not its business. */
export const createStepRunner = ({ store, scheduler }: Parts, neighbours: StepRunnerNeighbours) => {
  const { records } = neighbours
  const actions = createStepActions(neighbours.steps)
  /** Which steps an event lets go on. */
  const waits = store.table<StepPlace>('step-waits')

  const actionOf = (definition: StepDefinition): StepAction => {
    const action = actions.get(definition.uses.action)
    if (!action) throw new Error(`a pipeline was stored that uses '${definition.uses.action}'`)
    return action
  }
  const signalScope = ({ orgId, appId }: { orgId: string; appId: string }, on: string) =>
    `${appScope(orgId, appId)}/${on}`
  const placeId = ({ ref, jobId, index }: StepPlace) => `${ref.pipelineId}/${ref.runId}/${jobId}/${index}`

  /** A step comes into being when its turn does. */
  const appear = (record: StepRecord) => {
    if (record.step.status === 'queued') record.step.created_at = scheduler.timestamp()
  }

  const end = (
    { ref, redact }: Execution,
    job: JobRecord,
    record: StepRecord,
    status: 'succeeded' | 'failed' | 'skipped' | 'cancelled',
    text = '',
  ) => {
    const message = redact(text)
    if (status === 'failed') records.log(ref, job.job.id, record.step.index, 'error', message)
    appear(record)
    record.step = move('step', record.step, status, { at: scheduler.timestamp(), message })
  }

  const callOf = (execution: Execution, job: JobRecord, record: StepRecord): StepCall => {
    const { ref, definition, redact } = execution
    const { run } = execution.record
    return {
      orgId: ref.orgId,
      appId: ref.appId,
      run,
      jobId: job.job.id,
      index: record.step.index,
      now: scheduler.now(),
      caller: () => identityOf(run, definition, neighbours.user),
      log: (message, level = 'info') => records.log(ref, job.job.id, record.step.index, level, redact(message)),
      redact,
      relate: (entities) => {
        Object.assign(record.step.related_entities, entities)
        const envId = entities['env_id']
        if (envId !== undefined && !run.env_ids.includes(envId)) run.env_ids.push(envId)
      },
      deltaOf: (setId, envId) =>
        [...execution.jobs.values()]
          .flatMap(({ steps }) => steps.map(({ step }) => step.related_entities))
          .find((made) => made['set_id'] === setId && made['env_id'] === envId && made['delta_id'])?.['delta_id'],
    }
  }

  const stopWaiting = ({ ref }: Execution, job: JobRecord, record: StepRecord) => {
    const { wait } = record
    if (wait?.on !== undefined) {
      waits.delete(signalScope(ref, wait.on), placeId({ ref, jobId: job.job.id, index: record.step.index }))
    }
    delete record.wait
    delete job.job.waiting_for
  }

  /** Draws the conclusion of what an action said. Every wait has a moment at which it is looked at again. */
  const settle = (execution: Execution, job: JobRecord, record: StepRecord, result: StepResult) => {
    if (result.kind !== 'waiting') {
      record.outputs = result.outputs ?? {}
      return end(execution, job, record, result.kind, result.kind === 'failed' ? result.message : '')
    }
    const { ref } = execution
    const { state, on, resumeAt, waitingFor } = result
    const place: StepPlace = { ref, jobId: job.job.id, index: record.step.index }
    const wakeAt = Math.min(resumeAt ?? Infinity, deadlineOf(execution, job, record.step.index).at)
    record.wait = { state, wakeAt, ...(on === undefined ? {} : { on }) }
    job.job.waiting_for = execution.redact(waitingFor)
    if (on !== undefined) waits.insert(signalScope(ref, on), placeId(place), place)
    scheduler.schedule('step.wakes', wakeAt, { ...place, at: wakeAt } satisfies Wake)
  }

  /** An answer with an error is an expected end: the step fails with it. */
  const attempt = (work: () => StepResult): StepResult => {
    try {
      return work()
    } catch (error) {
      if (error instanceof HttpError) return { kind: 'failed', message: error.message }
      throw error
    }
  }

  /** Whether the step's condition holds; undefined when it cannot be told, and the step has failed. */
  const isWanted = (execution: Execution, definitions: [JobDefinition, StepDefinition], job: JobRecord) => {
    const [ofJob, ofStep] = definitions
    try {
      return holds(ofStep.if, stepScope(execution, ofJob, 'open'))
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      end(execution, job, job.steps[ofStep.index]!, 'failed', `if: ${error.message}`)
      return undefined
    }
  }

  return {
    end,
    /** Begins the step if its condition holds: afterwards it has ended, or waits. */
    begin: (execution: Execution, ofJob: JobDefinition, ofStep: StepDefinition, job: JobRecord) => {
      const record = job.steps[ofStep.index]!
      const isCancelled = execution.record.cancelReason !== undefined
      const wanted = isWanted(execution, [ofJob, ofStep], job)
      if (wanted === undefined) return
      const action = actionOf(ofStep)
      if (!wanted || (isCancelled && action.waits))
        return end(execution, job, record, isCancelled ? 'cancelled' : 'skipped')
      record.startedAt = scheduler.now()
      appear(record)
      record.step = move('step', record.step, 'executing', { at: scheduler.timestamp() })
      const read = readStepInputs(ofStep, stepScope(execution, ofJob, action.sends ? 'open' : 'hidden'))
      if ('problem' in read) return end(execution, job, record, 'failed', read.problem)
      settle(
        execution,
        job,
        record,
        attempt(() => action.start(callOf(execution, job, record), read.inputs)),
      )
    },
    resume: (execution: Execution, definition: StepDefinition, job: JobRecord, signal: Signal) => {
      const record = job.steps[definition.index]!
      const state = record.wait?.state
      const action = actionOf(definition)
      stopWaiting(execution, job, record)
      const work = () => action.resume?.(callOf(execution, job, record), state, signal)
      settle(
        execution,
        job,
        record,
        attempt(() => work() ?? { kind: 'failed', message: 'The step cannot go on.' }),
      )
    },
    /** Ends a step that waits. */
    interrupt: (
      execution: Execution,
      definition: StepDefinition,
      job: JobRecord,
      { as, message }: { as: 'cancelled' | 'failed'; message: string },
    ) => {
      const record = job.steps[definition.index]!
      const state = record.wait?.state
      stopWaiting(execution, job, record)
      actionOf(definition).interrupted?.(callOf(execution, job, record), state)
      if (as === 'cancelled') records.log(execution.ref, job.job.id, definition.index, 'warning', message)
      end(execution, job, record, as, message)
    },
    /** The steps that wait for an event, none of which waits for it any more. */
    takeWaiting: (place: { orgId: string; appId: string }, on: string): StepPlace[] => {
      const scope = signalScope(place, on)
      const found = waits.list(scope)
      waits.deleteAll(scope)
      return found
    },
    isAwaited: (place: { orgId: string; appId: string }, on: string): boolean =>
      waits.first(signalScope(place, on)) !== undefined,
    /** The step of a job that waits. */
    waiting: (job: JobRecord): StepRecord | undefined =>
      hasEnded(job.job) ? undefined : job.steps.find(({ wait }) => wait !== undefined),
    /** Forgets what a run that is thrown away waits for. */
    forget: (ref: RunRef, jobs: readonly JobRecord[]) => {
      for (const { job, steps } of jobs) {
        for (const { step, wait } of steps) {
          if (wait?.on === undefined) continue
          waits.delete(signalScope(ref, wait.on), placeId({ ref, jobId: job.id, index: step.index }))
        }
      }
    },
  }
}

export type StepRunner = ReturnType<typeof createStepRunner>
