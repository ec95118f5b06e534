import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { as, shop } from './a-shop.ts'
import { at, attempt, attempts, aValueShop, levels, type VersionLike } from './value-shop.ts'

const newest = '00000000-0000-0000-0000-000000000000'
const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/)

test('every change makes a version that says what it was, by whom, and what the values are since', async () => {
  const { create, call, values, versions } = aValueShop()
  const created = await create('HOST', 'a.test')
  const [first] = await versions()
  expect(first).toEqual({
    id: uuid,
    values: { HOST: created },
    change: [{ op: 'add', path: '/HOST', value: created }],
    result_of: 'app_value_create',
    comment: '',
    source_value_set_version_id: null,
    created_at: created.created_at,
    updated_at: created.created_at,
    created_by: 'local-administrator',
  })
  await create('PORT', '80')
  const { body: changed } = await call('PUT', `${shop}/values/HOST`, { value: 'b.test', description: 'x' }, as('dora'))
  const [third, second, ...rest] = await versions()
  expect(third).toMatchObject({
    values: await values(),
    change: [{ op: 'replace', path: '/HOST', value: changed }],
    result_of: 'app_value_update',
    created_by: 'dora',
  })
  expect(second).toMatchObject({ values: { HOST: created }, change: [{ op: 'add', path: '/PORT' }] })
  expect(rest).toEqual([first])
})

test.each([
  ['an application', undefined, 'app'],
  ['an environment', 'staging', 'env'],
])('each kind of change of %s has its name', async (_, envId, level) => {
  const { create, patch, remove, call, versions, act } = aValueShop()
  await create('A', '1')
  await create('B', '1')
  if (envId !== undefined) await create('A', '2', envId)
  await patch('A', '3', envId)
  await remove('A', envId)
  await create('A', '4', envId)
  await call('DELETE', `${at(envId)}/values`)
  const known = await versions(envId)
  expect(await act('restore', known[2]?.id ?? '', envId)).toMatchObject({ status: 200 })
  expect(await act('restore/A', known[1]?.id ?? '', envId)).toMatchObject({ status: 200 })
  expect(await act('purge/A', known[3]?.id ?? '', envId)).toMatchObject({ status: 204 })
  const names = (await versions(envId)).map((each) => each.result_of)
  expect(names.slice(0, 7)).toEqual([
    `${level}_value_set_version_purge`,
    `${level}_value_set_version_restore`,
    `${level}_value_set_version_restore`,
    `${level}_values_delete`,
    `${level}_value_create`,
    `${level}_value_delete`,
    `${level}_value_update`,
  ])
})

describe('an environment', () => {
  test('without values of its own sees what the application sees', async () => {
    const { create, patch, versions } = aValueShop()
    await create('A', '1')
    await patch('A', '2')
    await create('A', 'other', 'production')
    expect(await versions('staging')).toEqual(await versions())
    expect(await versions('production')).toHaveLength(3)
  })

  test('sees the application’s changes and its own as one history', async () => {
    const { create, patch, remove, versions } = aValueShop()
    await create('A', '1')
    await create('A', 'own', 'staging')
    await patch('A', '2')
    await create('B', '1')
    await remove('A', 'staging')
    await remove('A')
    const seen = (await versions('staging')).toReversed().map(({ result_of, change, values }) => ({
      result_of,
      change: change.map(({ op, path, value }) => `${op} ${path} ${value?.value ?? ''} ${value?.source ?? ''}`.trim()),
      values: Object.values(values).map(({ key, value }) => `${key}=${value}`),
    }))
    expect(seen).toEqual([
      { result_of: 'app_value_create', change: ['add /A 1 app'], values: ['A=1'] },
      { result_of: 'env_value_create', change: ['replace /A own env'], values: ['A=own'] },
      { result_of: 'app_value_update', change: [], values: ['A=own'] },
      { result_of: 'app_value_create', change: ['add /B 1 app'], values: ['A=own', 'B=1'] },
      { result_of: 'env_value_delete', change: ['replace /A 2 app'], values: ['A=2', 'B=1'] },
      { result_of: 'app_value_delete', change: ['remove /A'], values: ['B=1'] },
    ])
  })

  test('does not see what another one has of its own', async () => {
    const { create, versions, act, call } = aValueShop()
    await create('A', '1')
    await create('A', 'own', 'staging')
    const [{ id } = { id: '' }] = await versions('staging')
    for (const where of [at('production'), shop]) {
      expect(await call('GET', `${where}/value-set-versions/${id}`)).toMatchObject({ status: 404 })
    }
    expect(await act('restore', id, 'production')).toMatchObject({ status: 404 })
    expect(await act('restore', id)).toMatchObject({ status: 404 })
  })

  test('names its newest version by zeros, which an application does not', async () => {
    const { create, call, versions, version, act } = aValueShop()
    const zeros = (envId?: string) => call('GET', `${at(envId)}/value-set-versions/${newest}`)
    expect(await zeros('staging')).toMatchObject({ status: 404 })
    await create('A', '1')
    await create('A', 'own', 'staging')
    const [last] = await versions('staging')
    expect(await version(newest, 'staging')).toEqual(last)
    const { status, body } = await act('restore/A', newest, 'staging')
    expect({ status, source: body.source_value_set_version_id }).toEqual({ status: 200, source: last?.id })
    expect(await zeros()).toMatchObject({ status: 404 })
  })
})

