import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { startOrchestrator } from '../../support/orchestrator.ts'

const versions = '/orgs/local-org/artefact-versions'
const convert = `${versions}/convert-score`

const spec = {
  apiVersion: 'score.dev/v1b1',
  metadata: { name: 'web' },
  containers: { main: { image: '.' } },
  resources: { dns: { type: 'dns', id: 'shared.dns' } },
}
const image = 'ghcr.io/acme/web:1'
const set = {
  modules: {
    web: {
      profile: 'humanitec/default-module',
      spec: { containers: { main: { id: 'main', image } } },
      externals: {},
    },
  },
  shared: { dns: { type: 'dns', class: 'default' } },
}

test('a specification is converted, and nothing is kept', async () => {
  const { call } = startOrchestrator()
  expect(await call('POST', convert, { spec, image })).toMatchObject({ status: 200, body: set })
  expect((await call('GET', versions)).body).toEqual([])
})

test('what is converted is complete, as a set has it', async () => {
  const { call } = startOrchestrator()
  const extensions = { apiVersion: 'humanitec.org/v1b1', deploy: { when: 'before' } }
  const { body } = await call('POST', convert, { spec, extensions })
  expect(body.modules.web.deploy).toEqual({ when: 'before', success: 'deploy', timeout: 300 })
})

test('a wrong specification is answered with each problem and its place', async () => {
  const { call } = startOrchestrator()
  const { status, body } = await call('POST', convert, { spec: { ...spec, metadata: {}, containers: { main: {} } } })
  expect(status).toBe(400)
  expect(body.message).toBe(
    "The Score specification is invalid: /metadata must have required property 'name'; " +
      "/containers/main must have required property 'image'.",
  )
  expect(body.details.problems).toEqual([
    { path: '/metadata', message: "must have required property 'name'" },
    { path: '/containers/main', message: "must have required property 'image'" },
  ])
})

test('of very many problems the first twenty are told, and how many more there are', async () => {
  const { call } = startOrchestrator()
  const containers = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`main-${index}`, {}]))
  const { status, body } = await call('POST', convert, { spec: { ...spec, containers } })
  expect(status).toBe(400)
  expect(body.message).toContain("/containers/main-19 must have required property 'image'; and 5 more.")
  expect(body.details.problems).toHaveLength(20)
})

test.each([
  ['no specification', {}, "must have required property 'spec'"],
  ['a field that there is not', { spec, images: {} }, 'images'],
  ['extensions without a version', { spec, extensions: {} }, "must have required property 'apiVersion'"],
])('a body with %s is refused', async (_, body, message) => {
  const { call } = startOrchestrator()
  const answer = await call('POST', convert, body)
  expect(answer.status).toBe(400)
  expect(answer.body.message).toContain(message)
})

test('a specification nested without end is refused', async () => {
  const { call } = startOrchestrator()
  const deep = `{"spec":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`
  expect((await call('POST', convert, deep)).status).toBe(400)
})

const workload = { type: 'workload', name: 'shop/web', version: '7', spec, image }

const startWithVersions = async () => {
  const started = startOrchestrator()
  const register = async (body: object) => (await started.call('POST', versions, body)).body.id
  const get = async (id: string, part: string, accept = 'application/json') => {
    const { orchestrator } = started
    const headers = { authorization: `Bearer ${orchestrator.token}`, accept }
    return orchestrator.handle({ method: 'GET', url: `http://orchestrator.test${versions}/${id}/${part}`, headers })
  }
  return {
    ...started,
    get,
    id: await register(workload),
    container: await register({ type: 'container', name: 'web' }),
  }
}

test.each([
  ['workload-spec', spec],
  ['workload-deployment-set', set],
])('the %s of a workload version is answered in JSON or YAML', async (part, expected) => {
  const { get, id } = await startWithVersions()
  expect(JSON.parse((await get(id, part)).body)).toEqual(expected)
  const yaml = await get(id, part, 'application/x-yaml')
  expect(yaml).toMatchObject({ status: 200, headers: { 'content-type': 'application/x-yaml' } })
  expect(yaml.body).not.toMatch(/^\{/)
  expect(parse(yaml.body)).toEqual(expected)
})

test.each(['workload-spec', 'workload-deployment-set'])('a container has no %s', async (part) => {
  const { get, container } = await startWithVersions()
  expect((await get(container, part)).status).toBe(400)
  expect((await get('web', part)).status).toBe(400)
  expect((await get('662b80db-cc71-40cf-b601-08d57983f6e4', part)).status).toBe(404)
})

test.each([
  ['json', (text: string): unknown => JSON.parse(text)],
  ['x-yaml', (text: string): unknown => parse(text)],
])('a registration is answered with the set as %s when Accept asks for it', async (format, read) => {
  const { orchestrator, call } = startOrchestrator()
  const accept = `application/x.workload-deployment-set+${format}`
  const register = (query: string, body: object) =>
    orchestrator.handle({
      method: 'POST',
      url: `http://orchestrator.test${versions}${query}`,
      headers: { authorization: `Bearer ${orchestrator.token}`, accept },
      body: JSON.stringify(body),
    })
  const dry = await register('?dry_run=true', workload)
  expect(dry).toMatchObject({ status: 200, headers: { 'content-type': accept } })
  expect(read(dry.body)).toEqual(set)
  expect((await call('GET', versions)).body).toEqual([])
  expect((await register('', { type: 'container', name: 'web' })).status).toBe(400)
  expect((await call('GET', versions)).body).toEqual([])
  expect(read((await register('', workload)).body)).toEqual(set)
  expect((await call('GET', versions)).body).toHaveLength(1)
})

test.each(['', '?dry_run=true'])('a workload with a wrong specification is not registered%s', async (query) => {
  const { call } = startOrchestrator()
  const { status, body } = await call('POST', `${versions}${query}`, {
    ...workload,
    spec: { metadata: { name: 'web' } },
  })
  expect(status).toBe(400)
  expect(body.message).toContain("must have required property 'apiVersion'")
  expect((await call('GET', versions)).body).toEqual([])
})
