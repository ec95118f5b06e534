import type { Swept } from '../core/sweep-environments.ts'
import { code, inline, link } from '../text/escape.ts'
import { blocks, cell, table } from './markdown.ts'

/** What became of one environment. */
export interface EnvironmentEnd {
  readonly id: string
  readonly name: string | undefined
  readonly type: string | undefined
  readonly status: 'succeeded' | 'failed' | 'timed-out' | 'cancelled' | 'unknown'
  /** What happened, as a sentence. */
  readonly message: string
  /** The deployment that the next one starts from. */
  readonly fromDeployment: string | undefined
  readonly url: string
}

const marks: Record<EnvironmentEnd['status'], string> = {
  succeeded: '✅',
  failed: '❌',
  'timed-out': '⌛',
  cancelled: '🚫',
  unknown: '❓',
}

/** What became of one environment, for the job summary. */
export const environmentSummary = (end: EnvironmentEnd): string => {
  const rows = [
    ['Name', inline(end.name ?? '')],
    ['Type', code(end.type ?? '')],
    ['Starts from deployment', code(end.fromDeployment ?? '')],
    ['Where', end.url === '' ? '' : link('Humanitec portal', end.url)],
  ].filter(([, value]) => value !== '')
  return blocks(
    `### Environment ${code(end.id)}`,
    `${marks[end.status]} ${inline(end.message)}`,
    rows.length === 0 ? '' : table(['', ''], rows),
  )
}

type Kind = Swept['kind']

const ends: Record<Kind, { mark: string; text: string }> = {
  deleted: { mark: '🗑️', text: 'deleted' },
  absent: { mark: '☑️', text: 'gone already' },
  stale: { mark: '🗑️', text: 'would be deleted' },
  kept: { mark: '✅', text: 'kept' },
  failed: { mark: '❌', text: 'failed' },
}

/** `2 deleted, 1 kept` */
export const countSwept = (swept: readonly Swept[]): string => {
  const counts = (Object.keys(ends) as Kind[])
    .map((kind) => [swept.filter((each) => each.kind === kind).length, ends[kind].text] as const)
    .filter(([count]) => count > 0)
    .map(([count, text]) => `${count} ${text}`)
  return counts.length === 0 ? 'none of this repository' : counts.join(', ')
}

const rowOf = (swept: Swept): string[] => {
  const { environment, reason, kind } = swept
  const { mark, text } = ends[kind]
  const failure = 'message' in swept && swept.message !== reason ? `: ${cell(swept.message)}` : ''
  return [code(environment.id), cell(environment.name), cell(reason), `${mark} ${text}${failure}`]
}

/** What became of the preview environments of a repository, for the job summary. */
export const sweepSummary = (swept: readonly Swept[], { dryRun }: { dryRun: boolean }): string =>
  blocks(
    `### Preview environments${dryRun ? ' (dry run)' : ''}: ${countSwept(swept)}`,
    swept.length === 0 ? '' : table(['Environment', 'Made for', 'Why', 'Result'], swept.map(rowOf)),
  )
