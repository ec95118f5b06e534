import { describe, expect, it } from 'vitest'
import { WorkflowError } from '../../../scripts/workflow/problem.ts'
import { oneJob, run } from './checkout.ts'

const job = (text: string) => `on: push\njobs:\n  a:\n    ${text}\n  b: { runs-on: x, steps: [{ run: echo }] }\n`

describe('a workflow that cannot run here is refused at the place of the problem, before anything runs', () => {
  it.each([
    { name: 'YAML', text: 'on: push\njobs: [', error: /test\.yml:\d+:\d+: [^\n]*$/ },
    { name: 'no jobs', text: 'on: push', error: /test\.yml:1:1: .*jobs/ },
    { name: 'unknown key', text: oneJob('- { run: echo, bogus: 1 }'), error: 'test.yml:6:22: Unexpected value' },
    {
      name: 'unknown context',
      text: oneJob('- run: echo ${{ nope.x }}'),
      error: "test.yml:6:19: Unrecognized named-value: 'nope'",
    },
    { name: 'unknown function', text: oneJob('- { run: echo, if: nope() }'), error: "Unrecognized function: 'nope'" },
    {
      name: 'secrets in a condition',
      text: oneJob('- { run: echo, if: secrets.A }'),
      error: "Unrecognized named-value: 'secrets'",
    },
    {
      name: 'unknown need',
      text: job('{ runs-on: x, needs: c, steps: [{ run: echo }] }'),
      error: /test\.yml:4:\d+: .*unknown job 'c'/,
    },
    { name: 'circular needs', text: job('{ runs-on: x, needs: a, steps: [{ run: echo }] }'), error: /test\.yml:/ },
    {
      name: 'services',
      text: job('{ runs-on: x, services: { db: { image: x } }, steps: [{ run: echo }] }'),
      error: 'test.yml:4:19: jobs.a.services: service containers are not supported here',
    },
    {
      name: 'container',
      text: job('{ runs-on: x, container: x, steps: [{ run: echo }] }'),
      error: 'test.yml:4:19: jobs.a.container: job containers are not supported here',
    },
    {
      name: 'reusable workflow',
      text: job('{ uses: ./.github/workflows/x.yml }'),
      error: 'test.yml:4:7: jobs.a.uses: reusable workflows are not supported here',
    },
    {
      name: 'unknown action',
      text: oneJob('- uses: actions/setup-node@v4'),
      error: 'test.yml:6:15: uses: actions/setup-node@v4: this action cannot run here',
    },
    { name: 'Docker action', text: oneJob('- uses: docker://alpine:3'), error: 'Docker actions are not supported' },
    {
      name: 'no version',
      text: oneJob('- uses: actions/checkout'),
      error: 'test.yml:6:15: uses: actions/checkout: expected OWNER/REPO@VERSION',
    },
    { name: 'bare self-reference', text: oneJob('- uses: $/'), error: 'name a folder after $/' },
    { name: 'self-reference with version', text: oneJob('- uses: $/actions/a@v1'), error: 'takes no @version' },
    {
      name: 'missing action',
      text: oneJob('- uses: ./actions/none'),
      error: 'test.yml:6:15: uses: ./actions/none: there is no action.yml in actions/none',
    },
    { name: 'path outside', text: oneJob('- uses: ./../../etc'), error: 'the path leaves the repository' },
    {
      name: 'shell',
      text: oneJob('- { run: echo, shell: pwsh }'),
      error: 'test.yml:6:29: shell: pwsh is not supported here',
    },
    {
      name: 'default shell',
      text: `defaults: { run: { shell: python } }\n${oneJob('- run: echo')}`,
      error: 'test.yml:1:27: shell: python is not supported here',
    },
    {
      name: 'same id twice',
      text: oneJob('- { id: a, run: echo }\n- { id: A, run: echo }'),
      error: /test\.yml:7:15: .*(A|used twice)/,
    },
  ])('$name', async ({ text, error }) => {
    let log = ''
    const running = run(text, { write: (line) => (log += line) })
    await expect(running).rejects.toBeInstanceOf(WorkflowError)
    await expect(running).rejects.toThrow(error)
    expect(log).toBe('')
  })

  it('with all its problems at once', async () => {
    await expect(run(oneJob('- uses: acme/one@v1\n- run: echo\n- uses: acme/two@v1'))).rejects.toMatchObject({
      problems: [{ at: { line: 6 } }, { at: { line: 8 } }],
    })
  })
})

describe('an action that cannot run here is refused in its own file', () => {
  const using = (runs: string) => ({ 'actions/a/action.yml': `name: a\ndescription: a\nruns:\n  ${runs}\n` })
  it.each([
    {
      name: 'Docker',
      files: using('{ using: docker, image: Dockerfile }'),
      error: 'actions/a/action.yml:4:12: runs.using: docker is not supported here',
    },
    {
      name: 'a missing bundle',
      files: using('{ using: node24, main: ../../dist/a/index.js }'),
      error:
        'actions/a/action.yml:4:26: runs.main: ../../dist/a/index.js does not exist; if it is a bundle, run npm run build',
    },
    {
      name: 'a pre step',
      files: using('{ using: node24, main: a.js, pre: a.js }'),
      error: 'runs.pre: not supported here',
    },
    {
      name: 'no shell',
      files: using('{ using: composite, steps: [{ run: echo }] }'),
      error: /actions\/a\/action\.yml:4:\d+: .*shell/,
    },
    {
      name: 'an unknown context',
      files: using('{ using: composite, steps: [{ run: "${{ secrets.A }}", shell: bash }] }'),
      error: /actions\/a\/action\.yml:4:\d+: Unrecognized named-value: 'secrets'/,
    },
    {
      name: 'an action that uses itself',
      files: using('{ using: composite, steps: [{ uses: $/actions/a }] }'),
      error: 'actions/a/action.yml:4:39: uses: $/actions/a: the action uses itself',
    },
    {
      name: 'an unknown action inside',
      files: using('{ using: composite, steps: [{ uses: acme/x@v1 }] }'),
      error: 'actions/a/action.yml:4:39: uses: acme/x@v1',
    },
    {
      name: 'an unknown key',
      files: { 'actions/a/action.yaml': 'name: a\ndescription: a\nbogus: 1\nruns: { using: node24, main: a.js }' },
      error: 'actions/a/action.yaml:3:1: ',
    },
  ])('$name', async ({ files, error }) => {
    await expect(run(oneJob('- uses: ./actions/a'), { files })).rejects.toThrow(error)
  })
})
