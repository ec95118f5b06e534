import type { Applied, AppliedPipeline, ApplyStatus } from '../core/apply-pipelines.ts'
import type { Criterion } from '../core/pipeline-criteria.ts'
import { code, codeBlock, inline } from '../text/escape.ts'
import { lineDiff } from '../text/line-diff.ts'
import { sentence } from '../text/sentence.ts'
import { blocks, cell, folded, section, table } from './markdown.ts'

const statusWords: Readonly<Record<ApplyStatus | 'skipped', string>> = {
  applied: '✅ applied',
  planned: '📝 planned',
  refused: '❌ refused',
  conflict: '🚧 changed by somebody else',
  failed: '❌ failed',
  cancelled: '🚫 cancelled',
  unknown: '❓ not known',
  skipped: '⏭️ left as it was',
}

const changeWords: Readonly<Record<AppliedPipeline['change'], string>> = {
  create: 'new',
  update: 'changed',
  none: 'unchanged',
}

/** A pipeline of many pages is easier to read in the pull request itself. */
const mostDiffLines = 500

/** What changes in a pipeline's text, as a patch; cut where it is very long. */
export const pipelineDiff = ({ before, after }: Pick<AppliedPipeline, 'before' | 'after'>): string => {
  const lines = lineDiff(before, after).split('\n')
  if (lines.length <= mostDiffLines) return lines.join('\n')
  return [...lines.slice(0, mostDiffLines), `… and ${lines.length - mostDiffLines} more lines`].join('\n')
}

const criterionWords = ({ envId, envType, deploymentType }: Criterion): string => {
  const words = [
    ...(envId === undefined ? [] : [`environment ${code(envId)}`]),
    ...(envType === undefined ? [] : [`environment type ${code(envType)}`]),
    ...(deploymentType === undefined ? [] : [`only ${code(deploymentType)}`]),
  ]
  return words.length === 0 ? 'every environment' : words.join(', ')
}

const criteriaCell = ({ added, removed }: AppliedPipeline): string =>
  [...added.map((each) => `➕ ${criterionWords(each)}`), ...removed.map((each) => `➖ ${criterionWords(each)}`)].join(
    '<br>',
  )

const outcomeCell = ({ outcome, message }: AppliedPipeline): string =>
  message === '' ? statusWords[outcome] : `${statusWords[outcome]}: ${cell(sentence(message))}`

const problemRows = (pipelines: readonly AppliedPipeline[]): string[][] =>
  pipelines.flatMap(({ path, problems }) =>
    problems.map(({ line, column, message }) => [code(path), `${line}:${column}`, cell(message)]),
  )

const diffs = (pipelines: readonly AppliedPipeline[]): string =>
  pipelines
    .filter(({ change }) => change !== 'none')
    .map((each) => folded(`${code(each.id)}: ${changeWords[each.change]}`, codeBlock(pipelineDiff(each), 'diff')))
    .join('\n\n')

const counts = (pipelines: readonly AppliedPipeline[]): string =>
  (['create', 'update', 'none'] as const)
    .map((change) => [pipelines.filter((each) => each.change === change).length, changeWords[change]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ')

/** What became of each pipeline file, for the job summary: what is wrong first, and what changes last. */
export const pipelinesSummary = ({ status, pipelines }: Applied, { application }: { application: string }): string => {
  const problems = problemRows(pipelines)
  const rows = pipelines.map((each) => [
    code(each.id),
    code(each.path),
    changeWords[each.change],
    criteriaCell(each),
    outcomeCell(each),
  ])
  return blocks(
    `### Pipelines of ${inline(application)}: ${statusWords[status]}`,
    counts(pipelines),
    section('What is wrong', problems.length === 0 ? '' : table(['File', 'Line', 'Problem'], problems)),
    table(['Pipeline', 'File', 'Text', 'Criteria', 'Outcome'], rows),
    section('What changes', diffs(pipelines)),
  )
}
