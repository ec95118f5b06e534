import type { Parts } from '../parts.ts'
import type { Pipeline } from '../pipelines/model.ts'
import type { NewRun } from '../runs/model.ts'
import type { JobRecord, Run, RunRecord } from '../runs/records.ts'
import type { PipelineDefinition } from './definition/definition.ts'
import { ExpressionError } from './expressions/expression-error.ts'
import { fillTemplate } from './expressions/template.ts'
import { toText } from './expressions/values.ts'
import type { Execution } from './execution.ts'
import { runScope } from './scopes.ts'

interface RunSource {
  request: NewRun
  pipeline: Pipeline
  definition: PipelineDefinition
  runAs: string
  appValues: Execution['appValues']
}

/** A run as it begins its life, and why it cannot if its concurrency group cannot be told. */
export const newRun = (
  { scheduler, random }: Parts,
  { request, pipeline, definition, runAs, appValues }: RunSource,
): { record: RunRecord; problem?: string } => {
  const { inputs, createdBy, inheritsFrom = createdBy, trigger } = request
  const envId = trigger === 'deployment_request' ? inputs['env_id'] : undefined
  const run: Run = {
    id: random.uuid(),
    etag: random.hex(8),
    org_id: pipeline.org_id,
    app_id: pipeline.app_id,
    env_ids: typeof envId === 'string' ? [envId] : [],
    pipeline_id: pipeline.id,
    pipeline_version: pipeline.version,
    status: 'queued',
    status_message: '',
    created_at: scheduler.timestamp(),
    created_by: createdBy,
    timeout_seconds: definition.timeoutMinutes * 60,
    trigger,
    inputs,
    run_as: definition.permissions === 'inherit' ? inheritsFrom : runAs,
    waiting_for: {},
  }
  const { concurrency } = definition
  try {
    const group = concurrency ? toText(fillTemplate(concurrency.group, runScope({ record: { run }, appValues }))) : ''
    return { record: { run: group === '' ? run : { ...run, concurrency_group: group } } }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return { record: { run }, problem: `concurrency.group: ${error.message}` }
  }
}

/** ASSUMPTION: a job may take as long as its run, and a step as long as its job, where the definition is silent. */
export const newJobs = ({ random }: Parts, run: Run, { jobs, timeoutMinutes }: PipelineDefinition): JobRecord[] =>
  jobs.map((job) => {
    const jobMinutes = job.timeoutMinutes ?? timeoutMinutes
    const steps = job.steps.map(({ index, name, uses, timeoutMinutes: stepMinutes = jobMinutes }) => ({
      step: {
        index,
        name,
        uses: `actions/humanitec/${uses.action}@${uses.version}`,
        status: 'queued',
        status_message: '',
        created_at: run.created_at,
        timeout_seconds: stepMinutes * 60,
        related_entities: {},
      },
      outputs: {},
    }))
    return {
      job: {
        id: job.id,
        name: job.name,
        etag: random.hex(8),
        org_id: run.org_id,
        app_id: run.app_id,
        pipeline_id: run.pipeline_id,
        pipeline_version: run.pipeline_version,
        run_id: run.id,
        status: 'queued',
        status_message: '',
        created_at: run.created_at,
        updated_at: run.created_at,
        timeout_seconds: jobMinutes * 60,
      },
      steps,
      outputs: {},
    }
  })
