import type { Approval, Deployment, Job, Run } from '../contract/types.ts'
import type { ApplicationApi, RunReference } from './application.ts'
import { concludeDeployment, concludeRun, type Conclusion, type EndStatus, type Problem } from './conclude.ts'
import { hostsOf, isCurrent } from './environment.ts'
import { followDeployment } from './follow-deployment.ts'
import { type FollowOptions, followRun, type RunEnd } from './follow-run.ts'
import { isPassing } from './trouble.ts'

/** How a run, or a deployment without one, came out: all that outputs and reports are made from. */
export interface RunResult {
  readonly status: EndStatus
  /** One sentence for people. */
  readonly reason: string
  readonly envId: string | undefined
  readonly run?: Run
  readonly jobs: readonly Job[]
  /** Those that wait for a decision. */
  readonly approvals: readonly Approval[]
  readonly deployment?: Deployment
  readonly problems: readonly Problem[]
  /** Whether the deployment is what the environment was last deployed with; undefined when that was not asked. */
  readonly current?: boolean
  /** Workload → public host, after a success. */
  readonly hosts: Readonly<Record<string, string>>
}

export interface AwaitOptions extends FollowOptions {
  /**
   * The environment in which the run has to make a deployment. Without, it is the one that the run was asked to deploy
   * to; a run that was asked for something else need not make any.
   */
  readonly envId: string | undefined
}

const requestedEnvironment = (run: Run | undefined): string | undefined => {
  const envId = run?.trigger === 'deployment_request' ? run.inputs['env_id'] : undefined
  return typeof envId === 'string' ? envId : undefined
}

/** What to know of an environment after a success. Nothing of it is worth failing a release that succeeded. */
const lookAround = async (
  api: ApplicationApi,
  { deployment, status }: Conclusion,
  onTrouble: (message: string) => void,
): Promise<{ current?: boolean; hosts: Record<string, string> }> => {
  if (status !== 'succeeded' || !deployment) return { hosts: {} }
  try {
    const { env_id: envId, id } = deployment
    const [current, hosts] = await Promise.all([isCurrent(api, envId, id), hostsOf(api, envId)])
    return { current, hosts }
  } catch (error) {
    if (api.signal?.aborted || !(error instanceof Error)) throw error
    onTrouble(`The deployment succeeded, but the environment could not be read: ${error.message}`)
    return { hosts: {} }
  }
}

const waitedFor = ({ jobs, approvals }: Extract<RunEnd, { kind: 'timed-out' }>): string => {
  if (approvals.length > 0) return `an approval for environment '${approvals.map(({ env_id }) => env_id).join("', '")}'`
  const waiting = jobs.filter(({ waiting_for }) => waiting_for !== undefined && waiting_for !== '')
  if (waiting.length > 0) return waiting.map(({ id, waiting_for }) => `job '${id}' (${waiting_for})`).join(', ')
  const busy = jobs.filter(({ completed_at }) => completed_at === undefined)
  return busy.length > 0 ? busy.map(({ id, status }) => `job '${id}' (${status})`).join(', ') : 'its first job'
}

const timedOut = (end: Extract<RunEnd, { kind: 'timed-out' }>, { runId }: RunReference): Conclusion => {
  if (!end.run) return { status: 'unknown', reason: `Run '${runId}' could not be read in the time given`, problems: [] }
  const queued =
    end.run.concurrency_group === undefined ? 'to begin' : `for concurrency group '${end.run.concurrency_group}'`
  const waiting =
    end.run.status === 'queued' ? `queued, waiting ${queued}` : `${end.run.status}, waiting for ${waitedFor(end)}`
  return { status: 'timed-out', reason: `Run '${runId}' did not end in the time given: it is ${waiting}`, problems: [] }
}

/** The status of the outcome, however long it takes to learn it: a server that is away for a while changes nothing. */
const conclude = async (
  api: ApplicationApi,
  end: RunEnd,
  reference: RunReference,
  { envId, onEvent }: AwaitOptions,
): Promise<Conclusion> => {
  if (end.kind === 'timed-out') return timedOut(end, reference)
  if (end.kind === 'awaiting-approval') {
    const reason = `Run '${end.run.id}' waits for an approval`
    return { status: 'waiting-for-approval', reason, problems: [] }
  }
  const onTrouble = (message: string) => onEvent({ kind: 'trouble', message })
  try {
    return await concludeRun(api, end, { envId, onTrouble })
  } catch (error) {
    if (api.signal?.aborted || !isPassing(error)) throw error
    const reason = `Run '${end.run.id}' ended as ${end.run.status}, but its deployment could not be read: ${error.message}`
    return { status: 'unknown', reason, problems: [] }
  }
}

/** Follows a run to its end and finds out what came of it. */
export const awaitRun = async (
  api: ApplicationApi,
  reference: RunReference,
  options: AwaitOptions,
): Promise<RunResult> => {
  const end = await followRun(api, reference, options)
  const envId = options.envId ?? requestedEnvironment(end.run)
  const conclusion = await conclude(api, end, reference, { ...options, envId })
  const onTrouble = (message: string) => options.onEvent({ kind: 'trouble', message })
  return {
    ...conclusion,
    ...(await lookAround(api, conclusion, onTrouble)),
    envId,
    ...(end.run ? { run: end.run } : {}),
    jobs: end.jobs,
    approvals: end.kind === 'completed' ? [] : end.approvals,
  }
}

/** The same for a deployment that no run is known of. */
export const awaitDeployment = async (
  api: ApplicationApi,
  place: { envId: string; deploymentId: string },
  tell: { onStatus(deployment: Deployment): void; onTrouble(message: string): void },
): Promise<RunResult> => {
  const { deployment } = await followDeployment(api, place, tell)
  const conclusion: Conclusion = deployment
    ? await concludeDeployment(api, deployment)
    : {
        status: 'unknown',
        reason: `Deployment '${place.deploymentId}' could not be read in the time given`,
        problems: [],
      }
  const around = await lookAround(api, conclusion, tell.onTrouble)
  return { ...conclusion, ...around, envId: place.envId, jobs: [], approvals: [] }
}
