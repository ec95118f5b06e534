import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

import { defaultPipelineYaml } from '../../../../src/orchestrator/engine/definition/default-pipeline.ts'
import { pipelineJsonSchema } from '../../../../src/orchestrator/engine/definition/json-schema.ts'
import { everyKeyYaml } from './every-key.ts'

const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(pipelineJsonSchema())
const accepts = (yaml: string) => validate(parse(yaml))

const withStep = (step: string) => `name: P\non: {deployment_request: }\njobs: {a: {steps: [${step}]}}`

describe('the JSON Schema', () => {
  test.each([
    { name: 'every key', yaml: everyKeyYaml },
    { name: 'the built-in pipeline', yaml: defaultPipelineYaml },
    { name: 'a step that needs no inputs', yaml: withStep('{uses: actions/humanitec/fail}') },
  ])('accepts $name', ({ yaml }) => {
    accepts(yaml)
    expect(validate.errors).toBeNull()
  })

  test.each([
    { name: 'no trigger', yaml: 'name: P\non: {}\njobs: {a: {steps: [{uses: actions/humanitec/fail}]}}' },
    { name: 'an unknown key', yaml: `${withStep('{uses: actions/humanitec/fail}')}\nx: 1` },
    { name: 'a step without its inputs', yaml: withStep('{uses: actions/humanitec/log@v1}') },
    {
      name: 'a step with an input of another action',
      yaml: withStep('{uses: native://actions/humanitec/log@v1, with: {message: a, env_id: b}}'),
    },
    { name: 'an input of the wrong type', yaml: withStep('{uses: actions/humanitec/log, with: {message: 5}}') },
    { name: 'an approval of no environment', yaml: withStep('{uses: actions/humanitec/approve, with: {message: a}}') },
  ])('refuses $name', ({ yaml }) => {
    expect(accepts(yaml)).toBe(false)
  })

  test('is plain JSON', () => {
    const schema = pipelineJsonSchema()
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })
})
