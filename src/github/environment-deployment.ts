import type { Deployment, Deployments, NewStatus } from './deployments.ts'

/** What of GitHub's deployments is ours, and about the same thing. */
export interface DeploymentIdentity {
  /** As GitHub calls it. */
  readonly environment: string
  /** Tells our deployments from those that others make for the same environment. */
  readonly key: string
}

export interface DeploymentReport extends DeploymentIdentity {
  readonly commit: string
  /** Id of the workflow run that deploys. */
  readonly workflowRun: string | undefined
  readonly transient: boolean
  /** GitHub's own guess unless given. */
  readonly production: boolean | undefined
  readonly status: NewStatus
  /** There is nothing to say that would be worth a new deployment. */
  readonly onlyIfThere: boolean
}

/** GitHub gives back the payload as it was, or as its JSON. */
const payloadOf = ({ payload }: Deployment): Readonly<Record<string, unknown>> => {
  if (typeof payload === 'object' && payload !== null) return payload as Record<string, unknown>
  if (typeof payload !== 'string' || !payload.startsWith('{')) return {}
  try {
    return JSON.parse(payload) as Record<string, unknown>
  } catch {
    return {}
  }
}

const isOf = (deployment: Deployment, { key }: DeploymentIdentity) => payloadOf(deployment)['humanitec_actions'] === key

/** Deployments of others may be many. */
const mostLookedAt = 300

const firstOf = async (
  deployments: AsyncIterable<Deployment>,
  isWanted: (deployment: Deployment) => boolean,
): Promise<Deployment | undefined> => {
  let count = 0
  for await (const deployment of deployments) {
    if (isWanted(deployment)) return deployment
    count += 1
    if (count >= mostLookedAt) return undefined
  }
  return undefined
}

/**
 * The deployment to go on with: that of the same workflow run, or the newest one if it is of the same commit. An older
 * one of the same commit has had its time: when the commit is deployed again, that is a new deployment.
 */
const findCurrent = async (deployments: Deployments, report: DeploymentReport): Promise<Deployment | undefined> => {
  const { environment, commit, workflowRun } = report
  const isSameRun = (deployment: Deployment) =>
    isOf(deployment, report) && workflowRun !== undefined && payloadOf(deployment)['workflow_run'] === workflowRun
  const same = await firstOf(deployments.list({ environment, sha: commit }), isSameRun)
  if (same) return same
  const newest = await firstOf(deployments.list({ environment }), (each) => isOf(each, report))
  return newest?.sha === commit ? newest : undefined
}

const isSaid = async (deployments: Deployments, id: number, status: NewStatus): Promise<boolean> => {
  for await (const { state, description, logUrl, environmentUrl } of deployments.statuses(id)) {
    return (
      state === status.state &&
      description === (status.description ?? '') &&
      logUrl === status.logUrl &&
      environmentUrl === status.environmentUrl
    )
  }
  return false
}

/** Has GitHub show how a deployment stands: one for each environment and commit. Undefined when there was none to go on with, and none was to be made. */
export const reportDeployment = async (
  deployments: Deployments,
  report: DeploymentReport,
): Promise<Deployment | undefined> => {
  const { commit: ref, environment, key, workflowRun, transient, production, status } = report
  const found = await findCurrent(deployments, report)
  if (!found && report.onlyIfThere) return undefined
  const payload = { humanitec_actions: key, ...(workflowRun && { workflow_run: workflowRun }) }
  const { description } = status
  const deployment =
    found ?? (await deployments.create({ ref, environment, description, transient, production, payload }))
  if (!found || !(await isSaid(deployments, deployment.id, status))) {
    await deployments.setStatus(deployment.id, status)
  }
  return deployment
}

/** Ends all deployments of an environment that is no more. Answers how many there were to end. */
export const endDeployments = async (
  deployments: Deployments,
  identity: DeploymentIdentity,
  status: Pick<NewStatus, 'description' | 'logUrl'>,
): Promise<number> => {
  const ours: Deployment[] = []
  for await (const deployment of deployments.list({ environment: identity.environment })) {
    if (isOf(deployment, identity)) ours.push(deployment)
  }
  let ended = 0
  for (const { id } of ours) {
    const last = await firstStatus(deployments, id)
    if (last === 'inactive') continue
    await deployments.setStatus(id, { ...status, state: 'inactive' })
    ended += 1
  }
  return ended
}

const firstStatus = async (deployments: Deployments, id: number) => {
  for await (const { state } of deployments.statuses(id)) return state
  return undefined
}
