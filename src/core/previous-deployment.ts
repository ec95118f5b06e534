import { isSuccess } from '../contract/status.ts'
import type { Deployment } from '../contract/types.ts'
import { InputError } from '../errors.ts'
import type { ApplicationApi } from './application.ts'

const bringsTheSame = (one: Deployment, other: Deployment): boolean =>
  one.set_id === other.set_id && (one.value_set_version_id ?? '') === (other.value_set_version_id ?? '')

/**
 * What an environment ran before its last deployment: the newest one that succeeded and brought something else. Undefined
 * when there is none. Deployments are given newest first.
 */
export const previousOf = ([last, ...earlier]: readonly Deployment[]): Deployment | undefined =>
  last && earlier.find((deployment) => isSuccess(deployment.status) && !bringsTheSame(deployment, last))

/** `InputError` when the environment has nothing to go back to. */
export const readPreviousDeployment = async (
  { client, orgId, appId }: ApplicationApi,
  envId: string,
): Promise<Deployment> => {
  const path = { orgId, appId, envId }
  const { body } = await client.get('/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys', { path })
  const previous = previousOf(body ?? [])
  if (previous) return previous
  throw new InputError(
    `Environment '${envId}' has nothing to go back to: none of its deployments before the last one succeeded with ` +
      'another set or other values. Give the id of a deployment, or deploy another set with `set-id`.',
  )
}
