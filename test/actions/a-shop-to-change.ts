import { expect } from 'vitest'
import * as action from '../../src/actions/create-delta/main.ts'
import { fakeClock } from '../support/fake-clock.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import { startOrchestrator } from '../support/orchestrator.ts'
import { type ActionRunOptions, runAction } from '../support/run-action.ts'

export const shop = '/orgs/local-org/apps/shop'
export const env = 'staging'

const seed = `
organizations:
  - id: local-org
    applications:
      - id: shop
        environments: [{ id: development }, { id: staging, type: development }, { id: fresh, type: development }]
        deployed:
          - environments: [staging]
            set:
              modules:
                web:
                  profile: humanitec/default-module
                  spec: { containers: { main: { image: 'ghcr.io/acme/web:1' } } }
                  externals: {}
                api:
                  profile: humanitec/default-module
                  spec:
                    containers:
                      server: { image: 'ghcr.io/acme/api:1', variables: { LOG: info } }
                      proxy: { image: 'envoyproxy/envoy:v1.30' }
                  externals: {}
              shared: { db: { type: postgres } }
`

/** The shop, whose staging has two workloads and a database, and the action; a plan that is whole comes parsed. */
export const aShopToChange = () => {
  const started = startOrchestrator({ clock: fakeClock({ auto: true }), seed })
  const run = async (inputs: Record<string, string>, options: ActionRunOptions = {}) => {
    const result = await runAction(action, started, { ...options, inputs: { env, ...inputs } })
    const { outputs } = result.runner
    const isWhole = outputs['plan-truncated'] === 'false'
    return { ...result, outputs, plan: isWhole ? JSON.parse(outputs['plan'] ?? '') : undefined }
  }
  const environment = async (id: string) => (await started.call('GET', `${shop}/envs/${id}`)).body
  const deltas = async () => (await started.call('GET', `${shop}/deltas`)).body
  const delta = async (id: string | undefined) => (await started.call('GET', `${shop}/deltas/${id}`)).body
  const deploy = async (id: string, body: object) => {
    const answer = await started.call('POST', `${shop}/envs/${id}/deploys`, body)
    expect(answer.status).toBe(201)
    started.orchestrator.control.advance(600_000)
    return answer.body
  }
  return { ...started, run, environment, deltas, delta, deploy }
}

export const messageOf = ({ runner }: { runner: FakeRunner }) => runner.annotations.at(-1)?.message ?? ''
export const writes = (requests: readonly string[]) => requests.filter((request) => !request.startsWith('GET '))
