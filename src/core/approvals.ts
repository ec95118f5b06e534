import { isPendingApproval } from '../contract/status.ts'
import type { Approval } from '../contract/types.ts'
import type { ApplicationApi, RunReference } from './application.ts'

export interface ApprovalFilter {
  readonly run?: RunReference | undefined
  /** Only those that nobody has decided about yet. */
  readonly waiting?: boolean
}

/** The approval requests of an application, page by page. What the server lets through is held against the filter again. */
export const readApprovals = async function* (
  { client, orgId, appId }: ApplicationApi,
  { run, waiting = false }: ApprovalFilter,
): AsyncGenerator<Approval, void> {
  const query = {
    ...(run ? { pipeline: [run.pipelineId], run: [run.runId] } : {}),
    ...(waiting ? { status: 'waiting' as const } : {}),
  }
  for await (const approval of client.pages('/orgs/{orgId}/apps/{appId}/approvals', {
    path: { orgId, appId },
    query,
  })) {
    const isOfRun = run === undefined || approval.run_id === run.runId
    if (isOfRun && (!waiting || isPendingApproval(approval))) yield approval
  }
}

export const listApprovals = (api: ApplicationApi, filter: ApprovalFilter): Promise<Approval[]> =>
  Array.fromAsync(readApprovals(api, filter))
