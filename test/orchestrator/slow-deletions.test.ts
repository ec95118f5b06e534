import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { minutes, shop } from './a-shop.ts'
import { anInfrastructure, type Infrastructure } from './an-infrastructure.ts'

const development = `${shop}/envs/development`

/** The shop with a resource that takes its time to go. */
const withResource = async (options: Parameters<typeof anInfrastructure>[0] = {}) => {
  const made = anInfrastructure(options)
  await made.deploy({ shared: { db: { type: 'postgres' } } })
  return made
}

const detach = ({ call }: Infrastructure) => call('DELETE', `${development}/resources/postgres/shared.db?detach=true`)

test('an environment with resources is deleted as slowly as they are, and can be watched', async () => {
  const { call, get, after } = await withResource()
  expect(await call('DELETE', development)).toMatchObject({ status: 202, body: undefined })
  const deleting = { status: 'deleting', status_changed_at: '2026-01-05T12:00:03.000Z' }
  expect(await get(development)).toMatchObject(deleting)
  expect(await get(`${shop}/envs`)).toMatchObject([deleting, { status: 'active' }, { status: 'active' }])
  await after(500)
  expect(await call('DELETE', development)).toMatchObject({ status: 202 })
  expect(await get(development)).toMatchObject(deleting)
  await after(500)
  expect(await call('GET', development)).toMatchObject({ status: 404 })
})

test('a data directory grows by what is written, also after somebody was told that resources are in the way', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'data-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const { call } = await withResource({ dataDir })
  expect(await call('DELETE', development)).toMatchObject({ status: 202 })
  const spec = { containers: { main: { image: 'web:1', variables: { NOTE: 'x'.repeat(50_000) } } } }
  for (let count = 0; count < 200; count += 1)
    expect(await call('POST', `${shop}/deltas`, { modules: { add: { web: { spec } } } })).toMatchObject({ status: 200 })
  expect(statSync(join(dataDir, 'orchestrator.sqlite-wal')).size).toBeLessThan(8 * 2 ** 20)
})

test('an environment beside which all others are being deleted is the last one', async () => {
  const { call } = await withResource()
  expect(await call('DELETE', development)).toMatchObject({ status: 202 })
  expect(await call('DELETE', `${shop}/envs/staging`)).toMatchObject({ status: 204 })
  expect(await call('DELETE', `${shop}/envs/production`)).toMatchObject({
    status: 400,
    body: { error: 'API-001', message: expect.stringContaining("'production' is the last environment") },
  })
})

test('an environment that is being deleted takes no deployment, directly or through a run', async () => {
  const { call, request, run, after } = await withResource()
  expect(await call('DELETE', development)).toMatchObject({ status: 202 })
  expect(await call('POST', `${development}/deploys`, {})).toMatchObject({
    status: 409,
    body: { message: "Environment 'development' is being deleted." },
  })
  const { body } = await request({ env_id: 'development', set_id: '0' })
  await after(minutes(1))
  expect(await run(body)).toMatchObject({ status: 'failed' })
  expect(await call('GET', development)).toMatchObject({ status: 404 })
})

test('an application made anew before the deletion of the old one would have ended stays', async () => {
  const made = await withResource()
  expect(await made.call('DELETE', shop)).toMatchObject({ status: 202 })
  await detach(made)
  expect(await made.call('DELETE', shop)).toMatchObject({ status: 204 })
  await made.succeed(made.call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'New' }))
  await made.after(minutes(60))
  expect(await made.get(shop)).toMatchObject({ name: 'New', status: 'active' })
})

test('an environment made anew before the deletion of the old one would have ended stays', async () => {
  const made = await withResource()
  expect(await made.call('DELETE', development)).toMatchObject({ status: 202 })
  await detach(made)
  expect(await made.call('DELETE', shop)).toMatchObject({ status: 204 })
  await made.succeed(made.call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'New' }))
  await made.after(minutes(60))
  expect(await made.get(development)).toMatchObject({ status: 'active' })
})
