import { describe, expect, test } from 'vitest'
import { seconds, shop } from './a-shop.ts'
import { type ActiveLike, anInfrastructure, definitions } from './an-infrastructure.ts'

const byId = (list: ActiveLike[]) => Object.fromEntries(list.map((each) => [each.res_id, each]))

describe('without any definition', () => {
  test('a deployment is given what it needs', async () => {
    const { deploy, active } = anInfrastructure()
    const { id, status } = await deploy({
      externals: { dns: { type: 'dns' }, main: { type: 'route' }, db: { type: 'postgres' }, cache: { type: 'redis' } },
      shared: { mail: { type: 'dns', id: 'shared.e-mail' } },
    })
    expect(status).toBe('succeeded')
    const found = byId(await active())
    expect(Object.keys(found)).toHaveLength(5)
    expect(found['modules.web.externals.dns']).toMatchObject({
      def_id: 'default-dns',
      driver_type: 'humanitec/echo',
      deploy_id: id,
      status: 'active',
      scheduled_deletion: false,
      resource: { host: 'web.development.shop.local-org.test' },
    })
    expect(found['modules.web.externals.main']?.resource['host']).toBe('web-main.development.shop.local-org.test')
    expect(found['shared.e-mail']?.resource['host']).toBe('shared-e-mail.development.shop.local-org.test')
    expect(found['modules.web.externals.cache']?.resource).toMatchObject({ port: 6379 })
    const database = found['modules.web.externals.db']
    expect(database?.resource).toEqual({ host: 'web-db.development.svc.test', port: 5432, name: 'web-db' })
    expect(database?.secret_refs).toEqual({
      username: expect.objectContaining({ store: 'humanitec' }),
      password: {
        store: 'humanitec',
        ref: `orgs/local-org/resources/${database?.gu_res_id}/secrets/.password`,
        version: '1',
      },
    })
  })

  test('a route takes the host that it is given', async () => {
    const { deploy, active } = anInfrastructure()
    await deploy({
      externals: { dns: { type: 'dns' }, r: { type: 'route', params: { host: '${externals.dns.host}' } } },
    })
    const found = byId(await active())
    expect(found['modules.web.externals.r']?.resource['host']).toBe('web.development.shop.local-org.test')
  })

  test.each(['', '${externals.none.host}', 7])('a route that is given %j as its host has one made up', async (host) => {
    const { deploy, active } = anInfrastructure()
    await deploy({ externals: { r: { type: 'route', params: { host } } } })
    expect(await active()).toMatchObject([{ resource: { host: 'web-r.development.shop.local-org.test' } }])
  })

  test.each<[string, { externals?: object; shared?: object }, string, string]>([
    ['an unknown type', { externals: { moon: { type: 'moon' } } }, 'modules.web.externals.moon', "of workload 'web'"],
    ['an unknown shared type', { shared: { moon: { type: 'moon' } } }, 'shared.moon', "'shared.moon' cannot"],
    ['no type', { externals: { moon: { class: 'x' } } }, 'modules.web.externals.moon', "of workload 'web'"],
    ['what is no object', { externals: { moon: 'dns' } }, 'modules.web.externals.moon', "of workload 'web'"],
  ])('a deployment fails for %s, naming it', async (_, resources, object_id, words) => {
    const { deploy, errors, active } = anInfrastructure()
    const deployment = await deploy({ ...resources, externals: { dns: { type: 'dns' }, ...resources.externals } })
    expect(deployment.status).toBe('failed')
    expect(deployment).not.toHaveProperty('dependency_graph_id')
    expect(await errors(deployment)).toEqual([
      {
        code: 'RES-001',
        error_type: 'resource',
        scope: 'resource',
        object_id,
        summary: expect.stringContaining(words),
        message: expect.stringContaining(object_id),
      },
    ])
    expect(await active()).toEqual([])
  })
})

