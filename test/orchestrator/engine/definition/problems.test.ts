import { describe, expect, test } from 'vitest'

import { actionNames } from '../../../../src/orchestrator/engine/definition/actions.ts'
import { parsePipeline } from '../../../../src/orchestrator/engine/definition/parse-pipeline.ts'

const problemsOf = (yaml: string) => {
  const result = parsePipeline(yaml, new Set(actionNames))
  return result.ok ? [] : result.problems
}

/** The problems of a file in which `▶` marks a place, each with the mark where the problem is. */
const located = (marked: string) => {
  const lines = marked.replace('▶', '').split('\n')
  return problemsOf(lines.join('\n')).map(({ line, column, message }) => {
    const yaml = lines.map((text, index) =>
      index === line - 1 ? `${text.slice(0, column - 1)}▶${text.slice(column - 1)}` : text,
    )
    return { yaml: yaml.join('\n'), message }
  })
}

const head = 'name: P\non: {deployment_request: {}}\n'
const okStep = '{uses: actions/humanitec/fail}'
const okJobs = `jobs: {a: {steps: [${okStep}]}}\n`
const root = (lines: string) => `name: P\non: {deployment_request: {}}\n${lines}\n${okJobs}`
const job = (lines: string) => `${head}jobs:\n  build:\n    ${lines}\n    steps: [${okStep}]\n`
const step = (lines: string) => `${head}jobs:\n  build:\n    steps:\n      - ${lines}\n`
const failing = (lines: string) => step(`uses: actions/humanitec/fail\n        ${lines}`)

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
      yaml: `${head}▶jobs: {}\n`.replace('▶jobs: ', 'jobs: ▶'),
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

describe('jobs', () => {
  test.each([
    { yaml: `${head}jobs:\n  ▶build: {}\n`, message: 'jobs.build.steps: expected a list of at least 1, found nothing' },
    {
      yaml: `${head}jobs:\n  build: {steps: ▶[]}\n`,
      message: 'jobs.build.steps: expected a list of at least 1, found an empty list',
    },
    { yaml: `${head}jobs:\n  build: ▶\n`.replace(' ▶', '▶'), message: 'jobs.build: expected a map, found nothing' },
    { yaml: job('needs: ▶other'), message: "jobs.build.needs: expected a list, found the text 'other'" },
    {
      yaml: job('needs: [▶other]'),
      message: "jobs.build.needs[0]: expected a job of this pipeline, found the job 'other'",
    },
    {
      yaml: job('needs: [▶biuld]'),
      message: "jobs.build.needs[0]: expected a job of this pipeline, found the job 'biuld'",
    },
    {
      yaml: job('needs: [▶builds]'),
      message: "jobs.build.needs[0]: expected a job of this pipeline (did you mean 'build'?), found the job 'builds'",
    },
    {
      yaml: job('needs: [▶build]'),
      message: 'jobs.build.needs[0]: expected jobs that do not wait for each other, found the circle build → build',
    },
    {
      yaml: job('continue-on-error: ▶yes'),
      message: "jobs.build.continue-on-error: expected true or false, found the text 'yes'",
    },
    {
      yaml: job('▶timeout_minutes: 5'),
      message:
        "jobs.build.timeout_minutes: expected one of name, needs, if, timeout-minutes, continue-on-error, outputs, steps (did you mean 'timeout-minutes'?), found the key 'timeout_minutes'",
    },
    { yaml: job('if: ▶5'), message: 'jobs.build.if: expected an expression, true or false, found the number 5' },
    {
      yaml: job('if: ▶steps.a.status'),
      message: "jobs.build.if: expected one of inputs, needs, pipeline, app, found the name 'steps'",
    },
    {
      yaml: job('outputs: {a: "x ${{ ▶need.b }}"}'),
      message:
        "jobs.build.outputs.a: expected one of inputs, needs, steps, pipeline, app (did you mean 'needs'?), found the name 'need'",
    },
    {
      yaml: job('outputs: {a: "${{ ▶always() }}"}'),
      message: 'jobs.build.outputs.a: expected status checks in an if only, found always()',
    },
  ])('$message', ({ yaml, message }) => {
    expect(located(yaml)).toEqual([{ yaml, message }])
  })

  test('a circle of jobs is shown at the need that closes it', () => {
    const jobs = ['a', 'b', 'c'].map(
      (id, index, ids) => `  ${id}: {needs: [${ids[(index + 1) % 3]}], steps: [${okStep}]}\n`,
    )
    const yaml = `${head}jobs:\n${jobs.join('').replace('needs: [a]', 'needs: [▶a]')}`
    expect(located(yaml)).toEqual([
      {
        yaml,
        message: 'jobs.c.needs[0]: expected jobs that do not wait for each other, found the circle a → b → c → a',
      },
    ])
  })

  test('a job that is needed twice over is named', () => {
    const yaml = `${head}jobs:\n  a: {steps: [${okStep}]}\n  b: {needs: [a, ▶a], steps: [${okStep}]}\n`
    expect(located(yaml)).toEqual([{ yaml, message: "jobs.b.needs[1]: expected every job once, found 'a' again" }])
  })
})

