import { hasStatus } from '../client/index.ts'
import type { ApiError } from '../errors.ts'
import { isObject } from '../sets/json.ts'
import type { ApplicationApi } from './application.ts'
import { type CriteriaPlan, listCriteria, planCriteria, type WantedCriteria } from './pipeline-criteria.ts'
import { type FileProblem, type NamedPipeline, type PipelineFile, readPipelineFile } from './pipeline-file.ts'
import { getPipeline, isSameText, sendPipeline, type StoredPipeline } from './stored-pipeline.ts'

/** A file held against what is stored. */
export interface CheckedFile {
  readonly file: PipelineFile
  /** Undefined where the file does not even say which pipeline it is about. */
  readonly pipeline: NamedPipeline | undefined
  readonly stored: StoredPipeline | undefined
  readonly change: 'create' | 'update' | 'none'
  readonly problems: readonly FileProblem[]
}

export interface Checked {
  readonly files: readonly CheckedFile[]
  readonly criteria: CriteriaPlan
}

const trigger = 'deployment_request'

/** Criteria can only be those of pipelines that deployment requests can start. */
export const takesCriteria = ({ triggers }: NamedPipeline): boolean => triggers.includes(trigger)

const asPlace = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined

/** Where the message of a refusal says where, for servers that say it nowhere else. */
const placeIn = (message: string) => {
  const [, line, column] = /\bline (\d{1,7})(?:,? col(?:umn)? (\d{1,7}))?/i.exec(message) ?? []
  return { line: asPlace(Number(line)) ?? 1, column: asPlace(Number(column)) ?? 1 }
}

/** What a server that refuses a definition has against it: its list of problems, or else what it says as a whole. */
const problemsOf = ({ message, details }: ApiError): FileProblem[] => {
  const listed: unknown = isObject(details) ? details['problems'] : undefined
  const problems = (Array.isArray(listed) ? (listed as unknown[]) : []).flatMap((each): FileProblem[] => {
    if (!isObject(each)) return []
    const { line, column, message: text } = each
    if (typeof text !== 'string') return []
    return [{ line: asPlace(line) ?? 1, column: asPlace(column) ?? 1, message: text }]
  })
  return problems.length > 0 ? problems : [{ ...placeIn(message), message }]
}

/** Asks the server whether it would take the file. */
const tryOut = async (
  api: ApplicationApi,
  pipeline: NamedPipeline,
  { stored, wanted }: { stored: StoredPipeline | undefined; wanted: WantedCriteria },
): Promise<FileProblem[]> => {
  try {
    await sendPipeline(api, pipeline, { seen: stored, dryRun: true })
    return []
  } catch (error) {
    // The criteria that stand in the way are to be removed first, which a trial cannot do.
    const isEmptied = wanted.get(pipeline.id)?.length === 0 && !takesCriteria(pipeline)
    if (hasStatus(error, 409) && stored && isEmptied) return []
    if (hasStatus(error, 400, 403, 409, 412, 422)) return problemsOf(error)
    throw error
  }
}

const checkFile = async (
  api: ApplicationApi,
  file: PipelineFile,
  { ids, wanted }: { ids: Map<string, string>; wanted: WantedCriteria },
): Promise<CheckedFile> => {
  const read = await readPipelineFile(file)
  if (read.kind === 'wrong')
    return { file, pipeline: undefined, stored: undefined, change: 'none', problems: read.problems }
  const { pipeline } = read
  const { id } = pipeline
  const other = ids.get(id)
  if (other !== undefined) {
    const message = `The id '${id}' is that of ${other} already. Each file needs an id of its own`
    return { file, pipeline, stored: undefined, change: 'none', problems: [{ line: 1, column: 1, message }] }
  }
  ids.set(id, file.path)
  const stored = await getPipeline(api, id)
  if (stored && isSameText(stored.text, file.text)) return { file, pipeline, stored, change: 'none', problems: [] }
  const problems = await tryOut(api, pipeline, { stored, wanted })
  return { file, pipeline, stored, change: stored ? 'update' : 'create', problems }
}

const criteriaProblems = (
  { pipeline }: Pick<CheckedFile, 'pipeline'>,
  wanted: WantedCriteria,
  { conflicts }: CriteriaPlan,
): FileProblem[] => {
  if (!pipeline) return []
  const messages = conflicts.filter(({ pipelineId }) => pipelineId === pipeline.id).map(({ message }) => message)
  if (!takesCriteria(pipeline) && (wanted.get(pipeline.id)?.length ?? 0) > 0) {
    messages.push(`Criteria for '${pipeline.id}' need its trigger \`${trigger}\` under \`on\``)
  }
  return messages.map((message) => ({ line: 1, column: 1, message }))
}

/** Finds out what would change, and all that stands in its way. Changes nothing. */
export const checkPipelines = async (
  api: ApplicationApi,
  files: readonly PipelineFile[],
  wanted: WantedCriteria,
): Promise<Checked> => {
  const ids = new Map<string, string>()
  const checked: CheckedFile[] = []
  for (const file of files) checked.push(await checkFile(api, file, { ids, wanted }))
  const criteria =
    wanted.size === 0 ? { add: [], remove: [], conflicts: [] } : planCriteria(wanted, await listCriteria(api))
  const withCriteria = ({ problems, ...each }: CheckedFile): CheckedFile => {
    const more = criteriaProblems(each, wanted, criteria)
    return Object.assign(each, { problems: [...problems, ...more] })
  }
  return { criteria, files: checked.map(withCriteria) }
}
