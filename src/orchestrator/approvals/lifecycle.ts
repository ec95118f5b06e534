import type { ApprovalStatus } from '../../contract/status.ts'

/** Which decision may follow which state: one, once. */
export const transitions: Readonly<Record<ApprovalStatus, readonly ApprovalStatus[]>> = {
  waiting: ['approved', 'denied', 'cancelled'],
  approved: [],
  denied: [],
  cancelled: [],
}

export const mayBecome = (from: ApprovalStatus, to: ApprovalStatus): boolean => transitions[from].includes(to)
