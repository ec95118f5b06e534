import { hasStatus, isUnknownEffect } from '../client/index.ts'
import { isPendingApproval, isTerminal } from '../contract/status.ts'
import type { Approval } from '../contract/types.ts'
import { InputError } from '../errors.ts'
import type { ApplicationApi, RunReference } from './application.ts'
import { readApprovals } from './approvals.ts'
import { getRun } from './get-run.ts'
import { lookUntil } from './look-until.ts'

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

const findAsked = async (api: ApplicationApi, { approvalId, run, envId }: ApprovalQuery): Promise<Approval[]> => {
  const found: Approval[] = []
  for await (const approval of readApprovals(api, { run })) {
    const isAsked = approvalId === undefined || approvalId === approval.id
    if (isAsked && (envId === undefined || approval.env_id === envId)) found.push(approval)
    if (approval.id === approvalId) break
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
  if (!wait || !query.run) {
    const approval = choose(await findAsked(api, query))
    return approval ? { kind: 'found', approval } : { kind: 'none', hasEnded: false }
  }
  const { run } = query
  const look = async (at: ApplicationApi): Promise<Found | undefined> => {
    // The run is read first: a request that it made before its end is then seen.
    const hasEnded = isTerminal(await getRun(at, run))
    const approval = choose(await findAsked(at, query))
    if (approval && (hasEnded || isPendingApproval(approval))) return { kind: 'found', approval }
    return hasEnded ? { kind: 'none', hasEnded } : undefined
  }
  const looked = await lookUntil(api, { look, onTrouble })
  return looked.kind === 'found' ? looked.found : { kind: 'timed-out' }
}

const approvalPath =
  '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/approvals/{approvalId}'

/** How often a decision is sent whose answer got lost, as long as the request is seen to wait still. */
const mostAttempts = 3

/**
 * Gives the decision, and the request as it is then: somebody else may have been first, with another answer. The call
 * takes no idempotency key: when its answer is lost, the request is read, and asked again only if it still waits.
 */
export const decideApproval = async (
  { client }: ApplicationApi,
  approval: Approval,
  decision: Decision,
): Promise<Approval> => {
  if (!isPendingApproval(approval)) return approval
  const { org_id: orgId, app_id: appId, pipeline_id: pipelineId, run_id: runId, job_id: jobId, id } = approval
  const path = { orgId, appId, pipelineId, runId, jobId, approvalId: id }
  const look = async () => (await client.get(approvalPath, { path })).body
  let lost: unknown
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { body } = await client.post(`${approvalPath}/${decision}`, { path })
      return body && !isPendingApproval(body) ? body : await look()
    } catch (error) {
      const isLost = isUnknownEffect(error)
      if (isLost) lost = error
      // What was lost may still be on its way, however the next attempt is refused.
      if (!isLost && !hasStatus(error, 400, 409)) throw lost ?? error
      const now = await look().catch(() => undefined)
      if (now && !isPendingApproval(now)) return now
      if (!now || !isLost || attempt === mostAttempts) throw lost ?? error
    }
  }
}
