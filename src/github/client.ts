import { type ApiOptions, createApi } from './api.ts'
import { type Comments, createComments } from './comments.ts'
import { createDeployments, type Deployments } from './deployments.ts'
import { createPeople, type People } from './people.ts'
import { createPullRequests, type PullRequests } from './pull-requests.ts'
import { createRuns, type Runs } from './runs.ts'

/** As much of GitHub as the actions use, for one repository. Everything throws GitHubError, NetworkError or TimeoutError. */
export interface GitHub {
  readonly pullRequests: PullRequests
  readonly comments: Comments
  readonly deployments: Deployments
  readonly people: People
  readonly runs: Runs
}

export type GitHubOptions = ApiOptions

/** This file loads Octokit: those who do not always need it import it when they do. */
export const createGitHub = (options: GitHubOptions): GitHub => {
  const api = createApi(options)
  return {
    pullRequests: createPullRequests(api),
    comments: createComments(api),
    deployments: createDeployments(api),
    people: createPeople(api),
    runs: createRuns(api),
  }
}
