import { describe, expect, test } from 'vitest'
import * as action from '../../src/actions/create-delta/main.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { startOrchestrator } from '../support/orchestrator.ts'
import { runAction } from '../support/run-action.ts'

const shop = '/orgs/local-org/apps/shop'

const seed = `
organizations:
  - id: local-org
    applications:
      - id: shop
        environments:
          - { id: staging, type: development }
          - { id: production, type: development }
          - { id: twin, type: development }
          - { id: fresh, type: development }
        deployed:
          - environments: [staging]
            set:
              modules:
                web: { spec: { containers: { main: { image: 'web:2' } } } }
                mailer: { spec: { containers: { main: { image: 'mailer:1' } } } }
              shared: { dns: { type: dns } }
          - environments: [production, twin]
            set:
              modules:
                web: { spec: { containers: { main: { image: 'web:1' } } } }
                legacy: { spec: { containers: { main: { image: 'legacy:1' } } } }
              shared: { db: { type: postgres } }
`

const start = () => {
  const started = startOrchestrator({ clock: fakeClock({ auto: true }), seed })
  const { call, orchestrator } = started
  const run = async (inputs: Record<string, string>) => {
    const result = await runAction(action, started, { inputs: { env: 'production', ...inputs } })
    const { outputs, annotations } = result.runner
    return { ...result, outputs, message: annotations.map(({ message }) => message).join() }
  }
  const environment = async (id: string) => (await call('GET', `${shop}/envs/${id}`)).body
  const deploy = async (id: string, body: object) => {
    const answer = await call('POST', `${shop}/envs/${id}/deploys`, body)
    expect(answer.status).toBe(201)
    return answer.body
  }
  const settle = () => orchestrator.control.advance(600_000)
  return { ...started, run, environment, deploy, settle }
}

const changes = (outputs: Readonly<Record<string, string>>): string[] =>
  JSON.parse(outputs['plan'] ?? '').changes.map(
    ({ kind, module, path }: Record<string, string>) => `${kind} ${module}${path}`,
  )

describe('promoting an environment', () => {
  test('is the difference between what runs there and what the target builds on', async () => {
    const { run, environment, deploy, call } = start()
    const staging = await environment('staging')
    const production = await environment('production')
    const { outputs, runner, requests } = await run({ 'from-env': 'staging' })
    expect(requests.slice(0, 2)).toEqual([`GET ${shop}/envs/production`, `GET ${shop}/envs/staging`])
    expect(requests.slice(2).sort()).toEqual(
      [
        `GET ${shop}/sets/${production.last_deploy.set_id}`,
        `GET ${shop}/sets/${staging.last_deploy.set_id}`,
        `POST ${shop}/deltas`,
      ].sort(),
    )
    expect(changes(outputs)).toEqual([
      'removed legacy',
      'added mailer',
      'changed web/spec/containers/main/image',
      'removed shared/db',
      'added shared/dns',
    ])
    const { id, set_id } = staging.last_deploy
    expect(runner.logged).toContain(
      `What runs in environment 'staging' is promoted: set ${set_id} of deployment ${id}.`,
    )
    expect((await call('GET', `${shop}/deltas/${outputs['delta-id']}`)).body.metadata.env_id).toBe('production')
    expect((await deploy('production', { delta_id: outputs['delta-id'] })).set_id).toBe(set_id)
  })

  test('to one that was never deployed brings all of it', async () => {
    const { run, environment, deploy } = start()
    const { outputs } = await run({ env: 'fresh', 'from-env': 'staging' })
    const { last_deploy } = await environment('staging')
    expect((await deploy('fresh', { delta_id: outputs['delta-id'] })).set_id).toBe(last_deploy.set_id)
  })

  test('that runs the same changes nothing, and no set is read twice', async () => {
    const { run } = start()
    const { outputs, requests } = await run({ 'from-env': 'twin' })
    expect(outputs).toMatchObject({ empty: 'true', 'delta-id': '', changes: '0' })
    expect(requests.map((request) => request.replace(/[\w-]{43}/, 'ID'))).toEqual([
      `GET ${shop}/envs/production`,
      `GET ${shop}/envs/twin`,
      `GET ${shop}/sets/ID`,
    ])
  })

  test('can be changed further: what other inputs say comes after it', async () => {
    const { run } = start()
    const { outputs } = await run({
      'from-env': 'staging',
      delta: 'shared: [{ op: add, path: /db, value: { type: postgres } }]',
      remove: 'mailer',
      images: 'web=web:3',
    })
    expect(changes(outputs)).toEqual(['removed legacy', 'changed web/spec/containers/main/image', 'added shared/dns'])
    expect(JSON.parse(outputs['plan'] ?? '').changes[1].after).toBe('web:3')
  })

  test('may extend a delta, which keeps what it adds', async () => {
    const { run } = start()
    const delta = 'modules: { add: { cron: { spec: { containers: { main: { image: "cron:1" } } } } } }'
    const first = await run({ delta })
    const { outputs } = await run({ 'from-env': 'staging', 'delta-id': first.outputs['delta-id'] ?? '' })
    expect(outputs['delta-id']).toBe(first.outputs['delta-id'])
    expect(changes(outputs)).toContain('added cron')
    expect(changes(outputs)).toContain('added mailer')
  })
})

describe('refused is an environment', () => {
  test.each([
    ['that was never deployed', 'fresh', 'which has never been deployed: nothing runs there that could be promoted'],
    ['that does not exist', 'nowhere', "which is no environment of application 'local-org/shop'"],
    ['that is the target itself', 'production', 'which is the environment that the delta is for'],
  ])('%s', async (_, from, says) => {
    const { run } = start()
    const { message, runner, requests } = await run({ 'from-env': from })
    expect(message).toContain(`Input 'from-env' is "${from}", ${says}`)
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toEqual({})
    expect(requests.filter((request) => !request.startsWith('GET '))).toEqual([])
  })

  test('that is being deployed', async () => {
    const { run, deploy, environment } = start()
    const { id } = await deploy('staging', { set_id: (await environment('staging')).last_deploy.set_id })
    const { message } = await run({ 'from-env': 'staging' })
    expect(message).toBe(
      `Input 'from-env' is "staging", which is being deployed at the moment (deployment ${id}): wait until that has ended.`,
    )
  })

  test('whose last deployment failed', async () => {
    const { run, deploy, environment, settle, orchestrator } = start()
    orchestrator.control.behave({ workloads: { web: { fail: { message: 'crashed' } } } })
    const { id } = await deploy('staging', { set_id: (await environment('staging')).last_deploy.set_id })
    settle()
    const { message } = await run({ 'from-env': 'staging' })
    expect(message).toContain(`whose last deployment (${id}) has not succeeded but is 'failed'`)
  })
})
