import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fakeClock } from '../support/fake-clock.ts'
import { minutes, seconds, shop } from './a-shop.ts'
import { anArtefactShop, listening } from './artefact-shop.ts'
import { mortalRandom } from './mortal-random.ts'

describe('a new artefact version', () => {
  test('starts every pipeline that listens for it, in every application, with its id', async () => {
    const it = anArtefactShop()
    await it.aPipeline(listening('one', '{type: container, include: [acme/web]}'))
    await it.aPipeline(listening('two', '{type: container, include: [acme/api, "^registry.test/acme/.*$"]}'))
    await it.call('POST', '/orgs/local-org/apps/other/pipelines', listening('one', '{type: container, include: [web]}'))
    const version = await it.container('registry.test/acme/web', { token: undefined })
    for (const run of [
      ...(await it.runsOf('one')),
      ...(await it.runsOf('two')),
      ...(await it.runsOf('one', '/orgs/local-org/apps/other')),
    ]) {
      expect(run).toMatchObject({
        trigger: 'artefact',
        inputs: { container_artefacts: [version] },
        status: 'succeeded',
      })
    }
    const [run, ...others] = await it.runsOf('one')
    expect(others).toEqual([])
    expect(await it.log(run!, 'note', 0)).toEqual([`got ${version}`])
  })

  test.each([
    ['of another type', '{type: workload, include: [web]}', {}, 0],
    ['with another name', '{type: container, include: [api, "^web"]}', {}, 0],
    ['with a name that is excluded', '{type: container, include: [acme/.*], exclude: [web$]}', {}, 0],
    ['with a name beside one that is excluded', '{type: container, include: [acme/.*], exclude: [api$]}', {}, 1],
    ['with a ref that fits', '{type: container, include: [web], match-ref: ^refs/heads/main$}', {}, 1],
    [
      'with another ref',
      '{type: container, include: [web], match-ref: ^refs/heads/main$}',
      { ref: 'refs/heads/main2' },
      0,
    ],
    ['without a ref where one is wanted', '{type: container, include: [web], match-ref: main}', { ref: '' }, 0],
    ['without a ref', '{type: container, include: [web]}', { ref: '' }, 1],
    ['that would keep a lesser engine busy for ever', '{type: container, include: ["(a+)+$"]}', {}, 0],
  ])('%s starts what it has to', async (_, trigger, how, expected) => {
    const it = anArtefactShop()
    await it.aPipeline(listening('one', trigger))
    await it.container(`${'a'.repeat(60)}.test/acme/web`, how)
    expect(await it.runsOf('one')).toHaveLength(expected)
  })

  test('of a workload is deployed by the pipeline that says so', async () => {
    const it = anArtefactShop()
    await it.aPipeline(`
id: deliver
name: Deliver
on: { artefact: { type: workload, include: [shop/web], match-ref: refs/heads/main } }
permissions: { application: developer, env-types: { development: deployer } }
jobs:
  deploy:
    steps:
      - { id: create, uses: actions/humanitec/create-delta@v1, with: { env_id: staging, workload_artefacts: '\${{ inputs.workload_artefacts }}' } }
      - { id: apply, uses: actions/humanitec/apply@v1, with: { env_id: staging, delta_id: '\${{ steps.create.outputs.delta_id }}' } }
      - { uses: actions/humanitec/deploy@v1, with: { env_id: staging, set_id: '\${{ steps.apply.outputs.set_id }}' } }
`)
    await it.workload('shop/web')
    await it.after(seconds(3))
    expect(await it.runsOf('deliver')).toMatchObject([{ status: 'succeeded', env_ids: ['staging'] }])
    const [deployment] = await it.get(`${shop}/envs/staging/deploys`)
    const { modules } = await it.get(`${shop}/sets/${deployment.set_id}`)
    expect(modules.web.spec.containers.main.image).toBe('registry.test/web:2')
  })

  test('that is registered once more starts nothing', async () => {
    const it = anArtefactShop()
    await it.aPipeline(listening('one', '{type: container, include: [web]}'))
    await it.container('web')
    await it.container('web')
    expect(await it.runsOf('one')).toHaveLength(1)
  })

  test('starts nothing in pipelines and applications that are gone', async () => {
    const it = anArtefactShop()
    await it.aPipeline(listening('one', '{type: container, include: [web]}'))
    await it.call('DELETE', `${shop}/pipelines/one`)
    await it.call('POST', '/orgs/local-org/apps/other/pipelines', listening('two', '{type: container, include: [web]}'))
    await it.call('DELETE', '/orgs/local-org/apps/other')
    await it.container('web')
    expect(await it.get('/orgs/local-org/pipeline-runs')).toEqual([])
  })
})

