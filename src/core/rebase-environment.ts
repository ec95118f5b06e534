import { hasStatus, isUnknownEffect } from '../client/index.ts'
import type { Environment } from '../contract/types.ts'
import { InputError } from '../errors.ts'
import type { ApplicationApi } from './application.ts'
import { type Base, readBase } from './base-deployment.ts'
import { findEnvironment, isAnother } from './find-environment.ts'

export interface Rebasing {
  readonly id: string
  /** What it has to be called, if anything: others are left alone. */
  readonly name: string | undefined
  readonly base: Base
}

export type Rebased =
  /** `environment` is what it was before. */
  | { readonly kind: 'rebased'; readonly environment: Environment; readonly deploymentId: string }
  /** `unknown`: it may or may not have been rebased. The message is a sentence without its full stop. */
  | { readonly kind: 'refused' | 'unknown'; readonly message: string }

/** Why it cannot be rebased; undefined if it can. */
const refusal = (environment: Environment | undefined, { id, name }: Rebasing, { orgId, appId }: ApplicationApi) => {
  if (!environment) return `There is no environment '${id}' in application '${orgId}/${appId}'`
  if (environment.status === 'deleting') return `Environment '${id}' is being deleted`
  return isAnother(environment, name)
}

const putBase = async ({ client, orgId, appId }: ApplicationApi, { id, base }: Rebasing, deploymentId: string) => {
  const path = { orgId, appId, envId: id }
  try {
    await client.put('/orgs/{orgId}/apps/{appId}/envs/{envId}/from_deploy_id', { path, body: deploymentId })
  } catch (error) {
    if (base.kind !== 'deployment' || !hasStatus(error, 400)) throw error
    const problem = `which is no deployment of application '${orgId}/${appId}'`
    throw new InputError(`Input 'from-deployment' is "${deploymentId}", ${problem} (${error.message}).`, {
      cause: error,
    })
  }
}

/**
 * Lets the next deployment in an environment start from another one; what runs there stays as it is. `InputError` for
 * a base that there is nothing to start from.
 */
export const rebaseEnvironment = async (
  api: ApplicationApi,
  rebasing: Rebasing,
  { onWarning }: { onWarning(message: string): void },
): Promise<Rebased> => {
  const environment = await findEnvironment(api, rebasing.id)
  const message = refusal(environment, rebasing, api)
  if (!environment || message !== undefined) return { kind: 'refused', message: message ?? '' }
  const { deploymentId, warning } = await readBase(api, rebasing.base)
  if (warning !== undefined) onWarning(warning)
  try {
    await putBase(api, rebasing, deploymentId)
  } catch (error) {
    const isAborted = api.signal?.aborted === true
    if (!(error instanceof Error) || !(isAborted || isUnknownEffect(error))) throw error
    const why = isAborted ? 'the job was cancelled before there was an answer' : error.message
    const what = `Whether the next deployment in '${rebasing.id}' starts from deployment '${deploymentId}'`
    return { kind: 'unknown', message: `${what} is not known: ${why}. Run this again, which does no harm` }
  }
  return { kind: 'rebased', environment, deploymentId }
}
