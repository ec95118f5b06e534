import type { Approval } from '../approvals/model.ts'
import type { Caller } from '../auth.ts'
import type { Deployment, Place } from '../deployments/model.ts'
import { badRequest, conflict } from '../errors.ts'
import type { Answer, Asker } from '../outbox/outbox.ts'
import type { Parts } from '../parts.ts'
import { hasEnded, move } from '../runs/lifecycle.ts'
import type { NewRun } from '../runs/model.ts'
import type { Queue } from '../runs/queue.ts'
import { type PipelineRef, refOf, type RunRecord, type RunRecords, type RunRef } from '../runs/records.ts'
import type { Pipeline } from '../pipelines/model.ts'
import type { DisclosedValue } from '../values/model.ts'
import type { PipelineDefinition } from './definition/definition.ts'
import { deadlineOf, type Execution, minutesOf } from './execution.ts'
import { createJobRunner } from './job-runner.ts'
import { newJobs, newRun } from './new-run.ts'
import { createRedact, type Redact } from './secrets.ts'
import { createStepRunner, type StepPlace, type Wake } from './step-runner.ts'
import type { Signal } from './steps/action.ts'
import type { StepNeighbours } from './steps/table.ts'

export interface Engine {
  /** Throws what `submit` would throw. */
  check(run: NewRun): void
  /** Queues a run; it begins as soon as its concurrency group is free, by itself. */
  submit(run: NewRun): RunRecord
  /** Begins a run and takes it as far as it goes without waiting; throws 409 while its concurrency group is taken. */
  begin(run: NewRun): RunRecord
  /** Ends a queued run at once, and what an executing one waits for; the rest of it is not begun. */
  cancel(ref: RunRef, reason: string): void
  /** Lets go of what a run that is forgotten before its end holds. */
  abandon(record: RunRecord): void
  deploymentEnded(place: Place, deployment: Deployment): void
  approvalDecided(approval: Approval, decidedBy: Pick<Caller, 'name'>): void
  /** Whether a step still waits for the answer to its request. */
  isAwaited(asker: Asker, requestId: string): boolean
  requestAnswered(asker: Asker, requestId: string, answer: Answer): void
}

export interface EngineNeighbours {
  records: RunRecords
  queue: Queue
  pipeline(ref: PipelineRef): Pipeline
  definition(ref: PipelineRef, version: string): PipelineDefinition
  /** The service identity of a pipeline's runs. */
  runAs(ref: PipelineRef): string
  user(id: string): Caller | undefined
  appValues(place: { orgId: string; appId: string }): readonly DisclosedValue[]
  /** What nobody may see, in what runs write. */
  secretTexts(place: { orgId: string; appId: string }): readonly string[]
  steps: StepNeighbours
}

/**
 * Carries out runs. Whatever happens to one is a transaction: it is loaded, moved on until every job has ended or
 * waits, and saved. What it waits for is in the store, as an event or as a scheduled moment, so that nothing is lost
 * or done twice when the orchestrator ends in between.
 */
