import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { HttpRequest } from '../../src/contract/http.ts'
import { minutes, seconds, shop } from '../orchestrator/a-shop.ts'
import { aGithub, githubApiUrl } from './a-github.ts'
import { anExampleShop, readExample } from './an-example.ts'

const name = 'every-key'
const hook = 'http://127.0.0.1:9000/hooks/sesame'

const ready = async () => {
  const told: HttpRequest[] = []
  const github = aGithub({
    elsewhere: (request) => {
      told.push(request)
      return { status: 202 }
    },
  })
  const it = anExampleShop({ transport: github.transport, githubApiUrl })
  await it.secret('hook', hook)
  await it.secret('github-token', 'ghs_sesame')
  const source = await it.deploy('development', 'web')
  await it.add(name, { env_type: 'development' })
  return { ...it, told, github, source }
}

interface Schema {
  properties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  items?: Schema
  $defs?: Record<string, unknown>
}

/** Every path of keys in the JSON Schema, with `*` for what is named by whoever writes the file. */
function* schemaKeys({ properties = {}, additionalProperties, items }: Schema, path = ''): Generator<string> {
  for (const [key, inner] of Object.entries(properties)) {
    yield `${path}.${key}`
    yield* schemaKeys(inner, `${path}.${key}`)
  }
  if (typeof additionalProperties === 'object') yield* schemaKeys(additionalProperties, `${path}.*`)
  if (items) yield* schemaKeys(items, `${path}[]`)
}

/** The same of a file: a key that the schema does not know stands for one of any name. */
function* fileKeys(value: unknown, known: ReadonlySet<string>, path = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const named = known.has(`${path}.${key}`) ? `${path}.${key}` : `${path}.*`
    const own = Array.isArray(value) ? `${path}[]` : named
    yield own
    yield* fileKeys(inner, known, own)
  }
}

test('the file has every key of the language but run-as, and every action', async () => {
  const it = anExampleShop()
  const schema = (await it.get('/orgs/local-org/pipeline-schemas/latest')) as Schema
  const file: unknown = parse(readExample(name))
  const known = new Set(schemaKeys(schema))
  const used = new Set(fileKeys(file, known))
  expect([...known].filter((path) => !used.has(path))).toEqual(['.permissions.run-as', '.run-as'])
  const actions = Object.keys(schema.$defs ?? {})
  expect(actions).toHaveLength(10)
  for (const action of actions) expect(readExample(name)).toMatch(new RegExp(`uses: \\S*/${action}(@v1)?\n`))
})

test('it deploys a delta that is asked for, when it is answered', async () => {
  const it = await ready()
  const { body: run } = await it.request({
    env_id: 'staging',
    delta_id: await it.aDelta('api'),
    comment: 'ask first',
  })
  await it.settle()
  expect(await it.run(run)).toMatchObject({ concurrency_group: 'every-key-staging', timeout_seconds: 7200 })
  await it.decide(await it.question(run), 'approve', 'dora')
  await it.after(minutes(1))
  expect(await it.run(run)).toMatchObject({ status: 'succeeded' })
  expect(await it.statuses(run)).toEqual({
    set: 'succeeded',
    ask: 'succeeded',
    deploy: 'succeeded',
    tell: 'skipped',
    end: 'succeeded',
  })
  expect(await it.steps(run, 'set')).toEqual(['skipped', 'succeeded', 'skipped'])
})

test.each([
  ['is denied', 'deny', 'Denied by Dora'],
  ['is not answered within the hour', undefined, 'Timed out after 60 minutes'],
] as const)('nothing is deployed when the question %s', async (_, decision, message) => {
  const it = await ready()
  const { body: run } = await it.request({ env_id: 'staging', comment: 'ask first' })
  await it.settle()
  if (decision) await it.decide(await it.question(run), decision, 'dora')
  else await it.after(minutes(60))
  expect(await it.run(run)).toMatchObject({
    status: 'failed',
    status_message: expect.stringContaining(message),
  })
  expect(await it.statuses(run)).toMatchObject({ ask: 'failed', deploy: 'skipped', end: 'failed' })
  expect(await it.deploys('staging')).toEqual([])
})

