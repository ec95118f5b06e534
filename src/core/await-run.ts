import { isTerminal } from '../contract/status.ts'
import type { Approval, Deployment, Job, Run } from '../contract/types.ts'
import type { ApplicationApi, RunReference } from './application.ts'
import {
  concludeDeployment,
  concludeRun,
  type Conclusion,
  type EndStatus,
  type Problem,
  readDeploymentOf,
  readOr,
} from './conclude.ts'
import { hostsOf, isCurrent } from './environment.ts'
import { followDeployment } from './follow-deployment.ts'
import { type FollowOptions, followRun, type RunEnd, type TimedOutRun } from './follow-run.ts'
import { keepTails, type LogTail } from './log-tails.ts'
import type { OnRunEvent } from './run-events.ts'
import { isFailedCall } from './trouble.ts'

/** How a run, or a deployment without one, came out: all that outputs and reports are made from. */
export interface RunResult {
  readonly status: EndStatus
  /** One sentence for people, without its full stop. */
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
  /** What steps that failed wrote last, where their logs were read. */
  readonly tails?: readonly LogTail[]
}

export interface AwaitOptions extends FollowOptions {
  /**
   * The environment in which the run has to make a deployment. Without, it is the one that the run was asked to deploy
   * to; a run that was asked for something else need not make any.
   */
  readonly envId: string | undefined
}

const requestedEnvironment = (run: Run | undefined): string | undefined => {
  const envId = run?.trigger === 'deployment_request' ? run.inputs?.['env_id'] : undefined
  return typeof envId === 'string' ? envId : undefined
}

/** What to know of an environment after a success. Nothing of it is worth failing a release that succeeded. */
const lookAround = async (
  api: ApplicationApi,
  { deployment, status }: Conclusion,
  onEvent: OnRunEvent,
): Promise<{ current?: boolean; hosts: Record<string, string> }> => {
  if (status !== 'succeeded' || !deployment) return { hosts: {} }
  const { env_id: envId, id } = deployment
  const [current, hosts] = await Promise.all([
    readOr<boolean | undefined>(api, undefined, {
      what: `Whether the deployment is still what environment '${envId}' was last deployed with`,
      read: (at) => isCurrent(at, envId, id),
      onEvent,
    }),
    readOr<Record<string, string>>(
      api,
      {},
      {
        what: `The hosts of environment '${envId}'`,
        read: (at) => hostsOf(at, envId),
        onEvent,
      },
    ),
  ])
  return { hosts, ...(current === undefined ? {} : { current }) }
}

const waitedFor = ({ jobs, approvals }: TimedOutRun): string => {
  if (approvals.length > 0) return `an approval for environment '${approvals.map(({ env_id }) => env_id).join("', '")}'`
  const open = jobs.filter((job) => !isTerminal(job))
  if (open.length === 0) return jobs.length === 0 ? 'its first job' : 'its end'
  const waiting = open.filter(({ waiting_for }) => Boolean(waiting_for))
  return waiting.length > 0
    ? waiting.map(({ id, waiting_for }) => `job '${id}' (${waiting_for})`).join(', ')
    : open.map(({ id, status }) => `job '${id}' (${status})`).join(', ')
}

const timedOut = ({ run, trouble, ...end }: TimedOutRun, { runId }: RunReference): Conclusion => {
  const lately = trouble === '' ? '' : `. It could not be read at last: ${trouble}`
  if (!run) {
    return { status: 'timed-out', reason: `Run '${runId}' could not be read in the time given${lately}`, problems: [] }
  }
  const group = run.concurrency_group
  const queued = group ? `for its turn in concurrency group '${group}'` : 'to begin'
  const waiting =
    run.status === 'queued'
      ? `queued, waiting ${queued}`
      : `${run.status}, waiting for ${waitedFor({ run, trouble, ...end })}`
  const reason = `Run '${runId}' did not end in the time given: it is ${waiting}${lately}`
  return { status: 'timed-out', reason, problems: [] }
}

const conclude = async (
  api: ApplicationApi,
  end: RunEnd,
  { reference, envId, onEvent }: { reference: RunReference; envId: string | undefined; onEvent: OnRunEvent },
): Promise<Conclusion> => {
  if (end.kind === 'completed') {
    try {
      return await concludeRun(api, end, { envId, onEvent })
    } catch (error) {
      if (api.signal?.aborted || !isFailedCall(error)) throw error
      const reason = `Run '${end.run.id}' ended as ${end.run.status}, but its deployment could not be read: ${error.message}`
      return { status: 'unknown', reason, problems: [] }
    }
  }
  const isTimedOut = end.kind === 'timed-out'
  const conclusion: Conclusion = isTimedOut
    ? timedOut(end, reference)
    : { status: 'waiting-for-approval', reason: `Run '${end.run.id}' waits for an approval`, problems: [] }
  // Whoever goes on from here wants to know what was begun, unless the server is away.
  if (isTimedOut && (!api.lastLook || end.trouble !== '' || end.run?.status === 'queued')) return conclusion
  const deployment = await readDeploymentOf(api, reference, { envId, onEvent })
  return { ...conclusion, ...(deployment ? { deployment } : {}) }
}

/** Follows a run to its end and finds out what came of it. */
export const awaitRun = async (
  api: ApplicationApi,
  reference: RunReference,
  options: AwaitOptions,
): Promise<RunResult> => {
  const { onEvent } = options
  const kept = keepTails(onEvent)
  const end = await followRun(api, reference, { ...options, onEvent: kept.onEvent })
  const tails = kept.tails()
  const envId = options.envId ?? requestedEnvironment(end.run)
  const conclusion = await conclude(api, end, { reference, envId, onEvent })
  return {
    ...conclusion,
    ...(await lookAround(api, conclusion, onEvent)),
    envId,
    ...(end.run ? { run: end.run } : {}),
    jobs: end.jobs,
    approvals: end.kind === 'completed' ? [] : end.approvals,
    ...(tails.length === 0 ? {} : { tails }),
  }
}

/** The same for a deployment that no run is known of. */
export const awaitDeployment = async (
  api: ApplicationApi,
  place: { envId: string; deploymentId: string },
  onEvent: OnRunEvent,
): Promise<RunResult> => {
  const { deployment, ...end } = await followDeployment(api, place, onEvent)
  const trouble = end.kind === 'timed-out' && end.trouble !== '' ? `: ${end.trouble}` : ''
  const conclusion: Conclusion = deployment
    ? await concludeDeployment(api, deployment, onEvent)
    : {
        status: 'timed-out',
        reason: `Deployment '${place.deploymentId}' could not be read in the time given${trouble}`,
        problems: [],
      }
  const around = await lookAround(api, conclusion, onEvent)
  return { ...conclusion, ...around, envId: place.envId, jobs: [], approvals: [] }
}
