import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import {
  bestMatch,
  type Context,
  fits,
  type Rule,
  specificity,
} from '../../src/orchestrator/matching-criteria/match.ts'
import { as } from './a-shop.ts'
import { anInfrastructure, definitions } from './an-infrastructure.ts'

const criteria = (id: string) => `${definitions}/${id}/criteria`

describe('of the definitions that fit a resource the most specific is used', () => {
  const res_id = 'modules.web.externals.db'
  test.each<[string, Record<string, object>, string]>([
    ['none', {}, 'default-postgres'],
    ['one for everything', { all: {} }, 'all'],
    ['an environment type before everything', { all: {}, type: { env_type: 'development' } }, 'type'],
    [
      'an application before an environment type',
      { app: { app_id: 'shop' }, type: { env_type: 'development' } },
      'app',
    ],
    ['an environment before an application', { app: { app_id: 'shop' }, env: { env_id: 'staging' } }, 'env'],
    ['a resource before all others', { res: { res_id }, env: { env_id: 'staging', app_id: 'shop' } }, 'res'],
    ['of two the next field', { app: { app_id: 'shop' }, both: { app_id: 'shop', env_type: 'development' } }, 'both'],
    ['not another application', { all: {}, app: { app_id: 'other' } }, 'all'],
    ['not an environment of another type', { all: {}, env: { env_id: 'staging', env_type: 'production' } }, 'all'],
    ['not another class', { all: {}, large: { class: 'large' } }, 'all'],
    ['an empty field is none', { all: { app_id: '', env_id: '' } }, 'all'],
  ])('%s', async (_, rules, expected) => {
    const { define, deploy, active } = anInfrastructure()
    for (const [id, rule] of Object.entries(rules)) await define(`my-${id}`, { criteria: [rule] })
    await deploy({ externals: { db: { type: 'postgres' } } }, 'staging')
    expect(await active('staging')).toMatchObject([{ def_id: expected.includes('-') ? expected : `my-${expected}` }])
  })

  test('a class picks its own definition, and a built-in one takes any class', async () => {
    const { define, deploy, active } = anInfrastructure()
    await define('my-large', { criteria: [{ class: 'large' }] })
    await deploy({ externals: { a: { type: 'postgres', class: 'large' }, b: { type: 'postgres', class: 'small' } } })
    expect((await active()).map(({ class: name, def_id }) => [name, def_id])).toEqual([
      ['large', 'my-large'],
      ['small', 'default-postgres'],
    ])
  })
})

describe('by law', () => {
  const maybe = fc.option(fc.constantFrom('a', 'b'), { nil: undefined })
  const rule = fc.record({
    res_id: maybe,
    env_id: maybe,
    app_id: maybe,
    env_type: maybe,
    class: fc.constantFrom('x', 'y'),
  })
  const clean = (each: object) =>
    Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)) as unknown as Rule
  const one = fc.constantFrom('a', 'b')
  const context = fc.record({
    type: one,
    resId: one,
    envId: one,
    appId: one,
    envType: one,
    class: fc.constantFrom('x', 'y'),
  })

  /** The ranking as the document tells it: field after field, the most specific first. */
  const isBefore = (left: Rule, right: Rule) => {
    for (const field of ['res_id', 'env_id', 'app_id', 'env_type'] as const) {
      const [has, hasNot] = [left[field] !== undefined, right[field] !== undefined]
      if (has !== hasNot) return has
    }
    return false
  }

  test('nothing that fits comes before the best match, which fits in all that it says', () => {
    fc.assert(
      fc.property(fc.array(rule.map(clean)), context, (rules, where: Context) => {
        const best = bestMatch(rules, where)
        const fitting = rules.filter((each) => fits(each, where))
        expect(best === undefined).toBe(fitting.length === 0)
        if (!best) return
        expect([best.res_id ?? where.resId, best.env_id ?? where.envId]).toEqual([where.resId, where.envId])
        expect([best.app_id ?? where.appId, best.env_type ?? where.envType]).toEqual([where.appId, where.envType])
        expect(best.class).toBe(where.class)
        expect(fitting.filter((each) => isBefore(each, best))).toEqual([])
        for (const each of fitting) expect(isBefore(best, each)).toBe(specificity(best) > specificity(each))
      }),
    )
  })
})

