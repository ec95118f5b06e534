import { describe, expect, test } from 'vitest'
import { head, located, okStep, problemsOf } from './a-marked-pipeline.ts'

const okJobs = `jobs: {a: {steps: [${okStep}]}}\n`
const root = (lines: string) => `name: P\non: {deployment_request: {}}\n${lines}\n${okJobs}`

describe('the file as a whole', () => {
  test.each([
    { yaml: '▶', message: 'expected a map, found nothing' },
    { yaml: '▶[]', message: 'expected a map, found a list' },
    { yaml: '▶text', message: "expected a map, found the text 'text'" },
    { yaml: `${root('')}▶---\na: 1\n`, message: 'expected one document, found a second document' },
  ])('$message', ({ yaml, message }) => {
    expect(problemsOf(yaml.replace('▶', ''))).toContainEqual(expect.objectContaining({ message }))
  })

  test.each([
    { yaml: 'name: "P', line: 1, column: 9 },
    { yaml: 'name: P\non:\n\tdeployment_request: {}\n', line: 3, column: 1 },
    { yaml: 'name: P\n on: 1\n', line: 1, column: 7 },
    { yaml: 'name: [a\nb: 1\n', line: 2, column: 1 },
  ])('$yaml is no YAML, and the place is named', ({ yaml, line, column }) => {
    const [problem] = problemsOf(yaml)
    expect(problem).toMatchObject({ path: '', expected: 'YAML that can be read' })
    expect({ line: problem!.line, column: problem!.column }).toEqual({ line, column })
  })

  test('a file over the limit is not even read', () => {
    const text = `${root('')}# ${'é'.repeat(150_000)}`
    expect(problemsOf(text).map(({ message }) => message)).toEqual([
      `expected a file of at most 262144 bytes, found ${Buffer.byteLength(text)} bytes`,
    ])
  })
})

