import { describe, expect, test } from 'vitest'
import { hello, helloPath } from './a-greeting.ts'
import { as, aShop, called, shop } from './a-shop.ts'

describe('changing', () => {
  test('makes a new version, and the old one stays', async () => {
    const { call, get } = aShop()
    const { body: first } = await call('POST', `${shop}/pipelines`, hello)
    const changed = hello.replace('name: Hello', 'name: Good day')
    const {
      status,
      body: second,
      headers,
    } = await call('PATCH', helloPath, changed, { 'if-match': `"${first.etag}"`, ...as('pia') })
    expect(status).toBe(200)
    expect(headers['etag']).toBe(`"${second.etag}"`)
    expect(second).toMatchObject({ id: 'hello', name: 'Good day', created_at: first.created_at })
    expect(second.version).not.toBe(first.version)
    expect(await get(helloPath)).toEqual(second)
    expect(await get(`${helloPath}?version=${first.version}`)).toEqual(first)
    expect(await get(`${helloPath}/versions`)).toMatchObject([
      { id: second.version, pipeline_id: 'hello', created_by: 'pia' },
      { id: first.version, created_by: 'local-administrator' },
    ])
    expect(await get(`${helloPath}/versions?per_page=1`)).toHaveLength(1)
    expect(await call('GET', `${helloPath}?version=none`)).toMatchObject({ status: 404 })
    expect(await get(`${helloPath}/schema?version=${first.version}`)).toMatchObject({ name: 'Hello' })
  })

  test.each([
    ['its ETag in quotes', 200, (etag: string) => `"${etag}"`],
    ['its ETag as it is', 200, (etag: string) => etag],
    ['any ETag', 200, () => '*'],
    ['several ETags, its own among them', 200, (etag: string) => `"x", "${etag}"`],
    ['the ETag of another state', 412, () => '"0123456789abcdef"'],
  ])('on condition of %s is answered with %i', async (_, expected, ifMatch) => {
    const { call } = aShop()
    const { body } = await call('POST', `${shop}/pipelines`, hello)
    expect(await call('PATCH', helloPath, hello, { 'if-match': ifMatch(body.etag) })).toMatchObject({
      status: expected,
    })
  })

  test('two at a time: the second learns that it came too late', async () => {
    const { call, get } = aShop()
    const { etag } = (await call('POST', `${shop}/pipelines`, hello)).body
    const change = (name: string) => call('PATCH', helloPath, hello.replace('Hello', name), { 'if-match': etag })
    expect(await change('First')).toMatchObject({ status: 200 })
    expect(await change('Second')).toMatchObject({
      status: 412,
      body: {
        message: 'The pipeline has changed: its ETag is not the one given in If-Match. Read it again and retry.',
      },
    })
    expect(await get(helloPath)).toMatchObject({ name: 'First' })
  })

  test('may be tried out, cannot change the id, and needs a right definition', async () => {
    const { call, get } = aShop()
    const { body } = await call('POST', `${shop}/pipelines`, hello)
    expect(await call('PATCH', `${helloPath}?dry_run=true`, hello.replace('Hello', 'Bye'))).toMatchObject({
      status: 204,
    })
    expect(await call('PATCH', `${helloPath}?dry_run=true`, hello, { 'if-match': 'old' })).toMatchObject({
      status: 412,
    })
    expect(await call('PATCH', `${helloPath}?dry_run=true`, 'name: x')).toMatchObject({ status: 400 })
    expect(await call('GET', `${shop}/pipelines/none/versions`)).toMatchObject({ status: 404 })
    expect(await call('PATCH', helloPath, hello.replace('id: hello', 'id: bye'))).toMatchObject({
      status: 400,
      body: { message: "The definition's id is 'bye'; the id of pipeline 'hello' cannot change." },
    })
    expect(await call('PATCH', helloPath, 'name: x')).toMatchObject({
      status: 400,
      body: {
        message:
          'The pipeline is not valid: line 1, column 1: on: expected at least 1 of deployment_request, pipeline_call, artefact, found nothing (and 1 more, see details)',
      },
    })
    expect(await call('PATCH', `${shop}/pipelines/none`, hello)).toMatchObject({ status: 404 })
    expect(await get(helloPath)).toEqual(body)
    expect(await call('PATCH', helloPath, hello.replace('id: hello\n', ''))).toMatchObject({
      status: 200,
      body: { id: 'hello' },
    })
  })

  test('cannot take away the trigger that criteria need', async () => {
    const { call } = aShop()
    await call('POST', `${shop}/pipelines`, hello)
    await call('POST', `${helloPath}/criteria`, { trigger: 'deployment_request', env_id: 'staging' })
    expect(await call('PATCH', helloPath, hello.replace('  deployment_request: {}\n', ''))).toMatchObject({
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

describe('deleting', () => {
  test('takes the pipeline away with its criteria and runs', async () => {
    const { call, get, callPipeline, run, aPipeline } = aShop()
    await aPipeline(hello)
    await call('POST', `${helloPath}/criteria`, { trigger: 'deployment_request', env_id: 'staging' })
    const { body } = await callPipeline('hello')
    await run(body)
    const { etag } = await get(helloPath)
    expect(await call('DELETE', helloPath, undefined, { 'if-match': 'x' })).toMatchObject({
      status: 412,
      body: {
        message: 'The pipeline has changed: its ETag is not the one given in If-Match. Read it again and retry.',
      },
    })
    expect(await call('DELETE', helloPath, undefined, { 'if-match': etag })).toMatchObject({ status: 204 })
    expect(await call('GET', helloPath)).toMatchObject({ status: 404 })
    expect(await get(`${shop}/pipeline-criteria`)).toHaveLength(1)
    expect(await get('/orgs/local-org/pipeline-runs')).toEqual([])
    expect(await call('POST', `${shop}/pipelines`, hello)).toMatchObject({ status: 201 })
    expect(await get(`${helloPath}/versions`)).toHaveLength(1)
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

describe('the rights of runs', () => {
  test('are no more than those of whoever changes the pipeline', async () => {
    const { aPipeline, call, get } = aShop()
    await aPipeline(hello)
    const before = await get(helloPath)
    for (const rights of ['{ application: owner }', '{ env-types: { production: deployer } }']) {
      const changed = `${hello}permissions: ${rights}\n`
      expect(await call('PATCH', helloPath, changed, as('dora'))).toMatchObject({ status: 403 })
      expect(await call('PATCH', `${helloPath}?dry_run=true`, changed, as('dora'))).toMatchObject({ status: 403 })
    }
    expect(await get(helloPath)).toEqual(before)
    const allowed = `${hello}permissions: { application: developer, env-types: { development: deployer } }\n`
    expect(await call('PATCH', helloPath, allowed, as('dora'))).toMatchObject({ status: 200 })
  })

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
