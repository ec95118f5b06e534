import { describe, expect, test } from 'vitest'
import { as, shop } from './a-shop.ts'
import { anInfrastructure, definitions, type Infrastructure } from './an-infrastructure.ts'

const resources = `${shop}/envs/development/resources`

interface NodeLike {
  id: string
  type: string
  guresid: string
  def_id: string
  depends_on: string[]
}

/** What comes of a request, as `type#id` and, after an arrow, the ids of what it depends on. */
const outline = async ({ succeed, call }: Infrastructure, request: object[]) => {
  const nodes = (await succeed(call('POST', `${resources}/graph`, request))) as NodeLike[]
  const names = new Map(nodes.map(({ type, id, guresid }) => [guresid, `${type}#${id}`]))
  return nodes.map(({ guresid, depends_on }) => {
    const after = depends_on.map((each) => names.get(each)).join(', ')
    return `${names.get(guresid)}${after && ` after ${after}`}`
  })
}

describe('the order in which resources are provisioned', () => {
  const db = { id: 'shared.db', type: 'postgres' }

  test('says everything about each of them', async () => {
    const { define, call } = anInfrastructure()
    const { criteria, active_version_id } = await define('my-db', {
      criteria: [{ class: 'large' }],
      driver_inputs: { values: { a: 1 }, secrets: { b: 'x' } },
    })
    const request = [{ ...db, class: 'large', resource: { extensions: [] } }]
    const { status, body } = await call('POST', `${resources}/graph`, request)
    expect(status).toBe(200)
    expect(body).toEqual([
      {
        id: 'shared.db',
        type: 'postgres',
        class: 'large',
        guresid: expect.stringMatching(/^[0-9a-f]{40}$/),
        resource: { extensions: [] },
        resource_schema: expect.objectContaining({ type: 'object' }),
        def_id: 'my-db',
        def_version_id: active_version_id,
        criteria_id: criteria[0].id,
        driver: { values: { a: 1 }, secret_refs: { b: expect.objectContaining({ store: 'humanitec' }) } },
        driver_type: 'humanitec/echo',
        in_place_driver_change: false,
        depends_on: [],
      },
    ])
  })

  test.each<[string, object, string[]]>([
    ['alone without anything else', {}, ['postgres#shared.db']],
    [
      'after what its inputs refer to, of the same id or another',
      {
        driver_inputs: {
          values: { a: '${resources.redis.outputs.host}', b: "x${resources['s3.default#my.s3'].outputs.bucket}" },
        },
      },
      ['redis#shared.db', 's3#my.s3', 'postgres#shared.db after redis#shared.db, s3#my.s3'],
    ],
    ['beside what it brings', { provision: { redis: {} } }, ['postgres#shared.db', 'redis#shared.db']],
    [
      'before what it brings that depends on it',
      { provision: { 'aws-policy#p': { is_dependent: true } } },
      ['postgres#shared.db', 'aws-policy#p after postgres#shared.db'],
    ],
    [
      'whatever is for others to fill in',
      { driver_inputs: { values: { a: '${values.X} ${context.app.id} ${x' } } },
      ['postgres#shared.db'],
    ],
  ])('%s', async (_, request, expected) => {
    const made = anInfrastructure()
    await made.define('my-db', { criteria: [{}], ...request })
    expect((await outline(made, [db])).toSorted()).toEqual(expected.toSorted())
    const order = (await outline(made, [db])).map((line) => line.split(' after ')[0])
    for (const line of await outline(made, [db])) {
      const [name = '', after = ''] = line.split(' after ')
      for (const each of after.split(', ').filter(Boolean))
        expect(order.indexOf(each)).toBeLessThan(order.indexOf(name))
    }
  })

  test('puts what depends on a resource after what that brings for its dependents', async () => {
    const made = anInfrastructure()
    await made.define('my-db', {
      criteria: [{}],
      provision: {
        'aws-policy#p': { is_dependent: true, match_dependents: true },
        'aws-role#r': { is_dependent: true, match_dependents: true },
        'dns#d': { is_dependent: true },
      },
    })
    await made.define('my-role', {
      type: 'aws-role',
      criteria: [{}],
      provision: { 's3#s': { match_dependents: true } },
    })
    await made.define('my-cache', {
      type: 'redis',
      criteria: [{}],
      driver_inputs: { values: { db: "${resources['postgres#shared.db'].guresid}" } },
    })
    expect(await outline(made, [{ id: 'cache', type: 'redis' }])).toEqual([
      'postgres#shared.db',
      'aws-policy#p after postgres#shared.db',
      'aws-role#r after postgres#shared.db',
      's3#s',
      'dns#d after aws-policy#p, aws-role#r, postgres#shared.db, s3#s',
      'redis#cache after aws-policy#p, aws-role#r, postgres#shared.db, s3#s',
    ])
  })

  test('follows the placeholders in the parameters of a set', async () => {
    const made = anInfrastructure()
    const workload = 'modules.web.externals'
    const request = [
      {
        id: `${workload}.route`,
        type: 'route',
        resource: { host: '${externals.dns.host}', tls: ['${shared.cert.id}'] },
      },
      { id: `${workload}.dns`, type: 'dns' },
      { id: 'shared.cert', type: 'tls-cert', resource: { host: '${modules.web.externals.dns.host}' } },
    ]
    const expected = [
      `dns#${workload}.dns`,
      `tls-cert#shared.cert after dns#${workload}.dns`,
      `route#${workload}.route after dns#${workload}.dns, tls-cert#shared.cert`,
    ]
    expect((await outline(made, request)).toSorted()).toEqual(expected.toSorted())
    expect(await outline(made, request.toReversed())).toEqual(await outline(made, request))
  })

  test.each([
    ['a type that nothing is for', [{ id: 'x', type: 'moon' }], "resource 'x' of type 'moon'"],
    ['a resource without a type', [{ id: 'x' }], 'type'],
    ['what is no list', {}, 'array'],
    [
      'a circle',
      [{ id: 'x', type: 'postgres' }],
      'in a circle: postgres.default#x → redis.default#x → postgres.default#x',
    ],
  ])('is refused with 400 for %s', async (_, request, words) => {
    const made = anInfrastructure()
    const refer = (type: string) => ({ driver_inputs: { values: { a: `\${resources.${type}.outputs.host}` } } })
    await made.define('my-db', { criteria: [{}], ...refer('redis') })
    await made.define('my-cache', { type: 'redis', criteria: [{}], ...refer('postgres') })
    for (const path of ['graph', 'graphs']) {
      const answer = await made.call('POST', `${resources}/${path}`, request)
      expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining(words) } })
    }
  })
})

