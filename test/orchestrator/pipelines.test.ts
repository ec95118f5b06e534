import { describe, expect, test } from 'vitest'
import { aShop, as, called, shop } from './a-shop.ts'

const hello = `# Says hello
name: Hello
id: hello
metadata: { team: web }
on:
  pipeline_call: {}
  deployment_request: {}
jobs:
  go:
    steps:
      - { uses: actions/humanitec/log@v1, with: { message: Hello } }
`
const one = `${shop}/pipelines/hello`

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
    expect(await get(one)).toEqual(body)
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

describe('changing', () => {
  test('makes a new version, and the old one stays', async () => {
    const { call, get } = aShop()
    const { body: first } = await call('POST', `${shop}/pipelines`, hello)
    const changed = hello.replace('name: Hello', 'name: Good day')
    const {
      status,
      body: second,
      headers,
    } = await call('PATCH', one, changed, { 'if-match': `"${first.etag}"`, ...as('pia') })
    expect(status).toBe(200)
    expect(headers['etag']).toBe(`"${second.etag}"`)
    expect(second).toMatchObject({ id: 'hello', name: 'Good day', created_at: first.created_at })
    expect(second.version).not.toBe(first.version)
    expect(await get(one)).toEqual(second)
    expect(await get(`${one}?version=${first.version}`)).toEqual(first)
    expect(await get(`${one}/versions`)).toMatchObject([
      { id: second.version, pipeline_id: 'hello', created_by: 'pia' },
      { id: first.version, created_by: 'local-administrator' },
    ])
    expect(await get(`${one}/versions?per_page=1`)).toHaveLength(1)
    expect(await call('GET', `${one}?version=none`)).toMatchObject({ status: 404 })
    expect(await get(`${one}/schema?version=${first.version}`)).toMatchObject({ name: 'Hello' })
  })

  test.each([
    ['quoted', (etag: string) => `"${etag}"`, 200],
    ['as it is', (etag: string) => etag, 200],
    ['any', () => '*', 200],
    ['one of several', (etag: string) => `"x", "${etag}"`, 200],
    ['of another state', () => '"0123456789abcdef"', 412],
  ])('with an ETag %s', async (_, ifMatch, expected) => {
    const { call } = aShop()
    const { body } = await call('POST', `${shop}/pipelines`, hello)
    expect(await call('PATCH', one, hello, { 'if-match': ifMatch(body.etag) })).toMatchObject({ status: expected })
  })

  test('two at a time: the second learns that it came too late', async () => {
    const { call, get } = aShop()
    const { etag } = (await call('POST', `${shop}/pipelines`, hello)).body
    const change = (name: string) => call('PATCH', one, hello.replace('Hello', name), { 'if-match': etag })
    expect(await change('First')).toMatchObject({ status: 200 })
    expect(await change('Second')).toMatchObject({
      status: 412,
      body: {
        message: 'The pipeline has changed: its ETag is not the one given in If-Match. Read it again and retry.',
      },
    })
    expect(await get(one)).toMatchObject({ name: 'First' })
  })

  test('may be tried out, cannot change the id, and needs a right definition', async () => {
    const { call, get } = aShop()
    const { body } = await call('POST', `${shop}/pipelines`, hello)
    expect(await call('PATCH', `${one}?dry_run=true`, hello.replace('Hello', 'Bye'))).toMatchObject({ status: 204 })
    expect(await call('PATCH', one, hello.replace('id: hello', 'id: bye'))).toMatchObject({
      status: 400,
      body: { message: "The definition's id is 'bye'; the id of pipeline 'hello' cannot change." },
    })
    expect(await call('PATCH', one, 'name: x')).toMatchObject({
      status: 400,
      body: {
        message:
          'The pipeline is not valid: line 1, column 1: on: expected at least 1 of deployment_request, pipeline_call, artefact, found nothing (and 1 more, see details)',
      },
    })
    expect(await call('PATCH', `${shop}/pipelines/none`, hello)).toMatchObject({ status: 404 })
    expect(await get(one)).toEqual(body)
    expect(await call('PATCH', one, hello.replace('id: hello\n', ''))).toMatchObject({
      status: 200,
      body: { id: 'hello' },
    })
  })

  test('cannot take away the trigger that criteria need', async () => {
    const { call } = aShop()
    await call('POST', `${shop}/pipelines`, hello)
    await call('POST', `${one}/criteria`, { trigger: 'deployment_request', env_id: 'staging' })
    expect(await call('PATCH', one, hello.replace('  deployment_request: {}\n', ''))).toMatchObject({
      status: 409,
      body: { message: "Pipeline 'hello' has criteria, which need its trigger 'deployment_request'." },
    })
  })

  test('does not touch runs that are under way', async () => {
    const { aPipeline, callPipeline, call, run, decide, approvals, log } = aShop()
    const yaml = called(
      'gate',
      `  go:
    steps:
      - { uses: actions/humanitec/approve@v1, with: { env_id: staging } }
      - { uses: actions/humanitec/log@v1, with: { message: old } }`,
    )
    const { body } = await callPipeline(await aPipeline(yaml))
    await run(body)
    await call('PATCH', `${shop}/pipelines/gate`, yaml.replace('message: old', 'message: new'))
    const [approval] = await approvals()
    await decide(approval!, 'approve')
    expect(await log(body, 'go', 1)).toEqual(['old'])
  })
})

