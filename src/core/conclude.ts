import { isFinishedDeployment, isSuccess, isTerminal } from '../contract/status.ts'
import type { Deployment, Job, Run } from '../contract/types.ts'
import type { ApplicationApi, RunReference } from './application.ts'
import { followDeployment } from './follow-deployment.ts'

/** How a deployment can end for whoever asked for it. */
export const endStatuses = [
  'succeeded',
  'failed',
  'cancelled',
  'timed-out',
  'waiting-for-approval',
  'conflict',
  'no-deployment',
  'unknown',
] as const
export type EndStatus = (typeof endStatuses)[number]

/** One thing that went wrong. */
export interface Problem {
  /** What kind of thing `object` is: `workload`, `resource`, `step` … */
  readonly scope: string
  readonly object: string
  readonly code: string
  readonly summary: string
  readonly message: string
}

export interface Conclusion {
  readonly status: EndStatus
  /** One sentence for people. */
  readonly reason: string
  readonly deployment?: Deployment
  readonly problems: readonly Problem[]
}

const deploysPath = '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys'

/** What the platform says went wrong in a deployment. */
export const deploymentProblems = async (
  { client, orgId, appId }: ApplicationApi,
  { env_id: envId, id: deployId }: Deployment,
): Promise<Problem[]> => {
  const { body } = await client.get(`${deploysPath}/{deployId}/errors`, { path: { orgId, appId, envId, deployId } })
  return body.map(({ scope, object_id, code, summary, message }) => ({
    scope,
    object: object_id,
    code,
    summary,
    message,
  }))
}

/** The steps that failed, in order; a job that failed without one stands for itself. */
export const failedSteps = (jobs: readonly Job[]): Problem[] =>
  jobs
    .filter(({ status }) => status === 'failed')
    .flatMap((job) => {
      const failed = job.steps.filter(({ status }) => status === 'failed')
      if (failed.length === 0) return [{ scope: 'job', object: job.id, message: job.status_message }]
      return failed.map((step) => ({ scope: 'step', object: `${job.id} / ${step.name}`, message: step.status_message }))
    })
    .map(({ scope, object, message }) => ({ scope, object, code: '', summary: `${object} failed`, message }))

/** The deployments that a run made in an environment, newest first. */
export const deploymentsOfRun = async (
  { client, orgId, appId }: ApplicationApi,
  { pipelineId, runId }: RunReference,
  envId: string,
): Promise<Deployment[]> => {
  const query = { pipelineRunId: `${pipelineId},${runId}` }
  const { body } = await client.get(deploysPath, { path: { orgId, appId, envId }, query })
  return body
}

const because = (message: string) => (message === '' ? '' : `: ${message}`)

const statusOfEndedRun = (run: Run): EndStatus => {
  if (isSuccess(run.status)) return 'succeeded'
  if (run.status === 'failed') return 'failed'
  return run.status === 'cancelled' || run.status === 'canceled' ? 'cancelled' : 'unknown'
}

/** A deployment that has ended, or whose time is up. */
export const concludeDeployment = async (api: ApplicationApi, deployment: Deployment): Promise<Conclusion> => {
  if (!isFinishedDeployment(deployment)) {
    const reason = `Deployment '${deployment.id}' is still '${deployment.status}'`
    return { status: 'timed-out', reason, deployment, problems: [] }
  }
  if (isSuccess(deployment.status)) {
    return { status: 'succeeded', reason: `Deployment '${deployment.id}' succeeded`, deployment, problems: [] }
  }
  const problems = await deploymentProblems(api, deployment)
  return { status: 'failed', reason: `Deployment '${deployment.id}' failed`, deployment, problems }
}

/** The end of a run that has succeeded depends on the deployment that it made in `envId`. */
const concludeSuccess = async (
  api: ApplicationApi,
  reference: RunReference,
  envId: string,
  onTrouble: (message: string) => void,
): Promise<Conclusion> => {
  const [made] = await deploymentsOfRun(api, reference, envId)
  if (!made) {
    const reason = `Run '${reference.runId}' succeeded, but made no deployment in environment '${envId}'`
    return { status: 'no-deployment', reason, problems: [] }
  }
  // A pipeline may end before the deployment that it started.
  const place = { envId, deploymentId: made.id }
  const end = isFinishedDeployment(made)
    ? { deployment: made }
    : await followDeployment(api, place, { onStatus: () => {}, onTrouble })
  return concludeDeployment(api, end.deployment ?? made)
}

/**
 * What a run that has ended means. With `envId` it counts as a success only when a deployment that it made there
 * succeeded; without, when the run itself did.
 */
export const concludeRun = async (
  api: ApplicationApi,
  { run, jobs }: { run: Run; jobs: readonly Job[] },
  { envId, onTrouble }: { envId: string | undefined; onTrouble(message: string): void },
): Promise<Conclusion> => {
  const reference = { pipelineId: run.pipeline_id, runId: run.id }
  const status = isTerminal(run) ? statusOfEndedRun(run) : 'timed-out'
  if (status === 'succeeded' && envId !== undefined) return concludeSuccess(api, reference, envId, onTrouble)
  const [deployment] = envId === undefined ? [] : await deploymentsOfRun(api, reference, envId)
  const made = deployment === undefined ? {} : { deployment }
  if (status !== 'failed') {
    const words =
      status === 'unknown' ? `ended with the status '${run.status}', which is not known` : `ended as ${status}`
    return { status, reason: `Run '${run.id}' ${words}${because(run.status_message)}`, ...made, problems: [] }
  }
  const hasFailedDeployment = deployment?.status === 'failed'
  const problems = hasFailedDeployment ? await deploymentProblems(api, deployment) : []
  return {
    status,
    reason: `Run '${run.id}' failed${because(run.status_message)}`,
    ...made,
    problems: problems.length > 0 ? problems : failedSteps(jobs),
  }
}
