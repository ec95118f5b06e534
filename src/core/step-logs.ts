import type { StepLog } from '../contract/types.ts'
import { nextLink } from '../client/link.ts'
import { ApiError } from '../errors.ts'
import type { ApplicationApi, RunReference } from './application.ts'

/** How far the log of one step has been read: the page, and how many of its lines. */
export interface LogPosition {
  page?: string
  lines: number
}

export const logStart: LogPosition = { lines: 0 }

const logsPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/steps/{stepIndex}/logs'

const pageOf = (link: string | undefined): string | undefined => {
  const target = nextLink(link)
  return target === undefined
    ? undefined
    : (new URL(target, 'https://page.invalid').searchParams.get('page') ?? undefined)
}

/** The lines since `position`, and where to go on. A log that is gone, or not there yet, has no lines. */
export const readNewLines = async (
  { client, orgId, appId }: ApplicationApi,
  { pipelineId, runId }: RunReference,
  { jobId, stepIndex }: { jobId: string; stepIndex: number },
  position: LogPosition,
): Promise<{ lines: StepLog[]; position: LogPosition }> => {
  const lines: StepLog[] = []
  let at = position
  for (;;) {
    const path = { orgId, appId, pipelineId, runId, jobId, stepIndex }
    try {
      const { body, headers } = await client.get(logsPath, { path, query: { page: at.page } })
      lines.push(...body.slice(at.lines))
      const next = pageOf(headers['link'])
      if (next === undefined || next === at.page) return { lines, position: { ...at, lines: body.length } }
      at = { page: next, lines: 0 }
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return { lines, position: at }
      throw error
    }
  }
}
