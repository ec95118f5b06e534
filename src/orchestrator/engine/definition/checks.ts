import { didYouMean } from '../../../contract/closest.ts'
import type { Value } from '../expressions/values.ts'
import { isList } from '../expressions/values.ts'
import { quote } from '../quote.ts'
import type { ActionName } from './actions.ts'
import type { InputKind } from './definition.ts'
import type { pipelineShape } from './language.ts'
import { memberPath } from './problem.ts'
import type { Draft, Read } from './shape.ts'
import { checkStep } from './step-checks.ts'
import type { ReportAt } from './step-checks.ts'

export type PipelineFile = Read<typeof pipelineShape>
type DraftFile = Draft<PipelineFile>
type DraftJob = Draft<PipelineFile['jobs'][number]['value']>

const isThere = <T>(item: T | undefined): item is T => item !== undefined

/** What no single place of the file shows: how its parts fit together. */
export const checkPipeline = (file: DraftFile, implemented: ReadonlySet<ActionName>, report: ReportAt) => {
  checkCallInputs(file, report)
  checkRights(file, report)
  const jobs = new Map<string, DraftJob>()
  for (const entry of (file.jobs ?? []).filter(isThere))
    if (entry.key !== undefined) jobs.set(entry.key, entry.value ?? {})
  checkNeeds(jobs, report)
  for (const [id, job] of jobs) {
    const path = `${memberPath('jobs', id)}.steps`
    checkStepIds(job, path, report)
    for (const [index, step] of (job.steps ?? []).entries())
      if (step) checkStep(step, `${path}[${index}]`, implemented, report)
  }
}

export const isInputOfType = (value: Value, type: InputKind): boolean => {
  if (type === 'array') return isList(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !isList(value)
  return typeof value === type
}

const checkCallInputs = (file: DraftFile, report: ReportAt) => {
  for (const entry of (file.on?.pipeline_call?.inputs ?? []).filter(isThere)) {
    if (entry.key === undefined || entry.value?.type === undefined) continue
    const { type } = entry.value
    const value = entry.value.default as Value | undefined
    const path = `${memberPath('on.pipeline_call.inputs', entry.key)}.default`
    if (value !== undefined && !isInputOfType(value, type))
      report(path, 'a value of another type', `a value of type ${type}`)
  }
}

const checkRights = ({ permissions, ...file }: DraftFile, report: ReportAt) => {
  const roles = permissions?.application !== undefined || permissions?.['env-types'] !== undefined
  const path = file['run-as'] === undefined ? 'permissions.run-as' : 'run-as'
  const inherits = file['run-as'] !== undefined || permissions?.['run-as'] !== undefined
  if (roles && inherits) report(path, 'run-as beside roles under permissions', 'one of the two', 'key')
}

const checkStepIds = (job: DraftJob, path: string, report: ReportAt) => {
  const seen = new Set<string>()
  for (const [index, step] of (job.steps ?? []).entries()) {
    if (step?.id === undefined) continue
    if (seen.has(step.id))
      report(`${path}[${index}].id`, `the id ${quote(step.id)} again`, 'an id of its own for every step of the job')
    seen.add(step.id)
  }
}

const checkNeeds = (jobs: ReadonlyMap<string, DraftJob>, report: ReportAt) => {
  const needsOf = (id: string) => jobs.get(id)?.needs ?? []
  const placeOf = (id: string, index: number) => `${memberPath('jobs', id)}.needs[${index}]`
  for (const id of jobs.keys())
    for (const [index, needed] of needsOf(id).entries()) {
      if (needed === undefined) continue
      if (!jobs.has(needed))
        report(
          placeOf(id, index),
          `the job ${quote(needed)}`,
          `a job of this pipeline${didYouMean(needed, jobs.keys())}`,
        )
      else if (needsOf(id).indexOf(needed) < index)
        report(placeOf(id, index), `${quote(needed)} again`, 'every job once')
    }
  for (const { id, index, circle } of circles([...jobs.keys()], needsOf))
    report(placeOf(id, index), `the circle ${circle}`, 'jobs that do not wait for each other')
}

/** How many jobs of a circle a message names. */
const MAX_NAMED = 5

/** Every need that closes a circle. Walks with a stack of its own: a chain of jobs may be long. */
function* circles(ids: readonly string[], needsOf: (id: string) => readonly (string | undefined)[]) {
  const finished = new Set<string>()
  for (const start of ids) {
    if (finished.has(start)) continue
    const trail = [{ id: start, next: 0 }]
    const positions = new Map([[start, 0]])
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const index = top.next
      const needs = needsOf(top.id)
      top.next += 1
      if (index >= needs.length) {
        finished.add(top.id)
        positions.delete(top.id)
        trail.pop()
        continue
      }
      const needed = needs[index]
      if (needed === undefined || finished.has(needed)) continue
      const position = positions.get(needed)
      if (position === undefined) {
        positions.set(needed, trail.length)
        trail.push({ id: needed, next: 0 })
        continue
      }
      const named = trail.slice(position, position + MAX_NAMED).map(({ id }) => id)
      const more = trail.length - position > MAX_NAMED ? ['…'] : []
      yield { id: top.id, index, circle: [...named, ...more, needed].join(' → ') }
    }
  }
}
