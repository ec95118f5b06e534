import { describe, expect, test } from 'vitest'
import { aShop, called, seconds, type Shop, shop } from './a-shop.ts'

const versions = '/orgs/local-org/artefact-versions'
const digest = `sha256:${'8'.repeat(64)}`
const unknownId = '662b80db-cc71-40cf-b601-08d57983f6e4'

const idOf = async (it: Shop, request: object) => (await it.call('POST', versions, request)).body.id as string
const container = (it: Shop, name: string, more: object = { version: '2' }) =>
  idOf(it, { type: 'container', name, ...more })
const workload = (it: Shop, name: string, more: object = {}) =>
  idOf(it, {
    type: 'workload',
    name: `shop/${name}`,
    image: 'registry.test/new:1',
    spec: { apiVersion: 'score.dev/v1b1', metadata: { name }, containers: { main: { image: '.' } }, ...more },
  })

const deploy = async (it: Shop, ...workloads: string[]) => {
  await it.request({ env_id: 'staging', delta_id: await it.aDelta(...workloads) })
  await it.after(0)
  await it.after(seconds(3))
}

const imagesOf = async (it: Shop, setId: string) => {
  const { modules } = await it.get(`${shop}/sets/${setId}`)
  return Object.fromEntries(
    Object.entries(modules as Record<string, { spec: { containers: Record<string, { image: string }> } }>).map(
      ([id, { spec }]) => [id, Object.values(spec.containers).map(({ image }) => image)],
    ),
  )
}

/** Takes ids as a pipeline that an artefact starts does, makes a delta of them and deploys it. */
const release = `
id: release
name: Release
on:
  pipeline_call:
    inputs:
      workloads: { type: array, default: [] }
      containers: { type: array, default: [] }
jobs:
  go:
    outputs: { set: '\${{ steps.apply.outputs.set_id }}', delta: '\${{ steps.delta.outputs.delta_id }}' }
    steps:
      - id: delta
        uses: actions/humanitec/create-delta@v1
        with:
          env_id: staging
          workload_artefacts: \${{ inputs.workloads }}
          container_artefacts: \${{ inputs.containers }}
      - id: apply
        uses: actions/humanitec/apply@v1
        with: { env_id: staging, delta_id: '\${{ steps.delta.outputs.delta_id }}' }
      - uses: actions/humanitec/deploy@v1
        with: { env_id: staging, set_id: '\${{ steps.apply.outputs.set_id }}' }
`

const releaseOf = async (it: Shop, inputs: object) => {
  const { body: run } = await it.callPipeline('release', inputs)
  await it.after(0)
  await it.after(seconds(3))
  return { ...(await it.run(run)), log: await it.log(run, 'go', 0) }
}

const released = async (...workloads: string[]) => {
  const it = aShop()
  await it.aPipeline(release)
  if (workloads.length > 0) await deploy(it, ...workloads)
  return it
}

const running = async (it: Shop) => {
  const { last_deploy } = await it.get(`${shop}/envs/staging`)
  return imagesOf(it, last_deploy.set_id as string)
}

