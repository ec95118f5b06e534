import * as environment from '../../src/actions/environment/main.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { startOrchestrator } from '../support/orchestrator.ts'
import { type ActionRunOptions, runAction } from '../support/run-action.ts'

export const shop = '/orgs/local-org/apps/shop'

const seed = `
organizations:
  - id: local-org
    environment-types: [development, preview, production]
    applications:
      - id: shop
        environments:
          - { id: development }
          - { id: staging, type: development }
`

const web = {
  profile: 'humanitec/default-module',
  spec: { containers: { main: { image: 'web:1' } } },
  externals: { dns: { type: 'dns', class: 'default' } },
}

export interface EnvironmentLike {
  id: string
  name: string
  type: string
  status: string
  from_deploy?: { id: string }
  last_deploy?: { id: string; status: string }
}

/** An application `shop` with the environments development and staging, on a clock that a wait moves on. */
export const anApplication = () => {
  const started = startOrchestrator({ seed, clock: fakeClock({ auto: true }) })
  const { call, clock, orchestrator } = started

  const get = async (id: string): Promise<EnvironmentLike> => (await call('GET', `${shop}/envs/${id}`)).body
  const pass = (ms: number) => {
    orchestrator.control.advance(ms)
    orchestrator.work()
  }
  /** Begins to deploy a workload; the id of the run. */
  const begin = async (env: string): Promise<string> => {
    const { body: delta } = await call('POST', `${shop}/deltas`, { modules: { add: { web } } })
    const body = { trigger: 'deployment_request', env_id: env, delta_id: delta.id }
    return (await call('POST', `${shop}/pipeline-runs`, body)).body.id
  }
  /** Deploys a workload; the id of the deployment. */
  const deploy = async (env: string): Promise<string> => {
    await begin(env)
    for (let turn = 0; turn < 10; turn += 1) pass(1000)
    const { last_deploy: last } = await get(env)
    if (last?.status !== 'succeeded') throw new Error(`the deployment is ${last?.status}`)
    return last.id
  }
  return {
    ...started,
    get,
    ids: async (): Promise<string[]> =>
      ((await call('GET', `${shop}/envs`)).body as EnvironmentLike[]).map(({ id }) => id),
    make: async (id: string, fields: object = {}): Promise<void> => {
      const { status, body } = await call('POST', `${shop}/envs`, { id, name: id, ...fields })
      if (status !== 201) throw new Error(JSON.stringify(body))
    },
    begin,
    deploy,
    pass,
    run: (inputs: Record<string, string>, options: ActionRunOptions = {}) =>
      runAction(environment, started, { ...options, clock, inputs }),
  }
}

/** The event of a pull request. */
export const pullRequestEvent = (number: number) => ({
  event: { action: 'opened', number, pull_request: { number, head: { ref: 'feat/cart', repo: { id: 1234567 } } } },
  env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: `refs/pull/${number}/merge`, GITHUB_HEAD_REF: 'feat/cart' },
})