describe('adding', () => {
  test('gives the criteria with their class, and the definition has them', async () => {
    const { define, call, get } = anInfrastructure()
    await define('my-db')
    const { status, body } = await call('POST', criteria('my-db'), { env_id: 'staging', app_id: '' })
    expect({ status, body }).toEqual({ status: 200, body: { id: body.id, env_id: 'staging', class: 'default' } })
    expect((await get(`${definitions}/my-db`)).criteria).toEqual([body])
  })

  test.each([
    ['those of another definition of the type', 'other-db', {}, 409],
    ['those of the definition itself', 'my-db', { class: 'default', app_id: 'shop' }, 409],
    ['an empty class', 'my-db', { class: '' }, 400],
    ['a field that is a number', 'my-db', { env_id: 7 }, 400],
    ['a definition that does not exist', 'none', {}, 404],
  ])('is refused for %s', async (_, id, body, status) => {
    const { define, call, get } = anInfrastructure()
    await define('my-db', { criteria: [{ app_id: 'shop' }, {}] })
    await define('other-db')
    const before = await get(definitions)
    expect(await call('POST', criteria(id), body)).toMatchObject({ status })
    expect(await get(definitions)).toEqual(before)
  })

  test('says which criteria are there already, and where', async () => {
    const { define, call } = anInfrastructure()
    await define('my-db', { criteria: [{ app_id: 'shop', res_id: 'shared.db' }] })
    await define('other-db')
    expect(await call('POST', criteria('other-db'), { res_id: 'shared.db', app_id: 'shop' })).toMatchObject({
      status: 409,
      body: {
        message:
          "For type 'postgres' definition 'my-db' has the same criteria already (app_id shop, res_id shared.db, class default).",
      },
    })
  })

  test('takes the same criteria for another type', async () => {
    const { define, call } = anInfrastructure()
    await define('my-db', { criteria: [{}] })
    await define('my-cache', { type: 'redis' })
    expect(await call('POST', criteria('my-cache'), {})).toMatchObject({ status: 200 })
  })
})

describe('replacing', () => {
  test('leaves exactly the given ones; what stays keeps its id', async () => {
    const { define, call, get } = anInfrastructure()
    const { criteria: before } = await define('my-db', { criteria: [{ app_id: 'shop' }, { env_id: 'staging' }] })
    const { status, body } = await call('PUT', criteria('my-db'), [{ res_id: 'shared.db' }, { env_id: 'staging' }])
    expect(status).toBe(200)
    expect(body).toMatchObject([{ res_id: 'shared.db' }, { id: before[1].id, env_id: 'staging' }])
    expect((await get(`${definitions}/my-db`)).criteria).toEqual(body)
    expect(await call('PUT', criteria('my-db'), [])).toMatchObject({ status: 200, body: [] })
  })

  test.each([
    ['criteria of another definition', 'my-db', [{ env_id: 'staging' }, {}], 409],
    ['the same twice', 'my-db', [{ res_id: 'x' }, { res_id: 'x' }], 409],
    ['what is no list', 'my-db', {}, 400],
    ['a definition that does not exist', 'none', [], 404],
  ])('is refused for %s', async (_, id, body, status) => {
    const { define, call, get } = anInfrastructure()
    await define('my-db', { criteria: [{ app_id: 'shop' }] })
    await define('other-db', { criteria: [{}] })
    const before = await get(definitions)
    expect(await call('PUT', criteria(id), body)).toMatchObject({ status })
    expect(await get(definitions)).toEqual(before)
  })
})

