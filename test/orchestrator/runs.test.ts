import { describe, expect, test } from 'vitest'
import { aShop, as, called, seconds, shop } from './a-shop.ts'

const greet = `
id: greet
name: Greet
on:
  pipeline_call:
    inputs:
      name: { type: string, required: true, description: Who }
      times: { type: number, default: 1 }
      loud: { type: boolean }
      list: { type: array }
      map: { type: object }
jobs:
  go: { steps: [{ uses: actions/humanitec/log@v1, with: { message: 'Hello \${{ inputs.name }}' } }] }
`
const gate = called('gate', '  go: { steps: [{ uses: actions/humanitec/approve@v1, with: { env_id: staging } }] }')

describe('a pipeline that is called', () => {
  test('gets its inputs with their types and defaults', async () => {
    const { aPipeline, callPipeline, log, run } = aShop()
    const id = await aPipeline(greet)
    const { status, body, headers } = await callPipeline(id, { name: 'Ada', list: [1], map: { a: null }, loud: false })
    expect(status).toBe(201)
    expect(headers['etag']).toBe(`"${body.etag}"`)
    expect(body).toMatchObject({
      pipeline_id: 'greet',
      trigger: 'pipeline_call',
      env_ids: [],
      inputs: { name: 'Ada', times: 1, list: [1], map: { a: null }, loud: false },
    })
    expect(await run(body)).toMatchObject({ status: 'succeeded' })
    expect(await log(body, 'go', 0)).toEqual(['Hello Ada'])
  })

  test.each([
    ['a missing input', {}, "input 'name' is missing"],
    ['an input that is null', { name: null }, "input 'name' is missing"],
    ['an unknown input', { name: 'x', nam: 'y' }, "input 'nam' is not one of the pipeline"],
    ['text for a number', { name: 'x', times: '2' }, "input 'times' must be of type number, not string"],
    ['a number for text', { name: 2 }, "input 'name' must be of type string, not number"],
    ['a list for a map', { name: 'x', map: [] }, "input 'map' must be of type object, not array"],
    ['an inherited name', { name: 'x', constructor: 'y' }, "input 'constructor' is not one of the pipeline"],
  ])('refuses %s with 422', async (_, inputs, message) => {
    const { aPipeline, callPipeline } = aShop()
    const answer = await callPipeline(await aPipeline(greet), inputs)
    expect(answer.status).toBe(422)
    expect(answer.body.message).toContain(message)
    expect(answer.body.details.problems).toHaveLength(1)
  })

  test('names everything that is wrong with its inputs', async () => {
    const { aPipeline, callPipeline } = aShop()
    const { body } = await callPipeline(await aPipeline(greet), { times: '2', x: 1 })
    expect(body.details.problems).toHaveLength(3)
  })

  test('refuses what it has no trigger for, and what is not there', async () => {
    const { callPipeline } = aShop()
    expect(await callPipeline('default')).toMatchObject({
      status: 400,
      body: { message: "Pipeline 'default' has no trigger 'pipeline_call'." },
    })
    expect(await callPipeline('none')).toMatchObject({ status: 404 })
  })

  test('has runs and jobs of its own, and nothing else is found under it', async () => {
    const { aPipeline, callPipeline, call, runPath } = aShop()
    const { body } = await callPipeline(await aPipeline(greet), { name: 'Ada' })
    const none = runPath({ ...body, id: 'none' })
    const elsewhere = runPath({ ...body, pipeline_id: 'default' })
    for (const path of [none, elsewhere, `${none}/jobs`, `${none}/jobs/go`, `${none}/jobs/go/steps/0/logs`]) {
      expect(await call('GET', path)).toMatchObject({ status: 404 })
    }
    for (const path of ['/jobs/none', '/jobs/none/steps/0/logs']) {
      expect(await call('GET', `${runPath(body)}${path}`)).toMatchObject({ status: 404 })
    }
    expect(await call('GET', `${shop}/pipelines/none/runs`)).toMatchObject({ status: 404 })
  })

  test('has a dry run', async () => {
    const { aPipeline, call, get } = aShop()
    const path = `${shop}/pipelines/${await aPipeline(greet)}/runs?dry_run=true`
    expect(await call('POST', path, { inputs: { name: 'Ada' } })).toMatchObject({ status: 204 })
    expect(await call('POST', path, { inputs: {} })).toMatchObject({
      status: 422,
      body: { message: "The inputs do not fit the pipeline: input 'name' is missing." },
    })
    expect(await get('/orgs/local-org/pipeline-runs')).toEqual([])
  })

  test('is refused when its concurrency group cannot be worked out', async () => {
    const { aPipeline, callPipeline, call } = aShop()
    const head = 'concurrency: { group: "${{ fromjson(\'{\') }}" }'
    const answer = await callPipeline(
      await aPipeline(called('bad', '  go: { steps: [{ uses: actions/humanitec/fail }] }', head)),
    )
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.body.message).toMatch(/^concurrency.group: fromjson\(\)/)
    const dry = await call('POST', `${shop}/pipelines/bad/runs?dry_run=true`, { inputs: {} })
    expect(dry).toEqual(answer)
  })
})

