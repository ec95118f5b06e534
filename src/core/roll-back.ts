import { isSuccess } from '../contract/status.ts'
import type { Deployment } from '../contract/types.ts'
import type { ApplicationApi } from './application.ts'
import type { RunResult } from './await-run.ts'
import type { EndStatus } from './conclude.ts'

/** What to go back to, or why nothing is. */
type RollbackPlan =
  | { readonly kind: 'to'; readonly failed: Deployment; readonly to: Deployment }
  /** `conflict` when another deployment has come after the failed one. The reason has no full stop. */
  | { readonly kind: 'none'; readonly status: 'skipped' | 'conflict'; readonly reason: string }

/** What became of going back to the last deployment that succeeded. */
export interface Rollback {
  /** `skipped` when there was nothing to go back from, or to; otherwise how the rollback's own run ended. */
  readonly status: EndStatus | 'skipped'
  /** One sentence for people, without its full stop. */
  readonly reason: string
  /** The deployment to go back to, once that is known. */
  readonly to?: string | undefined
  /** How the rollback's own run came out, if one was asked for. */
  readonly result?: RunResult
}

/** Only a deployment that is known to have failed is gone back from: after any other end, it could do harm. */
const reasonsToStay: Readonly<Record<Exclude<EndStatus, 'failed'>, string>> = {
  succeeded: 'the deployment succeeded',
  conflict: 'nothing was deployed',
  'no-deployment': 'nothing was deployed',
  cancelled: 'the run was cancelled, and whoever did that decides what comes next',
  'timed-out': 'the deployment is not known to have failed',
  'waiting-for-approval': 'the run waits for an approval',
  unknown: 'how the deployment ended is not known',
}

const whyStay = ({ status, deployment, envId }: RunResult): string => {
  if (status !== 'failed') return reasonsToStay[status]
  if (!deployment) return `the run is not known to have deployed anything to environment '${envId}'`
  return isSuccess(deployment.status)
    ? `deployment '${deployment.id}' itself succeeded, and what failed came after it`
    : `deployment '${deployment.id}' has not failed: it is '${deployment.status}'`
}

/**
 * Finds the last deployment that succeeded before a failed one, in the same environment and by another run. Deployments
 * are given newest first.
 */
export const rollbackTarget = (failed: Deployment, deployments: readonly Deployment[]): RollbackPlan => {
  const at = deployments.findIndex(({ id }) => id === failed.id)
  const [newest] = deployments
  if (at < 0 || !newest) {
    const reason = `deployment '${failed.id}' is not among those of environment '${failed.env_id}' any more`
    return { kind: 'none', status: 'skipped', reason }
  }
  if (at > 0) {
    const reason = `deployment '${newest.id}' has come after deployment '${failed.id}'`
    return { kind: 'none', status: 'conflict', reason }
  }
  const isOwn = ({ pipeline }: Deployment) => pipeline !== undefined && pipeline.run_id === failed.pipeline?.run_id
  const to = deployments.slice(1).find((deployment) => isSuccess(deployment.status) && !isOwn(deployment))
  if (to) return { kind: 'to', failed, to }
  const reason = `no deployment of environment '${failed.env_id}' succeeded before deployment '${failed.id}'`
  return { kind: 'none', status: 'skipped', reason }
}

/** What to go back to after a run has come out like this. */
export const planRollback = async (api: ApplicationApi, result: RunResult): Promise<RollbackPlan> => {
  const { status, deployment } = result
  if (status !== 'failed' || deployment?.status !== 'failed') {
    return { kind: 'none', status: 'skipped', reason: whyStay(result) }
  }
  const { client, orgId, appId } = api
  const path = { orgId, appId, envId: deployment.env_id }
  const { body } = await client.get('/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys', { path })
  return rollbackTarget(deployment, body ?? [])
}

/** Whoever was cancelled, or has run out of time, does not know how a rollback goes on. Continues "The rollback". */
export const shortfallOf = (status: Rollback['status']): string =>
  status === 'failed' || status === 'no-deployment' ? 'did not succeed' : 'is not known to have succeeded'

/** A rollback that could not be brought to its end. */
export const brokenRollback = (
  status: EndStatus,
  { envId, to, reason }: { envId: string; to: string | undefined; reason: string },
): Rollback => {
  const where = to === undefined ? '' : ` to deployment '${to}'`
  return {
    status,
    to,
    reason: `The rollback${where} ${shortfallOf(status)}, so look at what runs in '${envId}': ${reason}`,
  }
}

/** What the end of its run means for a rollback. */
export const concludeRollback = (to: Deployment, result: RunResult): Rollback => {
  const { status, reason, deployment, current } = result
  switch (status) {
    case 'succeeded': {
      const later = current === false ? ', but another deployment has come after it' : ''
      const done = `Rolled back: deployment '${to.id}' was deployed again, as deployment '${deployment?.id}'${later}`
      return { status, to: to.id, result, reason: done }
    }
    case 'conflict':
      return { status, to: to.id, result, reason: `Not rolled back to deployment '${to.id}': ${reason}` }
    default:
      return { ...brokenRollback(status, { envId: to.env_id, to: to.id, reason }), result }
  }
}
