import { expect, test } from 'vitest'
import { deploy, development, running, runtimeOf } from './a-runtime.ts'
import { aShop, as, seconds, type Shop, shop } from './a-shop.ts'

const pause = (at: Shop, body: unknown, token = 'dora') =>
  at.call('PUT', `${development}/runtime/paused`, body, as(token))

test('a paused environment has no pods, and resuming it brings back as many as it had', async () => {
  const at = await running(aShop(), 'web', 'api')
  await at.call('PATCH', `${development}/runtime/replicas`, { web: 3 })
  expect(await pause(at, true)).toMatchObject({ status: 204 })
  expect(await runtimeOf(at)).toEqual({ web: 'Stopped ×0', api: 'Stopped ×0' })
  expect((await at.get(`${development}/runtime`)).modules.web.web).toMatchObject({
    status: 'Stopped',
    message: 'The environment is paused.',
  })
  expect(await at.get(`${shop}/runtime?id=development`)).toEqual([
    { id: 'development', paused: true, status: 'Stopped' },
  ])
  await at.after(seconds(60))
  expect(await pause(at, false)).toMatchObject({ status: 204 })
  expect(await runtimeOf(at)).toEqual({ web: 'Starting ×3', api: 'Starting ×1' })
  await at.after(seconds(1))
  expect(await runtimeOf(at)).toEqual({ web: 'Running ×3', api: 'Running ×1' })
})

test('pausing what is paused and resuming what runs changes nothing', async () => {
  const at = await running(aShop(), 'web')
  expect(await pause(at, false)).toMatchObject({ status: 204 })
  expect(await runtimeOf(at)).toEqual({ web: 'Running ×1' })
  await pause(at, true)
  expect(await pause(at, true)).toMatchObject({ status: 204 })
  expect(await runtimeOf(at)).toEqual({ web: 'Stopped ×0' })
})

test('a paused environment is neither deployed to nor scaled until it is resumed', async () => {
  const at = await running(aShop(), 'web')
  await pause(at, true)
  const message = expect.stringContaining("Environment 'development' is paused")
  expect(await at.call('POST', `${development}/deploys`, {})).toMatchObject({ status: 400, body: { message } })
  const scaled = await at.call('PATCH', `${development}/runtime/replicas`, { web: 2 })
  expect(scaled).toMatchObject({ status: 400, body: { message } })
  await pause(at, false)
  expect(await at.call('POST', `${development}/deploys`, {})).toMatchObject({ status: 201 })
})

test('the run that would deploy to a paused environment fails at that step, saying why', async () => {
  const at = await running(aShop(), 'web')
  await pause(at, true)
  const { body: run } = await at.request({ env_id: 'development' })
  await at.after(seconds(60))
  const ended = await at.run(run)
  expect(ended.status).toBe('failed')
  expect(JSON.stringify(ended)).toContain("Environment 'development' is paused")
})

test('other environments go on', async () => {
  const at = aShop()
  await pause(at, true)
  expect(await at.call('POST', `${shop}/envs/staging/deploys`, {})).toMatchObject({ status: 201 })
})

test('an environment made again under its old name is not paused', async () => {
  const at = aShop()
  await pause(at, true)
  await at.call('DELETE', development)
  await at.call('POST', `${shop}/envs`, { id: 'development', name: 'Development', type: 'development' })
  expect(await deploy(at, 'web')).toBeDefined()
  expect(await at.get(`${shop}/runtime?id=development`)).toMatchObject([{ paused: false }])
})

test.each([
  ['"true"', 'body must be boolean'],
  ['1', 'body must be boolean'],
  ['', 'The request needs a JSON body'],
])('pausing with the body %j is refused', async (body, message) => {
  const answer = await pause(aShop(), body)
  expect(answer.status).toBe(400)
  expect(answer.body.message).toContain(message)
})

test.each([
  [401, development, 'nobody'],
  [403, development, 'vera'],
  [403, `${shop}/envs/production`, 'dora'],
  [404, `${shop}/envs/nowhere`, 'dora'],
])('answers %i to pausing %s as %s', async (status, environment, token) => {
  expect((await aShop().call('PUT', `${environment}/runtime/paused`, true, as(token))).status).toBe(status)
})