describe('a stored graph', () => {
  const request = [{ id: 'shared.db', type: 'postgres' }]

  test('can be read again, and is stored once', async () => {
    const { call, get, after, define } = anInfrastructure()
    const { status, body } = await call('POST', `${resources}/graphs`, request)
    expect(status).toBe(200)
    expect(body).toMatchObject({ nodes: [{ id: 'shared.db' }], hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await get(`${resources}/graphs/${body.id}`)).toEqual(body)
    await after(1000)
    const again = (await call('POST', `${resources}/graphs`, request)).body
    expect(again).toEqual({ ...body, used_at: '2026-01-05T12:00:01.000Z' })
    await define('my-db', { criteria: [{}] })
    expect((await call('POST', `${resources}/graphs`, request)).body.id).not.toBe(body.id)
  })

  test('belongs to its environment, and goes with it', async () => {
    const { call } = anInfrastructure()
    const { id } = (await call('POST', `${resources}/graphs`, request)).body
    expect(await call('GET', `${shop}/envs/staging/resources/graphs/${id}`)).toMatchObject({ status: 404 })
    expect(await call('DELETE', `${shop}/envs/development`)).toMatchObject({ status: 204 })
    await call('POST', `${shop}/envs`, { id: 'development', name: 'D', type: 'development' })
    expect(await call('GET', `${resources}/graphs/${id}`)).toMatchObject({ status: 404 })
  })

  test('goes with its application', async () => {
    const { call, succeed } = anInfrastructure()
    const { id } = (await call('POST', `${resources}/graphs`, request)).body
    await succeed(call('DELETE', shop))
    await succeed(call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Again' }))
    expect(await call('GET', `${resources}/graphs/${id}`)).toMatchObject({ status: 404 })
  })

  test('is what a deployment goes by', async () => {
    const { deploy, get } = anInfrastructure()
    const { dependency_graph_id } = await deploy({ externals: { db: { type: 'postgres' } } })
    expect(await get(`${resources}/graphs/${dependency_graph_id}`)).toMatchObject({
      nodes: [{ id: 'modules.web.externals.db', def_id: 'default-postgres' }],
    })
  })
})

describe('the resources of a set', () => {
  const setOf = async ({ succeed, call }: Infrastructure, externals: object) =>
    succeed(call('POST', `${shop}/sets/0`, { modules: { add: { web: { spec: {}, externals } } } }))

  test('are listed as a graph can be asked for', async () => {
    const made = anInfrastructure()
    const id = await setOf(made, {
      db: { type: 'postgres', class: 'large', params: { a: 1 } },
      mail: { type: 'dns', id: 'shared.mail' },
      none: null,
    })
    const inputs = await made.get(`${shop}/sets/${id}/resources`)
    expect(inputs).toEqual([
      { id: 'modules.web.externals.db', type: 'postgres', class: 'large', resource: { a: 1 } },
      { id: 'shared.mail', type: 'dns', class: 'default', resource: {} },
    ])
    expect(await made.call('POST', `${resources}/graph`, inputs)).toMatchObject({ status: 200 })
  })

  test('are refused with 400 when one has no type', async () => {
    const made = anInfrastructure()
    const id = await setOf(made, { db: { class: 'large' } })
    const answer = await made.call('GET', `${shop}/sets/${id}/resources`)
    expect(answer).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('modules.web.externals.db') },
    })
  })

  test('of a set that does not exist are not found, as sets are', async () => {
    const answer = await anInfrastructure().call('GET', `${shop}/sets/none/resources`)
    expect(answer).toMatchObject({ status: 404, body: expect.stringContaining('none') })
  })
})

test('viewers may ask, developers may store', async () => {
  const { call } = anInfrastructure()
  const expected = [
    ['POST', `${resources}/graph`, [], 200],
    ['GET', `${resources}/graphs/none`, undefined, 404],
    ['GET', `${shop}/sets/0/resources`, undefined, 200],
    ['POST', `${resources}/graphs`, [], 403],
  ] as const
  for (const [method, path, body, status] of expected) {
    expect(await call(method, path, body, as('vera'))).toMatchObject({ status })
    expect(await call(method, path, body, as('otto'))).toMatchObject({ status: 403 })
    expect(await call(method, path, body, as('nobody'))).toMatchObject({ status: 401 })
  }
  expect(await call('POST', `${shop}/envs/none/resources/graph`, [])).toMatchObject({ status: 404 })
  expect(await call('GET', `${definitions}/none/resources`)).toMatchObject({ status: 404 })
})
