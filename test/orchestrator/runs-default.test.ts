import { expect, test } from 'vitest'
import { aShop, as, seconds, shop } from './a-shop.ts'

test('a deployment that is asked for goes through the default pipeline to its end', async () => {
  const { request, aDelta, run, job, steps, after, get } = aShop()
  const delta_id = await aDelta('web', 'api')
  const { status, body, headers } = await request({ env_id: 'staging', delta_id, comment: 'Spring sale' })
  expect(status).toBe(201)
  expect(headers['etag']).toBe(`"${body.etag}"`)
  expect(body).toMatchObject({
    pipeline_id: 'default',
    status: 'queued',
    trigger: 'deployment_request',
    env_ids: ['staging'],
    inputs: { env_id: 'staging', delta_id, comment: 'Spring sale' },
    concurrency_group: 'default-deploy-staging',
    timeout_seconds: 3600,
    created_by: 'local-administrator',
    waiting_for: {},
  })
  expect(body.run_as).toMatch(/^s-[0-9a-f-]{36}$/)

  const executing = await run(body)
  const [deployment] = await get(`${shop}/envs/staging/deploys`)
  const waiting = `application.environment.deployment(${deployment.id})`
  expect(executing).toMatchObject({ status: 'executing', waiting_for: { deploy: waiting } })
  expect(executing.completed_at).toBeUndefined()
  expect(await job(body, 'deploy')).toMatchObject({ status: 'executing', waiting_for: waiting })
  expect(await steps(body, 'deploy')).toEqual(['succeeded', 'executing'])
  expect(deployment).toMatchObject({
    delta_id,
    comment: 'Spring sale',
    created_by: body.run_as,
    pipeline: { id: 'default', run_id: body.id, job_id: 'deploy', step_index: 1 },
  })

  await after(seconds(3))
  const ended = await run(body)
  expect(ended).toMatchObject({ status: 'succeeded', status_message: '', waiting_for: {} })
  expect(Date.parse(ended.completed_at) - Date.parse(ended.executing_at)).toBe(2200)
  const { steps: stepsAtTheEnd } = await job(body, 'deploy')
  expect(stepsAtTheEnd).toMatchObject([
    {
      uses: 'actions/humanitec/apply@v1',
      related_entities: { env_id: 'staging', delta_id, set_id: deployment.set_id },
    },
    { uses: 'actions/humanitec/deploy@v1', related_entities: { env_id: 'staging', deployment_id: deployment.id } },
  ])
  expect(await get(`${shop}/deltas/${delta_id}`)).toMatchObject({ metadata: { archived: true } })
})

test('the log of a deployment grows while it goes on, line by line', async () => {
  const { request, aDelta, log, after, get } = aShop()
  const { body } = await request({ env_id: 'staging', delta_id: await aDelta('web', 'api') })
  const [{ id, set_id }] = await get(`${shop}/envs/staging/deploys`)
  const begin = [`Deploying set ${set_id} to staging`, `Created deployment ${id} of 2 workloads`]
  expect(await log(body, 'deploy', 1)).toEqual(begin)
  await after(200)
  const progress = [...begin, `Deployment ${id} is in progress`]
  expect(await log(body, 'deploy', 1)).toEqual(progress)
  await after(1000)
  expect(await log(body, 'deploy', 1)).toEqual([...progress, 'api is up (1 of 2)'])
  await after(1000)
  expect(await log(body, 'deploy', 1)).toEqual([
    ...progress,
    'api is up (1 of 2)',
    'web is up (2 of 2)',
    `Deployment ${id} succeeded`,
  ])
})

