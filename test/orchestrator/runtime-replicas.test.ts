import { expect, test } from 'vitest'
import { deploy, development, running, runtimeOf } from './a-runtime.ts'
import { aShop, as, seconds, type Shop, shop } from './a-shop.ts'

const scale = (at: Shop, body: unknown, token = 'dora') =>
  at.call('PATCH', `${development}/runtime/replicas`, body, as(token))

test('a workload has as many pods as it was given replicas, and the others keep theirs', async () => {
  const at = await running(aShop(), 'web', 'api')
  expect(await scale(at, { web: 3 })).toMatchObject({ status: 204 })
  expect(await runtimeOf(at)).toEqual({ web: 'Running ×3', api: 'Running ×1' })
  const { pods } = (await at.get(`${development}/runtime`)).modules.web.web
  expect(new Set(pods.map((pod: { podName: string }) => pod.podName)).size).toBe(3)
})

test('a workload without replicas is stopped', async () => {
  const at = await running(aShop(), 'web')
  await scale(at, { web: 0 })
  expect(await runtimeOf(at)).toEqual({ web: 'Stopped ×0' })
  expect((await at.get(`${development}/runtime`)).modules.web.web.message).toBe('It is scaled to 0 replicas.')
  expect(await at.get(`${shop}/runtime?id=development`)).toMatchObject([{ status: 'Stopped', paused: false }])
})

test('replicas outlast the deployments that come after', async () => {
  const at = await running(aShop(), 'web')
  await scale(at, { web: 2 })
  await deploy(at, 'api')
  await at.after(seconds(1))
  expect(await runtimeOf(at)).toEqual({ web: 'Running ×2', api: 'Running ×1' })
})

test('replicas are forgotten with their environment', async () => {
  const at = await running(aShop(), 'web')
  await scale(at, { web: 2 })
  expect((await at.call('DELETE', development)).status).toBeLessThan(300)
  await at.after(seconds(5))
  await at.call('POST', `${shop}/envs`, { id: 'development', name: 'Development', type: 'development' })
  await running(at, 'web')
  expect(await runtimeOf(at)).toEqual({ web: 'Running ×1' })
})

test('replicas are forgotten with their application', async () => {
  const at = await running(aShop(), 'web')
  await scale(at, { web: 2 })
  expect((await at.call('DELETE', shop)).status).toBeLessThan(300)
  await at.after(seconds(5))
  await at.call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Shop' })
  await running(at, 'web')
  expect(await runtimeOf(at)).toEqual({ web: 'Running ×1' })
})

test.each([
  ['a workload that is not there', { wbe: 2 }, "no workload 'wbe': its workloads are web."],
  ['less than none', { web: -1 }, 'body/web must be >= 0'],
  ['more than there is room for', { web: 101 }, 'body/web must be <= 100'],
  ['half a replica', { web: 1.5 }, 'body/web must be integer'],
  ['a list', [2], 'body must be object'],
  ['something that is not JSON', '{', 'The body is not JSON'],
])('scaling to %s is refused, and scales nothing', async (_, body, message) => {
  const at = await running(aShop(), 'web')
  const answer = await scale(at, body)
  expect(answer.status).toBe(400)
  expect(answer.body.message).toContain(message)
  expect(await runtimeOf(at)).toEqual({ web: 'Running ×1' })
})

test('one bad number leaves the good ones alone', async () => {
  const at = await running(aShop(), 'web')
  expect(await scale(at, { web: 2, api: 2 })).toMatchObject({
    status: 400,
    body: { message: "Environment 'development' has no workload 'api': its workloads are web." },
  })
  expect(await runtimeOf(at)).toEqual({ web: 'Running ×1' })
})

test('nothing can be scaled before the first deployment', async () => {
  const answer = await scale(aShop(), { web: 2 })
  expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining('nothing has been deployed') } })
})

test.each([
  [401, development, 'nobody'],
  [403, development, 'vera'],
  [403, `${shop}/envs/production`, 'dora'],
  [404, `${shop}/envs/nowhere`, 'dora'],
])('answers %i to scaling %s as %s', async (status, environment, token) => {
  const at = await running(aShop(), 'web')
  expect((await at.call('PATCH', `${environment}/runtime/replicas`, {}, as(token))).status).toBe(status)
})
