import { delimiter, join } from 'node:path'
import { createExpressions, type Expressions } from './expressions.ts'
import { hashFilesIn } from './hash-files.ts'
import { asText, type Json } from './model.ts'
import { TRACKING_VARIABLE } from './orphans.ts'
import type { Frame, JobContexts, JobRun, Session } from './session.ts'

const OS = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' } as Record<string, string>
const ARCH = { x64: 'X64', arm64: 'ARM64', ia32: 'X86', arm: 'ARM' } as Record<string, string>

/** The part of the `github` context that no job changes. */
const githubContext = (session: Session): Record<string, Json> => {
  const { workflow, identity, event } = session
  const refName = event.ref.replace(/^refs\/(heads|tags|pull)\//, '')
  const workflowRef = `${identity.repository}/.github/workflows/${workflow.file.split('/').at(-1)}@${event.ref}`
  return {
    actor: identity.actor,
    actor_id: '1',
    api_url: identity.apiUrl,
    base_ref: event.baseRef,
    event: event.payload,
    event_name: event.name,
    graphql_url: `${identity.apiUrl}/graphql`,
    head_ref: event.headRef,
    ref: event.ref,
    ref_name: refName,
    ref_protected: false,
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository: identity.repository,
    repository_id: '1',
    repository_owner: identity.repository.split('/')[0] ?? '',
    repository_owner_id: '1',
    repositoryUrl: `git://github.com/${identity.repository}.git`,
    retention_days: '90',
    run_attempt: identity.runAttempt,
    run_id: identity.runId,
    run_number: identity.runNumber,
    secret_source: 'Actions',
    server_url: identity.serverUrl,
    sha: identity.sha,
    token: identity.token,
    triggering_actor: identity.actor,
    workflow: workflow.name,
    workflow_ref: workflowRef,
    workflow_sha: identity.sha,
  }
}

/** Members of the `github` context that every step gets as `GITHUB_*` variables. */
const GITHUB_VARIABLES = [
  'actor',
  'actor_id',
  'api_url',
  'base_ref',
  'event_name',
  'graphql_url',
  'head_ref',
  'ref',
  'ref_name',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'retention_days',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'triggering_actor',
  'workflow',
  'workflow_ref',
  'workflow_sha',
]

const runnerContext = ({ temp, session }: JobRun) => ({
  arch: ARCH[process.arch] ?? process.arch,
  debug: session.debug ? '1' : '',
  environment: 'self-hosted',
  name: 'this machine',
  os: OS[process.platform] ?? process.platform,
  temp,
  tool_cache: join(session.temp, 'tools'),
})

/** Expressions as a job's own keys see them, before it has steps. */
export const jobExpressions = (
  session: Session,
  job: { readonly contexts: JobContexts; readonly env: Record<string, string>; readonly status: Status },
): Expressions =>
  createExpressions({
    contexts: {
      github: githubContext(session),
      env: job.env,
      inputs: session.event.inputs,
      vars: session.vars,
      secrets: secretsContext(session),
      needs: job.contexts.needs,
      matrix: job.contexts.matrix ?? null,
      strategy: job.contexts.strategy,
    },
    status: job.status,
    hashFiles: hashFilesIn(session.workspace ?? session.source),
  })

interface Status {
  readonly success: boolean
  readonly failure: boolean
  readonly cancelled: boolean
}

/** Expressions as a step sees them. `post` looks at the job's status, not at the composite action's. */
export const stepExpressions = (
  frame: Frame,
  env: Record<string, string>,
  { post = false, actionId = '' }: { post?: boolean; actionId?: string } = {},
): Expressions => {
  const { run } = frame
  const { session, contexts } = run
  const ofJob = frame.kind === 'job'
  const status = ofJob || post ? run.status : frame.outcome
  return createExpressions({
    contexts: {
      github: {
        ...githubContext(session),
        action: actionId,
        event_path: run.eventPath,
        job: run.job.id,
        workspace: run.workspace,
        ...(frame.actionPath !== undefined && { action_path: frame.actionPath, action_status: frame.outcome }),
      },
      env,
      inputs: frame.inputs,
      job: { status: run.status },
      runner: runnerContext(run),
      steps: frame.steps,
      matrix: contexts.matrix ?? null,
      strategy: contexts.strategy,
      ...(ofJob && { vars: session.vars, secrets: secretsContext(session), needs: contexts.needs }),
    },
    status: {
      success: status === 'success',
      failure: status === 'failure',
      cancelled: run.status === 'cancelled',
    },
    hashFiles: hashFilesIn(run.workspace),
  })
}

const secretsContext = ({ secrets, identity }: Session) => ({ GITHUB_TOKEN: identity.token, ...secrets })

/** The environment of a step's process: the machine's, the workflow's, and on top the runner's own variables. */
export const stepVariables = (
  run: JobRun,
  env: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>>,
): Record<string, string> => {
  const { session } = run
  const github = githubContext(session)
  const runner = runnerContext(run)
  const merged: Record<string, string> = { CI: 'true', ...session.machine, ...env }
  return {
    ...merged,
    PATH: [...run.path, merged['PATH'] ?? ''].join(delimiter),
    ...Object.fromEntries(GITHUB_VARIABLES.map((key) => [`GITHUB_${key.toUpperCase()}`, asText(github[key])])),
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_PATH: run.eventPath,
    GITHUB_JOB: run.job.id,
    GITHUB_WORKSPACE: run.workspace,
    RUNNER_ARCH: runner.arch,
    RUNNER_ENVIRONMENT: runner.environment,
    RUNNER_NAME: runner.name,
    RUNNER_OS: runner.os,
    RUNNER_TEMP: runner.temp,
    RUNNER_TOOL_CACHE: runner.tool_cache,
    RUNNER_WORKSPACE: join(run.workspace, '..'),
    [TRACKING_VARIABLE]: run.trackingId,
    ...(session.debug && { RUNNER_DEBUG: '1' }),
    ...own,
  }
}
