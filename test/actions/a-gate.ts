import * as approve from '../../src/actions/approve/main.ts'
import type { Transport } from '../../src/contract/http.ts'
import { withOrigin } from '../../src/policy/origin.ts'
import { type RunLike, shop } from '../orchestrator/a-shop.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import { type GitHubFakeOptions, startGitHub } from '../support/github/fake.ts'
import { aPullRequest, type CommentState } from '../support/github/state.ts'
import type { ActionRunOptions } from '../support/run-action.ts'
import { aRelease, step } from './a-release.ts'

export const repository = 'octo-org/shop'
export const head = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'
export const command = '/approve production 1a2b3c4'
/** Of the workflow run in which the action is a step. */
const workflowRun = 7000000001

export const origin = { repository, commit: head, actor: 'starter', runId: '7', runAttempt: '1' }

const pipeline = `
id: gated
name: Gated
on: { deployment_request: {} }
jobs:
  ask: { steps: [${step.approve('production')}] }
`

/** What GitHub sends of a comment that was just written. */
export const commentEvent = ({ id, issue, body, author, createdAt, updatedAt }: CommentState, more: object = {}) => ({
  action: 'created',
  issue: { number: issue, pull_request: { url: 'https://api.github.com' } },
  comment: { id, body, user: author, created_at: createdAt, updated_at: updatedAt },
  ...more,
})

/**
 * A run that waits for an approval, with GitHub beside it: pull request 1 by octocat, which mona may decide about, and
 * rita may not.
 */
export const aGate = async (
  options: GitHubFakeOptions = {},
  { comment = withOrigin('Release 7', origin) }: { comment?: string } = {},
) => {
  const release = await aRelease()
  await release.aPipeline(pipeline)
  await release.call('POST', `${shop}/pipelines/gated/criteria`, {
    trigger: 'deployment_request',
    env_id: 'production',
  })
  const run = (await release.request({ env_id: 'production', delta_id: release.deltaId, comment })).body as RunLike
  const { clock } = release
  const github = startGitHub({
    clock,
    repository,
    apiUrl: 'https://api.github.com',
    pullRequests: [aPullRequest({ headRepository: repository, headSha: head })],
    people: {
      mona: { permission: 'write', role: 'maintain' },
      octocat: { permission: 'write' },
      starter: { permission: 'write' },
      hubot: { permission: 'admin' },
      rita: { permission: 'read' },
    },
    approvals: { [workflowRun]: [] },
    comments: [{ body: command, author: { login: 'mona', type: 'User' } }],
    ...options,
  })
  const besideGitHub =
    (send: Transport): Transport =>
    (request) =>
      request.url.startsWith('https://api.github.com/') ? github.transport(request) : send(request)

  const act = ({ inputs = {}, env = {}, through, ...more }: ActionRunOptions = {}) =>
    release.act(approve, {
      env: { GITHUB_EVENT_NAME: 'workflow_dispatch', ...env },
      inputs: {
        'run-id': run.id,
        'pipeline-id': run.pipeline_id,
        'require-permission': 'write',
        'github-token': github.connection.token,
        ...inputs,
      },
      ...more,
      through: (send) => besideGitHub(through ? through(send) : send),
    })

  return {
    ...release,
    github,
    state: github.state,
    act,
    /** Any action, without GitHub. */
    perform: release.act,
    /** As a workflow that the first comment started. */
    actOnComment: ({ inputs = {}, env = {}, event, ...more }: ActionRunOptions = {}) =>
      act({
        inputs: { 'comment-command': '/approve', ...inputs },
        env: { GITHUB_EVENT_NAME: 'issue_comment', GITHUB_TRIGGERING_ACTOR: 'hubot', ...env },
        event: event ?? commentEvent(github.state.comments[0]!),
        ...more,
      }),
    /** What became of the request. */
    statusOfRequest: async () => (await release.approvals())[0]?.status,
    reactions: () => github.state.comments[0]?.reactions.map(({ content }) => content),
    replies: () => github.state.comments.slice(1).map(({ body }) => body),
  }
}

export type Gate = Awaited<ReturnType<typeof aGate>>

export const failure = ({ annotations }: FakeRunner) => annotations.find(({ kind }) => kind === 'error')?.message

/** All that came of a step. */
export const endOf = async (gate: Gate, runner: FakeRunner) => ({
  message: failure(runner),
  exitCode: runner.exitCode,
  status: runner.outputs['status'],
  decidedBy: runner.outputs['decided-by'],
  request: await gate.statusOfRequest(),
})

/** The end of a step that said no. */
export const refused = (reason: string) => ({
  message: `Refused: ${reason}.`,
  exitCode: 1,
  status: 'refused',
  decidedBy: '',
  request: 'waiting',
})
