import { hasStatus, isUnknownEffect, requireBody } from '../client/index.ts'
import { isTerminal } from '../contract/status.ts'
import type { DeploymentRequestRun, Run } from '../contract/types.ts'
import { ApiError, InputError, TimeoutError } from '../errors.ts'
import type { ApplicationApi } from './application.ts'
import { cancelRun } from './cancel-run.ts'
import { getDeployment } from './follow-deployment.ts'
import { getEnvironment } from './environment.ts'
import { getRun } from './get-run.ts'
import { createPolls } from './poll.ts'
import { readPreviousDeployment } from './previous-deployment.ts'

/** What to deploy. Without any of them: what the environment builds on, once more. */
export interface DeploymentSource {
  readonly deltaId?: string | undefined
  readonly setId?: string | undefined
  /** A deployment of the same environment: its set and its values. `previous` is the one to roll back to. */
  readonly deploymentId?: string | undefined
  readonly valueSetVersionId?: string | undefined
}

export type Requested =
  | { readonly kind: 'started'; readonly run: Run }
  | { readonly kind: 'conflict'; readonly message: string }
  | { readonly kind: 'timed-out'; readonly message: string }

/** The body of the request. Throws `InputError` for a source that the environment does not have. */
export const toDeploymentRequest = async (
  api: ApplicationApi,
  envId: string,
  { source, comment }: { source: DeploymentSource; comment: string },
): Promise<DeploymentRequestRun> => {
  const base = { trigger: 'deployment_request' as const, env_id: envId, comment }
  const { deltaId, setId, deploymentId, valueSetVersionId } = source
  const values = valueSetVersionId === undefined ? {} : { value_set_version_id: valueSetVersionId }
  if (deltaId !== undefined) return { ...base, delta_id: deltaId, ...values }
  if (setId !== undefined) return { ...base, set_id: setId, ...values }
  if (deploymentId === 'previous') return { ...base, deployment_id: (await readPreviousDeployment(api, envId)).id }
  if (deploymentId !== undefined) {
    await getDeployment(api, { envId, deploymentId }).catch((error: unknown) => {
      if (!hasStatus(error, 404)) throw error
      throw new InputError(
        `Input 'deployment-id' is "${deploymentId}", which is no deployment of environment '${envId}'. ` +
          "Give the id of one of its own deployments; to bring over another environment's state, use its set with `set-id`.",
        { cause: error },
      )
    })
    return { ...base, deployment_id: deploymentId }
  }
  const { from_deploy } = await getEnvironment(api, envId)
  if (!from_deploy) {
    throw new InputError(
      `Environment '${envId}' has never been deployed, so there is nothing to deploy again: ` +
        'give `delta-id` (as the create-delta action makes it) or `set-id`.',
    )
  }
  return { ...base, set_id: from_deploy.set_id, ...values }
}

export interface RequestOptions {
  /** What to do while the environment is busy with another deployment. */
  readonly onConflict: 'wait' | 'fail'
  /**
   * Told the key of each call before it is sent, so that whoever comes after can repeat an unanswered one with it;
   * and undefined once the call was refused, since repeating it then could be a new one.
   */
  onKey(key: string | undefined): void
  onBusy(message: string): void
}

/**
 * Asks for a deployment, once: every attempt of one call carries the same key. While the environment is busy it waits
 * and asks anew until the deadline: with a new key, since a server may keep its refusal under the old one; but with the
 * same key as soon as an attempt got no answer, since that one may arrive at any time.
 */
export const requestDeployment = async (
  api: ApplicationApi,
  body: DeploymentRequestRun,
  { onConflict, onKey, onBusy }: RequestOptions,
): Promise<Requested> => {
  const { client, orgId, appId, random } = api
  const polls = createPolls(api)
  let message = ''
  let idempotencyKey = random.uuid()
  /** How an attempt went of which nobody knows what becomes: no later refusal makes good for it. */
  let doubt: unknown
  do {
    api.signal?.throwIfAborted()
    onKey(idempotencyKey)
    try {
      const path = { orgId, appId }
      const answer = await client.post('/orgs/{orgId}/apps/{appId}/pipeline-runs', { path, body, idempotencyKey })
      return { kind: 'started', run: requireBody(answer) }
    } catch (error) {
      if (isUnknownEffect(error)) doubt = error
      if (doubt !== undefined) {
        if (!hasStatus(error, 409) || onConflict === 'fail') throw doubt
      } else {
        // The time was up before anything was sent.
        if (error instanceof TimeoutError) return { kind: 'timed-out', message: error.message }
        if (error instanceof ApiError) onKey(undefined)
        if (!hasStatus(error, 409)) throw error
        if (onConflict === 'fail') return { kind: 'conflict', message: error.message }
        idempotencyKey = random.uuid()
      }
      if (error.message !== message) onBusy(error.message)
      message = error.message
    }
    // At the deadline it is too late to begin something that has to be waited for.
  } while ((await polls.next()) && api.clock.now() < api.deadline)
  if (doubt !== undefined) throw doubt
  return { kind: 'timed-out', message }
}

/** The unfinished run that a queued one stands behind, in the same concurrency group; undefined when there is none. */
const runAhead = async (api: ApplicationApi, run: Run): Promise<Run | undefined> => {
  if (!run.concurrency_group) return undefined
  const { client, orgId, appId } = api
  const query = { app: [appId], completed: false }
  for await (const other of client.pages('/orgs/{orgId}/pipeline-runs', { path: { orgId }, query })) {
    if (other.id === run.id || other.app_id !== appId || other.concurrency_group !== run.concurrency_group) continue
    const isEarlier = Date.parse(other.created_at) < Date.parse(run.created_at)
    if (!isTerminal(other) && (isEarlier || other.status !== 'queued')) return other
  }
  return undefined
}

/**
 * Takes back a run that has just been asked for if it has to wait for another one, and gives that. It gives the
 * platform a moment to begin, since every run is queued at first, and lets alone a run that begins in the meantime.
 */
export const withdrawIfBlocked = async (api: ApplicationApi, run: Run): Promise<Run | undefined> => {
  const reference = { pipelineId: run.pipeline_id, runId: run.id }
  if (run.status !== 'queued') return undefined
  const ahead = await runAhead(api, run)
  if (!ahead) return undefined
  const { status, etag } = await getRun(api, reference)
  return status === 'queued' && (await cancelRun(api, reference, { etag })) ? ahead : undefined
}
