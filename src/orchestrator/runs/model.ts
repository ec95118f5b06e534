import type { Caller } from '../auth.ts'
import type { Request } from '../criteria/model.ts'
import type { PipelineDefinition } from '../engine/definition/definition.ts'
import { toText } from '../engine/expressions/values.ts'
import { badRequest, conflict, notFound } from '../errors.ts'
import { etagOf, requireMatch } from '../etag.ts'
import { mapRows, type PageQuery, placeOf, toPage } from '../pages.ts'
import type { Dependant, Parts } from '../parts.ts'
import { type Attempt, createIdempotency } from './idempotency.ts'
import { type DeploymentInputNeighbours, type DeploymentRequest, type Inputs } from './inputs.ts'
import { readCallInputs, readDeploymentInputs } from './inputs.ts'
import { cancellation, hasEnded, statusOf } from './lifecycle.ts'
import { refOf } from './records.ts'
import type { Job, PipelineRef, Run, RunRecord, RunRecords, RunRef, Step, StepLog } from './records.ts'

type Page<T> = ReturnType<typeof toPage<T>>

interface RunQuery extends PageQuery {
  app?: string[]
  pipeline?: string[]
  env?: string
  status?: string[]
  completed?: boolean
  created_after?: string
  created_before?: string
}

interface IfMatch {
  ifMatch: string | undefined
}

export interface Runs extends Dependant {
  listOfOrganization(orgId: string, query: RunQuery, url: string, caller: Caller): Page<Run>
  list(pipeline: PipelineRef, query: RunQuery, url: string): Page<Run>
  get(ref: RunRef): Run
  /** Starts the run of whichever pipeline answers the request; undefined for a dry run. */
  requestDeployment(app: App, request: DeploymentRequest, attempt: Attempt, dryRun?: boolean): Run | undefined
  /**
   * Begins that run at once and takes it as far as it goes without waiting; throws 409 while another one has its
   * concurrency group.
   */
  deployNow(app: App, request: DeploymentRequest, caller: Caller): Run
  call(pipeline: PipelineRef, given: Inputs, attempt: Attempt, dryRun?: boolean): Run | undefined
  /** A new run like one that has ended, of the pipeline as it is now (assumption). */
  restart(ref: RunRef, attempt: Attempt): Run
  cancel(ref: RunRef, caller: Caller, options: IfMatch): void
  delete(ref: RunRef, options: IfMatch): void
  jobs(ref: RunRef, query: PageQuery & { status?: string[] }, url: string): Page<Job>
  job(ref: RunRef, jobId: string): Job & { steps: Step[] }
  logs(ref: RunRef, at: { jobId: string; stepIndex: number }, query: PageQuery, url: string): LogPage
  hasActive(pipeline: PipelineRef): boolean
  forgetPipeline(pipeline: PipelineRef): void
}

interface LogPage extends Page<StepLog> {
  /** Names the lines of the page. */
  etag: string
}

interface App {
  orgId: string
  appId: string
}

export interface NewRun {
  pipeline: PipelineRef
  trigger: 'deployment_request' | 'pipeline_call' | 'artefact'
  inputs: Inputs
  /** Id of a user. */
  createdBy: string
  /** Id of the user whose rights the run has if its pipeline inherits them; whoever created it when absent. */
  inheritsFrom?: string
}

export interface RunNeighbours {
  records: RunRecords
  sees(caller: Caller, orgId: string, appId: string): boolean
  /** Throws 404 for a pipeline that the application does not have. */
  definition(pipeline: PipelineRef): PipelineDefinition
  match(orgId: string, appId: string, request: Request): string | undefined
  environmentType(orgId: string, appId: string, envId: string): string | undefined
  /** Throws 403 unless the caller may deploy to the environment. */
  mayDeploy(caller: Caller, place: App & { envId: string }): void
  deploymentInputs(app: App): Omit<DeploymentInputNeighbours, 'environmentExists'>
  /** Throws what `submit` would throw. */
  check(run: NewRun): void
  /** Queues a run. */
  submit(run: NewRun): RunRecord
  /** Queues a run that must begin at once. */
  begin(run: NewRun): RunRecord
  /** Ends a queued run at once, and one that executes as soon as it can be interrupted. */
  cancel(ref: RunRef, reason: string): void
  /** Lets go of what stands behind a run that is forgotten before its end. */
  abandon(record: RunRecord): void
  forgetApprovals(ref: RunRef): void
}

