import type { ClusterBehaviour } from './cluster/model.ts'
import { mismatches, type PlainSchema } from './plain-schema.ts'

/** An answer to give instead of the orchestrator's own, a number of times. */
export interface Fault {
  status: number
  body?: string
  headers?: Record<string, string>
  /** How many calls; 1 unless told. */
  times?: number
  method?: string
  /** Part of the path. */
  path?: string
  /** The call takes effect, and its answer is replaced: what a lost answer looks like. */
  after?: boolean
}

/** What each door of `/_orchestrator/…` takes. */
export interface Doors {
  fail: Fault
  advance: { ms: number }
  cluster: Partial<ClusterBehaviour>
  reset: { seed?: string }
}

const text = { type: 'string' }
const hundredYears = 100 * 366 * 24 * 3600 * 1000
const ms = { type: 'number', minimum: 0, maximum: hundredYears }
const object = (properties: Record<string, PlainSchema>, required: string[] = []): PlainSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
/** What a header can carry without becoming two. */
const headers = {
  type: 'object',
  propertyNames: { pattern: '^[A-Za-z0-9-]+$' },
  additionalProperties: { type: 'string', pattern: '^[\\t\\x20-\\x7e]*$' },
}

const schemas: Record<keyof Doors, PlainSchema> = {
  fail: object(
    {
      status: { type: 'integer', minimum: 200, maximum: 599 },
      body: text,
      headers,
      times: { type: 'integer', minimum: 1 },
      method: text,
      path: text,
      after: { type: 'boolean' },
    },
    ['status'],
  ),
  advance: object({ ms }, ['ms']),
  cluster: object({
    pendingMs: ms,
    durationMs: ms,
    readyAfterMs: ms,
    teardownMs: ms,
    workloads: {
      type: 'object',
      additionalProperties: object({
        durationMs: ms,
        readyAfterMs: ms,
        neverReady: text,
        fail: object({ env: text, image: text, code: text, summary: text, message: text }, ['message']),
      }),
    },
  }),
  reset: object({ seed: text }),
}

export const isDoor = (name: string): name is keyof Doors => Object.hasOwn(schemas, name)
export const doorNames = Object.keys(schemas)

/** What is sent to a door. Throws what is wrong with it. */
export const readDoor = <D extends keyof Doors>(door: D, body: string): Doors[D] => {
  const value: unknown = JSON.parse(body)
  const [problem] = mismatches(schemas[door], value)
  if (problem) throw new Error(`${['body', ...problem.path].join('/')} ${problem.message}`)
  return value as Doors[D]
}
