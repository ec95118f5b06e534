import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createGitHub } from '../../src/github/client.ts'
import { takenPermission } from '../../src/github/permission.ts'
import { scriptedTransport } from '../support/scripted-transport.ts'
import { allPermissions } from '../support/github/state.ts'
import { aGitHub, listed, type Met } from './a-github.ts'

describe('a missing permission', () => {
  const sha = 'a'.repeat(40)
  test.each<[string, string, string, (met: Met['github']) => Promise<unknown>]>([
    ['pull-requests', 'pull-requests: read', 'read the pull request', ({ pullRequests }) => pullRequests.get(1)],
    ['pull-requests', 'pull-requests: write', 'create a comment', ({ comments }) => comments.create(1, 'x')],
    ['pull-requests', 'pull-requests: write', 'delete the comment', ({ comments }) => comments.delete(1)],
    ['pull-requests', 'pull-requests: write', 'react to the comment', ({ comments }) => comments.react(1, '+1')],
    ['pull-requests', 'pull-requests: read', 'list the comments', ({ comments }) => listed(comments.list(1))],
    [
      'deployments',
      'deployments: write',
      'create a deployment',
      ({ deployments }) => deployments.create({ ref: sha, environment: 'x' }),
    ],
    ['actions', 'actions: read', 'list the approvals of the workflow run', ({ runs }) => runs.approvals(1)],
  ])('%s is named as %s when GitHub refuses to %s', async (name, missingPermission, operation, act) => {
    const permissions = Object.fromEntries(
      Object.entries(allPermissions()).filter(([each]) => each !== name && each !== 'issues'),
    )
    for (const namesPermissions of [true, false]) {
      const { github } = aGitHub({ identity: { permissions }, namesPermissions })
      await expect(act(github)).rejects.toMatchObject({
        name: 'GitHubError',
        status: 403,
        operation,
        missingPermission,
        message: `GitHub refused to ${operation}: 403 Resource not accessible by integration. The token lacks the permission ${missingPermission}: add it under permissions in the job`,
      })
    }
  })

  test.each([
    [undefined, 'pull-requests: write'],
    ['', 'pull-requests: write'],
    ['nonsense', 'pull-requests: write'],
    ['issues=write; pull_requests=write', 'pull-requests: write'],
    ['pull_requests=write; issues=write', 'pull-requests: write'],
    ['contents=write', 'contents: write'],
    ['contents=read,issues=write', 'contents: read, issues: write'],
  ])('GitHub naming %j asks for %s', (header, expected) => {
    expect(takenPermission('create a comment', header)).toBe(expected)
  })

  test('that no workflow can be given says which token to take instead', async () => {
    const { fake, github } = aGitHub()
    fake.fail('issues/create-comment', { kind: 'missing-permission', permission: 'members=read' })
    await expect(github.comments.create(1, 'x')).rejects.toMatchObject({
      missingPermission: 'members: read',
      message: expect.stringContaining('it takes a token of a GitHub App, or of a person') as string,
    })
  })

  test.each([
    'Unable to create comment because issue is locked.',
    'Repository was archived so is read-only.',
    'Resource protected by organization SAML enforcement. You must grant your token access to this organization.',
    'Although you appear to have the correct authorization credentials, the `octo` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
    'Sorry. Your account was suspended.',
  ])('is not what "%s" means', async (message) => {
    const { fake, github } = aGitHub()
    fake.fail('issues/create-comment', { kind: 'status', status: 403, message })
    await expect(github.comments.create(1, 'x')).rejects.toMatchObject({ status: 403, missingPermission: undefined })
  })
})

test('a token that is not accepted is said to be the reason', async () => {
  const { github } = aGitHub({}, { token: 'ghs_another_token_altogether' })
  await expect(github.pullRequests.get(1)).rejects.toMatchObject({
    status: 401,
    missingPermission: undefined,
    message:
      'GitHub refused to read the pull request: 401 Bad credentials. The token was not accepted: it may be mistyped, expired, or of a job that has ended',
  })
})