describe('restarting', () => {
  test('makes a new run with the same inputs, of the pipeline as it is now', async () => {
    const { aPipeline, callPipeline, call, run, runPath } = aShop()
    const { body } = await callPipeline(await aPipeline(greet), { name: 'Ada' })
    await run(body)
    const changed = await call('PATCH', `${shop}/pipelines/greet`, greet.replace('Hello', 'Bye'))
    const { status, body: again, headers } = await call('POST', `${runPath(body)}/restart`, undefined, as('pia'))
    expect(status).toBe(201)
    expect(again).toMatchObject({ inputs: body.inputs, pipeline_version: changed.body.version, created_by: 'pia' })
    expect(again.id).not.toBe(body.id)
    expect(headers['etag']).toBe(`"${again.etag}"`)
    expect(await run(again)).toMatchObject({ status: 'succeeded' })
  })

  test('is refused with 409 while the run goes on', async () => {
    const { aPipeline, callPipeline, call, runPath } = aShop()
    const { body } = await callPipeline(await aPipeline(gate))
    expect(await call('POST', `${runPath(body)}/restart`)).toMatchObject({ status: 409 })
  })

  test('is refused with 422 when its inputs do not fit the pipeline any more', async () => {
    const { aPipeline, callPipeline, call, run, runPath, get } = aShop()
    const { body } = await callPipeline(await aPipeline(greet), { name: 'Ada', loud: true })
    await run(body)
    await call('PATCH', `${shop}/pipelines/greet`, greet.replace('loud: { type: boolean }', 'title: { type: string }'))
    expect(await call('POST', `${runPath(body)}/restart`)).toMatchObject({
      status: 422,
      body: {
        error: 'API-007',
        message: "The inputs do not fit the pipeline: input 'loud' is not one of the pipeline.",
        details: { problems: ["input 'loud' is not one of the pipeline"] },
      },
    })
    expect(await get(`${shop}/pipelines/greet/runs`)).toHaveLength(1)
  })

  test('is refused with 400 for a deployment to an environment that is gone', async () => {
    const { request, call, runPath, after } = aShop()
    const { body } = await request({ env_id: 'production' })
    await after(seconds(3))
    await call('DELETE', `${shop}/envs/production`)
    expect(await call('POST', `${runPath(body)}/restart`)).toMatchObject({
      status: 400,
      body: { message: "Environment 'production' does not exist any more." },
    })
  })

  test('a deployment takes the right to deploy', async () => {
    const { request, call, runPath, after } = aShop()
    const { body } = await request({ env_id: 'production' })
    await after(seconds(3))
    expect(await call('POST', `${runPath(body)}/restart`, undefined, as('dora'))).toMatchObject({ status: 403 })
    expect(await call('POST', `${runPath(body)}/restart`, undefined, as('pia'))).toMatchObject({ status: 201 })
  })
})

describe('deleting', () => {
  test('takes a run away with its jobs, logs and approvals', async () => {
    const { aPipeline, callPipeline, call, run, cancel, runPath, approvals, get } = aShop()
    const { body } = await callPipeline(await aPipeline(gate))
    await run(body)
    expect(await call('DELETE', runPath(body))).toMatchObject({ status: 409 })
    await cancel(body)
    expect(await call('DELETE', runPath(body), undefined, { 'if-match': body.etag })).toMatchObject({
      status: 412,
      body: { message: 'The run has changed: its ETag is not the one given in If-Match. Read it again and retry.' },
    })
    expect(await call('DELETE', runPath(body))).toMatchObject({ status: 204 })
    for (const path of ['', '/jobs', '/jobs/go', '/jobs/go/steps/0/logs']) {
      expect(await call('GET', runPath(body) + path)).toMatchObject({ status: 404 })
    }
    expect(await approvals()).toEqual([])
    expect(await get('/orgs/local-org/pipeline-runs')).toEqual([])
  })
})

