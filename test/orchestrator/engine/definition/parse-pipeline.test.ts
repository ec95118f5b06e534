import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { actionNames } from '../../../../src/orchestrator/engine/definition/actions.ts'
import { defaultPipelineYaml } from '../../../../src/orchestrator/engine/definition/default-pipeline.ts'
import { parsePipeline } from '../../../../src/orchestrator/engine/definition/parse-pipeline.ts'
import { evaluate, holds } from '../../../../src/orchestrator/engine/expressions/evaluate.ts'
import { fillTemplate } from '../../../../src/orchestrator/engine/expressions/template.ts'
import { everyKeyYaml } from './every-key.ts'

const parsed = (yaml: string) => {
  const result = parsePipeline(yaml, new Set(actionNames))
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.definition
}
const allWell = { success: true, failure: false, cancelled: false }

test('a file with every key is read whole', () => {
  const definition = parsed(everyKeyYaml)
  expect(definition).toMatchObject({
    id: 'promote-to-production',
    name: 'Promote',
    metadata: { team: 'payments', 'cost centre': '42' },
    timeoutMinutes: 1440,
    permissions: { application: 'developer', environmentTypes: { production: 'deployer' } },
  })
  expect(definition.on).toEqual({
    deploymentRequest: true,
    pipelineCall: {
      inputs: {
        env_id: { type: 'string', required: true, description: 'Where to deploy', default: undefined },
        attempts: { type: 'number', required: false, description: undefined, default: 3 },
        force: { type: 'boolean', required: false, description: undefined, default: false },
        artefacts: { type: 'array', required: false, description: undefined, default: ['a', 'b'] },
        options: { type: 'object', required: false, description: undefined, default: { mode: 'fast' } },
      },
    },
    artefact: {
      type: 'container',
      include: [String.raw`^ghcr\.io/acme/.*`],
      exclude: ['test$'],
      matchRef: '^refs/heads/main$',
      batchMinutes: 5,
    },
  })
  const [prepare, release] = definition.jobs
  expect(prepare).toMatchObject({
    id: 'prepare',
    name: 'Prepare',
    needs: [],
    timeoutMinutes: 10,
    continueOnError: true,
  })
  expect(release).toMatchObject({
    id: 'release',
    name: 'release',
    needs: ['prepare'],
    timeoutMinutes: undefined,
    continueOnError: false,
  })
  expect(prepare!.steps.map(({ index, id, name, uses }) => ({ index, id, name, uses }))).toEqual([
    { index: 0, id: 'apply', name: 'Apply the delta', uses: { action: 'apply', version: 'v1' } },
    { index: 1, id: undefined, name: 'log', uses: { action: 'log', version: 'v1' } },
  ])
  expect(prepare!.steps[0]).toMatchObject({ continueOnError: true, timeoutMinutes: 5 })
  expect(release!.steps.map(({ uses }) => uses.action)).toEqual([
    'approve',
    'deploy',
    'wait-for-readiness',
    'create-delta',
    'clone',
    'http',
    'github-workflow',
    'fail',
  ])
})

test('its expressions work, in conditions, inputs, outputs and the concurrency group', () => {
  const { jobs, concurrency } = parsed(everyKeyYaml)
  const contexts = {
    inputs: { env_id: 'staging' },
    steps: { apply: { outputs: { set_id: 's1' } } },
    app: { values: { 'hook-token': 't' } },
  }
  expect(fillTemplate(concurrency!.group, { contexts })).toBe('deploy-staging')
  expect(fillTemplate(jobs[0]!.outputs['set_id']!, { contexts })).toBe('s1')
  const http = jobs[1]!.steps.find(({ uses }) => uses.action === 'http')!
  expect(fillTemplate(http.with['headers']!, { contexts })).toEqual({ Authorization: 'Bearer t' })
  expect(fillTemplate(http.with['data']!, { contexts })).toEqual({ text: ['released', 'staging', 1, true, null] })
  expect(holds(jobs[0]!.steps[0]!.if, { contexts, status: allWell })).toBe(true)
  expect(holds(jobs[0]!.if, { contexts, status: allWell })).toBe(true)
  expect(holds(jobs[0]!.if, { contexts, status: { ...allWell, success: false } })).toBe(false)
  expect(holds(jobs[1]!.steps.at(-1)!.if, { contexts, status: allWell })).toBe(false)
})