describe('create-delta', () => {
  test('puts a new version in every container that uses the image, and nowhere else', async () => {
    const it = await released('web', 'api')
    const run = await releaseOf(it, {
      containers: [await container(it, 'registry.test/web', { version: '2', digest })],
    })
    expect(run).toMatchObject({ status: 'succeeded' })
    expect(await running(it)).toEqual({ web: [`registry.test/web:2@${digest}`], api: ['registry.test/api:1'] })
    expect(run.log[0]).toBe(`Container web/main becomes registry.test/web:2@${digest}`)
  })

  test('takes the later of two versions of one image', async () => {
    const it = await released('web')
    const containers = [
      await container(it, 'registry.test/web'),
      await container(it, 'registry.test/web', { version: '3' }),
    ]
    expect(await releaseOf(it, { containers })).toMatchObject({ status: 'succeeded' })
    expect(await running(it)).toEqual({ web: ['registry.test/web:3'] })
  })

  test('changes several containers of a workload, each to its own', async () => {
    const it = await released()
    const containers = {
      main: { image: 'acme/web:1' },
      side: { image: 'acme/proxy:1' },
      last: { image: 'acme/other:1' },
    }
    const { body: delta } = await it.call('POST', `${shop}/deltas`, {
      modules: { add: { web: { spec: { containers } } } },
    })
    await it.request({ env_id: 'staging', delta_id: delta.id })
    await it.after(0)
    await it.after(seconds(3))
    const versionIds = [await container(it, 'acme/web'), await container(it, 'acme/proxy', { digest })]
    const run = await releaseOf(it, { containers: versionIds })
    expect(await running(it)).toEqual({ web: ['acme/web:2', `acme/proxy@${digest}`, 'acme/other:1'] })
    expect(run.log.slice(0, 2)).toEqual([
      'Container web/main becomes acme/web:2',
      `Container web/side becomes acme/proxy@${digest}`,
    ])
  })

  test('does not take the port of a registry for a version', async () => {
    const it = await released()
    const module = { spec: { containers: { main: { image: 'localhost:5000/web' } } } }
    const { body: delta } = await it.call('POST', `${shop}/deltas`, { modules: { add: { web: module } } })
    await it.request({ env_id: 'staging', delta_id: delta.id })
    await it.after(0)
    await it.after(seconds(3))
    const containers = [await container(it, 'localhost'), await container(it, 'localhost:5000/web')]
    await releaseOf(it, { containers })
    expect(await running(it)).toEqual({ web: ['localhost:5000/web:2'] })
  })

  test('warns of an image that nothing uses', async () => {
    const it = await released('web')
    const run = await releaseOf(it, { containers: [await container(it, 'registry.test/web-admin')] })
    expect(run).toMatchObject({ status: 'succeeded' })
    expect(run.log[0]).toBe('No container of the environment uses registry.test/web-admin')
    expect(await running(it)).toEqual({ web: ['registry.test/web:1'] })
  })

  test('adds workloads with their shared resources, and puts new ones in place of old ones', async () => {
    const it = await released('web', 'api')
    const resources = { mail: { type: 'dns', id: 'shared.mail' } }
    const workloads = [await workload(it, 'web', { resources }), await workload(it, 'shop')]
    const run = await releaseOf(it, { workloads, containers: [await container(it, 'registry.test/new')] })
    expect(run).toMatchObject({ status: 'succeeded' })
    expect(await running(it)).toEqual({
      web: ['registry.test/new:2'],
      shop: ['registry.test/new:2'],
      api: ['registry.test/api:1'],
    })
    const { last_deploy } = await it.get(`${shop}/envs/staging`)
    expect(await it.get(`${shop}/sets/${last_deploy.set_id}`)).toMatchObject({ shared: { mail: { type: 'dns' } } })
    const { steps } = await it.job(run, 'go')
    const { delta_id } = steps[0].related_entities
    expect(steps[0].related_entities).toEqual({ env_id: 'staging', delta_id: last_deploy.delta_id })
    // What is added whole needs no update of itself besides.
    expect((await it.get(`${shop}/deltas/${delta_id}`)).modules).toMatchObject({
      add: { web: { spec: { containers: { main: { image: 'registry.test/new:2' } } } } },
      update: {},
    })
    expect(run.log).toEqual([
      `Workload web becomes that of version ${workloads[0]}`,
      `Workload shop becomes that of version ${workloads[1]}`,
      'Container web/main becomes registry.test/new:2',
      'Container shop/main becomes registry.test/new:2',
      `Created delta ${delta_id}`,
    ])
  })

  test('makes a delta that says where it is from', async () => {
    const it = await released('web')
    const { id } = await releaseOf(it, { containers: [await container(it, 'registry.test/web')] })
    const deltas = await it.get(`${shop}/deltas?archived=true`)
    expect(deltas).toContainEqual(
      expect.objectContaining({
        metadata: expect.objectContaining({ env_id: 'staging', name: `Run ${id} of pipeline release` }),
      }),
    )
  })

  test.each([
    ['an id that is none', () => ({ containers: ['web'] }), /container_artefacts\[0\] is not the id of an artefact/],
    ['a map for an id', () => ({ containers: [{}] }), /container_artefacts\[0\] is not the id/],
    ['a version that does not exist', () => ({ containers: [unknownId] }), /does not exist/],
    [
      'a workload among the containers',
      async (it: Shop) => ({ containers: [await workload(it, 'web')] }),
      /is a workload: it belongs into workload_artefacts/,
    ],
    [
      'a container among the workloads',
      async (it: Shop) => ({ workloads: [await container(it, 'registry.test/web')] }),
      /is a container: only workloads/,
    ],
    [
      'a container with neither version nor digest',
      async (it: Shop) => ({ containers: [await container(it, 'registry.test/web', {})] }),
      /has neither version nor digest/,
    ],
  ])('fails for %s, and leaves nothing behind', async (_, inputs, message) => {
    const it = await released('web')
    const before = await it.get(`${shop}/deltas`)
    const run = await releaseOf(it, await inputs(it))
    expect(run).toMatchObject({ status: 'failed', status_message: expect.stringMatching(message) })
    expect(await it.get(`${shop}/deltas`)).toEqual(before)
  })
})