describe('deleting', () => {
  const inUse = async () => {
    const made = anInfrastructure()
    const { criteria: rules } = await made.define('my-db', { criteria: [{ app_id: 'shop' }, {}] })
    await made.deploy({ shared: { db: { type: 'postgres' } } })
    const path = (index: number) => `${criteria('my-db')}/${rules[index].id}`
    return { ...made, rules, path }
  }

  test('is refused with the list of resources that would get another definition', async () => {
    const { call, define, rules, path, active } = await inUse()
    expect(await active()).toMatchObject([{ criteria_id: rules[0].id }])
    await define('other-db', { criteria: [{ env_type: 'development' }] })
    const answer = await call('DELETE', path(0))
    const change = { app_id: 'shop', env_id: 'development', res_id: 'shared.db', from_def: 'my-db', to_def: 'other-db' }
    expect(answer).toMatchObject({ status: 409, body: [change] })
  })

  test.each<[object, string]>([
    [{ app_id: 'shop' }, 'other-db'],
    [{ env_id: 'development' }, 'other-db'],
    [{ env_type: 'development' }, 'other-db'],
    [{ res_id: 'shared.db' }, 'other-db'],
    [{ app_id: 'other' }, 'default-postgres'],
    [{ env_id: 'staging' }, 'default-postgres'],
    [{ env_type: 'production' }, 'default-postgres'],
    [{ res_id: 'shared.other' }, 'default-postgres'],
    [{ class: 'large' }, 'default-postgres'],
  ])('looks for another definition where the resource is: with %j there is %s', async (rule, to_def) => {
    const { call, define, deploy } = anInfrastructure()
    const { criteria: rules } = await define('my-db', { criteria: [{ app_id: 'shop', res_id: 'shared.db' }] })
    await define('other-db', { criteria: [rule] })
    await deploy({ shared: { db: { type: 'postgres' } } })
    const answer = await call('DELETE', `${criteria('my-db')}/${rules[0].id}`)
    expect(answer).toMatchObject({ status: 409, body: [{ from_def: 'my-db', to_def }] })
  })

  test('goes through when the definition stays the same by way of other criteria', async () => {
    const { call, path } = await inUse()
    expect(await call('DELETE', path(0))).toMatchObject({ status: 204 })
  })

  test('goes through when no resource was made by way of them', async () => {
    const { call, define, path, get } = await inUse()
    // It would get another definition anyway, whatever becomes of those.
    await define('other-db', { criteria: [{ env_id: 'development' }] })
    expect(await call('DELETE', path(1))).toMatchObject({ status: 204 })
    expect(await call('DELETE', path(1))).toMatchObject({ status: 404 })
    expect((await get(`${definitions}/my-db`)).criteria).toHaveLength(1)
  })

  test('by force gives the resource another definition at the next deployment', async () => {
    const { call, path, active, deploy } = await inUse()
    await call('DELETE', path(1))
    expect(await call('DELETE', path(0))).toMatchObject({ status: 409, body: [{ to_def: 'default-postgres' }] })
    expect(await call('DELETE', `${path(0)}?force=true`)).toMatchObject({ status: 204 })
    expect(await active()).toMatchObject([{ def_id: 'my-db' }])
    await deploy({ shared: { db: { type: 'postgres' } } })
    expect(await active()).toMatchObject([{ def_id: 'default-postgres' }])
  })

  test('says that there is no other definition for a type that is not built in', async () => {
    const { call, define, deploy, succeed } = anInfrastructure()
    await succeed(
      call('POST', '/orgs/local-org/resources/types', {
        type: 'local-org/moon',
        name: 'M',
        category: 'x',
        use: 'direct',
      }),
    )
    const {
      criteria: [rule],
    } = await define('my-moon', { type: 'local-org/moon', criteria: [{}] })
    await deploy({ shared: { moon: { type: 'local-org/moon' } } })
    const answer = await call('DELETE', `${criteria('my-moon')}/${rule.id}`)
    expect(answer).toMatchObject({ status: 409, body: [{ from_def: 'my-moon', to_def: '' }] })
  })

  test('finds only criteria of the definition', async () => {
    const { call, define, rules } = await inUse()
    await define('other-db')
    expect(await call('DELETE', `${criteria('other-db')}/${rules[0].id}`)).toMatchObject({ status: 404 })
    expect(await call('DELETE', `${criteria('none')}/${rules[0].id}`)).toMatchObject({ status: 404 })
  })
})

test('only administrators change criteria', async () => {
  const { define, call } = anInfrastructure()
  const { criteria: rules } = await define('my-db', { criteria: [{}] })
  const changes = [
    ['POST', criteria('my-db'), {}],
    ['PUT', criteria('my-db'), []],
    ['DELETE', `${criteria('my-db')}/${rules[0].id}`, undefined],
  ] as const
  for (const [method, path, body] of changes) {
    expect(await call(method, path, body, as('pia'))).toMatchObject({ status: 403 })
    expect(await call(method, path, body, as('nobody'))).toMatchObject({ status: 401 })
  }
})
