import { isFinishedDeployment } from '../contract/status.ts'
import type { Deployment } from '../contract/types.ts'
import type { ApplicationApi } from './application.ts'
import { lookUntil } from './look-until.ts'
import type { OnRunEvent } from './run-events.ts'

export type DeploymentEnd =
  | { readonly kind: 'completed'; readonly deployment: Deployment }
  /** `deployment` is undefined when it could not be read even once; `trouble` is why the last look failed. */
  | { readonly kind: 'timed-out'; readonly deployment: Deployment | undefined; readonly trouble: string }

const deploymentPath = '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys/{deployId}'

export const getDeployment = async (
  { client, orgId, appId }: ApplicationApi,
  { envId, deploymentId }: { envId: string; deploymentId: string },
): Promise<Deployment> => {
  const { body } = await client.get(deploymentPath, { path: { orgId, appId, envId, deployId: deploymentId } })
  return body
}

/** Follows a deployment, telling each change of its status. Lives through a server that cannot be reached for a while. */
export const followDeployment = async (
  api: ApplicationApi,
  place: { envId: string; deploymentId: string },
  onEvent: OnRunEvent,
): Promise<DeploymentEnd> => {
  let deployment: Deployment | undefined
  const look = async (at: ApplicationApi) => {
    const seen = await getDeployment(at, place)
    const isNews = deployment?.status !== seen.status
    deployment = seen
    if (isNews) onEvent({ kind: 'deployment', deployment })
    return isFinishedDeployment(seen) ? seen : undefined
  }
  const looked = await lookUntil(api, { look, onTrouble: (message) => onEvent({ kind: 'trouble', message }) })
  return looked.kind === 'found' ? { kind: 'completed', deployment: looked.found } : { ...looked, deployment }
}
