import { expect, test } from 'vitest'
import type { Transport } from '../../src/contract/http.ts'
import { identityOf, type Repository, type Subject } from '../../src/policy/environment-id.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import { type GitHubFakeOptions, startGitHub } from '../support/github/fake.ts'
import type { PullRequestState } from '../support/github/state.ts'
import type { ActionRunOptions } from '../support/run-action.ts'
import { anApplication } from './a-place-for-previews.ts'

const shop: Repository = { id: '1234567', name: 'octo-org/shop' }
const backend: Repository = { id: '7654321', name: 'octo-org/backend' }

const pullRequest = (number: number): Subject => ({ kind: 'pull-request', number })
const idOf = (number: number, repository = shop) => identityOf(repository, pullRequest(number)).id

const known = (number: number, state: 'open' | 'closed', merged = false): PullRequestState => ({
  number,
  title: `Change ${number}`,
  body: '',
  state,
  merged,
  author: 'mona',
  headRef: `feat/${number}`,
  headSha: String(number).repeat(40).slice(0, 40),
  headRepository: shop.name,
  baseRef: 'main',
  isDraft: false,
  isLocked: false,
  labels: [],
})

/** An application whose preview environments are swept, with GitHub beside it. */
const aSweep = (options: GitHubFakeOptions = {}) => {
  const application = anApplication()
  const github = startGitHub({ repository: shop.name, apiUrl: 'https://api.github.com', ...options })
  const { run, make } = application
  const besideGitHub =
    (send: Transport): Transport =>
    (request) =>
      request.url.startsWith('https://api.github.com/') ? github.transport(request) : send(request)
  return {
    ...application,
    github,
    preview: (number: number, repository = shop) => {
      const { id, name } = identityOf(repository, pullRequest(number))
      return make(id, { name })
    },
    sweep: (inputs: Record<string, string> = {}, { through, ...more }: ActionRunOptions = {}) =>
      run(
        { command: 'sweep', 'github-token': github.connection.token, ...inputs },
        { ...more, through: (send) => besideGitHub(through ? through(send) : send) },
      ),
  }
}

const listOf = (runner: FakeRunner) => JSON.parse(runner.outputs['environments'] ?? '')
const failureOf = (runner: FakeRunner) => runner.annotations.at(-1)?.message

test('deletes what belongs to closed pull requests, and nothing else', async () => {
  const pullRequests = [known(7, 'closed'), known(8, 'open'), known(9, 'closed', true)]
  const { sweep, preview, ids } = aSweep({ pullRequests })
  for (const number of [7, 8, 9]) await preview(number)
  const { runner } = await sweep()
  expect(await ids()).toEqual(['development', 'staging', idOf(8)])
  expect(runner.exitCode).toBe(0)
  expect(runner.outputs).toMatchObject({ status: 'succeeded', deleted: '2', 'environments-truncated': 'false' })
  expect(listOf(runner)).toEqual([
    { env: idOf(7), name: 'octo-org/shop#7', result: 'deleted', reason: 'pull request #7 is closed' },
    { env: idOf(8), name: 'octo-org/shop#8', result: 'kept', reason: 'pull request #8 is open' },
    { env: idOf(9), name: 'octo-org/shop#9', result: 'deleted', reason: 'pull request #9 is merged' },
  ])
  expect(runner.masks).toContain('ghs_0123456789abcdefghij')
  expect(runner.summaryText).toContain('### Preview environments: 2 deleted, 1 kept')
})

test('only tells in a dry run', async () => {
  const { sweep, preview, ids } = aSweep({ pullRequests: [known(7, 'closed')] })
  await preview(7)
  const { runner, requests } = await sweep({ 'dry-run': 'true' })
  expect(requests.filter((each) => !each.startsWith('GET'))).toEqual([])
  expect(await ids()).toContain(idOf(7))
  expect(runner.outputs).toMatchObject({ status: 'succeeded', deleted: '0' })
  expect(listOf(runner)).toMatchObject([{ env: idOf(7), result: 'stale' }])
  expect(runner.summaryText).toContain('### Preview environments (dry run): 1 would be deleted')
})

test('repositories that share an application never touch each other', async () => {
  const { sweep, preview, ids, make, github } = aSweep({ pullRequests: [known(7, 'closed')] })
  await preview(7)
  await preview(7, backend)
  await make('pr-7', { name: 'octo-org/shop#7' })
  await make(idOf(8), { name: 'octo-org/shop#7' })
  await sweep()
  expect(await ids()).toEqual(['development', 'staging', idOf(7, backend), 'pr-7', idOf(8)])
  expect(github.requests.map(({ path }) => path)).toEqual(['/repos/octo-org/shop/pulls/7'])
  const env = { GITHUB_REPOSITORY: backend.name, GITHUB_REPOSITORY_ID: backend.id }
  const { runner } = await sweep({ ttl: '1h' }, { env })
  expect(listOf(runner)).toHaveLength(1)
})

