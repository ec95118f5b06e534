import type { Repository, Subject } from './environment-id.ts'

type Event = Readonly<Record<string, unknown>>

/** What GitHub says about the workflow. */
export interface Workflow {
  readonly context: {
    readonly repository: string | undefined
    readonly repositoryId: string | undefined
    readonly eventName: string | undefined
    readonly ref: string | undefined
  }
  readonly event: Event
}

/** Why there is none: continues "…, which ". */
export interface NoSubject {
  readonly problem: string
}

const at = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? (found as Event)[key] : undefined),
    value,
  )

/** Older servers name the repository's id in the event only. */
export const repositoryOf = ({ context, event }: Workflow): Repository | undefined => {
  const inEvent = at(event, 'repository', 'id')
  const id = context.repositoryId ?? (typeof inEvent === 'number' ? String(inEvent) : undefined)
  return context.repository === undefined || id === undefined ? undefined : { id, name: context.repository }
}

/** Of the event's pull request; a comment's event knows it as an issue. */
const eventNumber = (event: Event): unknown =>
  at(event, 'pull_request', 'number') ?? (at(event, 'issue', 'pull_request') && at(event, 'issue', 'number'))

/** The pull request that the workflow is about. */
export const pullRequestOf = ({ context, event }: Workflow): Subject | NoSubject => {
  const number = eventNumber(event)
  if (typeof number === 'number') return { kind: 'pull-request', number }
  const name = context.eventName ?? ''
  return {
    problem: `needs a pull request, and the event '${name}' has none. Give its number in the input 'pull-request'`,
  }
}

/**
 * The branch that the workflow is about. Never one of another repository, which may be called like one of this; and
 * not the default branch when another one was deleted, though GITHUB_REF says so.
 */
export const branchOf = ({ context, event }: Workflow, repository: Repository): Subject | NoSubject => {
  const { eventName, ref = '' } = context
  const head = at(event, 'pull_request', 'head', 'ref')
  if (typeof head === 'string') {
    const isOwn = String(at(event, 'pull_request', 'head', 'repo', 'id')) === repository.id
    if (isOwn) return { kind: 'branch', branch: head }
    return { problem: "needs a branch of this repository, and this one is a fork's. Use `env-from: pull-request`" }
  }
  if (eventName === 'delete') {
    const deleted = at(event, 'ref')
    const isBranch = at(event, 'ref_type') === 'branch' && typeof deleted === 'string' && deleted !== ''
    return isBranch ? { kind: 'branch', branch: deleted } : { problem: 'needs a branch, and a tag was deleted' }
  }
  const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1]
  return branch === undefined
    ? { problem: `needs a branch, and the workflow runs for '${ref}'` }
    : { kind: 'branch', branch }
}
