import { code } from '../text/escape.ts'
import { blocks } from './markdown.ts'

interface AnsweredCall {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly body: unknown
}

/** That an operation was called, for the job summary. What was answered stays out of it: it may hold anything. */
export const operationSummary = (operationId: string, { method, path, status, body }: AnsweredCall): string => {
  const count = Array.isArray(body) ? `, ${body.length === 1 ? '1 item' : `${body.length} items`}` : ''
  return blocks(`### ${operationId}`, `${status < 300 ? '✅' : '❌'} ${code(`${method} ${path}`)}: ${status}${count}`)
}
