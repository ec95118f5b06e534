import * as api from '../../../src/actions/api/main.ts'
import type { Ended } from '../invariants.ts'
import type { Scenario, Stage } from '../stage.ts'
import { flag, hasFailed, isInDoubt, outputOf } from './outcome.ts'
import { aPipeline } from './pipelines.ts'
import { runsOf } from './runs.ts'

const timeouts = [10_000, 60_000, 600_000] as const

const act = (stage: Stage, inputs: Record<string, string>): Promise<Ended> =>
  stage.act(`api ${inputs['operation']}`, api, { inputs, timeoutMs: stage.draw.one(timeouts) })

const isAnswered = (ended: Ended) => !hasFailed(ended) && /^2\d\d$/.test(outputOf(ended, 'status'))

/** Not to be read anywhere. */
const secret = 'correct-horse-battery-staple-4711'

interface Write {
  readonly inputs: Record<string, string>
  /** How often it has taken effect. */
  count(): Promise<number>
}

const listed = async (stage: Stage, path: string, isIt: (each: Record<string, unknown>) => boolean): Promise<number> =>
  ((await stage.get(`${stage.path}/${path}`)) as Record<string, unknown>[]).filter(isIt).length

const writes: Readonly<Record<string, (stage: Stage) => Promise<Write>>> = {
  /** Takes no key, and could be made twice. */
  createDelta: async (stage) => ({
    inputs: { body: JSON.stringify({ metadata: { name: 'once' } }) },
    count: () => listed(stage, 'deltas', ({ metadata }) => (metadata as { name?: string }).name === 'once'),
  }),
  /** Has a key, and is repeated. */
  createPipelineRun: async (stage) => {
    await aPipeline(stage, '{ uses: actions/humanitec/log@v1, with: { message: hello } }')
    return {
      inputs: { parameters: 'pipelineId=it', body: '{ inputs: {} }' },
      count: async () => (await runsOf(stage)).length,
    }
  },
  createEnvironment: async (stage) => ({
    inputs: { body: JSON.stringify({ id: 'qa', name: 'qa', type: 'development' }) },
    count: () => listed(stage, 'envs', ({ id }) => id === 'qa'),
  }),
  createApplicationValue: async (stage) => ({
    inputs: { body: JSON.stringify({ key: 'PASSWORD', value: secret, is_secret: true, description: '' }) },
    count: () => listed(stage, 'values', ({ key }) => key === 'PASSWORD'),
  }),
  deleteEnvironment: async (stage) => {
    await stage.call('POST', `${stage.path}/envs`, { id: 'qa', name: 'qa', type: 'development' })
    return {
      inputs: { env: 'qa' },
      count: async () => 1 - (await listed(stage, 'envs', ({ id, status }) => id === 'qa' && status !== 'deleting')),
    }
  },
}

/** One write of any kind: at most once, and never denied. */
export const apiWriteScenario: Scenario = async (stage) => {
  const { demand, draw } = stage
  const [first = '', ...others] = Object.keys(writes)
  const operation = draw.one([first, ...others])
  const write = await writes[operation]?.(stage)
  if (!write) throw new Error(`no such write: ${operation}`)
  const ended = await act(stage, { operation, ...write.inputs, 'fail-on-error': flag(stage, 0.7) })
  await stage.pass(200_000)
  const count = await write.count()
  demand(count <= 1, `it took effect ${count} times`)
  demand(!isAnswered(ended) || count === 1, 'it was answered, and nothing has happened')
  demand(isAnswered(ended) || count === 0 || isInDoubt(ended), 'it took effect, and the step says that it has not')
  demand(!ended.said.includes(secret), 'a secret value was shown')
}

/** Pages of a list: all of them, or a failure. */
export const apiReadScenario: Scenario = async (stage) => {
  const { demand, draw } = stage
  await aPipeline(stage, '{ uses: actions/humanitec/log@v1, with: { message: hello } }')
  const count = draw.below(6)
  for (let made = 0; made < count; made += 1) {
    await stage.call('POST', `${stage.path}/pipelines/it/runs`, { inputs: {} })
  }
  await stage.pass(10_000)
  const ended = await act(stage, {
    operation: 'listPipelineRuns',
    parameters: 'pipelineId=it',
    query: '{ per_page: 2 }',
    paginate: 'true',
    'fail-on-error': flag(stage, 0.7),
  })
  // Whoever forges a link may well end a list.
  if (!isAnswered(ended) || ended.seen.some(({ fault }) => fault?.kind === 'foreign-link')) return
  const listed: { id: string }[] = JSON.parse(outputOf(ended, 'response'))
  const there = (await runsOf(stage)).map(({ id }) => id)
  demand(JSON.stringify(listed.map(({ id }) => id)) === JSON.stringify(there), `it lists ${listed.length} of ${count}`)
}
