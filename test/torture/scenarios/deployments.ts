import * as approve from '../../../src/actions/approve/main.ts'
import * as deploy from '../../../src/actions/deploy/main.ts'
import * as runPipeline from '../../../src/actions/run-pipeline/main.ts'
import * as waitForRun from '../../../src/actions/wait-for-run/main.ts'
import { isFinishedDeployment, isTerminal } from '../../../src/contract/status.ts'
import type { Deployment, Run } from '../../../src/contract/types.ts'
import type { Ended } from '../invariants.ts'
import type { Scenario, Stage } from '../stage.ts'

const env = 'development'
const timeouts = [20_000, 90_000, 600_000] as const
const flag = (stage: Stage, probability = 0.5) => String(stage.draw.chance(probability))

export const outputOf = ({ runner }: Ended, name: string): string => runner.outputs[name] ?? ''
export const hasFailed = ({ runner }: Ended): boolean => runner.exitCode === 1
/** Says that it does not know, and so hides nothing. */
export const isInDoubt = ({ said }: Ended): boolean =>
  /not known|may go on|goes on by itself|may have been|may or may not|may be gone/.test(said)

const runsOf = async (stage: Stage): Promise<Run[]> => stage.get(`/orgs/local-org/pipeline-runs?app=${stage.app}`)
const deploysOf = (stage: Stage, envId: string): Promise<Deployment[]> =>
  stage.get(`${stage.path}/envs/${envId}/deploys`)

export const aDelta = async (stage: Stage, image = 'registry.test/web:1'): Promise<string> => {
  const web = { profile: 'humanitec/default-module', spec: { containers: { main: { image } } }, externals: {} }
  const { body } = await stage.call('POST', `${stage.path}/deltas`, { modules: { add: { web } } })
  return body.id
}

const request = async (stage: Stage, body: object): Promise<Run> => {
  const asked = { trigger: 'deployment_request', env_id: env, ...body }
  return (await stage.call('POST', `${stage.path}/pipeline-runs`, asked)).body
}

const pass = async (stage: Stage, ms: number) => {
  await stage.clock.advance(ms)
  stage.orchestrator.work()
}

/** What the cluster will do with the deployment. */
const drawCluster = ({ draw, orchestrator }: Stage) => {
  orchestrator.control.behave({
    durationMs: draw.one([500, 2000, 15_000, 200_000]),
    workloads: draw.chance(0.25) ? { web: { fail: { message: 'no such image' } } } : {},
  })
}

/** The run and its deployment are as the step says. Answers what the step has started. */
const checkRuns = async (stage: Stage, ended: Ended, before: readonly Run[]): Promise<Run | undefined> => {
  const { demand } = stage
  const known = new Set(before.map(({ id }) => id))
  const made = (await runsOf(stage)).filter(({ id }) => !known.has(id))
  demand(made.length <= 1, `${made.length} runs were started`)
  const [run] = made
  const status = outputOf(ended, 'status')
  if (!run) {
    demand(hasFailed(ended), 'it succeeded without a run')
    return undefined
  }
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
  if (status === 'unknown') demand(isInDoubt(ended) || /could not be read/.test(ended.said), 'it hides its doubt')
  return run
}

const checkCancellation = ({ demand }: Stage, { said }: Ended, run: Run) => {
  const asked = Boolean(run.cancellation_requested_at) || run.status === 'cancelled'
  if (said.includes(`'${run.id}'`) && /its cancellation was asked for/.test(said)) {
    demand(asked || isTerminal(run), 'it says that it asked for a cancellation')
  }
  if (/goes on: its cancellation failed/.test(said)) demand(!asked, 'it says that a cancellation failed')
  if (/had ended already/.test(said)) demand(isTerminal(run) || asked, 'it says that a run had ended')
}

/** A success is one: of the run, and of the deployment. */
const checkSuccess = async (stage: Stage, ended: Ended, run: Run | undefined, envId = env) => {
  if (hasFailed(ended) || outputOf(ended, 'status') !== 'succeeded') return
  const deployment = (await deploysOf(stage, envId)).find(({ id }) => id === outputOf(ended, 'deployment-id'))
  stage.demand(run?.status === 'succeeded', `it succeeded though its run is ${run?.status}`)
  stage.demand(deployment?.status === 'succeeded', `it succeeded though its deployment is ${deployment?.status}`)
  stage.demand(deployment !== undefined && isFinishedDeployment(deployment), 'it did not wait for the end')
}

export const deployInputs = (stage: Stage) => ({
  env,
  'cancel-on-timeout': flag(stage),
  'cancel-on-abort': flag(stage),
  'on-conflict': stage.draw.one(['wait', 'fail']),
  logs: flag(stage, 0.8),
})

