import type { Approval } from '../../contract/types.ts'
import type { ApplicationApi } from '../../core/application.ts'
import { getRun } from '../../core/get-run.ts'
import { ApiError, InputError } from '../../errors.ts'
import type { GitHub } from '../../github/client.ts'
import { GitHubError } from '../../github/errors.ts'
import {
  decideGate,
  decidersOf,
  type GateDecision,
  type GateFacts,
  type Person,
  refusals,
  type Source,
} from '../../policy/approval-gate.ts'
import { readOrigin } from '../../policy/origin.ts'
import { pullRequestOf } from '../../policy/workflow-subject.ts'
import type { Runner } from '../../runner/runner.ts'
import { formatDuration } from '../../text/duration.ts'
import type { Step } from '../step.ts'
import type { AskingComment } from './comment.ts'
import type { Gate, Team } from './gate-inputs.ts'

/** Only a gate asks GitHub, so that no other step loads what that takes. */
export const connectToGitHub = async (
  { runner, clock, transport }: Step,
  { githubToken }: Gate,
  deadline: number,
): Promise<GitHub> => {
  const { createGitHub } = await import('../../github/client.ts')
  return createGitHub({
    token: githubToken,
    apiUrl: runner.context.apiUrl,
    repository: runner.context.repository ?? '',
    clock,
    transport,
    signal: runner.signal,
    deadline,
    // Without the path, which may name a team.
    onRetry: ({ method, path, reason, delayMs }) => {
      const said = reason.replace(`${method} ${path}`, 'a request')
      runner.info(`GitHub: ${said}; trying again in ${formatDuration(delayMs)}`)
    },
  })
}

export interface Asked {
  readonly step: Step
  readonly api: ApplicationApi
  readonly github: GitHub
  readonly gate: Gate
  /** Undefined when it was not a comment that started the workflow. */
  readonly comment: AskingComment | undefined
}

const sourceFromComment = async (github: GitHub, { id, body, command }: AskingComment): Promise<Source> => {
  // The event tells what the comment was; somebody with write access can have changed it since.
  const comment = await github.comments.get(id)
  const isEdited = !comment || comment.createdAt !== comment.updatedAt || comment.body !== body
  const { environment, commit } = command.kind === 'command' ? command : { environment: '', commit: '' }
  return {
    kind: 'comment',
    author: comment?.author,
    authorType: comment?.authorType,
    isEdited,
    environment,
    commit,
  }
}

const sourceFromWorkflow = async (github: GitHub, { context }: Runner): Promise<Source> => {
  const { eventName: event, triggeringActor, runId } = context
  if (runId === undefined) throw new InputError('GITHUB_RUN_ID is missing: there is no workflow run to ask about')
  return { kind: 'workflow', event, triggeringActor, reviews: await github.runs.approvals(Number(runId)) }
}

const isInOneOf = async (github: GitHub, teams: readonly Team[], login: string): Promise<Person['team']> => {
  const found = await Promise.all(teams.map(({ org, team }) => github.people.isTeamMember(org, team, login)))
  if (found.includes(undefined)) return 'unknown'
  return found.includes(true) ? 'member' : 'stranger'
}

const meet = async (github: GitHub, { rules, teams }: Gate, login: string): Promise<Person> => {
  const needsPermission = rules.requirePermission !== undefined
  const permission = needsPermission ? ((await github.people.permissionOf(login)) ?? 'unknown') : 'unknown'
  return { login, permission, team: await isInOneOf(github, teams, login) }
}

const numberOf = (runner: Runner, comment: AskingComment | undefined): number | undefined => {
  if (comment) return comment.isOnPullRequest ? comment.issue : undefined
  const subject = pullRequestOf({ context: runner.context, event: runner.readEvent() })
  return 'kind' in subject && subject.kind === 'pull-request' ? subject.number : undefined
}

const readPullRequest = async ({ step, github, gate, comment }: Asked): Promise<GateFacts['pullRequest']> => {
  const { requireHead, preventSelfApproval } = gate.rules
  const number = numberOf(step.runner, comment)
  if (number === undefined) return 'none'
  if (!comment && !requireHead && !preventSelfApproval) return 'unknown'
  return (await github.pullRequests.get(number)) ?? 'unknown'
}

const gather = async (asked: Asked, approval: Approval): Promise<GateFacts> => {
  const { step, api, github, gate, comment } = asked
  const source = await (comment ? sourceFromComment(github, comment) : sourceFromWorkflow(github, step.runner))
  const deciders = decidersOf(source, approval.env_id)
  const people =
    'logins' in deciders ? await Promise.all(deciders.logins.map((login) => meet(github, gate, login))) : []
  const run = await getRun(api, { pipelineId: approval.pipeline_id, runId: approval.run_id })
  return {
    source,
    environment: approval.env_id,
    repository: step.runner.context.repository,
    origin: readOrigin(run.inputs['comment']),
    people,
    // At the end: commits are pushed at any time.
    pullRequest: await readPullRequest(asked),
  }
}

/** What could not be found out, without the addresses that were asked: they hold the names of teams. */
const troubleOf = (error: Error): string =>
  error instanceof GitHubError || error instanceof ApiError ? error.message : 'no usable answer came'

export type Checked =
  | Exclude<GateDecision, { decision: 'refuse' }>
  /** Sentence without its full stop. `trouble` is for the log, where there was any. */
  | { readonly decision: 'refuse'; readonly reason: string; readonly trouble: string }

/** Whether whoever wants this decision may have it. What cannot be found out refuses. */
export const checkGate = async (asked: Asked, approval: Approval): Promise<Checked> => {
  try {
    const checked = decideGate(await gather(asked, approval), asked.gate.rules)
    if (checked.decision !== 'refuse') return checked
    return { decision: 'refuse', reason: refusals[checked.reason], trouble: '' }
  } catch (error) {
    const { runner } = asked.step
    if (runner.signal.aborted || !(error instanceof Error)) throw error
    runner.debug(`What could not be found out: ${error.name}`)
    return { decision: 'refuse', reason: 'it could not be found out who may decide', trouble: troubleOf(error) }
  }
}
