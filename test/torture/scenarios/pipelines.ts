import * as applyPipeline from '../../../src/actions/apply-pipeline/main.ts'
import * as runPipeline from '../../../src/actions/run-pipeline/main.ts'
import type { Scenario, Stage } from '../stage.ts'
import { flag, hasFailed, isInDoubt, outputOf } from './outcome.ts'
import { checkAfterPost, checkRuns, runsOf } from './runs.ts'

const text = (id: string, message: string) => `id: ${id}
name: ${id}
on: { deployment_request: {} }
jobs:
  one:
    steps:
      - { uses: actions/humanitec/log@v1, with: { message: ${message} } }
`

const storedText = async (stage: Stage, id: string): Promise<string | undefined> => {
  const { status, body } = await stage.orchestrator.handle({
    method: 'GET',
    url: `http://orchestrator.test${stage.path}/pipelines/${id}/schema`,
    headers: {
      authorization: `Bearer ${stage.orchestrator.token}`,
      accept: 'application/x.humanitec-pipelines-v1.0+yaml',
    },
  })
  return status === 200 ? body : undefined
}

/** The criteria of a pipeline, as text that can be compared. */
const criteriaOf = async (stage: Stage, id: string): Promise<string> => {
  const all: Record<string, string>[] = await stage.get(`${stage.path}/pipeline-criteria`)
  const own = all.filter((each) => each['pipeline_id'] === id)
  return own
    .map((each) => `${each['env_id'] ?? ''} ${each['env_type'] ?? ''}`)
    .sort()
    .join(', ')
}

interface State {
  readonly text: string | undefined
  readonly criteria: string
}

const stateOf = async (stage: Stage, id: string): Promise<State> => ({
  text: await storedText(stage, id),
  criteria: await criteriaOf(stage, id),
})

interface Item {
  readonly id: string
  readonly outcome: string
  readonly message: string
}

const isSame = (one: State, other: State) => one.text === other.text && one.criteria === other.criteria

const wanted = {
  web: { text: text('web', 'after'), criteria: 'development ' },
  api: { text: text('api', 'after'), criteria: ' development' },
}
const inputs = {
  files: 'web.yaml\napi.yaml',
  criteria: JSON.stringify({ web: [{ env_id: 'development' }], api: [{ env_type: 'development' }] }),
}
const files = { 'web.yaml': wanted.web.text, 'api.yaml': wanted.api.text }

/** `web` may be there, with criteria that `api` is to take over. */
const prepare = async (stage: Stage) => {
  const { draw, path } = stage
  if (draw.chance(0.4)) return
  await stage.call('POST', `${path}/pipelines`, text('web', 'before'))
  if (draw.chance(0.4)) return
  const criterion = { trigger: 'deployment_request', env_type: 'development' }
  await stage.call('POST', `${path}/pipelines/web/criteria`, criterion)
}

export const applyScenario: Scenario = async (stage) => {
  const { draw, demand } = stage
  await prepare(stage)
  const before = { web: await stateOf(stage, 'web'), api: await stateOf(stage, 'api') }
  const timeoutMs = draw.one([10_000, 60_000, 600_000])
  const ended = await stage.act('apply-pipeline', applyPipeline, { inputs, files, timeoutMs })
  await stage.clock.advance(200_000)
  const items: Item[] = JSON.parse(outputOf(ended, 'result') || '[]')
  const status = outputOf(ended, 'status')
  const isTold = outputOf(ended, 'changed') === 'true' || items.some(({ message }) => /may have been/.test(message))
  demand((status === 'applied') === !hasFailed(ended), `it ended as ${status}`)
  demand(status !== 'unknown' || isInDoubt(ended), 'it hides its doubt')
  for (const id of ['web', 'api'] as const) {
    const now = await stateOf(stage, id)
    const outcome = items.find((item) => item.id === id)?.outcome ?? 'none'
    if (outcome === 'applied') demand(isSame(now, wanted[id]), `${id} is not as the file says`)
    else demand(isSame(now, before[id]) || isTold, `${id} was changed, and is said to be ${outcome}`)
  }
}

/** Makes pipeline `it`, of one step. */
export const aPipeline = (stage: Stage, step: string, trigger = 'pipeline_call') =>
  stage.call(
    'POST',
    `${stage.path}/pipelines`,
    `id: it\nname: it\non: { ${trigger}: {} }\njobs: { one: { steps: [${step}] } }\n`,
  )

const timeouts = [20_000, 90_000, 600_000] as const

const aCall = async (stage: Stage) => {
  const step = stage.draw.chance(0.7)
    ? '{ uses: actions/humanitec/log@v1, with: { message: hello } }'
    : '{ uses: actions/humanitec/fail@v1, with: { message: no } }'
  await aPipeline(stage, step)
  return { 'pipeline-id': 'it', 'cancel-on-timeout': flag(stage), 'cancel-on-abort': flag(stage) }
}

export const runPipelineScenario: Scenario = async (stage) => {
  const { draw, demand } = stage
  const inputs = { ...(await aCall(stage)), wait: flag(stage, 0.85) }
  const ended = await stage.act('run-pipeline', runPipeline, { inputs, timeoutMs: draw.one(timeouts) })
  const run = await checkRuns(stage, ended, [])
  if (outputOf(ended, 'status') === 'succeeded') demand(run?.status === 'succeeded', `its run is ${run?.status}`)
  await stage.pass(200_000)
  const after = await runsOf(stage)
  demand(after.length <= 1, `${after.length} runs were started in the end`)
  demand(run !== undefined || after.length === 0 || isInDoubt(ended), 'a run was started later, without a warning')
}

/** A job that dies over its run, which waits for an approval and so goes on for long. */
export const runPipelineKilledScenario: Scenario = async (stage) => {
  const { draw } = stage
  await aPipeline(stage, '{ uses: actions/humanitec/approve@v1, with: { env_id: development, message: Ship? } }')
  const inputs = { 'pipeline-id': 'it', 'cancel-on-timeout': flag(stage), 'cancel-on-abort': flag(stage) }
  const main = await stage.act('run-pipeline', runPipeline, { inputs, timeoutMs: draw.one(timeouts), fate: 'killed' })
  if (draw.chance(0.3)) await stage.pass(draw.one([1000, 60_000]))
  const state = { ...main.runner.state }
  const acting = { inputs, state, phase: 'post', timeoutMs: 10_000, fate: 'spared' } as const
  await checkAfterPost(stage, { main, post: await stage.act('run-pipeline, post', runPipeline, acting) })
}
