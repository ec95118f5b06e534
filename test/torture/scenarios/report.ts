import * as report from '../../../src/actions/report/main.ts'
import type { GitHubFake } from '../../support/github/fake.ts'
import { startGitHub } from '../../support/github/fake.ts'
import { aPullRequest } from '../../support/github/state.ts'
import type { Workflow } from '../acting.ts'
import type { Ended } from '../invariants.ts'
import { beside } from '../place.ts'
import type { Scenario, Stage } from '../stage.ts'
import { env, hasFailed, outputOf } from './outcome.ts'
import { aDelta, requestRun } from './runs.ts'

export const repository = { id: '1234567', name: 'octo-org/shop' }

/** GitHub with pull request 1, which the workflow is about. */
export const aPullRequestOn = ({ clock }: Stage): GitHubFake =>
  startGitHub({
    clock,
    repository: repository.name,
    apiUrl: 'https://api.github.com',
    pullRequests: [aPullRequest({ headRepository: repository.name })],
  })

const head = { ref: 'feature', sha: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d', repo: { id: Number(repository.id) } }

/** The workflow of that pull request. */
export const onPullRequest = (action: 'opened' | 'closed' = 'opened'): Workflow => ({
  event: { action, pull_request: { number: 1, state: action === 'closed' ? 'closed' : 'open', head } },
  env: { GITHUB_EVENT_NAME: 'pull_request' },
})

interface Reporting extends Workflow {
  readonly github: GitHubFake
}

/** A report step: what it tells GitHub, it tells once. */
export const reportAndCheck = async (
  stage: Stage,
  inputs: Record<string, string>,
  { github, ...workflow }: Reporting,
): Promise<Ended> => {
  const { demand, draw, orchestrator } = stage
  const timeoutMs = draw.one([10_000, 60_000, 600_000])
  const acting = { ...workflow, inputs, timeoutMs, beside: beside(github) }
  const ended = await stage.act('report', report, acting)
  await stage.clock.advance(200_000)
  const { comments, deployments } = github.state
  const warnings = ended.runner.annotations.filter(({ kind }) => kind === 'warning')
  demand(comments.length <= 1, `${comments.length} comments were made`)
  demand(deployments.length <= 1, `${deployments.length} deployments were made`)
  demand(!JSON.stringify(github.state).includes(orchestrator.token), 'the token went into a comment')
  demand(
    !hasFailed(ended) || ended.seen.length > 0 || ended.interruption !== undefined,
    'it took nothing of its inputs',
  )
  if (hasFailed(ended)) return ended
  // Of what was deleted, and of what was not even begun, there need not be anything to bring up to date.
  const isCommented = inputs['status'] === 'deleted' || outputOf(ended, 'comment-url') !== ''
  const isDeployed = (inputs['run-id'] ?? '') === '' || outputOf(ended, 'github-deployment-id') !== ''
  demand((isCommented && isDeployed) || warnings.length > 0, 'it told GitHub nothing, and did not say so')
  demand(outputOf(ended, 'comment-url') === '' || comments.length === 1, 'its comment is not there')
  return ended
}

/** What became of a deployment is told to a pull request: once, or with a warning that it was not. */
export const reportScenario: Scenario = async (stage) => {
  const github = aPullRequestOn(stage)
  const run = await requestRun(stage, { delta_id: await aDelta(stage) })
  await stage.pass(stage.draw.one([0, 20_000]))
  const inputs = {
    env,
    'run-id': run.id,
    'pipeline-id': run.pipeline_id,
    'github-token': github.connection.token,
  }
  await reportAndCheck(stage, inputs, { github, ...onPullRequest() })
}
