import { describe, expect, test } from 'vitest'
import { aChart, aShopWithCharts } from './a-chart.ts'
import { aShop, as, seconds } from './a-shop.ts'

const profiles = '/orgs/local-org/workload-profiles'
const builtIn = (id: string) => `${profiles}/${encodeURIComponent(`humanitec/${id}`)}`
const one = `${profiles}/web-app`

const spec_definition = {
  properties: {
    labels: { type: 'feature', feature_name: 'humanitec/labels', ui_hints: { order: 2 } },
    containers: {
      type: 'collection',
      properties: { image: { type: 'feature', feature_name: 'humanitec/image' } },
      runtime_properties: [{ type: 'feature', feature_name: 'humanitec/logs' }],
    },
    tier: { type: 'schema', title: 'Tier', schema: { enum: ['gold', 'silver'] } },
  },
  runtime_properties: [{ type: 'feature', feature_name: 'humanitec/replicas' }],
}
const update = { spec_definition, workload_profile_chart: { id: 'humanitec/default-module', version: 'latest' } }
const request = { id: 'web-app', ...update, description: 'Web applications', version: '1.0.0' }

const withProfile = async (more: object = {}) => {
  const made = aShopWithCharts()
  const answer = await made.call('POST', profiles, { ...request, ...more })
  expect(answer).toMatchObject({ status: 201 })
  return { ...made, profile: answer.body }
}

const idsOf = (list: { id: string }[]) => list.map(({ id }) => id)

describe('the built-in profiles', () => {
  test('are there for every organization', async () => {
    const { get } = aShop()
    expect(idsOf(await get(profiles, as('vera')))).toEqual(['default-cronjob', 'default-job', 'default-module'])
    const profile = await get(builtIn('default-module'), as('vera'))
    expect(profile).toMatchObject({ id: 'default-module', org_id: 'humanitec' })
    expect(Object.keys(profile.spec_schema.properties)).toEqual(
      expect.arrayContaining(['containers', 'labels', 'service']),
    )
    const { updated_at: _, updated_by: __, ...rest } = profile
    const version = await get(`${builtIn('default-module')}/versions/latest`)
    expect(version).toEqual({ ...rest, id: expect.any(String), workload_profile_id: 'default-module' })
    expect(await get(`${builtIn('default-module')}/versions`)).toEqual([version])
  })

  test.each([
    ['PUT', update],
    ['DELETE', undefined],
  ])('cannot be changed: %s answers 403', async (method, body) => {
    const { call, get } = aShop()
    const before = await get(profiles)
    expect(await call(method, builtIn('default-module'), body)).toMatchObject({ status: 403 })
    expect(await get(profiles)).toEqual(before)
  })

  test('are not found by their plain id, which is that of a profile of the organization', async () => {
    const { call } = aShop()
    const path = `${profiles}/default-module`
    expect(await call('GET', path)).toMatchObject({ status: 404 })
    expect(await call('POST', profiles, { ...request, id: 'default-module' })).toMatchObject({ status: 201 })
    expect(await call('GET', path)).toMatchObject({ status: 200, body: { org_id: 'local-org' } })
  })

  test('are made of features that are listed', async () => {
    const list = await aShop().get('/orgs/local-org/workload-profile-features', as('vera'))
    expect(list).toContainEqual({
      id: 'labels',
      org_id: 'humanitec',
      version: '0.1',
      schema: { type: 'object', additionalProperties: { type: 'string' } },
    })
    expect(idsOf(list)).toEqual(expect.arrayContaining(['containers', 'cronjob', 'job', 'schedules', 'service']))
  })
})

