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

export const createRuns = ({ rest, repository, call }: Api): Runs => ({
  approvals: async (runId) => {
    const reviews = await call('list the approvals of the workflow run', () =>
      rest.actions.getReviewsForRun({ ...repository, run_id: runId }),
    )
    return reviews.map(({ user, state, environments }) => ({
      user: user.login,
      state,
      environments: environments.flatMap(({ name }) => name ?? []),
    }))
  },
})
