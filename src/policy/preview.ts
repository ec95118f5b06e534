import { type Workflow, repositoryOf } from './workflow-subject.ts'

/** What a workflow may do about the preview environment of a pull request, and why not. Reasons are sentences. */
export type PreviewDecision =
  | { readonly kind: 'deploy' | 'delete'; readonly number: number }
  | { readonly kind: 'skip' | 'refuse'; readonly reason: string }

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})

/** GitHub gives its runs no secrets and a token that only reads; and what it changes, nobody here has written. */
const dependabot = 'dependabot[bot]'

const onPurpose = 'A maintainer can deploy it on purpose, by `workflow_dispatch` with the number of the pull request'

const skip = (reason: string): PreviewDecision => ({ kind: 'skip', reason })
const refuse = (reason: string): PreviewDecision => ({ kind: 'refuse', reason })

const mayUse = 'Let the workflow run on `pull_request`, or on `workflow_dispatch` with the number of a pull request.'

/** Why an event is no reason to deploy anything, though it may know a pull request. */
const refusals = new Map([
  [
    'pull_request_target',
    "`pull_request_target` runs with the secrets of the repository, also for a fork's change, which anybody may have " +
      `written. ${mayUse}`,
  ],
  [
    'workflow_run',
    "`workflow_run` runs with the secrets of the repository, also after the workflow of a fork's change, which anybody " +
      `may have written. ${mayUse}`,
  ],
  ['issue_comment', `\`issue_comment\` lets everybody who may comment decide what is deployed. ${mayUse}`],
])

/** The numbers of a repository that was renamed stay the same; one that was deleted has none. */
const isOfFork = (pullRequest: Fields, repositoryId: string): boolean => {
  const { id } = fieldsOf(fieldsOf(pullRequest['head'])['repo'])
  return typeof id !== 'number' || String(id) !== repositoryId
}

const decideOnPullRequest = (
  { context, event }: PreviewWorkflow,
  { number: asked, repositoryId }: { number: number | undefined; repositoryId: string },
): PreviewDecision => {
  const pullRequest = fieldsOf(event['pull_request'])
  const { number } = pullRequest
  if (typeof number !== 'number') return refuse("The event `pull_request` has no pull request: it is not GitHub's.")
  if (asked !== undefined && asked !== number) {
    return refuse(`The workflow runs for pull request #${number}, and input 'pull-request' names #${asked}.`)
  }
  const pull = `Pull request #${number}`
  if (isOfFork(pullRequest, repositoryId)) return skip(`${pull} is a fork's, which gets no preview. ${onPurpose}.`)
  if (context.actor === dependabot) return skip(`Dependabot caused this, and gets no preview. ${onPurpose}.`)
  // What is deleted runs nothing that anybody has written.
  if (event['action'] === 'closed') return { kind: 'delete', number }
  if (fieldsOf(pullRequest['user'])['login'] === dependabot) {
    return skip(`${pull} is Dependabot's, which gets no preview. ${onPurpose}.`)
  }
  return pullRequest['state'] === 'closed' ? skip(`${pull} is closed.`) : { kind: 'deploy', number }
}

/** A workflow, and who caused it: whose rights its secrets go by, also when somebody else runs it again. */
export interface PreviewWorkflow extends Workflow {
  readonly context: Workflow['context'] & { readonly actor: string | undefined }
}

/**
 * Whether the pull request that a workflow is about gets a preview environment. What comes from outside is not deployed
 * by itself: `skip` ends well. A workflow that could not keep to this is refused. `number` is the pull request that the
 * workflow names, for runs that somebody with write access has started by hand.
 */
export const decidePreview = (workflow: PreviewWorkflow, number: number | undefined): PreviewDecision => {
  const name = workflow.context.eventName ?? ''
  const repository = repositoryOf(workflow)
  if (!repository) return refuse('The variables GITHUB_REPOSITORY and GITHUB_REPOSITORY_ID are missing.')
  if (name === 'pull_request') return decideOnPullRequest(workflow, { number, repositoryId: repository.id })
  if (name === 'workflow_dispatch') {
    if (number !== undefined) return { kind: 'deploy', number }
    return refuse("On `workflow_dispatch`, input 'pull-request' is required: the number of the pull request to deploy.")
  }
  return refuse(refusals.get(name) ?? `The event '${name}' is no reason to deploy a pull request. ${mayUse}`)
}
