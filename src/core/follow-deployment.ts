import { isFinishedDeployment } from '../contract/status.ts'
import type { Deployment } from '../contract/types.ts'
import type { ApplicationApi } from './application.ts'
import { createPolls } from './poll.ts'
import { isPassing } from './trouble.ts'

export type DeploymentEnd =
  | { readonly kind: 'completed'; readonly deployment: Deployment }
  /** `deployment` is undefined when it could not be read even once. */
  | { readonly kind: 'timed-out'; readonly deployment: Deployment | undefined }

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
  { onStatus, onTrouble }: { onStatus(deployment: Deployment): void; onTrouble(message: string): void },
): Promise<DeploymentEnd> => {
  const polls = createPolls(api)
  let deployment: Deployment | undefined
  do {
    try {
      const seen = await getDeployment(api, place)
      const isNews = deployment?.status !== seen.status
      deployment = seen
      if (isNews) {
        polls.changed()
        onStatus(deployment)
      }
      if (isFinishedDeployment(deployment)) return { kind: 'completed', deployment }
    } catch (error) {
      if (!isPassing(error) || api.signal?.aborted) throw error
      onTrouble(error.message)
    }
  } while (await polls.next())
  return { kind: 'timed-out', deployment }
}
