import { isFinishedDeployment, isTerminal } from '../../../src/contract/status.ts'
import type { Deployment, Run } from '../../../src/contract/types.ts'
import { type Ended, wasKilled } from '../invariants.ts'
import type { Stage } from '../stage.ts'
import { env, hasFailed, isInDoubt, outputOf } from './outcome.ts'

/** Newest first. */
export const runsOf = async (stage: Stage): Promise<Run[]> =>
  stage.get(`/orgs/local-org/pipeline-runs?app=${stage.app}`)
/** Newest first. */
export const deploysOf = (stage: Stage, envId = env): Promise<Deployment[]> =>
  stage.get(`${stage.path}/envs/${envId}/deploys`)

export const aDelta = async (stage: Stage, image = 'registry.test/web:1'): Promise<string> => {
  const web = { profile: 'humanitec/default-module', spec: { containers: { main: { image } } }, externals: {} }
  const { body } = await stage.call('POST', `${stage.path}/deltas`, { modules: { add: { web } } })
  return body.id
}

export const requestRun = async (stage: Stage, body: object): Promise<Run> => {
  const asked = { trigger: 'deployment_request', env_id: env, ...body }
  return (await stage.call('POST', `${stage.path}/pipeline-runs`, asked)).body
}

/** What runs already, from an image, and how that came out. */
export const aDeployment = async (stage: Stage, image: string, envId = env): Promise<Deployment> => {
  await requestRun(stage, { env_id: envId, delta_id: await aDelta(stage, image) })
  await stage.pass(10_000)
  const [newest] = await deploysOf(stage, envId)
  if (!newest) throw new Error('the deployment has not begun')
  return newest
}

/** What the cluster will do with the deployment. */
export const drawCluster = ({ draw, orchestrator }: Stage) => {
  orchestrator.control.behave({
    durationMs: draw.one([500, 2000, 6000, 25_000]),
    workloads: draw.chance(0.25) ? { web: { fail: { message: 'no such image' } } } : {},
  })
}

/** Those that are not among `before`, oldest first. */
export const madeSince = async (stage: Stage, before: readonly Run[]): Promise<Run[]> => {
  const known = new Set(before.map(({ id }) => id))
  return (await runsOf(stage)).filter(({ id }) => !known.has(id)).reverse()
}

const checkCancellation = ({ demand }: Stage, { said }: Pick<Ended, 'said'>, run: Run) => {
  const asked = Boolean(run.cancellation_requested_at) || run.status === 'cancelled'
  if (said.includes(`'${run.id}'`) && /its cancellation was asked for/.test(said)) {
    demand(asked || isTerminal(run), 'it says that it asked for a cancellation')
  }
  if (/goes on: its cancellation failed/.test(said)) demand(!asked, 'it says that a cancellation failed')
  if (/had ended already/.test(said)) demand(isTerminal(run) || asked, 'it says that a run had ended')
}

/** The run is as the step says, which has failed or succeeded over it. */
const checkRun = (stage: Stage, ended: Ended, run: Run) => {
  const { demand } = stage
  const status = outputOf(ended, 'status')
  const isNamed = ended.said.includes(run.id)
  demand(isNamed || isInDoubt(ended), 'it left a run behind that it did not name')
  demand(!/Nothing had been started|was not started:/.test(ended.said), 'it says that nothing was started')
  checkCancellation(stage, ended, run)
  if (!hasFailed(ended)) {
    demand(outputOf(ended, 'run-id') === run.id || ended.name === 'wait-for-run', 'another run is in the outputs')
  }
  if (['failed', 'conflict', 'no-deployment', ''].includes(status) && hasFailed(ended)) {
    demand(isTerminal(run), `it failed (${status}) though its run is ${run.status}`)
    demand(run.status !== 'succeeded' || status === 'no-deployment', `it failed (${status}) though its run succeeded`)
  }
}

/** The run and its deployment are as the step says. Answers what the step has started. */
export const checkRuns = async (stage: Stage, ended: Ended, before: readonly Run[]): Promise<Run | undefined> => {
  const { demand } = stage
  const made = await madeSince(stage, before)
  demand(made.length <= 1, `${made.length} runs were started`)
  const [run] = made
  if (!run) {
    demand(hasFailed(ended), 'it succeeded without a run')
    return undefined
  }
  checkRun(stage, ended, run)
  if (outputOf(ended, 'status') === 'unknown') {
    demand(isInDoubt(ended) || /could not be read/.test(ended.said), 'it hides its doubt')
  }
  return run
}

/** A success is one: of the run, and of the deployment. */
export const checkSuccess = async (stage: Stage, ended: Ended, run: Run | undefined, envId = env) => {
  if (hasFailed(ended) || outputOf(ended, 'status') !== 'succeeded') return
  const deployment = (await deploysOf(stage, envId)).find(({ id }) => id === outputOf(ended, 'deployment-id'))
  stage.demand(run?.status === 'succeeded', `it succeeded though its run is ${run?.status}`)
  stage.demand(deployment?.status === 'succeeded', `it succeeded though its deployment is ${deployment?.status}`)
  stage.demand(deployment !== undefined && isFinishedDeployment(deployment), 'it did not wait for the end')
}

/** What has become of a job whose step was killed, or cancelled, once its post step is over. */
export const checkAfterPost = async (stage: Stage, { main, post }: { main: Ended; post: Ended }) => {
  const { demand } = stage
  const said = `${main.said}\n${post.said}`
  const asked = main.runner.inputs.boolean('cancel-on-abort', false)
  const mayTimeOut = main.runner.inputs.boolean('cancel-on-timeout', false)
  demand(post.endedAt - post.startedAt <= 10_000, 'the post step took long')
  demand(!hasFailed(post), 'the post step failed the job once more')
  demand(wasKilled(main) || post.seen.length === 0, 'the post step was not needed, and sent something')
  for (const run of await runsOf(stage)) {
    const isCancelled = Boolean(run.cancellation_requested_at) || isTerminal(run)
    demand(said.includes(run.id) || isInDoubt({ said }), 'a run was left behind that nobody has named')
    if (!wasKilled(main)) continue
    checkCancellation(stage, { said }, run)
    demand(!asked || isCancelled || isInDoubt({ said }) || /goes on: /.test(said), 'a run goes on, and nobody says so')
    demand(
      asked || mayTimeOut || !run.cancellation_requested_at,
      'a run was cancelled that nobody wanted to have cancelled',
    )
  }
  await stage.pass(200_000)
  const later = await runsOf(stage)
  demand(later.length <= 1, `${later.length} runs were started in the end`)
  demand(later.every(({ id }) => said.includes(id)) || isInDoubt({ said }), 'a run was started later, without a word')
}
