import { describe, expect, it } from 'vitest'
import { UsageError } from '../../../scripts/workflow/problem.ts'
import { linesOf, oneJob, run } from './checkout.ts'

const show = (expression: string) => oneJob(`- run: echo "is \${{ ${expression} }}"`)

describe('the event', () => {
  it.each([
    { event: 'push', expression: 'github.ref', shown: 'refs/heads/main' },
    { event: 'push', expression: 'github.event.after == github.sha', shown: 'true' },
    { event: 'pull_request', expression: 'github.ref', shown: 'refs/pull/1/merge' },
    {
      event: 'pull_request',
      expression: "format('{0} into {1}', github.head_ref, github.base_ref)",
      shown: 'change into main',
    },
    { event: 'pull_request', expression: 'github.event.pull_request.number', shown: '1' },
    { event: undefined, expression: 'github.event_name', shown: 'workflow_dispatch' },
  ])('$event has $expression', async ({ event, expression, shown }) => {
    expect(linesOf((await run(show(expression), { event })).log)).toContain(`is ${shown}`)
  })

  it('is told by its payload, which lies over a default one', async () => {
    const payload = { pull_request: { number: 42, head: { ref: 'topic' }, base: { ref: 'next' } } }
    const shown = "format('{0} {1} {2} {3}', github.event_name, github.ref, github.base_ref, github.event.sender.login)"
    const { log } = await run(show(shown), { payload, github: { actor: 'ada' } })
    expect(linesOf(log)).toContain('is pull_request refs/pull/42/merge next ada')
  })

  it('is in the file that GITHUB_EVENT_PATH names', async () => {
    const { log } = await run(
      oneJob(`- run: node -p 'JSON.parse(fs.readFileSync(process.env.GITHUB_EVENT_PATH)).release.id'`),
      {
        event: 'push',
        payload: { release: { id: 4711 } },
      },
    )
    expect(linesOf(log)).toContain('4711')
  })

  it('has to be one that the workflow is triggered by', async () => {
    await expect(
      run('on: [push]\njobs: { a: { runs-on: x, steps: [{ run: echo }] } }', { event: 'release' }),
    ).rejects.toThrow('is not triggered by release, only by push')
  })
})

describe('inputs of workflow_dispatch', () => {
  const workflow = (inputs: string) => `
on: { push: , workflow_dispatch: { inputs: ${inputs} } }
jobs:
  a:
    runs-on: x
    steps: [{ run: "echo '\${{ toJSON(inputs) }}' | tr -d '\\\\n '; echo; echo '\${{ toJSON(github.event.inputs) }}' | tr -d '\\\\n '" }]`

  it('have the type that is declared, and defaults', async () => {
    const declared =
      '{ b: { type: boolean, default: true }, n: { type: number, default: 3 }, c: { type: choice, options: [x, y] }, s: { default: d } }'
    const { log } = await run(workflow(declared), { inputs: { n: '4', c: 'y' } })
    expect(linesOf(log)).toContain('{"b":true,"n":4,"c":"y","s":"d"}')
    expect(linesOf(log)).toContain('{"b":"true","n":"4","c":"y","s":"d"}')
  })

  it.each([
    { declared: '{ a: { required: true } }', inputs: {}, error: 'input a is required' },
    { declared: '{ a: { type: boolean } }', inputs: { a: 'yes' }, error: "input a must be true or false, not 'yes'" },
    { declared: '{ a: { type: number } }', inputs: { a: 'x' }, error: "input a must be a number, not 'x'" },
    {
      declared: '{ a: { type: choice, options: [x] } }',
      inputs: { a: 'z' },
      error: "input a must be one of x, not 'z'",
    },
    { declared: '{ a: { type: string } }', inputs: { b: '1' }, error: 'has no input b; it has a' },
  ])('are refused: $error', async ({ declared, inputs, error }) => {
    const running = run(workflow(declared), { inputs })
    await expect(running).rejects.toBeInstanceOf(UsageError)
    await expect(running).rejects.toThrow(error)
  })

  it('belong to no other event', async () => {
    await expect(run(workflow('{ a: { type: string } }'), { event: 'push', inputs: { a: '1' } })).rejects.toThrow(
      'only workflow_dispatch has inputs, not push',
    )
  })
})

it('gives steps the variables of the real runner, and few of this machine', async () => {
  const { log } = await run(oneJob(`- { id: me, run: 'env | grep -v "^_"' }`), {
    event: 'push',
    env: { EXTRA: 'given' },
    github: { repository: 'acme/shop', ref: 'refs/tags/v1', sha: 'a'.repeat(40), runId: '77' },
  })
  const variables = Object.fromEntries(
    linesOf(log).flatMap((line) =>
      /^[A-Za-z_]+=/.test(line) ? [[line.split('=')[0], line.slice(line.indexOf('=') + 1)]] : [],
    ),
  ) as Record<string, string>
  expect(variables).toMatchObject({
    CI: 'true',
    EXTRA: 'given',
    GITHUB_ACTION: 'me',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_JOB: 'only',
    GITHUB_REF: 'refs/tags/v1',
    GITHUB_REF_NAME: 'v1',
    GITHUB_REF_TYPE: 'tag',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '77',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'a'.repeat(40),
    RUNNER_OS: { linux: 'Linux', darwin: 'macOS' }[process.platform as string],
  })
  for (const name of [
    'GITHUB_ENV',
    'GITHUB_EVENT_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_PATH',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'GITHUB_WORKSPACE',
    'RUNNER_TEMP',
  ])
    expect(variables[name]).toMatch(/^\//)
  expect(variables).not.toHaveProperty('VITEST')
})

it('vars and secrets reach expressions, and secrets stay hidden', async () => {
  const { log } = await run(
    oneJob(`- { run: 'echo "\${{ vars.REGION }} $KEY \${{ secrets.NONE }}|"', env: { KEY: "\${{ secrets.KEY }}" } }`),
    { vars: { REGION: 'eu' }, secrets: { KEY: 'very-secret' } },
  )
  expect(linesOf(log)).toContain('eu *** |')
})

it('says what of the file has no effect when asked to', async () => {
  const text = `permissions: {}\n${oneJob('- run: echo', 'timeout-minutes: 5')}`
  expect((await run(text)).log).not.toContain('no effect')
  const { log } = await run(text, { verbose: true })
  expect(log).toContain('test.yml:1:1: permissions has no effect here')
  expect(log).toContain('test.yml:6:5: jobs.only.timeout-minutes has no effect here')
})
