import * as report from '../../src/actions/report/main.ts'
import type { Transport } from '../../src/contract/http.ts'
import { type GitHubFakeOptions, startGitHub } from '../support/github/fake.ts'
import { aPullRequest } from '../support/github/state.ts'
import type { ActionRunOptions } from '../support/run-action.ts'
import type { RunLike } from '../orchestrator/a-shop.ts'
import { aRelease } from './a-release.ts'

export const headSha = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'
const event = { pull_request: { number: 1, head: { ref: 'feature', sha: headSha } } }
/** The first line of the comment of a report. */
export const marker = '<!-- humanitec-actions:report env=staging app=shop key= -->'

/** A release, and GitHub beside it, with one open pull request that the workflow is about. */
export const aReporter = async (options: GitHubFakeOptions = {}) => {
  const release = await aRelease()
  const github = startGitHub({
    repository: 'octo-org/shop',
    apiUrl: 'https://api.github.com',
    clock: release.clock,
    pullRequests: [aPullRequest({ headRepository: 'octo-org/shop' })],
    ...options,
  })
  const besideGitHub =
    (send: Transport): Transport =>
    (request) =>
      request.url.startsWith('https://api.github.com/') ? github.transport(request) : send(request)
  const { comments, deployments } = github.state
  return {
    ...release,
    github,
    comments,
    deployments,
    /** The states of each deployment, the oldest first. */
    states: () => deployments.map(({ statuses }) => statuses.map(({ state }) => state)),
    deploy: async () => (await release.request({ env_id: 'staging', delta_id: release.deltaId })).body as RunLike,
    report: (inputs: Record<string, string> = {}, { through = (send) => send, ...more }: ActionRunOptions = {}) =>
      release.act(report, {
        event,
        ...more,
        inputs: { env: 'staging', 'github-token': github.connection.token, ...inputs },
        through: (send) => through(besideGitHub(send)),
      }),
  }
}

export const warnings = (annotations: readonly { kind: string; message: string }[]) =>
  annotations.filter(({ kind }) => kind === 'warning').map(({ message }) => message)

/** The file of a plan with these changes, as `create-delta` leaves it. */
export const planFile = (changes: object[]) => ({
  'plan.json': JSON.stringify({
    env: 'staging',
    delta: null,
    base: { deployment: null, set: '0' },
    current: { deployment: null, set: '0' },
    target: { set: 'abc' },
    unsettled: 'never-deployed',
    empty: false,
    changes,
  }),
})