describe('the definition', () => {
  test('comes back byte by byte as YAML, and as data otherwise', async () => {
    const { call, orchestrator } = aShop()
    await call('POST', `${shop}/pipelines`, hello)
    const answer = await orchestrator.handle({
      method: 'GET',
      url: `http://orchestrator.test${one}/schema`,
      headers: { ...as('pia'), accept: 'application/x.humanitec-pipelines-v1.0+yaml' },
    })
    expect(answer).toEqual({
      status: 200,
      headers: { 'content-type': 'application/x.humanitec-pipelines-v1.0+yaml' },
      body: hello,
    })
    expect(await call('GET', `${one}/schema`)).toMatchObject({
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

describe('deleting', () => {
  test('takes the pipeline away with its criteria and runs', async () => {
    const { call, get, callPipeline, run, aPipeline } = aShop()
    await aPipeline(hello)
    await call('POST', `${one}/criteria`, { trigger: 'deployment_request', env_id: 'staging' })
    const { body } = await callPipeline('hello')
    await run(body)
    const { etag } = await get(one)
    expect(await call('DELETE', one, undefined, { 'if-match': 'x' })).toMatchObject({
      status: 412,
      body: {
        message: 'The pipeline has changed: its ETag is not the one given in If-Match. Read it again and retry.',
      },
    })
    expect(await call('DELETE', one, undefined, { 'if-match': etag })).toMatchObject({ status: 204 })
    expect(await call('GET', one)).toMatchObject({ status: 404 })
    expect(await get(`${shop}/pipeline-criteria`)).toHaveLength(1)
    expect(await get('/orgs/local-org/pipeline-runs')).toEqual([])
    expect(await call('POST', `${shop}/pipelines`, hello)).toMatchObject({ status: 201 })
    expect(await get(`${one}/versions`)).toHaveLength(1)
  })

  test('is refused with 409 while a run has not ended', async () => {
    const { call, aPipeline, callPipeline, cancel } = aShop()
    const id = await aPipeline(
      called('gate', '  go: { steps: [{ uses: actions/humanitec/approve@v1, with: { env_id: staging } }] }'),
    )
    const { body } = await callPipeline(id)
    expect(await call('DELETE', `${shop}/pipelines/gate`)).toMatchObject({
      status: 409,
      body: { message: "Pipeline 'gate' has runs that have not ended; cancel them or wait for their end." },
    })
    await cancel(body)
    expect(await call('DELETE', `${shop}/pipelines/gate`)).toMatchObject({ status: 204 })
  })

  test('an application ends its pipelines and whatever goes on in them', async () => {
    const { call, get, aPipeline, callPipeline, after } = aShop()
    const id = await aPipeline(
      called(
        'gate',
        '  go: { steps: [{ uses: actions/humanitec/approve@v1, with: { env_id: staging } }] }',
        'concurrency: { group: g }',
      ),
    )
    await callPipeline(id)
    await callPipeline(id)
    await after(0)
    expect(await call('DELETE', shop)).toMatchObject({ status: 204 })
    await after(3_600_000)
    expect(await get('/orgs/local-org/pipeline-runs')).toEqual([])
    expect(await get('/orgs/local-org/pipelines')).toMatchObject([{ app_id: 'other' }])
    await call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Shop' })
    expect(await get(`${shop}/pipelines`)).toMatchObject([{ id: 'default' }])
    expect(await get(`${shop}/approvals`)).toEqual([])
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

describe('the rights of runs', () => {
  const deploying = (rights: string) =>
    `${called('ship', "  go: { steps: [{ uses: actions/humanitec/deploy@v1, with: { env_id: production, set_id: '0' } }] }")}${rights}\n`

  test.each([
    ['those of a platform service, where nothing is said', '', 'dora', 'succeeded'],
    [
      'the roles that are listed',
      'permissions: { application: developer, env-types: { production: deployer } }',
      'dora',
      'succeeded',
    ],
    [
      'the roles that are listed and no others',
      'permissions: { application: developer, env-types: { development: deployer } }',
      'pia',
      'failed',
    ],
    ['those of the caller, who has them', 'run-as: inherit', 'pia', 'succeeded'],
    ['those of the caller, who has not', 'run-as: inherit', 'dora', 'failed'],
  ])('are %s', async (_, rights, token, status) => {
    const { aPipeline, callPipeline, run, after } = aShop()
    const { body } = await callPipeline(await aPipeline(deploying(rights)), {}, as(token))
    expect(body).toMatchObject({ created_by: token })
    expect(body.run_as).toMatch(rights.startsWith('run-as') ? new RegExp(`^${token}$`) : /^s-[0-9a-f-]{36}$/)
    await after(3000)
    expect(await run(body)).toMatchObject({ status })
  })
})
