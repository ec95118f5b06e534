import { describe, expect, test } from 'vitest'
import { hello, helloPath } from './a-greeting.ts'
import { as, aShop, shop } from './a-shop.ts'

describe('a new application', () => {
  test('has the built-in pipeline, which answers every request to deploy', async () => {
    const { get, call } = aShop()
    expect(await get(`${shop}/pipelines`)).toMatchObject([
      { id: 'default', name: 'Default', status: 'active', app_id: 'shop', trigger_types: ['deployment_request'] },
    ])
    expect(await get(`${shop}/pipeline-criteria`)).toMatchObject([
      { pipeline_id: 'default', pipeline_name: 'Default', app_id: 'shop', trigger: 'deployment_request' },
    ])
    const refused = await call('DELETE', `${shop}/pipelines/default`)
    expect(refused).toMatchObject({
      status: 409,
      body: { message: "Pipeline 'default' is built in and cannot be deleted." },
    })
  })
})

describe('creating', () => {
  test('gives the pipeline with its version and ETag', async () => {
    const { call, get } = aShop()
    const { status, body, headers } = await call('POST', `${shop}/pipelines`, hello)
    expect(status).toBe(201)
    expect(headers['etag']).toBe(`"${body.etag}"`)
    expect(body).toMatchObject({
      id: 'hello',
      name: 'Hello',
      org_id: 'local-org',
      app_id: 'shop',
      status: 'active',
      trigger_types: ['deployment_request', 'pipeline_call'],
      metadata: { team: 'web' },
      created_at: '2026-01-05T12:00:00.000Z',
    })
    expect(await get(helloPath)).toEqual(body)
  })

  test('makes up an id where the definition has none', async () => {
    const { call } = aShop()
    const { body } = await call('POST', `${shop}/pipelines`, hello.replace('id: hello\n', ''))
    expect(body.id).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
  })

  test('is refused with everything that is wrong, each with its line and column', async () => {
    const { call, get } = aShop()
    const wrong = hello.replace('pipeline_call', 'pipeline_cal').replace('humanitec/log', 'humanitec/lgo')
    const { status, body } = await call('POST', `${shop}/pipelines`, wrong)
    expect(status).toBe(400)
    expect(body.message).toMatch(/^The pipeline is not valid: line 6, column 3: .+ \(and 1 more, see details\)$/)
    expect(body.details.problems).toMatchObject([
      { line: 6, column: 3 },
      { line: 11, column: 17, path: 'jobs.go.steps[0].uses' },
    ])
    expect(await get(`${shop}/pipelines`)).toHaveLength(1)
  })

  test.each([
    ['nothing', ''],
    ['no YAML', 'a: [b'],
    ['a list', '- a'],
    [
      'a step that lacks an input',
      hello.replace(
        '{ uses: actions/humanitec/log@v1, with: { message: Hello } }',
        '{ uses: actions/humanitec/http@v1, with: { method: GET } }',
      ),
    ],
  ])('is refused for %s', async (_, text) => {
    expect(await aShop().call('POST', `${shop}/pipelines`, text)).toMatchObject({ status: 400 })
  })

  test('is refused with 409 for an id that is taken', async () => {
    const { call } = aShop()
    await call('POST', `${shop}/pipelines`, hello)
    expect(await call('POST', `${shop}/pipelines`, hello)).toMatchObject({
      status: 409,
      body: { message: "Pipeline 'hello' exists already in application 'local-org/shop'." },
    })
    expect(await call('POST', `${shop}/pipelines?dry_run=true`, hello)).toMatchObject({
      status: 409,
      body: { message: "Pipeline 'hello' exists already in application 'local-org/shop'." },
    })
    expect(await call('POST', '/orgs/local-org/apps/other/pipelines', hello)).toMatchObject({ status: 201 })
  })

  test('has a dry run', async () => {
    const { call, get } = aShop()
    expect(await call('POST', `${shop}/pipelines?dry_run=true`, hello)).toMatchObject({ status: 204, body: undefined })
    expect(await call('POST', `${shop}/pipelines?dry_run=true`, 'name: x')).toMatchObject({
      status: 400,
      body: {
        message:
          'The pipeline is not valid: line 1, column 1: on: expected at least 1 of deployment_request, pipeline_call, artefact, found nothing (and 1 more, see details)',
      },
    })
    expect(await get(`${shop}/pipelines`)).toHaveLength(1)
  })

  test('takes the role developer, and every right that its runs are to have', async () => {
    const { call } = aShop()
    const withRights = (rights: string) => `${hello}permissions: ${rights}\n`
    const create = (text: string, token: string) => call('POST', `${shop}/pipelines?dry_run=true`, text, as(token))
    expect(await create(hello, 'vera')).toMatchObject({ status: 403 })
    expect(await create(withRights('{ env-types: { production: deployer } }'), 'dora')).toMatchObject({ status: 403 })
    expect(await create(withRights('{ application: owner }'), 'pia')).toMatchObject({ status: 403 })
    expect(
      await create(withRights('{ application: developer, env-types: { production: deployer } }'), 'pia'),
    ).toMatchObject({ status: 204 })
  })
})

describe('the definition', () => {
  test('comes back byte by byte as YAML, and as data otherwise', async () => {
    const { call, orchestrator } = aShop()
    await call('POST', `${shop}/pipelines`, hello)
    const answer = await orchestrator.handle({
      method: 'GET',
      url: `http://orchestrator.test${helloPath}/schema`,
      headers: { ...as('pia'), accept: 'application/x.humanitec-pipelines-v1.0+yaml' },
    })
    expect(answer).toEqual({
      status: 200,
      headers: { 'content-type': 'application/x.humanitec-pipelines-v1.0+yaml' },
      body: hello,
    })
    expect(await call('GET', `${helloPath}/schema`)).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { id: 'hello', on: { pipeline_call: {} }, jobs: { go: { steps: [{ with: { message: 'Hello' } }] } } },
    })
    expect(await call('GET', `${shop}/pipelines/none/schema`)).toMatchObject({ status: 404 })
  })

  test('has a JSON Schema', async () => {
    const { body } = await aShop().call('GET', '/orgs/local-org/pipeline-schemas/latest')
    expect(body).toMatchObject({ type: 'object', required: ['name', 'on', 'jobs'] })
  })
})

describe('lists', () => {
  test('are narrowed by application, trigger and metadata, and by what the caller may see', async () => {
    const { call, get } = aShop()
    await call('POST', `${shop}/pipelines`, hello)
    const ids = async (query: string, token = 'test-token') => {
      const found = (await get(`/orgs/local-org/pipelines${query}`, as(token))) as { app_id: string; id: string }[]
      return found.map(({ app_id, id }) => `${app_id}/${id}`)
    }
    expect(await ids('')).toEqual(['shop/default', 'other/default', 'shop/hello'])
    expect(await ids('?app=other')).toEqual(['other/default'])
    expect(await ids('?app=other&app=shop')).toHaveLength(3)
    expect(await ids('?trigger=pipeline_call')).toEqual(['shop/hello'])
    expect(await ids('?metadata[team]=web')).toEqual(['shop/hello'])
    expect(await ids('?metadata[team]=api')).toEqual([])
    expect(await ids('', 'vera')).toEqual(['shop/default', 'shop/hello'])
    expect(await ids('', 'otto')).toEqual([])
    expect(await get(`${shop}/pipelines?trigger=pipeline_call`)).toMatchObject([{ id: 'hello' }])
  })
})
