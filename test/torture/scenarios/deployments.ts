import * as deploy from '../../../src/actions/deploy/main.ts'
import * as waitForRun from '../../../src/actions/wait-for-run/main.ts'
import type { Run } from '../../../src/contract/types.ts'
import type { Workflow } from '../acting.ts'
import type { Ended } from '../invariants.ts'
import type { Scenario, Stage } from '../stage.ts'
import { env, flag, hasFailed, isInDoubt, outputOf } from './outcome.ts'
import {
  aDelta,
  aDeployment,
  checkAfterPost,
  checkRuns,
  checkSuccess,
  deploysOf,
  drawCluster,
  madeSince,
  requestRun,
  runsOf,
} from './runs.ts'

const timeouts = [20_000, 90_000, 600_000] as const

const deployInputs = (stage: Stage) => ({
  env,
  'cancel-on-timeout': flag(stage),
  'cancel-on-abort': flag(stage),
  'on-conflict': stage.draw.one(['wait', 'fail']),
  logs: flag(stage, 0.8),
})

/** A deploy step, with all that is asked of it. */
export const deployAndCheck = async (
  stage: Stage,
  inputs: Record<string, string>,
  workflow: Workflow = {},
): Promise<Ended> => {
  const before = await runsOf(stage)
  const ended = await stage.act('deploy', deploy, { ...workflow, inputs, timeoutMs: stage.draw.one(timeouts) })
  const run = await checkRuns(stage, ended, before)
  if (inputs['wait'] !== 'false') await checkSuccess(stage, ended, run, inputs['env'])
  await stage.pass(200_000)
  const after = (await runsOf(stage)).length - before.length
  stage.demand(after <= 1, `${after} runs were started in the end`)
  const isEmpty = !run && after === 1
  stage.demand(!isEmpty || isInDoubt(ended), 'a run was started later, and it did not say that this may be')
  return ended
}

export const deployScenario: Scenario = async (stage) => {
  const { draw } = stage
  const deltaId = await aDelta(stage)
  if (draw.chance(0.15)) await requestRun(stage, { delta_id: await aDelta(stage, 'registry.test/web:0') })
  drawCluster(stage)
  await deployAndCheck(stage, { ...deployInputs(stage), 'delta-id': deltaId, wait: flag(stage, 0.85) })
}

/** What the second run did, which is there only because the first one failed. */
const checkRollback = async (stage: Stage, ended: Ended, { made, good }: { made: readonly Run[]; good: string }) => {
  const { demand } = stage
  const [first, second] = made
  const status = outputOf(ended, 'rollback-status')
  const deployments = await deploysOf(stage)
  const broken = deployments.find(({ pipeline }) => pipeline?.run_id === first?.id)
  const again = second && deployments.find(({ pipeline }) => pipeline?.run_id === second.id)
  demand(!second || broken?.status === 'failed', `it rolled back from a deployment that is ${broken?.status}`)
  const target = deployments.find(({ id }) => id === good)
  demand(!again || again.set_id === target?.set_id, 'it rolled back to another set')
  if (status === 'succeeded') {
    demand(again?.status === 'succeeded', `it says that it rolled back, and that is ${again?.status}`)
    demand(outputOf(ended, 'rolled-back-to') === good, 'it names another deployment that it has rolled back to')
  } else if (second) {
    demand(again?.status !== 'succeeded' || isInDoubt(ended), `it rolled back, and says ${status}`)
    demand(status !== 'skipped' && status !== '', `it began to roll back, and says '${status}'`)
  }
}

/** A deployment that fails, or not, over one that succeeded. */
export const rollbackOnFailureScenario: Scenario = async (stage) => {
  const { draw, demand, orchestrator } = stage
  const good = await aDeployment(stage, 'registry.test/web:1')
  const deltaId = await aDelta(stage, 'registry.test/web:2')
  const image = draw.one(['registry.test/web:2', 'registry.test/web:2', 'registry.test/web:2', 'registry.test/web:9'])
  orchestrator.control.behave({
    durationMs: draw.one([500, 2000, 6000, 25_000]),
    workloads: { web: { fail: { image, message: 'no such image' } } },
  })
  const before = await runsOf(stage)
  const inputs = { ...deployInputs(stage), 'delta-id': deltaId, 'rollback-on-failure': 'true' }
  const timeoutMs = draw.one([20_000, 90_000])
  // A rollback has the time of a whole deployment once more, and begins at the latest when that of the first is over.
  const ended = await stage.act('deploy', deploy, { inputs, timeoutMs, budgetMs: 2 * timeoutMs + 10_000 })
  const made = await madeSince(stage, before)
  demand(made.length <= 2, `${made.length} runs were started`)
  demand(made.every(({ id }) => ended.said.includes(id)) || isInDoubt(ended), 'it left a run behind unnamed')
  demand(made[0]?.status === 'succeeded' || hasFailed(ended), `it passed though its run is ${made[0]?.status}`)
  await checkSuccess(stage, ended, made[0])
  await checkRollback(stage, ended, { made, good: good.id })
  await stage.pass(200_000)
  const later = await madeSince(stage, before)
  demand(later.length <= 2, `${later.length} runs were started in the end`)
  demand(later.length === made.length || isInDoubt(ended), 'a run was started later, without a warning')
}

/** A job that dies over its deployment; what is left to say is for the post step. */
export const deployKilledScenario: Scenario = async (stage) => {
  const { draw } = stage
  drawCluster(stage)
  const inputs = { ...deployInputs(stage), 'delta-id': await aDelta(stage) }
  const main = await stage.act('deploy', deploy, { inputs, timeoutMs: draw.one(timeouts), fate: 'killed' })
  if (draw.chance(0.3)) await stage.pass(draw.one([1000, 60_000]))
  const state = { ...main.runner.state }
  const acting = { inputs, state, phase: 'post', timeoutMs: 10_000, fate: 'spared' } as const
  const post = await stage.act('deploy, post', deploy, acting)
  await checkAfterPost(stage, { main, post })
}

export const waitScenario: Scenario = async (stage) => {
  const { draw, demand } = stage
  drawCluster(stage)
  const run = await requestRun(stage, { delta_id: await aDelta(stage) })
  await stage.pass(draw.one([0, 1000, 5000]))
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
