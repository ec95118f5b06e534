import { expect, test } from 'vitest'
import { as, minutes, seconds, shop } from '../orchestrator/a-shop.ts'
import { anExampleShop, readExample } from './an-example.ts'

const name = 'deliver-artefacts'
const image = (workload: string) => `ghcr.io/acme/shop-${workload}`

/** Staging runs version 1 of two images, and new versions are delivered. */
const delivering = async () => {
  const it = anExampleShop()
  const add = Object.fromEntries(
    ['web', 'api'].map((workload) => [
      workload,
      {
        profile: 'humanitec/default-module',
        spec: { containers: { main: { image: `${image(workload)}:1` } } },
        externals: {},
      },
    ]),
  )
  const { id } = await it.made(`${shop}/deltas`, { modules: { add } })
  await it.made(`${shop}/pipeline-runs`, { trigger: 'deployment_request', env_id: 'staging', delta_id: id })
  await it.after(minutes(1))
  await it.add(name)
  return {
    ...it,
    /** Workload → image, as staging was deployed last. */
    images: async () => {
      const [deployment] = await it.deploys('staging')
      const { modules } = await it.get(`${shop}/sets/${deployment?.set_id}`)
      return Object.fromEntries(
        Object.keys(modules).map((workload) => [workload, modules[workload].spec.containers.main.image.split('@')[0]]),
      )
    },
  }
}

test('images that come within five minutes are deployed together', async () => {
  const it = await delivering()
  const web = await it.container(image('web'), { version: '2' })
  await it.after(minutes(3))
  const api = await it.container(image('api'), { version: '2' })
  expect(await it.batch(name)).toMatchObject({
    status: 200,
    body: {
      items: [
        { type: 'container', ref: web },
        { type: 'container', ref: api },
      ],
    },
  })
  await it.after(minutes(2) - 1)
  expect(await it.runsOf(name)).toEqual([])
  await it.after(1)
  await it.after(seconds(3))
  expect(await it.runsOf(name)).toMatchObject([
    { status: 'succeeded', trigger: 'artefact', inputs: { container_artefacts: [web, api] } },
  ])
  expect(await it.images()).toEqual({ web: `${image('web')}:2`, api: `${image('api')}:2` })
  expect((await it.batch(name)).status).toBe(404)
})

test('of several versions of one image the newest is deployed', async () => {
  const it = await delivering()
  await it.container(image('web'), { version: '2' })
  await it.container(image('web'), { version: '3' })
  await it.after(minutes(6))
  expect(await it.runsOf(name)).toHaveLength(1)
  expect(await it.images()).toEqual({ web: `${image('web')}:3`, api: `${image('api')}:1` })
})

test('what comes after the five minutes has a run of its own, behind the first', async () => {
  const it = await delivering()
  await it.container(image('web'), { version: '2' })
  await it.after(minutes(5))
  await it.container(image('web'), { version: '3' })
  await it.after(minutes(6))
  expect((await it.runsOf(name)).map(({ status }) => status)).toEqual(['succeeded', 'succeeded'])
  expect(await it.images()).toMatchObject({ web: `${image('web')}:3` })
})

test.each([
  ['of a branch', image('web'), { ref: 'refs/heads/feature' }],
  ['without a ref', image('web'), { ref: '' }],
  ['of another application', 'ghcr.io/acme/blog', {}],
  ['for debugging', `${image('web')}-debug`, {}],
])('an image %s is not delivered', async (_, artefact, how) => {
  const it = await delivering()
  await it.container(artefact, { version: '2', ...how })
  await it.after(minutes(6))
  expect(await it.runsOf(name)).toEqual([])
})

test('a workload is not delivered, whatever its name', async () => {
  const it = await delivering()
  await it.workload(image('web'))
  await it.after(minutes(6))
  expect(await it.runsOf(name)).toEqual([])
})

test('an image that staging does not use changes nothing there', async () => {
  const it = await delivering()
  const before = await it.images()
  await it.container(image('mail'), { version: '2' })
  await it.after(minutes(6))
  const [run] = await it.runsOf(name)
  expect(run).toMatchObject({ status: 'succeeded' })
  expect(await it.log(run!, 'deliver', 0)).toContain(`No container of the environment uses ${image('mail')}`)
  expect(await it.images()).toEqual(before)
})

test('an image that fails in the cluster fails the run, and the next one is delivered', async () => {
  const it = await delivering()
  const bad = { fail: { image: `${image('web')}:2@sha256:${'0'.repeat(64)}`, message: 'exit code 1' } }
  it.orchestrator.control.behave({ workloads: { web: bad } })
  await it.container(image('web'), { version: '2' })
  await it.after(minutes(6))
  await it.container(image('web'), { version: '3' })
  await it.after(minutes(6))
  expect((await it.runsOf(name)).map(({ status }) => status)).toEqual(['failed', 'succeeded'])
})

test('a run that is cancelled leaves its deployment to its end, and is delivered again by a restart', async () => {
  const it = await delivering()
  await it.container(image('web'), { version: '2' })
  await it.after(minutes(5))
  const [run] = await it.runsOf(name)
  expect(run).toMatchObject({ status: 'executing' })
  await it.cancel(run!)
  await it.after(minutes(1))
  await it.made(`${it.runPath(run!)}/restart`, '')
  await it.after(minutes(1))
  expect((await it.runsOf(name)).map(({ status }) => status)).toEqual(['cancelled', 'succeeded'])
})

test('only who may deploy to development environments can give runs that right', async () => {
  const it = anExampleShop()
  const yaml = readExample(name)
  const put = (text: string, token: string) => it.call('POST', `${shop}/pipelines`, text, as(token))
  expect(await put(yaml.replace('development: deployer', 'production: deployer'), 'dora')).toMatchObject({
    status: 403,
    body: { message: expect.stringContaining("the role 'deployer' on environment type 'production'") },
  })
  expect((await put(yaml.replace('application: developer', 'application: owner'), 'dora')).status).toBe(403)
  expect((await put(yaml, 'vera')).status).toBe(403)
  expect((await put(yaml, 'dora')).status).toBe(201)
})

test('runs have the rights of the file and no others: production is closed to them', async () => {
  const it = anExampleShop()
  await it.deploy('production', 'web')
  await it.aPipeline(readExample(name).replaceAll('env_id: staging', 'env_id: production'))
  await it.container(image('web'), { version: '2' })
  await it.after(minutes(6))
  const [run] = await it.runsOf(name)
  expect(await it.run(run!)).toMatchObject({
    status: 'failed',
    status_message: expect.stringContaining("may not deploy to 'production'"),
  })
})