test('the built-in pipeline applies the delta only where no set is given', () => {
  const { id, concurrency, jobs } = parsed(defaultPipelineYaml)
  expect(id).toBe('default')
  const [apply, deploy] = jobs[0]!.steps
  const withDelta = {
    contexts: {
      inputs: { env_id: 'dev', delta_id: 'd' },
      steps: { 'create-deployment-set': { outputs: { set_id: 'made' } } },
    },
    status: allWell,
  }
  const withSet = { contexts: { inputs: { env_id: 'dev', set_id: 'given' } }, status: allWell }
  expect(fillTemplate(concurrency!.group, withDelta)).toBe('default-deploy-dev')
  expect([evaluate(apply!.if, withDelta), evaluate(apply!.if, withSet)]).toEqual([true, false])
  expect(fillTemplate(deploy!.with['set_id']!, withDelta)).toBe('made')
  expect(fillTemplate(deploy!.with['set_id']!, withSet)).toBe('given')
  expect(fillTemplate(deploy!.with['message']!, withSet)).toBeNull()
})

const minimal = (lines: string) => `name: P\non: {deployment_request: }\n${lines}\n`
const step = 'steps: [{uses: actions/humanitec/fail}]'

test('jobs keep the order of the file, even where they are called like numbers', () => {
  expect(parsed(minimal(`jobs: {10: {${step}}, b: {${step}}, 2: {${step}}}`)).jobs.map(({ id }) => id)).toEqual([
    '10',
    'b',
    '2',
  ])
})

test('what is left out has its default', () => {
  expect(parsed(minimal(`jobs: {a: {${step}}}`))).toMatchObject({
    id: undefined,
    metadata: {},
    timeoutMinutes: 60,
    concurrency: undefined,
    permissions: undefined,
    on: { deploymentRequest: true, pipelineCall: undefined, artefact: undefined },
    jobs: [{ name: 'a', needs: [], outputs: {}, steps: [{ name: 'fail', with: {} }] }],
  })
})

test.each(['run-as: inherit', 'permissions: {run-as: inherit}'])(
  'a run has the rights of its caller with %s',
  (line) => {
    expect(parsed(minimal(`${line}\njobs: {a: {${step}}}`)).permissions).toBe('inherit')
  },
)

test('anchors and aliases stand for what they name', () => {
  const { jobs } = parsed(minimal(`jobs:\n  a: &job\n    name: Same\n    ${step}\n  b: *job`))
  expect(jobs.map(({ id, name }) => ({ id, name }))).toEqual([
    { id: 'a', name: 'Same' },
    { id: 'b', name: 'Same' },
  ])
})

test('Windows line ends and a byte order mark change nothing', () => {
  expect(parsed(`\uFEFF${everyKeyYaml.replaceAll('\n', '\r\n')}`).jobs.length).toBe(2)
})

const fragments = [
  ...everyKeyYaml.split(/(?<=\n)|(?= )/).filter((part) => part.trim() !== ''),
  '\n',
  '  ',
  '\t',
  '- ',
  ': ',
  '? ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '&a ',
  '*a',
  '!x ',
  '|\n',
  '>-\n',
  '#',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '<<: *a',
  '__proto__: ',
  'constructor: ',
  '${{ ',
  ' }}',
  '0x1F',
  '.inf',
  '~',
  '\0',
  '😀',
]

test('no text makes the parser fail: it is read, or it has problems with a place in it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join('')),
    // The right file with a piece of it replaced.
    fc
      .record({ from: fc.nat(everyKeyYaml.length), length: fc.nat(30), by: fc.constantFrom(...fragments, '') })
      .map(({ from, length, by }) => everyKeyYaml.slice(0, from) + by + everyKeyYaml.slice(from + length)),
  )
  fc.assert(
    fc.property(text, (yaml) => {
      const result = parsePipeline(yaml, new Set(actionNames))
      const lines = yaml.split('\n').length
      const odd = (result.ok ? [] : result.problems).filter(
        ({ line, column, message }) =>
          line < 1 || line > lines || column < 1 || /undefined|\[object|\p{Cc}/u.test(message),
      )
      expect(odd).toEqual([])
      expect(result.ok || result.problems.length > 0).toBe(true)
    }),
    { numRuns: 500 },
  )
})
