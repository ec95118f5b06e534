import { hasStatus, isUnknownEffect } from '../client/index.ts'
import type { ApplicationApi, RunReference } from './application.ts'

/**
 * Asks for the cancellation of a run; with an etag only if it is still in that state. False when it had ended, or had
 * left that state. May be asked twice, so that a lost answer is no matter.
 */
export const cancelRun = async (
  { client, orgId, appId }: ApplicationApi,
  { pipelineId, runId }: RunReference,
  { etag }: { etag?: string | undefined } = {},
): Promise<boolean> => {
  const path = { orgId, appId, pipelineId, runId }
  const headers = { 'If-Match': etag === undefined || etag === '' ? undefined : etag }
  const ask = () =>
    client.post('/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/cancel', { path, headers })
  try {
    await ask().catch((lost: unknown) => {
      if (!isUnknownEffect(lost)) throw lost
      return ask().catch((error: unknown) => {
        throw hasStatus(error, 404, 409, 412) ? error : lost
      })
    })
    return true
  } catch (error) {
    if (hasStatus(error, 404, 409, 412)) return false
    throw error
  }
}
