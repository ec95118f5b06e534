import { describe, expect, test } from 'vitest'
import { aShop, as, seconds, shop } from './a-shop.ts'

const pipeline = (id: string) => `
id: ${id}
name: The ${id}
on: { deployment_request: {} }
jobs:
  go: { steps: [{ uses: actions/humanitec/log@v1, with: { message: ${id} } }] }
`

/** A shop with a pipeline for each of these criteria, named like its key. */
const withCriteria = async (criteria: Record<string, object>) => {
  const made = aShop()
  for (const [id, each] of Object.entries(criteria)) {
    await made.aPipeline(pipeline(id))
    const answer = await made.call('POST', `${shop}/pipelines/${id}/criteria`, {
      trigger: 'deployment_request',
      ...each,
    })
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  }
  return made
}

describe('of the criteria that fit a request the most specific win', () => {
  const type = { env_type: 'development' }
  const environment = { env_id: 'staging' }
  test.each([
    ['only those of the application', {}, 'staging', 'default'],
    ['the environment type before the application', { type }, 'staging', 'type'],
    ['another environment type', { type: { env_type: 'production' } }, 'staging', 'default'],
    ['the environment before its type', { type, environment }, 'staging', 'environment'],
    ['the environment before its type, created first', { environment, type }, 'staging', 'environment'],
    ['another environment', { type, environment }, 'development', 'type'],
    ['a type of deployment before none', { type, kind: { ...type, deployment_type: 'deploy' } }, 'staging', 'kind'],
    ['another type of deployment', { type, kind: { ...type, deployment_type: 're-deploy' } }, 'staging', 'type'],
    [
      'an environment before a type of deployment',
      { kind: { ...type, deployment_type: 'deploy' }, environment },
      'staging',
      'environment',
    ],
    [
      'an environment type before a type of deployment',
      { kind: { deployment_type: 'deploy' }, type },
      'staging',
      'type',
    ],
    ['both type and environment', { type: { env_type: 'production', env_id: 'staging' } }, 'staging', 'default'],
  ])('%s', async (_, criteria, envId, expected) => {
    const { request } = await withCriteria(criteria)
    expect((await request({ env_id: envId })).body).toMatchObject({ pipeline_id: expected })
  })

  test.each(['redeploy', 're-deploy'])('%s is what repeats a deployment', async (deployment_type) => {
    const { request, get, after } = await withCriteria({ again: { deployment_type } })
    expect((await request({ env_id: 'staging' })).body).toMatchObject({ pipeline_id: 'default' })
    await after(seconds(3))
    const [{ id }] = await get(`${shop}/envs/staging/deploys`)
    expect((await request({ env_id: 'staging', deployment_id: id })).body).toMatchObject({ pipeline_id: 'again' })
  })

  test('deployments straight to production can be blocked', async () => {
    const made = aShop()
    await made.aPipeline(`
id: blocked
name: Blocked
on: { deployment_request: {} }
jobs:
  go: { steps: [{ uses: actions/humanitec/fail@v1, with: { message: Promote from staging instead } }] }
`)
    await made.call('POST', `${shop}/pipelines/blocked/criteria`, {
      trigger: 'deployment_request',
      env_id: 'production',
      deployment_type: 'deploy',
    })
    const { body } = await made.request({ env_id: 'production' })
    expect((await made.run(body)).status_message).toContain('Promote from staging instead')
    expect(await made.get(`${shop}/envs/production/deploys`)).toEqual([])
  })

  test('a request that none fit is refused with 400', async () => {
    const { get, call, request } = aShop()
    const [{ id }] = await get(`${shop}/pipeline-criteria`)
    await call('DELETE', `${shop}/pipelines/default/criteria/${id}`)
    const { status, body } = await request({ env_id: 'staging' })
    expect(status).toBe(400)
    expect(body.message).toBe("No pipeline has criteria that fit a deploy to 'staging'.")
  })
})

