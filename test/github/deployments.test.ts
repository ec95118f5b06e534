import { expect, test } from 'vitest'
import { aGitHub, listed } from './a-github.ts'

const sha = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'

test('a deployment is made for a commit, merges nothing and waits for no check', async () => {
  const { fake, github } = aGitHub()

  const deployment = await github.deployments.create({
    ref: sha,
    environment: 'pr-1',
    description: 'Preview of #1',
    transient: true,
    production: false,
    payload: { run: 'r1' },
  })

  expect(deployment).toEqual({
    id: fake.state.deployments[0]?.id,
    sha,
    ref: sha,
    environment: 'pr-1',
    description: 'Preview of #1',
    payload: { run: 'r1' },
    creator: 'github-actions[bot]',
    transient: true,
    production: false,
    createdAt: '2026-01-05T12:00:00Z',
  })
  expect(fake.requests.at(-1)?.body).toMatchObject({ auto_merge: false, required_contexts: [] })
})

test('a branch is resolved to its commit', async () => {
  const { github } = aGitHub()
  expect(await github.deployments.create({ ref: 'feature', environment: 'x' })).toMatchObject({ ref: 'feature', sha })
})

test('a ref that does not exist is refused', async () => {
  const { github } = aGitHub()
  await expect(github.deployments.create({ ref: 'nowhere', environment: 'x' })).rejects.toThrow(
    'GitHub refused to create a deployment: 422 No ref found for: nowhere',
  )
})

test('only the deployments of the environment and the commit are listed, the newest first', async () => {
  const { github } = aGitHub()
  const other = 'f'.repeat(40)
  const first = await github.deployments.create({ ref: sha, environment: 'production' })
  const second = await github.deployments.create({ ref: other, environment: 'production' })
  await github.deployments.create({ ref: sha, environment: 'staging' })

  const ids = async (filter: { environment: string; sha?: string }) =>
    (await listed(github.deployments.list(filter))).map(({ id }) => id)
  expect(await ids({ environment: 'production' })).toEqual([second.id, first.id])
  expect(await ids({ environment: 'production', sha })).toEqual([first.id])
  expect(await ids({ environment: 'unknown' })).toEqual([])
})

test('a deployment lives through its statuses', async () => {
  const { github } = aGitHub()
  const { id } = await github.deployments.create({ ref: sha, environment: 'production' })

  for (const state of ['queued', 'in_progress', 'failure'] as const) await github.deployments.setStatus(id, { state })
  const last = await github.deployments.setStatus(id, {
    state: 'success',
    description: 'live',
    logUrl: 'https://github.test/octo/shop/actions/runs/1',
    environmentUrl: 'https://shop.test/',
  })

  expect(last).toMatchObject({
    state: 'success',
    description: 'live',
    logUrl: 'https://github.test/octo/shop/actions/runs/1',
    environmentUrl: 'https://shop.test/',
  })
  const statuses = await listed(github.deployments.statuses(id))
  expect(statuses.map(({ state }) => state)).toEqual(['success', 'failure', 'in_progress', 'queued'])
  expect(statuses[1]).toMatchObject({ description: '', logUrl: undefined, environmentUrl: undefined })
})

test.each([
  [undefined, 'inactive'],
  [true, 'inactive'],
  [false, 'success'],
])('with autoInactive %s, an earlier success of the environment ends as %s', async (autoInactive, expected) => {
  const { fake, github } = aGitHub()
  for (let round = 0; round < 2; round += 1) {
    const { id } = await github.deployments.create({ ref: sha, environment: 'staging' })
    await github.deployments.setStatus(id, { state: 'success', autoInactive })
  }

  const [earlier, later] = fake.state.deployments.map(({ statuses }) => statuses.at(-1)?.state)
  expect(earlier).toBe(expected)
  expect(later).toBe('success')
})

test("descriptions are cut at GitHub's 140 characters", async () => {
  const { fake, github } = aGitHub()
  const description = '🚀'.repeat(200)

  const { id } = await github.deployments.create({ ref: sha, environment: 'x', description })
  await github.deployments.setStatus(id, { state: 'queued', description })

  const cut = `${'🚀'.repeat(139)}…`
  expect(fake.state.deployments).toMatchObject([{ description: cut, statuses: [{ description: cut }] }])
})

test('a deployment that GitHub merged instead of making it is an error', async () => {
  const { fake, github } = aGitHub()
  fake.fail('repos/create-deployment', { kind: 'status', status: 202, message: 'Auto-merged main into feature' })

  await expect(github.deployments.create({ ref: sha, environment: 'x' })).rejects.toMatchObject({
    name: 'GitHubError',
    status: 202,
    message: 'GitHub did not create a deployment: Auto-merged main into feature',
  })
})
