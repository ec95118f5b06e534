import { relative, resolve, sep } from 'node:path'
import type { WantedCriteria } from '../../core/pipeline-criteria.ts'
import type { PipelineFile } from '../../core/pipeline-file.ts'
import type { Runner } from '../../runner/runner.ts'
import { type Connection, readConnection } from '../connection.ts'
import { readCriteria } from './criteria.ts'

export interface ApplyInputs {
  readonly connection: Connection
  readonly files: readonly PipelineFile[]
  readonly criteria: WantedCriteria
  readonly dryRun: boolean
  readonly summary: boolean
}

const tenMinutes = 10 * 60 * 1000
/** Each takes a few requests, and whoever opens a pull request may add files. */
const mostFiles = 200

/** The events of a change that is not merged yet. */
const proposals = new Set(['pull_request', 'pull_request_target', 'merge_group'])

const readFiles = async ({ inputs, context: { workspace } }: Runner): Promise<PipelineFile[]> => {
  inputs.required('files')
  // As annotations need it: from the root of the repository, with GitHub's kind of slash.
  const shownAs = (path: string) => relative(workspace, resolve(workspace, path)).split(sep).join('/')
  const paths = new Map<string, string>()
  for (const given of await inputs.list('files')) {
    for (const path of await inputs.filesAt('files', given, ['.yaml', '.yml'])) paths.set(shownAs(path), path)
  }
  if (paths.size === 0) inputs.refuse('files', 'names no file')
  if (paths.size > mostFiles) inputs.refuse('files', `stands for ${paths.size} files; at most ${mostFiles} are applied`)
  const files: PipelineFile[] = []
  for (const [path, from] of paths) files.push({ path, text: await inputs.fileAt('files', from) })
  return files
}

export const readInputs = async (runner: Runner): Promise<ApplyInputs> => {
  const { inputs, context } = runner
  return {
    connection: readConnection(inputs, { timeoutMs: tenMinutes }),
    dryRun: inputs.boolean('dry-run', proposals.has(context.eventName ?? '')),
    summary: inputs.boolean('summary', true),
    criteria: await readCriteria(inputs),
    files: await readFiles(runner),
  }
}
