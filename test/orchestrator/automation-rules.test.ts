import { describe, expect, test } from 'vitest'
import { as, aShop, shop } from './a-shop.ts'

const rules = `${shop}/envs/staging/rules`

const start = () => {
  const it = aShop()
  return {
    ...it,
    add: (fields: object = {}, headers?: Record<string, string>) =>
      it.call('POST', rules, { type: 'update', ...fields }, headers),
    replace: (id: string, fields: object, headers?: Record<string, string>) =>
      it.call('PUT', `${rules}/${id}`, { type: 'update', ...fields }, headers),
  }
}

describe('a rule', () => {
  test('has every field in its answer, whatever was given', async () => {
    const { add, get } = start()
    const { status, body } = await add()
    expect(status).toBe(201)
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      active: true,
      type: 'update',
      artefacts_filter: [],
      exclude_artefacts_filter: false,
      match_ref: '',
      images_filter: [],
      exclude_images_filter: false,
      match: '',
      update_to: 'branch',
      created_at: '2026-01-05T12:00:00.000Z',
      updated_at: '2026-01-05T12:00:00.000Z',
    })
    expect(await get(`${rules}/${body.id}`)).toEqual(body)
    expect(await get(rules)).toEqual([body])
  })

  test('of the new form keeps what it says', async () => {
    const fields = {
      active: false,
      artefacts_filter: ['ghcr.io/acme/web', 'ghcr.io/acme/api'],
      exclude_artefacts_filter: true,
      match_ref: '^refs/heads/main$',
    }
    expect((await start().add(fields)).body).toMatchObject({ ...fields, images_filter: [], match: '' })
  })

  test('of the old form keeps what it says', async () => {
    const fields = { images_filter: ['web'], exclude_images_filter: true, match: '^v[0-9]+$', update_to: 'tag' }
    expect((await start().add(fields)).body).toMatchObject({ ...fields, artefacts_filter: [], match_ref: '' })
  })

  test('of the old form without a pattern can be told from one for every ref', async () => {
    const { add } = start()
    expect((await add({ update_to: 'tag' })).body).toMatchObject({ update_to: 'tag', match_ref: '^refs/tags/' })
    expect((await add({ update_to: 'branch' })).body).toMatchObject({ match_ref: '^refs/heads/' })
  })

  test('may have the new filter with the old pattern', async () => {
    const fields = { artefacts_filter: ['web'], match: '^main$', update_to: 'branch' }
    expect((await start().add(fields)).body).toMatchObject(fields)
  })

  test('is replaced as a whole', async () => {
    const { add, replace, get, clock } = start()
    const { id } = (await add({ artefacts_filter: ['web'], match_ref: 'main', active: false })).body
    await clock.advance(1000)
    const { status, body } = await replace(id, { exclude_artefacts_filter: true })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id,
      active: true,
      artefacts_filter: [],
      exclude_artefacts_filter: true,
      match_ref: '',
      created_at: '2026-01-05T12:00:00.000Z',
      updated_at: '2026-01-05T12:00:01.000Z',
    })
    expect(await get(`${rules}/${id}`)).toEqual(body)
  })

  test('that is deleted is gone', async () => {
    const { add, call, get } = start()
    const { id } = (await add()).body
    expect(await call('DELETE', `${rules}/${id}`)).toMatchObject({ status: 204, body: undefined })
    expect(await get(rules)).toEqual([])
    expect((await call('GET', `${rules}/${id}`)).status).toBe(404)
  })

  test('belongs to its environment, and goes with it', async () => {
    const { add, call, get } = start()
    const { id } = (await add()).body
    expect(await get(`${shop}/envs/production/rules`)).toEqual([])
    expect((await call('GET', `${shop}/envs/production/rules/${id}`)).status).toBe(404)
    await call('DELETE', `${shop}/envs/staging`)
    expect((await call('GET', rules)).status).toBe(404)
    await call('POST', `${shop}/envs`, { id: 'staging', name: 'Staging', type: 'development' })
    expect(await get(rules)).toEqual([])
  })

  test('goes with its application', async () => {
    const { add, call, get } = start()
    await add()
    expect((await call('DELETE', shop)).status).toBe(204)
    await call('POST', '/orgs/local-org/apps', {
      id: 'shop',
      name: 'Shop',
      env: { id: 'staging', name: 'Staging', type: 'development' },
    })
    expect(await get(rules)).toEqual([])
  })
})

