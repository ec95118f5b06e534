import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withOrigin } from '../../src/policy/origin.ts'
import { shop } from '../orchestrator/a-shop.ts'
import { type GitHubFakeOptions, startGitHub } from '../support/github/fake.ts'
import { aPullRequest } from '../support/github/state.ts'
import { type BundleOptions, runBundle } from '../support/run-bundle.ts'
import { aServedShop } from './a-served-shop.ts'

const repository = 'acme/shop'
const head = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'
const command = '/approve production 1a2b3c4'

const pipeline = `
id: gated
name: Gated
on: { deployment_request: {} }
jobs:
  ask: { steps: [{ uses: actions/humanitec/approve@v1, with: { env_id: production, message: "Ship it?" } }] }
`

/** A run that waits for an approval, and GitHub on a port of its own: an Enterprise Server, as its address shows. */
const asked = async (options: GitHubFakeOptions = {}) => {
  const served = await aServedShop()
  const { call, inputs, deltaId } = served
  await call('POST', `${shop}/pipelines`, pipeline)
  await call('POST', `${shop}/pipelines/gated/criteria`, { trigger: 'deployment_request', env_id: 'production' })
  const comment = withOrigin('Release 7', { repository, commit: head, actor: 'jane', runId: '7', runAttempt: '1' })
  const body = { trigger: 'deployment_request', env_id: 'production', delta_id: deltaId, comment }
  const run = await call('POST', `${shop}/pipeline-runs`, body)
  const github = startGitHub({
    repository,
    apiUrl: 'https://github.acme.test/api/v3',
    pullRequests: [aPullRequest({ headRepository: 'octocat/shop', headSha: head })],
    people: { mona: { permission: 'write' }, jane: { permission: 'admin' }, rita: { permission: 'read' } },
    approvals: { 77: [] },
    comments: [{ body: command, author: { login: 'mona', type: 'User' } }],
    ...options,
  })
  const [comment1] = github.state.comments
  const { id, body: text, author, createdAt, updatedAt } = comment1!
  const event = {
    action: 'created',
    issue: { number: 1, pull_request: {} },
    comment: { id, body: text, user: author, created_at: createdAt, updated_at: updatedAt },
  }
  const apiUrl = await github.serve()
  return {
    ...served,
    github,
    act: ({ env, ...more }: BundleOptions = {}) =>
      runBundle('approve', {
        event,
        env: { GITHUB_EVENT_NAME: 'issue_comment', GITHUB_API_URL: apiUrl, ...env },
        ...more,
        inputs: {
          ...inputs,
          'run-id': run.id,
          'pipeline-id': run.pipeline_id,
          'wait-for-request': 'true',
          'require-permission': 'write',
          'prevent-self-approval': 'true',
          'comment-command': '/approve',
          'github-token': github.connection.token,
          ...more.inputs,
        },
      }),
    status: async () => ((await call('GET', `${shop}/approvals`)) as { status: string }[])[0]?.status,
    reactions: () => comment1!.reactions.map(({ content }) => content),
    replies: () => github.state.comments.slice(1).map(({ body: reply }) => reply),
  }
}

test('a comment of somebody who may decide does, and is answered', async () => {
  const { act, status, reactions, replies } = await asked()
  const step = await act()
  expect(step).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(step.outputs).toMatchObject({ status: 'approved', 'decided-by': 'mona' })
  expect(step.summary).toContain('### Approval for production: ✅ approved')
  expect(await status()).toBe('approved')
  expect(reactions()).toEqual(['eyes', '+1'])
  expect(replies()).toEqual([
    '**production: ✅ approved** by mona. [Workflow run](https://github.com/acme/shop/actions/runs/77/attempts/1)',
  ])
  expect(step.stdout).not.toMatch(/^(?!::add-mask::).*ghs_/m)
})

test('a comment of somebody who may not is refused, and is answered', async () => {
  const { act, status, reactions, replies, requests } = await asked({
    comments: [{ body: command, author: { login: 'rita', type: 'User' } }],
  })
  const step = await act()
  expect(step.exitCode).toBe(1)
  expect(step.annotations).toEqual(['::error::Refused: this person may not decide about it.'])
  expect(step.outputs).toMatchObject({ status: 'refused', 'decided-by': '' })
  expect(await status()).toBe('waiting')
  expect(requests.filter((request) => request.startsWith('POST'))).toEqual([])
  expect(reactions()).toEqual(['eyes', '-1'])
  expect(replies()).toEqual([expect.stringContaining('**⛔ Refused:** this person may not decide about it.')])
})

test('a comment without a command ends well, and nobody is asked', async () => {
  const { act, status, github, requests } = await asked({
    comments: [{ body: `> ${command}\n\nNo.`, author: { login: 'mona', type: 'User' } }],
  })
  const step = await act()
  expect(step).toMatchObject({ exitCode: 0, annotations: [], stderr: '', summary: '' })
  expect(step.outputs).toEqual({ status: 'skipped', 'approval-id': '', 'decided-by': '' })
  expect(step.stdout).toContain('Skipped: the comment holds no command /approve.')
  expect(requests).toEqual([])
  expect(github.requests).toEqual([])
  expect(await status()).toBe('waiting')
})

test('whoever started the run is refused by a workflow started by hand', async () => {
  const { act, status } = await asked()
  const step = await act({ env: { GITHUB_EVENT_NAME: 'workflow_dispatch' }, event: {} })
  expect(step.annotations).toEqual(['::error::Refused: whoever started the run does not decide about it.'])
  expect(await status()).toBe('waiting')
})

test('reviewers of the environment decide about a push', async () => {
  const approvals = { 77: [{ user: 'mona', state: 'approved' as const, environments: ['production'] }] }
  const { act, status } = await asked({ approvals })
  const step = await act({ env: { GITHUB_EVENT_NAME: 'push' }, event: {} })
  expect(step.outputs).toMatchObject({ status: 'approved', 'decided-by': 'mona' })
  expect(await status()).toBe('approved')
})

test('GitHub that cannot be reached refuses', async () => {
  const { act, status } = await asked()
  const step = await act({
    inputs: { timeout: '3s', 'wait-for-request': 'false' },
    env: { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_API_URL: 'http://127.0.0.1:9' },
  })
  expect(step.exitCode).toBe(1)
  expect(step.outputs['status']).toBe('refused')
  expect(step.annotations).toEqual([
    '::error::Refused: it could not be found out who may decide: no usable answer came.',
  ])
  expect(await status()).toBe('waiting')
})

/** Makes a step tell at its end which files it has loaded. */
const spy = `
import { registerHooks } from 'node:module'
registerHooks({ load: (url, context, next) => { process.stderr.write('FILE ' + url + '\\n'); return next(url, context) } })
`

test('only a gate loads Octokit', async () => {
  const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(spy)}` }
  const loads = async (inputs: Record<string, string>) => {
    const { act } = await asked()
    const { stderr, outputs } = await act({ env, inputs })
    expect(outputs['status']).toBe('approved')
    const files = Array.from(stderr.matchAll(/^FILE (file:.*)$/gm), ([, url = '']) => new URL(url))
    expect(files.length).toBeGreaterThan(2)
    return files.some((file) => readFileSync(file, 'utf8').includes('octokit'))
  }
  expect(await loads({})).toBe(true)
  expect(await loads({ 'require-permission': '', 'prevent-self-approval': '', 'comment-command': '' })).toBe(false)
})