describe('keys and values', () => {
  test.each([
    {
      yaml: `▶on: {deployment_request: {}}\n${okJobs}`,
      message: 'name: expected text of 1 to 200 characters, found nothing',
    },
    {
      yaml: `name: ▶''\non: {deployment_request: {}}\n${okJobs}`,
      message: "name: expected text of 1 to 200 characters, found the text ''",
    },
    {
      yaml: `name: ▶5\non: {deployment_request: {}}\n${okJobs}`,
      message: 'name: expected text of 1 to 200 characters, found the number 5',
    },
    {
      yaml: `▶name: P\n${okJobs}`,
      message: 'on: expected at least 1 of deployment_request, pipeline_call, artefact, found nothing',
    },
    {
      yaml: `name: P\n▶on: {}\n${okJobs}`,
      message: 'on: expected at least 1 of deployment_request, pipeline_call, artefact, found none of them',
    },
    {
      yaml: `name: P\non: ▶deployment_request\n${okJobs}`,
      message:
        "on: expected at least 1 of deployment_request, pipeline_call, artefact, found the text 'deployment_request'",
    },
    {
      yaml: `name: P\non: {▶deployment-request: {}, artefact: {type: container, include: [a]}}\n${okJobs}`,
      message:
        "on.deployment-request: expected one of deployment_request, pipeline_call, artefact (did you mean 'deployment_request'?), found the key 'deployment-request'",
    },
    {
      yaml: `name: P\non: {deployment_request: {▶x: 1}}\n${okJobs}`,
      message: "on.deployment_request.x: expected no key, found the key 'x'",
    },
    {
      yaml: `name: P\non: {artefact: {type: ▶image, include: [a]}}\n${okJobs}`,
      message: "on.artefact.type: expected one of container, workload, found the text 'image'",
    },
    {
      yaml: `name: P\non: {artefact: {type: container, include: ▶[]}}\n${okJobs}`,
      message: 'on.artefact.include: expected a list of 1 to 50, found an empty list',
    },
    {
      yaml: `name: P\non: {artefact: {type: container, include: [a, ▶"("]}}\n${okJobs}`,
      message:
        "on.artefact.include[1]: expected a regular expression in the syntax of Go, of at most 1000 characters, found the text '(': no ) that ends the group at character 2",
    },
    {
      yaml: `name: P\non: {artefact: {type: container, include: [a], batch: {wait-minutes: ▶0}}}\n${okJobs}`,
      message: 'on.artefact.batch.wait-minutes: expected a whole number from 1 to 1440, found the number 0',
    },
    {
      yaml: `name: P\non: {artefact: {type: container, include: [a], batch: {wait-minutes: 5, ▶wait_minutes: 5}}}\n${okJobs}`,
      message:
        "on.artefact.batch.wait_minutes: expected one of wait-minutes (did you mean 'wait-minutes'?), found the key 'wait_minutes'",
    },
    {
      yaml: `name: P\non: {artefact: {type: container, include: [a], match-ref: ▶'^refs/(?!heads)'}}\n${okJobs}`,
      message:
        "on.artefact.match-ref: expected a regular expression in the syntax of Go, of at most 1000 characters, found the text '^refs/(?!heads)': a group of an unknown kind (nothing can look ahead or behind) at character 9",
    },
    {
      yaml: `name: P\non: {artefact: {type: container, include: ▶[${'a,'.repeat(51)}]}}\n${okJobs}`,
      message: 'on.artefact.include: expected a list of 1 to 50, found 51 of them',
    },
    {
      yaml: `name: P\non: {▶artefact: {type: container}}\n${okJobs}`,
      message: 'on.artefact.include: expected a list of 1 to 50, found nothing',
    },
    {
      yaml: `name: P\non: {pipeline_call: {inputs: {a: {type: ▶text}}}}\n${okJobs}`,
      message:
        "on.pipeline_call.inputs.a.type: expected one of string, number, boolean, array, object, found the text 'text'",
    },
    {
      yaml: `name: P\non: {pipeline_call: {inputs: {a: {type: string, default: ▶5}}}}\n${okJobs}`,
      message: 'on.pipeline_call.inputs.a.default: expected a value of type string, found a value of another type',
    },
    {
      yaml: `name: P\non: {pipeline_call: {inputs: {▶a b: {type: string}}}}\n${okJobs}`,
      message: `on.pipeline_call.inputs["a b"]: expected letters, digits, - and _, at most 100 of them, found the key 'a b'`,
    },
    {
      yaml: `${head}jobs: ▶{}\n`,
      message: 'jobs: expected a map of at least 1, found an empty map',
    },
    {
      yaml: root('▶job: {}'),
      message:
        "job: expected one of id, name, metadata, on, timeout-minutes, concurrency, permissions, run-as, jobs (did you mean 'jobs'?), found the key 'job'",
    },
    { yaml: root('▶name: Again'), message: "name: expected every key once, found the key 'name' again" },
    { yaml: root('▶true: 1'), message: 'expected text as a key, found true as a key' },
    { yaml: root('? ▶[a]\n: 1'), message: 'expected text as a key, found a list as a key' },
    {
      yaml: root('▶__proto__: {}'),
      message:
        "__proto__: expected one of id, name, metadata, on, timeout-minutes, concurrency, permissions, run-as, jobs, found the key '__proto__'",
    },
    {
      yaml: root('id: ▶Upper'),
      message: "id: expected 2 to 50 small letters and digits, with single - between them, found the text 'Upper'",
    },
    {
      yaml: root(`id: ▶${'a'.repeat(51)}`),
      message: `id: expected 2 to 50 small letters and digits, with single - between them, found the text '${'a'.repeat(51)}'`,
    },
    {
      yaml: root('metadata: {a: ▶1}'),
      message: 'metadata.a: expected text of 0 to 2000 characters, found the number 1',
    },
    {
      yaml: root('timeout-minutes: ▶0'),
      message: 'timeout-minutes: expected a whole number from 1 to 43200, found the number 0',
    },
    {
      yaml: root('timeout-minutes: ▶1.5'),
      message: 'timeout-minutes: expected a whole number from 1 to 43200, found the number 1.5',
    },
    {
      yaml: root('timeout-minutes: ▶99999999999999999999'),
      message: 'timeout-minutes: expected a whole number from 1 to 43200, found the number 99999999999999999999',
    },
    {
      yaml: root('timeout-minutes: ▶"60"'),
      message: "timeout-minutes: expected a whole number from 1 to 43200, found the text '60'",
    },
    { yaml: root('▶concurrency: {}'), message: 'concurrency.group: expected text, found nothing' },
    { yaml: root('concurrency: {group: ▶[a]}'), message: 'concurrency.group: expected text, found a list' },
    {
      yaml: root('permissions: {application: ▶admin}'),
      message: "permissions.application: expected one of viewer, developer, owner, found the text 'admin'",
    },
    {
      yaml: root('permissions: {env-types: {production: ▶owner}}'),
      message: "permissions.env-types.production: expected deployer, found the text 'owner'",
    },
    { yaml: root('run-as: ▶admin'), message: "run-as: expected inherit, found the text 'admin'" },
    {
      yaml: root('permissions: {application: viewer}\n▶run-as: inherit'),
      message: 'run-as: expected one of the two, found run-as beside roles under permissions',
    },
    {
      yaml: root('metadata: ▶*nowhere'),
      message: 'metadata: expected an alias of an anchor before it, found *nowhere',
    },
  ])('$message', ({ yaml, message }) => {
    expect(located(yaml)).toEqual([{ yaml, message }])
  })
})

test('all problems come at once, in the order of the file', () => {
  const yaml = `nam: P
on: {deployment_request: 1}
timeout-minutes: never
jobs:
  a:
    needs: [b, c]
    if: inputs.
    steps:
      - uses: actions/humanitec/deploy@v1
        with: {env_id: "\${{ }}", set: x}
  b:
    needs: [a]
    steps: []
`
  expect(problemsOf(yaml).map(({ line, column, path }) => `${line}:${column} ${path}`)).toEqual([
    '1:1 nam',
    '1:1 name',
    '2:26 on.deployment_request',
    '3:18 timeout-minutes',
    '6:16 jobs.a.needs[1]',
    '7:16 jobs.a.if',
    '10:9 jobs.a.steps[0].with.set_id',
    '10:29 jobs.a.steps[0].with.env_id',
    '10:34 jobs.a.steps[0].with.set',
    '12:13 jobs.b.needs[0]',
    '13:12 jobs.b.steps',
  ])
})
