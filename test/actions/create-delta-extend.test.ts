import { describe, expect, test } from 'vitest'
import { env, shop, aShopToChange, writes } from './a-shop-to-change.ts'

describe('extending a delta', () => {
  const first = { metadata: { env_id: env, name: 'first' }, modules: { add: {}, remove: ['web'], update: {} } }

  test('adds the changes, and plans the delta as a whole', async () => {
    const { call, run, delta } = aShopToChange()
    const { body } = await call('POST', `${shop}/deltas`, first)
    const { runner, outputs, plan, requests, sent } = await run({
      'delta-id': body.id,
      images: 'api=ghcr.io/acme/api:2',
    })
    expect(runner.annotations).toEqual([])
    expect(outputs['delta-id']).toBe(body.id)
    expect(requests).toEqual([
      `GET ${shop}/deltas/${body.id}`,
      `GET ${shop}/envs/staging`,
      expect.stringContaining(`GET ${shop}/sets/`),
      `PATCH ${shop}/deltas/${body.id}`,
    ])
    const update = { api: [{ op: 'replace', path: '/spec/containers/server/image', value: 'ghcr.io/acme/api:2' }] }
    expect(JSON.parse(String(sent.at(-1)?.body))).toEqual([{ modules: { add: {}, remove: [], update }, shared: [] }])
    expect((await delta(body.id)).modules).toEqual({ add: {}, remove: ['web'], update })
    expect(plan.changes).toMatchObject([{ module: 'api' }, { module: 'web', kind: 'removed' }])
  })

  test('takes pending changes back with the scope of the delta', async () => {
    const { call, run, delta } = aShopToChange()
    const path = '/spec/containers/server/variables/LOG'
    const update = { api: [{ op: 'replace', path, value: 'debug' }] }
    const { body } = await call('POST', `${shop}/deltas`, { modules: { update } })
    const { outputs } = await run({
      'delta-id': body.id,
      delta: JSON.stringify({ modules: { update: { api: [{ op: 'remove', path, value: { scope: 'delta' } }] } } }),
    })
    expect((await delta(body.id)).modules.update).toEqual({})
    expect(outputs).toMatchObject({ 'delta-id': body.id, empty: 'true' })
  })

  test('shows the plan of a delta to which nothing is added, and writes nothing', async () => {
    const { call, run } = aShopToChange()
    const { body } = await call('POST', `${shop}/deltas`, first)
    const { outputs, plan, requests } = await run({ 'delta-id': body.id, images: 'api=ghcr.io/acme/api:1' })
    expect(writes(requests)).toEqual([])
    expect(outputs).toMatchObject({ 'delta-id': body.id, empty: 'false' })
    expect(plan.changes).toMatchObject([{ module: 'web', kind: 'removed' }])
  })

  test('warns if it was made for another environment', async () => {
    const { call, run } = aShopToChange()
    const { body } = await call('POST', `${shop}/deltas`, { ...first, metadata: { env_id: 'fresh' } })
    const { runner } = await run({ 'delta-id': body.id })
    expect(runner.annotations).toMatchObject([{ kind: 'warning', message: expect.stringContaining("'fresh'") }])
  })

  test('refuses one that is not there', async () => {
    const { run } = aShopToChange()
    const { runner, requests } = await run({ 'delta-id': 'f00', images: 'web=a:1' })
    expect(runner.exitCode).toBe(1)
    expect(runner.annotations[0]?.message).toContain(
      "Input 'delta-id' is \"f00\", which is no delta of application 'local-org/shop'",
    )
    expect(requests).toEqual([`GET ${shop}/deltas/f00`])
  })

  test('refuses an archived one', async () => {
    const { call, run } = aShopToChange()
    const { body } = await call('POST', `${shop}/deltas`, first)
    await call('PUT', `${shop}/deltas/${body.id}/metadata/archived`, 'true')
    const { runner, requests } = await run({ 'delta-id': body.id, images: 'api=ghcr.io/acme/api:2' })
    expect(runner.annotations[0]?.message).toMatch(/which is archived.*Leave it out to have a new one made/)
    expect(writes(requests)).toEqual([])
  })

  test('refuses one that does not fit the environment any more', async () => {
    const { call, run } = aShopToChange()
    const update = { gone: [{ op: 'add', path: '/x', value: 1 }] }
    const { body } = await call('POST', `${shop}/deltas`, { modules: { update } })
    const { runner } = await run({ 'delta-id': body.id, images: 'web=ghcr.io/acme/web:2' })
    expect(runner.annotations[0]?.message).toMatch(/Delta '.*' \(input 'delta-id'\) does not fit .* no such module/)
  })
})
