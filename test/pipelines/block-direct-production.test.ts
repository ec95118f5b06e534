import { expect, test } from 'vitest'
import { seconds, shop } from '../orchestrator/a-shop.ts'
import { anExampleShop } from './an-example.ts'

const advice =
  'Nothing is deployed straight to production: deploy to staging, and promote from there with the pipeline promote-after-approval'

/** A shop with something in staging and production, of which production is blocked. */
const blocked = async () => {
  const it = anExampleShop()
  await it.deploy('staging', 'web')
  const before = await it.deploy('production', 'web')
  await it.add('block-direct-production', { env_id: 'production', deployment_type: 'deploy' })
  return { ...it, before }
}

test('a request to deploy to production is answered with a run that fails and says what to do', async () => {
  const it = await blocked()
  const { status, body } = await it.request({ env_id: 'production', delta_id: await it.aDelta('api') })
  expect(status).toBe(201)
  await it.after(seconds(3))
  expect(await it.run(body)).toMatchObject({
    pipeline_id: 'block-direct-production',
    status: 'failed',
    status_message: `Job 'refuse' failed: Step 'fail' failed: ${advice}`,
  })
  expect(await it.deploys('production')).toEqual([it.before])
})

test('a deployment straight through the API is refused with the same words, and leaves nothing', async () => {
  const it = await blocked()
  const answer = await it.call('POST', `${shop}/envs/production/deploys`, { delta_id: await it.aDelta('api') })
  expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining(advice) } })
  expect(await it.get(`${shop}/pipelines/block-direct-production/runs`)).toEqual([])
  expect(await it.deploys('production')).toEqual([it.before])
})

test('other environments, and repeating a deployment of production, go their usual way', async () => {
  const it = await blocked()
  const staging = await it.request({ env_id: 'staging', delta_id: await it.aDelta('api') })
  const again = await it.request({ env_id: 'production', deployment_id: it.before.id })
  await it.after(seconds(3))
  for (const { body } of [staging, again]) {
    expect(await it.run(body)).toMatchObject({ pipeline_id: 'default', status: 'succeeded' })
  }
})

test('a promotion by another pipeline is not concerned', async () => {
  const it = await blocked()
  await it.add('promote-after-approval')
  const run = await it.start('promote-after-approval', { reason: 'x' })
  await it.decide(await it.question(run), 'approve')
  await it.after(seconds(3))
  expect(await it.run(run)).toMatchObject({ status: 'succeeded' })
  expect(await it.deploys('production')).toHaveLength(2)
})

test('no other pipeline can have the same criteria', async () => {
  const it = await blocked()
  const criteria = { trigger: 'deployment_request', env_id: 'production', deployment_type: 'deploy' }
  expect((await it.call('POST', `${shop}/pipelines/default/criteria`, criteria)).status).toBe(409)
})

test('without its criteria production is open again', async () => {
  const it = await blocked()
  const path = `${shop}/pipelines/block-direct-production/criteria`
  const [criteria] = (await it.get(`${shop}/pipeline-criteria?pipeline=block-direct-production`)) as { id: string }[]
  expect((await it.call('DELETE', `${path}/${criteria?.id}`)).status).toBe(204)
  const { body } = await it.request({ env_id: 'production', delta_id: await it.aDelta('api') })
  await it.after(seconds(3))
  expect(await it.run(body)).toMatchObject({ pipeline_id: 'default', status: 'succeeded' })
})