describe('lists', () => {
  test('runs are listed newest first, by everything that tells them apart', async () => {
    const { aPipeline, callPipeline, request, after, get } = aShop()
    await aPipeline(greet)
    await aPipeline(gate)
    const greeted = (await callPipeline('greet', { name: 'Ada' })).body.id
    await after(seconds(10))
    const deployed = (await request({ env_id: 'staging' })).body.id
    await after(seconds(10))
    const asked = (await callPipeline('gate')).body.id
    const ids = async (query: string, path = '/orgs/local-org/pipeline-runs') =>
      ((await get(path + query)) as { id: string }[]).map(({ id }) => id)
    expect(await ids('')).toEqual([asked, deployed, greeted])
    expect(await ids('?app=shop')).toHaveLength(3)
    expect(await ids('?app=other')).toEqual([])
    expect(await ids('?pipeline=greet&pipeline=gate')).toEqual([asked, greeted])
    expect(await ids('?env=staging')).toEqual([asked, deployed])
    expect(await ids('?status=executing')).toEqual([asked])
    expect(await ids('?status=succeeded&status=executing')).toHaveLength(3)
    expect(await ids('?completed=true')).toEqual([deployed, greeted])
    expect(await ids('?completed=false')).toEqual([asked])
    expect(await ids('?created_after=2026-01-05T12:00:00.000Z')).toEqual([asked, deployed])
    expect(await ids('?created_before=2026-01-05T12:00:10.001Z')).toEqual([deployed, greeted])
    expect(await ids('', `${shop}/pipelines/default/runs`)).toEqual([deployed])
    expect(await ids('?status=failed', `${shop}/pipelines/default/runs`)).toEqual([])
    expect(await get('/orgs/local-org/pipeline-runs?completed=perhaps')).toMatchObject({ error: 'API-001' })
  })

  test('whoever may not look into an application does not see its runs', async () => {
    const { request, get, call } = aShop()
    await request({ env_id: 'staging' })
    expect(await get('/orgs/local-org/pipeline-runs', as('vera'))).toHaveLength(1)
    expect(await get('/orgs/local-org/pipeline-runs', as('otto'))).toEqual([])
    expect(await call('GET', `${shop}/pipelines/default/runs`, undefined, as('otto'))).toMatchObject({ status: 403 })
    expect(await call('GET', `${shop}/pipelines/none/runs`)).toMatchObject({ status: 404 })
  })

  test('pages follow each other without gaps while new runs come in', async () => {
    const { aPipeline, callPipeline, call } = aShop()
    await aPipeline(greet)
    const made: string[] = []
    for (let count = 0; count < 5; count += 1) made.unshift((await callPipeline('greet', { name: 'A' })).body.id)
    const seen: string[] = []
    let path: string | undefined = `${shop}/pipelines/greet/runs?per_page=2`
    while (path !== undefined) {
      const { body, headers } = await call('GET', path)
      seen.push(...body.map(({ id }: { id: string }) => id))
      const next: string | undefined = /<(.*)>; rel="next"/.exec(headers['link'] ?? '')?.[1]
      path = next === undefined ? undefined : next.replace('http://orchestrator.test', '')
      await callPipeline('greet', { name: 'B' })
    }
    expect(seen).toEqual(made)
  })

  test('jobs are listed in the order of the file, without steps, by status', async () => {
    const { aPipeline, callPipeline, get, runPath, run } = aShop()
    const fail = '{ steps: [{ uses: actions/humanitec/fail }] }'
    const id = await aPipeline(
      called('it', `  b: ${fail}\n  a: { needs: [b], steps: [{ uses: actions/humanitec/fail }] }\n  c: ${fail}`),
    )
    const { body } = await callPipeline(id)
    await run(body)
    const jobs = await get(`${runPath(body)}/jobs`)
    expect(jobs.map((job: { id: string }) => job.id)).toEqual(['b', 'a', 'c'])
    expect(jobs[0]).not.toHaveProperty('steps')
    expect(await get(`${runPath(body)}/jobs?status=skipped`)).toMatchObject([{ id: 'a' }])
  })

  test('a long log comes in pages of a hundred lines, in order', async () => {
    const { orchestrator, aDelta, request, call, runPath, after } = aShop()
    orchestrator.control.behave({ durationMs: 1000 })
    const names = Array.from({ length: 150 }, (_, index) => `w${String(index).padStart(3, '0')}`)
    const { body } = await request({ env_id: 'staging', delta_id: await aDelta(...names) })
    await after(seconds(3))
    const logs = `${runPath(body)}/jobs/deploy/steps/1/logs`
    const first = await call('GET', logs)
    expect(first.body).toHaveLength(100)
    expect(first.headers['etag']).toMatch(/^"[0-9a-f]{16}"$/)
    const next = /<http:\/\/orchestrator.test(.*)>; rel="next"/.exec(first.headers['link'] ?? '')?.[1] ?? ''
    const second = await call('GET', next)
    expect(second.body).toHaveLength(54)
    expect(second.headers['link']).toBeUndefined()
    const times = [...first.body, ...second.body].map(({ at }: { at: string }) => at)
    expect(times).toEqual(times.toSorted())
    expect(await call('GET', logs.replace('/1/', '/7/'))).toMatchObject({ status: 404 })
    expect(await call('GET', logs.replace('/1/', '/x/'))).toMatchObject({
      status: 400,
      body: { message: "path parameter 'stepIndex' must be integer" },
    })
  })
})

test('lines of a log change no ETag', async () => {
  const { request, aDelta, run, job, after } = aShop()
  const { body } = await request({ env_id: 'staging', delta_id: await aDelta('web', 'api') })
  const before = [await run(body), await job(body, 'deploy')]
  await after(seconds(2))
  expect([await run(body), await job(body, 'deploy')]).toEqual(before)
})

test('the ETag of a run changes with the run and with nothing else', async () => {
  const { aPipeline, callPipeline, run, after, call, runPath } = aShop()
  const { body } = await callPipeline(await aPipeline(gate))
  const executing = await run(body)
  expect(executing.etag).not.toBe(body.etag)
  await after(seconds(5))
  expect(await run(body)).toEqual(executing)
  const job = await call('GET', `${runPath(body)}/jobs/go`)
  expect(job.headers['etag']).toBe(`"${job.body.etag}"`)
})
