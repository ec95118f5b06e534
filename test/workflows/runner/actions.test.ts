import { describe, expect, it } from 'vitest'
import { linesOf, oneJob, run } from './checkout.ts'

/** A node action that tells what it got, and remembers its input for its post step. */
const SHOW = {
  'actions/show/action.yml': `
name: Show
description: Shows its inputs
inputs:
  plain: { description: no default }
  spaced name: { description: default, default: 'from \${{ github.actor }}' }
  old: { description: old, deprecationMessage: use plain }
outputs: { said: { description: what it said } }
runs: { using: node24, main: ../../dist/show/index.js, post: ../../dist/show/index.js, post-if: "success() || failure()" }
`,
  'dist/show/index.js': `
import { appendFileSync } from 'node:fs'
const { env } = process
if (env.STATE_said !== undefined) {
  console.log('post of ' + env.STATE_said + ' ' + env.INPUT_PLAIN + ' job ' + env.GITHUB_JOB)
} else {
  const said = JSON.stringify([env.INPUT_PLAIN, env['INPUT_SPACED_NAME'], env.OWN ?? null])
  console.log('said ' + said + ' as ' + env.GITHUB_ACTION + ' of ' + env.GITHUB_ACTION_REPOSITORY + '@' + env.GITHUB_ACTION_REF)
  appendFileSync(env.GITHUB_OUTPUT, 'said=' + said + '\\n')
  appendFileSync(env.GITHUB_STATE, 'said<<X\\n' + env.INPUT_PLAIN + '\\nX\\n')
  if (env.INPUT_PLAIN === 'fail') { console.log('::error::told to fail'); process.exitCode = 1 }
}
`,
  'dist/package.json': '{"type":"module"}',
}

describe('a node action', () => {
  it.each([
    {
      uses: 'acme/humanitec-actions/actions/show@v1',
      of: 'acme/humanitec-actions@v1',
      id: '__humanitec-actions_humanitec-actions',
    },
    { uses: './actions/show', of: '@', id: '__self' },
    { uses: '$/actions/show', of: '@', id: '__self' },
  ])('is found by $uses and gets its inputs as the runner gives them', async ({ uses, of, id }) => {
    const { conclusion, log } = await run(
      oneJob(`
- uses: ${uses}
  with: { plain: "\${{ github.event_name }}" }
  env: { OWN: 1 }
- uses: ${uses}
  with: { PLAIN: '', Spaced Name: '' }`),
      { files: SHOW, event: 'push' },
    )
    expect(conclusion).toBe('success')
    expect(linesOf(log)).toContain(`said ["push","from octocat","1"] as ${id} of ${of}`)
    expect(linesOf(log)).toContain(`said ["","",null] as ${id}_2 of ${of}`)
  })

  it('runs its post step at the end of the job with its state, the last action first', async () => {
    const { log, jobs } = await run(
      oneJob(`
- uses: ./actions/show
  with: { plain: one }
- uses: ./actions/show
  with: { plain: skipped }
  if: false
- uses: ./actions/show
  with: { plain: fail }
- { run: echo not reached }`),
      { files: SHOW },
    )
    expect(linesOf(log).filter((line) => line.startsWith('post of'))).toEqual([
      'post of fail fail job only',
      'post of one one job only',
    ])
    expect(jobs[0]?.steps.map(({ kind, name, outcome }) => [kind, name, outcome])).toEqual([
      ['main', 'Run ./actions/show', 'success'],
      ['main', 'Run ./actions/show', 'skipped'],
      ['main', 'Run ./actions/show', 'failure'],
      ['main', 'Run echo not reached', 'skipped'],
      ['post', 'Post Run ./actions/show', 'success'],
      ['post', 'Post Run ./actions/show', 'success'],
    ])
  })

  it('whose post-if does not hold has its post step skipped, and a failing one fails the job', async () => {
    const { jobs, conclusion } = await run(oneJob('- uses: ./actions/never\n- uses: ./actions/fails'), {
      files: {
        'actions/never/action.yml': `{ name: n, description: n, runs: { using: node24, main: a.js, post: b.js, post-if: cancelled() } }`,
        'actions/never/a.js': '',
        'actions/never/b.js': 'process.exit(1)',
        'actions/fails/action.yml': `{ name: n, description: n, runs: { using: node20, main: a.js, post: b.js } }`,
        'actions/fails/a.js': '',
        'actions/fails/b.js': 'process.exit(1)',
      },
    })
    expect(jobs[0]?.steps.slice(2).map(({ outcome }) => outcome)).toEqual(['failure', 'skipped'])
    expect(conclusion).toBe('failure')
  })

  it('warns of inputs that it does not have, and of deprecated ones', async () => {
    const { annotations, conclusion } = await run(oneJob('- { uses: ./actions/show, with: { plian: 1, Old: 2 } }'), {
      files: SHOW,
    })
    expect(conclusion).toBe('success')
    expect(annotations.map(({ message }) => message)).toEqual([
      "Unexpected input(s) 'plian', valid inputs are ['plain', 'spaced name', 'old']",
      "Input 'old' has been deprecated: use plain",
    ])
  })
})

