import type { Annotation, WorkflowResult } from './result.ts'
import { formatDuration } from './terminal.ts'

const MARKS = { success: '✓', failure: '✗', cancelled: '⊘', skipped: '−' } as const
const LEVELS = { error: 'Error', warning: 'Warning', notice: 'Notice' } as const

/** The end of the log: what came of each job, the annotations, and the summaries. */
export const formatResult = ({ jobs, annotations, summary, conclusion, durationMs }: WorkflowResult): string => {
  const jobLines = jobs.map(({ name, conclusion, durationMs }) => {
    const duration = durationMs === 0 ? '' : `  ${formatDuration(durationMs)}`
    return `  ${MARKS[conclusion]} ${name}  ${conclusion}${duration}`
  })
  const blocks = [['Jobs', ...jobLines].join('\n')]
  if (annotations.length > 0) blocks.push(['Annotations', ...annotations.map(formatAnnotation)].join('\n'))
  if (summary !== '') blocks.push(`Summary\n\n${summary}`)
  blocks.push(`${MARKS[conclusion]} ${conclusion} in ${formatDuration(durationMs)}`)
  return `\n${blocks.join('\n\n')}\n`
}

const formatAnnotation = ({ level, message, title, file, line, job, step }: Annotation) => {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `
  const heading = title === undefined ? '' : `${title}: `
  const lines = `${LEVELS[level]}: ${place}${heading}${message}`.split('\n').join('\n      ')
  return `  ${lines}  (${job} / ${step})`
}
