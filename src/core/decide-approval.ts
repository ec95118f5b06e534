import { hasStatus, isUnknownEffect } from '../client/index.ts'
import { isPendingApproval, isTerminal } from '../contract/status.ts'
import type { Approval } from '../contract/types.ts'
import { InputError } from '../errors.ts'
import type { ApplicationApi, RunReference } from './application.ts'
import { getRun } from './follow-run.ts'
import { createPolls } from './poll.ts'
import { isPassing } from './trouble.ts'

export type Decision = 'approve' | 'deny'

/** Which approval request: by its own id, or the one of a run, for one environment if there are several. */
export interface ApprovalQuery {
  readonly approvalId: string | undefined
  readonly run: RunReference | undefined
  readonly envId: string | undefined
}

export type Found =
  | { readonly kind: 'found'; readonly approval: Approval }
  /** Nobody waits, and with `hasEnded` nobody will. */
  | { readonly kind: 'none'; readonly hasEnded: boolean }
  | { readonly kind: 'timed-out' }

const listApprovals = async (
  { client, orgId, appId }: ApplicationApi,
  { approvalId, run, envId }: ApprovalQuery,
): Promise<Approval[]> => {
  const query = run ? { pipeline: [run.pipelineId], run: [run.runId] } : {}
  const found: Approval[] = []
  for await (const approval of client.pages('/orgs/{orgId}/apps/{appId}/approvals', {
    path: { orgId, appId },
    query,
  })) {
    const isAsked = approvalId === undefined ? run?.runId === approval.run_id : approvalId === approval.id
    if (isAsked && (envId === undefined || approval.env_id === envId)) found.push(approval)
  }
  return found
}

const describeOne = ({ id, env_id, job_id }: Approval) => `'${id}' (job '${job_id}', environment '${env_id}')`

/** The one request that is meant. Throws `InputError` when several wait and nothing tells which. */
const choose = (approvals: readonly Approval[]): Approval | undefined => {
  const waiting = approvals.filter(isPendingApproval)
  if (waiting.length > 1) {
    throw new InputError(
      `${waiting.length} approval requests of the run are waiting: ${waiting.map(describeOne).join(', ')}. ` +
        'Name one with `approval-id`, or its environment with `env`.',
    )
  }
  // One that is decided already is told from none at all: the newest stands first.
  return waiting[0] ?? approvals[0]
}

/** Finds the request; with `wait` it waits for a run to make one, until the run's end or the deadline. */
export const findApproval = async (
  api: ApplicationApi,
  query: ApprovalQuery,
  { wait, onTrouble }: { wait: boolean; onTrouble(message: string): void },
): Promise<Found> => {
  const polls = createPolls(api)
  const look = async (): Promise<Found> => {
    // The run is read first: a request that it made before its end is then seen.
    const hasEnded = query.run !== undefined && wait ? isTerminal(await getRun(api, query.run)) : false
    const approval = choose(await listApprovals(api, query))
    const isWorthIt = approval !== undefined && (isPendingApproval(approval) || !wait || hasEnded)
    return isWorthIt ? { kind: 'found', approval } : { kind: 'none', hasEnded }
  }
  do {
    try {
      const found = await look()
      if (!wait || found.kind === 'found' || (found.kind === 'none' && found.hasEnded)) return found
    } catch (error) {
      if (!wait || !isPassing(error) || api.signal?.aborted) throw error
      onTrouble(error.message)
    }
  } while (await polls.next())
  return { kind: 'timed-out' }
}

const approvalPath =
  '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/approvals/{approvalId}'

/**
 * Gives the decision, and the request as it is then: somebody else may have been first, with another answer. The call
 * takes no idempotency key: when its answer is lost, the request is read again instead of asking twice.
 */
export const decideApproval = async (
  { client }: ApplicationApi,
  approval: Approval,
  decision: Decision,
): Promise<Approval> => {
  if (!isPendingApproval(approval)) return approval
  const { org_id: orgId, app_id: appId, pipeline_id: pipelineId, run_id: runId, job_id: jobId, id } = approval
  const path = { orgId, appId, pipelineId, runId, jobId, approvalId: id }
  const readBack = async () => (await client.get(approvalPath, { path })).body
  try {
    const { body } = await client.post(`${approvalPath}/${decision}`, { path })
    return body ?? (await readBack())
  } catch (error) {
    if (!hasStatus(error, 400) && !(error instanceof Error && isUnknownEffect(error))) throw error
    const now = await readBack().catch(() => undefined)
    if (now === undefined || isPendingApproval(now)) throw error
    return now
  }
}
