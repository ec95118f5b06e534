import { expect, test } from 'vitest'
import { hostsOf, isCurrent } from '../../src/core/environment.ts'
import { anApplication, rewriting } from './an-application.ts'

const resource = (type: string, res_id: string, resource: unknown) => ({ type, res_id, resource })

const hostsFrom = (...resources: unknown[]) =>
  hostsOf(anApplication({ through: rewriting(/\/resources$/, () => resources) }).api, 'staging')

test('every workload has the host that people type', async () => {
  const hosts = await hostsFrom(
    resource('route', 'modules.web.externals.route', { host: 'internal.test' }),
    resource('dns', 'modules.web.externals.dns', { host: 'web.test' }),
    resource('route', 'modules.api.externals.route', { host: 'api.test' }),
    resource('dns', 'shared.main-dns', { host: 'main.test' }),
    resource('postgres', 'modules.web.externals.db', { host: 'db.test' }),
  )
  expect(hosts).toEqual({ web: 'web.test', api: 'api.test', 'shared.main-dns': 'main.test' })
})

test('what has no host is left out, whatever it has instead', async () => {
  const broken = [null, undefined, 'x', [], { host: '' }, { host: 1 }, { host: null }]
  expect(await hostsFrom(...broken.map((each) => resource('dns', 'modules.web.externals.dns', each)))).toEqual({})
})

test('a workload may be called like a property of every object', async () => {
  const hosts = await hostsFrom(resource('dns', 'modules.__proto__.externals.dns', { host: 'web.test' }))
  expect(Object.entries(hosts)).toEqual([['__proto__', 'web.test']])
})

test('a deployment is current while no other has come after it', async () => {
  const { api, request, aDelta, get, after } = anApplication()
  await request({ env_id: 'staging', delta_id: await aDelta('web') })
  await after(60_000)
  const [first] = (await get('/orgs/local-org/apps/shop/envs/staging/deploys')) as { id: string }[]
  expect(await isCurrent(api, 'staging', first!.id)).toBe(true)
  await request({ env_id: 'staging', delta_id: await aDelta('api') })
  await after(60_000)
  expect(await isCurrent(api, 'staging', first!.id)).toBe(false)
  expect(await isCurrent(api, 'production', first!.id)).toBe(false)
})
