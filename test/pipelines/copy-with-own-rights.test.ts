import { expect, test } from 'vitest'
import { as, seconds, shop } from '../orchestrator/a-shop.ts'
import { anExampleShop } from './an-example.ts'

const name = 'copy-with-own-rights'

/** A shop with something in development, to be copied. */
const copying = async () => {
  const it = anExampleShop()
  const source = await it.deploy('development', 'web')
  await it.add(name)
  const copy = async (to: string, token: string) => {
    const run = await it.start(name, { to_env_id: to }, token)
    await it.after(seconds(3))
    return it.run(run)
  }
  return { ...it, source, copy }
}

test.each([
  ['dora', 'staging'],
  ['pia', 'staging'],
  ['pia', 'production'],
])('%s, who may deploy to %s, copies development there', async (who, to) => {
  const it = await copying()
  expect(await it.copy(to, who)).toMatchObject({ status: 'succeeded', run_as: who, created_by: who })
  expect(await it.deploys(to)).toMatchObject([
    { set_id: it.source.set_id, created_by: who, comment: 'Copied from development' },
  ])
})

test('Dora, who may not deploy to production, starts a run that fails there', async () => {
  const it = await copying()
  expect(await it.copy('production', 'dora')).toMatchObject({
    status: 'failed',
    run_as: 'dora',
    status_message: expect.stringContaining("Dora may not deploy to 'production'"),
  })
  expect(await it.deploys('production')).toEqual([])
})

test.each([
  ['vera', 403],
  ['otto', 403],
])('%s, who is no developer, starts nothing', async (who, expected) => {
  const it = await copying()
  expect((await it.callPipeline(name, { to_env_id: 'staging' }, as(who))).status).toBe(expected)
  expect(await it.get(`${shop}/pipelines/${name}/runs`)).toEqual([])
})

test('whoever restarts a run has it done with rights of their own', async () => {
  const it = await copying()
  const failed = await it.copy('production', 'dora')
  const { status, body } = await it.call('POST', `${it.runPath(failed)}/restart`, undefined, as('pia'))
  expect(status).toBe(201)
  await it.after(seconds(3))
  expect(await it.run(body)).toMatchObject({ status: 'succeeded', run_as: 'pia' })
})

test('rights count as they are when the run needs them', async () => {
  const it = await copying()
  expect(await it.copy('staging', 'dora')).toMatchObject({ status: 'succeeded' })
  expect((await it.call('DELETE', '/orgs/local-org/env-types/development/users/dora')).status).toBe(204)
  expect(await it.copy('staging', 'dora')).toMatchObject({
    status: 'failed',
    status_message: expect.stringContaining("Dora may not deploy to 'staging'"),
  })
})

test('saving it takes no more than the role developer, since it gives no rights away', async () => {
  const it = await copying()
  const path = `${shop}/pipelines/${name}`
  const yaml = await it.orchestrator.handle({
    method: 'GET',
    url: `http://orchestrator.test${path}/schema`,
    headers: { ...as('dora'), accept: 'application/x.humanitec-pipelines-v1.0+yaml' },
  })
  expect((await it.call('PATCH', path, yaml.body, as('dora'))).status).toBe(200)
  expect((await it.call('PATCH', path, yaml.body, as('vera'))).status).toBe(403)
})

test.each([
  [{}, 422, "input 'to_env_id' is missing"],
  [{ to_env_id: 7 }, 422, "input 'to_env_id' must be of type string, not number"],
  [{ to_env_id: 'staging', env: 'x' }, 422, "input 'env' is not one of the pipeline"],
])('a call with %j is refused', async (inputs, expected, message) => {
  const it = await copying()
  expect(await it.callPipeline(name, inputs)).toMatchObject({
    status: expected,
    body: { message: expect.stringContaining(message) },
  })
})

test('a copy to where there is no environment fails with its name', async () => {
  const it = await copying()
  expect(await it.copy('nowhere', 'pia')).toMatchObject({
    status: 'failed',
    status_message: expect.stringContaining("'nowhere'"),
  })
})