/** Lines of a step log on one page. */
const logPageSize = 100

const keepRun = (query: RunQuery) => {
  const { app, pipeline, env, status, completed } = query
  const after = query.created_after === undefined ? -Infinity : Date.parse(query.created_after)
  const before = query.created_before === undefined ? Infinity : Date.parse(query.created_before)
  return (run: Run): boolean => {
    const created = Date.parse(run.created_at)
    return (
      (app === undefined || app.includes(run.app_id)) &&
      (pipeline === undefined || pipeline.includes(run.pipeline_id)) &&
      (env === undefined || run.env_ids.includes(env)) &&
      (status === undefined || status.includes(run.status)) &&
      (completed === undefined || completed === hasEnded(run)) &&
      created > after &&
      created < before
    )
  }
}

export const createRuns = (parts: Parts, neighbours: RunNeighbours): Runs => {
  const { records } = neighbours
  const idempotency = createIdempotency(parts)

  const require = (ref: RunRef): RunRecord => {
    const found = records.run(ref)
    if (!found) throw notFound('Run', ref.runId, `pipeline '${ref.pipelineId}'`)
    return found
  }
  const requireEnded = (ref: RunRef, what: string): RunRecord => {
    const found = require(ref)
    if (hasEnded(found.run)) return found
    throw conflict(`Run '${ref.runId}' is ${found.run.status}; only a run that has ended can be ${what}.`)
  }
  /** Everything that creates runs comes through here; the answer is the run as it is now. */
  const start = (app: App, attempt: Attempt, toRun: () => NewRun, dryRun = false): Run | undefined => {
    if (dryRun) {
      neighbours.check(toRun())
      return undefined
    }
    const create = () => neighbours.submit(toRun())
    return idempotency.once(app, attempt, { find: records.run, create }).run
  }

  const toDeploymentRun = (app: App, request: DeploymentRequest, caller: Caller): NewRun => {
    const { orgId, appId } = app
    const { envId, deploymentType, inputs } = readDeploymentInputs(request, {
      ...neighbours.deploymentInputs(app),
      environmentExists: (id) => neighbours.environmentType(orgId, appId, id) !== undefined,
    })
    neighbours.mayDeploy(caller, { orgId, appId, envId })
    const envType = neighbours.environmentType(orgId, appId, envId) ?? ''
    const pipelineId = neighbours.match(orgId, appId, { envId, envType, deploymentType })
    // The criteria of the built-in pipeline fit everything, but they can be deleted (the code 400 is an assumption).
    if (pipelineId === undefined)
      throw badRequest(`No pipeline has criteria that fit a ${deploymentType} to '${envId}'.`)
    return { pipeline: { orgId, appId, pipelineId }, trigger: 'deployment_request', inputs, createdBy: caller.id }
  }

  const toCallRun = (pipeline: PipelineRef, given: Inputs, caller: Caller): NewRun => {
    const { on } = neighbours.definition(pipeline)
    if (!on.pipelineCall) throw badRequest(`Pipeline '${pipeline.pipelineId}' has no trigger 'pipeline_call'.`)
    const inputs = readCallInputs(given, on.pipelineCall.inputs)
    return { pipeline, trigger: 'pipeline_call', inputs, createdBy: caller.id }
  }

  const toRestartedRun = (ref: RunRef, caller: Caller): NewRun => {
    const { run } = requireEnded(ref, 'restarted')
    const { orgId, appId, pipelineId } = ref
    const inputs = run.inputs as Inputs
    const pipeline = { orgId, appId, pipelineId }
    const createdBy = caller.id
    if (run.trigger === 'pipeline_call') return toCallRun(pipeline, inputs, caller)
    const { on } = neighbours.definition(ref)
    if (!(run.trigger === 'artefact' ? on.artefact : on.deploymentRequest)) {
      throw badRequest(`Pipeline '${pipelineId}' has no trigger '${run.trigger}' any more.`)
    }
    if (run.trigger === 'artefact') return { pipeline, trigger: 'artefact', inputs, createdBy }
    const envId = toText(inputs['env_id'] ?? null)
    if (neighbours.environmentType(orgId, appId, envId) === undefined) {
      throw badRequest(`Environment '${envId}' does not exist any more.`)
    }
    neighbours.mayDeploy(caller, { orgId, appId, envId })
    return { pipeline, trigger: 'deployment_request', inputs, createdBy }
  }

  const forget = (record: RunRecord) => {
    const ref = refOf(record)
    if (!hasEnded(record.run)) neighbours.abandon(record)
    neighbours.forgetApprovals(ref)
    records.remove(ref)
  }

  return {
    listOfOrganization: (orgId, query, url, caller) => {
      const keep = keepRun(query)
      const rows = mapRows(records.scanRuns(orgId, undefined, placeOf(query.page)), ({ run }) => run)
      return toPage(rows, {
        query,
        url,
        keep: (run) => keep(run) && neighbours.sees(caller, orgId, run.app_id),
      })
    },
    list: (pipeline, query, url) => {
      neighbours.definition(pipeline)
      const rows = mapRows(records.scanRuns(pipeline.orgId, pipeline, placeOf(query.page)), ({ run }) => run)
      return toPage(rows, { query, url, keep: keepRun(query) })
    },
    get: (ref) => require(ref).run,
    requestDeployment: (app, request, attempt, dryRun) =>
      start(app, attempt, () => toDeploymentRun(app, request, attempt.caller), dryRun),
    deployNow: (app, request, caller) => neighbours.begin(toDeploymentRun(app, request, caller)).run,
    call: (pipeline, given, attempt, dryRun) =>
      start(pipeline, attempt, () => toCallRun(pipeline, given, attempt.caller), dryRun),
    restart: (ref, attempt) => {
      require(ref)
      return idempotency.once(ref, attempt, {
        find: records.run,
        create: () => neighbours.submit(toRestartedRun(ref, attempt.caller)),
      }).run
    },
    cancel: (ref, caller, { ifMatch }) => {
      const { run } = require(ref)
      requireMatch('run', run.etag, ifMatch)
      const answer = cancellation[statusOf(run)]
      if (answer === 'refused') throw conflict(`Run '${run.id}' has ${run.status} already and cannot be cancelled.`)
      if (answer !== 'done') neighbours.cancel(ref, `Cancelled by ${caller.name}.`)
    },
    delete: (ref, { ifMatch }) => {
      requireMatch('run', require(ref).run.etag, ifMatch)
      forget(requireEnded(ref, 'deleted'))
    },
    jobs: (ref, query, url) => {
      require(ref)
      const rows = mapRows(records.scanJobs(ref, placeOf(query.page)), ({ job }) => job)
      const keep = ({ status }: Job) => query.status === undefined || query.status.includes(status)
      return toPage(rows, { query, url, keep })
    },
    job: (ref, jobId) => {
      require(ref)
      const found = records.job(ref, jobId)
      if (!found) throw notFound('Job', jobId, `run '${ref.runId}'`)
      // As documented: the steps that have ended, and the one that is being executed.
      const steps = found.steps.map(({ step }) => step).filter(({ status }) => status !== 'queued')
      return { ...found.job, steps }
    },
    logs: (ref, { jobId, stepIndex }, query, url) => {
      require(ref)
      if (!records.job(ref, jobId)?.steps[stepIndex]) {
        throw notFound('Step', String(stepIndex), `job '${jobId}' of run '${ref.runId}'`)
      }
      const rows = records.scanLogs(ref, jobId, stepIndex, placeOf(query.page))
      const page = toPage(rows, { query: { ...query, per_page: logPageSize }, url })
      return { ...page, etag: etagOf(page.body) }
    },
    hasActive: records.hasActive,
    forgetPipeline: (pipeline) => {
      for (const record of records.ofPipeline(pipeline)) forget(record)
    },
    forgetApplication: (orgId, appId) => {
      for (const record of records.ofApplication(orgId, appId)) forget(record)
      idempotency.forgetApplication(orgId, appId)
    },
  }
}
