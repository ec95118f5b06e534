import { cutCharacters } from '../text/cut.ts'
import type { Api, ReceivedId } from './api.ts'
import { GitHubError } from './errors.ts'

export type DeploymentState = 'error' | 'failure' | 'inactive' | 'in_progress' | 'queued' | 'pending' | 'success'

export interface Deployment {
  readonly id: number
  readonly sha: string
  /** As it was given: a branch, a tag or a commit. */
  readonly ref: string
  readonly environment: string
  readonly description: string
  readonly payload: unknown
  /** Login; undefined when the account is gone. */
  readonly creator: string | undefined
  readonly transient: boolean
  readonly production: boolean
  /** ISO 8601. */
  readonly createdAt: string
}

export interface DeploymentStatus {
  readonly id: number
  readonly state: DeploymentState
  readonly description: string
  readonly logUrl: string | undefined
  readonly environmentUrl: string | undefined
  /** ISO 8601. */
  readonly createdAt: string
}

export interface NewDeployment {
  /** A branch, a tag or a commit. */
  readonly ref: string
  readonly environment: string
  /** Cut at GitHub's 140 characters, as is that of a status. */
  readonly description?: string | undefined
  /** The environment will go away again. */
  readonly transient?: boolean | undefined
  /** People use it. GitHub's own guess, unless given: whether it is called `production`. */
  readonly production?: boolean | undefined
  readonly payload?: Readonly<Record<string, unknown>> | undefined
}

export interface NewStatus {
  readonly state: DeploymentState
  readonly description?: string | undefined
  readonly logUrl?: string | undefined
  readonly environmentUrl?: string | undefined
  /** A success ends the environment's earlier deployments, other than transient and production ones; so it is unless given. */
  readonly autoInactive?: boolean | undefined
}

export interface Deployments {
  /** The newest first. */
  list(filter: { environment: string; sha?: string | undefined }): AsyncIterable<Deployment>
  /** Merges nothing, and waits for no check of the commit. */
  create(deployment: NewDeployment): Promise<Deployment>
  /** The newest first. */
  statuses(id: number): AsyncIterable<DeploymentStatus>
  setStatus(id: number, status: NewStatus): Promise<DeploymentStatus>
}

const longestDescription = 140

interface ReceivedDeployment {
  readonly id: ReceivedId
  readonly sha: string
  readonly ref: string
  readonly environment: string
  readonly description: string | null
  readonly payload: unknown
  readonly creator: { readonly login: string } | null
  readonly transient_environment?: boolean
  readonly production_environment?: boolean
  readonly created_at: string
}

interface ReceivedStatus {
  readonly id: ReceivedId
  readonly state: DeploymentState
  readonly description: string
  readonly log_url?: string
  readonly environment_url?: string
  readonly created_at: string
}

const toDeployment = (received: ReceivedDeployment): Deployment => ({
  id: Number(received.id),
  sha: received.sha,
  ref: received.ref,
  environment: received.environment,
  description: received.description ?? '',
  payload: received.payload,
  creator: received.creator?.login,
  transient: received.transient_environment ?? false,
  production: received.production_environment ?? false,
  createdAt: received.created_at,
})

const toStatus = (received: ReceivedStatus): DeploymentStatus => ({
  id: Number(received.id),
  state: received.state,
  description: received.description,
  // GitHub says '' for none.
  logUrl: received.log_url || undefined,
  environmentUrl: received.environment_url || undefined,
  createdAt: received.created_at,
})

/** Without what was not given: GitHub takes null for a value. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }

export const createDeployments = ({ request, repository, call, pages }: Api): Deployments => ({
  list: async function* ({ environment, sha }) {
    const first = () =>
      request('GET /repos/{owner}/{repo}/deployments', { ...repository, environment, ...given({ sha }), per_page: 100 })
    for await (const deployment of pages<ReceivedDeployment>('list the deployments', first))
      yield toDeployment(deployment)
  },
  create: async ({ ref, environment, description = '', transient, production, payload }) => {
    const operation = 'create a deployment'
    const created = await call<ReceivedDeployment | { message?: string }>(operation, () =>
      request('POST /repos/{owner}/{repo}/deployments', {
        ...repository,
        ref,
        environment,
        description: cutCharacters(description, longestDescription),
        auto_merge: false,
        required_contexts: [],
        ...given({ transient_environment: transient, production_environment: production, payload }),
      }),
    )
    if ('id' in created) return toDeployment(created)
    // 202 is for merges, which are switched off.
    const message = `GitHub did not ${operation}: ${created.message ?? 'it answered without one'}`
    throw new GitHubError({ status: 202, operation, message })
  },
  statuses: async function* (id) {
    const first = () =>
      request('GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
        ...repository,
        deployment_id: id,
        per_page: 100,
      })
    for await (const status of pages<ReceivedStatus>('list the statuses of the deployment', first))
      yield toStatus(status)
  },
  setStatus: async (id, { state, description = '', logUrl, environmentUrl, autoInactive }) =>
    toStatus(
      await call('set the status of the deployment', () =>
        request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
          ...repository,
          deployment_id: id,
          state,
          description: cutCharacters(description, longestDescription),
          ...given({ log_url: logUrl, environment_url: environmentUrl, auto_inactive: autoInactive }),
        }),
      ),
    ),
})