test('a deployment that fails in the cluster fails its run, with the errors where they are looked for', async () => {
  const { orchestrator, request, aDelta, run, job, log, after, get } = aShop()
  orchestrator.control.behave({ workloads: { api: { fail: { message: 'ImagePullBackOff' } } } })
  const { body } = await request({ env_id: 'staging', delta_id: await aDelta('web', 'api') })
  await after(seconds(3))
  const [{ id }] = await get(`${shop}/envs/staging/deploys`)
  const message = `Deployment ${id} failed: api: ImagePullBackOff`
  expect(await run(body)).toMatchObject({
    status: 'failed',
    status_message: `Job 'deploy' failed: Step 'Deploy Set To Environment' failed: ${message}`,
  })
  expect(await job(body, 'deploy')).toMatchObject({
    status: 'failed',
    steps: [{ status: 'succeeded' }, { status: 'failed', status_message: message }],
  })
  const lines = await log(body, 'deploy', 1)
  expect(lines).toContain('web is up (1 of 2)')
  expect(lines.slice(-2)).toEqual(['api: ImagePullBackOff', message])
  const logs = await get(`${shop}/pipelines/default/runs/${body.id}/jobs/deploy/steps/1/logs`)
  expect(logs.map(({ level }: { level: string }) => level).slice(-2)).toEqual(['error', 'error'])
})

test('a deployment is repeated with its set and without its delta', async () => {
  const { request, aDelta, run, steps, after, get } = aShop()
  await request({ env_id: 'staging', delta_id: await aDelta('web') })
  await after(seconds(3))
  const [first] = await get(`${shop}/envs/staging/deploys`)
  await request({ env_id: 'staging', delta_id: await aDelta('api') })
  await after(seconds(3))
  const { body } = await request({ env_id: 'staging', deployment_id: first.id })
  expect(body.inputs).toEqual({ env_id: 'staging', comment: '', deployment_id: first.id, set_id: first.set_id })
  await after(seconds(3))
  expect(await run(body)).toMatchObject({ status: 'succeeded' })
  expect(await steps(body, 'deploy')).toEqual(['skipped', 'succeeded'])
  const [last] = await get(`${shop}/envs/staging/deploys`)
  expect(last.set_id).toBe(first.set_id)
  expect(last.delta_id).toBeUndefined()
})

test('a deployment is repeated with the shared values that it had', async () => {
  const { call, request, after, get } = aShop()
  await call('POST', `${shop}/values`, { key: 'HOST', value: 'a.test', description: null })
  const [{ id: value_set_version_id }] = await get(`${shop}/value-set-versions`)
  await call('PATCH', `${shop}/values/HOST`, { value: 'b.test' })
  const { body: first } = await call('POST', `${shop}/envs/staging/deploys`, { value_set_version_id })
  await after(seconds(3))
  const { body } = await request({ env_id: 'production', deployment_id: first.id })
  expect(body.inputs).toMatchObject({ value_set_version_id })
  await after(seconds(3))
  expect(await get(`${shop}/envs/production/deploys`)).toMatchObject([{ value_set_version_id, status: 'succeeded' }])
})

test('without anything to deploy, what the environment builds on is deployed again', async () => {
  const { request, aDelta, run, after, get } = aShop()
  await request({ env_id: 'staging', delta_id: await aDelta('web') })
  await after(seconds(3))
  const [first] = await get(`${shop}/envs/staging/deploys`)
  const { body } = await request({ env_id: 'staging' })
  expect(body.inputs).toEqual({ env_id: 'staging', comment: '', set_id: first.set_id })
  await after(seconds(3))
  expect(await run(body)).toMatchObject({ status: 'succeeded' })
  expect(await get(`${shop}/envs/staging/deploys`)).toHaveLength(2)
})

test('an environment that was never deployed builds on the empty set', async () => {
  const { request, run, after } = aShop()
  const { body } = await request({ environment: 'staging' })
  expect(body.inputs['set_id']).toMatch(/^0+$/)
  await after(seconds(3))
  expect(await run(body)).toMatchObject({ status: 'succeeded' })
})

