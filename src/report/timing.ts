import { durationMs, stepDurationMs, stepSpan } from '../contract/times.ts'
import type { Job, Step } from '../contract/types.ts'
import { plainLine } from '../text/control.ts'
import { cutCharacters } from '../text/cut.ts'
import { formatDuration } from '../text/duration.ts'
import { codeBlock } from '../text/escape.ts'
import { cell, table } from './markdown.ts'

const stepMarks: Record<string, string> = { succeeded: '✅', failed: '❌', cancelled: '🚫', skipped: '⏭️' }
const markOf = (status: string) => (Object.hasOwn(stepMarks, status) ? stepMarks[status] : '⏳')

/** What has not begun has taken no time. */
const isIdle = ({ status }: Step | Job) => status === 'queued' || status === 'skipped'

const stepTime = (job: Job, step: Step, now: number) =>
  isIdle(step) ? '' : formatDuration(stepDurationMs(job, step, now))

const jobTime = (job: Job, now: number) =>
  isIdle(job) || job.steps.length === 0 ? '' : formatDuration(durationMs(job, now))

const nameOf = (job: Job) => (job.name === '' ? job.id : job.name)

/** How long each job and each of its steps took. */
export const jobTable = (jobs: readonly Job[], now: number): string => {
  if (jobs.length === 0) return ''
  const rows = jobs.flatMap((job) => [
    [`${markOf(job.status)} **${cell(nameOf(job))}**`, cell(job.status), jobTime(job, now)],
    ...job.steps.map((step) => [
      `&nbsp;&nbsp;${markOf(step.status)} ${cell(step.name)}`,
      cell(step.status),
      stepTime(job, step, now),
    ]),
  ])
  return table(['Job and steps', 'Status', 'Time'], rows)
}

/** More bars than these are too thin to read, and Mermaid refuses long texts. */
const mostBars = 60

/** Mermaid knows no escapes: what could mean something to it is left out. */
const label = (text: string): string =>
  cutCharacters(
    plainLine(text)
      .replace(/[^\p{L}\p{N}._/()-]+/gu, ' ')
      .trim(),
    60,
  ) || 'unnamed'

const tags: Record<string, string> = { succeeded: 'done, ', failed: 'crit, ', cancelled: 'done, ' }
const tagOf = (status: string) => (Object.hasOwn(tags, status) ? tags[status] : 'active, ')

const barsOf = (job: Job, steps: readonly Step[], now: number): string[] => {
  const bars = steps.map((step) => {
    const { from, to } = stepSpan(job, step, now)
    return `    ${label(step.name)} :${tagOf(step.status)}${from}, ${Math.max(to, from + 1)}`
  })
  return [`  section ${label(nameOf(job))}`, ...bars]
}

/** When jobs ran beside and after each other, as a Mermaid chart; empty when fewer than two have begun. */
export const jobChart = (jobs: readonly Job[], now: number): string => {
  const begun = jobs
    .map((job) => ({ job, steps: job.steps.filter((step) => !isIdle(step)) }))
    .filter(({ steps }) => steps.length > 0)
  if (begun.length < 2) return ''
  const bars = begun.flatMap(({ job, steps }) => barsOf(job, steps, now))
  if (bars.length > mostBars) return ''
  return codeBlock(['gantt', '  dateFormat x', '  axisFormat %H:%M:%S', ...bars].join('\n'), 'mermaid')
}