describe('what a rule cannot be', () => {
  test.each([
    [{ images_filter: [], artefacts_filter: [] }, 'images_filter (deprecated) and artefacts_filter exclude each other'],
    [
      { exclude_images_filter: false, exclude_artefacts_filter: true },
      'exclude_images_filter (deprecated) and exclude_artefacts_filter exclude each other',
    ],
    [{ match: 'a', match_ref: 'b' }, 'match (deprecated) and match_ref exclude each other'],
    [{ update_to: 'tag', match_ref: '' }, 'update_to (deprecated) and match_ref exclude each other'],
    [{ match_ref: '(' }, 'match_ref is no regular expression: no ) that ends the group at character 2'],
    [
      { match: '(?=a)', update_to: 'tag' },
      'match is no regular expression: a group of an unknown kind (nothing can look ahead or behind)',
    ],
    [{ match_ref: 'a'.repeat(1001) }, 'match_ref is no regular expression: more than 1000 characters'],
  ])('%j is refused, with both names or the reason', async (fields, message) => {
    const { add, replace, get } = start()
    const { status, body } = await add(fields)
    expect(status).toBe(400)
    expect(body.message).toContain(message)
    const { id } = (await add()).body
    const kept = await get(rules)
    expect(await replace(id, fields)).toMatchObject({ status: 400, body })
    expect(await get(rules)).toEqual(kept)
  })

  test.each([
    [{ type: 'create' }, 'body/type'],
    [{ type: undefined }, "body must have required property 'type'"],
    [{ update_to: 'commit' }, 'body/update_to'],
    [{ artefacts_filter: 'web' }, 'body/artefacts_filter must be array'],
    [{ active: 'yes' }, 'body/active must be boolean'],
  ])('%j is not the object that it takes', async (fields, message) => {
    const { add, replace } = start()
    const { status, body } = await add(fields)
    expect(status).toBe(422)
    expect(body.message).toContain(message)
    const { id } = (await add()).body
    expect((await replace(id, fields)).status).toBe(422)
  })

  test('a second one that says the same is refused', async () => {
    const { add } = start()
    const { id } = (await add({ match_ref: 'main' })).body
    const { status, body } = await add({ match_ref: 'main', active: true })
    expect(status).toBe(409)
    expect(body.message).toContain(`'${id}'`)
    expect((await add({ match_ref: 'main', active: false })).status).toBe(201)
  })
})

test('rules, environments and applications that do not exist are not found', async () => {
  const { call, replace } = start()
  expect((await replace('abc', {})).status).toBe(404)
  expect((await call('DELETE', `${rules}/abc`)).status).toBe(404)
  expect((await call('GET', `${shop}/envs/none/rules`)).status).toBe(404)
  expect((await call('POST', '/orgs/local-org/apps/none/envs/staging/rules', { type: 'update' })).status).toBe(404)
})

describe('access', () => {
  test('a viewer sees the rules, and changes none', async () => {
    const { add, call, replace } = start()
    const { id } = (await add()).body
    const vera = as('vera')
    expect((await call('GET', rules, undefined, vera)).status).toBe(200)
    expect((await call('GET', `${rules}/${id}`, undefined, vera)).status).toBe(200)
    expect((await add({ match_ref: 'a' }, vera)).status).toBe(403)
    expect((await replace(id, {}, vera)).status).toBe(403)
    expect((await call('DELETE', `${rules}/${id}`, undefined, vera)).status).toBe(403)
  })

  test('a developer changes them where they may deploy', async () => {
    const { add, call } = start()
    const { status, body } = await add({}, as('dora'))
    expect(status).toBe(201)
    expect((await call('DELETE', `${rules}/${body.id}`, undefined, as('dora'))).status).toBe(204)
    const production = `${shop}/envs/production/rules`
    const refused = await call('POST', production, { type: 'update' }, as('dora'))
    expect(refused.status).toBe(403)
    expect(refused.body.message).toContain("role 'deployer' on environment type 'production'")
    const made = await call('POST', production, { type: 'update' }, as('pia'))
    expect(made.status).toBe(201)
    const rule = `${production}/${made.body.id}`
    expect((await call('PUT', rule, { type: 'update' }, as('dora'))).status).toBe(403)
    expect((await call('DELETE', rule, undefined, as('dora'))).status).toBe(403)
  })

  test('whoever has nothing to do with the application sees nothing', async () => {
    const { call } = start()
    expect((await call('GET', rules, undefined, as('otto'))).status).toBe(403)
    expect((await call('GET', rules, undefined, { authorization: '' })).status).toBe(401)
  })
})
