import { describe, expect, test } from 'vitest'
import { startOrchestrator } from '../support/orchestrator.ts'
import { as, seconds, shop } from './a-shop.ts'
import { anInfrastructure } from './an-infrastructure.ts'
import { acme, withPeople } from './people.ts'

const apps = '/orgs/local-org/apps'
const noon = '2026-01-05T12:00:00.000Z'
const development = { id: 'development', name: 'Development', type: 'development' }

describe('a new application', () => {
  test('says who made it and when, and starts with the environment development', async () => {
    const { by } = withPeople()
    const { status, body } = await by('max', 'POST', `${acme}/apps`, { id: 'bar', name: 'Bar' })
    expect(status).toBe(201)
    expect(body).toEqual({
      id: 'bar',
      name: 'Bar',
      org_id: 'acme',
      created_at: noon,
      created_by: 'max',
      status: 'active',
      status_changed_at: noon,
      envs: [development],
    })
    expect(await by('max', 'GET', `${acme}/apps/bar`)).toMatchObject({ status: 200, body })
    expect((await by('max', 'GET', `${acme}/apps`)).body).toEqual([body])
  })

  test.each([
    ['with the environment that is given', { env: { id: 'qa', name: 'QA', type: 'development' } }, ['qa']],
    ['without any, if that is asked for', { skip_environment_creation: true }, []],
    ['with one, if it is not to be skipped', { skip_environment_creation: false }, ['development']],
    [
      'without any, though one is given, if that is asked for',
      { env: development, skip_environment_creation: true },
      [],
    ],
  ])('starts %s', async (_, more, expected) => {
    const { call } = startOrchestrator()
    const { body } = await call('POST', apps, { id: 'shop', name: 'Shop', ...more })
    const ids = (list: { id: string }[]) => list.map(({ id }) => id)
    expect(ids(body.envs)).toEqual(expected)
    expect(ids((await call('GET', `${shop}/envs`)).body)).toEqual(expected)
  })

  test('has the pipeline default, which answers every request to deploy', async () => {
    const { call } = startOrchestrator()
    await call('POST', apps, { id: 'shop', name: 'Shop' })
    expect((await call('GET', `${shop}/pipelines`)).body).toMatchObject([{ id: 'default' }])
    const criteria = (await call('GET', `${shop}/pipeline-criteria`)).body
    expect(criteria).toMatchObject([{ pipeline_id: 'default', trigger: 'deployment_request' }])
    expect(criteria[0]).not.toHaveProperty('env_id')
  })

  test('must have an id of its own in its organization', async () => {
    const { call, by } = withPeople()
    const again = { id: 'shop', name: 'Another' }
    expect(await by('ada', 'POST', `${acme}/apps`, again)).toMatchObject({
      status: 409,
      body: { error: 'API-005', message: "Application 'shop' exists already in organization 'acme'." },
    })
    expect((await by('ada', 'GET', `${acme}/apps/shop`)).body.name).not.toBe('Another')
    expect(await call('POST', '/orgs/rival/apps', { id: 'other', name: 'Other' }, as('rita'))).toMatchObject({
      status: 201,
    })
  })
})

const longest = 'a'.repeat(50)

describe('the id of an application', () => {
  test.each(['ab', '07', 'a-b', 'a1-b2-c3', longest])('may be %s', async (id) => {
    const { call } = startOrchestrator()
    expect(await call('POST', apps, { id, name: 'It' })).toMatchObject({ status: 201, body: { id } })
    expect(await call('GET', `${apps}/${id}`)).toMatchObject({ status: 200 })
  })

  test.each(['', 'a', '7', 'A1', 'a_b', 'a.b', 'a--b', '-ab', 'ab-', 'ab\n', 'äb', `${longest}a`])(
    'cannot be %j',
    async (id) => {
      const { call } = startOrchestrator()
      const { status, body } = await call('POST', apps, { id, name: 'It' })
      expect(status).toBe(422)
      expect(body).toMatchObject({ error: 'API-007', message: expect.stringContaining('body/id must') })
      expect((await call('GET', apps)).body).toEqual([])
    },
  )
})

describe('deleting an application', () => {
  test('that has nothing running is done at once, and only once', async () => {
    const { call, get } = anInfrastructure()
    expect(await call('DELETE', shop)).toMatchObject({ status: 204, body: undefined })
    expect(await call('DELETE', shop)).toMatchObject({ status: 404, body: { error: 'API-003' } })
    expect((await get(apps)).map(({ id }: { id: string }) => id)).toEqual(['other'])
  })

  test('deletes its environments and what has been deployed there, for good', async () => {
    const { call, get, after, aDelta } = anInfrastructure()
    const { body } = await call('POST', `${shop}/envs/development/deploys`, { delta_id: await aDelta('web') })
    await after(seconds(3))
    expect(await call('DELETE', shop)).toMatchObject({ status: 204 })
    await call('POST', apps, { id: 'shop', name: 'New' })
    expect((await get(`${shop}/envs`)).map(({ id }: { id: string }) => id)).toEqual(['development'])
    expect(await get(`${shop}/envs/development`)).not.toHaveProperty('last_deploy')
    expect(await get(`${shop}/envs/development/deploys`)).toEqual([])
    const again = await call('PUT', `${shop}/envs/development/from_deploy_id`, JSON.stringify(body.id))
    expect(again).toMatchObject({ status: 400 })
    expect(await get(`${shop}/sets`)).toEqual([])
  })

  test('that has resources takes as long as they do, and can be watched', async () => {
    const { call, get, deploy, after } = anInfrastructure()
    await deploy({ shared: { db: { type: 'postgres' } } })
    expect(await call('DELETE', shop)).toMatchObject({ status: 202, body: undefined })
    const deleting = { status: 'deleting', status_changed_at: '2026-01-05T12:00:03.000Z', created_at: noon }
    expect(await get(shop)).toMatchObject(deleting)
    await after(500)
    expect(await call('DELETE', shop)).toMatchObject({ status: 202 })
    expect(await get(shop)).toMatchObject(deleting)
    await after(500)
    expect(await call('GET', shop)).toMatchObject({ status: 404 })
    await call('POST', apps, { id: 'shop', name: 'New' })
    await after(seconds(60))
    expect(await get(shop)).toMatchObject({ name: 'New', status: 'active' })
  })
})
