import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { PROJECT } from './project.ts'

/** Who runs what, where: the part of the `github` context that can be chosen. */
export interface Identity {
  /** `OWNER/REPO`. */
  readonly repository: string
  /** `refs/heads/…`, `refs/tags/…` or `refs/pull/…`; undefined to take the event's. */
  readonly ref: string | undefined
  readonly sha: string
  readonly actor: string
  readonly token: string
  readonly runId: string
  readonly runNumber: string
  readonly runAttempt: string
  readonly serverUrl: string
  readonly apiUrl: string
}

/** What stands in where the source is no Git repository. */
const NO_COMMIT = '0123456789abcdef0123456789abcdef01234567'

export const resolveIdentity = async (given: Partial<Identity>, source: string): Promise<Identity> => ({
  repository: given.repository ?? `${PROJECT.owner}/${PROJECT.repo}`,
  ref: given.ref ?? (await git(source, ['symbolic-ref', '-q', 'HEAD'])),
  sha: given.sha ?? (await git(source, ['rev-parse', '-q', '--verify', 'HEAD'])) ?? NO_COMMIT,
  actor: given.actor ?? 'octocat',
  token: given.token ?? 'ghs_no-token-on-this-machine',
  runId: given.runId ?? '1000000001',
  runNumber: given.runNumber ?? '1',
  runAttempt: given.runAttempt ?? '1',
  serverUrl: given.serverUrl ?? 'https://github.com',
  apiUrl: given.apiUrl ?? 'https://api.github.com',
})

const git = async (cwd: string, args: readonly string[]) => {
  try {
    const { stdout } = await promisify(execFile)('git', args, { cwd })
    return stdout.trim() || undefined
  } catch {
    return undefined
  }
}
