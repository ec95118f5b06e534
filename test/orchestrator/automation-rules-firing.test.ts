import { describe, expect, test } from 'vitest'
import { aRunningShop, web } from './a-shop-with-rules.ts'
import { as, minutes, seconds, shop } from './a-shop.ts'

const digest = `sha256:${'0a1b2c3d'.repeat(8)}`

test('a new version is deployed to where a rule wants it, by the platform itself', async () => {
  const it = await aRunningShop()
  const { id } = await it.rule()
  const { status, body: version } = await it.register({ digest })
  expect(status).toBe(200)
  await it.after(seconds(30))
  expect(await it.images()).toEqual({ web: `${web}:2@${digest}`, api: 'registry.test/api:1' })
  const [newest, ...others] = await it.deploys()
  expect(others).toHaveLength(1)
  expect(newest).toMatchObject({ status: 'succeeded', comment: `Automation rule ${id}` })
  const [run] = await it.get('/orgs/local-org/pipeline-runs')
  expect(run).toMatchObject({
    status: 'succeeded',
    trigger: 'deployment_request',
    created_by: 'automation-rules/local-org/shop/development',
  })
  expect(version.name).toBe(web)
})

/** Carl may register, and nothing else; what is called slow takes two hours. */
const seed = `
organizations:
  - id: local-org
    environment-types: [development]
    applications: [{ id: shop, environments: [{ id: staging, type: development }] }]
    users: [{ id: carl, name: Carl, type: service, token: carl, role: artefactContributor }]
cluster: { workloads: { slow: { duration: 2h } } }
`

test('whoever registers need not have any rights in the application', async () => {
  const it = await aRunningShop({ seed })
  await it.rule()
  expect((await it.call('GET', `${shop}/envs`, undefined, as('carl'))).status).toBe(403)
  expect((await it.register({}, as('carl'))).status).toBe(200)
  await it.after(seconds(30))
  expect((await it.images())['web']).toBe(`${web}:2`)
})

test('the same version registered once more deploys nothing', async () => {
  const it = await aRunningShop()
  await it.rule()
  await it.register()
  await it.after(seconds(30))
  await it.register()
  await it.after(seconds(30))
  expect(await it.deploys()).toHaveLength(2)
})

test('a dry run, and a workload, deploy nothing', async () => {
  const it = await aRunningShop()
  await it.rule()
  const body = { type: 'container', name: web, version: '2' }
  await it.call('POST', '/orgs/local-org/artefact-versions?dry_run=true', body)
  const spec = { apiVersion: 'score.dev/v1b1', metadata: { name: 'web' }, containers: { main: { image: '.' } } }
  const workload = { type: 'workload', name: web, version: '2', spec }
  expect((await it.call('POST', '/orgs/local-org/artefact-versions', workload)).status).toBe(200)
  await it.after(seconds(30))
  expect(await it.deploys()).toHaveLength(1)
})

describe('a rule is passed over', () => {
  test.each([
    ['that is not active', { active: false }, {}],
    ['for another artefact', { artefacts_filter: ['registry.test/other'] }, {}],
    ['that excludes the artefact', { artefacts_filter: [web], exclude_artefacts_filter: true }, {}],
    ['for other refs', { match_ref: '^refs/tags/' }, {}],
    ['for a longer name of a branch', { match_ref: '^refs/heads/mainline$' }, {}],
    ['for tags, in the old form', { match: '^main$', update_to: 'tag' }, {}],
    ['for other branches, in the old form', { match: '^dev', update_to: 'branch' }, {}],
    ['for tags at all, in the old form', { update_to: 'tag' }, {}],
    ['for another image, in the old form', { images_filter: ['registry.test/other'] }, {}],
    ['when no container uses the artefact', {}, { name: 'registry.test/worker' }],
    ['when only a longer name begins so', {}, { name: 'registry.test/we' }],
    ['with a ref that a version without one does not have', { match_ref: 'main' }, { ref: undefined }],
  ])('%s', async (_, rule, version) => {
    const it = await aRunningShop()
    await it.rule(rule)
    expect((await it.register(version)).status).toBe(200)
    await it.after(seconds(30))
    expect(await it.deploys()).toHaveLength(1)
  })
})

