import { expect, test } from 'vitest'
import * as gate from '../../src/actions/preview-gate/main.ts'
import { startOrchestrator } from '../support/orchestrator.ts'
import { runAction } from '../support/run-action.ts'

const pullRequest = (head: object, action = 'opened') => ({
  action,
  pull_request: { number: 7, state: 'open', user: { login: 'octocat' }, head: { ref: 'cart', repo: head } },
})

const decide = (
  event: object,
  { name = 'pull_request', inputs = {} }: { name?: string; inputs?: Record<string, string> } = {},
) => {
  const env = { GITHUB_EVENT_NAME: name, GITHUB_REPOSITORY: 'acme/shop', GITHUB_REPOSITORY_ID: '4711' }
  return runAction(gate, startOrchestrator(), {
    event,
    env,
    inputs: { token: '', org: '', app: '', 'api-url': '', ...inputs },
  })
}

test('a branch of the repository is deployed, without any token and any request', async () => {
  const { runner, requests } = await decide(pullRequest({ id: 4711 }))
  expect(runner.outputs).toEqual({ decision: 'deploy', 'pull-request': '7' })
  expect(runner.annotations).toEqual([])
  expect(runner.exitCode).toBe(0)
  expect(requests).toEqual([])
})

test('a closed pull request is told from an open one', async () => {
  const { runner } = await decide(pullRequest({ id: 4711 }, 'closed'))
  expect(runner.outputs).toEqual({ decision: 'delete', 'pull-request': '7' })
})

test("a fork's pull request ends well, with one notice", async () => {
  const { runner, requests } = await decide(pullRequest({ id: 99 }))
  const reason = expect.stringMatching(/^Pull request #7 is a fork's/)
  expect(runner.outputs).toEqual({ decision: 'skip', status: 'skipped', reason })
  expect(runner.annotations).toEqual([
    { kind: 'notice', message: reason, properties: { title: 'No preview environment' } },
  ])
  expect(runner.exitCode).toBe(0)
  expect(requests).toEqual([])
})

test('pull_request_target fails the step, which says why', async () => {
  const { runner, requests } = await decide(pullRequest({ id: 4711 }), { name: 'pull_request_target' })
  expect(runner.outputs).toMatchObject({ decision: 'refuse', status: 'refused' })
  expect(runner.annotations).toMatchObject([{ kind: 'error', message: expect.stringContaining('with the secrets') }])
  expect(runner.exitCode).toBe(1)
  expect(requests).toEqual([])
})

test('whoever starts the workflow by hand names the pull request', async () => {
  const { runner } = await decide({}, { name: 'workflow_dispatch', inputs: { 'pull-request': '12' } })
  expect(runner.outputs).toEqual({ decision: 'deploy', 'pull-request': '12' })
})

test.each(['0', '-1', 'seven', '7; rm -rf /', '1.5'])('%j is no number of a pull request', async (number) => {
  const { runner } = await decide({}, { name: 'workflow_dispatch', inputs: { 'pull-request': number } })
  expect(runner.exitCode).toBe(1)
  expect(runner.annotations[0]?.message).toContain("Input 'pull-request' is")
  expect(runner.outputs).toEqual({})
})