test('versions are narrowed to those that changed a key, as the level sees it', async () => {
  const { create, patch, versions, act } = aValueShop()
  const first = await create('A', '1')
  await create('B', '1')
  await create('A', 'own', 'staging')
  await patch('A', '2')
  const names = async (envId?: string) => (await versions(envId, '?key_changed=A')).map((each) => each.result_of)
  expect(await names()).toEqual(['app_value_update', 'app_value_create'])
  expect(await names('staging')).toEqual(['env_value_create', 'app_value_create'])
  expect(await versions(undefined, '?key_changed=C')).toEqual([])
  const [, oldest] = await versions(undefined, '?key_changed=A')
  expect(oldest?.values).toEqual({ A: first })
  await act('purge/A', oldest?.id ?? '')
  expect(await names()).toEqual(['app_value_set_version_purge', 'app_value_update', 'app_value_create'])
})

describe.each([
  ['an application', undefined],
  ['an environment', 'staging'],
])('for the versions of %s', (_, envId) => {
  const nowhere = [at(envId).replace('shop', 'none'), ...(envId === undefined ? [] : [at('none')])]
  const operations = [
    ['GET', '', undefined],
    ['GET', '/ID', undefined],
    ['POST', '/ID/restore', {}],
    ['POST', '/ID/restore/A', {}],
    ['POST', '/ID/purge/B', {}],
  ] as const

  test.each(operations)('%s %s asks for the roles and for what there is', async (method, path, body) => {
    const { create, remove, versions, call } = aValueShop()
    await create('A', '1')
    await create('B', '1')
    const [{ id } = { id: '' }] = await versions()
    await remove('B')
    const before = await versions(envId)
    const status = async (where: string, token: string, version = id) =>
      (await call(method, `${where}/value-set-versions${path.replace('ID', version)}`, body, as(token))).status
    expect(await status(at(envId), 'nobody')).toBe(401)
    expect(await status(at(envId), 'otto')).toBe(403)
    expect(await status(at(envId), 'vera')).toBe(method === 'GET' ? 200 : 403)
    for (const where of nowhere) expect(await status(where, 'test-token')).toBe(404)
    const unknown = path === '' ? [] : ['01234567-89ab-4def-8123-456789abcdef', 'moon']
    for (const version of unknown) expect(await status(at(envId), 'test-token', version)).toBe(404)
    expect(await versions(envId)).toEqual(before)
    expect(await status(at(envId), 'dora')).toBeLessThan(300)
  })

  test.each(['restore', 'restore/A', 'purge/A'])(
    '%s with another comment than text is refused with 400',
    async (action) => {
      const { create, remove, versions, act, call } = aValueShop()
      await create('A', '1')
      const [{ id } = { id: '' }] = await versions()
      await remove('A')
      expect(await act(action, id, envId, { comment: 7 })).toMatchObject({
        status: 400,
        body: { message: 'body/comment must be string' },
      })
      expect(await call('POST', `${at(envId)}/value-set-versions/${id}/${action}`)).toMatchObject({
        status: 400,
        body: { message: 'The request needs a JSON body.' },
      })
      expect(await versions(envId)).toHaveLength(2)
    },
  )
})

type Values = VersionLike['values']

/** What a patch makes of values; throws when it does not fit. */
const replay = (values: Values, change: VersionLike['change']): Values => {
  const after = new Map(Object.entries(values))
  for (const { op, path, value } of change) {
    const key = path.slice(1).replaceAll('~1', '/').replaceAll('~0', '~')
    if (after.has(key) !== (op !== 'add')) throw new Error(`${op} ${path} does not fit`)
    if (value) after.set(key, value)
    else after.delete(key)
  }
  return Object.fromEntries(after)
}

test('the changes of all versions, one after the other, lead to the values of each and to those in force', async () => {
  const { anotherShop } = aValueShop()
  await fc.assert(
    fc.asyncProperty(attempts({ purges: true }), async (history) => {
      const verb = await anotherShop()
      for (const [index, each] of history.entries()) {
        const before = (await verb.versions(each.level)).length
        const { status } = await attempt(verb, each, `text ${index}`)
        expect([200, 201, 204, 400, 404, 409]).toContain(status)
        const made = (await verb.versions(each.level)).length - before
        // Where there is nothing, deleting all of it is no change.
        const hadNothing = each.action === 'delete-all' && made === 0
        expect(made).toBe(status < 300 && !hadNothing ? 1 : 0)
      }
      for (const level of levels) {
        let values: Values = {}
        for (const version of (await verb.versions(level)).toReversed()) {
          values = replay(values, version.change)
          expect(version.values).toEqual(values)
          expect(await verb.version(version.id, level)).toEqual(version)
        }
        expect(await verb.values(level)).toEqual(values)
      }
    }),
    { numRuns: 30 },
  )
}, 60_000)
