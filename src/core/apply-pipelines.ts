import { isUnknownEffect } from '../client/index.ts'
import { InputError } from '../errors.ts'
import type { ApplicationApi } from './application.ts'
import { type Checked, type CheckedFile, checkPipelines, takesCriteria } from './check-pipelines.ts'
import { addCriterion, type Criterion, removeCriterion, type WantedCriteria } from './pipeline-criteria.ts'
import type { FileProblem, PipelineFile } from './pipeline-file.ts'
import { writePipeline } from './stored-pipeline.ts'
import { isFailedCall } from './trouble.ts'

export type ApplyStatus = 'applied' | 'planned' | 'refused' | 'conflict' | 'failed' | 'cancelled' | 'unknown'

export interface AppliedPipeline {
  readonly path: string
  /** Empty where the file does not say it. */
  readonly id: string
  readonly change: 'create' | 'update' | 'none'
  /** `skipped`: it was not its turn any more. */
  readonly outcome: ApplyStatus | 'skipped'
  /** The text before; empty where there was none. */
  readonly before: string
  readonly after: string
  /** The pipeline's version now; empty where that is not known, or there is none. */
  readonly version: string
  /** What went wrong, without its full stop. */
  readonly message: string
  readonly problems: readonly FileProblem[]
  readonly added: readonly Criterion[]
  readonly removed: readonly Criterion[]
  /** Whether anything of it was changed; in a dry run, whether it would be. */
  readonly changed: boolean
}

export interface Applied {
  readonly status: ApplyStatus
  readonly pipelines: readonly AppliedPipeline[]
}

export interface ApplyOptions {
  readonly files: readonly PipelineFile[]
  readonly criteria: WantedCriteria
  /** Compare and check only. */
  readonly dryRun: boolean
}

type Draft = { -readonly [K in keyof AppliedPipeline]: AppliedPipeline[K] }

const toDraft = ({ file, pipeline, stored, change, problems }: CheckedFile, { criteria }: Checked): Draft => {
  const isOwn = ({ pipelineId }: { pipelineId: string }) => pipelineId === pipeline?.id
  const given = criteria.add.flatMap(({ from }) => (from ? [from] : []))
  const added = criteria.add.filter(isOwn).map(({ criterion }) => criterion)
  const removed = [...criteria.remove, ...given].filter(isOwn).map(({ criterion }) => criterion)
  return {
    path: file.path,
    id: pipeline?.id ?? '',
    change,
    outcome: problems.length > 0 ? 'refused' : 'planned',
    before: stored?.text ?? '',
    after: file.text,
    version: stored?.version ?? '',
    message: '',
    problems,
    added,
    removed,
    changed: change !== 'none' || added.length + removed.length > 0,
  }
}

/** Something to do for one of the pipelines; answers what stands in its way, if anything does. */
interface Task {
  readonly draft: Draft
  /** Of the pipeline that gives something up for it. */
  readonly from?: Draft | undefined
  readonly what: string
  run(): Promise<string | undefined>
}

const isChanged = ({ change }: CheckedFile) => change !== 'none'

const tasksOf = (api: ApplicationApi, { files, criteria }: Checked, drafts: readonly Draft[]): Task[] => {
  const draftOf = (pipelineId: string) => drafts.find(({ id }) => id === pipelineId)
  const write = ({ pipeline, stored }: CheckedFile): Task[] => {
    const draft = pipeline && draftOf(pipeline.id)
    if (!draft) return []
    const run = async () => {
      const written = await writePipeline(api, pipeline, stored)
      if (written.kind === 'conflict') return written.message
      draft.version = written.version
      return undefined
    }
    return [{ draft, what: `Pipeline '${pipeline.id}'`, run }]
  }
  const change = (pipelineId: string, act: () => Promise<void>, fromId?: string): Task[] => {
    const draft = draftOf(pipelineId)
    if (!draft) return []
    const run = () => act().then(() => undefined)
    return [
      {
        draft,
        from: fromId === undefined ? undefined : draftOf(fromId),
        what: `The criteria of pipeline '${pipelineId}'`,
        run,
      },
    ]
  }
  // What loses the trigger that criteria need comes after the criteria, and all else before them. New criteria come
  // before old ones go, so that no request falls to a pipeline that was never meant for it.
  const changed = files.filter(isChanged)
  return [
    ...changed.filter(({ pipeline }) => pipeline && takesCriteria(pipeline)).flatMap(write),
    ...criteria.add.flatMap((each) => change(each.pipelineId, () => addCriterion(api, each), each.from?.pipelineId)),
    ...criteria.remove.flatMap((each) => change(each.pipelineId, () => removeCriterion(api, each))),
    ...changed.filter(({ pipeline }) => pipeline && !takesCriteria(pipeline)).flatMap(write),
  ]
}