describe('steps', () => {
  test.each([
    {
      yaml: step('▶name: x'),
      message: 'jobs.build.steps[0].uses: expected actions/humanitec/<name>@v1, found nothing',
    },
    {
      yaml: step('uses: ▶docker://alpine'),
      message: "jobs.build.steps[0].uses: expected actions/humanitec/<name>@v1, found the text 'docker://alpine'",
    },
    {
      yaml: step('uses: ▶actions/humanitec/deploys@v1'),
      message:
        "jobs.build.steps[0].uses: expected one of apply, deploy, create-delta, clone, approve, wait-for-readiness, http, github-workflow, log, fail (did you mean 'deploy'?), found the action 'deploys'",
    },
    {
      yaml: step('uses: ▶actions/humanitec/constructor'),
      message:
        "jobs.build.steps[0].uses: expected one of apply, deploy, create-delta, clone, approve, wait-for-readiness, http, github-workflow, log, fail, found the action 'constructor'",
    },
    {
      yaml: step('uses: ▶actions/humanitec/fail@v2'),
      message: "jobs.build.steps[0].uses: expected actions/humanitec/fail@v1, found version 'v2' of fail",
    },
    {
      yaml: step('▶uses: actions/humanitec/log@v1').replace('▶uses', 'uses').replace('- ', '- ▶'),
      message: 'jobs.build.steps[0].with.message: expected message, which log needs, found nothing',
    },
    {
      yaml: failing('with: {▶mesage: x}'),
      message:
        "jobs.build.steps[0].with.mesage: expected one of the inputs of fail: message (did you mean 'message'?), found the key 'mesage'",
    },
    {
      yaml: failing('with: {▶__proto__: x}'),
      message:
        "jobs.build.steps[0].with.__proto__: expected one of the inputs of fail: message, found the key '__proto__'",
    },
    {
      yaml: failing('with: {message: ▶5}'),
      message: 'jobs.build.steps[0].with.message: expected text, in quotes where it looks like something else, found 5',
    },
    {
      yaml: failing('with: {message: ▶[a]}'),
      message:
        'jobs.build.steps[0].with.message: expected text, in quotes where it looks like something else, found a list',
    },
    { yaml: failing('with: ▶text'), message: "jobs.build.steps[0].with: expected a map, found the text 'text'" },
    {
      yaml: step('uses: actions/humanitec/wait-for-readiness\n        with: {env_id: a, timeout_minutes: ▶soon}'),
      message: "jobs.build.steps[0].with.timeout_minutes: expected a number, found the text 'soon'",
    },
    {
      yaml: step('uses: actions/humanitec/approve\n        ▶with: {message: a}'),
      message: 'jobs.build.steps[0].with: expected env_id or environment, which approve needs, found none of them',
    },
    {
      yaml: failing('id: ▶a.b'),
      message: "jobs.build.steps[0].id: expected letters, digits, - and _, at most 100 of them, found the text 'a.b'",
    },
    {
      yaml: failing(`id: a\n      - {id: ▶a, uses: actions/humanitec/fail}`),
      message: "jobs.build.steps[1].id: expected an id of its own for every step of the job, found the id 'a' again",
    },
    {
      yaml: failing('if: ▶!inputs.set_id'),
      message:
        "jobs.build.steps[0].if: expected text in quotes or in ${{ }} where it begins with !, found the YAML tag '!inputs.set_id'",
    },
    {
      yaml: failing('if: ▶! inputs.set_id'),
      message:
        "jobs.build.steps[0].if: expected text in quotes or in ${{ }} where it begins with !, found the YAML tag '!'",
    },
  ])('$message', ({ yaml, message }) => {
    expect(located(yaml)).toEqual([{ yaml, message }])
  })

  test('an action without an implementation is refused by name', () => {
    const result = parsePipeline(step('uses: actions/humanitec/fail'), new Set(['log']))
    expect(result).toMatchObject({
      ok: false,
      problems: [
        { line: 6, column: 15, found: 'fail, which this orchestrator does not support yet', expected: 'one of log' },
      ],
    })
  })
})

describe('an error inside an expression is found at its own character', () => {
  const message = "expected an operator or the end of the expression, found 'b'"
  const path = 'jobs.build.steps[0]'

  test.each([
    { style: 'plain', yaml: failing('if: inputs.a ▶b') },
    { style: 'in single quotes', yaml: failing(`if: 'inputs.a == ''it''''s'' ▶b'`) },
    {
      style: 'in double quotes with escapes',
      yaml: failing(String.raw`if: "inputs.a ==\t'\x27\u0027' ▶b"`),
    },
    { style: 'over several plain lines', yaml: failing('if: inputs.a\n          || inputs.c\n\n          ▶b') },
    { style: 'over several quoted lines', yaml: failing('if: "inputs.a \\\n          || inputs.c\n          ▶b"') },
    { style: 'in a literal block', yaml: failing('if: |\n          inputs.a\n          || inputs.c ▶b') },
    {
      style: 'in a folded block with a header',
      yaml: failing('if: >2-  # why\n           inputs.a ||\n\n          inputs.c\n            ▶b'),
    },
  ])('$style', ({ yaml }) => {
    expect(located(yaml)).toEqual([{ yaml, message: `${path}.if: ${message}` }])
  })

  test.each([
    { style: 'on one line', yaml: failing('if: inputs.a ==▶') },
    { style: 'in a block', yaml: failing('if: >-\n          inputs.a\n          ==▶\n\n') },
  ])('at the end $style, where something is missing', ({ yaml }) => {
    const message = `${path}.if: expected a value, found the end of the expression`
    expect(located(yaml)).toEqual([{ yaml, message }])
  })

  test('deep inside the inputs of an action', () => {
    const yaml = step(
      `uses: actions/humanitec/http\n        with:\n          url: u\n          method: m\n          data:\n            "a.b": [x, {c: 'id: \${{ ▶nputs.a }}'}]`,
    )
    expect(located(yaml)).toEqual([
      {
        yaml,
        message: `jobs.build.steps[0].with.data["a.b"][1].c: expected one of inputs, needs, steps, pipeline, app (did you mean 'inputs'?), found the name 'nputs'`,
      },
    ])
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
