import { describe, expect, test } from 'vitest'
import { aShop, shop } from './a-shop.ts'
import { anInfrastructure, definitions } from './an-infrastructure.ts'

const tooLarge = '9007199254740993'
const refusal = `is the number ${tooLarge}, which is too large to be kept exactly: give it as text.`

describe('a number that would be kept as another one is refused', () => {
  test('in a set, with 422', async () => {
    const { call, get } = aShop()
    const answer = await call('POST', `${shop}/sets/0`, `{"modules":{"add":{"web":{"spec":{"account":${tooLarge}}}}}}`)
    expect(answer).toMatchObject({ status: 422, body: { message: `'account' ${refusal}` } })
    expect(await get(`${shop}/sets`)).toEqual([])
  })

  test('in the inputs of a pipeline, with 422', async () => {
    const { call, aPipeline, get } = aShop()
    const inputs = 'on: { pipeline_call: { inputs: { build: { type: number } } } }'
    await aPipeline(`id: it\nname: It\n${inputs}\njobs: { go: { steps: [{ uses: actions/humanitec/fail }] } }\n`)
    const answer = await call('POST', `${shop}/pipelines/it/runs`, `{"inputs":{"build":${tooLarge}}}`)
    expect(answer).toMatchObject({ status: 422, body: { message: `'build' ${refusal}` } })
    expect(await get('/orgs/local-org/pipeline-runs')).toEqual([])
  })
})

test('the largest number that there is exactly comes back as it was sent', async () => {
  const { call, get } = anInfrastructure()
  const number = Number.MAX_SAFE_INTEGER
  const driver_inputs = { values: { number } }
  const definition = { id: 'my-db', name: 'x', type: 'postgres', driver_type: 'humanitec/echo', driver_inputs }
  expect(await call('POST', definitions, definition)).toMatchObject({ status: 200 })
  expect(await get(`${definitions}/my-db`)).toMatchObject({ driver_inputs })
})
