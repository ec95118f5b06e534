import { isMap } from 'yaml'

import { successCondition } from '../expressions/template.ts'
import type { ActionName } from './actions.ts'
import { checkPipeline } from './checks.ts'
import type { PipelineFile } from './checks.ts'
import type { JobDefinition, PipelineDefinition, Permissions, StepDefinition, Triggers } from './definition.ts'
import { pipelineShape } from './language.ts'
import type { Problem } from './problem.ts'
import { Reader } from './reader.ts'
import type { Entries } from './shape.ts'
import { readSource } from './source.ts'
import { readUses } from './step-checks.ts'
import type { ReportAt } from './step-checks.ts'

const DEFAULT_TIMEOUT_MINUTES = 60

export type ParsedPipeline =
  | { readonly ok: true; readonly definition: PipelineDefinition }
  /** Everything that is wrong, in the order of the file. */
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads a pipeline file. `implemented` are the step actions that a run can carry out. */
export const parsePipeline = (yamlText: string, implemented: ReadonlySet<ActionName>): ParsedPipeline => {
  const source = readSource(yamlText)
  if (source.problems.length > 0) return { ok: false, problems: source.problems }
  const reader = new Reader(source)
  const file = reader.read(source.contents, pipelineShape)
  if (isMap(source.contents)) checkPipeline(file ?? {}, implemented, reportAt(reader))
  if (source.problems.length > 0) return { ok: false, problems: source.problems.toSorted(byPlace) }
  // Nothing was reported, so nothing is missing.
  return { ok: true, definition: toDefinition(file as PipelineFile) }
}

const byPlace = (one: Problem, other: Problem) => one.line - other.line || one.column - other.column

const reportAt =
  (reader: Reader): ReportAt =>
  (path, found, expected, where = 'value') => {
    let nearest = path
    while (nearest !== '' && !reader.places.has(nearest))
      nearest = nearest.slice(0, Math.max(0, nearest.search(/[.[][^.[]*$/)))
    const place = reader.places.get(nearest) ?? { key: 0, value: 0 }
    reader.report({ path, offset: nearest === path ? place[where] : place.key }, found, expected)
  }

const toObject = <T>(entries: Entries<T> | undefined): Readonly<Record<string, T>> =>
  Object.fromEntries((entries ?? []).map(({ key, value }) => [key, value]))

const toDefinition = (file: PipelineFile): PipelineDefinition => ({
  id: file.id,
  name: file.name,
  metadata: toObject(file.metadata),
  on: toTriggers(file.on),
  timeoutMinutes: file['timeout-minutes'] ?? DEFAULT_TIMEOUT_MINUTES,
  concurrency: file.concurrency,
  permissions: toPermissions(file),
  jobs: file.jobs.map(({ key, value }) => toJob(key, value)),
})

const toPermissions = ({ permissions, ...file }: PipelineFile): 'inherit' | Permissions | undefined => {
  const inherited = file['run-as'] ?? permissions?.['run-as']
  if (inherited !== undefined || permissions === undefined) return inherited
  return { application: permissions.application, environmentTypes: toObject(permissions['env-types']) }
}

const toTriggers = (on: PipelineFile['on']): Triggers => {
  const inputs = (on.pipeline_call?.inputs ?? []).map(({ key, value }) => {
    const { type, required = false, description, default: fallback } = value
    return { key, value: { type, required, description, default: fallback } }
  })
  return {
    deploymentRequest: on.deployment_request !== undefined,
    pipelineCall: on.pipeline_call && { inputs: toObject(inputs) },
    artefact: on.artefact && {
      type: on.artefact.type,
      include: on.artefact.include,
      exclude: on.artefact.exclude ?? [],
      matchRef: on.artefact['match-ref'],
      batchMinutes: on.artefact.batch?.['wait-minutes'],
    },
  }
}

const toJob = (id: string, job: PipelineFile['jobs'][number]['value']): JobDefinition => ({
  id,
  name: job.name ?? id,
  needs: job.needs ?? [],
  if: job.if ?? successCondition,
  outputs: toObject(job.outputs),
  timeoutMinutes: job['timeout-minutes'],
  continueOnError: job['continue-on-error'] ?? false,
  steps: job.steps.map(toStep),
})

const toStep = (step: PipelineFile['jobs'][number]['value']['steps'][number], index: number): StepDefinition => {
  const uses = readUses(step.uses)!
  return {
    index,
    id: step.id,
    name: step.name ?? uses.action,
    uses,
    with: toObject(step.with),
    if: step.if ?? successCondition,
    continueOnError: step['continue-on-error'] ?? false,
    timeoutMinutes: step['timeout-minutes'],
  }
}
