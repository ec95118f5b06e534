import { isPendingApproval } from '../contract/status.ts'
import type { Approval } from '../contract/types.ts'
import type { ApplicationApi } from './application.ts'

/** The requests of the application, about one environment, that nobody has decided about yet. */
export const waitingApprovals = async (
  { client, orgId, appId }: ApplicationApi,
  envId: string,
): Promise<Approval[]> => {
  const found: Approval[] = []
  const query = { status: 'waiting' as const }
  for await (const approval of client.pages('/orgs/{orgId}/apps/{appId}/approvals', {
    path: { orgId, appId },
    query,
  })) {
    if (approval.env_id === envId && isPendingApproval(approval)) found.push(approval)
  }
  return found
}
