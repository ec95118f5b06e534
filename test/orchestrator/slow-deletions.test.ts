import { expect, test } from 'vitest'
import { minutes, shop } from './a-shop.ts'
import { anInfrastructure, type Infrastructure } from './an-infrastructure.ts'

const development = `${shop}/envs/development`

/** The shop with a resource that takes its time to go. */
const withResource = async () => {
  const made = anInfrastructure()
  await made.deploy({ shared: { db: { type: 'postgres' } } })
  return made
}

const detach = ({ call }: Infrastructure) => call('DELETE', `${development}/resources/postgres/shared.db?detach=true`)

test('an environment that is being deleted takes no deployment, directly or through a run', async () => {
  const { call, request, run, after } = await withResource()
  expect(await call('DELETE', development)).toMatchObject({ status: 202 })
  expect(await call('POST', `${development}/deploys`, {})).toMatchObject({
    status: 409,
    body: { message: "Environment 'development' is being deleted." },
  })
  const { body } = await request({ env_id: 'development', set_id: '0' })
  await after(minutes(1))
  expect(await run(body)).toMatchObject({ status: 'failed' })
  expect(await call('GET', development)).toMatchObject({ status: 404 })
})

test('an application made anew before the deletion of the old one would have ended stays', async () => {
  const made = await withResource()
  expect(await made.call('DELETE', shop)).toMatchObject({ status: 202 })
  await detach(made)
  expect(await made.call('DELETE', shop)).toMatchObject({ status: 204 })
  await made.succeed(made.call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'New' }))
  await made.after(minutes(60))
  expect(await made.get(shop)).toMatchObject({ name: 'New', status: 'active' })
})

test('an environment made anew before the deletion of the old one would have ended stays', async () => {
  const made = await withResource()
  expect(await made.call('DELETE', development)).toMatchObject({ status: 202 })
  await detach(made)
  expect(await made.call('DELETE', shop)).toMatchObject({ status: 204 })
  await made.succeed(made.call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'New' }))
  await made.after(minutes(60))
  expect(await made.get(development)).toMatchObject({ status: 'active' })
})
