import * as approve from '../../../src/actions/approve/main.ts'
import type { Run } from '../../../src/contract/types.ts'
import { withOrigin } from '../../../src/policy/origin.ts'
import { commentEvent } from '../../actions/a-gate.ts'
import { startGitHub } from '../../support/github/fake.ts'
import { aPullRequest } from '../../support/github/state.ts'
import type { Ended } from '../invariants.ts'
import { beside } from '../place.ts'
import type { Scenario, Stage } from '../stage.ts'
import { env, flag, hasFailed, isInDoubt, outputOf } from './outcome.ts'
import { aPipeline } from './pipelines.ts'
import { aDelta, requestRun } from './runs.ts'

const timeouts = [20_000, 90_000, 600_000] as const
const step = `{ uses: actions/humanitec/approve@v1, with: { env_id: ${env}, message: Ship? } }`
const wanted = { approve: 'approved', deny: 'denied' } as const
type Decision = keyof typeof wanted

const statusOf = async (stage: Stage): Promise<string | undefined> =>
  ((await stage.get(`${stage.path}/approvals`)) as { status: string }[])[0]?.status

const checkDecision = async (stage: Stage, ended: Ended, decision: Decision) => {
  const { demand } = stage
  const status = outputOf(ended, 'status')
  const isDecided = (await statusOf(stage)) === wanted[decision]
  if (!hasFailed(ended)) demand(isDecided && status === wanted[decision], 'it says that it has decided')
  // Answering whoever has asked comes after the decision, and is not what the step is for.
  else
    demand(
      !isDecided || status === wanted[decision] || isInDoubt(ended),
      `it failed (${status}) though the decision was taken`,
    )
}

export const approveScenario: Scenario = async (stage) => {
  const { draw } = stage
  await aPipeline(stage, step)
  const run: Run = (await stage.call('POST', `${stage.path}/pipelines/it/runs`, { inputs: {} })).body
  await stage.pass(3000)
  const decision = draw.one<Decision>(['approve', 'deny'])
  const inputs = { 'run-id': run.id, 'pipeline-id': 'it', decision, 'wait-for-request': flag(stage) }
  const ended = await stage.act('approve', approve, { inputs, timeoutMs: draw.one(timeouts) })
  await stage.pass(200_000)
  await checkDecision(stage, ended, decision)
}

const repository = 'octo-org/shop'
const writtenAt = '2026-01-05T11:00:00.000Z'
const headSha = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'

/** A run for the head of pull request 1 that waits for its approval. */
const aGatedRun = async (stage: Stage): Promise<Run> => {
  await aPipeline(stage, step, 'deployment_request')
  await stage.call('POST', `${stage.path}/pipelines/it/criteria`, { trigger: 'deployment_request', env_id: env })
  const origin = { repository, commit: headSha, actor: 'starter', runId: '7', runAttempt: '1' }
  const run = await requestRun(stage, { delta_id: await aDelta(stage), comment: withOrigin('Release', origin) })
  await stage.pass(3000)
  return run
}

/** Mona may decide, and rita may not: who asks by a comment, or by starting the workflow. */
const drawAsker = ({ draw, clock }: Stage) => {
  const login = draw.one(['mona', 'rita'])
  const github = startGitHub({
    clock,
    repository,
    apiUrl: 'https://api.github.com',
    pullRequests: [aPullRequest({ headRepository: repository, headSha })],
    people: { mona: { permission: 'write' }, rita: { permission: 'read' }, starter: { permission: 'write' } },
    approvals: { 7000000001: [] },
    comments: [
      {
        body: `/approve ${env} ${headSha.slice(0, 7)}`,
        author: { login, type: 'User' },
        createdAt: writtenAt,
        updatedAt: writtenAt,
      },
    ],
  })
  const [comment] = github.state.comments
  if (draw.chance(0.5) || !comment) {
    const startedByHand = { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_TRIGGERING_ACTOR: login }
    return { login, github, inputs: {}, env: startedByHand }
  }
  const commented = { GITHUB_EVENT_NAME: 'issue_comment', GITHUB_TRIGGERING_ACTOR: 'hubot' }
  return { login, github, inputs: { 'comment-command': '/approve' }, env: commented, event: commentEvent(comment) }
}

/** Whoever may not decide does not, whatever cannot be found out; and what the comment is answered is true. */
export const gatedApproveScenario: Scenario = async (stage) => {
  const { draw, demand } = stage
  const run = await aGatedRun(stage)
  const { login, github, inputs, ...workflow } = drawAsker(stage)
  const ended = await stage.act('approve, gated', approve, {
    ...workflow,
    inputs: {
      ...inputs,
      'run-id': run.id,
      'pipeline-id': run.pipeline_id,
      'require-permission': 'write',
      'github-token': github.connection.token,
    },
    timeoutMs: draw.one(timeouts),
    beside: beside(github),
  })
  await stage.pass(200_000)
  const status = await statusOf(stage)
  demand(login === 'mona' || status === 'waiting', `rita may not decide, and it is ${status}`)
  demand(login === 'mona' || hasFailed(ended), 'it passed for somebody who may not decide')
  await checkDecision(stage, ended, 'approve')
  const replies = github.state.comments.slice(1)
  demand(replies.length <= 1, `${replies.length} replies were written`)
  const { reactions = [] } = github.state.comments[0] ?? {}
  demand(
    !reactions.some(({ content }) => content === '+1') || status === 'approved',
    'a reaction says that it is approved',
  )
}
