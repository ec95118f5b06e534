import { isObject } from '../../../sets/json.ts'
import type { Json } from '../../../sets/types.ts'

/** A run of a workflow, as far as a pipeline looks at it. */
export interface WorkflowRun {
  id: number
  url: string
  isCompleted: boolean
  /** Empty before the end. */
  conclusion: string
}

const longestText = 300

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const shortText = (value: Json | undefined): string => (typeof value === 'string' ? value.slice(0, longestText) : '')

const toRun = (value: unknown): WorkflowRun | undefined => {
  if (!isObject(value) || !Number.isSafeInteger(value['id']) || typeof value['status'] !== 'string') return undefined
  const { id, status, html_url, conclusion } = value
  return {
    id: id as number,
    url: shortText(html_url),
    isCompleted: status === 'completed',
    conclusion: shortText(conclusion),
  }
}

/** The run of an answer that holds one. */
export const parseRun = (body: string): WorkflowRun | 'malformed' => toRun(parse(body)) ?? 'malformed'

/** The run of a list that has `uid` in its name; undefined when there is none yet. */
export const findRun = (body: string, uid: string): WorkflowRun | 'malformed' | undefined => {
  const list = parse(body)
  const runs = isObject(list) ? list['workflow_runs'] : undefined
  if (!Array.isArray(runs)) return 'malformed'
  const found = runs.find(
    (run) =>
      isObject(run) &&
      [run['display_title'], run['name']].some((name) => typeof name === 'string' && name.includes(uid)),
  )
  return found === undefined ? undefined : (toRun(found) ?? 'malformed')
}

/** What GitHub says about a refusal, for the end of a sentence. */
export const messageOf = (body: string): string => {
  const answer = parse(body)
  const message = isObject(answer) ? shortText(answer['message']) : ''
  return message === '' ? '' : `: ${message}`
}
