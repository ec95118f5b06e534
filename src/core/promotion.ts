import { hasStatus } from '../client/index.ts'
import { isActiveDeployment, isSuccess } from '../contract/status.ts'
import type { Deployment } from '../contract/types.ts'
import { InputError } from '../errors.ts'
import { emptyDelta } from '../sets/delta.ts'
import { diffSets } from '../sets/diff.ts'
import type { Delta } from '../sets/types.ts'
import type { ApplicationApi } from './application.ts'
import { getEnvironment } from './environment.ts'
import { type EnvironmentContent, getSet } from './plan.ts'

/** What runs in the environment that is promoted from. */
export interface Promotion {
  readonly env: string
  readonly deployment: string
  readonly set: string
}

const refuse = (envId: string, problem: string, cause?: unknown): never => {
  throw new InputError(`Input 'from-env' is "${envId}", ${problem}.`, cause === undefined ? undefined : { cause })
}

/** The deployment, if it surely is what runs there. */
const settled = (envId: string, deployment: Deployment | undefined): Deployment => {
  if (!deployment) return refuse(envId, 'which has never been deployed: nothing runs there that could be promoted')
  const { id, status } = deployment
  if (isSuccess(status)) return deployment
  if (isActiveDeployment(deployment)) {
    return refuse(envId, `which is being deployed at the moment (deployment ${id}): wait until that has ended`)
  }
  // Of a failed deployment, some workloads run and others do not: no set says what was tried out there.
  return refuse(
    envId,
    `whose last deployment (${id}) has not succeeded but is '${status}', so that its set is not what runs there: ` +
      'deploy it successfully first',
  )
}

/** `InputError` for an environment whose state cannot be promoted. */
export const readPromotion = async (api: ApplicationApi, envId: string): Promise<Promotion> => {
  const { last_deploy } = await getEnvironment(api, envId).catch((cause: unknown) => {
    if (!hasStatus(cause, 404)) throw cause
    return refuse(envId, `which is no environment of application '${api.orgId}/${api.appId}'`, cause)
  })
  const { id, set_id } = settled(envId, last_deploy)
  return { env: envId, deployment: id, set: set_id }
}

/** What makes of the set that an environment builds on the promoted one. Equal sets have equal ids and need no reading. */
export const promotionDelta = async (
  api: ApplicationApi,
  { set }: Promotion,
  { base, current }: EnvironmentContent,
): Promise<Delta> => {
  if (set === base.set) return emptyDelta
  const content = set === current.set ? current.content : await getSet(api, set)
  return diffSets(content, base.content)
}