describe('what a resource gives out', () => {
  test('is what echo is told, with secrets apart', async () => {
    const { define, deploy, active } = anInfrastructure()
    const { driver_inputs } = await define('my-db', {
      criteria: [{}],
      driver_inputs: { values: { host: 'db.test', port: 1, api_token: 'hush' }, secrets: { username: 'hush' } },
    })
    await deploy({ shared: { db: { type: 'postgres' } } })
    const [db] = await active()
    expect(db?.resource).toEqual({ host: 'db.test', port: 1 })
    expect(db?.secret_refs).toEqual({
      username: driver_inputs.secret_refs.username,
      api_token: expect.objectContaining({ store: 'humanitec' }),
    })
    expect(JSON.stringify(db)).not.toContain('hush')
  })

  test.each([
    ['text', 'host: db.test\nport: 5', { host: 'db.test', port: 5 }],
    ['an object', { host: 'db.test' }, { host: 'db.test' }],
    ['text in the language of templates, which is not run', 'host: "{{ .x }}"', {}],
    ['text that is no YAML', 'a: [', {}],
    ['text that is a list', '[host]', {}],
    ['nothing', undefined, {}],
  ])('is what a template says as %s', async (_, outputs, expected) => {
    const { define, deploy, active } = anInfrastructure()
    await define('my-db', {
      driver_type: 'humanitec/template',
      criteria: [{}],
      driver_inputs: { values: { templates: { outputs, secrets: 'password: x' } } },
    })
    await deploy({ shared: { db: { type: 'postgres' } } })
    expect(await active()).toMatchObject([{ resource: expected, secret_refs: { password: { version: '1' } } }])
  })

  test('is made up after the schema of its type', async () => {
    const { call, succeed, define, deploy, active } = anInfrastructure()
    const of = (type: string) => ({ type })
    const properties = {
      values: {
        properties: {
          host: of('string'),
          port: of('integer'),
          size: of('integer'),
          share: of('number'),
          isOpen: of('boolean'),
          tags: of('array'),
          more: of('object'),
          name: of('string'),
        },
      },
      secrets: { properties: { login: of('string') } },
    }
    const type = 'local-org/thing'
    await succeed(
      call('POST', '/orgs/local-org/resources/types', { type, use: 'direct', outputs_schema: { properties } }),
    )
    await define('my-thing', { type, criteria: [{}] })
    await deploy({ shared: { it: { type } } })
    const [thing] = await active()
    expect(thing?.resource).toEqual({
      host: 'shared-it.development.svc.test',
      port: 80,
      size: 0,
      share: 0,
      isOpen: false,
      tags: [],
      more: {},
      name: 'shared-it',
    })
    expect(thing?.secret_refs).toEqual({
      login: { store: 'humanitec', ref: expect.stringContaining(thing?.gu_res_id ?? '?'), version: '1' },
    })
  })

  test('can refer to all that is known of where it is', async () => {
    const { define, deploy, active } = anInfrastructure()
    const values = Object.fromEntries(
      ['org.id', 'app.id', 'env.id', 'env.type', 'res.id', 'res.type', 'res.class', 'res.guresid', 'moon'].map(
        (name) => [name, `\${context.${name}}`],
      ),
    )
    await define('my-db', { criteria: [{ class: 'large' }], driver_inputs: { values } })
    await deploy({ shared: { db: { type: 'postgres', class: 'large' } } })
    const [db] = await active()
    expect(db?.resource).toEqual({
      'org.id': 'local-org',
      'app.id': 'shop',
      'env.id': 'development',
      'env.type': 'development',
      'res.id': 'shared.db',
      'res.type': 'postgres',
      'res.class': 'large',
      'res.guresid': db?.gu_res_id,
      moon: '${context.moon}',
    })
  })

  test('leaves the host of a dns that says its own', async () => {
    const { define, deploy, active } = anInfrastructure()
    await define('my-dns', { type: 'dns', criteria: [{}], driver_inputs: { values: { host: 'shop.acme.test' } } })
    await deploy({ shared: { dns: { type: 'dns' } } })
    expect(await active()).toMatchObject([{ resource: { host: 'shop.acme.test' } }])
  })

  test('always has a host for dns', async () => {
    const { define, deploy, active } = anInfrastructure()
    await define('my-dns', { type: 'dns', criteria: [{}], driver_inputs: { values: { zone: 'z' } } })
    await deploy({ shared: { dns: { type: 'dns' } } })
    expect(await active()).toMatchObject([
      { resource: { zone: 'z', host: 'shared-dns.development.shop.local-org.test' } },
    ])
  })

  test('is filled in where others refer to it', async () => {
    const { define, deploy, active } = anInfrastructure()
    await define('my-db', { criteria: [{}], driver_inputs: { values: { host: 'db.test', port: 5432 } } })
    await define('my-s3', {
      type: 's3',
      criteria: [{}],
      driver_inputs: {
        values: {
          port: "${resources['postgres#shared.db'].outputs.port}",
          url: 'pg://${resources.postgres#shared.db.outputs.host}:${resources.postgres#shared.db.outputs.port}',
          list: ['${context.app.id}/${context.env.type}/${context.res.id}', '${values.X}'],
          missing: '${resources.postgres#shared.db.outputs.moon}',
          about: "${resources['postgres#shared.db'].type} ${resources['postgres#shared.db'].id}",
        },
      },
    })
    await deploy({ externals: { files: { type: 's3' } } })
    expect(byId(await active())['modules.web.externals.files']?.resource).toEqual({
      port: 5432,
      url: 'pg://db.test:5432',
      list: ['shop/development/modules.web.externals.files', '${values.X}'],
      missing: '${resources.postgres#shared.db.outputs.moon}',
      about: 'postgres shared.db',
    })
  })
})

