import { expect, test } from 'vitest'
import { deploy, development, running, runtimeOf } from './a-runtime.ts'
import { aShop, as, seconds, shop } from './a-shop.ts'

const accept = { accept: 'application/v2+json' }

test('nothing runs in an environment before its first deployment', async () => {
  const { get } = aShop()
  expect(await get(`${development}/runtime`)).toEqual({ namespace: 'shop-development', modules: {} })
  expect(await get(`${development}/runtime`, accept)).toEqual({ namespace: 'shop-development', modules: {} })
})

test('a workload starts with its deployment, and runs when its pods are ready', async () => {
  const at = aShop()
  const delta_id = await at.aDelta('web')
  await at.call('POST', `${development}/deploys`, { delta_id })
  expect(await runtimeOf(at)).toEqual({})
  await at.after(200)
  expect(await runtimeOf(at)).toEqual({ web: 'Starting ×1' })
  await at.after(2999)
  expect(await runtimeOf(at)).toEqual({ web: 'Starting ×1' })
  await at.after(1)
  expect(await runtimeOf(at)).toEqual({ web: 'Running ×1' })
})

test('the first form names controllers, pods and containers', async () => {
  const at = await running(aShop(), 'web')
  const { modules } = await at.get(`${development}/runtime`)
  expect(modules.web.web).toMatchObject({
    kind: 'Deployment',
    replicas: 1,
    revision: 1,
    status: 'Running',
    message: '',
  })
  const [pod] = modules.web.web.pods
  expect(pod.podName).toMatch(/^web-[0-9a-f]{10}-[0-9a-f]{5}$/)
  expect(pod).toMatchObject({ phase: 'Running', status: 'Success', revision: 1 })
  const state = { running: { started_at: new Date(at.clock.now() - seconds(10) + 1000).toISOString() } }
  expect(pod.containerStatuses).toEqual([
    { name: 'main', ready: true, restart_count: 0, restartCount: 0, status: 'Success', state },
  ])
})

test('a container that does not run says what it waits for', async () => {
  const at = aShop()
  at.orchestrator.control.behave({ workloads: { api: { fail: { message: 'no such image' } } } })
  await deploy(at, 'web', 'api')
  const { modules } = await at.get(`${development}/runtime`)
  const stateOf = (name: string) => modules[name][name].pods[0].containerStatuses[0].state
  expect(stateOf('web')).toEqual({ waiting: { reason: 'ContainerCreating', message: expect.any(String) } })
  expect(stateOf('api')).toEqual({ waiting: { reason: 'CrashLoopBackOff', message: 'no such image' } })
})

test('the second form is sent to those who accept it, also among others', async () => {
  const at = await running(aShop(), 'web')
  const { headers, body } = await at.call('GET', `${development}/runtime`, undefined, {
    accept: 'application/json;q=0.5, Application/V2+JSON',
  })
  expect(headers['content-type']).toBe('application/v2+json')
  expect(body.modules.web).toMatchObject({ status: 'Running', status_class: 'Success' })
})

test('a workload that failed says why, and the others of its deployment run', async () => {
  const at = aShop()
  at.orchestrator.control.behave({ workloads: { web: { fail: { message: 'no such image' } } } })
  await deploy(at, 'web', 'api')
  expect(await runtimeOf(at)).toEqual({ web: 'Failed ×1', api: 'Starting ×1' })
  await at.after(seconds(1))
  expect(await runtimeOf(at)).toEqual({ web: 'Failed ×1', api: 'Running ×1' })
  const { modules } = await at.get(`${development}/runtime`, accept)
  expect(modules.web).toMatchObject({ status_class: 'Failure', controllers: { web: { message: 'no such image' } } })
  const { waiting } = modules.web.controllers.web.pods[0].containerStatuses[0].state
  expect(waiting).toEqual({ reason: 'CrashLoopBackOff', message: 'no such image' })
})

test('a workload that is never ready fails when it should have been', async () => {
  const at = aShop()
  at.orchestrator.control.behave({ workloads: { web: { neverReady: 'no probe answers', readyAfterMs: 5000 } } })
  await deploy(at, 'web', 'api')
  await at.after(seconds(1))
  expect(await runtimeOf(at)).toEqual({ web: 'Starting ×1', api: 'Running ×1' })
  await at.after(seconds(4))
  expect(await runtimeOf(at)).toEqual({ web: 'Failed ×1', api: 'Running ×1' })
})

test('the revision counts the deployments of a workload, and new ones have new pods', async () => {
  const at = await running(aShop(), 'web')
  const before = (await at.get(`${development}/runtime`)).modules.web.web
  await running(at, 'api')
  const { modules } = await at.get(`${development}/runtime`)
  expect([before.revision, modules.web.web.revision, modules.api.api.revision]).toEqual([1, 2, 1])
  expect(modules.web.web.pods[0].podName).not.toBe(before.pods[0].podName)
})