/** A deploy step, with all that is asked of it. */
export const deployAndCheck = async (stage: Stage, inputs: Record<string, string>): Promise<Ended> => {
  const before = await runsOf(stage)
  const ended = await stage.act('deploy', deploy, { inputs, timeoutMs: stage.draw.one(timeouts) })
  const run = await checkRuns(stage, ended, before)
  if (inputs['wait'] !== 'false') await checkSuccess(stage, ended, run, inputs['env'])
  await pass(stage, 200_000)
  const after = (await runsOf(stage)).length - before.length
  stage.demand(after <= 1, `${after} runs were started in the end`)
  const isEmpty = !run && after === 1
  stage.demand(!isEmpty || isInDoubt(ended), 'a run was started later, and it did not say that this may be')
  return ended
}

export const deployScenario: Scenario = async (stage) => {
  const { draw } = stage
  const deltaId = await aDelta(stage)
  if (draw.chance(0.15)) await request(stage, { delta_id: await aDelta(stage, 'registry.test/web:0') })
  drawCluster(stage)
  await deployAndCheck(stage, { ...deployInputs(stage), 'delta-id': deltaId, wait: flag(stage, 0.85) })
}

export const waitScenario: Scenario = async (stage) => {
  const { draw, demand } = stage
  drawCluster(stage)
  const run = await request(stage, { delta_id: await aDelta(stage) })
  await pass(stage, draw.one([0, 1000, 5000]))
  const inputs = {
    'run-id': run.id,
    'pipeline-id': run.pipeline_id,
    'cancel-on-timeout': flag(stage),
    'cancel-on-abort': flag(stage),
    logs: flag(stage),
  }
  const ended = await stage.act('wait-for-run', waitForRun, { inputs, timeoutMs: draw.one(timeouts) })
  demand((await runsOf(stage)).length === 1, 'it started a run')
  const now = await checkRuns(stage, ended, [])
  await checkSuccess(stage, ended, now)
  demand(hasFailed(ended) || outputOf(ended, 'status') === 'succeeded', 'it passed without a success')
}

const pipeline = (id: string, steps: string, head = 'pipeline_call: {}') => `id: ${id}
name: ${id}
on: { ${head} }
jobs:
  one:
    steps:
${steps}
`

export const runPipelineScenario: Scenario = async (stage) => {
  const { draw, demand } = stage
  const step = draw.chance(0.7)
    ? '      - { uses: actions/humanitec/log@v1, with: { message: hello } }'
    : '      - { uses: actions/humanitec/fail@v1, with: { message: no } }'
  await stage.call('POST', `${stage.path}/pipelines`, pipeline('it', step))
  const inputs = {
    'pipeline-id': 'it',
    'cancel-on-timeout': flag(stage),
    'cancel-on-abort': flag(stage),
    wait: flag(stage, 0.85),
  }
  const ended = await stage.act('run-pipeline', runPipeline, { inputs, timeoutMs: draw.one(timeouts) })
  const run = await checkRuns(stage, ended, [])
  if (outputOf(ended, 'status') === 'succeeded') demand(run?.status === 'succeeded', `its run is ${run?.status}`)
  await pass(stage, 200_000)
  const after = await runsOf(stage)
  demand(after.length <= 1, `${after.length} runs were started in the end`)
  demand(run !== undefined || after.length === 0 || isInDoubt(ended), 'a run was started later, without a warning')
}

export const approveScenario: Scenario = async (stage) => {
  const { draw, demand } = stage
  const step = `      - { uses: actions/humanitec/approve@v1, with: { env_id: ${env}, message: Ship? } }`
  await stage.call('POST', `${stage.path}/pipelines`, pipeline('it', step))
  const run: Run = (await stage.call('POST', `${stage.path}/pipelines/it/runs`, { inputs: {} })).body
  await pass(stage, 3000)
  const decision = draw.one(['approve', 'deny'])
  const inputs = { 'run-id': run.id, 'pipeline-id': 'it', decision, 'wait-for-request': flag(stage) }
  const ended = await stage.act('approve', approve, { inputs, timeoutMs: draw.one(timeouts) })
  await pass(stage, 200_000)
  const approvals: { status: string }[] = await stage.get(`${stage.path}/approvals`)
  const wanted = decision === 'approve' ? 'approved' : 'denied'
  const isDecided = approvals[0]?.status === wanted
  if (!hasFailed(ended)) demand(isDecided && outputOf(ended, 'status') === wanted, 'it says that it has decided')
  else demand(!isDecided || isInDoubt(ended), `it failed (${outputOf(ended, 'status')}) though the decision was taken`)
}
