import { describe, expect, test } from 'vitest'
import { aShop, seconds, shop } from './a-shop.ts'

const noon = '2026-01-05T12:00:00.000Z'
const zeros = '0'.repeat(43)
const at = (envId: string) => `${shop}/envs/${envId}`

/** The shop, with deployments that are asked for directly. */
const aDeployingShop = () => {
  const made = aShop()
  const { call, get, after } = made
  const ask = (envId: string, request: object = {}) => call('POST', `${at(envId)}/deploys`, request)
  return {
    ...made,
    ask,
    /** Deploys and waits for the end. */
    deploy: async (envId: string, request: object = {}) => {
      const { status, body } = await ask(envId, request)
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
      await after(seconds(3))
      return get(`${at(envId)}/deploys/${body.id}`)
    },
    rebase: (envId: string, deploymentId: string) =>
      call('PUT', `${at(envId)}/from_deploy_id`, JSON.stringify(deploymentId)),
    modulesOf: async (setId: string) => Object.keys((await get(`${shop}/sets/${setId}`)).modules),
  }
}

test('the first deployment of an environment builds on nothing, and says how far it is and since when', async () => {
  const { ask, get, after } = aDeployingShop()
  const { body } = await ask('staging')
  const { pipeline, ...deployment } = body
  expect(deployment).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{16}$/),
    env_id: 'staging',
    from_id: '',
    set_id: zeros,
    comment: '',
    created_at: noon,
    created_by: expect.stringMatching(/^s-/),
    status: 'pending',
    status_changed_at: noon,
    export_file: '',
    export_status: '',
    dependency_graph_id: expect.any(String),
  })
  const path = `${at('staging')}/deploys/${deployment.id}`
  await after(200)
  const begun = { ...deployment, pipeline, status: 'in progress', status_changed_at: '2026-01-05T12:00:00.200Z' }
  expect(await get(path)).toEqual(begun)
  await after(2000)
  expect(await get(path)).toEqual({ ...begun, status: 'succeeded', status_changed_at: '2026-01-05T12:00:02.200Z' })
})

test('an environment shows its last deployment, and the one that it builds on, only once there is one', async () => {
  const { get, ask, after } = aDeployingShop()
  const before = await get(at('staging'))
  expect(before).toEqual({
    id: 'staging',
    name: 'staging',
    type: 'development',
    created_at: noon,
    created_by: 'local-administrator',
    status: 'active',
    status_changed_at: noon,
  })
  const { body: deployment } = await ask('staging')
  expect(await get(at('staging'))).toEqual({ ...before, from_deploy: deployment, last_deploy: deployment })
  await after(seconds(3))
  const ended = await get(`${at('staging')}/deploys/${deployment.id}`)
  expect(await get(at('staging'))).toEqual({ ...before, from_deploy: ended, last_deploy: ended })
})

test('all deployments of an environment are listed at once, the newest first', async () => {
  const { deploy, get } = aDeployingShop()
  const made: string[] = []
  for (let count = 0; count < 51; count += 1) made.push((await deploy('staging')).id)
  await deploy('production')
  const listed = (await get(`${at('staging')}/deploys`)) as { id: string; from_id: string }[]
  expect(listed.map(({ id }) => id)).toEqual(made.toReversed())
  expect(listed.map(({ from_id }) => from_id)).toEqual([...made.toReversed().slice(1), ''])
})

test.each(['default', 'staging', ',', 'default,', ',01234567', 'a,b,c', ''])(
  'a list narrowed to the run %j, which names none, is refused with 400',
  async (pipelineRunId) => {
    const { deploy, call } = aDeployingShop()
    await deploy('staging')
    expect(await call('GET', `${at('staging')}/deploys?pipelineRunId=${pipelineRunId}`)).toMatchObject({
      status: 400,
      body: {
        message: "query parameter 'pipelineRunId' must be the ids of pipeline and run, with a comma between.",
      },
    })
  },
)

test('a deployment is found in its own environment only', async () => {
  const { deploy, call } = aDeployingShop()
  const { id } = await deploy('staging')
  for (const below of ['', '/errors']) {
    expect(await call('GET', `${at('production')}/deploys/${id}${below}`)).toMatchObject({
      status: 404,
      body: { error: 'API-003', message: `Deployment '${id}' does not exist in environment 'production'.` },
    })
  }
})

test('a set that is asked for beside a delta is ignored', async () => {
  const { deploy, aDelta, modulesOf } = aDeployingShop()
  const { set_id } = await deploy('production', { delta_id: await aDelta('api') })
  const request = { delta_id: await aDelta('web'), set_id }
  const ofPipeline = { pipeline: { id: 'mine', run_id: 'r', job_id: 'j', step_index: 0 } }
  for (const envId of ['development', 'staging']) {
    const deployment = await deploy(envId, envId === 'staging' ? request : { ...request, ...ofPipeline })
    expect(await modulesOf(deployment.set_id)).toEqual(['web'])
    expect(deployment.comment).toBe('')
  }
})