test('deletes what is too old without asking about it, of branches too', async () => {
  const { sweep, preview, pass, ids, clock, make, github } = aSweep({
    pullRequests: [known(7, 'open'), known(8, 'open')],
  })
  await preview(7)
  const { id, name } = identityOf(shop, { kind: 'branch', branch: 'feat/cart' })
  await make(id, { name })
  await clock.advance(2 * 60 * 60 * 1000)
  pass(0)
  await preview(8)
  const { runner } = await sweep({ ttl: '1h' })
  expect(await ids()).toEqual(['development', 'staging', idOf(8)])
  expect(listOf(runner)).toMatchObject([
    { env: idOf(7), reason: 'it is older than 1h' },
    { env: id, reason: 'it is older than 1h' },
    { env: idOf(8), result: 'kept' },
  ])
  expect(github.requests).toHaveLength(1)
})

test('without an age, what was made for branches stays', async () => {
  const { sweep, make, ids } = aSweep()
  const { id, name } = identityOf(shop, { kind: 'branch', branch: 'feat/cart' })
  await make(id, { name })
  const { runner } = await sweep()
  expect(await ids()).toContain(id)
  expect(listOf(runner)).toMatchObject([{ env: id, result: 'kept' }])
})

test('what GitHub does not show stays, fails the step, and keeps nothing else from being deleted', async () => {
  const { sweep, preview, ids } = aSweep({ pullRequests: [known(8, 'closed')] })
  await preview(7)
  await preview(8)
  const { runner } = await sweep()
  expect(await ids()).toEqual(['development', 'staging', idOf(7)])
  expect(runner.exitCode).toBe(1)
  expect(runner.outputs).toMatchObject({ status: 'failed', deleted: '1' })
  expect(listOf(runner)[0]).toMatchObject({
    result: 'failed',
    error: expect.stringContaining('shows no pull request #7'),
  })
  expect(failureOf(runner)).toBe(`Of the environments, 1 deleted, 1 failed: ${idOf(7)}.`)
})

test('a right that the token lacks is named', async () => {
  const { sweep, preview, ids } = aSweep({
    pullRequests: [known(7, 'closed')],
    identity: { permissions: { metadata: 'read' } },
  })
  await preview(7)
  const { runner } = await sweep()
  expect(await ids()).toContain(idOf(7))
  expect(runner.outputs).toMatchObject({ status: 'failed', deleted: '0' })
  expect(runner.annotations[0]?.message).toContain('pull-requests: read')
})

test('one deletion that fails does not stop the others', async () => {
  const { sweep, preview, ids, orchestrator } = aSweep({ pullRequests: [known(7, 'closed'), known(8, 'closed')] })
  await preview(7)
  await preview(8)
  orchestrator.control.failNext({ method: 'DELETE', path: idOf(7), status: 403, body: '{"message":"no access"}' })
  const { runner } = await sweep()
  expect(await ids()).toEqual(['development', 'staging', idOf(7)])
  expect(listOf(runner)).toMatchObject([
    { env: idOf(7), result: 'failed', reason: 'pull request #7 is closed', error: expect.stringContaining('403') },
    { env: idOf(8), result: 'deleted' },
  ])
  expect(runner.annotations[0]).toMatchObject({ kind: 'error', properties: { title: 'Environment not swept' } })
  expect(runner.summaryText).toContain('❌ failed: ')
})

test('nothing to sweep is a success', async () => {
  const { sweep, github } = aSweep()
  const { runner, requests } = await sweep()
  expect(runner.exitCode).toBe(0)
  expect(requests).toHaveLength(1)
  expect(github.requests).toEqual([])
  expect(runner.outputs).toMatchObject({ status: 'succeeded', deleted: '0', environments: '[]' })
  expect(runner.summaryText.trim()).toBe('### Preview environments: none of this repository')
})

test('an application that cannot be read is a failure', async () => {
  const { sweep } = aSweep()
  const { runner } = await sweep({ app: 'shoop' })
  expect(runner.outputs).toEqual({ status: 'failed' })
  expect(failureOf(runner)).toContain("404 Application 'shoop'")
})

test('stops when the job is cancelled, and says what was not deleted', async () => {
  const pullRequests = [7, 8, 9, 10, 11, 12].map((number) => known(number, 'closed'))
  const { sweep, preview, ids } = aSweep({ pullRequests })
  for (const { number } of pullRequests) await preview(number)
  let interrupt = () => {}
  const { runner } = await sweep(
    {},
    {
      onStart: (started) => {
        interrupt = () => started.interrupt()
      },
      through: (send) => async (request) => {
        const answer = await send(request)
        if (request.method === 'DELETE') interrupt()
        return answer
      },
    },
  )
  expect(runner.outputs['status']).toBe('cancelled')
  expect(failureOf(runner)).toMatch(/^The job was cancelled\. Of the environments, /)
  expect(listOf(runner)).toHaveLength(6)
  expect((await ids()).length).toBeGreaterThan(2)
})
