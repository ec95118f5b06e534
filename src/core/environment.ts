import type { Environment } from '../contract/types.ts'
import type { ApplicationApi } from './application.ts'

const environmentPath = '/orgs/{orgId}/apps/{appId}/envs/{envId}'

export const getEnvironment = async ({ client, orgId, appId }: ApplicationApi, envId: string): Promise<Environment> => {
  const { body } = await client.get(environmentPath, { path: { orgId, appId, envId } })
  return body
}

/** Whether a deployment is what the environment was last deployed with: another may have come after it. */
export const isCurrent = async (api: ApplicationApi, envId: string, deploymentId: string): Promise<boolean> => {
  const { last_deploy } = await getEnvironment(api, envId)
  return last_deploy?.id === deploymentId
}

const workloadOf = (resourceId: string) => /^modules\.(.+?)\.externals\./.exec(resourceId)?.[1] ?? resourceId

/** The public host of each workload that has one (a resource between workloads stands under its own id). */
export const hostsOf = async (
  { client, orgId, appId }: ApplicationApi,
  envId: string,
): Promise<Record<string, string>> => {
  const { body } = await client.get(`${environmentPath}/resources`, { path: { orgId, appId, envId } })
  const hosts = new Map<string, string>()
  for (const { type, res_id, resource } of body ?? []) {
    const host = (resource as Record<string, unknown> | null)?.['host']
    if ((type !== 'dns' && type !== 'route') || typeof host !== 'string' || host === '') continue
    const workload = workloadOf(res_id)
    // A workload may have a route and the name that it is on: the name is what people type.
    if (type === 'dns' || !hosts.has(workload)) hosts.set(workload, host)
  }
  return Object.fromEntries(hosts)
}
