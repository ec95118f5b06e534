import type { Api } from './api.ts'

/** What one person decided about the protected environments of a workflow run. */
export interface RunApproval {
  /** Login. */
  readonly user: string
  readonly state: 'approved' | 'rejected' | 'pending'
  /** Names of the environments that the decision is about. */
  readonly environments: readonly string[]
}

export interface Runs {
  approvals(runId: number): Promise<RunApproval[]>
}

export const createRuns = ({ request, repository, pages }: Api): Runs => ({
  approvals: async (runId) => {
    const approvals: RunApproval[] = []
    const first = () =>
      request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals', { ...repository, run_id: runId })
    for await (const { user, state, environments } of pages('list the approvals of the workflow run', first))
      approvals.push({ user: user.login, state, environments: environments.flatMap(({ name }) => name ?? []) })
    return approvals
  },
})
