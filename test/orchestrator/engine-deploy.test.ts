import { expect, test } from 'vitest'
import { aShop, called, seconds, shop } from './a-shop.ts'

/** Applies a delta, asks for an approval, and deploys what came of it. */
const release = called(
  'release',
  `  go:
    steps:
      - id: apply
        uses: actions/humanitec/apply@v1
        with: { env_id: staging, delta_id: '\${{ inputs.delta_id }}' }
      - uses: actions/humanitec/approve@v1
        with: { env_id: staging }
      - uses: actions/humanitec/deploy@v1
        with: { env_id: staging, set_id: '\${{ steps.apply.outputs.set_id }}', comment: Released }
`,
).replace('pipeline_call: {}', 'pipeline_call: { inputs: { delta_id: { type: string, required: true } } }')

/** A release that waits for its approval. */
const aRelease = async () => {
  const it = aShop()
  const delta_id = await it.aDelta('web')
  const { body: run } = await it.callPipeline(await it.aPipeline(release), { delta_id })
  await it.after(0)
  const [approval] = await it.approvals()
  if (!approval) throw new Error('nobody was asked')
  const finish = async () => {
    await it.decide(approval, 'approve')
    await it.after(seconds(3))
    expect(await it.run(run)).toMatchObject({ status: 'succeeded' })
    return (await it.get(`${shop}/envs/staging`)).last_deploy
  }
  return { ...it, run, delta_id, finish }
}

test('the set that a delta made is deployed as that delta, which counts as deployed', async () => {
  const { delta_id, finish, get } = await aRelease()
  expect(await finish()).toMatchObject({ delta_id, comment: 'Released' })
  expect(await get(`${shop}/deltas/${delta_id}`)).toMatchObject({ metadata: { archived: true } })
})

test('it is deployed as it is when the environment has moved on since', async () => {
  const { run, job, finish, request, aDelta, after, get, delta_id } = await aRelease()
  await request({ env_id: 'staging', delta_id: await aDelta('api') })
  await after(0)
  await after(seconds(3))
  const { steps } = await job(run, 'go')
  const deployed = await finish()
  expect(deployed.set_id).toBe(steps[0].related_entities.set_id)
  expect(deployed).not.toHaveProperty('delta_id')
  expect(Object.keys((await get(`${shop}/sets/${deployed.set_id}`)).modules)).toEqual(['web'])
  expect(await get(`${shop}/deltas/${delta_id}`)).toMatchObject({ metadata: { archived: false } })
})

test('of very many workloads the log tells how many are up by then, and not each', async () => {
  const { call, get, request, after, log } = aShop()
  const add = Object.fromEntries(Array.from({ length: 1050 }, (_, index) => [`m${index}`, {}]))
  const { body: set_id } = await call('POST', `${shop}/sets/0`, { modules: { add } })
  const { body: run } = await request({ env_id: 'staging', set_id })
  await after(0)
  await after(seconds(3))
  expect(await get(`${shop}/envs/staging`)).toMatchObject({ last_deploy: { status: 'succeeded' } })
  const rises = (await log(run, 'deploy', 1)).filter((line) => line.includes(' is up '))
  expect(rises.slice(0, 2)).toEqual(['m10 is up (3 of 1050)', 'm1001 is up (6 of 1050)'])
})
