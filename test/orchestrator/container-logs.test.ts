import { expect, test } from 'vitest'
import { deploy, development, running } from './a-runtime.ts'
import { aShop, as, seconds, type Shop, shop } from './a-shop.ts'

interface EntryLike {
  level: string
  payload: string
  timestamp: string
  workload_id: string
  container_id: string
}

/** What was written, without the names of the pods. */
const logs = async (at: Shop, query = ''): Promise<string[]> => {
  const entries = (await at.get(`${development}/logs${query}`)) as EntryLike[]
  return entries.map(({ level, payload, workload_id }) => `${workload_id} ${level} ${payload.replace(/^\S+: /, '')}`)
}

const webTwice = async () => {
  const at = await running(aShop(), 'web')
  await at.call('PATCH', `${development}/runtime/replicas`, { web: 2 })
  return at
}

test('the newest entries come first', async () => {
  const at = await running(aShop(), 'web')
  expect(await logs(at)).toEqual(['web INFO ready', 'web INFO starting registry.test/web:1'])
  expect(await logs(at, '?asc=true')).toEqual(['web INFO starting registry.test/web:1', 'web INFO ready'])
})

test('an entry carries its time, its workload and its container, and is the same whenever it is read', async () => {
  const at = aShop()
  const begun = at.clock.now() + 200
  await running(at, 'web')
  const [first] = (await at.get(`${development}/logs?asc=true`)) as EntryLike[]
  expect(first).toEqual({
    level: 'INFO',
    payload: expect.stringMatching(/^web-[0-9a-f]{10}-[0-9a-f]{5}: starting registry.test\/web:1$/),
    timestamp: new Date(begun).toISOString(),
    workload_id: 'web',
    container_id: 'main',
  })
  await at.after(seconds(60))
  expect((await at.get(`${development}/logs?asc=true`))[0]).toEqual(first)
})

test('each pod writes its own lines', async () => {
  const at = await webTwice()
  expect(await logs(at)).toHaveLength(4)
})

test('a workload that failed says why', async () => {
  const at = aShop()
  at.orchestrator.control.behave({ workloads: { web: { fail: { message: 'no such image' } } } })
  await running(at, 'web')
  expect(await logs(at)).toEqual(['web ERROR no such image', 'web INFO starting registry.test/web:1'])
})

test('nothing is written before its time, nor by pods that the next deployment has replaced', async () => {
  const at = aShop()
  expect(await logs(at)).toEqual([])
  await deploy(at, 'web')
  expect(await logs(at)).toEqual(['web INFO starting registry.test/web:1'])
  // Pending for 200 ms: it begins before the pods of the first one are ready.
  await at.call('POST', `${development}/deploys`, {})
  await at.after(seconds(10))
  expect(await logs(at, '?asc=true')).toEqual([
    'web INFO starting registry.test/web:1',
    'web INFO starting registry.test/web:1',
    'web INFO ready',
  ])
})

test('the queries choose by workload, container and deployment', async () => {
  const at = await running(aShop(), 'web')
  const second = await deploy(at, 'api')
  await at.after(seconds(10))
  expect(await logs(at)).toHaveLength(6)
  expect(await logs(at, '?workload_id=api')).toEqual(['api INFO ready', 'api INFO starting registry.test/api:1'])
  expect(await logs(at, '?container_id=main')).toHaveLength(6)
  expect(await logs(at, '?container_id=sidecar')).toEqual([])
  expect(await logs(at, `?deployment_id=${second}`)).toHaveLength(4)
  expect(await logs(at, '?deployment_id=ffff')).toEqual([])
})

test('the queries choose by time, ends included', async () => {
  const at = await running(aShop(), 'web')
  const [started, ready] = (await at.get(`${development}/logs?asc=true`)) as [EntryLike, EntryLike]
  expect(await logs(at, `?timestamp_from=${ready.timestamp}`)).toEqual(['web INFO ready'])
  expect(await logs(at, `?timestamp_to=${started.timestamp}`)).toEqual(['web INFO starting registry.test/web:1'])
  expect(await logs(at, `?timestamp_from=${ready.timestamp}&timestamp_to=${started.timestamp}`)).toEqual([])
})

test.each([
  ['?limit=1', ['api']],
  ['?limit=1&asc=true', ['web']],
  ['?limit=2&invert=true', ['web', 'api']],
  ['?limit=2&asc=true&invert=true', ['api', 'web']],
])('%s takes entries from the right end, in the right order', async (query, workloads) => {
  const at = aShop()
  at.orchestrator.control.behave({ workloads: { web: { readyAfterMs: 500 }, api: { readyAfterMs: 900 } } })
  await running(at, 'web', 'api')
  // From the readiness of web on: one entry of web, then one of api.
  const from = new Date(at.clock.now() - seconds(10) + 500).toISOString()
  expect((await logs(at, `${query}&timestamp_from=${from}`)).map((line) => line.split(' ')[0])).toEqual(workloads)
})

test('an answer has a hundred entries unless more are asked for, and never more than a thousand', async () => {
  const at = aShop()
  await running(at, 'w1', 'w2', 'w3', 'w4', 'w5', 'w6')
  await at.call('PATCH', `${development}/runtime/replicas`, { w1: 100, w2: 100, w3: 100, w4: 100, w5: 100, w6: 100 })
  expect(await logs(at)).toHaveLength(100)
  expect(await logs(at, '?limit=150')).toHaveLength(150)
  expect(await logs(at, '?limit=99999')).toHaveLength(1000)
})

test.each([
  ['limit=0', "query parameter 'limit'"],
  ['limit=many', "query parameter 'limit'"],
  ['timestamp_from=yesterday', "query parameter 'timestamp_from'"],
  ['timestamp_to=2024-05-21', "query parameter 'timestamp_to'"],
  ['asc=perhaps', "query parameter 'asc'"],
])('%s is refused', async (query, message) => {
  const answer = await aShop().call('GET', `${development}/logs?${query}`)
  expect(answer.status).toBe(400)
  expect(answer.body.message).toContain(message)
})

test('a caller who asks too often is told so, when a test says it has', async () => {
  const { call, orchestrator } = aShop()
  orchestrator.control.failNext({ status: 429, path: '/logs', headers: { 'retry-after': '1' } })
  expect(await call('GET', `${development}/logs`)).toMatchObject({ status: 429, headers: { 'retry-after': '1' } })
  expect(await call('GET', `${development}/logs`)).toMatchObject({ status: 200 })
})

test.each([
  [401, development, 'nobody'],
  [403, development, 'otto'],
  [404, `${shop}/envs/nowhere`, 'vera'],
  [200, development, 'vera'],
])('answers %i to reading the logs of %s as %s', async (status, environment, token) => {
  expect((await aShop().call('GET', `${environment}/logs`, undefined, as(token))).status).toBe(status)
})
