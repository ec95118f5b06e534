/** Whether an application or an environment is there, or being torn down. */
export const lifecycleStatuses = ['active', 'deleting'] as const

export const deploymentStatuses = ['pending', 'in progress', 'succeeded', 'failed'] as const

/** The states in which an environment takes no other deployment. */
export const isActiveDeployment = (deployment: { status: string }): boolean =>
  deployment.status === 'pending' || deployment.status === 'in progress'

/** A word that nobody has heard of is not an end: better to look again than to report a result that is none. */
export const isFinishedDeployment = (deployment: { status: string }): boolean =>
  deployment.status === 'failed' || isSuccess(deployment.status)

export const approvalStatuses = ['waiting', 'approved', 'denied', 'cancelled'] as const
export type ApprovalStatus = (typeof approvalStatuses)[number]

export const isPendingApproval = (approval: { status: string }): boolean => approval.status === 'waiting'

/**
 * The words that the orchestrator uses for runs, jobs and steps. The API has no closed list (`succeeded` and `skipped`
 * are assumptions), so a client takes any word, and asks `isTerminal` and `isSuccess` about it.
 */
export const executionStatuses = ['queued', 'executing', 'succeeded', 'failed', 'cancelled', 'skipped'] as const
export type ExecutionStatus = (typeof executionStatuses)[number]

/** A run, job or step has ended when it says when, whatever its status is called. */
export const isTerminal = (execution: { completed_at?: string | null | undefined }): boolean =>
  execution.completed_at !== undefined && execution.completed_at !== null && execution.completed_at !== ''

/** Deployments say `succeeded`; what runs say is not documented, and all three have been used for them. */
export const isSuccess = (status: string): boolean =>
  status === 'succeeded' || status === 'successful' || status === 'success'
