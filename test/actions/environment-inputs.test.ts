import { describe, expect, test } from 'vitest'
import { identityOf } from '../../src/policy/environment-id.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import { anApplication, pullRequestEvent } from './a-place-for-previews.ts'

const repository = { id: '1234567', name: 'octo-org/shop' }
const preview = identityOf(repository, { kind: 'pull-request', number: 7 })

const failureOf = (runner: FakeRunner) => runner.annotations.at(-1)?.message

describe('the environment of a pull request', () => {
  const inputs = { command: 'ensure', 'env-from': 'pull-request', type: 'preview' }

  test('has an id and a name that tell whose it is', async () => {
    const { run, get } = anApplication()
    const { runner } = await run(inputs, pullRequestEvent(7))
    expect(runner.outputs).toMatchObject({ env: preview.id, created: 'true' })
    expect(await get(preview.id)).toMatchObject({ name: 'octo-org/shop#7', type: 'preview' })
    expect((await run(inputs, pullRequestEvent(7))).runner.outputs['created']).toBe('false')
    expect((await run({ ...inputs, 'pull-request': '7' })).runner.outputs).toMatchObject({
      env: preview.id,
      created: 'false',
    })
  })

  test.each([
    ['ensure', { type: 'preview' }],
    ['rebase', { 'from-env': 'development' }],
    ['delete', {}],
  ])('is left alone by %s when it is called like another one', async (command, more) => {
    const { run, make, deploy, get } = anApplication()
    await deploy('development')
    await make(preview.id, { name: 'octo-org/other#7', type: 'preview' })
    const { runner, requests } = await run({ command, 'env-from': 'pull-request', ...more }, pullRequestEvent(7))
    expect(requests).toHaveLength(1)
    expect(runner.outputs['status']).toBe('failed')
    expect(failureOf(runner)).toContain(
      `Environment '${preview.id}' is called 'octo-org/other#7' and not 'octo-org/shop#7'`,
    )
    expect(await get(preview.id)).toMatchObject({ status: 'active' })
    expect(await get(preview.id)).not.toHaveProperty('from_deploy')
  })

  test('of a branch goes by the branch', async () => {
    const { run, get } = anApplication()
    const { id, name } = identityOf(repository, { kind: 'branch', branch: 'feat/cart' })
    const { runner } = await run({ command: 'ensure', 'env-from': 'branch' }, pullRequestEvent(7))
    expect(runner.outputs['env']).toBe(id)
    expect(await get(id)).toMatchObject({ name })
  })
})

describe('before anything is sent', () => {
  test.each<[Record<string, string>, string]>([
    [{}, "Input 'command' is required and missing or empty. Give it in the step's `with:`."],
    [
      { command: 'create' },
      `Input 'command' is "create", which is not one of its choices: ensure, rebase, delete, sweep.`,
    ],
    [{ command: 'ensure' }, "One of the inputs 'env', 'env-from' is required."],
    [
      { command: 'ensure', env: 'x', 'env-from': 'branch' },
      "Inputs 'env', 'env-from' exclude each other. Give only one of them.",
    ],
    [
      { command: 'ensure', env: 'My Env' },
      `Input 'env' is "My Env", which is not an id of an environment. Write 2 to 50 small letters`,
    ],
    [{ command: 'ensure', env: '../staging' }, `Input 'env' is "../staging", which is not an id`],
    [
      { command: 'ensure', 'env-from': 'tag' },
      `Input 'env-from' is "tag", which is not one of its choices: pull-request, branch.`,
    ],
    [
      { command: 'ensure', 'env-from': 'pull-request' },
      "which needs a pull request, and the event 'push' has none. Give its number",
    ],
    [
      { command: 'ensure', 'env-from': 'pull-request', 'pull-request': '0' },
      `Input 'pull-request' is "0", which is too small. Write 1 or more.`,
    ],
    [
      { command: 'ensure', 'env-from': 'branch', 'pull-request': '7' },
      'which goes with `env-from: pull-request` only.',
    ],
    [{ command: 'delete', env: 'staging', 'pull-request': '7' }, 'which goes with `env-from: pull-request` only.'],
    [
      { command: 'ensure', env: 'test', 'from-env': 'a', 'from-deployment': 'b' },
      "Inputs 'from-env', 'from-deployment' exclude each other.",
    ],
    [{ command: 'rebase', env: 'test' }, "One of the inputs 'from-env', 'from-deployment' is required."],
    [{ command: 'delete', env: 'test', 'dry-run': 'true' }, 'which does not go with `command: delete`. Leave it out.'],
    [{ command: 'rebase', env: 'test', type: 'preview' }, 'which does not go with `command: rebase`. Leave it out.'],
    [{ command: 'ensure', env: 'test', ttl: '7d' }, 'which does not go with `command: ensure`. Leave it out.'],
    [{ command: 'sweep', env: 'test' }, 'which does not go with `command: sweep`. Leave it out.'],
    [{ command: 'sweep' }, "Input 'github-token' is required and missing or empty."],
    [{ command: 'sweep', ttl: '5m' }, `Input 'ttl' is "5m", which is too small. Write 1h or more.`],
    [{ command: 'sweep', ttl: 'a week' }, `Input 'ttl' is "a week", which is not a duration.`],
  ])('%o is refused', async (inputs, message) => {
    const { run } = anApplication()
    const { runner, requests } = await run(inputs)
    expect(failureOf(runner)).toContain(message)
    expect(runner.exitCode).toBe(1)
    expect(requests).toEqual([])
  })

  test('an environment variable names what to ensure, and never what to delete', async () => {
    const { run } = anApplication()
    const env = { HUMANITEC_ENV: 'staging' }
    expect((await run({ command: 'ensure' }, { env })).runner.outputs).toMatchObject({
      env: 'staging',
      created: 'false',
    })
    const { runner, requests } = await run({ command: 'delete' }, { env })
    expect(failureOf(runner)).toBe("One of the inputs 'env', 'env-from' is required.")
    expect(requests).toEqual([])
  })

  test('the branch of a fork is refused, since it may be called like one of this repository', async () => {
    const { run } = anApplication()
    const event = { pull_request: { number: 7, head: { ref: 'main', repo: { id: 99 } } } }
    const { runner, requests } = await run({ command: 'delete', 'env-from': 'branch' }, { event })
    expect(failureOf(runner)).toContain("needs a branch of this repository, and this one is a fork's")
    expect(requests).toEqual([])
  })

  test('without what GitHub says about the repository no name can be found', async () => {
    const { run } = anApplication()
    const env = { GITHUB_REPOSITORY_ID: '' }
    const { runner } = await run({ command: 'ensure', 'env-from': 'branch' }, { env })
    expect(failureOf(runner)).toContain('needs the variables GITHUB_REPOSITORY and GITHUB_REPOSITORY_ID')
  })
})