describe('a run that an artefact starts', () => {
  test('is created by who registered it, and has the rights of its pipeline', async () => {
    const it = anArtefactShop()
    await it.aPipeline(listening('one', '{type: container, include: [web]}'))
    await it.container('web')
    const [run] = await it.runsOf('one')
    const { run_as } = await it.run(run!)
    expect(run).toMatchObject({ created_by: 'local-administrator' })
    expect(run_as).toMatch(/^s-[0-9a-f-]{36}$/)
  })

  test('that inherits rights has those of the author of its pipeline, not of who registered the artefact', async () => {
    const it = anArtefactShop()
    const deploys = (id: string) => `
id: ${id}
name: ${id}
on: { artefact: { type: container, include: [web] } }
run-as: inherit
jobs: { a: { steps: [{ uses: actions/humanitec/deploy@v1, with: { env_id: production, set_id: '0' } }] } }
`
    await it.call('POST', `${shop}/pipelines`, deploys('of-dora'), { authorization: 'Bearer dora' })
    await it.container('web')
    const [run] = await it.runsOf('of-dora')
    expect(run).toMatchObject({ run_as: 'dora', created_by: 'local-administrator', status: 'failed' })
    expect((await it.run(run!)).status_message).toContain("Dora may not deploy to 'production'")
    await it.call('PATCH', `${shop}/pipelines/of-dora`, deploys('of-dora'), { authorization: 'Bearer pia' })
    await it.container('web', { version: '2' })
    expect((await it.runsOf('of-dora'))[1]).toMatchObject({ run_as: 'pia', status: 'executing' })
  })

  test('whose concurrency group cannot be worked out is there, cancelled, and says why; the artefact is registered', async () => {
    const it = anArtefactShop()
    await it.aPipeline(
      listening('one', '{type: container, include: [web]}', 'concurrency: {group: "${{ fromjson(inputs.x) }}"}'),
    )
    await it.container('web')
    expect(await it.runsOf('one')).toMatchObject([
      {
        status: 'cancelled',
        status_message: expect.stringContaining('concurrency.group: fromjson() was given nothing'),
      },
    ])
    expect(await it.get('/orgs/local-org/artefact-versions')).toHaveLength(1)
  })

  test('waits for its turn in its concurrency group', async () => {
    const it = anArtefactShop()
    await it.aPipeline(`
id: one
name: One
on: { artefact: { type: container, include: [web] } }
concurrency: { group: web }
jobs: { a: { steps: [{ uses: actions/humanitec/approve@v1, with: { env_id: staging } }] } }
`)
    await it.container('web', { version: '1' })
    await it.container('web', { version: '2' })
    expect((await it.runsOf('one')).map(({ status }) => status)).toEqual(['executing', 'queued'])
    await it.decide((await it.approvals())[0]!, 'approve')
    expect((await it.runsOf('one')).map(({ status }) => status)).toEqual(['succeeded', 'executing'])
  })

  test('can be restarted with the same versions, as long as its pipeline has the trigger', async () => {
    const it = anArtefactShop()
    const yaml = listening('one', '{type: container, include: [web]}')
    await it.aPipeline(yaml)
    const version = await it.container('web')
    const [run] = await it.runsOf('one')
    const again = await it.call('POST', `${it.runPath(run!)}/restart`)
    expect(again).toMatchObject({
      status: 201,
      body: { trigger: 'artefact', inputs: { container_artefacts: [version] } },
    })
    await it.call('PATCH', `${shop}/pipelines/one`, yaml.replace(/ {2}artefact: .*/, '  pipeline_call: {}'))
    expect(await it.call('POST', `${it.runPath(run!)}/restart`)).toMatchObject({
      status: 400,
      body: { message: "Pipeline 'one' has no trigger 'artefact' any more." },
    })
  })
})

test('a pipeline with every trigger is started by each of them', async () => {
  const it = anArtefactShop()
  await it.aPipeline(
    listening('one', '{type: container, include: [web]}').replace(
      '\n  artefact:',
      '\n  deployment_request: {}\n  pipeline_call: {}\n  artefact:',
    ),
  )
  await it.call('POST', `${shop}/pipelines/one/criteria`, { trigger: 'deployment_request', env_id: 'staging' })
  await it.container('web')
  await it.callPipeline('one')
  await it.request({ env_id: 'staging' })
  expect(await it.get(`${shop}/pipelines/one`)).toMatchObject({
    trigger_types: ['deployment_request', 'pipeline_call', 'artefact'],
  })
  expect(await it.runsOf('one')).toMatchObject([
    { trigger: 'artefact' },
    { trigger: 'pipeline_call' },
    { trigger: 'deployment_request' },
  ])
})

test('wherever the orchestrator dies, each version that was registered starts one run', async () => {
  const tell = async (dieAt: number) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'orchestrator-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
    const clock = fakeClock()
    const before = anArtefactShop({ dataDir, clock })
    await before.aPipeline(listening('one', '{type: container, include: [web]}'))
    await before.aPipeline(listening('all', '{type: container, include: [web], batch: {wait-minutes: 5}}'))
    const random = mortalRandom(dieAt)
    const mortal = anArtefactShop({ dataDir, clock, random, onBug: () => {} })
    const register = (it: typeof mortal) =>
      it.call('POST', '/orgs/local-org/artefact-versions', { type: 'container', name: 'web', version: '1' })
    await register(mortal)
    // Whoever got no answer asks again.
    const after = anArtefactShop({ dataDir, clock })
    await register(after)
    await after.after(minutes(6))
    const versions = (await after.get('/orgs/local-org/artefact-versions')) as { id: string }[]
    const found = [...(await after.runsOf('one')), ...(await after.runsOf('all'))].map(({ inputs }) => inputs)
    const ids = versions.map(({ id }) => id)
    return { deaths: random.life.isOver, ids: ids.length, found, expected: ids.flatMap(() => [ids, ids]) }
  }
  let dieAt = 1
  for (let outcome = await tell(dieAt); outcome.deaths; outcome = await tell(dieAt)) {
    expect(outcome.ids).toBe(1)
    expect(outcome.found).toEqual(outcome.expected.map((container_artefacts) => ({ container_artefacts })))
    dieAt += 1
  }
  expect(dieAt).toBeGreaterThan(3)
})
