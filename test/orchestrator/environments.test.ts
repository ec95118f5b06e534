import { expect, test } from 'vitest'
import { startOrchestrator } from '../support/orchestrator.ts'
import { aShop, shop } from './a-shop.ts'

const withShop = async () => {
  const started = startOrchestrator()
  await started.call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Shop' })
  return started
}

const deploy = async ({ call, clock }: Awaited<ReturnType<typeof withShop>>, envId = 'development') => {
  const { body } = await call('POST', `${shop}/envs/${envId}/deploys`, {})
  await clock.advance(10_000)
  return body.id as string
}

test('a new application has the environment development', async () => {
  const { call } = await withShop()
  const { body } = await call('GET', `${shop}/envs`)
  expect(body).toMatchObject([{ id: 'development', name: 'Development', type: 'development', status: 'active' }])
  expect(body[0]).not.toHaveProperty('last_deploy')
  expect(body[0]).not.toHaveProperty('from_deploy')
})

test('a new environment says who made it and when, and needs no deployment to begin with', async () => {
  const { call, clock } = await withShop()
  await clock.advance(1000)
  const environment = { id: 'pr-7', name: 'PR 7', type: 'development' }
  const { status, body } = await call('POST', `${shop}/envs`, { ...environment, namespace: 'passed-over' })
  expect(status).toBe(201)
  const now = '2026-01-05T12:00:01.000Z'
  const by = { created_at: now, created_by: 'local-administrator' }
  expect(body).toEqual({ ...environment, ...by, status: 'active', status_changed_at: now })
  expect((await call('GET', `${shop}/envs/pr-7`)).body).toEqual(body)
})

test('a new environment builds on the deployment it is cloned from, and is not deployed by that', async () => {
  const started = await withShop()
  const from = await deploy(started)
  const { status, body } = await started.call('POST', `${shop}/envs`, {
    id: 'pr-7',
    name: 'PR 7',
    from_deploy_id: from,
  })
  expect(status).toBe(201)
  expect(body).toMatchObject({ id: 'pr-7', type: 'development', from_deploy: { id: from } })
  expect(body).not.toHaveProperty('last_deploy')
})

test('a new environment has the type of the one that it is cloned from, unless it says another', async () => {
  const { call } = aShop()
  const { body: source } = await call('POST', `${shop}/envs/production/deploys`, {})
  const clone = async (id: string, more: object) =>
    (await call('POST', `${shop}/envs`, { id, name: id, from_deploy_id: source.id, ...more })).body.type
  expect(await clone('canary', {})).toBe('production')
  expect(await clone('pr-7', { type: 'development' })).toBe('development')
})

test('an environment that exists already is refused with 409', async () => {
  const { call } = await withShop()
  expect(await call('POST', `${shop}/envs`, { id: 'development', name: 'Again' })).toMatchObject({
    status: 409,
    body: { message: "Environment 'development' exists already in application 'local-org/shop'." },
  })
})

test.each([
  ['an unknown type', 400, { id: 'qa', name: 'QA', type: 'quality' }, "Environment type 'quality' does not exist"],
  [
    'an unknown deployment',
    400,
    { id: 'qa', name: 'QA', from_deploy_id: 'ffff' },
    "from_deploy_id 'ffff' is not a deployment",
  ],
  ['an id that is not one', 422, { id: 'Q', name: 'QA' }, 'body/id must match pattern'],
  ["a pull request's number for an id", 422, { id: '7', name: 'PR 7' }, 'body/id must match pattern'],
  ['a longer id', 422, { id: 'a'.repeat(51), name: 'QA' }, 'body/id must NOT have more than 50 characters'],
  ['no name', 422, { id: 'qa' }, "must have required property 'name'"],
])('an environment with %s is refused with %i', async (_, status, body, message) => {
  const { call } = await withShop()
  const answer = await call('POST', `${shop}/envs`, body)
  expect(answer.status).toBe(status)
  expect(answer.body.message).toContain(message)
})

test('the last environment of an application cannot be deleted', async () => {
  const { call } = await withShop()
  expect(await call('DELETE', `${shop}/envs/development`)).toMatchObject({
    status: 400,
    body: { message: "'development' is the last environment of application 'local-org/shop' and cannot be deleted." },
  })
  await call('POST', `${shop}/envs`, { id: 'staging', name: 'Staging', type: 'development' })
  expect(await call('DELETE', `${shop}/envs/development`)).toMatchObject({ status: 204 })
  expect(await call('GET', `${shop}/envs/development`)).toMatchObject({ status: 404 })
})

test('rebasing changes what the next deployment builds on, and nothing else', async () => {
  const started = await withShop()
  const first = await deploy(started)
  const second = await deploy(started)
  const { call } = started
  expect(await call('PUT', `${shop}/envs/development/from_deploy_id`, JSON.stringify(first))).toMatchObject({
    status: 204,
  })
  const { body } = await call('GET', `${shop}/envs/development`)
  expect(body).toMatchObject({ from_deploy: { id: first }, last_deploy: { id: second } })
  expect(await call('PUT', `${shop}/envs/development/from_deploy_id`, '"nope"')).toMatchObject({
    status: 400,
    body: { message: "'nope' is not a deployment of application 'local-org/shop'." },
  })
})

test('an environment with an active deployment is neither deployed to nor deleted', async () => {
  const { call, clock } = await withShop()
  await call('POST', `${shop}/envs`, { id: 'staging', name: 'Staging', type: 'development' })
  const { body: first } = await call('POST', `${shop}/envs/staging/deploys`, {})
  expect(first.status).toBe('pending')
  expect(await call('POST', `${shop}/envs/staging/deploys`, {})).toMatchObject({ status: 409 })
  expect(await call('DELETE', `${shop}/envs/staging`)).toMatchObject({
    status: 409,
    body: { message: "Environment 'staging' has an active deployment; wait for its end." },
  })
  await clock.advance(1000)
  expect((await call('GET', `${shop}/envs/staging/deploys/${first.id}`)).body.status).toBe('in progress')
  await clock.advance(1200)
  expect((await call('GET', `${shop}/envs/staging/deploys/${first.id}`)).body.status).toBe('succeeded')
  expect(await call('DELETE', `${shop}/envs/staging`)).toMatchObject({ status: 204 })
})

test('an environment made again under its old name has none of its old deployments, though another builds on one', async () => {
  const started = await withShop()
  const { call } = started
  const from_deploy_id = await deploy(started)
  await call('POST', `${shop}/envs`, { id: 'pr-7', name: 'PR 7', from_deploy_id })
  await call('DELETE', `${shop}/envs/development`)
  await call('POST', `${shop}/envs`, { id: 'development', name: 'Again' })
  expect((await call('GET', `${shop}/envs/development/deploys`)).body).toEqual([])
  expect(await call('GET', `${shop}/envs/development/deploys/${from_deploy_id}`)).toMatchObject({ status: 404 })
  expect((await call('GET', `${shop}/envs/pr-7`)).body.from_deploy.id).toBe(from_deploy_id)
})