export const createEngine = (parts: Parts, neighbours: EngineNeighbours): Engine => {
  const { scheduler } = parts
  const { records, queue } = neighbours
  const steps = createStepRunner(parts, neighbours)
  const jobs = createJobRunner(parts, steps)

  const load = (ref: RunRef): Execution | undefined => {
    const record = records.run(ref)
    if (!record || hasEnded(record.run)) return undefined
    const all = records.jobs(ref).map((job) => [job.job.id, job] as const)
    const definition = neighbours.definition(ref, record.run.pipeline_version)
    const appValues = () => neighbours.appValues(ref)
    let known: Redact | undefined
    const redact: Redact = (text) => (known ??= createRedact(neighbours.secretTexts(ref)))(text)
    return { ref, record, jobs: new Map(all), definition, appValues, redact, changed: new Set() }
  }
  /** Assumption: what a run waits for is told by job. */
  const save = ({ ref, record, jobs: all, changed }: Execution) => {
    const waiting = [...all].flatMap(([id, { job }]) =>
      job.waiting_for === undefined ? [] : [[id, job.waiting_for] as const],
    )
    record.run.waiting_for = Object.fromEntries<string>(waiting)
    records.saveRun(record)
    for (const id of changed) {
      const job = all.get(id)
      if (job) records.saveJob(ref, job)
    }
  }
  const beginSoon = (ref: RunRef) => scheduler.schedule('run.begins', scheduler.now(), ref)

  const finish = (execution: Execution) => {
    const { record } = execution
    const { status, message } = jobs.outcome(execution)
    record.run = move('run', record.run, status, { at: scheduler.timestamp(), message })
    const next = queue.leave(record)
    if (next) beginSoon(next)
  }
  /** Does something to a run that goes on, and then all that follows from it. */
  const within = (ref: RunRef, work: (execution: Execution) => void) => {
    const execution = load(ref)
    if (!execution) return
    work(execution)
    if (execution.record.run.status === 'executing') jobs.advance(execution)
    if ([...execution.jobs.values()].every(({ job }) => hasEnded(job))) finish(execution)
    save(execution)
  }

  const cancelWithin = (execution: Execution, reason: string) => {
    execution.record.cancelReason = reason
    execution.record.run.cancellation_requested_at = scheduler.timestamp()
    jobs.cancel(execution, reason)
  }

  const wakeWithin = (execution: Execution, { jobId, index, at }: Wake) => {
    const job = execution.jobs.get(jobId)
    if (!job || job.steps[index]?.wait?.wakeAt !== at) return
    const deadline = deadlineOf(execution, job, index)
    if (scheduler.now() < deadline.at) return jobs.resume(execution, jobId, index, { kind: 'time' })
    const reason = `Timed out after ${minutesOf(deadline)}`
    if (deadline.of === 'run') cancelWithin(execution, `${reason}.`)
    else jobs.timeOut(execution, jobId, index, { of: deadline.of, reason })
  }

  const resumeAll = (places: readonly StepPlace[], signal: Signal) => {
    for (const { ref, jobId, index } of places) {
      within(ref, (execution) => jobs.resume(execution, jobId, index, signal))
    }
  }

  const begin = (ref: RunRef) =>
    within(ref, ({ record }) => {
      if (record.run.status !== 'queued') return
      const at = scheduler.timestamp()
      record.run = { ...move('run', record.run, 'executing', { at }), executing_at: at }
    })

  const prepare = (request: NewRun) => {
    const pipeline = neighbours.pipeline(request.pipeline)
    const definition = neighbours.definition(request.pipeline, pipeline.version)
    const runAs = neighbours.runAs(request.pipeline)
    const appValues = () => neighbours.appValues(request.pipeline)
    const made = newRun(parts, { request, pipeline, definition, runAs, appValues })
    if (made.problem !== undefined && request.trigger !== 'artefact') throw badRequest(made.problem)
    return { ...made, definition }
  }

  /** Stores a run; `turn` is the one that may execute now. */
  const create = (request: NewRun): { record: RunRecord; turn: RunRef } => {
    const { record, problem, definition } = prepare(request)
    records.insert(record, newJobs(parts, record.run, definition))
    // Nobody asked who could be told: the run itself says why it does not begin.
    if (problem !== undefined) within(refOf(record), (execution) => cancelWithin(execution, problem))
    return { record, turn: queue.enter(record) }
  }

  scheduler.on('run.begins', begin)
  scheduler.on('step.wakes', (wake: Wake) => within(wake.ref, (execution) => wakeWithin(execution, wake)))

  return {
    check: (request) => void prepare(request),
    submit: (request) => {
      const { record, turn } = create(request)
      if (turn.runId === record.run.id) beginSoon(turn)
      return record
    },
    begin: (request) => {
      const { record, turn } = create(request)
      if (turn.runId !== record.run.id) {
        throw conflict(
          `Run '${turn.runId}' of pipeline '${turn.pipelineId}' has concurrency group '${record.run.concurrency_group}': ask again when it has ended.`,
        )
      }
      begin(turn)
      return records.run(turn) ?? record
    },
    cancel: (ref, reason) => within(ref, (execution) => cancelWithin(execution, reason)),
    abandon: (record) => {
      const ref = refOf(record)
      steps.forget(ref, records.jobs(ref))
      const next = queue.leave(record)
      if (next) beginSoon(next)
    },
    deploymentEnded: (place, deployment) =>
      resumeAll(steps.takeWaiting(place, `deployment/${deployment.id}`), { kind: 'deployment', deployment, place }),
    isAwaited: (asker, requestId) => steps.isAwaited(asker, `request/${requestId}`),
    requestAnswered: (asker, requestId, answer) =>
      resumeAll(steps.takeWaiting(asker, `request/${requestId}`), { kind: 'answer', answer }),
    approvalDecided: (approval, { name }) => {
      const place = { orgId: approval.org_id, appId: approval.app_id }
      resumeAll(steps.takeWaiting(place, `approval/${approval.id}`), { kind: 'approval', approval, decidedBy: name })
    },
  }
}
