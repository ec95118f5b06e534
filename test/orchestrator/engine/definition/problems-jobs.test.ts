import { describe, expect, test } from 'vitest'
import { parsePipeline } from '../../../../src/orchestrator/engine/definition/parse-pipeline.ts'
import { head, located, okStep } from './a-marked-pipeline.ts'

const job = (lines: string) => `${head}jobs:\n  build:\n    ${lines}\n    steps: [${okStep}]\n`
const step = (lines: string) => `${head}jobs:\n  build:\n    steps:\n      - ${lines}\n`
const failing = (lines: string) => step(`uses: actions/humanitec/fail\n        ${lines}`)

describe('jobs', () => {
  test.each([
    { yaml: `${head}jobs:\n  ▶build: {}\n`, message: 'jobs.build.steps: expected a list of at least 1, found nothing' },
    {
      yaml: `${head}jobs:\n  build: {steps: ▶[]}\n`,
      message: 'jobs.build.steps: expected a list of at least 1, found an empty list',
    },
    { yaml: `${head}jobs:\n  build:▶\n`, message: 'jobs.build: expected a map, found nothing' },
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
      yaml: step('▶uses: actions/humanitec/log@v1'),
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