test.each([
  [{ artefacts_filter: [web] }, {}],
  [{ artefacts_filter: ['registry.test/other'], exclude_artefacts_filter: true }, {}],
  [{ exclude_artefacts_filter: true }, {}],
  [{ match_ref: '^refs/(heads|tags)/' }, {}],
  [{ match: '^main$', update_to: 'branch' }, {}],
  [{ match: 'main' }, {}],
  [{ match: '^v2', update_to: 'tag' }, { ref: 'refs/tags/v2.1' }],
  [{ update_to: 'branch' }, {}],
  [{ images_filter: [web], match: '^main$' }, {}],
  [{}, { ref: undefined }],
])('the rule %j fires for %j', async (rule, version) => {
  const it = await aRunningShop()
  await it.rule(rule)
  await it.register(version)
  await it.after(seconds(30))
  expect((await it.images())['web']).toBe(`${web}:2`)
})

test('a rule that is replaced follows the artefacts that it names now, and no others', async () => {
  const it = await aRunningShop()
  const { id } = await it.rule({ artefacts_filter: ['registry.test/other'] })
  const replace = (more: object) => it.call('PUT', `${shop}/envs/staging/rules/${id}`, { type: 'update', ...more })
  expect(await replace({ artefacts_filter: [web, web] })).toMatchObject({ status: 200 })
  await it.register()
  await it.after(seconds(30))
  expect((await it.images())['web']).toBe(`${web}:2`)
  expect(await replace({ artefacts_filter: ['registry.test/other'] })).toMatchObject({ status: 200 })
  await it.register({ version: '3' })
  await it.after(seconds(30))
  expect((await it.images())['web']).toBe(`${web}:2`)
  expect(await replace({})).toMatchObject({ status: 200 })
  await it.register({ version: '4' })
  await it.after(seconds(30))
  expect((await it.images())['web']).toBe(`${web}:4`)
})

test('a version fires once for an environment, however many of its rules fit, and in every environment with one', async () => {
  const it = await aRunningShop()
  await it.deploy('production')
  const one = await it.rule({ match_ref: 'main' })
  const two = await it.rule({ match_ref: 'heads' })
  await it.rule({}, 'production')
  await it.register()
  await it.after(seconds(30))
  expect(await it.deploys()).toMatchObject([{ comment: `Automation rules ${one.id}, ${two.id}` }, {}])
  expect(await it.deploys('production')).toHaveLength(2)
  expect((await it.images('production'))['web']).toBe(`${web}:2`)
})

test('rules that fit are told in the order of their creation, whichever names the artefact', async () => {
  const it = await aRunningShop()
  const general = await it.rule()
  await it.after(1000)
  const particular = await it.rule({ artefacts_filter: [web] })
  await it.register()
  await it.after(seconds(30))
  expect(await it.deploys()).toMatchObject([{ comment: `Automation rules ${general.id}, ${particular.id}` }, {}])
})

test('every container that uses the artefact is changed', async () => {
  const it = await aRunningShop()
  await it.rule()
  const add = { worker: { spec: { containers: { a: { image: `${web}:0` }, 'b/c': { image: `${web}@${digest}` } } } } }
  const { body: delta } = await it.call('POST', `${shop}/deltas`, { modules: { add } })
  await it.request({ env_id: 'staging', delta_id: delta.id })
  await it.after(minutes(1))
  await it.register()
  await it.after(seconds(30))
  const { from_deploy } = await it.get(`${shop}/envs/staging`)
  const { modules } = await it.get(`${shop}/sets/${from_deploy.set_id}`)
  expect(modules.worker.spec.containers).toEqual({ a: { image: `${web}:2` }, 'b/c': { image: `${web}:2` } })
  expect(modules.web.spec.containers.main.image).toBe(`${web}:2`)
})

test('the build of an image, as it was told of before there were artefacts, fires as well', async () => {
  const it = await aRunningShop()
  await it.rule({ match: '^main$', update_to: 'branch' })
  const build = { image: `${web}:9`, branch: 'main', commit: 'abcdef1', tags: [] }
  expect((await it.call('POST', '/orgs/local-org/images/web/builds', build)).status).toBe(204)
  await it.after(seconds(30))
  expect((await it.images())['web']).toBe(`${web}:9`)
})

