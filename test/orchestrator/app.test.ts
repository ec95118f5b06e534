import { expect, test } from 'vitest'
import { startOrchestrator } from '../support/orchestrator.ts'

const seed = `
organizations:
  - id: acme
    environment-types: [development, production]
    applications:
      - id: shop
        environments: [{ id: dev, type: development }, { id: prod, type: production }]
    users:
      - { id: vera, name: Vera, token: vera-token, role: member, applications: { shop: viewer } }
      - { id: dan, name: Dan, token: dan-token, role: member, applications: { shop: developer }, deployer: [development] }
      - { id: cleo, name: Cleo, token: cleo-token, role: artefactContributor }
      - { id: olga, name: Olga, token: olga-token, role: orgViewer }
`

const as = (token: string) => ({ authorization: `Bearer ${token}` })

test.each([
  ['without a token', {}, 'has no bearer token'],
  ['with an unknown token', as('nope'), 'is not known'],
  ['with another scheme', { authorization: 'Basic dXNlcjpwYXNz' }, 'has no bearer token'],
])('a call %s is answered 401', async (_, headers, message) => {
  const { call } = startOrchestrator()
  const answer = await call('GET', '/orgs/local-org/apps', undefined, { authorization: '', ...headers })
  expect(answer.status).toBe(401)
  expect(answer.body).toMatchObject({ error: 'API-000', message: expect.stringContaining(message) })
})

test.each(['Bearer test-token', 'bearer test-token', 'JWT test-token'])(
  'a call with %s is let in',
  async (authorization) => {
    const { call } = startOrchestrator()
    expect(await call('GET', '/orgs/local-org/apps', undefined, { authorization })).toMatchObject({ status: 200 })
  },
)

test('the 401 of the current user has no body', async () => {
  const { call } = startOrchestrator()
  const answer = await call('GET', '/current-user', undefined, { authorization: '' })
  expect(answer).toMatchObject({ status: 401, body: undefined })
})

test('the current user is told who it is and which roles it holds, and may change its name', async () => {
  const { call } = startOrchestrator({ seed })
  const { body } = await call('GET', '/current-user', undefined, as('dan-token'))
  expect(body).toMatchObject({
    id: 'dan',
    roles: {
      '/orgs/acme': 'member',
      '/orgs/acme/apps/shop': 'developer',
      '/orgs/acme/env-types/development': 'deployer',
    },
  })
  await call('PATCH', '/current-user', { name: 'Daniel', properties: { theme: 'dark' } }, as('dan-token'))
  const changed = await call('GET', '/current-user', undefined, as('dan-token'))
  expect(changed.body).toMatchObject({ name: 'Daniel', properties: { theme: 'dark' } })
})

const shop = '/orgs/acme/apps/shop'
const artefact = { type: 'container', name: 'ghcr.io/acme/web', version: '1.0.0' }

test.each([
  ['vera-token', 'GET', `${shop}/envs`, undefined, 200],
  ['vera-token', 'POST', `${shop}/envs/dev/deploys`, {}, 403],
  ['vera-token', 'POST', '/orgs/acme/artefact-versions', artefact, 403],
  ['dan-token', 'POST', `${shop}/envs/dev/deploys`, {}, 201],
  ['dan-token', 'POST', `${shop}/envs/prod/deploys`, {}, 403],
  ['dan-token', 'DELETE', shop, undefined, 403],
  ['cleo-token', 'POST', '/orgs/acme/artefact-versions', artefact, 200],
  ['cleo-token', 'GET', `${shop}/envs`, undefined, 403],
  ['olga-token', 'GET', `${shop}/envs`, undefined, 200],
  ['olga-token', 'POST', `${shop}/envs`, { id: 'qa', name: 'QA' }, 403],
  ['olga-token', 'GET', '/orgs/other/apps', undefined, 403],
])('%s %s %s is answered by role', async (token, method, path, body, status) => {
  const { call } = startOrchestrator({ seed })
  expect(await call(method, path, body, as(token))).toMatchObject({ status })
})

test('a path that the API does not have is 404, a wrong method 405 with those that work', async () => {
  const { call } = startOrchestrator()
  expect(await call('GET', '/orgs/local-org/nothing')).toMatchObject({ status: 404 })
  const answer = await call('PUT', '/orgs/local-org/apps')
  expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, POST' } })
})

