import { expect, test } from 'vitest'
import { seconds, shop } from './a-shop.ts'
import { anInfrastructure, definitions } from './an-infrastructure.ts'

const path = `${definitions}/my-db`
const force = `${path}?force=true`
const needsDatabase = { web: { spec: {}, externals: { db: { type: 'postgres' } } } }

/** A definition, and a deployment under way that will make a database from it. */
const aDeploymentUnderWay = async () => {
  const made = anInfrastructure()
  const { define, succeed, call } = made
  const definition = await define('my-db', { criteria: [{ app_id: 'shop' }] })
  const set_id = await succeed(call('POST', `${shop}/sets/0`, { modules: { add: needsDatabase } }))
  const deploy = () => succeed(call('POST', `${shop}/envs/development/deploys`, { set_id }))
  await deploy()
  return { ...made, definition, deploy, marked: () => call('GET', `${path}?deleted=true`) }
}

test('a definition that a deployment under way needs is not deleted: the answer says what would change', async () => {
  const { call, get } = await aDeploymentUnderWay()
  expect(await call('DELETE', path)).toMatchObject({
    status: 409,
    body: [
      {
        app_id: 'shop',
        env_id: 'development',
        res_id: 'modules.web.externals.db',
        from_def: 'my-db',
        to_def: 'default-postgres',
      },
    ],
  })
  expect(await get(path)).toMatchObject({ is_deleted: false })
})

test('a resource that is there already and is being made anew counts once', async () => {
  const { call, after, deploy } = await aDeploymentUnderWay()
  await after(seconds(3))
  await deploy()
  const { status, body } = await call('DELETE', path)
  expect({ status, count: body.length }).toEqual({ status: 409, count: 1 })
})

test('where a deployment under way would go instead is told by the type of its environment, too', async () => {
  const { call, define } = await aDeploymentUnderWay()
  await define('other-db', { criteria: [{ env_type: 'development' }] })
  expect(await call('DELETE', path)).toMatchObject({ status: 409, body: [{ to_def: 'other-db' }] })
})

test('its criteria are not deleted either, but by force', async () => {
  const { call, definition } = await aDeploymentUnderWay()
  const criteria = `${path}/criteria/${definition.criteria[0].id}`
  expect(await call('DELETE', criteria)).toMatchObject({ status: 409, body: [{ from_def: 'my-db' }] })
  expect(await call('DELETE', `${criteria}?force=true`)).toMatchObject({ status: 204 })
})

test('deleted by force, it stays until the deployment has made what it needs, and goes with that', async () => {
  const { call, after, active, deploy, marked } = await aDeploymentUnderWay()
  expect(await call('DELETE', force)).toMatchObject({ status: 204 })
  expect(await marked()).toMatchObject({ status: 200, body: { is_deleted: true } })
  await after(seconds(3))
  expect(await active()).toMatchObject([{ def_id: 'my-db', status: 'active' }])
  expect(await marked()).toMatchObject({ status: 200 })
  await deploy()
  await after(seconds(3))
  expect(await active()).toMatchObject([{ def_id: 'default-postgres' }])
  expect(await marked()).toMatchObject({ status: 404 })
})

test('deleted by force, it goes with a deployment that fails', async () => {
  const { call, after, active, get, deploy, marked, orchestrator } = await aDeploymentUnderWay()
  await after(seconds(3))
  await call('DELETE', `${shop}/envs/development/resources/postgres/modules.web.externals.db?detach=true`)
  orchestrator.control.behave({ workloads: { web: { fail: { message: 'no such image' } } } })
  const deployment = await deploy()
  await call('DELETE', force)
  await after(seconds(3))
  expect(await get(`${shop}/envs/development/deploys/${deployment.id}`)).toMatchObject({ status: 'failed' })
  expect(await active()).toEqual([])
  expect(await marked()).toMatchObject({ status: 404 })
})

test('deleted by force, it goes with the application that is being deployed', async () => {
  const { call, marked } = await aDeploymentUnderWay()
  await call('DELETE', force)
  expect(await call('DELETE', shop)).toMatchObject({ status: 204 })
  expect(await marked()).toMatchObject({ status: 404 })
})

test('a deployment under way that needs nothing of it holds nothing', async () => {
  const { call, define, succeed } = anInfrastructure()
  await define('my-db', { criteria: [{}] })
  const set_id = await succeed(call('POST', `${shop}/sets/0`, { modules: { add: { web: { spec: {} } } } }))
  await succeed(call('POST', `${shop}/envs/development/deploys`, { set_id }))
  expect(await call('DELETE', path)).toMatchObject({ status: 204 })
})