test('a call takes what runs in development, and tells others when it is asked to', async () => {
  const it = await ready()
  const run = await it.start(name, { env_id: 'staging', notify: true, labels: { a: [1] } })
  await it.after(seconds(30))
  await it.settle()
  await it.after(seconds(10))
  it.github.end('success')
  await it.settle()
  await it.after(seconds(10))
  await it.settle()
  expect(await it.run(run)).toMatchObject({ status: 'succeeded' })
  const [deployment] = await it.deploys('staging')
  expect(deployment).toMatchObject({ set_id: it.source.set_id, comment: 'Run of every-key' })
  expect(it.told).toMatchObject([{ url: hook, headers: { 'x-deployment': deployment?.id } }])
  expect(JSON.parse(String(it.told[0]?.body))).toEqual({ status: 'succeeded', labels: { a: [1] } })
  expect(JSON.parse(String(it.github.starts()[0]?.body))).toMatchObject({ inputs: { deployment: deployment?.id } })
  const seen = await Promise.all([it.run(run), it.job(run, 'tell'), it.log(run, 'tell', 0), it.log(run, 'tell', 1)])
  expect(JSON.stringify(seen)).not.toContain('sesame')
})

test('a workflow that fails afterwards does not matter', async () => {
  const it = await ready()
  it.github.refuse(500)
  const run = await it.start(name, { env_id: 'staging', notify: true })
  await it.after(seconds(30))
  await it.settle()
  expect(await it.statuses(run)).toMatchObject({ deploy: 'succeeded', tell: 'failed' })
  expect(await it.run(run)).toMatchObject({ status: 'succeeded' })
})

test('workloads that are not ready in time do not matter either', async () => {
  const it = await ready()
  it.orchestrator.control.behave({ workloads: { web: { neverReady: 'Pending' } } })
  const run = await it.start(name, { env_id: 'staging', minutes: 2 })
  await it.after(minutes(3))
  expect(await it.steps(run, 'deploy')).toEqual(['succeeded', 'failed'])
  expect(await it.run(run)).toMatchObject({ status: 'succeeded' })
})

test('a deployment that fails ends with a failure, and others are told of it', async () => {
  const it = await ready()
  it.orchestrator.control.behave({ workloads: { web: { fail: { message: 'no such image' } } } })
  const run = await it.start(name, { env_id: 'staging', notify: true })
  await it.after(seconds(5))
  await it.settle()
  expect(await it.log(run, 'end', 0)).toEqual(['Deploying failed'])
  expect(await it.job(run, 'end')).toMatchObject({ status: 'failed' })
  expect(JSON.parse(String(it.told[0]?.body))).toMatchObject({ status: 'failed', labels: { source: 'call' } })
  expect(it.github.starts()).toHaveLength(1)
  await it.cancel(run)
  expect(await it.run(run)).toMatchObject({ status: 'cancelled' })
})

test('workloads of main and of version tags are gathered for two minutes and delivered', async () => {
  const it = await ready()
  const versions = [
    await it.workload('shop/web', { version: '1' }),
    await it.workload('shop/api', { ref: 'refs/tags/v2' }),
  ]
  await it.workload('shop/web-experimental')
  await it.workload('shop/mail', { ref: 'refs/heads/feature' })
  await it.workload('blog/web')
  await it.after(minutes(2))
  await it.after(seconds(30))
  expect(await it.runsOf(name)).toMatchObject([
    { status: 'succeeded', inputs: { workload_artefacts: versions }, concurrency_group: 'every-key-staging' },
  ])
})

test.each([
  [{}, "input 'env_id' is missing"],
  [{ env_id: 'staging', minutes: 'five' }, "input 'minutes' must be of type number"],
  [{ env_id: 'staging', notify: 'yes' }, "input 'notify' must be of type boolean"],
  [{ env_id: 'staging', labels: [] }, "input 'labels' must be of type object"],
  [{ env_id: 'staging', workload_artefacts: 'x' }, "input 'workload_artefacts' must be of type array"],
])('a call with %j is refused', async (inputs, message) => {
  const it = await ready()
  expect(await it.callPipeline(name, inputs)).toMatchObject({
    status: 422,
    body: { message: expect.stringContaining(message) },
  })
})

test('its metadata can be looked for', async () => {
  const it = await ready()
  expect(await it.get(`${shop}/pipelines?metadata[team]=platform`)).toMatchObject([{ id: name }])
  expect(await it.get(`${shop}/pipelines?metadata[team]=shop`)).toEqual([])
})
