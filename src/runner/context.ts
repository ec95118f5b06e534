import { tmpdir } from 'node:os'

/** Where and why the step runs, from the variables that GitHub's runner sets. Undefined outside of a workflow. */
export interface Context {
  /** `owner/name` */
  readonly repository: string | undefined
  readonly repositoryId: string | undefined
  readonly sha: string | undefined
  readonly ref: string | undefined
  readonly refName: string | undefined
  /** The pull request's source branch. */
  readonly headRef: string | undefined
  readonly baseRef: string | undefined
  /** Who caused the first attempt. */
  readonly actor: string | undefined
  /** Who caused this attempt: a re-run is somebody's decision too. */
  readonly triggeringActor: string | undefined
  readonly eventName: string | undefined
  readonly eventPath: string | undefined
  readonly workflow: string | undefined
  readonly job: string | undefined
  readonly runId: string | undefined
  readonly runAttempt: string | undefined
  /** This attempt's page on GitHub. */
  readonly runUrl: string | undefined
  readonly serverUrl: string
  readonly apiUrl: string
  readonly workspace: string
  /** RUNNER_TEMP: emptied at the end of the job. */
  readonly temp: string
}

export const readContext = (env: Readonly<Record<string, string | undefined>>): Context => {
  const read = (name: string): string | undefined => env[name] || undefined
  const serverUrl = read('GITHUB_SERVER_URL') ?? 'https://github.com'
  const repository = read('GITHUB_REPOSITORY')
  const runId = read('GITHUB_RUN_ID')
  const runAttempt = read('GITHUB_RUN_ATTEMPT')
  return {
    repository,
    repositoryId: read('GITHUB_REPOSITORY_ID'),
    sha: read('GITHUB_SHA'),
    ref: read('GITHUB_REF'),
    refName: read('GITHUB_REF_NAME'),
    headRef: read('GITHUB_HEAD_REF'),
    baseRef: read('GITHUB_BASE_REF'),
    actor: read('GITHUB_ACTOR'),
    triggeringActor: read('GITHUB_TRIGGERING_ACTOR'),
    eventName: read('GITHUB_EVENT_NAME'),
    eventPath: read('GITHUB_EVENT_PATH'),
    workflow: read('GITHUB_WORKFLOW'),
    job: read('GITHUB_JOB'),
    runId,
    runAttempt,
    runUrl:
      repository && runId
        ? `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${runAttempt ?? '1'}`
        : undefined,
    serverUrl,
    apiUrl: read('GITHUB_API_URL') ?? 'https://api.github.com',
    workspace: read('GITHUB_WORKSPACE') ?? '.',
    temp: read('RUNNER_TEMP') ?? tmpdir(),
  }
}