test('what does not exist may also be what the token may not see', async () => {
  const { github } = aGitHub()
  await expect(github.comments.update(77, 'x')).rejects.toThrow(
    'GitHub refused to edit the comment: 404 Not Found. It does not exist, or the token may not see it',
  )
})

test('fields that are wrong are named', async () => {
  const { github } = aGitHub()
  const { id } = await github.deployments.create({ ref: 'feature', environment: 'x' })
  await expect(
    github.deployments.setStatus(id, { state: 'success', environmentUrl: 'javascript:alert(1)' }),
  ).rejects.toThrow('422 Validation Failed: environment_url must use http(s) scheme')
})

test('a repository that has moved is an error, since writes do not follow', async () => {
  const { fake, github } = aGitHub()
  fake.fail('issues/create-comment', { kind: 'status', status: 307, message: 'Temporary Redirect' })
  await expect(github.comments.create(1, 'x')).rejects.toThrow(
    '307 Temporary Redirect. GitHub sends this to another address, which is not followed',
  )
})

test("the page of a proxy in GitHub's place is shown as one line of text", async () => {
  const { fake, github } = aGitHub()
  fake.fail('issues/create-comment', { kind: 'page', status: 407, html: '<html><b>Proxy</b>\n::error::login</html>' })
  await expect(github.comments.create(1, 'x')).rejects.toThrow(/^GitHub refused to create a comment: 407 [^\n<]*$/)
})

test('a success that is no JSON is an error', async () => {
  const { fake, github } = aGitHub()
  fake.fail('pulls/get', { kind: 'page', status: 200, html: '<html>Please log in</html>' })
  await expect(github.pullRequests.get(1)).rejects.toThrow(
    'GitHub was asked to read the pull request and answered 200, but not with JSON',
  )
})

test('a list that is none is an error', async () => {
  const { fake, github } = aGitHub()
  fake.fail('issues/list-comments', { kind: 'status', status: 200, message: 'not a list' })
  await expect(listed(github.comments.list(1))).rejects.toThrow('did not answer with a list')
})

test('what GitHub says is one line without anything invisible, and not without end', async () => {
  const { fake, github } = aGitHub()
  const message = `no\n::error::way\u202e\u001b[31m${'x'.repeat(5000)}`
  fake.fail('issues/create-comment', { kind: 'status', status: 400, message })
  const error = await github.comments.create(1, 'x').catch((reason: unknown) => reason as Error)
  // oxlint-disable-next-line no-control-regex
  expect((error as Error).message).not.toMatch(/[\n\u202e\u001b]/)
  expect((error as Error).message.length).toBeLessThan(600)
})

test('a token is in no error, whoever quotes it', async () => {
  const token = 'ghs_Secret0123456789abcdefghij'
  const quoting = {
    status: 401,
    headers: { 'content-type': 'application/json' },
    json: { message: `no such token ${token}` },
  }
  const { send } = scriptedTransport(quoting, { status: 500 }, { body: 'no JSON' }, { status: 302 })
  const { fake } = aGitHub()
  const github = createGitHub({ ...fake.connection, token, transport: send })

  for (let request = 0; request < 4; request += 1) {
    const error: unknown = await github.comments.create(1, 'x').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('Secret0123')
  }
})

test.each([
  [{ repository: 'shop' }, "'shop' is not a repository. Write it as owner/name"],
  [{ repository: 'octo/shop/pulls' }, 'is not a repository'],
  [{ repository: '' }, 'is not a repository'],
  [{ apiUrl: 'api.github.com' }, "'api.github.com' is not the address of GitHub's API"],
  [{ token: ' ' }, "GitHub's API takes a token, and there is none"],
])('%j is refused before anything is sent', (options, message) => {
  const { fake } = aGitHub()
  expect(() => createGitHub({ ...fake.connection, ...options })).toThrow(message)
})