describe('clone', () => {
  const promote = (inputs: string) =>
    called(
      'promote',
      `  go:
    steps:
      - { id: clone, uses: actions/humanitec/clone@v1, with: { ${inputs} } }
      - uses: actions/humanitec/deploy@v1
        with: { env_id: production, set_id: '\${{ steps.clone.outputs.set_id }}' }
`,
    )
  const promoted = async (it: Shop, inputs: string) => {
    await it.aPipeline(promote(inputs))
    const { body: run } = await it.callPipeline('promote')
    await it.after(0)
    await it.after(seconds(3))
    return it.run(run)
  }
  const setOf = async (it: Shop, envId: string) => (await it.get(`${shop}/envs/${envId}`)).last_deploy?.set_id

  test('brings what runs in one environment to another', async () => {
    const it = await released('web', 'api')
    const run = await promoted(it, 'from_env_id: staging, to_env_id: production')
    expect(run).toMatchObject({ status: 'succeeded', env_ids: ['production'] })
    const { id, set_id } = (await it.get(`${shop}/envs/staging`)).last_deploy
    expect(await setOf(it, 'production')).toBe(set_id)
    expect(await it.log(run, 'go', 0)).toEqual([`Took set ${set_id} of deployment ${id} to staging, for production`])
    const { steps } = await it.job(run, 'go')
    expect(steps[0].related_entities).toEqual({ env_id: 'production', set_id })
  })

  test('takes the set of an older deployment when it is told to', async () => {
    const it = await released('web')
    const old = (await it.get(`${shop}/envs/staging`)).last_deploy
    await deploy(it, 'api')
    const run = await promoted(it, `from_env_id: staging, to_env_id: production, from_deployment_id: "${old.id}"`)
    expect(run).toMatchObject({ status: 'succeeded' })
    expect(await setOf(it, 'production')).toBe(old.set_id)
    expect(await setOf(it, 'staging')).not.toBe(old.set_id)
  })

  test('warns of a deployment that has not succeeded', async () => {
    const it = await released('web')
    it.orchestrator.control.behave({ workloads: { api: { fail: { message: 'no such image' } } } })
    await deploy(it, 'api')
    const failed = (await it.get(`${shop}/envs/staging`)).last_deploy
    it.orchestrator.control.behave({ workloads: {} })
    const run = await promoted(it, 'from_env_id: staging, to_env_id: production')
    expect(run).toMatchObject({ status: 'succeeded' })
    expect(await it.log(run, 'go', 0)).toContain(`Deployment ${failed.id} has not succeeded: it is failed`)
    expect(await setOf(it, 'production')).toBe(failed.set_id)
  })

  test('fails for a deployment of another environment', async () => {
    const it = await released('web')
    const { id } = (await it.get(`${shop}/envs/staging`)).last_deploy
    const run = await promoted(it, `from_env_id: development, to_env_id: production, from_deployment_id: "${id}"`)
    expect(run).toMatchObject({ status: 'failed', status_message: expect.stringContaining(`Deployment '${id}'`) })
  })

  test.each([
    ['development', 'production', "Nothing was ever deployed to 'development'"],
    ['nowhere', 'production', "'nowhere' does not exist"],
    ['staging', 'nowhere', "'nowhere' does not exist"],
  ])('fails from %s to %s', async (from, to, message) => {
    const it = await released('web')
    const run = await promoted(it, `from_env_id: ${from}, to_env_id: ${to}`)
    expect(run).toMatchObject({ status: 'failed', status_message: expect.stringContaining(message) })
  })
})