test('what a definition brings is made, too, with the parameters that it gives', async () => {
  const { define, deploy, active } = anInfrastructure()
  await define('my-db', { criteria: [{}], provision: { 'route#shared.r': { params: { host: 'given.test' } } } })
  await deploy({ shared: { db: { type: 'postgres' } } })
  expect(byId(await active())['shared.r']).toMatchObject({ type: 'route', resource: { host: 'given.test' } })
})

test('definitions that lead in a circle make the deployment fail', async () => {
  const { define, deploy, errors } = anInfrastructure()
  const values = { a: '${resources.postgres.outputs.host}' }
  await define('my-db', { criteria: [{}], driver_inputs: { values } })
  const deployment = await deploy({ shared: { db: { type: 'postgres' } } })
  expect(deployment.status).toBe('failed')
  expect(await errors(deployment)).toMatchObject([{ message: expect.stringContaining('circle') }])
})

describe('the next deployment', () => {
  const need = { shared: { db: { type: 'postgres' } } }

  test('makes a resource anew when its definition has changed, and not before', async () => {
    const { define, deploy, active, call } = anInfrastructure()
    const { active_version_id: first } = await define('my-db', {
      criteria: [{}],
      driver_inputs: { values: { host: 'a' } },
    })
    await deploy(need)
    const { body } = await call('PATCH', `${definitions}/my-db`, { driver_inputs: { values: { host: 'b' } } })
    const [before] = await active()
    expect(before).toMatchObject({ def_version_id: first, resource: { host: 'a' } })
    const { id } = await deploy(need)
    const expected = { def_version_id: body.active_version_id, resource: { host: 'b' }, deploy_id: id }
    expect(await active()).toMatchObject([{ ...expected, gu_res_id: before?.gu_res_id }])
  })

  test('leaves what it does not need', async () => {
    const { deploy, active } = anInfrastructure()
    const first = await deploy(need)
    const second = await deploy({ shared: { cache: { type: 'redis' } } })
    expect((await active()).map(({ type, deploy_id }) => [type, deploy_id])).toEqual([
      ['postgres', first.id],
      ['redis', second.id],
    ])
  })

  test('goes by the definitions of when it was asked for', async () => {
    const { define, call, succeed, after, active } = anInfrastructure()
    const set_id = await succeed(
      call('POST', `${shop}/sets/0`, { shared: [{ op: 'add', path: '/db', value: { type: 'postgres' } }] }),
    )
    await succeed(call('POST', `${shop}/envs/development/deploys`, { set_id }))
    await define('my-db', { criteria: [{}] })
    await after(seconds(3))
    expect(await active()).toMatchObject([{ def_id: 'default-postgres' }])
  })
})