test('an environment made again under its old name starts empty, though another builds on its last deployment', async () => {
  const at = aShop()
  const from_deploy_id = await deploy(at, 'web')
  await at.call('POST', `${shop}/envs`, { id: 'pr-7', name: 'PR 7', from_deploy_id })
  await at.after(seconds(1))
  await at.call('DELETE', development)
  await at.after(seconds(5))
  expect(await at.call('POST', `${shop}/envs`, { id: 'development', name: 'Again' })).toMatchObject({ status: 201 })
  expect(await runtimeOf(at)).toEqual({})
})

test('several environments are told in one word each, and a missing one is no reason to refuse the others', async () => {
  const at = await running(aShop(), 'web')
  await at.call('PUT', `${shop}/envs/staging/runtime/paused`, true)
  expect(await at.get(`${shop}/runtime?id=staging&id=nowhere&id=development`)).toEqual([
    { id: 'staging', paused: true, status: 'Unknown' },
    { id: 'nowhere', paused: false, error: "Environment 'nowhere' does not exist in application 'local-org/shop'." },
    { id: 'development', paused: false, status: 'Success' },
  ])
})

test.each([
  ['Failure', { fail: { message: 'no' } }],
  ['Warning', { readyAfterMs: 60_000 }],
])('one workload in %s is enough for the environment', async (status, web) => {
  const at = aShop()
  at.orchestrator.control.behave({ workloads: { web } })
  await running(at, 'web', 'api')
  expect(await at.get(`${shop}/runtime?id=development`)).toMatchObject([{ status }])
})

test.each([
  ['none', '', "query parameter 'id' is missing"],
  ['six', '?id=a&id=b&id=c&id=d&id=e&id=f', "query parameter 'id' must NOT have more than 5 items"],
])('the runtime of %s environments at once is refused', async (_, query, message) => {
  const answer = await aShop().call('GET', `${shop}/runtime${query}`)
  expect(answer).toMatchObject({ status: 400, body: { message } })
})

test.each([
  [404, `${shop}/envs/nowhere/runtime`, 'vera'],
  [404, '/orgs/local-org/apps/nope/runtime?id=development', 'test-token'],
  [403, `${development}/runtime`, 'otto'],
  [403, `${shop}/runtime?id=development`, 'otto'],
  [401, `${development}/runtime`, 'nobody'],
  [200, `${development}/runtime`, 'vera'],
])('answers %i to GET %s of %s', async (status, path, token) => {
  expect((await aShop().call('GET', path, undefined, as(token))).status).toBe(status)
})

const check = '/orgs/local-org/runtime/actions/check-connectivity'
const place = { app_id: 'shop', env_id: 'development', env_type: 'development' }

test('the cluster of an environment can be reached', async () => {
  const { status, body } = await aShop().call('POST', check, place)
  expect(status).toBe(200)
  expect(body.success).toBe(true)
  const [cluster, namespace] = body.resource_summaries
  expect([cluster.type, namespace.type]).toEqual(['k8s-cluster', 'k8s-namespace'])
  expect(namespace.depends_on).toEqual([cluster.gu_res_id])
})

test('a check that expected another definition fails, naming both', async () => {
  const expected_definitions = [
    { type: 'k8s-cluster', id: 'our-cluster' },
    { type: 'postgres', id: 'our-postgres' },
  ]
  const { status, body } = await aShop().call('POST', check, { ...place, expected_definitions })
  expect(status).toBe(200)
  expect(body.success).toBe(false)
  const failed = body.conditions.filter((condition: { status: string }) => condition.status === 'False')
  expect(failed).toMatchObject([{ type: 'DefinitionsAsExpected' }])
  expect(failed[0].message).toContain("not 'our-cluster'; 'postgres' is not part of the check")
})

test.each([
  [400, { app_id: 'shop', env_id: 'development' }, 'test-token', "body must have required property 'env_type'"],
  [404, { ...place, env_id: 'nowhere' }, 'test-token', "Environment 'nowhere' does not exist"],
  [404, { ...place, app_id: 'nope' }, 'test-token', "Application 'nope' does not exist"],
  [403, place, 'pia', "needs at least the role 'administrator'"],
  [401, place, 'nobody', 'The token is not known'],
])('a check is refused with %i for %j of %s', async (status, body, token, message) => {
  const answer = await aShop().call('POST', check, body, as(token))
  expect(answer.status).toBe(status)
  expect(answer.body.message).toContain(message)
})