test.each([
  ['set', { set_id: 'nothing' }],
  ['delta', { delta_id: 'nothing' }],
])('a %s that does not exist is refused with 400, whichever way it is asked for', async (_, request) => {
  const { ask, request: askPipeline, get } = aDeployingShop()
  const pipeline = { id: 'mine', run_id: 'r', job_id: 'j', step_index: 0 }
  for (const answer of [ask('staging', { ...request, pipeline }), askPipeline({ env_id: 'staging', ...request })]) {
    const { status, body } = await answer
    expect({ status, message: body.message }).toEqual({ status: 400, message: expect.stringContaining('nothing') })
  }
  expect(await get(`${at('staging')}/deploys`)).toEqual([])
})

test('the deployments of an environment that was deleted are nothing to build on', async () => {
  const { deploy, call, rebase } = aDeployingShop()
  const { id } = await deploy('staging')
  expect(await call('DELETE', at('staging'))).toMatchObject({ status: 204 })
  expect(await rebase('production', id)).toMatchObject({ status: 400 })
})

describe('what goes wrong in a deployment', () => {
  test('is told only after its end, each workload with the reason', async () => {
    const { orchestrator, ask, aDelta, get, after } = aDeployingShop()
    orchestrator.control.behave({ workloads: { api: { fail: { message: 'ImagePullBackOff' } } } })
    const { body } = await ask('staging', { delta_id: await aDelta('web', 'api') })
    const errors = () => get(`${at('staging')}/deploys/${body.id}/errors`)
    expect(await errors()).toEqual([])
    await after(200)
    expect(await errors()).toEqual([])
    await after(2000)
    expect(await get(`${at('staging')}/deploys/${body.id}`)).toMatchObject({ status: 'failed' })
    expect(await errors()).toEqual([
      {
        code: 'CLD-001',
        error_type: 'workload',
        scope: 'workload',
        object_id: 'api',
        summary: "Workload 'api' did not start",
        message: 'ImagePullBackOff',
      },
    ])
  })

  test('is nothing when it succeeds', async () => {
    const { deploy, get } = aDeployingShop()
    const { id } = await deploy('staging')
    expect(await get(`${at('staging')}/deploys/${id}/errors`)).toEqual([])
  })

  test('does not keep the next one, or a new environment, from building on it', async () => {
    const { orchestrator, deploy, aDelta, call, modulesOf } = aDeployingShop()
    orchestrator.control.behave({ workloads: { api: { fail: { env: 'staging', message: 'no' } } } })
    const failed = await deploy('staging', { delta_id: await aDelta('api') })
    expect(failed.status).toBe('failed')
    const next = await deploy('staging', { delta_id: await aDelta('web') })
    expect(next.from_id).toBe(failed.id)
    expect(await modulesOf(next.set_id)).toEqual(['api', 'web'])
    await call('POST', `${shop}/envs`, { id: 'pr-7', name: 'PR 7', from_deploy_id: failed.id })
    expect(await deploy('pr-7')).toMatchObject({ from_id: failed.id, set_id: failed.set_id, status: 'succeeded' })
  })
})

describe('an environment that is rebased', () => {
  test('to an earlier deployment of its own is rolled back by the next one', async () => {
    const { deploy, aDelta, rebase, get } = aDeployingShop()
    const first = await deploy('staging', { delta_id: await aDelta('web') })
    const second = await deploy('staging', { delta_id: await aDelta('api') })
    expect(await rebase('staging', first.id)).toMatchObject({ status: 204, body: undefined })
    expect(await get(`${at('staging')}/deploys`)).toHaveLength(2)
    const third = await deploy('staging')
    expect(third).toMatchObject({ from_id: first.id, set_id: first.set_id })
    expect(third).not.toHaveProperty('delta_id')
    expect(second.set_id).not.toBe(first.set_id)
    expect(await get(at('staging'))).toMatchObject({ from_deploy: { id: third.id }, last_deploy: { id: third.id } })
  })

  test('to a deployment of another one becomes like that, with the changes that are asked for', async () => {
    const { deploy, aDelta, rebase, modulesOf, get } = aDeployingShop()
    const source = await deploy('staging', { delta_id: await aDelta('web') })
    await deploy('production', { delta_id: await aDelta('old') })
    await rebase('production', source.id)
    const clone = await deploy('production', { delta_id: await aDelta('api') })
    expect(clone.from_id).toBe(source.id)
    expect(await modulesOf(clone.set_id)).toEqual(['web', 'api'])
    expect(await get(at('staging'))).toMatchObject({ last_deploy: { id: source.id } })
  })

  test.each([
    ['a number', '7', 422],
    ['nothing', '', 422],
    ['no JSON', 'first', 422],
    ['null', 'null', 422],
    ['an empty id', '""', 400],
  ])('to %s is not: that is refused with %3$i', async (_, body, status) => {
    const { call, get, deploy } = aDeployingShop()
    const { id } = await deploy('staging')
    expect((await call('PUT', `${at('staging')}/from_deploy_id`, body)).status).toBe(status)
    expect((await get(at('staging'))).from_deploy.id).toBe(id)
  })
})

test('a deployment of another application is nothing to build on', async () => {
  const { call, rebase } = aDeployingShop()
  const { body } = await call('POST', '/orgs/local-org/apps/other/envs/development/deploys', {})
  expect(await rebase('staging', body.id)).toMatchObject({ status: 400, body: { error: 'API-001' } })
  const environment = { id: 'qa', name: 'QA', from_deploy_id: body.id }
  expect(await call('POST', `${shop}/envs`, environment)).toMatchObject({ status: 400, body: { error: 'API-001' } })
})