test.each([
  ['no environment', {}, 'env_id is missing'],
  ['an unknown environment', { env_id: 'qa' }, "Environment 'qa' does not exist"],
  ['two environments', { env_id: 'staging', environment: 'production' }, 'contradict each other'],
  ['a delta and a set', { env_id: 'staging', delta_id: 'd', set_id: 's' }, 'delta_id and set_id exclude each other'],
  ['an unknown delta', { env_id: 'staging', delta_id: 'd' }, "Delta 'd' does not exist"],
  ['an unknown set', { env_id: 'staging', set_id: 's' }, "Set 's' does not exist"],
  ['an unknown deployment', { env_id: 'staging', deployment_id: 'x' }, "Deployment 'x' does not exist"],
  ['values alone', { env_id: 'staging', value_set_version_id: 'v' }, 'goes with delta_id or set_id only'],
])('a request with %s is refused with 400', async (_, body, message) => {
  const answer = await aShop().request(body)
  expect(answer.status).toBe(400)
  expect(answer.body.message).toContain(message)
})

test('the old name of the environment may stand beside the new one, if they agree', async () => {
  const answer = await aShop().request({ env_id: 'staging', environment: 'staging' })
  expect(answer).toMatchObject({ status: 201, body: { inputs: { env_id: 'staging' } } })
  expect(answer.body.inputs).not.toHaveProperty('environment')
})

test('a trigger that is not one is refused with 422', async () => {
  expect(await aShop().request({ trigger: 'moon', env_id: 'staging' })).toMatchObject({
    status: 422,
    body: { message: 'body/trigger must be equal to one of the allowed values: deployment_request' },
  })
})

test('who may not deploy to the environment cannot ask for it', async () => {
  const { request, get } = aShop()
  expect(await request({ env_id: 'staging' }, as('dora'))).toMatchObject({ status: 201 })
  expect(await request({ env_id: 'production' }, as('dora'))).toMatchObject({ status: 403 })
  expect(await request({ env_id: 'staging' }, as('vera'))).toMatchObject({ status: 403 })
  expect(await get('/orgs/local-org/pipeline-runs')).toHaveLength(1)
})

test('a dry run starts nothing and refuses what the request would be refused for', async () => {
  const { call, get } = aShop()
  const dry = (body: object) =>
    call('POST', `${shop}/pipeline-runs?dry_run=true`, { trigger: 'deployment_request', ...body })
  expect(await dry({ env_id: 'staging' })).toMatchObject({ status: 204, body: undefined })
  expect(await dry({ env_id: 'qa' })).toMatchObject({
    status: 400,
    body: { message: "Environment 'qa' does not exist." },
  })
  expect(await get('/orgs/local-org/pipeline-runs')).toEqual([])
})

test('an environment that is being deployed by somebody else fails the deploy step with the reason', async () => {
  const { call, request, aDelta, run, after } = aShop()
  const pipeline = { id: 'elsewhere', run_id: 'r', job_id: 'j', step_index: 0 }
  const { body: deployment } = await call('POST', `${shop}/envs/staging/deploys`, { pipeline })
  const { body } = await request({ env_id: 'staging', delta_id: await aDelta('web') })
  await after(0)
  const ended = await run(body)
  expect(ended.status).toBe('failed')
  expect(ended.status_message).toContain(`Environment 'staging' has an active deployment, '${deployment.id}'`)
})

test('requests for one environment are carried out one after the other, those for another beside them', async () => {
  const { request, aDelta, run, after } = aShop()
  const delta_id = await aDelta('web')
  const first = (await request({ env_id: 'staging', delta_id })).body
  const second = (await request({ env_id: 'staging', delta_id })).body
  const third = (await request({ env_id: 'staging', delta_id })).body
  const elsewhere = (await request({ env_id: 'production', delta_id })).body
  const states = async () =>
    Promise.all([first, second, third, elsewhere].map(async (each) => (await run(each)).status))
  expect(await states()).toEqual(['executing', 'queued', 'queued', 'executing'])
  await after(seconds(3))
  expect(await states()).toEqual(['succeeded', 'executing', 'queued', 'succeeded'])
  await after(seconds(3))
  expect(await states()).toEqual(['succeeded', 'succeeded', 'executing', 'succeeded'])
  const [one, two] = [await run(first), await run(second)]
  expect(two.executing_at).toBe(one.completed_at)
})
