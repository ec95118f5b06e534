import * as report from '../../../src/actions/report/main.ts'
import { startGitHub } from '../../support/github/fake.ts'
import { aPullRequest } from '../../support/github/state.ts'
import type { Scenario } from '../stage.ts'
import { aDelta, hasFailed, outputOf } from './deployments.ts'

const headSha = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'

/** What became of a deployment is told to a pull request: once, or with a warning that it was not. */
export const reportScenario: Scenario = async (stage) => {
  const { clock, demand, draw, orchestrator } = stage
  const github = startGitHub({
    clock,
    repository: 'octo-org/shop',
    apiUrl: 'https://api.github.com',
    pullRequests: [aPullRequest({ headRepository: 'octo-org/shop' })],
  })
  const body = { trigger: 'deployment_request', env_id: 'development', delta_id: await aDelta(stage) }
  const run = (await stage.call('POST', `${stage.path}/pipeline-runs`, body)).body
  await clock.advance(draw.one([0, 20_000]))
  orchestrator.work()
  const ended = await stage.act('report', report, {
    inputs: {
      env: 'development',
      'run-id': run.id,
      'pipeline-id': run.pipeline_id,
      'github-token': github.connection.token,
    },
    event: { pull_request: { number: 1, head: { ref: 'feature', sha: headSha } } },
    env: { GITHUB_EVENT_NAME: 'pull_request' },
    timeoutMs: draw.one([10_000, 60_000, 600_000]),
    beside: (send) => (request) =>
      request.url.startsWith('https://api.github.com/') ? github.transport(request) : send(request),
  })
  await clock.advance(200_000)
  const { comments, deployments } = github.state
  const warnings = ended.runner.annotations.filter(({ kind }) => kind === 'warning')
  demand(comments.length <= 1, `${comments.length} comments were made`)
  demand(deployments.length <= 1, `${deployments.length} deployments were made`)
  demand(!JSON.stringify(github.state).includes(orchestrator.token), 'the token went into a comment')
  if (hasFailed(ended)) return
  const isTold = outputOf(ended, 'comment-url') !== '' && outputOf(ended, 'github-deployment-id') !== ''
  demand(isTold || warnings.length > 0, 'it told GitHub nothing, and did not say so')
  demand(outputOf(ended, 'comment-url') === '' || comments.length === 1, 'its comment is not there')
}
