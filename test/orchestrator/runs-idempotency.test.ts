import { describe, expect, test } from 'vitest'
import { aShop, as, minutes, seconds, shop } from './a-shop.ts'

const greet = `
id: greet
name: Greet
on: { pipeline_call: { inputs: { name: { type: string, required: true } } } }
jobs:
  go: { steps: [{ uses: actions/humanitec/log@v1, with: { message: 'Hello \${{ inputs.name }}' } }] }
`

const key = (value: string, more: Record<string, string> = {}) => ({ 'idempotency-key': value, ...more })

describe('an Idempotency-Key', () => {
  test('stands for one run, whatever has become of it', async () => {
    const { request, run, after, get } = aShop()
    const first = await request({ env_id: 'staging' }, key('k1'))
    await after(seconds(3))
    const again = await request({ env_id: 'staging' }, key('k1'))
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id, status: 'succeeded' } })
    expect(again.body).toEqual(await run(first.body))
    expect(await get('/orgs/local-org/pipeline-runs')).toHaveLength(1)
  })

  test('is refused with 422 for another body', async () => {
    const { request, get } = aShop()
    await request({ env_id: 'staging' }, key('k1'))
    expect(await request({ env_id: 'production' }, key('k1'))).toMatchObject({
      status: 422,
      body: { message: "Idempotency-Key 'k1' was used with another body; use a new key for a new request." },
    })
    expect(await get('/orgs/local-org/pipeline-runs')).toHaveLength(1)
  })

  test('belongs to its caller and its route', async () => {
    const { request, aPipeline, callPipeline, get } = aShop()
    await aPipeline(greet)
    await request({ env_id: 'staging' }, key('k1'))
    expect(await request({ env_id: 'staging' }, key('k1', as('pia')))).toMatchObject({ status: 201 })
    expect(await callPipeline('greet', { name: 'Ada' }, key('k1'))).toMatchObject({ status: 201 })
    expect(await get('/orgs/local-org/pipeline-runs')).toHaveLength(3)
  })

  test('is forgotten after 24 hours', async () => {
    const { request, after } = aShop()
    const first = await request({ env_id: 'staging' }, key('k1'))
    await after(minutes(24 * 60) - 1)
    expect((await request({ env_id: 'staging' }, key('k1'))).body.id).toBe(first.body.id)
    await after(1)
    expect((await request({ env_id: 'staging' }, key('k1'))).body.id).not.toBe(first.body.id)
  })

  test('is not used up by a request that is refused', async () => {
    const { request } = aShop()
    expect(await request({ env_id: 'moon' }, key('k1'))).toMatchObject({
      status: 400,
      body: { message: "Environment 'moon' does not exist." },
    })
    expect(await request({ env_id: 'staging' }, key('k1'))).toMatchObject({ status: 201 })
  })

  test('keeps a restart from happening twice', async () => {
    const { aPipeline, callPipeline, run, call, runPath, get } = aShop()
    const { body } = await callPipeline(await aPipeline(greet), { name: 'Ada' })
    await run(body)
    const restart = () => call('POST', `${runPath(body)}/restart`, undefined, key('k1'))
    expect((await restart()).body.id).toBe((await restart()).body.id)
    expect(await get(`${shop}/pipelines/greet/runs`)).toHaveLength(2)
  })

  test('of a run that was deleted starts no other', async () => {
    const { aPipeline, callPipeline, run, call, runPath } = aShop()
    const { body } = await callPipeline(await aPipeline(greet), { name: 'Ada' }, key('k1'))
    await run(body)
    await call('DELETE', runPath(body))
    expect(await callPipeline('greet', { name: 'Ada' }, key('k1'))).toMatchObject({
      status: 409,
      body: { message: `Run '${body.id}', which Idempotency-Key 'k1' stands for, has been deleted.` },
    })
  })

  test('of a deployment whose run was deleted deploys nothing else', async () => {
    const { request, call, runPath, after, get } = aShop()
    const { body } = await request({ env_id: 'staging' }, key('k1'))
    await after(seconds(3))
    await call('DELETE', runPath(body))
    expect(await request({ env_id: 'staging' }, key('k1'))).toMatchObject({ status: 409, body: { error: 'API-005' } })
    expect(await get(`${shop}/envs/staging/deploys`)).toHaveLength(1)
  })

  test('is forgotten with its application', async () => {
    const { request, call } = aShop()
    const first = await request({ env_id: 'development' }, key('k1'))
    expect(await call('DELETE', shop)).toMatchObject({ status: 204 })
    await call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Shop' })
    const { status, body } = await request({ env_id: 'development' }, key('k1'))
    expect(status).toBe(201)
    expect(body.id).not.toBe(first.body.id)
  })

  test('that is too long is refused', async () => {
    expect(await aShop().request({ env_id: 'staging' }, key('k'.repeat(256)))).toMatchObject({
      status: 400,
      body: { message: 'Idempotency-Key may have at most 255 characters.' },
    })
  })
})
