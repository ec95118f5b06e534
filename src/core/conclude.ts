import { isFinishedDeployment, isSuccess } from '../contract/status.ts'
import type { Deployment, Job, Run } from '../contract/types.ts'
import type { ApplicationApi, RunReference } from './application.ts'
import { lookUntil } from './look-until.ts'
import type { OnRunEvent } from './run-events.ts'
import { isFailedCall } from './trouble.ts'

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
  /** One sentence for people, without its full stop. */
  readonly reason: string
  readonly deployment?: Deployment
  readonly problems: readonly Problem[]
}

const deploysPath = '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys'

/** What the platform says went wrong in a deployment. */
const deploymentProblems = async (
  { client, orgId, appId }: ApplicationApi,
  { env_id: envId, id: deployId }: Deployment,
): Promise<Problem[]> => {
  const { body } = await client.get(`${deploysPath}/{deployId}/errors`, { path: { orgId, appId, envId, deployId } })
  return (body ?? []).map(({ scope, object_id, code, summary, message }) => ({
    scope,
    object: object_id,
    code,
    summary,
    message,
  }))
}

/** The steps that failed, in order; a job that failed without one stands for itself. */
const failedSteps = (jobs: readonly Job[]): Problem[] =>
  jobs
    .filter(({ status }) => status === 'failed')
    .flatMap((job) => {
      const failed = job.steps.filter(({ status }) => status === 'failed')
      if (failed.length === 0) return [{ scope: 'job', object: job.id, message: job.status_message }]
      return failed.map((step) => ({ scope: 'step', object: `${job.id} / ${step.name}`, message: step.status_message }))
    })
    .map(({ scope, object, message }) => ({ scope, object, code: '', summary: `${object} failed`, message }))

/** The deployments that a run made in an environment, newest first. */
const deploymentsOfRun = async (
  { client, orgId, appId }: ApplicationApi,
  { pipelineId, runId }: RunReference,
  envId: string,
): Promise<Deployment[]> => {
  const query = { pipelineRunId: `${pipelineId},${runId}` }
  const { body } = await client.get(deploysPath, { path: { orgId, appId, envId }, query })
  return body ?? []
}

/** What is good to know but changes nothing: without it the end is told all the same. Also when the time is up. */
export const readOr = async <T>(
  api: ApplicationApi,
  fallback: T,
  { what, read, onEvent }: { what: string; read: (api: ApplicationApi) => Promise<T>; onEvent: OnRunEvent },
): Promise<T> => {
  const { clock, deadline, client, lastLook = client } = api
  try {
    return await read(clock.now() < deadline ? api : { ...api, client: lastLook })
  } catch (error) {
    if (api.signal?.aborted || !isFailedCall(error)) throw error
    onEvent({ kind: 'missing', message: `${what} could not be read: ${error.message}` })
    return fallback
  }
}

/** `: message`, without its full stop; nothing for an empty one. */
const because = (message: string | null | undefined) => {
  const text = (message ?? '').trim().replace(/(?<![.\s])[.\s]+$/, '')
  return text === '' ? '' : `: ${text}`
}

const statusOfEndedRun = (run: Run): EndStatus => {
  if (isSuccess(run.status)) return 'succeeded'
  if (run.status === 'failed') return 'failed'
  return run.status === 'cancelled' || run.status === 'canceled' ? 'cancelled' : 'unknown'
}

const readProblems = (api: ApplicationApi, deployment: Deployment, onEvent: OnRunEvent): Promise<Problem[]> => {
  const what = `What went wrong in deployment '${deployment.id}'`
  return readOr<Problem[]>(api, [], { what, read: (at) => deploymentProblems(at, deployment), onEvent })
}

/** A deployment that has ended, or whose time is up. */
export const concludeDeployment = async (
  api: ApplicationApi,
  deployment: Deployment,
  onEvent: OnRunEvent,
): Promise<Conclusion> => {
  const { id, status } = deployment
  if (!isFinishedDeployment(deployment)) {
    const reason = `Deployment '${id}' did not end in the time given: it is still '${status}'`
    return { status: 'timed-out', reason, deployment, problems: [] }
  }
  if (isSuccess(status)) {
    return { status: 'succeeded', reason: `Deployment '${id}' succeeded`, deployment, problems: [] }
  }
  const problems = await readProblems(api, deployment, onEvent)
  return { status: 'failed', reason: `Deployment '${id}' failed`, deployment, problems }
}

interface Concluding {
  /** Where the run has to have made a deployment. */
  readonly envId: string | undefined
  readonly onEvent: OnRunEvent
}

/**
 * The end of a run that has succeeded depends on the deployment that it made in `envId`, which may go on for a while
 * after it. A server that is away for that long changes nothing.
 */
const concludeSuccess = async (
  api: ApplicationApi,
  reference: RunReference,
  { envId, onEvent }: { envId: string; onEvent: OnRunEvent },
): Promise<Conclusion> => {
  let unfinished: Deployment | undefined
  const looked = await lookUntil<Conclusion>(api, {
    onTrouble: (message) => onEvent({ kind: 'trouble', message }),
    look: async (at) => {
      const [made] = await deploymentsOfRun(at, reference, envId)
      if (!made) {
        const reason = `Run '${reference.runId}' succeeded, but made no deployment in environment '${envId}'`
        return { status: 'no-deployment', reason, problems: [] }
      }
      if (isFinishedDeployment(made)) return concludeDeployment(at, made, onEvent)
      if (unfinished?.status !== made.status) onEvent({ kind: 'deployment', deployment: made })
      unfinished = made
      return undefined
    },
  })
  if (looked.kind === 'found') return looked.found
  if (unfinished) return concludeDeployment(api, unfinished, onEvent)
  const reason = `Run '${reference.runId}' succeeded, but its deployment could not be read in the time given${because(looked.trouble)}`
  return { status: 'unknown', reason, problems: [] }
}

/** The deployment that a run made in the environment, if it made one and that can be read. */
export const readDeploymentOf = async (
  api: ApplicationApi,
  reference: RunReference,
  { envId, onEvent }: Concluding,
): Promise<Deployment | undefined> => {
  if (envId === undefined) return undefined
  const what = `The deployment of run '${reference.runId}'`
  const read = (at: ApplicationApi) => deploymentsOfRun(at, reference, envId)
  const [made] = await readOr<Deployment[]>(api, [], { what, read, onEvent })
  return made
}

/**
 * What a run that has ended means. With `envId` it counts as a success only when a deployment that it made there
 * succeeded; without, when the run itself did.
 */
export const concludeRun = async (
  api: ApplicationApi,
  { run, jobs }: { run: Run; jobs: readonly Job[] },
  { envId, onEvent }: Concluding,
): Promise<Conclusion> => {
  const reference = { pipelineId: run.pipeline_id, runId: run.id }
  const status = statusOfEndedRun(run)
  if (status === 'succeeded' && envId !== undefined) return concludeSuccess(api, reference, { envId, onEvent })
  const deployment = await readDeploymentOf(api, reference, { envId, onEvent })
  const made = deployment === undefined ? {} : { deployment }
  if (status !== 'failed') {
    const words =
      status === 'unknown' ? `ended with the status '${run.status}', which is not known` : `ended as ${status}`
    return { status, reason: `Run '${run.id}' ${words}${because(run.status_message)}`, ...made, problems: [] }
  }
  const problems = deployment?.status === 'failed' ? await readProblems(api, deployment, onEvent) : []
  return {
    status,
    reason: `Run '${run.id}' failed${because(run.status_message)}`,
    ...made,
    problems: problems.length > 0 ? problems : failedSteps(jobs),
  }
}
