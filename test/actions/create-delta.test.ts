import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as action from '../../src/actions/create-delta/main.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { startOrchestrator } from '../support/orchestrator.ts'
import { type ActionRunOptions, runAction } from '../support/run-action.ts'

const shop = '/orgs/local-org/apps/shop'
const env = 'staging'

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

const withShop = () => {
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

const writes = (requests: readonly string[]) => requests.filter((request) => !request.startsWith('GET '))

describe('a release of new images', () => {
  const images = 'web=ghcr.io/acme/web:2\napi=ghcr.io/acme/api:2'

  test('is a delta, in three calls, and a plan of exactly what will change', async () => {
    const { run, environment, delta } = withShop()
    const { runner, requests, outputs, plan } = await run({ images, name: 'Release 2' })
    expect(runner.annotations).toEqual([])
    const { last_deploy } = await environment(env)
    expect(requests).toEqual([
      `GET ${shop}/envs/staging`,
      `GET ${shop}/sets/${last_deploy.set_id}`,
      `POST ${shop}/deltas`,
    ])
    const { metadata, modules, shared } = await delta(outputs['delta-id'])
    expect(metadata).toMatchObject({ env_id: env, name: expect.stringMatching(/^Release 2 \([0-9a-f]{10}\)$/) })
    const replace = (container: string, value: string) => [
      { op: 'replace', path: `/spec/containers/${container}/image`, value },
    ]
    expect({ modules, shared }).toEqual({
      modules: {
        add: {},
        remove: [],
        update: { web: replace('main', 'ghcr.io/acme/web:2'), api: replace('server', 'ghcr.io/acme/api:2') },
      },
      shared: [],
    })
    expect(outputs).toMatchObject({ empty: 'false', changes: '2', 'plan-truncated': 'false' })
    expect(outputs['plan-markdown-truncated']).toBe('false')
    const side = { deployment: last_deploy.id, set: last_deploy.set_id }
    const changed = (module: string, container: string, name: string) => ({
      scope: 'module',
      module,
      path: `/spec/containers/${container}/image`,
      kind: 'changed',
      before: `ghcr.io/acme/${name}:1`,
      after: `ghcr.io/acme/${name}:2`,
    })
    expect(plan).toEqual({
      env,
      delta: outputs['delta-id'],
      base: side,
      current: side,
      target: { set: expect.any(String) },
      empty: false,
      changes: [changed('api', 'server', 'api'), changed('web', 'main', 'web')],
    })
    expect(JSON.parse(readFileSync(outputs['plan-file'] ?? '', 'utf8'))).toEqual(plan)
    expect(runner.logged).toContain('    ~ /spec/containers/main/image: "ghcr.io/acme/web:1" → "ghcr.io/acme/web:2"')
    expect(runner.summaryText).toContain('| web | `/spec/containers/main/image` | `ghcr.io/acme/web:1` |')
    expect(runner.summaryText.trim()).toBe(outputs['plan-markdown'])
  })

  test('deployed, makes the very set that the plan names', async () => {
    const { run, deploy } = withShop()
    const { outputs, plan } = await run({
      images,
      delta: 'modules: { add: { mailer: { spec: { containers: { mailer: { image: "mailer:1" } } } } } }',
    })
    const deployed = await deploy(env, { delta_id: outputs['delta-id'] })
    expect(deployed.set_id).toBe(plan.target.set)
  })

  test.each([
    { form: 'a YAML mapping', text: 'web: ghcr.io/acme/web:2\napi/server: ghcr.io/acme/api:2' },
    { form: 'a JSON mapping', text: '{"web":"ghcr.io/acme/web:2","api":"ghcr.io/acme/api:2"}' },
    { form: 'a YAML list', text: '- web=ghcr.io/acme/web:2\n- api=ghcr.io/acme/api:2' },
    { form: 'a JSON list', text: '["web = ghcr.io/acme/web:2", "api/server=ghcr.io/acme/api:2"]' },
  ])('may be written as $form', async ({ text }) => {
    const { run } = withShop()
    const { plan } = await run({ images: text })
    expect(plan.changes.map(({ after }: { after: string }) => after)).toEqual([
      'ghcr.io/acme/api:2',
      'ghcr.io/acme/web:2',
    ])
  })

  test('without a name is named after the commit and the workflow run', async () => {
    const { run, delta } = withShop()
    const { outputs } = await run({ images })
    const { metadata } = await delta(outputs['delta-id'])
    expect(metadata.name).toMatch(/^octo-org\/shop@0a1b2c3 run 7000000001 \([0-9a-f]{10}\)$/)
  })

  test('writes no summary when told not to', async () => {
    const { run } = withShop()
    const { runner, outputs } = await run({ images, summary: 'false' })
    expect(runner.summaryText).toBe('')
    expect(outputs['plan-markdown']).toContain('### Plan for staging: 2 changes')
  })

  test('falls back to HUMANITEC_ENV', async () => {
    const { run } = withShop()
    const { plan } = await run({ images, env: '' }, { env: { HUMANITEC_ENV: 'staging' } })
    expect(plan.env).toBe('staging')
  })
})

describe('nothing to change', () => {
  const images = 'web=ghcr.io/acme/web:1'

  test('makes no delta, and says so', async () => {
    const { run, deltas } = withShop()
    const { runner, outputs, requests } = await run({ images })
    expect(runner.exitCode).toBe(0)
    expect(outputs).toMatchObject({ 'delta-id': '', empty: 'true', changes: '0' })
    expect(writes(requests)).toEqual([])
    expect(await deltas()).toEqual([])
    expect(runner.summaryText).toContain('### Plan for staging: nothing to deploy')
  })

  test('fails the step if told to, with the outputs set', async () => {
    const { run } = withShop()
    const { runner, outputs } = await run({ images, 'fail-if-empty': 'true' })
    expect(runner.exitCode).toBe(1)
    expect(runner.annotations.at(-1)?.message).toContain("Nothing would change in environment 'staging'")
    expect(outputs).toMatchObject({ 'delta-id': '', empty: 'true' })
  })

  test('an environment that was never deployed is never empty: all of it is new there', async () => {
    const { call, run, environment } = withShop()
    const { last_deploy } = await environment(env)
    await call('POST', `${shop}/envs`, {
      id: 'clone',
      name: 'Clone',
      type: 'development',
      from_deploy_id: last_deploy.id,
    })
    const { outputs, plan, requests } = await run({ images, env: 'clone', 'fail-if-empty': 'true' })
    expect(requests).toHaveLength(3)
    expect(outputs).toMatchObject({ empty: 'false', changes: '3' })
    expect(outputs['delta-id']).toMatch(/^[0-9a-f]{40}$/)
    expect(plan).toMatchObject({
      unsettled: 'never-deployed',
      base: { deployment: last_deploy.id },
      current: { deployment: null, set: '0'.repeat(43) },
      target: { set: last_deploy.set_id },
    })
  })

  test('an environment without anything takes two calls', async () => {
    const { run } = withShop()
    const { plan, requests } = await run({
      env: 'fresh',
      delta: '{"modules":{"add":{"web":{"spec":{"containers":{"main":{}}}}}}}',
      images: 'web=ghcr.io/acme/web:1',
    })
    expect(requests).toEqual([`GET ${shop}/envs/fresh`, `POST ${shop}/deltas`])
    expect(plan.changes).toMatchObject([
      {
        module: 'web',
        kind: 'added',
        path: '',
        after: { spec: { containers: { main: { image: 'ghcr.io/acme/web:1' } } } },
      },
    ])
  })

  test('an environment that was rebased is never empty, even onto the same set', async () => {
    const { call, run, environment, deploy } = withShop()
    const { last_deploy: first } = await environment(env)
    await deploy(env, {})
    await call('PUT', `${shop}/envs/staging/from_deploy_id`, JSON.stringify(first.id))
    const { outputs, plan, requests } = await run({ images })
    expect(requests).toHaveLength(3)
    expect(outputs).toMatchObject({ empty: 'false', changes: '0' })
    expect(outputs['delta-id']).not.toBe('')
    expect(plan).toMatchObject({ unsettled: 'rebased', base: { deployment: first.id } })
  })

  test('the plan of a rebased environment has what the rebase brings, for one call more', async () => {
    const { call, run, environment, deploy } = withShop()
    const { last_deploy: first } = await environment(env)
    const { outputs } = await run({ images: 'web=ghcr.io/acme/web:2' })
    await deploy(env, { delta_id: outputs['delta-id'] })
    await call('PUT', `${shop}/envs/staging/from_deploy_id`, JSON.stringify(first.id))
    const { plan, requests } = await run({ images: 'api=ghcr.io/acme/api:2' })
    expect(requests).toHaveLength(4)
    expect(plan.changes).toMatchObject([
      { module: 'api', before: 'ghcr.io/acme/api:1', after: 'ghcr.io/acme/api:2' },
      { module: 'web', before: 'ghcr.io/acme/web:2', after: 'ghcr.io/acme/web:1' },
    ])
  })

  test('after a failed deployment the same release is not empty, so that a re-run deploys it', async () => {
    const { run, deploy, orchestrator, environment } = withShop()
    const { outputs } = await run({ images: 'web=ghcr.io/acme/web:2' })
    orchestrator.control.behave({ workloads: { web: { fail: { message: 'no such image' } } } })
    await deploy(env, { delta_id: outputs['delta-id'] })
    expect((await environment(env)).last_deploy.status).toBe('failed')
    const again = await run({ images: 'web=ghcr.io/acme/web:2' })
    expect(again.outputs).toMatchObject({ empty: 'false', changes: '0' })
    expect(again.plan.unsettled).toBe('last-deployment-failed')
    expect(again.outputs['delta-id']).not.toBe('')
  })
})

describe('deltas, files and removals', () => {
  const mailer = { profile: 'p', spec: { containers: { mailer: { image: 'mailer:1' } } }, externals: {} }

  test('are merged in the order file, delta, remove, images', async () => {
    const { run, delta } = withShop()
    const file = {
      modules: {
        add: { mailer, gone: mailer },
        updates: { api: [{ op: 'add', path: '/spec/containers/server/variables/LOG', value: 'debug' }] },
      },
      shared: null,
    }
    const { runner, outputs, plan } = await run(
      {
        'delta-file': 'release/delta.json',
        delta: `
modules:
  update:
    api: [{ op: replace, path: /spec/containers/server/variables/LOG, value: warn }]
shared: [{ op: add, path: /dns, value: { type: dns } }]`,
        remove: 'gone\nweb',
        images: 'mailer=mailer:2',
      },
      { files: { 'release/delta.json': JSON.stringify(file) } },
    )
    expect(runner.annotations).toEqual([])
    const { modules, shared } = await delta(outputs['delta-id'])
    expect({ modules, shared }).toEqual({
      modules: {
        add: { mailer: { ...mailer, spec: { containers: { mailer: { image: 'mailer:2' } } } } },
        remove: ['gone', 'web'],
        update: { api: [{ op: 'add', path: '/spec/containers/server/variables/LOG', value: 'warn' }] },
      },
      shared: [{ op: 'add', path: '/dns', value: { type: 'dns' } }],
    })
    expect(plan.changes.map(({ module, path, kind }: Record<string, string>) => `${kind} ${module}${path}`)).toEqual([
      'changed api/spec/containers/server/variables/LOG',
      'added mailer',
      'removed web',
      'added shared/dns',
    ])
  })

  test('a workload that is gone already is a warning, so that a job can be run again', async () => {
    const { run } = withShop()
    const { runner, outputs } = await run({ remove: 'old' })
    expect(runner.exitCode).toBe(0)
    expect(runner.annotations).toMatchObject([
      { kind: 'warning', message: "Input 'remove' names what is not there (any more): old. The workloads: api, web." },
    ])
    expect(outputs['empty']).toBe('true')
  })

  test('secrets are in no output, no log and no summary', async () => {
    const { run } = withShop()
    const { runner, outputs } = await run({
      delta: `
modules: { update: { api: [
  { op: add, path: /spec/containers/server/variables/DB_PASSWORD, value: hunter2 },
  { op: add, path: /spec/containers/server/variables/NOTE, value: uses test-token here } ] } }`,
    })
    const file = readFileSync(outputs['plan-file'] ?? '', 'utf8')
    for (const text of [...Object.values(outputs), runner.logged.join('\n'), runner.summaryText, file]) {
      expect(text).not.toMatch(/hunter2|test-token/)
    }
    expect(outputs['plan']).toContain('uses *** here')
    expect(outputs['changes']).toBe('2')
  })

  test('a plan that is too large for an output is whole in the file', async () => {
    const { run } = withShop()
    const value = 'x'.repeat(70_000)
    const body = { modules: { update: { web: [{ op: 'add', path: '/spec/text', value }] } } }
    const files = { 'delta.json': JSON.stringify(body) }
    const { runner, outputs } = await run({ 'delta-file': 'delta.json' }, { files })
    expect(runner.exitCode).toBe(0)
    expect(outputs['plan-truncated']).toBe('true')
    expect(Buffer.byteLength(outputs['plan'] ?? '')).toBe(60_000)
    expect(JSON.parse(readFileSync(outputs['plan-file'] ?? '', 'utf8')).changes[0].after).toBe(value)
    expect(Buffer.byteLength(outputs['plan-markdown'] ?? '')).toBeLessThanOrEqual(60_000)
  })
})

describe('extending a delta', () => {
  const first = { metadata: { env_id: env, name: 'first' }, modules: { add: {}, remove: ['web'], update: {} } }

  test('adds the changes, and plans the delta as a whole', async () => {
    const { call, run, delta } = withShop()
    const { body } = await call('POST', `${shop}/deltas`, first)
    const { runner, outputs, plan, requests, sent } = await run({
      'delta-id': body.id,
      images: 'api=ghcr.io/acme/api:2',
    })
    expect(runner.annotations).toEqual([])
    expect(outputs['delta-id']).toBe(body.id)
    expect(requests).toEqual([
      `GET ${shop}/deltas/${body.id}`,
      `GET ${shop}/envs/staging`,
      expect.stringContaining(`GET ${shop}/sets/`),
      `PATCH ${shop}/deltas/${body.id}`,
    ])
    const update = { api: [{ op: 'replace', path: '/spec/containers/server/image', value: 'ghcr.io/acme/api:2' }] }
    expect(JSON.parse(String(sent.at(-1)?.body))).toEqual([{ modules: { add: {}, remove: [], update }, shared: [] }])
    expect((await delta(body.id)).modules).toEqual({ add: {}, remove: ['web'], update })
    expect(plan.changes).toMatchObject([{ module: 'api' }, { module: 'web', kind: 'removed' }])
  })

  test('takes pending changes back with the scope of the delta', async () => {
    const { call, run, delta } = withShop()
    const path = '/spec/containers/server/variables/LOG'
    const update = { api: [{ op: 'replace', path, value: 'debug' }] }
    const { body } = await call('POST', `${shop}/deltas`, { modules: { update } })
    const { outputs } = await run({
      'delta-id': body.id,
      delta: JSON.stringify({ modules: { update: { api: [{ op: 'remove', path, value: { scope: 'delta' } }] } } }),
    })
    expect((await delta(body.id)).modules.update).toEqual({})
    expect(outputs).toMatchObject({ 'delta-id': body.id, empty: 'true' })
  })

  test('shows the plan of a delta to which nothing is added, and writes nothing', async () => {
    const { call, run } = withShop()
    const { body } = await call('POST', `${shop}/deltas`, first)
    const { outputs, plan, requests } = await run({ 'delta-id': body.id, images: 'api=ghcr.io/acme/api:1' })
    expect(writes(requests)).toEqual([])
    expect(outputs).toMatchObject({ 'delta-id': body.id, empty: 'false' })
    expect(plan.changes).toMatchObject([{ module: 'web', kind: 'removed' }])
  })

  test('warns if it was made for another environment', async () => {
    const { call, run } = withShop()
    const { body } = await call('POST', `${shop}/deltas`, { ...first, metadata: { env_id: 'fresh' } })
    const { runner } = await run({ 'delta-id': body.id })
    expect(runner.annotations).toMatchObject([{ kind: 'warning', message: expect.stringContaining("'fresh'") }])
  })

  test('refuses one that is not there', async () => {
    const { run } = withShop()
    const { runner, requests } = await run({ 'delta-id': 'f00', images: 'web=a:1' })
    expect(runner.exitCode).toBe(1)
    expect(runner.annotations[0]?.message).toContain(
      "Input 'delta-id' is \"f00\", which is no delta of application 'local-org/shop'",
    )
    expect(requests).toEqual([`GET ${shop}/deltas/f00`])
  })

  test('refuses an archived one', async () => {
    const { call, run } = withShop()
    const { body } = await call('POST', `${shop}/deltas`, first)
    await call('PUT', `${shop}/deltas/${body.id}/metadata/archived`, 'true')
    const { runner, requests } = await run({ 'delta-id': body.id, images: 'api=ghcr.io/acme/api:2' })
    expect(runner.annotations[0]?.message).toMatch(/which is archived.*Leave it out to have a new one made/)
    expect(writes(requests)).toEqual([])
  })

  test('refuses one that does not fit the environment any more', async () => {
    const { call, run } = withShop()
    const update = { gone: [{ op: 'add', path: '/x', value: 1 }] }
    const { body } = await call('POST', `${shop}/deltas`, { modules: { update } })
    const { runner } = await run({ 'delta-id': body.id, images: 'web=ghcr.io/acme/web:2' })
    expect(runner.annotations[0]?.message).toMatch(/Delta '.*' \(input 'delta-id'\) does not fit .* no such module/)
  })
})