test('what is under an application or environment that does not exist is 404 and says which', async () => {
  const { call } = startOrchestrator()
  const noApp = await call('GET', '/orgs/local-org/apps/none/envs')
  expect(noApp).toMatchObject({ status: 404, body: { message: expect.stringContaining("Application 'none'") } })
  await call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Shop' })
  const noEnv = await call('GET', '/orgs/local-org/apps/shop/envs/none/deploys')
  expect(noEnv).toMatchObject({ status: 404, body: { message: expect.stringContaining("Environment 'none'") } })
})

test('JSON is read whatever the content type says, as scripts with a plain curl send it', async () => {
  const { call } = startOrchestrator()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  expect(await call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Shop' }, headers)).toMatchObject({
    status: 201,
  })
})

test.each([
  ['not JSON', '{"id":', 'not JSON'],
  ['empty', '', 'needs a JSON body'],
  ['a list', '[]', 'body must be object'],
  ['without its name', '{"id":"shop"}', "must have required property 'name'"],
  [
    'with an id that takes long to check',
    JSON.stringify({ id: `${'a'.repeat(40)}!`, name: 'x' }),
    'body/id must match',
  ],
])('a body that is %s is refused with 422', async (_, text, message) => {
  const { call } = startOrchestrator()
  const answer = await call('POST', '/orgs/local-org/apps', text)
  expect(answer).toMatchObject({ status: 422, body: { message: expect.stringContaining(message) } })
})

test.each([
  ['per_page=0', "query parameter 'per_page' must be >= 1"],
  ['per_page=lots', "query parameter 'per_page' must be integer"],
  ['page=nonsense', "query parameter 'page' must be a token"],
])('a query with %s is refused with 400', async (query, message) => {
  const { call } = startOrchestrator()
  await call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Shop' })
  const answer = await call('GET', `/orgs/local-org/pipeline-runs?${query}`)
  expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining(message) } })
})

test('a path that is not percent-encoded correctly is refused with 400', async () => {
  const { call } = startOrchestrator()
  expect(await call('GET', '/orgs/%E0%A4%A/apps')).toMatchObject({
    status: 400,
    body: { message: 'The path is not percent-encoded correctly.' },
  })
})

test('a request that is refused changes nothing', async () => {
  const { call } = startOrchestrator()
  const refused = await call('POST', '/orgs/local-org/apps', {
    id: 'shop',
    name: 'Shop',
    env: { id: 'dev', name: 'Dev', type: 'unknown-type' },
  })
  expect(refused.status).toBe(400)
  expect(await call('GET', '/orgs/local-org/apps/shop')).toMatchObject({ status: 404 })
  expect((await call('GET', '/current-user')).body.roles).not.toHaveProperty('/orgs/local-org/apps/shop')
})

test('the control door is closed unless it is opened', async () => {
  const { call } = startOrchestrator()
  expect(await call('POST', '/_orchestrator/advance', { ms: 1000 })).toMatchObject({ status: 404 })
})

test('through the control door a test moves the time, fails calls, and begins again', async () => {
  const { call } = startOrchestrator({ control: true })
  await call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Shop' })
  const { body } = await call('POST', '/orgs/local-org/apps/shop/envs/development/deploys', {})
  await call('POST', '/_orchestrator/advance', { ms: 60_000 })
  const path = `/orgs/local-org/apps/shop/envs/development/deploys/${body.id}`
  expect((await call('GET', path)).body.status).toBe('succeeded')
  await call('POST', '/_orchestrator/fail', {
    status: 503,
    headers: { 'retry-after': '3' },
    path: '/deploys',
    times: 2,
  })
  expect(await call('GET', path)).toMatchObject({ status: 503, headers: { 'retry-after': '3' } })
  expect(await call('GET', path)).toMatchObject({ status: 503 })
  expect(await call('GET', path)).toMatchObject({ status: 200 })
  await call('POST', '/_orchestrator/reset', {})
  expect(await call('GET', '/orgs/local-org/apps')).toMatchObject({ status: 200, body: [] })
})