describe('a profile of the organization', () => {
  test('has what it was given, and a schema of what workloads may say', async () => {
    const { profile, get } = await withProfile()
    const { id } = await get('/current-user')
    const time = expect.stringMatching(/^\d{4}-.*Z$/)
    const who = { created_at: time, created_by: id, updated_at: time, updated_by: id }
    expect(profile).toEqual({ ...request, ...who, org_id: 'local-org', spec_schema: expect.any(Object) })
    expect(profile.spec_schema).toEqual({
      type: 'object',
      properties: {
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        containers: {
          type: 'object',
          additionalProperties: { type: 'object', properties: { image: { type: 'string' } } },
        },
        tier: { enum: ['gold', 'silver'] },
      },
    })
    expect(await get(one, as('vera'))).toEqual(profile)
    expect(await get(`${profiles}/local-org%2Fweb-app`, as('vera'))).toEqual(profile)
    expect(idsOf(await get(profiles)).at(-1)).toBe('web-app')
  })

  test('gets a version made up when it is given none', async () => {
    const { profile, call } = await withProfile({ version: undefined })
    expect(profile.version).toMatch(/^[0-9a-f-]{36}$/)
    const { body } = await call('PUT', one, update)
    expect(body.version).toMatch(/^[0-9a-f-]{36}$/)
    expect(body.version).not.toBe(profile.version)
  })

  test('changes by versions, of which all are kept', async () => {
    const { profile, call, get, clock } = await withProfile({ deprecation_message: 'Use another.' })
    await clock.advance(seconds(5))
    const put = await call('PUT', one, { ...update, version: '2.0.0', spec_definition: {} })
    expect(put.status).toBe(200)
    const { deprecation_message: _, ...kept } = profile
    expect(put.body).toEqual({
      ...kept,
      description: '',
      version: '2.0.0',
      spec_definition: {},
      spec_schema: { type: 'object', properties: {} },
      updated_at: expect.any(String),
    })
    expect(Date.parse(put.body.updated_at) - Date.parse(profile.created_at)).toBe(5000)
    expect(await get(one)).toEqual(put.body)

    const versions = await get(`${one}/versions`, as('vera'))
    expect(versions).toMatchObject([
      { version: '2.0.0', workload_profile_id: 'web-app', description: '', created_at: put.body.updated_at },
      { version: '1.0.0', deprecation_message: 'Use another.', spec_definition, created_at: profile.created_at },
    ])
    expect(await get(`${one}/versions/latest`, as('vera'))).toEqual(versions[0])
    const page = await call('GET', `${one}/versions?per_page=1`)
    const next = /<http:\/\/orchestrator\.test(.+)>; rel="next"/.exec(page.headers['link'] ?? '')?.[1] ?? ''
    expect([...page.body, ...(await get(next))]).toEqual(versions)
  })

  test.each(['1.0.0', '2.0.0'])('never has the version %s twice', async (version) => {
    const { call, get } = await withProfile()
    await call('PUT', one, { ...update, version: '2.0.0' })
    const before = await get(one)
    expect(await call('PUT', one, { ...update, version })).toMatchObject({ status: 409 })
    expect(await get(one)).toEqual(before)
  })

  test('goes with its versions, and its id is free again', async () => {
    const { call, get } = await withProfile()
    expect(await call('DELETE', one)).toMatchObject({ status: 204 })
    for (const path of [one, `${one}/versions`, `${one}/versions/latest`]) {
      expect(await call('GET', path)).toMatchObject({ status: 404 })
    }
    expect(await call('DELETE', one)).toMatchObject({ status: 404 })
    expect(await call('PUT', one, update)).toMatchObject({ status: 404 })
    expect(await call('POST', profiles, request)).toMatchObject({ status: 201 })
    expect(await get(`${one}/versions`)).toHaveLength(1)
  })

  test('exists once, and is the business of administrators', async () => {
    const { call } = await withProfile()
    expect(await call('POST', profiles, request)).toMatchObject({
      status: 409,
      body: { message: "Workload profile 'web-app' exists already in organization 'local-org'." },
    })
    expect(await call('POST', profiles, { ...request, id: 'other-app' }, as('pia'))).toMatchObject({ status: 403 })
    expect(await call('PUT', one, update, as('pia'))).toMatchObject({ status: 403 })
    expect(await call('DELETE', one, undefined, as('pia'))).toMatchObject({ status: 403 })
    expect(await call('GET', `${profiles}/other-org%2Fweb-app`)).toMatchObject({ status: 404 })
    expect(await call('GET', one, undefined, as('nobody'))).toMatchObject({ status: 401 })
  })

  const property = (each: object) => ({
    spec_definition: { properties: { a: { type: 'collection', properties: { b: each } } } },
  })
  const at = 'spec_definition.properties.a.properties.b'
  test.each([
    ['a feature without a name', property({ type: 'feature' }), `${at}.feature_name is missing`],
    [
      'an unknown feature',
      property({ type: 'feature', feature_name: 'humanitec/moon' }),
      `${at}.feature_name 'humanitec/moon'`,
    ],
    ['a schema without one', property({ type: 'schema' }), `${at}.schema is missing`],
    ['a schema that is none', property({ type: 'schema', schema: { type: 1 } }), `${at}.schema/type`],
    ['an unknown type of property', property({ type: 'moon' }), 'feature, collection, schema'],
    [
      'an unknown feature at run time',
      { spec_definition: { runtime_properties: [{ type: 'feature', feature_name: 'moon' }] } },
      "spec_definition.runtime_properties[0].feature_name 'moon'",
    ],
    ['no definition', { spec_definition: undefined }, 'spec_definition'],
    ['no chart', { workload_profile_chart: undefined }, 'workload_profile_chart'],
    ['a chart without a name', { workload_profile_chart: { id: '', version: 'latest' } }, 'workload_profile_chart'],
    ['an unknown chart', { workload_profile_chart: { id: 'web', version: 'latest' } }, 'upload it first'],
    ['a chart of others', { workload_profile_chart: { id: 'other/web', version: 'latest' } }, 'upload it first'],
    [
      'an unknown version of a built-in chart',
      { workload_profile_chart: { id: 'humanitec/default-job', version: '0.0.1' } },
      'upload it first',
    ],
    ['an empty version', { version: '' }, 'version must not be empty'],
  ])('is refused with %s', async (_, more, text) => {
    const { call, get, profile } = await withProfile()
    const created = await call('POST', profiles, { ...request, id: 'other-app', ...more })
    const changed = await call('PUT', one, { ...update, ...more })
    for (const { status, body } of [created, changed]) {
      expect({ status, message: body.message }).toEqual({ status: 400, message: expect.stringContaining(text) })
    }
    expect((await get(profiles)).at(-1)).toEqual(profile)
  })

  test.each(['', 'ab', 'Web-app', 'local-org/web-app'])("cannot be called '%s'", async (id) => {
    expect(await aShop().call('POST', profiles, { ...request, id })).toMatchObject({
      status: 400,
      body: { message: 'id must be at least three lower-case letters, digits or inner hyphens.' },
    })
  })

  test('refers to a chart that was uploaded, in one version or the latest', async () => {
    const { upload, call } = aShopWithCharts()
    const chart = (version: string, id = 'web') => ({ ...request, workload_profile_chart: { id, version } })
    expect(await call('POST', profiles, chart('latest'))).toMatchObject({
      status: 400,
      body: { message: "workload_profile_chart is version 'latest' of 'web', which does not exist: upload it first." },
    })
    await upload(aChart('web', '1.0.0'))
    expect(await call('POST', profiles, chart('latest'))).toMatchObject({ status: 201 })
    expect(await call('PUT', one, { ...chart('1.0.0'), version: '2' })).toMatchObject({
      status: 200,
      body: { workload_profile_chart: { id: 'web', version: '1.0.0' } },
    })
    expect(await call('PUT', one, { ...chart('1.0.0', 'local-org/web'), version: '3' })).toMatchObject({ status: 200 })
    expect(await call('PUT', one, { ...chart('1.0.1'), version: '4' })).toMatchObject({ status: 400 })
  })
})