describe('a composite action', () => {
  const FLOW = {
    ...SHOW,
    'action.yml': `
name: Flow
description: d
inputs:
  who: { description: who, default: nobody }
  strict: { description: strict }
outputs:
  said: { description: d, value: "\${{ steps.show.outputs.said }} \${{ steps.inner.outputs.greeting }}" }
runs:
  using: composite
  steps:
    - { id: show, uses: $/actions/show, with: { plain: "\${{ inputs.who }}" } }
    - { id: inner, uses: $/actions/greet, with: { who: "\${{ inputs.who }}" }, env: { TONE: loud } }
    - { if: inputs.strict, shell: bash, run: exit 4 }
    - { if: failure(), shell: bash, run: 'echo "cleaned up after $TOP, \${{ env.TOP }}"' }
    - { shell: bash, run: 'echo "FROM_FLOW=yes" >> "$GITHUB_ENV"' }
`,
    'actions/greet/action.yml': `
name: Greet
description: d
inputs: { who: { description: who, required: true } }
outputs: { greeting: { description: d, value: "\${{ steps.it.outputs.text }}" } }
runs:
  using: composite
  steps:
    - id: it
      shell: bash
      run: |
        echo "text=hello \${{ inputs.who }}, $TONE" >> "$GITHUB_OUTPUT"
        test -f "$GITHUB_ACTION_PATH/action.yml" && test "$GITHUB_ACTION_PATH" = '\${{ github.action_path }}'
`,
  }

  it('has its own inputs and steps, uses other actions, and gives outputs', async () => {
    const { conclusion, jobs, log } = await run(
      oneJob(`
- id: flow
  uses: humanitec-actions/humanitec-actions@v1
  with: { who: Ada }
- run: echo "$FROM_FLOW \${{ toJSON(steps.show) }}"`),
      { files: FLOW },
    )
    expect(conclusion).toBe('success')
    expect(jobs[0]?.steps[0]?.outputs).toEqual({ said: '["Ada","from octocat",null] hello Ada, loud' })
    expect(jobs[0]?.steps[0]?.steps.map(({ outcome }) => outcome)).toEqual([
      'success',
      'success',
      'skipped',
      'skipped',
      'success',
    ])
    expect(linesOf(log)).toContain('yes null')
    expect(linesOf(log)).toContain('post of Ada Ada job only')
  })

  it('fails when a step in it does, after the steps that clean up', async () => {
    const { conclusion, jobs, log, annotations } = await run(
      oneJob(`
- { uses: ./, with: { strict: true }, env: { TOP: top }, name: The flow }
- { run: echo after }`),
      { files: FLOW },
    )
    expect(conclusion).toBe('failure')
    expect(linesOf(log)).toContain('cleaned up after top, top')
    expect(jobs[0]?.steps.map(({ outcome }) => outcome)).toEqual(['failure', 'skipped', 'success'])
    expect(annotations).toMatchObject([{ message: 'Process completed with exit code 4.', step: 'The flow' }])
  })

  it('runs after a failure with its own status, not the job’s', async () => {
    const { jobs } = await run(oneJob('- run: exit 1\n- { uses: ./actions/greet, with: { who: you }, if: always() }'), {
      files: FLOW,
    })
    expect(jobs[0]?.steps[1]).toMatchObject({ outcome: 'success', outputs: { greeting: 'hello you, ' } })
  })

  const nested = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `actions/a${index}/action.yml`,
        `{ name: n, description: n, runs: { using: composite, steps: [${
          index === count - 1 ? '{ run: echo bottom, shell: bash }' : `{ uses: $/actions/a${index + 1} }`
        }] } }`,
      ]),
    )

  it('may be nine deep and no deeper', async () => {
    expect((await run(oneJob('- uses: ./actions/a0'), { files: nested(9) })).log).toContain('bottom')
    await expect(run(oneJob('- uses: ./actions/a0'), { files: nested(10) })).rejects.toThrow(
      'actions/a8/action.yml:1:70: uses: $/actions/a9: composite actions may be at most 9 deep',
    )
  })
})

describe('a stand-in', () => {
  it('for docker/build-push-action gives the same digest for the same tags, and metadata like buildx', async () => {
    const build = (tag: string) =>
      `{ id: b, uses: docker/build-push-action@v6, with: { tags: "${tag}:1\\n${tag}:2", push: true } }`
    const outputs = async (tag: string) => (await run(oneJob(`- ${build(tag)}`))).jobs[0]?.steps[0]?.outputs ?? {}
    const first = await outputs('acme/a')
    expect(first['digest']).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(JSON.parse(first['metadata'] ?? '')).toMatchObject({
      'containerimage.digest': first['digest'],
      'containerimage.config.digest': first['imageid'],
      'image.name': 'acme/a:1,acme/a:2',
    })
    expect(await outputs('acme/a')).toEqual(first)
    expect((await outputs('acme/b'))['digest']).not.toBe(first['digest'])
  })

  it('says that it is one, and what it ignores; a password is masked', async () => {
    const { log, conclusion } = await run(
      oneJob(`
- { uses: docker/setup-buildx-action@v3 }
- { uses: docker/login-action@v3, with: { registry: ghcr.io, username: ada, password: "s3cret-w0rd", ecr: auto } }
- { run: echo s3cret-w0rd }`),
    )
    expect(conclusion).toBe('success')
    expect(log).toContain('This is a stand-in for docker/login-action@v3')
    expect(log).toContain('Without effect here: ecr')
    expect(log).not.toContain('s3cret')
  })

  it('for actions/checkout refuses another repository and a path outside', async () => {
    const checkout = async (inputs: string) =>
      (await run(oneJob(`- { uses: actions/checkout@v5, with: { ${inputs} } }`))).annotations[0]?.message
    expect(await checkout('repository: acme/other')).toContain(
      'Only humanitec-actions/humanitec-actions can be checked out',
    )
    expect(await checkout('path: ../up')).toContain('outside the workspace')
  })
})
