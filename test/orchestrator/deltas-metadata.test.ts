import { describe, expect, test } from 'vitest'
import { aShop, as, shop } from './a-shop.ts'

const deltas = `${shop}/deltas`
const noon = '2026-01-05T12:00:00.000Z'
const later = '2026-01-05T12:01:00.000Z'

const web = {
  profile: 'humanitec/default-module',
  spec: { containers: { web: { image: 'ghcr.io/acme/web:1' } } },
  externals: {},
}

const withShop = () => {
  const made = aShop()
  const create = async (delta: unknown = {}) => (await made.call('POST', deltas, delta)).body.id as string
  return { ...made, create }
}

describe('metadata', () => {
  const metadataAfter = async (property: string, body: string) => {
    const { call, create } = withShop()
    const id = await create()
    const { status } = await call('PUT', `${deltas}/${id}/metadata/${property}`, body)
    return { status, metadata: (await call('GET', `${deltas}/${id}`)).body.metadata }
  }

  test.each([
    ['name', '"Release 8"', { name: 'Release 8' }],
    ['env_id', '"not-there-yet"', { env_id: 'not-there-yet' }],
    ['archived', 'true', { archived: true }],
  ])('%s is set by a bare value', async (property, body, expected) => {
    const { status, metadata } = await metadataAfter(property, body)
    expect(status).toBe(204)
    expect(metadata).toMatchObject(expected)
  })

  test.each([
    ['name', '8'],
    ['name', 'Release 8'],
    ['env_id', '"Not An Id"'],
    ['archived', '"true"'],
  ])('%s cannot be %s', async (property, body) => {
    const { status, metadata } = await metadataAfter(property, body)
    expect(status).toBe(422)
    expect(metadata).not.toHaveProperty('name')
    expect(metadata).not.toHaveProperty('env_id')
    expect(metadata.archived).toBe(false)
  })

  test('whoever changes a delta of somebody else becomes a contributor, once', async () => {
    const { call, create } = withShop()
    const id = await create()
    await call('PATCH', `${deltas}/${id}`, [{ modules: { add: { web } } }], as('dora'))
    await call('PUT', `${deltas}/${id}`, { modules: { add: { web } } }, as('dora'))
    await call('PUT', `${deltas}/${id}`, {})
    const { metadata } = (await call('GET', `${deltas}/${id}`)).body
    expect(metadata).toMatchObject({ created_by: 'local-administrator', contributers: ['dora'] })
  })

  test.each([
    ['name', '"Release 8"'],
    ['env_id', '"staging"'],
    ['archived', 'true'],
  ])('whoever changes the %s of a delta contributes to it too, and that is its last change', async (property, body) => {
    const { call, clock, create } = withShop()
    const id = await create()
    await clock.advance(60_000)
    await call('PUT', `${deltas}/${id}/metadata/${property}`, body, as('dora'))
    const { metadata } = (await call('GET', `${deltas}/${id}`)).body
    expect(metadata).toMatchObject({ created_at: noon, last_modified_at: later, contributers: ['dora'] })
  })
})

describe('an archived delta', () => {
  test('can be read, and changed only after it is taken out again', async () => {
    const { call, create } = withShop()
    const id = await create({ modules: { add: { web } } })
    await call('PUT', `${deltas}/${id}/metadata/archived`, 'true')
    const changes = [
      ['PUT', `${deltas}/${id}`, {}],
      ['PATCH', `${deltas}/${id}`, [{ modules: { remove: ['web'] } }]],
      ['PUT', `${deltas}/${id}/metadata/name`, '"x"'],
      ['PUT', `${deltas}/${id}/metadata/env_id`, '"staging"'],
    ] as const
    for (const [method, path, body] of changes) {
      const answer = await call(method, path, body)
      expect(answer.status).toBe(400)
      expect(answer.body.message).toContain('is archived')
    }
    expect((await call('GET', `${deltas}/${id}`)).body).toMatchObject({ modules: { add: { web } } })
    await call('PUT', `${deltas}/${id}/metadata/archived`, 'false')
    expect((await call('PUT', `${deltas}/${id}`, {})).status).toBe(204)
  })

  test('is what a delta becomes when it is deployed; it can be deployed once more', async () => {
    const { call, clock, create } = withShop()
    const id = await create({ modules: { add: { web } } })
    await clock.advance(60_000)
    const deploys = `${shop}/envs/development/deploys`
    expect((await call('POST', deploys, { delta_id: id })).status).toBe(201)
    const { metadata } = (await call('GET', `${deltas}/${id}`)).body
    expect(metadata).toMatchObject({ archived: true, last_modified_at: noon, contributers: [] })
    await clock.advance(60_000)
    expect((await call('POST', deploys, { delta_id: id })).status).toBe(201)
  })
})