describe('the list of profiles', () => {
  test('leaves out what is deprecated unless it is asked for', async () => {
    const { call, get } = await withProfile({ deprecation_message: 'Use another.' })
    await call('POST', profiles, { ...request, id: 'new-app', deprecation_message: '' })
    const own = async (query: string) => idsOf(await get(`${profiles}${query}`)).slice(3)
    expect(await own('')).toEqual(['new-app'])
    expect(await own('?deprecated=false')).toEqual(['new-app'])
    expect(await own('?deprecated=true')).toEqual(['web-app', 'new-app'])
    expect(await get(one)).toMatchObject({ deprecation_message: 'Use another.' })
  })

  test.each([1, 2, 3, 4])('comes in pages of %d, whole and in order', async (size) => {
    const { call } = await withProfile()
    await call('POST', profiles, { ...request, id: 'new-app' })
    const seen: string[] = []
    for (let path = `${profiles}?per_page=${size}`; path !== '';) {
      const { body, headers } = await call('GET', path)
      expect(body.length).toBeLessThanOrEqual(size)
      seen.push(...idsOf(body))
      path = /<http:\/\/orchestrator\.test(.+)>; rel="next"/.exec(headers['link'] ?? '')?.[1] ?? ''
    }
    expect(seen).toEqual(['default-cronjob', 'default-job', 'default-module', 'web-app', 'new-app'])
    expect(await call('GET', `${profiles}?page=moon`)).toMatchObject({
      status: 400,
      body: { message: "query parameter 'page' must be a token of a 'next' link" },
    })
    expect(await call('GET', `${profiles}?per_page=101`)).toMatchObject({
      status: 400,
      body: { message: "query parameter 'per_page' must be <= 100" },
    })
  })
})

test.each([300, 3000, 100_000])('a definition of %d levels is refused, and does no harm', async (levels) => {
  const { call, get } = aShop()
  const deep = `${`{"type":"collection","properties":{"a":`.repeat(levels)}{"type":"schema"}${'}}'.repeat(levels)}`
  const body = `{"id":"web-app","workload_profile_chart":{"id":"a","version":"b"},"spec_definition":{"properties":{"a":${deep}}}}`
  expect(await call('POST', profiles, body)).toMatchObject({ status: 400 })
  expect(await get(profiles)).toHaveLength(3)
})

test('a schema too deep to be written again is refused', async () => {
  const { call } = aShop()
  const deep = `{"properties":{"a":{"type":"schema","schema":${'{"not":'.repeat(600)}{}${'}'.repeat(600)}}}}`
  const body = JSON.stringify({ ...request, spec_definition: 0 }).replace(
    '"spec_definition":0',
    `"spec_definition":${deep}`,
  )
  expect(await call('POST', profiles, body)).toMatchObject({
    status: 400,
    body: { message: 'spec_definition is nested more than 500 levels deep.' },
  })
})