describe('creating', () => {
  test('gives the criteria, in one spelling', async () => {
    const { aPipeline, call, get } = aShop()
    await aPipeline(pipeline('mine'))
    const { status, body } = await call('POST', `${shop}/pipelines/mine/criteria`, {
      trigger: 'deployment_request',
      app_id: 'shop',
      env_type: 'production',
      env_id: '*',
      deployment_type: 'redeploy',
    })
    expect(status).toBe(201)
    expect(body).toEqual({
      id: body.id,
      trigger: 'deployment_request',
      app_id: 'shop',
      env_type: 'production',
      deployment_type: 're-deploy',
      pipeline_id: 'mine',
      pipeline_name: 'The mine',
    })
    expect(await get(`${shop}/pipelines/mine/criteria/${body.id}`)).toEqual(body)
    expect(await call('GET', `${shop}/pipelines/default/criteria/${body.id}`)).toMatchObject({ status: 404 })
  })

  test.each([
    ['the ones that every application has', { trigger: 'deployment_request' }],
    ['the same with stars', { trigger: 'deployment_request', env_type: '*', env_id: '*', app_id: 'shop' }],
    ['the same for null as the application', { trigger: 'deployment_request', app_id: null }],
    ['the same as before', { trigger: 'deployment_request', env_type: 'production' }],
  ])('is refused with 409 for %s', async (_, body) => {
    const { call, aPipeline } = await withCriteria({ mine: { env_type: 'production' } })
    await aPipeline(pipeline('another'))
    expect(await call('POST', `${shop}/pipelines/another/criteria`, body)).toMatchObject({ status: 409 })
  })

  test.each([
    ['another application', { trigger: 'deployment_request', app_id: 'other' }, 400],
    ['a trigger that is not one', { trigger: 'moon' }, 422],
    ['a type of deployment that is not one', { trigger: 'deployment_request', deployment_type: 'undeploy' }, 422],
  ])('is refused for %s', async (_, body, status) => {
    expect(await aShop().call('POST', `${shop}/pipelines/default/criteria`, body)).toMatchObject({ status })
  })

  test('needs a pipeline that requests to deploy can start, and the role developer', async () => {
    const { aPipeline, call } = aShop()
    const wanted = { trigger: 'deployment_request', env_id: 'staging' }
    await aPipeline(pipeline('calls').replace('deployment_request', 'pipeline_call'))
    expect(await call('POST', `${shop}/pipelines/calls/criteria`, wanted)).toMatchObject({
      status: 400,
      body: { message: "Pipeline 'calls' has no trigger 'deployment_request' for criteria to start." },
    })
    expect(await call('POST', `${shop}/pipelines/none/criteria`, wanted)).toMatchObject({ status: 404 })
    expect(await call('POST', `${shop}/pipelines/default/criteria`, wanted, as('vera'))).toMatchObject({ status: 403 })
  })
})

test('criteria are listed by pipeline and by what they say', async () => {
  const { get, call } = await withCriteria({
    type: { env_type: 'production' },
    again: { env_type: 'production', deployment_type: 're-deploy' },
  })
  const ids = async (query: string) =>
    ((await get(`${shop}/pipeline-criteria${query}`)) as { pipeline_id: string }[]).map((each) => each.pipeline_id)
  expect(await ids('')).toEqual(['default', 'type', 'again'])
  expect(await ids('?pipeline=type')).toEqual(['type'])
  expect(await ids('?match[env_type]=production')).toEqual(['type', 'again'])
  expect(await ids('?match[env_type]=production&match[deployment_type]=redeploy')).toEqual(['again'])
  expect(await ids('?match[env_type]=*')).toEqual(['default'])
  expect(await call('GET', `${shop}/pipeline-criteria?match[moon]=1`)).toMatchObject({
    status: 400,
    body: { message: 'match[moon]: criteria have trigger, app_id, env_type, env_id, deployment_type.' },
  })
})

test('criteria that are deleted start nothing any more', async () => {
  const { get, call, request } = await withCriteria({ type: { env_type: 'development' } })
  const [{ id }] = await get(`${shop}/pipeline-criteria?pipeline=type`)
  const path = `${shop}/pipelines/type/criteria/${id}`
  expect(await call('DELETE', path)).toMatchObject({ status: 204 })
  expect(await call('DELETE', path)).toMatchObject({ status: 404 })
  expect((await request({ env_id: 'staging' })).body).toMatchObject({ pipeline_id: 'default' })
})
