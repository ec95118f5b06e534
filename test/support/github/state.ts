/*
 * What the fake knows. Tests read it, and may change it at any time: the next request sees it.
 */

export interface Account {
  login: string
  type: 'User' | 'Bot'
}

export type Level = 'read' | 'write'

export interface TokenState {
  /** Whose comments its comments are. */
  account: Account
  /** As `permissions:` of a workflow names them: `pull-requests`, `deployments`, `members`. */
  permissions: Record<string, Level>
}

export interface PullRequestState {
  number: number
  title: string
  body: string
  state: 'open' | 'closed'
  merged: boolean
  /** Login. */
  author: string
  headRef: string
  headSha: string
  /** `owner/name`; null when the fork was deleted. */
  headRepository: string | null
  baseRef: string
  isDraft: boolean
  isLocked: boolean
  labels: string[]
}

export interface ReactionState {
  id: number
  login: string
  content: string
}

export interface CommentState {
  id: number
  issue: number
  body: string
  /** Null once the account was deleted. */
  author: Account | null
  createdAt: string
  updatedAt: string
  /** The bodies it had before, the oldest first. */
  history: string[]
  reactions: ReactionState[]
}

export interface StatusState {
  id: number
  state: string
  description: string
  log_url: string
  environment_url: string
  creator: Account
  createdAt: string
}

export interface DeploymentRecord {
  id: number
  sha: string
  ref: string
  task: string
  environment: string
  description: string | null
  payload: Record<string, unknown> | string
  transient: boolean
  production: boolean
  creator: Account
  createdAt: string
  /** The oldest first. */
  statuses: StatusState[]
}

export interface Collaborator {
  permission: 'admin' | 'write' | 'read' | 'none'
  /** `maintain`, `triage`, or one of the organization's own. The permission, unless given. */
  role?: string
}

export interface RunApprovalState {
  user: string
  state: 'approved' | 'rejected' | 'pending'
  environments: string[]
}

export interface GitHubState {
  token: TokenState
  pullRequests: PullRequestState[]
  /** The oldest first. */
  comments: CommentState[]
  /** The oldest first. */
  deployments: DeploymentRecord[]
  /** By login. Whoever is not in here has no account. */
  people: Record<string, Collaborator>
  /** `org/team` → login → whether the invitation was accepted. */
  teams: Record<string, Record<string, 'active' | 'pending'>>
  /** By the id of the workflow run. */
  approvals: Record<number, RunApprovalState[]>
  /** Branches and tags, and where they point; those of the pull requests are known without it. */
  refs: Record<string, string>
}

/** What the token of a workflow has that asks for all that our actions can use. */
export const allPermissions = (): Record<string, Level> => ({
  actions: 'read',
  contents: 'read',
  deployments: 'write',
  issues: 'write',
  metadata: 'read',
  'pull-requests': 'write',
})

export const workflowBot: Account = { login: 'github-actions[bot]', type: 'Bot' }

/** An open pull request number 1 of one of the repository's own branches, by octocat, unless said otherwise. */
export const aPullRequest = (
  given: Partial<PullRequestState> & { headRepository: string | null },
): PullRequestState => ({
  number: 1,
  title: 'A change',
  body: '',
  state: 'open',
  merged: false,
  author: 'octocat',
  headRef: 'feature',
  headSha: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
  baseRef: 'main',
  isDraft: false,
  isLocked: false,
  labels: [],
  ...given,
})