describe('a busy environment', () => {
  test('takes the version when it is free, and of several the newest of each artefact, at once', async () => {
    const it = await aRunningShop()
    await it.rule()
    await it.request({ env_id: 'staging', delta_id: await it.aDelta('worker') })
    await it.after(0)
    await it.register({ version: '2' })
    await it.register({ version: '3' })
    await it.register({ name: 'registry.test/api', version: '7' })
    await it.after(0)
    expect(await it.deploys()).toHaveLength(2)
    await it.after(minutes(1))
    await it.after(minutes(1))
    expect(await it.images()).toEqual({
      web: `${web}:3`,
      api: 'registry.test/api:7',
      worker: 'registry.test/worker:1',
    })
    expect(await it.deploys()).toHaveLength(3)
  })

  test('is waited for an hour', async () => {
    const it = await aRunningShop({ seed })
    await it.rule()
    await it.request({ env_id: 'staging', delta_id: await it.aDelta('slow') })
    await it.after(minutes(50))
    await it.register({ version: 'early' })
    await it.after(minutes(15))
    await it.register({ name: 'registry.test/api', version: 'late' })
    await it.after(minutes(90))
    expect(await it.images()).toMatchObject({ web: `${web}:1`, api: 'registry.test/api:late' })
  })

  test('does not take it when the rule was deleted or switched off in the meantime', async () => {
    const it = await aRunningShop()
    const { id } = await it.rule()
    await it.request({ env_id: 'staging', delta_id: await it.aDelta('worker') })
    await it.after(0)
    await it.register()
    await it.after(0)
    await it.call('PUT', `${shop}/envs/staging/rules/${id}`, { type: 'update', active: false })
    await it.after(minutes(2))
    expect((await it.images())['web']).toBe(`${web}:1`)
  })

  test('that is deleted in the meantime is forgotten', async () => {
    const it = await aRunningShop()
    await it.rule()
    await it.request({ env_id: 'staging', delta_id: await it.aDelta('worker') })
    await it.after(0)
    await it.register()
    await it.after(0)
    expect((await it.call('DELETE', shop)).status).toBeLessThan(300)
    await it.after(minutes(2))
    expect(await it.call('GET', shop)).toMatchObject({ status: 404 })
  })
})

test('a registration succeeds also where the deployment cannot be asked for, and leaves no delta to deploy', async () => {
  const it = await aRunningShop()
  await it.rule()
  const before = await it.get(`${shop}/deltas`)
  for (const { id, pipeline_id } of await it.get(`${shop}/pipeline-criteria`)) {
    await it.call('DELETE', `${shop}/pipelines/${pipeline_id}/criteria/${id}`)
  }
  expect((await it.register()).status).toBe(200)
  await it.after(minutes(1))
  expect(await it.deploys()).toHaveLength(1)
  expect(await it.get(`${shop}/deltas`)).toEqual(before)
  expect(await it.get(`${shop}/deltas?archived=true`)).toContainEqual(
    expect.objectContaining({
      metadata: expect.objectContaining({ name: expect.stringContaining('Automation rule') }),
    }),
  )
})

test('the deployment goes through the pipeline that answers, which may inherit the rights to deploy, and no more', async () => {
  const it = await aRunningShop()
  await it.rule()
  await it.aPipeline(`
id: own
name: own
on: { deployment_request: {} }
permissions: { run-as: inherit }
jobs:
  ship:
    steps:
      - id: apply
        uses: actions/humanitec/apply@v1
        with: { env_id: '\${{ inputs.env_id }}', delta_id: '\${{ inputs.delta_id }}' }
      - uses: actions/humanitec/deploy@v1
        with: { env_id: '\${{ inputs.env_id }}', set_id: '\${{ steps.apply.outputs.set_id }}' }
      - uses: actions/humanitec/deploy@v1
        with: { env_id: production, set_id: '\${{ steps.apply.outputs.set_id }}' }
`)
  await it.call('POST', `${shop}/pipelines/own/criteria`, { trigger: 'deployment_request', env_id: 'staging' })
  await it.register()
  await it.after(minutes(1))
  const [run] = await it.get('/orgs/local-org/pipeline-runs')
  expect(run).toMatchObject({ pipeline_id: 'own', status: 'failed' })
  expect(run.status_message).toContain("Automation rules may not deploy to 'production'")
  expect((await it.images())['web']).toBe(`${web}:2`)
  expect(await it.deploys('production')).toHaveLength(0)
})
