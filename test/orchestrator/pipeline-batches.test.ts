import { describe, expect, test } from 'vitest'
import { as, minutes, shop } from './a-shop.ts'
import { anArtefactShop, listening } from './artefact-shop.ts'

const trigger = '{type: container, include: [acme/], batch: {wait-minutes: 5}}'

describe('artefact versions of a batch', () => {
  test('are gathered until the time has come, and start one run', async () => {
    const it = anArtefactShop()
    await it.aPipeline(listening('nightly', trigger))
    const begun = it.clock.now()
    const web = await it.container('acme/web')
    await it.after(minutes(4))
    const api = await it.container('acme/api')
    expect(await it.batch('nightly')).toMatchObject({
      status: 200,
      body: {
        items: [
          { type: 'container', ref: web },
          { type: 'container', ref: api },
        ],
        scheduled_at: new Date(begun + minutes(5)).toISOString(),
      },
    })
    expect(await it.runsOf('nightly')).toEqual([])
    await it.after(minutes(1))
    expect(await it.batch('nightly')).toMatchObject({ status: 404 })
    expect(await it.runsOf('nightly')).toMatchObject([
      { inputs: { container_artefacts: [web, api] }, created_at: new Date(begun + minutes(5)).toISOString() },
    ])
  })

  test('begin a new batch when the last one has started its run', async () => {
    const it = anArtefactShop()
    await it.aPipeline(listening('nightly', trigger))
    const first = await it.container('acme/web', { version: '1' })
    await it.after(minutes(5))
    const second = await it.container('acme/web', { version: '2' })
    await it.after(minutes(5))
    expect((await it.runsOf('nightly')).map(({ inputs }) => inputs['container_artefacts'])).toEqual([[first], [second]])
  })

  test('take the place of older versions of the same artefact', async () => {
    const it = anArtefactShop()
    await it.aPipeline(listening('nightly', trigger))
    await it.container('acme/web', { version: '1' })
    const api = await it.container('acme/api')
    const web = await it.container('acme/web', { version: '2' })
    await it.after(minutes(5))
    expect(await it.runsOf('nightly')).toMatchObject([{ inputs: { container_artefacts: [api, web] } }])
  })

  test('belong to their pipeline alone', async () => {
    const it = anArtefactShop()
    await it.aPipeline(listening('nightly', trigger))
    await it.aPipeline(listening('hourly', trigger.replace('5', '60')))
    await it.aPipeline(listening('at-once', '{type: container, include: [acme/]}'))
    await it.container('acme/web', { version: '1' })
    await it.container('acme/web', { version: '2' })
    expect(await it.runsOf('at-once')).toHaveLength(2)
    await it.after(minutes(5))
    expect(await it.runsOf('nightly')).toHaveLength(1)
    expect(await it.batch('hourly')).toMatchObject({ status: 200 })
    expect(await it.runsOf('hourly')).toEqual([])
  })

  test('go to the pipeline as it is when the time has come', async () => {
    const it = anArtefactShop()
    const yaml = listening('nightly', trigger)
    await it.aPipeline(yaml)
    await it.container('acme/web')
    await it.call('PATCH', `${shop}/pipelines/nightly`, yaml.replace('got', 'received'))
    await it.after(minutes(5))
    const [run] = await it.runsOf('nightly')
    expect((await it.log(run!, 'note', 0))[0]).toMatch(/^received /)
  })

  test.each([
    ['has another trigger', '  pipeline_call: {}'],
    ['listens for workloads', '  artefact: {type: workload, include: [acme/], batch: {wait-minutes: 1}}'],
  ])('start nothing when the pipeline by then %s', async (_, changed) => {
    const it = anArtefactShop()
    const yaml = listening('nightly', trigger)
    await it.aPipeline(yaml)
    await it.container('acme/web')
    await it.call('PATCH', `${shop}/pipelines/nightly`, yaml.replace(/ {2}artefact: .*/, changed))
    expect(await it.batch('nightly')).toMatchObject({ status: 404 })
    await it.after(minutes(5))
    expect(await it.runsOf('nightly')).toEqual([])
  })

  test('are forgotten with their pipeline', async () => {
    const it = anArtefactShop()
    const yaml = listening('nightly', trigger)
    await it.aPipeline(yaml)
    await it.aPipeline(listening('other', trigger))
    await it.container('acme/web')
    await it.call('DELETE', `${shop}/pipelines/nightly`)
    await it.aPipeline(yaml)
    expect(await it.batch('nightly')).toMatchObject({ status: 404 })
    expect(await it.batch('other')).toMatchObject({ status: 200 })
    await it.after(minutes(5))
    expect(await it.runsOf('nightly')).toEqual([])
    expect(await it.runsOf('other')).toHaveLength(1)
  })
})

describe('reading a batch', () => {
  test.each([
    ['of another type', 'nightly', 'image', "Pending batch 'image' does not exist in pipeline 'nightly'."],
    [
      'of a pipeline that gathers nothing',
      'default',
      'artefact',
      "Pending batch 'artefact' does not exist in pipeline 'default'.",
    ],
    ['of no pipeline', 'none', 'artefact', "Pipeline 'none' does not exist"],
  ])('%s is answered 404', async (_, pipeline, type, message) => {
    const it = anArtefactShop()
    await it.aPipeline(listening('nightly', trigger))
    await it.container('acme/web')
    const answer = await it.batch(pipeline, type)
    expect(answer.status).toBe(404)
    expect(answer.body.message).toContain(message)
  })

  test('needs a token, and a role on the application', async () => {
    const it = anArtefactShop()
    await it.aPipeline(listening('nightly', trigger))
    await it.container('acme/web')
    const read = (headers: Record<string, string>) =>
      it.call('GET', `${shop}/pipelines/nightly/batches/artefact`, undefined, headers)
    expect(await read({ authorization: '' })).toMatchObject({ status: 401 })
    expect(await read(as('otto'))).toMatchObject({ status: 403 })
    expect(await read(as('vera'))).toMatchObject({ status: 200 })
  })
})
