import type { StepLog } from '../contract/types.ts'
import { hasStatus } from '../client/index.ts'
import { nextLink } from '../client/link.ts'
import type { ApplicationApi, RunReference } from './application.ts'

/** How far the log of one step has been read: the page, and how many of its lines. */
export interface LogPosition {
  page?: string
  lines: number
}

export const logStart: LogPosition = { lines: 0 }

const logsPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/steps/{stepIndex}/logs'

/** The page that a link leads to; only its name is taken from it, so that nobody can send us elsewhere. */
const pageOf = (link: string | undefined): string | undefined => {
  const target = nextLink(link)
  if (target === undefined || !URL.canParse(target, 'https://page.invalid')) return undefined
  return new URL(target, 'https://page.invalid').searchParams.get('page') ?? undefined
}

/** The lines since `position`, and where to go on. A log that is gone, or not there yet, has no lines. */
export const readNewLines = async (
  { client, orgId, appId }: ApplicationApi,
  { pipelineId, runId }: RunReference,
  { jobId, stepIndex }: { jobId: string; stepIndex: number },
  position: LogPosition,
): Promise<{ lines: StepLog[]; position: LogPosition }> => {
  const lines: StepLog[] = []
  const visited = new Set<string | undefined>()
  let at = position
  for (;;) {
    visited.add(at.page)
    const path = { orgId, appId, pipelineId, runId, jobId, stepIndex }
    try {
      const { body, headers } = await client.get(logsPath, { path, query: { page: at.page } })
      // Some servers write an empty list as null.
      const page = Array.isArray(body) ? body : []
      // One by one: as arguments of one call, the lines of a very long log would be too many.
      for (const line of page.slice(at.lines)) lines.push(line)
      const next = pageOf(headers['link'])
      if (next === undefined || visited.has(next)) {
        return { lines, position: { ...at, lines: Math.max(at.lines, page.length) } }
      }
      at = { page: next, lines: 0 }
    } catch (error) {
      if (hasStatus(error, 404)) return { lines, position: at }
      throw error
    }
  }
}