/** Undefined after a success. Throws bugs only. */
const attempt = async (
  api: ApplicationApi,
  { what, run }: Task,
): Promise<{ status: ApplyStatus; message: string } | undefined> => {
  try {
    const conflict = await run()
    return conflict === undefined ? undefined : { status: 'conflict', message: conflict }
  } catch (error) {
    if (api.signal?.aborted) {
      return { status: 'cancelled', message: `${what} may have been changed or not: the job was cancelled` }
    }
    if (!isFailedCall(error)) throw error
    const isUnknown = isUnknownEffect(error)
    const doubt = isUnknown ? ' may have been changed or not' : ' could not be changed'
    return { status: isUnknown ? 'unknown' : 'failed', message: `${what}${doubt}: ${error.message}` }
  }
}

const apply = async (api: ApplicationApi, checked: Checked, drafts: readonly Draft[]): Promise<Applied> => {
  const tasks = tasksOf(api, checked, drafts)
  for (const draft of drafts) draft.changed = false
  const isOpen = (draft: Draft) => tasks.some((task) => task.draft === draft || task.from === draft)
  for (let task = tasks.shift(); task; task = tasks.shift()) {
    const { draft } = task
    const trouble = await attempt(api, task)
    if (trouble) {
      for (const each of drafts) each.outcome = isOpen(each) ? 'skipped' : 'applied'
      for (const each of [draft, task.from]) if (each) each.outcome = trouble.status
      draft.message = trouble.message
      return { status: trouble.status, pipelines: drafts }
    }
    draft.changed = true
  }
  for (const draft of drafts) draft.outcome = 'applied'
  return { status: 'applied', pipelines: drafts }
}

/** A name that is mistyped must not pass for a pipeline whose criteria are in order. */
const checkNames = ({ files }: Checked, criteria: WantedCriteria): void => {
  if (files.some(({ pipeline }) => pipeline === undefined)) return
  const ids = files.map(({ pipeline }) => pipeline?.id ?? '')
  const unknown = [...criteria.keys()].find((id) => !ids.includes(id))
  if (unknown === undefined) return
  throw new InputError(
    `Input 'criteria' names pipeline '${unknown}', which none of the files is about. They are about ${ids.join(', ')}.`,
  )
}

/**
 * Brings pipelines and their criteria to what the files and the workflow say. Everything is checked before anything is
 * changed, and as soon as something goes wrong the rest is left as it is.
 */
export const applyPipelines = async (
  api: ApplicationApi,
  { files, criteria, dryRun }: ApplyOptions,
): Promise<Applied> => {
  const checked = await checkPipelines(api, files, criteria)
  checkNames(checked, criteria)
  const drafts = checked.files.map((each) => toDraft(each, checked))
  if (drafts.some(({ outcome }) => outcome === 'refused')) {
    if (!dryRun) for (const draft of drafts) draft.changed = false
    if (!dryRun) for (const draft of drafts) if (draft.outcome === 'planned') draft.outcome = 'skipped'
    return { status: 'refused', pipelines: drafts }
  }
  return dryRun ? { status: 'planned', pipelines: drafts } : apply(api, checked, drafts)
}
